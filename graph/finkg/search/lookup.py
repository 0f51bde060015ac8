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
from finkg.search.pinyin import Signs, is_sign, sound
from finkg.search.syllables import Steps, Syllables
from finkg.search.tokens import EDGE, all_of, any_of, cover, heard, pieces, starts, whole

_CANDIDATES: Final = """
SELECT entry.number, entity, kind, text, words, heard, standing, iri
FROM entry JOIN entity ON entity.number = entity WHERE entry.number IN ({})"""
_ENTITIES: Final = "SELECT number, iri, zh, en, classes FROM entity WHERE number IN ({})"
_KINDS: Final = tuple(Kind)
#: Entries that are looked through for one or two letters.
_SCANNED: Final = 10_000
#: Words of a long query that are looked up.
_WORDS: Final = 20
#: Letters of pinyin that are looked up: of more the ways to read them are too many.
_SPELLED: Final = 24
#: Numbers in one statement.
_BATCH: Final = 500


class Lookup:
    """Reads an index. `limit` is a number of entries; -1 for all."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def identified(self, key: str) -> list[int]:
        """The first entry of each entity with this id, without signs and spaces."""
        rows = self._connection.execute("SELECT number FROM entity WHERE id = ?", (key,))
        return [number for (number,) in rows]

    def named(self, key: str, limit: int) -> list[int]:
        """Names that are written so."""
        return self.having(all_of(whole(key)), limit)

    def abbreviated(self, key: str, limit: int) -> list[int]:
        """Names with these initials, then those whose initials begin so."""
        letters = key.upper()
        return self.named(letters, limit) + self.starting(letters, limit)

    def spelled(self, letters: str, limit: int) -> list[int]:
        """Names with this pinyin, then those whose pinyin begins so."""
        numbers = self._pronounced(self._syllables, letters, limit)
        # What begins with one letter has it as the first of its initials.
        if 1 < len(letters) <= _SPELLED:
            numbers += self._beginning(self._syllables, letters, limit)
        return numbers

    def containing_spelled(self, letters: str, limit: int) -> list[int]:
        """Names in whose pinyin this stands as whole syllables."""
        return self._heard(_ways(self._syllables, letters), limit)

    def sounding(self, pinyin: str, limit: int) -> list[int]:
        """Names that sound like this pinyin."""
        return self._pronounced(self._sounds, pinyin, limit)

    def sounding_first(self, sound: str, limit: int) -> list[int]:
        """Names whose sound begins so."""
        return self._beginning(self._sounds, sound, limit)

    def _pronounced(self, syllables: Syllables, letters: str, limit: int) -> list[int]:
        end: Steps = [[EDGE]] if len(letters) <= _SPELLED else []
        ways = _ways(syllables, letters)
        return self._heard([[[EDGE], *way, *end] for way in ways], limit)

    def _beginning(self, syllables: Syllables, letters: str, limit: int) -> list[int]:
        return self._heard([[[EDGE], *way] for way in syllables.begun(letters)], limit)

    def _heard(self, ways: Iterable[Steps], limit: int) -> list[int]:
        return self.having(any_of(map(heard, ways)), limit)

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
        if not expression:
            return []
        query = "SELECT rowid FROM piece WHERE piece MATCH ? ORDER BY rowid LIMIT ?"
        return [number for (number,) in self._connection.execute(query, (expression, limit))]

    def candidates(self, numbers: Iterable[int]) -> Iterator[Candidate]:
        """The entries of these numbers, in any order."""
        for row in self._numbered(_CANDIDATES, numbers):
            number, entity, kind, *told = row
            yield Candidate(number, entity, _KINDS[kind], self._signs, *told)

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
    def _spelled(self) -> list[tuple[str, str]]:
        """The syllables that occur in names in the order of their signs, and Latin words."""
        query = "SELECT syllable, spelling FROM spelled ORDER BY spelling"
        return self._connection.execute(query).fetchall()

    @cached_property
    def _signs(self) -> Signs:
        return Signs(syllable for syllable, spelling in self._spelled if is_sign(spelling))

    @cached_property
    def _syllables(self) -> Syllables:
        return Syllables(self._spelled)

    @cached_property
    def _sounds(self) -> Syllables:
        return Syllables(self._spelled, sound)


def _ways(syllables: Syllables, letters: str) -> list[Steps]:
    """The likeliest ways to read letters, of many letters the first only."""
    if len(letters) > _SPELLED:
        return syllables.begun(letters[:_SPELLED])
    return syllables.whole(letters)
