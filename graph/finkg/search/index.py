"""The index: one SQLite file beside the store of a snapshot, written with it.

    entity   number of its first entry, IRI, id folded, labels in zh and en, classes
    entry    number, entity, kind, text, its words folded, what a Chinese name is heard as, standing
    piece    full-text index (FTS5) of the pieces of each entry, of what it is heard as, and of its
             initials (tokens.py), by number
    spelled  the syllables that occur, with their signs, and the Latin words of Chinese names

Entries are numbered in the order of their rank, and FTS5 gives what it finds in the order of the
numbers: the best hits of a search come first, whatever the number of all.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain, compress, islice
from pathlib import Path
from typing import Final

from finkg.collecting import uncollected
from finkg.search.entries import Entries, Entry, Kind
from finkg.search.folding import words_of_all
from finkg.search.fulltext import SCHEMA, FullText
from finkg.search.pinyin import Listener, written
from finkg.search.tokens import first_letters, to_pieces
from finkg.store.view import GraphView
from finkg.vocabulary import local_part

FILE: Final = "search.sqlite"
#: Changes with what stands in the file; a reader asks for its own.
VERSION: Final = 2
#: What is deleted need not be overwritten: nothing secret stands here.
_SCHEMA: Final = f"""
PRAGMA secure_delete = OFF;
PRAGMA page_size = 16384;
PRAGMA user_version = {VERSION};
CREATE TABLE entity (
  number INTEGER PRIMARY KEY, iri TEXT, id TEXT, zh TEXT, en TEXT, classes TEXT
);
CREATE TABLE entry (
  number INTEGER PRIMARY KEY, entity INTEGER, kind INTEGER, text TEXT,
  words TEXT, heard TEXT, standing TEXT
);
CREATE TABLE spelled (syllable TEXT, spelling TEXT, PRIMARY KEY (spelling, syllable)) WITHOUT ROWID;
{SCHEMA}"""
#: Entries that are worked on at a time.
_BATCH: Final = 5_000


def write_index(view: GraphView, path: Path) -> None:
    """Write the index of a graph to a file that is not there yet. Raises OSError."""
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        with closing(connection):
            # Of a build that fails nothing is kept: no journal could help it.
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            fill(connection, view)
    except sqlite3.OperationalError as error:
        number = errno.ENOSPC if "full" in str(error) else errno.EIO
        raise OSError(number, str(error), str(path)) from error
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def fill(connection: sqlite3.Connection, view: GraphView) -> None:
    """Write the index of a graph into an empty database that other threads may use, too."""
    with uncollected():
        _fill(connection, Entries(view))


def _fill(connection: sqlite3.Connection, entries: Entries) -> None:
    connection.executescript(_SCHEMA)
    connection.execute("BEGIN")
    writer = _Writer()
    in_order = entries.sorted()
    with FullText(connection) as pieces:
        while batch := [*islice(in_order, _BATCH)]:
            pieces.add(writer.add(batch))
    connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", writer.rows())
    connection.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", writer.entities(entries))
    connection.execute("CREATE INDEX id ON entity (id)")
    connection.executemany("INSERT INTO spelled VALUES (?, ?)", writer.spelled())
    connection.execute("COMMIT")


class _Writer:
    """What is written of entries, made some at a time."""

    def __init__(self) -> None:
        self._listener = Listener()
        self._latin: set[str] = set()
        self._count = 0
        #: Of each entity the number of its first entry.
        self._first: dict[int, int] = {}
        self._rows: list[Iterable[tuple[object, ...]]] = []

    def add(self, batch: list[Entry]) -> Iterator[str]:
        """The next entries; gives what each is found by."""
        entities, kinds, texts, standings = zip(*batch, strict=True)
        numbers = range(self._count, self._count + len(batch))
        self._count = numbers.stop
        words = words_of_all(texts)
        names = [kind < Kind.DESCRIPTION for kind in kinds]
        heard = self._heard(words, names)
        letters = self._listener.signs.initials("\n".join(heard)).split("\n")
        initials = [
            each or (first_letters(name) if is_name else "")
            for each, name, is_name in zip(letters, words, names, strict=True)
        ]
        first = [*map(self._first.setdefault, entities, numbers)]
        self._rows.append(zip(numbers, first, kinds, texts, words, heard, standings, strict=True))
        return to_pieces(_without_spaces(words), _without_spaces(heard), initials)

    def _heard(self, words: list[str], names: list[bool]) -> list[str]:
        """What each name with something Chinese in it is heard as."""
        chinese = [
            not each.isascii() and is_name for each, is_name in zip(words, names, strict=True)
        ]
        lines = "\n".join(compress(words, chinese))
        heard = self._listener.heard(lines)
        self._latin |= written(heard)
        found = iter(heard.split("\n"))
        every = [next(found) if is_chinese else "" for is_chinese in chinese]
        return ["" if one == other else one for one, other in zip(every, words, strict=True)]

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Those of all entries."""
        return chain.from_iterable(self._rows)

    def entities(self, entries: Entries) -> Iterator[tuple[object, ...]]:
        """The rows of all entities, once all entries are there."""
        columns = (entries.iris, entries.zh, entries.en, entries.classes)
        found = iter(self._first.items())
        while batch := [*islice(found, _BATCH)]:
            entities, numbers = zip(*batch, strict=True)
            iris, *others = ([*map(column.__getitem__, entities)] for column in columns)
            ids = _without_spaces(words_of_all(map(local_part, iris)))
            yield from zip(numbers, iris, ids, *others, strict=True)

    def spelled(self) -> list[tuple[str, str]]:
        """Syllables and Latin words that occur, with how they are spelled in the index."""
        return sorted([*self._listener.signs.syllables.items(), *((w, w) for w in self._latin)])


def _without_spaces(texts: list[str]) -> list[str]:
    return "\n".join(texts).replace(" ", "").split("\n") if texts else []
