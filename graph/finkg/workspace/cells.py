"""Cells become values. A cell that can not be read is reported with its column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from finkg.errors import Problem
from finkg.evidence.moment import Moment
from finkg.schema import Property
from finkg.vocabulary import NONE
from finkg.workspace.problems import BadNumber, EmptyCell, SpreadsheetDamage, UnknownWord
from finkg.workspace.reader import Reader
from finkg.workspace.spreadsheet import meant_code, meant_number, meant_time
from finkg.workspace.table import TableRow

_T = TypeVar("_T")
_Word = TypeVar("_Word", bound=StrEnum)
_DIGITS = frozenset("0123456789.-")
_LANGUAGE_TAGS = ("@zh", "@en")


def read_time(cell: str) -> Moment:
    """Raises NotATime, NoSuchDay, SpreadsheetDamage."""
    if meant := meant_time(cell):
        raise SpreadsheetDamage(cell, meant)
    return Moment.parse(cell)


def read_number(cell: str) -> Decimal:
    """Raises BadNumber, SpreadsheetDamage."""
    if meant := meant_number(cell):
        raise SpreadsheetDamage(cell, meant)
    try:
        if set(cell) <= _DIGITS:
            return Decimal(cell)
    except ArithmeticError:
        pass
    raise BadNumber(cell)


class Cells:
    """The cells of one row. `sound` is false once one of them could not be read."""

    def __init__(self, row: TableRow, reader: Reader) -> None:
        self.row = row
        self.reader = reader
        self.sound = True

    def _read(self, column: str, read: Callable[[str], _T]) -> _T | None:
        """The cell as a value; nothing if it is empty or wrong."""
        if not self.row[column]:
            return None
        try:
            return read(self.row[column])
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
        return self._read(column, read_time)

    def number(self, column: str) -> Decimal | None:
        return self._read(column, read_number)

    def entity(self, column: str) -> NamedNode | None:
        return self._read(column, self.reader.entity)

    def word(self, column: str, allowed: Sequence[str]) -> str:
        """A word of a closed list, or nothing."""

        def read(cell: str) -> str:
            if cell not in allowed:
                near = tuple(get_close_matches(cell, allowed, 1))
                raise UnknownWord(cell, near, column, tuple(allowed))
            return cell

        return self._read(column, read) or ""

    def member(self, column: str, words: type[_Word], default: _Word) -> _Word:
        """A member of an enumeration; the default where the cell is empty."""
        name = self.word(column, [word.value for word in words])
        return words(name) if name else default

    def value(self, column: str, known: Property, language: str) -> NamedNode | Literal | None:
        """The value of a property: an entity, a time or a text, as the property takes it."""
        if known.takes == "entity":
            return self._entity_value(column, known)
        if known.takes == "time":
            time = self._read(column, read_time)
            return time.literal if time else None
        return self._read(column, lambda cell: _text(cell, known, language))

    def _entity_value(self, column: str, known: Property) -> NamedNode | None:
        def read(cell: str) -> NamedNode:
            if cell == "None":
                return NONE
            value = self.reader.entity(cell)
            self.reader.check_value(cell, known)
            return value

        return self._read(column, read)


def _text(cell: str, known: Property, language: str) -> Literal:
    """A text in the source's language, or in the one that it ends with."""
    if meant := meant_code(known.name, cell):
        raise SpreadsheetDamage(cell, meant)
    if cell.endswith(_LANGUAGE_TAGS):
        return Literal(cell[:-3].rstrip(), language=cell[-2:])
    return Literal(cell, language=language)
