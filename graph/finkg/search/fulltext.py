"""The full-text index, written beside the work on the texts.

SQLite writes without Python's lock, so that another core works on the next texts in the meantime.
All pieces go into one statement: FTS5 writes what it has gathered before each statement that takes
more than one row, and would have to merge that at the end.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from queue import SimpleQueue
from typing import Final

#: It only tells which entries have a piece, in their order. FTS5 gathers up to so many bytes
#: before it writes them; `optimize` merges what was written in several parts.
SCHEMA: Final = f"""
CREATE VIRTUAL TABLE piece USING fts5 (
  pieces, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
INSERT INTO piece (piece, rank) VALUES
  ('hashsize', {256 << 20}), ('automerge', 0), ('crisismerge', 1000);
"""
_WRITE: Final = """
WITH RECURSIVE batch (first, content) AS (
  SELECT 0, next_pieces() UNION ALL
  SELECT first + json_array_length(content), next_pieces() FROM batch WHERE content IS NOT NULL
)
INSERT INTO piece (rowid, pieces) SELECT first + key, value FROM batch CROSS JOIN json_each(content)
"""
_MERGE: Final = "INSERT INTO piece (piece) VALUES ('optimize')"


class FullText(AbstractContextManager["FullText"]):
    """Takes the pieces of entries in the order of their numbers, from 0; on leaving, all are
    written. Nothing else may use the connection meanwhile. Raises sqlite3.Error on leaving.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._batches: SimpleQueue[str | None] = SimpleQueue()
        self._thread = ThreadPoolExecutor(1)
        connection.create_function("next_pieces", 0, self._batches.get)
        self._written = self._thread.submit(self._write, connection)

    def add(self, pieces: Iterable[str]) -> None:
        """The pieces of entries that follow the last ones; at least of one."""
        self._batches.put(json.dumps([*pieces], ensure_ascii=False))

    def __exit__(self, *error: object) -> None:
        self._batches.put(None)
        self._thread.shutdown()
        if error == (None, None, None):
            self._written.result()

    @staticmethod
    def _write(connection: sqlite3.Connection) -> None:
        connection.execute(_WRITE)
        connection.execute(_MERGE)
