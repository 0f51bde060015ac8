"""The index: one SQLite file beside the store of a snapshot, written with it.

    entity    number, IRI, labels in zh and en, classes
    entry     number, entity, kind, text, its words folded, pinyin, initials, standing
    piece     full-text index (FTS5) of the pieces of each entry, by number
    form      full-text index of the whole forms of each name, and of their beginnings
    syllable  full-text index of the syllables of each Chinese name, alone and in pairs
    spelled   the syllables that occur

Entries are numbered in the order of their rank, and FTS5 gives what it finds in the order of the
numbers: the best hits of a search come first, whatever the number of all.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from itertools import islice, product
from pathlib import Path
from typing import Final, TypeAlias

from finkg.collecting import uncollected
from finkg.search.entries import Entity, Entries, Entry
from finkg.search.folding import words_of_all
from finkg.search.pinyin import spelled
from finkg.search.tokens import Mark, first_letters, forms, spoken, to_pieces
from finkg.store.view import GraphView
from finkg.vocabulary import local_name

FILE: Final = "search.sqlite"
#: Changes with what stands in the file; a reader asks for its own.
VERSION: Final = 1
#: What an index has that only tells which entries have a word, in their order.
_BARE: Final = "content = '', columnsize = 0, detail = none"
_INDEXES: Final = {"piece": "pieces", "form": "forms", "syllable": "syllables"}
#: Of each: bytes that are gathered before they are written (more do not fit into the processor's
#: cache when they are sorted), and that what is written is merged but once, at the end.
_SETTINGS: Final = {"hashsize": 8 << 20, "automerge": 0, "crisismerge": 1_000}
_SCHEMA: Final = f"""
PRAGMA user_version = {VERSION};
CREATE TABLE entity (
  number INTEGER PRIMARY KEY, iri TEXT, zh TEXT, en TEXT, classes TEXT
);
CREATE TABLE entry (
  number INTEGER PRIMARY KEY, entity INTEGER, kind INTEGER, text TEXT,
  words TEXT, pinyin TEXT, initials TEXT, standing TEXT
);
CREATE VIRTUAL TABLE piece USING fts5 (
  pieces, {_BARE}, tokenize = 'trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE form USING fts5 (
  forms, {_BARE}, prefix = '2 3 4', tokenize = "ascii tokenchars '{"".join(Mark)}'"
);
CREATE VIRTUAL TABLE syllable USING fts5 (syllables, {_BARE}, tokenize = 'ascii');
CREATE TABLE spelled (syllable TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_ROWS: Final = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
#: Entries that are worked on at a time.
_BATCH: Final = 10_000

#: Of each full-text index what is to be written: the number of an entry, and its words.
_Tokens: TypeAlias = dict[str, list[tuple[int, str]]]


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
    for index, setting in product(_INDEXES, _SETTINGS):
        _configure(connection, index, setting, _SETTINGS[setting])
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?)",
        ((n, *_columns(entity)) for n, entity in enumerate(entries.entities)),
    )
    writer = _Writer(connection, entries.entities)
    numbered = enumerate(entries.sorted())
    while batch := [*islice(numbered, _BATCH)]:
        writer.write(batch)
    connection.executemany(
        "INSERT INTO spelled VALUES (?)", ((each,) for each in sorted(writer.spelled))
    )
    connection.execute("COMMIT")
    for index in _INDEXES:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def _configure(connection: sqlite3.Connection, index: str, setting: str, value: int) -> None:
    connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES (?, ?)", (setting, value))


def _columns(entity: Entity) -> tuple[str, str, str, str]:
    return entity.iri.value, entity.zh, entity.en, " ".join(cls.value for cls in entity.classes)


class _Writer:
    """Writes entries, some at a time."""

    def __init__(self, connection: sqlite3.Connection, entities: list[Entity]) -> None:
        self._connection = connection
        #: The id of each entity, as a name is compared, until its first name is written.
        ids = words_of_all(local_name(entity.iri) for entity in entities)
        self._ids = dict(enumerate(ids))
        self.spelled: set[str] = set()

    def write(self, batch: list[tuple[int, Entry]]) -> None:
        """Numbered entries, each with what it is found by."""
        every = words_of_all(entry.text for _, entry in batch)
        chinese = [words for words in every if not words.isascii()]
        known = dict(zip(chinese, spelled(chinese), strict=True))
        rows: list[tuple[object, ...]] = []
        of: _Tokens = {index: [] for index in _INDEXES}
        for (number, (entity, kind, text, standing)), words in zip(batch, every, strict=True):
            of["piece"].append((number, to_pieces(words.replace(" ", ""))))
            ways = known.get(words, ()) if kind.is_name else ()
            initials = first_letters(words) if kind.is_name and not ways else ""
            if kind.is_name:
                whole = forms(words, ways, initials)
                if entity in self._ids:
                    whole.append(Mark.NAME + self._ids.pop(entity).replace(" ", ""))
                of["form"].append((number, " ".join(whole)))
            if ways:
                syllables = [way.syllables.split() for way in ways]
                of["syllable"].append((number, " ".join(map(spoken, syllables))))
                self.spelled.update(*syllables)
                initials = "|".join([way.initials for way in ways])
            pinyin = "|".join([way.syllables for way in ways])
            rows.append((number, entity, int(kind), text, words, pinyin, initials, standing))
        self._connection.executemany(_ROWS, rows)
        for index, column in _INDEXES.items():
            insert = f"INSERT INTO {index} (rowid, {column}) VALUES (?, ?)"
            self._connection.executemany(insert, of[index])
