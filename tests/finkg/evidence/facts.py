"""Claims, sources and properties from which the tests of rank and time make their examples."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode

from finkg.errors import Text
from finkg.evidence.assessment import Assessed, stands
from finkg.evidence.backing import Backing
from finkg.evidence.claim import Claim, Kind
from finkg.evidence.dispute import Dispute, Settlement
from finkg.evidence.moment import Moment
from finkg.evidence.policy import Policy
from finkg.evidence.rank import Rank, Ranking
from finkg.evidence.record import Observation, Record, Shareholding
from finkg.evidence.rivalry import Rivalry
from finkg.evidence.support import Evidence, Reliability, Source, Stance
from finkg.schema import Property, Schema
from finkg.vocabulary import ID, fk

#: The day up to which the editors of the examples answer.
DAY = date(2026, 1, 1)
#: As the graph that ships with finkg states it.
POLICY = Policy(
    tolerance={
        "about": Decimal("0.1"),
        **dict.fromkeys(("over", "at-least", "under", "at-most"), Decimal("0.2")),
    }
)
#: Why people judged as they did.
WHY = Text("理由", "reason")


def thing(name: str) -> NamedNode:
    return NamedNode(ID + name)


def time(text: str) -> Moment | None:
    return Moment.parse(text) if text else None


def source(name: str, tier: Reliability, published: str = "", copy_of: str = "") -> Source:
    copied = thing(copy_of) if copy_of else None
    return Source(thing(name), name, tier, published=time(published), copy_of=copied)


#: Two papers of each tier, and mirrors of one of each.
SOURCES = [
    source("gazette", Reliability.HIGH, "2020-05-01"),
    source("agency", Reliability.HIGH, "2023"),
    source("gazette-mirror", Reliability.HIGH, "2024", "gazette"),
    source("paper", Reliability.MEDIUM, "2019-03"),
    source("weekly", Reliability.MEDIUM, "2022-07-01"),
    source("monthly", Reliability.MEDIUM),
    source("paper-mirror", Reliability.MEDIUM, "2024", "paper"),
    source("mirror-of-mirror", Reliability.MEDIUM, "2025", "paper-mirror"),
    source("page", Reliability.LOW),
    source("blog", Reliability.LOW, "2018"),
    source("page-mirror", Reliability.LOW, "", "page"),
]
BACKING = Backing(SOURCES, POLICY)
#: A metric that has one value ever.
PEAK = thing("platforms-peak")


@cache
def properties() -> dict[NamedNode, Property]:
    return {p.iri: p for p in Schema().properties.values()}


def rivalry(policy: Policy = POLICY) -> Rivalry:
    return Rivalry(properties().get, frozenset({PEAK}), policy)


def assessed(claim: Claim, sources: Iterable[str], refuting: Iterable[str] = ()) -> Assessed:
    evidence = [Evidence(claim.id, thing(name)) for name in sources]
    evidence += [Evidence(claim.id, thing(name), Stance.REFUTES) for name in refuting]
    return Assessed(claim, evidence)


def said(
    subject: str,
    predicate: str,
    value: str,
    *sources: str,
    start: str = "",
    end: str = "",
    as_of: str = "",
    kind: Kind = Kind.FACT,
    lang: str | None = None,
    refuted_by: Iterable[str] = (),
) -> Assessed:
    """A claim of a property of the ontology, with the sources that make it."""
    known = properties()[fk(predicate)]
    worded = Moment.parse(value).literal if known.takes == "time" else Literal(value, language=lang)
    term = thing(value) if known.takes == "entity" else worded
    times = (time(start), time(end), time(as_of))
    return assessed(Claim(thing(subject), fk(predicate), term, kind, *times), sources, refuted_by)


def _recorded(record: Record, subject: NamedNode, predicate: str, value: NamedNode) -> Claim:
    return Claim(subject, fk(predicate), value, record=record)


def figure(
    value: str,
    *sources: str,
    unit: str = "unit-platform",
    precision: str = "",
    between: tuple[str, str] | None = None,
    metric: NamedNode = PEAK,
    feature: str = "p2p",
    as_of: str = "",
    period: str = "",
    start: str = "",
    end: str = "",
) -> Assessed:
    """An observation: by default of the peak, which has one value ever."""
    lower, upper = map(Decimal, between) if between else (None, None)
    record = Observation(
        thing(feature), metric, Decimal(value), fk(unit), precision, lower, upper,
        time(as_of), period, time(start), time(end),
        None if as_of or start or end else thing(sources[0] if sources else "page"),
    )  # fmt: skip
    return assessed(_recorded(record, thing(feature), "hasObservation", record.id), sources)


def share(
    percent: str,
    *sources: str,
    holder: str = "jack",
    mode: str = "votes",
    precision: str = "",
    as_of: str = "",
    start: str = "",
    end: str = "",
) -> Assessed:
    """A shareholding in 蚂蚁集团."""
    record = Shareholding(
        thing("ant"), thing(holder), mode, Decimal(percent), precision,
        time(as_of), time(start), time(end),
    )  # fmt: skip
    return assessed(_recorded(record, thing(holder), "holdsSharesIn", thing("ant")), sources)


def judged(side: Assessed, rank: Rank) -> Assessed:
    """The same claim, ranked by people."""
    side.ranking, side.judged = Ranking(rank, WHY), True
    return side


def words(claim: Claim) -> Text:
    text = claim.moment.text if claim.moment else claim.value.value.rpartition("/")[2]
    return Text(text, text)


def settle(*claims: Assessed, backing: Backing = BACKING) -> list[Dispute]:
    """The disputes of the claims, which get their standing."""
    found = Settlement(rivalry(), backing, words, DAY).settle(claims)
    for side in claims:
        side.standing = stands(side, backing, DAY)
    return found
