"""The entities that a text names, by labels, aliases and identifiers of a graph: entity linking."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import NamedNode

from finkg.folding import folded, folded_name
from finkg.store.names import Names
from finkg.understanding.lexicon import HAN, stem
from finkg.vocabulary import local_name

_CAPITAL = re.compile(r"([A-Z])")
#: A name of one character is a word more often than a name.
SHORTEST = 2


class Mention(NamedTuple):
    """Words of a text that name something, where they begin and end, and what they may name."""

    start: int
    end: int
    text: str
    entities: tuple[NamedNode, ...]


class Linker:
    """Finds names in texts; only those of entities of some class that is asked about."""

    def __init__(self, names: Names, classes: Iterable[str]) -> None:
        self._names = names
        self.wanted = frozenset(classes)
        self._classes: dict[NamedNode, frozenset[str]] = {}
        self._narrower: dict[frozenset[str], frozenset[str]] = {}

    def classes(self, entity: NamedNode) -> frozenset[str]:
        """The local names of the classes of an entity, and of all above them."""
        if entity not in self._classes:
            above = self._names.classes(entity)
            self._classes[entity] = frozenset(local_name(cls) for cls in above)
        return self._classes[entity]

    def narrower(self, classes: Iterable[str]) -> frozenset[str]:
        """Those of these classes of which all is of another of them, too: regulators are
        organizations."""
        asked = frozenset(classes)
        if asked not in self._narrower:
            self._narrower[asked] = frozenset(cls for cls in asked if self._is_within(cls, asked))
        return self._narrower[asked]

    def _is_within(self, cls: str, others: frozenset[str]) -> bool:
        known = (self.classes(e) for entities in self._by_name.values() for e in entities)
        shared = [classes & (others - {cls}) for classes in known if cls in classes]
        return bool(shared) and bool(frozenset.intersection(*shared))

    def preferred(self, entities: list[NamedNode]) -> list[NamedNode]:
        """Products and organizations, if any of these is one."""
        return self._names.preferred(entities)

    @cached_property
    def properties(self) -> dict[str, str]:
        """The local names of the properties of the ontology, by how a reader spells them.

        Those that are ordinary words (`evidence`, `cause`) are not among them: only what can be
        nothing but a property (`launchedOn`) names one.
        """
        names = (local_name(each) for each in self._names.properties())
        return {stem(folded(name)): name for name in names if name != name.lower()}

    @cached_property
    def spelled_out(self) -> dict[str, str]:
        """The same in words: `launchedOn` is “launched on”."""
        return {name: _CAPITAL.sub(r" \1", name).casefold() for name in self.properties.values()}

    def mentions(self, text: str) -> Iterator[Mention]:
        """The names in a folded text, the longest first that begins at a place."""
        places = [n for n, char in enumerate(text) if not char.isspace()]
        squeezed = "".join(text[n] for n in places)
        start = 0
        while start < len(squeezed):
            length = self._longest_at(text, squeezed, places, start)
            if length:
                first, last = places[start], places[start + length - 1] + 1
                found = self._by_name[squeezed[start : start + length]]
                yield Mention(first, last, text[first:last], found)
            start += length or 1

    def described(self) -> Iterator[str]:
        """A line for each name: what it may mean, and of which classes that is."""
        for name, entities in self._by_name.items():
            meant = (f"{entity.value} {sorted(self.classes(entity))}" for entity in entities)
            yield f"{name} {' '.join(meant)}\n"

    def _longest_at(self, text: str, squeezed: str, places: list[int], start: int) -> int:
        lengths = self._lengths.get(squeezed[start : start + SHORTEST])
        if not lengths or not _parts(text, places[start] - 1, places[start]):
            return 0
        for length in lengths:
            end = start + length
            if end > len(squeezed) or squeezed[start:end] not in self._by_name:
                continue
            if _parts(text, places[end - 1], places[end - 1] + 1):
                return length
        return 0

    @cached_property
    def _by_name(self) -> dict[str, tuple[NamedNode, ...]]:
        found: defaultdict[str, dict[NamedNode, None]] = defaultdict(dict)
        for entity, name in self._names.all():
            if self.classes(entity) & self.wanted:
                for each in (name, *_identifiers(entity)):
                    key = folded_name(each)
                    if len(key) >= SHORTEST:
                        found[key][entity] = None
        return {name: tuple(entities) for name, entities in found.items()}

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """By how a name begins, how long such names are, longest first."""
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for name in self._by_name:
            lengths[name[:SHORTEST]].add(len(name))
        return {start: sorted(each, reverse=True) for start, each in lengths.items()}


def _identifiers(entity: NamedNode) -> Iterator[str]:
    """The last part of an IRI, as people copy it, if it can be no ordinary word."""
    name = local_name(entity)
    if "-" in name:
        yield name


def _parts(text: str, before: int, after: int) -> bool:
    """Whether a word may end at one place and another begin at the next."""
    if before < 0 or after >= len(text):
        return True
    left, right = text[before], text[after]
    return not (left.isalnum() and right.isalnum()) or bool(HAN.match(left) or HAN.match(right))
