"""A phase that ends in the year as of which the figures of the next are given."""

from __future__ import annotations

from collections.abc import Iterator

from finkg.plausibility.reading import Reading
from finkg.plausibility.rule import Doubt, Severity, SourceRule, explain
from finkg.plausibility.sequence import figures_after, orders
from finkg.words import Text

_EXPLANATION = Text(
    "原文说{end}，接着讲下一阶段，其成果却是{figure}：上一阶段结束的当年，下一阶段不会已有成果，两个年份"
    "至少有一个不实。",
    "The source says {end}, goes on to the next phase, and gives as its result {figure}: in the "
    "year in which a phase ends the next has no results yet, so one of the two years is wrong.",
)


class PhaseEndInNextPhase(SourceRule):
    """The end of a phase is dated like the figures that the text tells of the phase after it."""

    name = "phase-end-in-next-phase"
    label = Text("前一阶段止于后一阶段的统计年份", "phase that ends amid the next")
    definition = Text(
        "检出结束之年与下一阶段数字的统计之年相同的阶段",
        "test whether a phase ends in the year as of which figures of the next are given",
    )
    severity = Severity.IMPLAUSIBLE

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        for order in orders(reading):
            ends = reading.when(order.earlier, "endedOn")
            for figure in figures_after(reading, order) if ends else ():
                for end in (end for end in ends if end.alike(figure)):
                    facts = {"end": reading.says(end), "figure": reading.says(figure)}
                    explanation = explain(_EXPLANATION, **facts)
                    yield end.doubt(explanation, figure)
                    yield figure.doubt(explanation, end)
