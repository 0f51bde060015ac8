"""A figure an order of magnitude out of line with its neighbours in time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from finkg.plausibility.rule import Doubt, GraphRule, Severity, explain
from finkg.plausibility.series import Figure, series
from finkg.plausibility.survey import Survey
from finkg.words import Text

#: Out of line by so many times: a digit more or less.
MAGNITUDE: Final = Decimal(8)
#: Neighbours that differ by more agree on no line.
STEADY: Final = Decimal(3)
#: The same, for the last figure of a series, which has neighbours on one side only.
STEADIER: Final = Decimal(2)

_EXPLANATION = Text(
    "{figure}与前后的数字相差一个数量级：{neighbours}。",
    "{figure} is an order of magnitude out of line with its neighbours: {neighbours}.",
)
_NEIGHBOUR = Text("{time} 为 {value}", "{value} in {time}")


class MetricOutOfLine(GraphRule):
    """A slipped zero: a figure far above, or far below, neighbours that agree with each other."""

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
                neighbours = _neighbours(row, place)
                if neighbours and _is_out_of_line(figure, neighbours):
                    yield figure.point.doubt(
                        _explanation(survey, figure, neighbours), *(n.point for n in neighbours)
                    )


def _neighbours(row: list[Figure], place: int) -> list[Figure]:
    """The figures before and after that agree on a line; for the last, the two before it.

    The first has none: what is young grows fast.
    """
    if 0 < place < len(row) - 1:
        found, bound = [row[place - 1], row[place + 1]], STEADY
    elif place == len(row) - 1 and place > 1:
        found, bound = [row[place - 2], row[place - 1]], STEADIER
    else:
        return []
    low, high = sorted(n.value for n in found)
    return found if low > 0 and high <= bound * low else []


def _is_out_of_line(figure: Figure, neighbours: list[Figure]) -> bool:
    values = [n.value for n in neighbours]
    above = figure.value >= MAGNITUDE * max(values)
    return above or figure.value * MAGNITUDE <= min(values)


def _explanation(survey: Survey, figure: Figure, neighbours: list[Figure]) -> Text:
    words = survey.common.words
    told = tuple(
        explain(_NEIGHBOUR, time=n.time, value=words.value(n.assessed.claim)) for n in neighbours
    )
    return explain(_EXPLANATION, figure=survey.says(figure.point), neighbours=told)
