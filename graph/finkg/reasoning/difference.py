"""What would be otherwise: the statements of a graph beside those of the same graph as supposed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pyoxigraph import NamedNode

from finkg.reasoning.proof import Proof

#: The standings, by name, of what counts in a graph, be it doubtful.
COUNTING: Final = frozenset(("Accepted", "Doubtful", "TimeUnknown"))


@dataclass(frozen=True)
class Change:
    """A statement that counts in one of two graphs only, or stands otherwise in the other."""

    claim: NamedNode
    #: Where it stands in each ("Accepted", "Outranked" ...); empty where nobody says so.
    before: str
    after: str
    #: Whether a rule concludes it; else sources state it.
    concluded: bool
    _proving: Callable[[NamedNode], Proof]

    @property
    def is_new(self) -> bool:
        """Whether it counts in the supposed graph only."""
        return self.before not in COUNTING

    @property
    def is_lost(self) -> bool:
        """Whether it counts in the graph as it is only."""
        return self.after not in COUNTING

    @cached_property
    def proof(self) -> Proof:
        """Why it would stand; of what would fall, why it does now."""
        return self._proving(self.claim)


@dataclass(frozen=True)
class Difference:
    """What follows from a supposition: for conclusions, and for what sources state."""

    changes: tuple[Change, ...]

    @property
    def new(self) -> list[Change]:
        """Conclusions that would be drawn then, and are not now."""
        return [c for c in self.changes if c.concluded and c.is_new]

    @property
    def lost(self) -> list[Change]:
        """Conclusions that could not be drawn then."""
        return [c for c in self.changes if c.concluded and c.is_lost]

    @property
    def shifted(self) -> list[Change]:
        """Conclusions that would stand otherwise: doubtful, say, instead of accepted."""
        return [c for c in self.changes if c.concluded and not (c.is_new or c.is_lost)]

    @property
    def stated(self) -> list[Change]:
        """Statements of sources that would go, come to count, or stand otherwise."""
        return [c for c in self.changes if not c.concluded]


@dataclass(frozen=True)
class Side:
    """One of two graphs: where each claim stands in it, by name, and the proof of each."""

    standings: Mapping[NamedNode, str]
    #: What a claim says: property, subject and value, as text.
    said: Callable[[NamedNode], tuple[str, ...]]
    prove: Callable[[NamedNode], Proof]

    def counting(self, claim: NamedNode) -> str:
        """The standing of a claim that counts; nothing for another."""
        found = self.standings.get(claim, "")
        return found if found in COUNTING else ""


def difference(actual: Side, supposed: Side, concluded: Collection[NamedNode]) -> Difference:
    """The changes from a graph to the same as supposed, by property, subject and value.

    `concluded` are the claims that rules conclude in one of them.
    """
    changes = [
        Change(
            claim,
            actual.standings.get(claim, ""),
            supposed.standings.get(claim, ""),
            claim in concluded,
            supposed.prove if would else actual.prove,
        )
        for claim in actual.standings.keys() | supposed.standings.keys()
        if actual.counting(claim) != (would := supposed.counting(claim))
    ]

    def place(change: Change) -> tuple[tuple[str, ...], str]:
        side = supposed if change.after else actual
        return side.said(change.claim), change.claim.value

    return Difference(tuple(sorted(changes, key=place)))
