"""Minimal proofs: for a conclusion, every smallest set of stated claims from which the recorded
inferences draw it (its minimal witnesses: why-provenance, Buneman, Khanna and Tan 2001, section 4).

Without one of its claims a proof is gone; without one claim of each minimal proof the conclusion
is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

Node = TypeVar("Node")
_Kept = TypeVar("_Kept")
_Member = TypeVar("_Member")
#: How many proofs of one claim are kept; the smallest are.
CAP: Final = 64


@dataclass(frozen=True)
class Way(Generic[Node]):
    """One recorded use of a rule that concludes a claim."""

    inference: Node
    premises: frozenset[Node]


@dataclass(frozen=True, eq=False)
class Tree(Generic[Node]):
    """A proof: a stated claim, or a use of a rule with a proof of each of its premises."""

    claim: Node
    way: Way[Node] | None
    below: tuple[Tree[Node], ...] = ()
    #: The stated claims that it ends in, and all that it goes through.
    leaves: frozenset[Node] = field(default=frozenset())
    claims: frozenset[Node] = field(default=frozenset())

    @classmethod
    def stated(cls, claim: Node) -> Tree[Node]:
        own = frozenset((claim,))
        return cls(claim, None, (), own, own)

    @classmethod
    def drawn(cls, claim: Node, way: Way[Node], below: tuple[Tree[Node], ...]) -> Tree[Node]:
        leaves = frozenset[Node]().union(*(tree.leaves for tree in below))
        claims = frozenset((claim,)).union(*(tree.claims for tree in below))
        return cls(claim, way, below, leaves, claims)


@dataclass(frozen=True)
class MinimalProofs(Generic[Node]):
    """The minimal proofs of a claim, smallest first, and whether there may be more."""

    trees: tuple[Tree[Node], ...]
    capped: bool = False


def minimal_proofs(
    goal: Node,
    ways: Mapping[Node, Sequence[Way[Node]]],
    stated: Collection[Node],
    cap: int = CAP,
) -> MinimalProofs[Node]:
    """Every minimal proof of a goal, `cap` of each claim at most.

    `ways` lists, for each claim that rules conclude, how; `stated` are the claims that a source
    states. A circle of inferences proves nothing by itself: a proof through a circle rests on more
    than the one it goes round.
    """
    found = _Search(ways, stated, cap)
    return MinimalProofs(tuple(found.proofs(goal)), found.capped)


class _Search(Generic[Node]):
    def __init__(
        self, ways: Mapping[Node, Sequence[Way[Node]]], stated: Collection[Node], cap: int
    ) -> None:
        self._ways = ways
        self._stated = stated
        self._cap = cap
        self._known: dict[Node, list[Tree[Node]]] = {}
        self.capped = False

    def proofs(self, goal: Node) -> list[Tree[Node]]:
        """Witnesses grow from stated claims upward until nothing smaller is found."""
        claims = list(self._reached(goal))
        for claim in claims:
            self._known[claim] = [Tree.stated(claim)] if claim in self._stated else []
        grew = True
        while grew:
            # Every claim is asked: one that has grown does not end the round.
            grown = [self._grow(claim) for claim in claims]
            grew = any(grown)
        return self._known[goal]

    def _reached(self, goal: Node) -> Iterator[Node]:
        """The claims below a goal, those farther down first, in an order that repeats."""
        order, seen = [goal], {goal}
        for claim in order:
            for way in self._ways.get(claim, ()):
                new = [p for p in sorted(way.premises, key=str) if p not in seen]
                seen.update(new)
                order.extend(new)
        return reversed(order)

    def _grow(self, claim: Node) -> bool:
        """Whether a claim has got a proof that none of those known is part of."""
        candidates = [
            Tree.drawn(claim, way, below)
            for way in self._ways.get(claim, ())
            for below in self._combined(sorted(way.premises, key=str))
            if not any(claim in tree.claims for tree in below)
        ]
        before = {tree.leaves for tree in self._known[claim]}
        self._known[claim] = self._smallest([*self._known[claim], *candidates])
        return {tree.leaves for tree in self._known[claim]} != before

    def _combined(self, premises: Sequence[Node]) -> Iterator[tuple[Tree[Node], ...]]:
        """The proofs of all premises together, those without which another does left out."""
        kept: list[tuple[Tree[Node], ...]] = [()]
        for premise in premises:
            joined = [(*before, tree) for before in kept for tree in self._known[premise]]
            kept = self._smallest_of(joined)
        yield from kept

    def _smallest_of(self, joined: list[tuple[Tree[Node], ...]]) -> list[tuple[Tree[Node], ...]]:
        sets = {below: frozenset[Node]().union(*(t.leaves for t in below)) for below in joined}
        kept = minimal(sorted(joined, key=lambda below: _order(sets[below])), sets.__getitem__)
        return self._cut(kept)

    def _smallest(self, trees: list[Tree[Node]]) -> list[Tree[Node]]:
        # What is known stands before what is new and as large: a tree once built is kept.
        ordered = sorted(trees, key=lambda tree: _order(tree.leaves))
        return self._cut(minimal(ordered, lambda tree: tree.leaves))

    def _cut(self, kept: list[_Kept]) -> list[_Kept]:
        self.capped |= len(kept) > self._cap
        return kept[: self._cap]


def minimal(things: Iterable[_Kept], of: Callable[[_Kept], frozenset[_Member]]) -> list[_Kept]:
    """Of things in the order of the size of their sets, those whose set holds no other's."""
    kept: list[tuple[_Kept, frozenset[_Member]]] = []
    for thing in things:
        own = of(thing)
        if not any(other <= own for _, other in kept):
            kept.append((thing, own))
    return [thing for thing, _ in kept]


def _order(leaves: frozenset[Node]) -> tuple[int, list[str]]:
    return len(leaves), sorted(map(str, leaves))
