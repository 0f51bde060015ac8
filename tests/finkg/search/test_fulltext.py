"""The full-text index is written in a thread of its own, and ends as that ends."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.search.fulltext import SCHEMA, FullText

#: What pieces are made of, and what JSON and SQL write in their own way.
_TEXTS = st.lists(st.text(st.sampled_from("^|蚂a\ue000A 𠮷\"\\'%"), min_size=3), min_size=1)


def empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.executescript(SCHEMA)
    return connection


def found(connection: sqlite3.Connection, piece: str) -> list[int]:
    quoted = piece.replace('"', '""')
    rows = connection.execute("SELECT rowid FROM piece WHERE piece MATCH ?", (f'"{quoted}"',))
    return [number for (number,) in rows]


@given(st.lists(_TEXTS, max_size=4))
def test_each_text_is_found_by_each_of_its_pieces(batches: list[list[str]]) -> None:
    """Those of all batches are numbered on, and no text has a piece that is not in it."""
    connection = empty()
    with FullText(connection) as index:
        for batch in batches:
            index.add(batch)
    texts = [text for batch in batches for text in batch]
    for piece in {text[n : n + 3] for text in texts for n in range(len(text) - 2)}:
        assert found(connection, piece) == [n for n, text in enumerate(texts) if piece in text]


def test_what_goes_wrong_with_the_texts_ends_the_writing() -> None:
    """The error is the one that came first, and nobody waits for texts that do not come."""
    with pytest.raises(ZeroDivisionError), FullText(empty()) as index:
        index.add(["abc"])
        index.add(str(1 // number) for number in (1, 0))


def test_what_goes_wrong_with_the_writing_is_said() -> None:
    """However many texts follow."""
    connection = empty()
    connection.execute("DROP TABLE piece")
    with pytest.raises(sqlite3.OperationalError, match="piece"), FullText(connection) as index:
        for _ in range(10):
            index.add(["abc", "bcd"])
