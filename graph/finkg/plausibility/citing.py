"""A law that is cited before it existed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pyoxigraph import NamedNode

from finkg.evidence.assessment import Assessed
from finkg.evidence.claim import Kind
from finkg.evidence.doubt import Part
from finkg.evidence.moment import Moment
from finkg.evidence.record import Effect
from finkg.plausibility.rule import Doubt, GraphRule, Severity, explain
from finkg.plausibility.survey import Point, Survey
from finkg.vocabulary import fk
from finkg.words import Text

#: When a document begins to exist, first as a draft.
_EXISTENCE = (fk("draftPublishedOn"), fk("signedOn"), fk("promulgatedOn"))
#: What joins an event with a document that is there when it happens.
_RESTS_ON = (fk("implements"), fk("triggeredBy"), fk("follows"), fk("groundedIn"))
#: What a draft becomes is said of it with hindsight.
_FORETOLD = fk("draftOf")
_HAPPENED = (fk("occurredOn"), fk("startedOn"))

_EARLY_ACT = Text(
    "{act}，所依据的却是 {since} 才问世的“{law}”。",
    "{act} rests on “{law}”, which did not exist until {since}.",
)
_EARLY_SOURCE = Text(
    "来源最晚到 {published}，却已论及 {since} 才问世的“{law}”。",
    "A source no younger than {published} speaks of “{law}”, which did not exist until {since}.",
)


class CitedBeforeExisting(GraphRule):
    """An act that rests on an instrument which is yet to come, or a source that speaks of it."""

    name = "cited-before-existing"
    label = Text("援引尚不存在的法规", "cites what did not exist yet")
    definition = Text(
        "检出早于所援引法规问世的行为或来源",
        "test whether an instrument is cited, by an act or a source, before it existed",
    )
    severity = Severity.IMPOSSIBLE

    def doubts(self, survey: Survey) -> Iterator[Doubt]:
        births = _births(survey)
        for assessed in survey.claims:
            law = assessed.claim.value
            if isinstance(law, NamedNode) and law in births:
                yield from _acts(survey, assessed, births[law])
                yield from _named_early(survey, assessed, births[law])
            elif assessed.claim.subject in births and not assessed.claim.moment:
                yield from _named_early(survey, assessed, births[assessed.claim.subject])


def _births(survey: Survey) -> dict[NamedNode, Point]:
    """When each document surely did not exist before: the first of its times."""
    births: dict[NamedNode, Point] = {}
    for predicate in _EXISTENCE:
        for assessed in survey.facts(predicate):
            for point in survey.points(assessed):
                known = births.get(assessed.claim.subject, point)
                births[assessed.claim.subject] = min(known, point, key=_order)
    return births


def _order(point: Point) -> tuple[date, date, str]:
    return _time(point).earliest, _time(point).latest, point.assessed.claim.id.value


def _acts(survey: Survey, assessed: Assessed, birth: Point) -> Iterator[Doubt]:
    """Doubts where what rests on a document is dated before it."""
    claim = assessed.claim
    if isinstance(claim.record, Effect):
        points = [p for p in survey.points(assessed) if p.part is Part.AS_OF]
    elif claim.predicate in _RESTS_ON:
        points = [*survey.when(claim.subject, _HAPPENED)]
    else:
        points = []
    for point in points:
        if _time(point).latest < _time(birth).earliest:
            facts = {"act": survey.says(point), "law": survey.common.words.term(_law(birth))}
            explanation = explain(_EARLY_ACT, **facts, since=birth.time)
            for weaker in survey.weaker(point, birth):
                yield weaker.doubt(explanation, point, birth)


def _named_early(survey: Survey, assessed: Assessed, birth: Point) -> Iterator[Doubt]:
    """Doubts where all sources that speak of a document as it is are older than it."""
    days = [survey.backing.published(e) for e in assessed.supporting]
    latest = max((day.latest for day in days if day), default=None)
    is_fact = assessed.claim.kind is Kind.FACT and assessed.claim.predicate != _FORETOLD
    if not is_fact or None in days or not latest:
        return
    if latest < _time(birth).earliest:
        law = survey.common.words.term(_law(birth))
        explanation = explain(_EARLY_SOURCE, published=latest, since=birth.time, law=law)
        said = Point(assessed, Part.VALUE)
        for weaker in survey.weaker(said, birth):
            yield weaker.doubt(explanation, said, birth)


def _law(birth: Point) -> NamedNode:
    return birth.assessed.claim.subject


def _time(point: Point) -> Moment:
    assert point.time  # only times were gathered
    return point.time
