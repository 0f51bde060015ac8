"""As of every day each statement stands where the graph derived for that day alone has it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from finkg.build.assess import assess
from finkg.build.conclude import conclude
from finkg.build.years import LAYERS, NOWHERE, through
from finkg.errors import Location, Text
from finkg.evidence.claim import Claim, Kind
from finkg.evidence.moment import Moment
from finkg.evidence.rank import Judgement, Rank
from finkg.evidence.record import Observation, Record, Shareholding
from finkg.evidence.support import Evidence, Reliability, Source, Stance
from finkg.reasoning.rule import read_rules
from finkg.schema import Schema
from finkg.vocabulary import fk
from finkg.workspace.model import Entity, PlacedJudgement, Row, Workspace

from .derivation import layers_on

HERE = Location("rows.csv", 1)
SCHEMA, RULES = Schema(), read_rules()
LAST = date(2024, 12, 31)
DAYS = [date(year, 12, 31) for year in range(2015, 2024, 2)] + [date(2018, 1, 1)]
THINGS = [NamedNode(f"https://example.org/{letter}") for letter in "abcde"]
#: Everything is everything, so that rules which ask for a type match.
TYPES = tuple(map(fk, ("Company", "Regulator", "RegulatoryEvent", "LegalInstrument")))
LASTING = ("foundedOn", "dissolvedOn", "occurredOn", "startedOn", "endedOn", "effectiveOn")
#: Single-valued ones, whose claims dispute, and those that rules match.
JOINING = [
    *["parentOrganization"] * 8, *["targets", "triggeredBy", "offers"] * 2,
    "controlledBy", "memberOfGroup", "implements", "repeals", "imposes", "affectedBy", "broader",
    "directlyAffectedBy",
]  # fmt: skip
SOURCES = [
    Source(
        NamedNode(f"https://example.org/source/{name}"),
        name,
        Reliability(name),
        published=Moment.parse(published) if published else None,
    )
    for name, published in (("high", "2020-05-01"), ("medium", "2022"), ("low", ""))
]

things = st.sampled_from(THINGS)
#: Few, so that claims about one meet.
subjects = st.sampled_from(THINGS[:2])
moments = st.sampled_from(
    ["2014", "2015-06", "2016-03-01", "2017", "2017-05", "2018-Q2", "2019-07-01", "2020", "2022-02"]
).map(Moment.parse)
maybe = st.none() | moments
#: From one year on until another.
spans = st.tuples(st.integers(2012, 2017), st.integers(2016, 2023)).map(
    lambda years: (*(Moment.parse(str(year)) for year in years), None)
)
kinds = st.sampled_from([Kind.FACT] * 6 + [Kind.PLAN, Kind.OPINION])
numbers = st.sampled_from([Decimal(10), Decimal(60)])


@st.composite
def shares(draw: st.DrawFn) -> tuple[NamedNode, NamedNode, NamedNode, Record]:
    organization, holder = draw(things), draw(things)
    times = draw(st.tuples(maybe, maybe, maybe))
    record = Shareholding(organization, holder, "capital", draw(numbers), "", *times)
    return holder, fk("holdsSharesIn"), organization, record


@st.composite
def observations(draw: st.DrawFn) -> tuple[NamedNode, NamedNode, NamedNode, Record]:
    thing, as_of = draw(things), draw(maybe)
    metric, unit = NamedNode("https://example.org/users"), fk("person")
    record = Observation(thing, metric, draw(numbers), unit, as_of=as_of)
    return thing, fk("hasObservation"), record.id, record


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    sort = draw(st.integers(0, 9))
    kind = draw(kinds)
    if sort == 0:
        subject, predicate, value, record = draw(shares())
        return Claim(subject, predicate, value, kind, record=record)
    if sort == 1:
        subject, predicate, value, record = draw(observations())
        return Claim(subject, predicate, value, kind, record=record)
    if sort < 4:
        moment = draw(moments).literal
        return Claim(draw(things), fk(draw(st.sampled_from(LASTING))), moment, kind)
    start, end, as_of = draw(spans | st.tuples(maybe, maybe, maybe))
    named = fk(draw(st.sampled_from(JOINING)))
    return Claim(draw(subjects), named, draw(things), kind, start, end, as_of)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    claim, source = draw(claims()), draw(st.sampled_from(SOURCES))
    stance = draw(st.sampled_from([Stance.SUPPORTS] * 6 + [Stance.REFUTES]))
    return Row(claim, Evidence(claim.id, source.id, stance), HERE)


@st.composite
def workspaces(draw: st.DrawFn) -> Workspace:
    entities = {
        thing.value: Entity(thing.value[-1], thing, TYPES, Text("甲", "A"), (), (), "", HERE)
        for thing in THINGS
    }
    # An activity that is a kind of another by decision of the editors stands among the entities.
    first, second = (entities[thing.value] for thing in THINGS[:2])
    entities[first.iri.value] = Entity(
        "a", first.iri, TYPES, first.label, (), (second.iri,), "", HERE
    )
    found = draw(st.lists(rows(), min_size=3, max_size=30))
    judged = draw(st.lists(st.tuples(st.sampled_from(found), st.sampled_from(Rank)), max_size=2))
    return Workspace(
        Path(),
        Text("小", "Small"),
        "https://example.org/",
        LAST,
        entities=entities,
        sources={source.title: source for source in SOURCES},
        rows=found,
        judgements=[PlacedJudgement(_judgement(row.claim, rank), HERE) for row, rank in judged],
    )


def _judgement(claim: Claim, rank: Rank) -> Judgement:
    terms = claim.subject, claim.predicate, claim.value
    return Judgement(*terms, None, rank, Text("有据", "For good reason"), "", "")


@settings(max_examples=20)
@given(workspaces())
def test_every_day_is_as_it_is_derived_alone(workspace: Workspace) -> None:
    """Whatever sources say, deny or outrank, whatever ends, and whatever rules conclude of it."""
    found = through(workspace, SCHEMA, RULES, DAYS)
    for day in (None, *found.days):
        expected = layers_on(day, workspace, SCHEMA, RULES)
        assert {layer: found.layer(layer, day) for layer in LAYERS} == expected, day


@settings(max_examples=20)
@given(workspaces())
def test_the_claims_of_every_statement_are_known(workspace: Workspace) -> None:
    """Each statement stands by claims that say it, which the graph's own layer of claims has, but
    for those that are concluded only then."""
    found = through(workspace, SCHEMA, RULES, DAYS)
    assessment = assess(workspace, SCHEMA)
    known = {claim: assessed.claim for claim, assessed in assessment.claims.items()}
    known |= {c.claim.id: c.claim for c in conclude(workspace, assessment, SCHEMA, RULES)}
    assert not known.keys() & found.only_then.keys()
    known |= found.only_then
    for statement in found.statements:
        assert {known[claim].triple for claim in statement.claims} == {statement[:3]}
        assert statement.whole != NOWHERE or {*statement.then} != {NOWHERE}
