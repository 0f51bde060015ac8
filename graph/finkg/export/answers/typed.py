"""Cells as values of Python, for formats whose cells have types."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from finkg.vocabulary import PREFIXES, XSD_DATE

if TYPE_CHECKING:
    from finkg.catalogue.answer import Cell

Value = int | Decimal | float | bool | date
_XSD: Final = PREFIXES["xsd"]
_INTEGERS: Final = frozenset(
    f"{_XSD}{name}"
    for name in (
        "integer", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
        "negativeInteger", "long", "int", "short", "byte", "unsignedLong", "unsignedInt",
        "unsignedShort", "unsignedByte",
    )
)  # fmt: skip
_INTEGER = re.compile(r"[+-]?[0-9]{1,4000}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", re.ASCII)
_DOUBLE = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TRUTHS: Final = {"true": True, "1": True, "false": False, "0": False}


def value(cell: Cell) -> Value | None:
    """The number, truth value or full date of a literal; nothing if it is text or no such thing.

    A date with a time zone, a year or a month alone, INF and NaN are text.
    """
    if not isinstance(cell, Literal):
        return None
    text, datatype = cell.value, cell.datatype.value
    if datatype in _INTEGERS:
        return int(text) if _INTEGER.fullmatch(text) else None
    if datatype == f"{_XSD}decimal":
        return Decimal(text) if _DECIMAL.fullmatch(text) else None
    if datatype in (f"{_XSD}double", f"{_XSD}float"):
        return float(text) if _DOUBLE.fullmatch(text) else None
    if datatype == f"{_XSD}boolean":
        return _TRUTHS.get(text)
    return _day(text) if cell.datatype == XSD_DATE else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
