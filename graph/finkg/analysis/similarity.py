"""Likeness: things that have the same values, such as products under the same regulation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from finkg.analysis.network import Network, Statement


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two things, the values that they share, the most telling first, and how many either has."""

    one: NamedNode
    other: NamedNode
    shared: tuple[NamedNode, ...]
    either: int

    @property
    def score(self) -> float:
        """The shared ones by all, from 0 to 1: the coefficient of Jaccard (1912, New Phytologist
        11: 37-50)."""
        return len(self.shared) / self.either


class Profiles:
    """What the statements of a network say of their subjects: the set of values of each."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._of: defaultdict[NamedNode, dict[NamedNode, None]] = defaultdict(dict)
        self._with: defaultdict[NamedNode, dict[NamedNode, None]] = defaultdict(dict)
        for statement in network.statements:
            self._of[statement.subject][statement.value] = None
            self._with[statement.value][statement.subject] = None

    def __iter__(self) -> Iterator[NamedNode]:
        """The subjects, by IRI."""
        return iter(self._of)

    def likeness(self, one: NamedNode, other: NamedNode) -> Likeness | None:
        """How alike two things are; nothing if neither has a value. The value that the fewest have
        tells most."""
        mine, theirs = self._of.get(one, {}), self._of.get(other, {})
        if not mine and not theirs:
            return None
        shared = sorted(
            (v for v in mine if v in theirs), key=lambda v: (len(self._with[v]), v.value)
        )
        return Likeness(one, other, tuple(shared), len(mine.keys() | theirs.keys()))

    def nearest(self, thing: NamedNode, most: int) -> list[Likeness]:
        """The things that share most with one, the most alike first; of those as alike the one
        that shares more, then by IRI."""
        others = {s: None for v in self._of.get(thing, {}) for s in self._with[v] if s != thing}
        found = [alike for other in others if (alike := self.likeness(thing, other))]
        found.sort(key=lambda alike: (-alike.score, -len(alike.shared), alike.other.value))
        return found[:most]

    def statements(self, alike: Likeness) -> list[Statement]:
        """What says that both have what they share."""
        return [
            statement
            for value in alike.shared
            for thing in (alike.one, alike.other)
            for statement in self._network.between(thing, value)
            if statement.subject == thing
        ]
