"""What has grown up in the year in which it began."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pyoxigraph import NamedNode

from finkg.evidence.record import Observation
from finkg.plausibility.reading import Dated, Reading
from finkg.plausibility.rule import Doubt, Severity, SourceRule, explain
from finkg.vocabulary import fk
from finkg.words import Text

#: From how much on a figure tells of years of growth, by unit; a tenth of it if it only adds up.
MATURE: Final = {
    fk("unit-person"): Decimal(10**8),
    fk("unit-enterprise"): Decimal(10**6),
    fk("unit-CNY"): Decimal(10**12),
    fk("unit-USD"): Decimal(10**11),
}
#: From how much on that is so even for the end of the year of the beginning, for what adds up: more
#: than the fastest known products reached.
FASTEST: Final = {
    fk("unit-person"): Decimal(3 * 10**7),
    fk("unit-enterprise"): Decimal(10**6),
    fk("unit-CNY"): Decimal(3 * 10**10),
    fk("unit-USD"): Decimal(5 * 10**9),
}
_EXPLANATION = Text(
    "原文既说{beginning}，又说{figure}：多年才能累积的规模，不会在起步当年就已达到，两个年份至少有一个"
    "不实。",
    "The source says {beginning} and also {figure}: what takes years to build up is not there in "
    "the year of the beginning, so one of the two years is wrong.",
)


class MatureAtStart(SourceRule):
    """A figure that takes years to build up, as of the year of the founding or launch."""

    name = "mature-metric-at-start"
    label = Text("起步当年已成规模", "mature in the year of its beginning")
    definition = Text(
        "检出成立或上线当年就已达到多年累积规模的数字",
        "test whether a figure that takes years to build up is dated to the year of the beginning",
    )
    severity = Severity.IMPLAUSIBLE

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        for predicate in ("foundedOn", "launchedOn"):
            for said in reading.facts(predicate):
                for beginning in reading.times(said):
                    yield from self._judged(reading, beginning)

    def _judged(self, reading: Reading, beginning: Dated) -> Iterator[Doubt]:
        for figure in _figures(reading, beginning.said.claim.subject):
            if _is_too_early(beginning, figure, reading.common.cumulative):
                facts = {"beginning": reading.says(beginning), "figure": reading.says(figure)}
                explanation = explain(_EXPLANATION, **facts)
                yield beginning.doubt(explanation, figure)
                yield figure.doubt(explanation, beginning)


def _figures(reading: Reading, thing: NamedNode) -> Iterator[Dated]:
    """The figures of a thing and, of a company, those of what it offers."""
    yield from reading.figures(thing)
    for said in reading.facts("offers", thing):
        if isinstance(said.claim.value, NamedNode):
            yield from reading.figures(said.claim.value)


def _is_too_early(beginning: Dated, figure: Dated, cumulative: frozenset[NamedNode]) -> bool:
    """Whether a figure that takes years is given for the very time of the beginning, or one that no
    product has reached so fast for a later day of its year."""
    record = figure.said.claim.record
    if not isinstance(record, Observation) or record.unit not in MATURE:
        return False
    adds_up = record.metric in cumulative
    if beginning.alike(figure) and record.value * (10 if adds_up else 1) >= MATURE[record.unit]:
        return True
    years = {t.year for d in (beginning, figure) for t in (d.time.earliest, d.time.latest)}
    own = beginning.mention is None or beginning.mention is not figure.mention
    return len(years) == 1 and own and adds_up and record.value >= FASTEST[record.unit]
