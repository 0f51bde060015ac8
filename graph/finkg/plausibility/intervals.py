"""Intervals that are inverted, and times outside the life of what they are about."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from finkg.evidence.record import Observation, Shareholding
from finkg.plausibility.rule import Doubt, GraphRule, Severity, explain
from finkg.plausibility.survey import Point, Survey
from finkg.vocabulary import FOUNDED_ON, fk
from finkg.words import Text

_INVERTED = Text(
    "{start}，而{end}：前者不会晚于后者。",
    "{start}, yet {end}: the former does not come after the latter.",
)
_TOO_EARLY = Text(
    "{claim}，而{birth}：其时尚无此物。",
    "{claim}, yet {birth}: it did not exist then.",
)


class ImpossibleInterval(GraphRule):
    """One thing's times in the wrong order, or a figure of it, or a share in it, from before
    its beginning. Which properties are in order is said by the ontology (`fk:notAfter`)."""

    name = "impossible-interval"
    label = Text("时间区间不成立", "impossible interval")
    definition = Text(
        "检出起止颠倒的区间，以及早于所涉事物起点的时间",
        "test whether an interval is inverted or lies before the beginning of what it is about",
    )
    severity = Severity.IMPOSSIBLE

    def doubts(self, survey: Survey) -> Iterator[Doubt]:
        for known in survey.common.properties.values():
            for later in known.not_after:
                yield from _inverted(survey, known.iri, later)
        for assessed in survey.claims:
            record = assessed.claim.record
            if isinstance(record, (Observation, Shareholding)):
                thing = record.feature if isinstance(record, Observation) else record.organization
                for point in survey.points(assessed):
                    yield from _too_early(survey, point, thing)


def _inverted(survey: Survey, earlier: NamedNode, later: NamedNode) -> Iterator[Doubt]:
    for start, end in _ends(survey, earlier, later):
        if start.time and end.time and start.time.earliest > end.time.latest:
            facts = {"start": survey.says(start), "end": survey.says(end)}
            explanation = explain(_INVERTED, **facts)
            for weaker in survey.weaker(start, end):
                yield weaker.doubt(explanation, start, end)


def _ends(survey: Survey, earlier: NamedNode, later: NamedNode) -> Iterator[tuple[Point, Point]]:
    """The pairs of such times of one subject, of which one at most has lost a dispute."""
    for assessed in (*survey.facts(earlier), *survey.lost(earlier)):
        for start in survey.points(assessed):
            for end in survey.when(assessed.claim.subject, (later,)):
                yield start, end
    for assessed in survey.lost(later):
        for end in survey.points(assessed):
            for start in survey.when(assessed.claim.subject, (earlier,)):
                yield start, end


def _too_early(survey: Survey, point: Point, thing: NamedNode) -> Iterator[Doubt]:
    """Doubts where a time lies before the beginning of a thing that nothing went before."""
    if thing in survey.common.succeeding:
        return
    for birth in survey.when(thing, (FOUNDED_ON, fk("launchedOn"))):
        if point.time and birth.time and point.time.latest < birth.time.earliest:
            facts = {"claim": survey.says(point), "birth": survey.says(birth)}
            explanation = explain(_TOO_EARLY, **facts)
            for weaker in survey.weaker(point, birth):
                yield weaker.doubt(explanation, point, birth)
