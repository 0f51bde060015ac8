"""What the columns of an answer hold: entities, numbers, days, times or text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from finkg.errors import Problem
from finkg.evidence.moment import Moment
from finkg.export.answers.typed import Value, value

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer, Cell, Row

#: Rows of an example that are looked at.
_LOOKED_AT: Final = 1_000


class Kind(StrEnum):
    """What all cells of a column are that have a value."""

    ENTITY = "entity"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DOUBLE = "double"
    TRUTH = "truth"
    #: Full days.
    DAY = "day"
    #: Times of which some are a year, a quarter or a month.
    TIME = "time"
    TEXT = "text"

    @property
    def is_number(self) -> bool:
        return self in (Kind.INTEGER, Kind.DECIMAL, Kind.DOUBLE)


#: What values of these types are together, the narrowest first.
_TOGETHER: Final[tuple[tuple[set[type], Kind], ...]] = (
    ({int}, Kind.INTEGER),
    ({int, Decimal}, Kind.DECIMAL),
    ({int, Decimal, float}, Kind.DOUBLE),
    ({bool}, Kind.TRUTH),
    ({date}, Kind.DAY),
)

#: The narrower before the wider.
_WIDENING: Final = ((Kind.INTEGER, Kind.DECIMAL, Kind.DOUBLE), (Kind.DAY, Kind.TIME))


def kind(cells: Iterable[Cell]) -> Kind | None:
    """What the cells of a column are; nothing where none has a value."""
    stated = [cell for cell in cells if cell is not None]
    if not stated:
        return None
    if any(isinstance(cell, NamedNode) for cell in stated):
        return Kind.ENTITY
    values: list[Value | None] = [value(cell) for cell in stated]
    types = {type(each) for each in values}
    for together, found in _TOGETHER:
        if types <= together:
            return found
    return Kind.TIME if all(moment(cell) for cell in stated) else Kind.TEXT


def moment(cell: Cell) -> Moment | None:
    """The time that a cell states; nothing where it states none."""
    if not isinstance(cell, Literal):
        return None
    try:
        return Moment.from_literal(cell)
    except (Problem, ValueError):
        # A literal of the type that none of the four spellings fits, such as a day in a time zone.
        return None


def kinds(answer: Answer, rows: Sequence[Row]) -> list[Kind]:
    """What each column is in these rows; text where none has a value."""
    return [kind(row[i] for row in rows) or Kind.TEXT for i in range(len(answer.columns))]


def of_question(answer: Answer) -> list[Kind]:
    """What each column is: what these rows have, widened to what the question's own example has,
    so that an answer without rows, or with few, has columns as any other of the question."""
    found = [kind(row[i] for row in answer.rows) for i in range(len(answer.columns))]
    like = _example(answer) if answer.given or None in found else {}
    columns = zip(answer.columns, found, strict=True)
    return [_wider(each, like.get(column.name)) or Kind.TEXT for column, each in columns]


def _example(answer: Answer) -> dict[str, Kind | None]:
    from finkg.catalogue.headings import example

    begun = example(answer)
    if not begun:
        return {}
    like, coming = begun
    rows = [*islice(coming, _LOOKED_AT)]
    return {c.name: kind(row[i] for row in rows) for i, c in enumerate(like.columns)}


def _wider(one: Kind | None, other: Kind | None) -> Kind | None:
    """What holds both, of numbers and of times; else the first that is known."""
    for order in _WIDENING:
        if one in order and other in order:
            return max(one, other, key=order.index)
    return one or other
