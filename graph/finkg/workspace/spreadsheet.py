"""Recognises what spreadsheets do to cells, and says what was probably meant."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME_FIRST = re.compile(r"([A-Za-z]{3})[- ](\d{2}|\d{4})")
_NAME_LATER = re.compile(r"(\d{1,2})[- ]([A-Za-z]{3})(?:[- ](\d{2}|\d{4}))?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?(?: 0?0:00(?::00)?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
_LOOSE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?: 0?0:00(?::00)?)?")
_SERIAL = re.compile(r"[34]\d{4}")
_EXPONENT = re.compile(r"-?\d(?:\.\d+)?E\+?\d{1,3}", re.IGNORECASE)
#: Serial 0 of the 1900 date system, as its days from 1 March 1900 on have it.
_DAY_ZERO = date(1899, 12, 30)
_ERROR_VALUES = frozenset(
    ("#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
)
_TRUTHS = frozenset(("TRUE", "FALSE"))
#: Properties whose values are codes of a fixed width, with leading zeros (SEC CIK: 10 digits).
CODE_WIDTHS = {"secCik": 10}


def is_error_value(cell: str) -> bool:
    """Whether a spreadsheet put its own complaint, or a column of ####, in the place of a cell."""
    return cell.startswith("#") and (
        cell in _ERROR_VALUES or (set(cell) == {"#"} and len(cell) > 2)
    )


def is_truth_value(cell: str) -> bool:
    """Whether a cell was taken for true or false."""
    return cell.upper() in _TRUTHS


def meant_time(cell: str) -> str:
    """The time that a damaged cell probably held, or nothing if it is not damaged so."""
    if match := _NAME_FIRST.fullmatch(cell):
        return _year_month(match[2], match[1])
    if match := _NAME_LATER.fullmatch(cell):
        return _name_later(match[1], match[2], match[3])
    if match := _YEAR_LAST.fullmatch(cell):
        # The month stands first, unless it can not be one.
        month, day = sorted((match[1], match[2]), key=lambda n: int(n) > 12)
        return f"{match[3]}-{int(month):02}-{int(day):02}"
    if _SERIAL.fullmatch(cell):
        return (_DAY_ZERO + timedelta(int(cell))).isoformat()
    for pattern in (_YEAR_FIRST, _CHINESE, _LOOSE):
        if match := pattern.fullmatch(cell):
            parts = [match[1], *(f"{int(part):02}" for part in match.groups()[1:] if part)]
            meant = "-".join(parts)
            return meant if meant != cell else ""
    return ""


def _year_month(year: str, name: str) -> str:
    """Jun-13 was 2013-06: a spreadsheet keeps two digits of the year."""
    if name.lower() not in _MONTHS:
        return ""
    full = year if len(year) == 4 else f"20{year}"
    return f"{full}-{_MONTHS.index(name.lower()) + 1:02}"


def _name_later(number: str, name: str, year: str | None) -> str:
    """13-Jun was 2013-06, or with a year the 13th of June."""
    if year is None:
        return _year_month(number.zfill(2), name)
    month = _year_month(year, name)
    return f"{month}-{int(number):02}" if month else ""


def meant_number(cell: str) -> str:
    """The number that a damaged cell probably held, or nothing if it is not damaged so."""
    return format(Decimal(cell), "f") if _EXPONENT.fullmatch(cell) else ""


def meant_code(property_name: str, cell: str) -> str:
    """The code that lost its leading zeros, or nothing if it lost none."""
    width = CODE_WIDTHS.get(property_name, 0)
    if _EXPONENT.fullmatch(cell):
        return meant_number(cell).zfill(width)
    return cell.zfill(width) if cell.isdigit() and len(cell) < width else ""
