"""Cells become values. A cell that can not be read is reported with its column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import NamedNode

from finkg.errors import Problem
from finkg.evidence.gate import narrow
from finkg.evidence.moment import Moment
from finkg.evidence.quantity import quantities
from finkg.figures import plain
from finkg.workspace.problems import BadNumber, EmptyCell, SpreadsheetDamage, UnknownWord
from finkg.workspace.reader import Reader
from finkg.workspace.spreadsheet import is_truth_value, meant_number, meant_time
from finkg.workspace.table import TableRow

_T = TypeVar("_T")
_Word = TypeVar("_Word", bound=StrEnum)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def read_time(cell: str) -> Moment:
    """Raises NotATime, NoSuchDay, SpreadsheetDamage."""
    meant = meant_time(cell)
    if meant or is_truth_value(cell):
        raise SpreadsheetDamage(cell, meant)
    return Moment.parse(cell)


def read_number(cell: str) -> Decimal:
    """Raises BadNumber, SpreadsheetDamage."""
    if _NUMBER.fullmatch(cell):
        return Decimal(cell)
    meant = meant_number(cell)
    if meant or is_truth_value(cell):
        raise SpreadsheetDamage(cell, meant)
    raise BadNumber(cell, _in_digits(cell))


def _in_digits(cell: str) -> str:
    """The one number that a cell prints, in plain digits; nothing if it prints none or several."""
    printed = list(quantities(narrow(cell)))
    return plain(printed[0].value) if len(printed) == 1 else ""


class Cells:
    """The cells of one row. `sound` is false once one of them could not be read."""

    def __init__(self, row: TableRow, reader: Reader) -> None:
        self.row = row
        self.reader = reader
        self.sound = True

    def read(self, column: str, reading: Callable[[str], _T]) -> _T | None:
        """The cell as a value; nothing if it is empty or wrong."""
        if not self.row[column]:
            return None
        try:
            return reading(self.row[column])
        except Problem as problem:
            self.fault(problem, column)
            return None

    def fault(self, problem: Problem, column: str = "") -> None:
        """Report a problem of this row."""
        self.sound = False
        self.reader.report(problem.at(self.row.where(column)))

    def warn(self, problem: Problem, column: str = "") -> None:
        """Report what is no fault of the row but worth a look."""
        self.reader.report(problem.at(self.row.where(column)))

    def needed(self, *columns: str) -> None:
        """Report those of the columns that are empty."""
        for column in columns:
            if not self.row[column]:
                self.fault(EmptyCell(column), column)

    def time(self, column: str) -> Moment | None:
        return self.read(column, read_time)

    def number(self, column: str) -> Decimal | None:
        return self.read(column, read_number)

    def entity(self, column: str) -> NamedNode | None:
        return self.read(column, self.reader.entity)

    def word(self, column: str, allowed: Sequence[str]) -> str:
        """A word of a closed list, or nothing."""

        def reading(cell: str) -> str:
            if cell not in allowed:
                near = tuple(get_close_matches(cell, allowed, 1))
                raise UnknownWord(cell, near, column, tuple(allowed))
            return cell

        return self.read(column, reading) or ""

    def member(self, column: str, words: type[_Word], default: _Word) -> _Word:
        """A member of an enumeration; the default where the cell is empty."""
        if not self.row[column]:
            return default
        name = self.word(column, [word.value for word in words])
        return words(name) if name else default
