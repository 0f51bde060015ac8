"""Rows as CSV (RFC 4180, with line feeds) and TSV for programs, written as they come.

A column of entities has their identifiers, and beside it `NAME_label` with their labels. Which
columns are such is seen from the first 1,000 rows, or known from the question where there are none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import IO, TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from finkg.errors import FinkgError

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer, Cell, Row
    from finkg.export.answers import Content

#: Rows from which the heading is decided.
FIRST: Final = 1_000
#: Cells whose words are kept in mind; the same entities come again and again.
_KEPT: Final = 4_096


class _Lines:
    """Takes lines that end with CR LF: else a csv.writer would leave a cell with CR unquoted."""

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output

    def write(self, line: str) -> int:
        return self._output.write(line[:-2].encode() + b"\n")


def write(content: Content, output: IO[bytes]) -> None:
    """Heading and rows; where the rows are cut short by an error, those before it are written."""
    delimiter = "\t" if content.format.name == "tsv" else ","
    lines = csv.writer(_Lines(output), delimiter=delimiter, lineterminator="\r\n")
    answer = content.answer
    first, rows = _begun(content.rows)
    named = entity_columns(answer, first)
    lines.writerow(headings(answer, named))

    @lru_cache(_KEPT)
    def label(cell: Cell) -> str:
        return answer.text(cell, content.lang)

    for row in rows:
        cells: list[str] = []
        for cell, has_names in zip(row, named, strict=True):
            cells.append(answer.identifier(cell))
            if has_names:
                cells.append(label(cell))
        lines.writerow(cells)


def _begun(rows: Iterable[Row]) -> tuple[list[Row], Iterator[Row]]:
    """The first rows, and all of them; what ends the first ones early is raised after them."""
    coming = iter(rows)
    first: list[Row] = []
    problem: FinkgError | None = None
    try:
        first.extend(islice(coming, FIRST))
    except FinkgError as error:
        problem = error

    def every() -> Iterator[Row]:
        yield from first
        if problem:
            raise problem
        yield from coming

    return first, every()


def entity_columns(answer: Answer, first: list[Row]) -> list[bool]:
    """Of each column whether it has entities: in any of these rows, else as the question tells."""
    if not first:
        from finkg.catalogue.headings import entity_columns

        return entity_columns(answer)
    return [any(isinstance(row[i], NamedNode) for row in first) for i in range(len(first[0]))]


def headings(answer: Answer, named: list[bool]) -> list[str]:
    """The names of the columns, `NAME_label` after each that has entities."""
    found: list[str] = []
    for column, has_names in zip(answer.columns, named, strict=True):
        found += [column.name, f"{column.name}_label"] if has_names else [column.name]
    return found
