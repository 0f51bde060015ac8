"""A figure an order of magnitude out of line with its neighbours in time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import log
from typing import Final

from finkg.plausibility.rule import Doubt, GraphRule, Severity, explain
from finkg.plausibility.series import Figure, series
from finkg.plausibility.survey import Survey
from finkg.words import Text

#: Out of line by so many times what the neighbours lead to expect: a digit more or less.
MAGNITUDE: Final = 8.0
#: And by so many times beyond both neighbours: growth itself may be steep.
BEYOND: Final = 3.0
#: Figures at the end of a series have neighbours on one side, which agree within so many times.
STEADY: Final = 3.0

_ROUNDING: Final = 1e-9

_EXPLANATION = Text(
    "{figure}与前后的数字相差一个数量级：{neighbours}。",
    "{figure} is an order of magnitude out of line with its neighbours: {neighbours}.",
)
_NEIGHBOUR = Text("{time} 为 {value}", "{value} in {time}")


class MetricOutOfLine(GraphRule):
    """A slipped zero: a figure far from what those before and after it lead to expect.

    Between two neighbours that is the point of steady growth from one to the other. The first of a
    series may be small, for what is young grows fast, but not far above a growth that follows; the
    last may not be far above what has been steady. It may be far below: things come to an end.
    """

    name = "metric-out-of-line"
    label = Text("数量级突兀", "figure out of line")
    definition = Text(
        "检出与前后数字相差一个数量级的数字",
        "test whether a figure is an order of magnitude out of line with its neighbours in time",
    )
    severity = Severity.IMPLAUSIBLE

    def doubts(self, survey: Survey) -> Iterator[Doubt]:
        for row in series(survey):
            for place, figure in enumerate(row):
                neighbours = _out_of_line(row, place)
                if neighbours:
                    yield figure.point.doubt(
                        _explanation(survey, figure, neighbours), *(n.point for n in neighbours)
                    )


def _out_of_line(row: list[Figure], place: int) -> list[Figure]:
    """The neighbours that a figure is out of line with; none if it is not."""
    if row[place].value <= 0:
        return []
    if 0 < place < len(row) - 1:
        return _between(row[place], row[place - 1], row[place + 1])
    if place == 0 and len(row) > 2:
        return _before(row[0], row[1:3])
    if place == len(row) - 1 and place > 1:
        return _behind(row[place], row[place - 2 : place])
    return []


def _between(figure: Figure, before: Figure, after: Figure) -> list[Figure]:
    low, high = sorted((before.value, after.value))
    if low <= 0:
        return []
    share = _days(before, figure) / _days(before, after)
    growth = log(after.value) - log(before.value)
    expected = log(before.value) + growth * share
    # Logarithms are not exact: eight times is eight times at every scale.
    off = abs(log(figure.value) - expected) >= log(MAGNITUDE) - _ROUNDING
    beyond = figure.value >= high * Decimal(BEYOND) or figure.value * Decimal(BEYOND) <= low
    return [before, after] if off and beyond else []


def _before(figure: Figure, after: list[Figure]) -> list[Figure]:
    """The first of a series, if it stands far above what grows after it."""
    first, second = (f.value for f in after)
    grows = 0 < first <= second * 2
    return after if grows and figure.value >= max(first, second) * Decimal(MAGNITUDE) else []


def _behind(figure: Figure, before: list[Figure]) -> list[Figure]:
    """The last of a series, if it stands far above what has been steady."""
    low, high = min(f.value for f in before), max(f.value for f in before)
    if low <= 0 or high > low * Decimal(STEADY):
        return []
    return before if figure.value >= high * Decimal(MAGNITUDE) else []


def _days(start: Figure, end: Figure) -> float:
    return float((end.time.earliest - start.time.earliest).days)


def _explanation(survey: Survey, figure: Figure, neighbours: list[Figure]) -> Text:
    words = survey.common.words
    told = tuple(
        explain(_NEIGHBOUR, time=n.time, value=words.value(n.assessed.claim)) for n in neighbours
    )
    return explain(_EXPLANATION, figure=survey.says(figure.point), neighbours=told)
