"""A date that is later than the source that states it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from finkg.evidence.assessment import Assessed
from finkg.evidence.claim import Kind
from finkg.evidence.doubt import Part
from finkg.evidence.lasting import Lasting
from finkg.plausibility.rule import Doubt, GraphRule, Severity, explain
from finkg.plausibility.survey import Point, Survey
from finkg.vocabulary import fk
from finkg.words import Text

_EXPLANATION = Text(
    "来源最晚到 {published}，却把 {time} 的事当作已经发生：{claim}。",
    "A source no younger than {published} tells as a fact what is dated {time}: {claim}.",
)


class LaterThanSource(GraphRule):
    """What a source tells as a fact has happened when it is told. Plans may name days to come, so
    may the day on which an instrument takes effect or lapses, and the end of a term."""

    name = "later-than-source"
    label = Text("晚于来源", "later than its source")
    definition = Text(
        "检出晚于其来源发布或收录之日的事实时间",
        "test whether a fact is dated after the source that states it was published or recorded",
    )
    severity = Severity.IMPOSSIBLE

    def doubts(self, survey: Survey) -> Iterator[Doubt]:
        foretold = {*survey.marking("ForceStart"), *survey.marking("ForceEnd")}
        foretold -= set(survey.marking("LifeStart"))
        foretold.add(fk("plannedFor"))
        # Whether it has lost a dispute or not, its source could not know it.
        for assessed in survey.everything:
            known = _known_until(survey, assessed)
            if not known or assessed.claim.kind is not Kind.FACT:
                continue
            for point in survey.points(assessed):
                may_come = _may_come(survey, point) or assessed.claim.predicate in foretold
                if not may_come and _is_later(point, known):
                    explanation = explain(
                        _EXPLANATION, claim=survey.says(point), time=point.time, published=known
                    )
                    yield point.doubt(explanation)


def _may_come(survey: Survey, point: Point) -> bool:
    """Whether a term has an end that is known before, or a duty is set for days to come."""
    lasts = survey.common.lasting(point.assessed.claim)
    return point.part is Part.VALID_TO or (
        point.part is Part.VALID_FROM and lasts is Lasting.LEGAL_FORCE
    )


def _known_until(survey: Survey, assessed: Assessed) -> date | None:
    """The last day that the youngest of the supporting sources can speak of, if all say when they
    were published, or at least when they were recorded."""
    published = map(survey.backing.latest, assessed.supporting)
    days = [day for day in published if day]
    return max(days) if days and len(days) == len(assessed.supporting) else None


def _is_later(point: Point, day: date) -> bool:
    return point.time is not None and point.time.earliest > day
