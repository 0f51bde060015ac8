"""Reads one CSV table: every fault is reported with its place, and the good rows are kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from finkg.errors import Location, Problem, Text
from finkg.workspace.problems import (
    BadCsv,
    DuplicateColumn,
    HasNul,
    MissingColumn,
    NotUtf8,
    RaggedRow,
    UnknownColumn,
)

Report = Callable[[Problem], None]
_GUESSES = (
    ("utf-16", Text("UTF-16", "UTF-16")),
    ("gb18030", Text("GBK（GB 18030）", "GBK (GB 18030)")),
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its cells by column, and where it stands. A column is counted from 1."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def where(self, column: str = "") -> Location:
        place = list(self.cells).index(column) + 1 if column in self.cells else 0
        return Location(self.file, self.line, place)


def decode(content: bytes, where: Location, report: Report) -> str | None:
    """The text of a file; a byte-order mark is accepted. Reports what is not UTF-8 text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        report(NotUtf8(error.start + 1, _guess(content)).at(where))
        return None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        report(HasNul(content.index(0) + 1).at(Location(where.file, line)))
        return None
    return text


def _guess(content: bytes) -> Text:
    for encoding, name in _GUESSES:
        has_mark = content.startswith((b"\xff\xfe", b"\xfe\xff"))
        if (encoding == "utf-16") is has_mark and _decodes(content, encoding):
            return name
    return Text("二进制文件", "no text at all")


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def read_table(path: Path, shown: str, columns: tuple[str, ...], report: Report) -> list[TableRow]:
    """The rows of a table whose heading has exactly these columns, in any order."""
    text = decode(path.read_bytes(), Location(shown), report)
    if text is None:
        return []
    lines = _records(text, shown, report)
    heading = next(lines, (1, []))
    if not _sound(heading[1], Location(shown, heading[0]), columns, report):
        return []
    return list(_rows(lines, heading[1], shown, report))


def _records(text: str, shown: str, report: Report) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line that it begins on; blank lines are none."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for record in reader:
            if record:
                yield line, record
            line = reader.line_num + 1
    except csv.Error as error:
        report(BadCsv(str(error)).at(Location(shown, line)))


def _sound(heading: list[str], where: Location, columns: tuple[str, ...], report: Report) -> bool:
    problems: list[Problem] = [MissingColumn(c, columns) for c in columns if c not in heading]
    for place, column in enumerate(heading, 1):
        if column not in columns:
            near = tuple(get_close_matches(column, columns, 1))
            problems.append(UnknownColumn(column, near).at(Location(where.file, where.line, place)))
        elif column in heading[: place - 1]:
            problems.append(DuplicateColumn(column).at(Location(where.file, where.line, place)))
    for problem in problems:
        report(problem if problem.where.file else problem.at(where))
    return not problems


def _rows(
    lines: Iterator[tuple[int, list[str]]], heading: list[str], shown: str, report: Report
) -> Iterator[TableRow]:
    for line, record in lines:
        if len(record) != len(heading):
            report(RaggedRow(len(heading), len(record)).at(Location(shown, line)))
            continue
        cells = {column: cell.strip() for column, cell in zip(heading, record, strict=True)}
        yield TableRow(shown, line, cells)
