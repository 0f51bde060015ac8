"""What a graph says about a statement that is asked for, and about premises that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.reasoning.claims import Claims, claims_of
from finkg.reasoning.proof import Term
from finkg.reasoning.whynot.fitness import Fitness
from finkg.reasoning.whynot.partial import KINDS, STANDINGS
from finkg.store.layers import Layer
from finkg.store.view import GraphView

#: How many claims that do not count are told of one missing premise.
_TOLD: Final = 3


class Goal(NamedTuple):
    """A statement that is asked for; without a value, any of the property."""

    subject: NamedNode
    predicate: NamedNode
    value: Term | None


class Known:
    """What a graph says about goals and premises."""

    def __init__(self, view: GraphView) -> None:
        self.view = view
        self._claims = Claims(view)
        self.fitness = Fitness(view)
        self.saying = cache(self._saying)
        self.counts = cache(self._counts)
        self.not_counted = cache(self._not_counted)

    def _saying(self, goal: Goal) -> list[NamedNode]:
        """The claims that say so, however they stand."""
        return claims_of(self.view, *goal) if goal.value is not None else []

    def _counts(self, claim: NamedNode) -> bool:
        """Whether a rule may use a claim."""
        standing, kind, rank = (
            self._claims.one(claim, term) for term in (v.STANDING, v.KIND, v.RANK)
        )
        return standing in STANDINGS and kind in KINDS and rank != v.fk("DeprecatedRank")

    def _not_counted(
        self, subject: NamedNode | None, properties: tuple[NamedNode, ...], value: Term | None
    ) -> tuple[NamedNode, ...]:
        """Claims that say what a premise asks for, as far as that is known, and do not count."""
        if not properties or (subject is None and value is None):
            return ()
        ends = ((v.CLAIM_SUBJECT, subject), (v.CLAIM_VALUE, value))
        known = [(term, end) for term, end in ends if end is not None]
        claims = (
            claim
            for claim in self._pointing(*known[0])
            if self._claims.one(claim, v.CLAIM_PROPERTY) in properties
            and all(self._claims.one(claim, term) == end for term, end in known[1:])
            and not self.counts(claim)
        )
        return tuple(sorted(claims, key=str)[:_TOLD])

    def dates(self, premises: Iterable[NamedNode]) -> tuple[NamedNode, ...]:
        """The accepted claims that say when the things which premises join begin and end."""
        ends = (v.CLAIM_SUBJECT, v.CLAIM_VALUE)
        found = {thing for p in premises for end in ends for thing in self._claims.nodes(p, end)}
        things = sorted(found, key=str)
        claims = (claim for thing in things for claim in claims_of(self.view, thing))
        return tuple(claim for claim in claims if self._dates(claim))

    def _dates(self, claim: NamedNode) -> bool:
        (predicate,) = self._claims.nodes(claim, v.CLAIM_PROPERTY)
        accepted = self._claims.one(claim, v.STANDING) == v.fk("Accepted")
        return accepted and bool(self.view.objects(predicate, v.MARKS))

    def _pointing(self, predicate: NamedNode, end: Term) -> Iterator[NamedNode]:
        quads = self.view.store.quads_for_pattern(None, predicate, end, Layer.CLAIMS.iri)
        return (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))
