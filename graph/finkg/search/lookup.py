"""The index as it is read: numbers of entries by their tokens, in the order of their rank."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Final

from pyoxigraph import NamedNode

from finkg.search.entries import Entity, Kind
from finkg.search.matching import Candidate
from finkg.search.tokens import cover, heard, pieces, starts

_CANDIDATES: Final = """
SELECT entry.number, entity, kind, text, words, pinyin, initials, standing, iri
FROM entry JOIN entity ON entity.number = entity WHERE entry.number IN ({})"""
_ENTITIES: Final = "SELECT number, iri, zh, en, classes FROM entity WHERE number IN ({})"
_KINDS: Final = tuple(Kind)
#: Entries that are looked through for one or two letters.
_SCANNED: Final = 10_000
#: Words of a long query that are looked up.
_WORDS: Final = 20
#: Numbers in one statement.
_BATCH: Final = 500


class Lookup:
    """Reads an index. `limit` is a number of entries; -1 for all."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def named(self, form: str, limit: int) -> list[int]:
        """Names with this whole form."""
        return self._matching("form", f'"{form}"', limit)

    def beginning(self, start: str, limit: int) -> list[int]:
        """Names with a whole form that begins so."""
        return self._matching("form", f'"{start}" *', limit)

    def starting(self, key: str, limit: int) -> list[int]:
        """Entries whose folded text begins with the key, and perhaps some that have its pieces."""
        return self.having(any_of(all_of(each) for each in starts(key)), limit)

    def containing(self, key: str, limit: int) -> list[int]:
        """Entries whose folded text contains the key, and perhaps some that have its pieces."""
        if not pieces(key):
            return self.with_words([key], limit)
        return self.having(all_of(cover(key)), limit)

    def with_words(self, words: list[str], limit: int) -> list[int]:
        """Entries whose folded text contains each of these words, the first of very many.

        Words of one or two letters have no pieces: where nothing else is asked, they are looked for
        among the first entries only, unless all are asked for.
        """
        words = words[:_WORDS]
        found = [piece for word in words for piece in cover(word)]
        tests = "".join(" AND instr(words, ?)" for _ in words)
        if found:
            given = "piece JOIN entry ON number = piece.rowid WHERE piece MATCH ?"
            first: str | int = all_of(found)
        else:
            given = "entry WHERE number < ?"
            first = _SCANNED if limit >= 0 else sys.maxsize
        query = f"SELECT number FROM {given}{tests} ORDER BY number LIMIT ?"
        rows = self._connection.execute(query, (first, *words, limit))
        return [number for (number,) in rows]

    def having(self, expression: str, limit: int) -> list[int]:
        """Entries whose pieces an expression of FTS5 fits; none if it is empty."""
        return self._matching("piece", expression, limit) if expression else []

    def pronounced(self, syllables: tuple[str, ...], limit: int) -> list[int]:
        """Names that have these syllables of pinyin, each pair of neighbours somewhere."""
        return self._matching("syllable", all_of(heard(syllables)), limit)

    def _matching(self, index: str, expression: str, limit: int) -> list[int]:
        query = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid LIMIT ?"
        return [number for (number,) in self._connection.execute(query, (expression, limit))]

    def candidates(self, numbers: Iterable[int]) -> Iterator[Candidate]:
        """The entries of these numbers, in any order."""
        for row in self._numbered(_CANDIDATES, numbers):
            number, entity, kind, *told = row
            yield Candidate(number, entity, _KINDS[kind], *told)

    def entities(self, numbers: Iterable[int]) -> dict[int, Entity]:
        """The entities of these numbers."""
        return {
            number: Entity(NamedNode(iri), zh, en, tuple(map(NamedNode, classes.split())))
            for number, iri, zh, en, classes in self._numbered(_ENTITIES, numbers)
        }

    def _numbered(self, query: str, numbers: Iterable[int]) -> Iterator[tuple[Any, ...]]:
        every = [*dict.fromkeys(numbers)]
        for start in range(0, len(every), _BATCH):
            wanted = ",".join(map(str, every[start : start + _BATCH]))
            yield from self._connection.execute(query.format(wanted))

    @cached_property
    def syllables(self) -> frozenset[str]:
        """The syllables of pinyin that occur in names."""
        rows = self._connection.execute("SELECT syllable FROM spelled")
        return frozenset(syllable for (syllable,) in rows)


def all_of(words: Iterable[str]) -> str:
    """The expression of FTS5 for a text that has all of these."""
    return " AND ".join(f'"{word}"' for word in words)


def any_of(expressions: Iterable[str]) -> str:
    """The expression of FTS5 for a text that one of these fits."""
    return " OR ".join(f"({each})" for each in dict.fromkeys(expressions) if each)
