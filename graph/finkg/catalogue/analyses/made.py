"""What an analysis makes: rows, and of each the statements that it was computed from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from finkg.analysis.network import Statement
from finkg.catalogue.answer import Row, Triple
from finkg.errors import Text
from finkg.vocabulary import XSD_DECIMAL

#: So many decimals tell things apart, and are the same on every machine.
DECIMALS = 4


class Made(NamedTuple):
    """Rows in their order. `falls_with_grounds`: whether a row stands on each of its grounds, as a
    path on its steps, instead of counting them. `remark`: why there are none."""

    rows: tuple[Row, ...]
    grounds: Mapping[Row, tuple[Triple, ...]]
    falls_with_grounds: bool = False
    remark: Text = Text("", "")


def made(found: Iterable[tuple[Row, Iterable[Statement]]], *, falls: bool = False) -> Made:
    """Rows, each with the statements behind it."""
    grounds = {row: tuple(triples(statements)) for row, statements in found}
    return Made(tuple(grounds), grounds, falls)


def triples(statements: Iterable[Statement]) -> list[Triple]:
    """What statements say, without the layer; each once."""
    return [*dict.fromkeys(statement[:3] for statement in statements)]


def number(value: float) -> Literal:
    """A whole number, or one of at most four decimals."""
    if isinstance(value, int):
        return Literal(value)
    rounded = Decimal(f"{value:.{DECIMALS}f}").normalize()
    return Literal(format(rounded + 0, "f"), datatype=XSD_DECIMAL)


def entity(value: NamedNode | Literal | None) -> NamedNode | None:
    """The value of a parameter that is an entity."""
    return value if isinstance(value, NamedNode) else None
