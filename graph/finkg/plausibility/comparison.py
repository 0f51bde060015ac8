"""What better sources say of a claim: what bears it out, and what is at odds with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from finkg.evidence.assessment import Assessed
from finkg.evidence.backing import Backing
from finkg.evidence.conflict import conflicts
from finkg.evidence.dispute import Dispute
from finkg.evidence.doubt import Part
from finkg.evidence.record import Observation
from finkg.evidence.rivalry import Rivalry
from finkg.evidence.support import Triples
from finkg.vocabulary import AGREES_WITH, CONTRADICTED_BY

_Key = tuple[NamedNode, NamedNode, str]


@dataclass(slots=True)
class Comparison:
    """For each claim the better-sourced claims that agree with it, and that contradict it."""

    agreeing: defaultdict[NamedNode, set[NamedNode]] = field(
        default_factory=lambda: defaultdict(set)
    )
    contradicting: defaultdict[NamedNode, set[NamedNode]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def triples(self) -> Triples:
        for term, found in (
            (AGREES_WITH, self.agreeing),
            (CONTRADICTED_BY, self.contradicting),
        ):
            for claim, others in found.items():
                for other in others:
                    yield claim, term, other


def compare(
    claims: Mapping[NamedNode, Assessed],
    disputes: Iterable[Dispute],
    rivalry: Rivalry,
    backing: Backing,
) -> Comparison:
    """Compare each claim with those that a source of a better tier supports."""
    found = Comparison()
    place = {name: backing.place(a.supporting) for name, a in claims.items()}
    for one, other, agree in _pairs(claims.values(), rivalry):
        worse, better = sorted((one, other), key=lambda a: -place[a.claim.id])
        if place[better.claim.id] < place[worse.claim.id]:
            said = found.agreeing if agree else found.contradicting
            said[worse.claim.id].add(better.claim.id)
    for dispute in disputes:
        best = dispute.preferred
        for side in dispute.sides if best else ():
            if best and place[best] < place[side]:
                found.contradicting[side].add(best)
    for doubted, dated in _of_another_day(claims.values(), rivalry):
        if place[dated] < place[doubted]:
            found.contradicting[doubted].add(dated)
    return found


def _pairs(
    claims: Iterable[Assessed], rivalry: Rivalry
) -> Iterator[tuple[Assessed, Assessed, bool]]:
    """Rivals that surely hold on one day, and whether they agree."""
    supported = (a for a in claims if a.supporting)
    for group in rivalry.groups(supported):
        yield from rivalry.compared(group)


def _of_another_day(
    claims: Iterable[Assessed], rivalry: Rivalry
) -> Iterator[tuple[NamedNode, NamedNode]]:
    """A figure whose day is doubted, and one of the same metric and size of another day."""
    figures: defaultdict[_Key, list[Assessed]] = defaultdict(list)
    doubted: list[tuple[_Key, Assessed]] = []
    for assessed in claims:
        record = assessed.claim.record
        if isinstance(record, Observation) and record.as_of and assessed.supporting:
            key = (record.feature, record.metric, record.period)
            figures[key].append(assessed)
            if any(flag.part is Part.AS_OF for flag in assessed.flags):
                doubted.append((key, assessed))
    for key, assessed in doubted:
        for other in figures[key]:
            same_size = not conflicts(assessed.claim, other.claim, rivalry.policy)
            if same_size and not _same_day(assessed, other):
                yield assessed.claim.id, other.claim.id


def _same_day(one: Assessed, other: Assessed) -> bool:
    mine, theirs = one.claim.times[1], other.claim.times[1]
    return bool(mine and theirs and (mine.within(theirs) or theirs.within(mine)))
