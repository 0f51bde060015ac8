"""Reads one CSV table: every fault is reported with its place, and the good rows are kept.

CSV as RFC 4180 has it, with LF or CRLF. A row stands on the line on which it begins; columns are
counted from 1, as cells.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from finkg.errors import Location, Text
from finkg.workspace.decoding import Report, decode
from finkg.workspace.problems import (
    BadCsv,
    DuplicateColumn,
    MissingColumn,
    RaggedRow,
    SpreadsheetDamage,
    UnknownColumn,
    WrongDelimiter,
)
from finkg.workspace.spreadsheet import is_error_value

_DELIMITERS = {";": Text("分号", "semicolons"), "\t": Text("制表符", "tabs")}
_UNCLOSED = Text("引号没有成对", "a quotation mark is not closed")
_AFTER_QUOTE = Text(
    "引号之后还有文字；格子里的引号要写两遍",
    "a cell goes on after its closing quotation mark; a mark inside a cell is written twice",
)
_TOO_LONG = Text(
    "格子过长，多半是引号没有成对",
    "a cell is too long; most likely a quotation mark is not closed",
)
_REASONS = {"end of data": _UNCLOSED, "expected after": _AFTER_QUOTE, "field limit": _TOO_LONG}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its cells by column, without the spaces around them, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def where(self, column: str = "") -> Location:
        place = list(self.cells).index(column) + 1 if column in self.cells else 0
        return Location(self.file, self.line, place)


def read_table(
    path: Path,
    shown: str,
    columns: tuple[str, ...],
    report: Report,
    optional: Collection[str] = (),
) -> list[TableRow]:
    """The rows of a table with these columns, in any order; none if one is missing that is not
    `optional`: the cells of those are empty then.

    `shown` is the path as problems name it.
    """
    text = decode(path.read_bytes(), Location(shown), report)
    if text is None:
        return []
    records = _records(text, shown, report)
    line, first = next(records, (1, []))
    heading = [cell.strip() for cell in first]
    absent = [column for column in columns if column in optional and column not in heading]
    wanted = tuple(column for column in columns if column not in absent)
    if not _readable(heading, Location(shown, line), wanted, report):
        return []
    empty = dict.fromkeys(absent, "")
    return list(_rows(records, heading, empty, shown, report))


def _records(text: str, shown: str, report: Report) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line that it begins on; blank lines are none."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    while True:
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            report(BadCsv(_reason(str(error))).at(Location(shown, line)))
        else:
            if record:
                yield line, record
        line = reader.line_num + 1


def _reason(message: str) -> Text:
    """What the parser complains of, in both languages."""
    known = (reason for words, reason in _REASONS.items() if words in message)
    return next(known, Text(message, message))


def _readable(
    heading: list[str], where: Location, columns: tuple[str, ...], report: Report
) -> bool:
    """Report what is wrong with a heading; false if the rows below it can not be read."""
    for delimiter, name in _DELIMITERS.items():
        if len(heading) == 1 and delimiter in heading[0]:
            report(WrongDelimiter(name).at(where))
            return False
    for place, column in enumerate(heading, 1):
        here = Location(where.file, where.line, place)
        if column not in columns:
            report(UnknownColumn(column, tuple(get_close_matches(column, columns, 1))).at(here))
        elif column in heading[: place - 1]:
            report(DuplicateColumn(column).at(here))
    missing = [column for column in columns if column not in heading]
    for column in missing:
        report(MissingColumn(column, columns).at(where))
    return not missing and len(set(heading)) == len(heading)


def _rows(
    records: Iterator[tuple[int, list[str]]],
    heading: list[str],
    empty: dict[str, str],
    shown: str,
    report: Report,
) -> Iterator[TableRow]:
    for line, record in records:
        if len(record) != len(heading):
            report(RaggedRow(len(heading), len(record)).at(Location(shown, line)))
            continue
        cells = {column: cell.strip() for column, cell in zip(heading, record, strict=True)}
        row = TableRow(shown, line, cells | empty)
        damaged = [column for column, cell in cells.items() if is_error_value(cell)]
        for column in damaged:
            report(SpreadsheetDamage(row[column]).at(row.where(column)))
        if not damaged:
            yield row
