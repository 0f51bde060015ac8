"""The whole graph, as the rules that look across sources and properties see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from finkg.evidence.assessment import Assessed, Standing
from finkg.evidence.backing import Backing
from finkg.evidence.doubt import Part
from finkg.evidence.moment import Moment
from finkg.evidence.policy import Policy
from finkg.plausibility.common import Common
from finkg.plausibility.rule import Doubt
from finkg.words import Text

_DOUBTED = (Standing.ACCEPTED, Standing.DOUBTFUL, Standing.OUTRANKED)


@dataclass(frozen=True, slots=True)
class Point:
    """A part of a claim that counts, and the time it states, if the part is one."""

    assessed: Assessed
    part: Part
    time: Moment | None = None

    def doubt(self, explanation: Text, *compared: Point) -> Doubt:
        """The doubt about this part, seen beside others."""
        others = {p.assessed.claim.id for p in compared} - {self.assessed.claim.id}
        compared_with = tuple(sorted(others, key=lambda node: node.value))
        return Doubt(self.assessed.claim.id, self.part, explanation, compared_with)


class Survey:
    """The claims that count as facts, by what they say.

    One that has lost a dispute can be doubted, and nothing is doubted in view of it.
    """

    def __init__(
        self,
        claims: Iterable[Assessed],
        common: Common,
        backing: Backing,
        policy: Policy,
    ) -> None:
        self.common = common
        self.backing = backing
        self.policy = policy
        #: Those that have lost a dispute, opinions and all others too.
        self.everything = list(claims)
        self.claims = [a for a in self.everything if a.standing in _DOUBTED]
        self._by: defaultdict[tuple[NamedNode, NamedNode], list[Assessed]] = defaultdict(list)
        self._of: defaultdict[NamedNode, list[Assessed]] = defaultdict(list)
        self._lost: defaultdict[NamedNode, list[Assessed]] = defaultdict(list)
        for assessed in self.claims:
            claim = assessed.claim
            if assessed.outranked:
                self._lost[claim.predicate].append(assessed)
            else:
                self._by[claim.subject, claim.predicate].append(assessed)
                self._of[claim.predicate].append(assessed)

    def facts(self, predicate: NamedNode, subject: NamedNode | None = None) -> list[Assessed]:
        """The claims with a property that have lost no dispute, all or of one subject."""
        return self._by.get((subject, predicate), []) if subject else self._of.get(predicate, [])

    def lost(self, predicate: NamedNode) -> list[Assessed]:
        """The claims with a property that have lost a dispute."""
        return self._lost.get(predicate, [])

    def points(self, assessed: Assessed) -> Iterator[Point]:
        """The times of a claim."""
        for part, time in zip(Part, assessed.claim.times, strict=True):
            if time:
                yield Point(assessed, part, time)

    def when(self, thing: NamedNode, predicates: Iterable[NamedNode]) -> Iterator[Point]:
        """The times that properties of a thing state."""
        for predicate in predicates:
            for assessed in self.facts(predicate, thing):
                if assessed.claim.moment:
                    yield Point(assessed, Part.VALUE, assessed.claim.moment)

    def marking(self, mark: str) -> list[NamedNode]:
        """The properties whose value marks a point of a life or of legal force: "LifeEnd"."""
        return [iri for iri, known in self.common.properties.items() if mark in known.marks]

    def weaker(self, *points: Point) -> list[Point]:
        """Of parts that can not all be right, those to doubt: what is doubted already, else what
        has lost a dispute, else what is backed worst by tier and independent sources; all of them
        if none is backed worse."""
        lost = [p for p in points if p.assessed.outranked]
        doubted = [p for p in points if p.assessed.flags]
        if lost or doubted:
            return doubted or lost
        places = [self.backing.place(p.assessed.supporting) for p in points]
        left = [p for p, place in zip(points, places, strict=True) if place == max(places)]
        backing = [len(self.backing.independent(p.assessed.supporting)) for p in left]
        most = max(backing) - self.policy.corroboration_margin
        return [p for p, sources in zip(left, backing, strict=True) if sources <= most] or left

    def says(self, point: Point) -> Text:
        """What the claim says."""
        return self.common.says(point.assessed.claim)
