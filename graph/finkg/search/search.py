"""Searching a graph by its index."""

from __future__ import annotations

import re
import sqlite3
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from finkg.search.entries import Entity, Kind
from finkg.search.hits import Hit
from finkg.search.index import FILE, VERSION, fill
from finkg.search.lookup import Lookup
from finkg.search.matching import Candidate, Match, Query
from finkg.search.similar import similar
from finkg.search.tokens import pieces
from finkg.store.snapshot import Snapshot
from finkg.words import Text

#: An entity has several names: so many entries are looked at for each hit that is wanted.
_NAMES: Final = 4
_LEAST: Final = 200
#: Pinyin with the tone as a figure after each syllable.
_NUMBERED: Final = re.compile(r"(?:[a-z]+[0-5])+")
_LETTERS_ONLY: Final = str.maketrans("", "", "012345")


class _Answer(NamedTuple):
    """A candidate that answers the query, and what its place among the hits depends on."""

    order: tuple[float, ...]
    candidate: Candidate
    kind: Kind
    match: Match


class Search:
    """Finds entities by what they are called and by the texts about them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """The connection is closed with it."""
        self._lookup = Lookup(connection)
        weakref.finalize(self, connection.close)

    @classmethod
    def of(cls, snapshot: Snapshot) -> Search:
        """That of a snapshot; where it has no index, or one of another version, the index is made
        in memory."""
        path = snapshot.folder / FILE
        connection = _opened(path) if path.is_file() else None
        if connection is None:
            connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            fill(connection, snapshot)
        return cls(connection)

    def find(self, text: str, limit: int | None = None) -> list[Hit]:
        """The best hits, one an entity; all without a limit.

        What is written so stands before what is pronounced so, and that before what is only alike;
        names before texts; products and organizations before all else. With a limit, of very many
        names that match in one way only the likeliest are looked at.
        """
        query = Query(text)
        if not query.key or (limit is not None and limit < 1):
            return []
        best = self._best(query, limit)
        if not best and _NUMBERED.fullmatch(query.key):
            best = self._best(Query(query.key.translate(_LETTERS_ONLY)), limit)
        entities = self._lookup.entities(each.candidate.entity for each in best)
        return [_hit(each, entities[each.candidate.entity]) for each in best]

    def _best(self, query: Query, limit: int | None) -> list[_Answer]:
        """The best answer of each entity, in the order of the hits."""
        most = -1 if limit is None else max(limit * _NAMES, _LEAST)
        found: dict[int, _Answer] = {}
        seen: set[int] = set()
        for complete, numbers in self._stages(query, most):
            new = [number for number in numbers if number not in seen]
            seen.update(new)
            for answer in self._answers(query, new):
                entity = answer.candidate.entity
                found[entity] = min(answer, found.get(entity, answer))
            sure = sum(1 for a in found.values() if a.match <= complete and a.kind.is_name)
            if limit is not None and sure >= limit:
                break
        if not found:
            for difference, each in similar(query.key, self._lookup):
                answer = _Answer((difference, each.number), each, each.kind, Match.SIMILAR)
                found[each.entity] = min(answer, found.get(each.entity, answer))
        return sorted(found.values())[:limit]

    def _stages(self, query: Query, most: int) -> Iterator[tuple[Match, list[int]]]:
        """Numbers of entries that may answer, and the match up to which no later stage has any."""
        lookup, key = self._lookup, query.key
        numbers = containing = lookup.containing(key, most)
        if len(containing) == most or not pieces(key):
            # Those that begin so are not all among the first that contain it.
            numbers = lookup.starting(key, most)
        yield Match.PREFIX, numbers + lookup.named(key, most) + lookup.identified(key)
        numbers = containing
        if query.is_latin:
            numbers = numbers + lookup.spelled(key, most) + lookup.abbreviated(key, most)
        yield Match.INSIDE, numbers
        numbers = []
        if " " in query.words:
            numbers += lookup.with_words(query.words.split(), most)
        if query.is_latin:
            numbers += lookup.containing_spelled(key, most)
        for way in query.pinyin:
            numbers += lookup.sounding(way, most)
        yield Match.SOUND, numbers

    def _answers(self, query: Query, numbers: Iterable[int]) -> Iterator[_Answer]:
        for each in self._lookup.candidates(numbers):
            kind, match = each.kind, query.match(each)
            if match is not Match.EXACT and kind.is_name and query.is_id(each):
                kind, match = Kind.ID, Match.EXACT
            if match is None:
                continue
            last = match >= Match.SOUND
            among = kind if match is Match.EXACT else 0
            order = (last, not kind.is_name, match, among, each.number)
            yield _Answer(order, each, kind, match)


def _hit(answer: _Answer, entity: Entity) -> Hit:
    found = answer.candidate
    text = found.id if answer.kind is Kind.ID else found.text
    label = Text(entity.zh, entity.en)
    return Hit(entity.iri, label, entity.classes, text, answer.kind, answer.match, found.standing)


def _opened(path: Path) -> sqlite3.Connection | None:
    """An index for reading; nothing where this version cannot read it."""
    # What stands in a snapshot is never changed, so that nothing has to be locked.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    try:
        if connection.execute("PRAGMA user_version").fetchone() == (VERSION,):
            return connection
    except sqlite3.DatabaseError:
        pass
    connection.close()
    return None
