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
from contextlib import closing
from itertools import compress, islice
from pathlib import Path
from typing import Final

from finkg.collecting import uncollected
from finkg.search.entries import Entries, Entry, Kind
from finkg.search.folding import words_of_all
from finkg.search.pinyin import Listener, written
from finkg.search.tokens import first_letters, to_pieces
from finkg.store.view import GraphView

FILE: Final = "search.sqlite"
#: Changes with what stands in the file; a reader asks for its own.
VERSION: Final = 2
#: The full-text index only tells which entries have a piece, in their order. Bytes are gathered
#: before they are written, and what is written is merged but once, at the end.
_SCHEMA: Final = f"""
PRAGMA page_size = 16384;
PRAGMA user_version = {VERSION};
CREATE TABLE entity (
  number INTEGER PRIMARY KEY, iri TEXT, id TEXT, zh TEXT, en TEXT, classes TEXT
);
CREATE TABLE entry (
  number INTEGER PRIMARY KEY, entity INTEGER, kind INTEGER, text TEXT,
  words TEXT, heard TEXT, standing TEXT
);
CREATE VIRTUAL TABLE piece USING fts5 (
  pieces, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
CREATE TABLE spelled (syllable TEXT, spelling TEXT, PRIMARY KEY (spelling, syllable)) WITHOUT ROWID;
INSERT INTO piece (piece, rank) VALUES
  ('hashsize', {8 << 20}), ('automerge', 0), ('crisismerge', 1000);
"""
#: Entries that are worked on at a time.
_BATCH: Final = 10_000


def write_index(view: GraphView, path: Path) -> None:
    """Write the index of a graph to a file that is not there yet. Raises OSError."""
    try:
        connection = sqlite3.connect(path, isolation_level=None)
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
    """Write the index of a graph into an empty database."""
    with uncollected():
        _fill(connection, Entries(view))


def _fill(connection: sqlite3.Connection, entries: Entries) -> None:
    connection.executescript(_SCHEMA)
    connection.execute("BEGIN")
    writer = _Writer(connection)
    numbered = enumerate(entries.sorted())
    while batch := [*islice(numbered, _BATCH)]:
        writer.write(batch)
    writer.finish(entries)
    connection.execute("COMMIT")
    connection.execute("INSERT INTO piece (piece) VALUES ('optimize')")


class _Writer:
    """Writes entries, some at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._listener = Listener()
        self._latin: set[str] = set()
        #: Of each entity the number of its first entry.
        self._first: dict[int, int] = {}

    def write(self, batch: list[tuple[int, Entry]]) -> None:
        """Numbered entries, each with what it is found by."""
        numbers, entries = zip(*batch, strict=True)
        entities, kinds, texts, standings = zip(*entries, strict=True)
        words = words_of_all(texts)
        names = [kind < Kind.DESCRIPTION for kind in kinds]
        heard = self._heard(words, names)
        letters = self._listener.signs.initials("\n".join(heard)).split("\n")
        initials = [
            each or (first_letters(name) if is_name else "")
            for each, name, is_name in zip(letters, words, names, strict=True)
        ]
        keys, ways = _without_spaces(words), _without_spaces(heard)
        first = [*map(self._first.setdefault, entities, numbers)]
        rows = zip(numbers, first, kinds, texts, words, heard, standings, strict=True)
        pieces = zip(numbers, to_pieces(keys, ways, initials), strict=True)
        self._connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        self._connection.executemany("INSERT INTO piece (rowid, pieces) VALUES (?, ?)", pieces)

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

    def finish(self, entries: Entries) -> None:
        """What is known when all entries are written."""
        local = [iri.rpartition("#" if "#" in iri else "/")[2] for iri in entries.iris]
        ids = _without_spaces(words_of_all(local))
        columns = (entries.iris, ids, entries.zh, entries.en, entries.classes)
        in_order = (map(column.__getitem__, self._first) for column in columns)
        rows = zip(self._first.values(), *in_order, strict=True)
        self._connection.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._connection.execute("CREATE INDEX id ON entity (id)")
        spelled = [*self._listener.signs.syllables.items(), *((w, w) for w in self._latin)]
        self._connection.executemany("INSERT INTO spelled VALUES (?, ?)", sorted(spelled))


def _without_spaces(texts: list[str]) -> list[str]:
    return "\n".join(texts).replace(" ", "").split("\n") if texts else []
