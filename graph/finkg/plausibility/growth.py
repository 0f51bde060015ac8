"""A figure that falls where it can only grow."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from finkg.plausibility.rule import Doubt, GraphRule, Severity, explain
from finkg.plausibility.series import Figure, series
from finkg.plausibility.survey import Survey
from finkg.words import Text

_EXPLANATION = Text(
    "累计数字只增不减，而{earlier}在先，{later}反而在后。",
    "What is counted from the beginning can only grow, yet {earlier} comes before {later}.",
)


class MetricFalling(GraphRule):
    """Of a cumulative metric the fewest figures are doubted without which it never falls."""

    name = "metric-falling"
    label = Text("累计数字下降", "cumulative figure that falls")
    definition = Text(
        "检出只增不减的指标出现的下降",
        "test whether a metric falls that can only grow",
    )
    severity = Severity.IMPOSSIBLE

    def doubts(self, survey: Survey) -> Iterator[Doubt]:
        for row in series(survey):
            if row[0].metric in survey.common.cumulative:
                for place in out_of_growth(row):
                    yield from _doubts(survey, row, place)


def out_of_growth(row: list[Figure]) -> list[int]:
    """The places of the figures that are not in every longest chain without a fall."""
    upward = _chains([figure.value for figure in row])
    onward = _chains([-figure.value for figure in reversed(row)])[::-1]
    whole = max(upward, default=0)
    in_some = [n for n in range(len(row)) if upward[n] + onward[n] - 1 == whole]
    at_step = Counter(upward[n] for n in in_some)
    sure = {n for n in in_some if at_step[upward[n]] == 1}
    return [n for n in range(len(row)) if n not in sure]


def _chains(values: list[Decimal]) -> list[int]:
    """For each value the length of the longest chain without a fall that ends with it."""
    tails: list[Decimal] = []
    lengths = []
    for value in values:
        place = bisect_right(tails, value)
        tails[place : place + 1] = [value]
        lengths.append(place + 1)
    return lengths


def _doubts(survey: Survey, row: list[Figure], place: int) -> Iterator[Doubt]:
    """The doubt about a figure, beside the nearest one that it falls out with."""
    pair = _nearest_fall(row, place)
    if not pair:
        return
    figure = row[place]
    earlier, later = pair
    facts = {"earlier": survey.says(earlier.point), "later": survey.says(later.point)}
    explanation = explain(_EXPLANATION, **facts)
    if figure.point in survey.weaker(earlier.point, later.point):
        yield figure.point.doubt(explanation, earlier.point, later.point)


def _nearest_fall(row: list[Figure], place: int) -> tuple[Figure, Figure] | None:
    """The figure at a place and the nearest with which it makes a fall, the earlier first."""
    for distance in range(1, len(row)):
        if distance <= place and _falls(row[place - distance], row[place]):
            return row[place - distance], row[place]
        if place + distance < len(row) and _falls(row[place], row[place + distance]):
            return row[place], row[place + distance]
    return None


def _falls(earlier: Figure, later: Figure) -> bool:
    """Whether the later is surely below the earlier, with what their words of precision admit."""
    return later.admits.upper < earlier.admits.lower
