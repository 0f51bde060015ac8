"""Days that a text names, in either language, as ISO 8601 has them.

Where a text names less than a day, the day is the last of what it names: “end of 2020”, “March
2021” and “2021” are asked as of their last day. “Early 2021” is its first day, “mid-2021” the last
of June; “early March 2021” is the 1st, “mid-March” the 15th. Who is answered is told which day it
was. What is spelled as a day and is none of the calendar, 2020-02-30, names none, and no month or
year either; nor is a number a year that is part of a longer one. A year has four digits, in Chinese
two where a month follows: 18年4月.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

_Match: TypeAlias = "re.Match[str]"

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
_LONG_OR_SHORT = "|".join(rf"{m[:3]}(?:{m[3:]})?\.?" for m in _MONTHS)
_MONTH = rf"(?P<m>{_LONG_OR_SHORT}|sept\.?)"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>\d{4})"
#: Where a number or a word begins, and where a year ends: “2020s” and 2000万 are none.
_FROM, _TO = r"(?<![0-9a-z])", r"(?![0-9a-z]|\s*[千万亿元%])"
#: Which part of a month or year is meant; its end, where nothing is said.
_PART = (
    r"(?:(?:the\s+)?(?:(?P<first>(?:start|beginning)\s+of|early(?:\s+in)?)|"
    r"(?P<mid>middle\s+of|mid)|(?:year-?\s?)?end(?:\s+of)?|late)[-\s]*(?:the\s+year\s+)?)?"
)
#: The same in Chinese, behind it; 中国, 初创 and 底层 are other words.
_PART_BEHIND = (
    r"(?:(?P<first>初(?![创级始步]))|(?P<mid>中(?![国央信小间文介心外]))|[末终]|底(?!层))?"
)


class Day(NamedTuple):
    """A day, and where the words for it begin and end in the text."""

    start: int
    end: int
    day: date


def _numbered(found: _Match) -> date:
    return date(_year(found), int(found["m"]), int(found["d"]))


def _year(found: _Match) -> int:
    """Of two digits as POSIX has it: 69 is 1969, 68 is 2068."""
    year = int(found["y"])
    if len(found["y"]) == 4:
        return year
    return year + (1900 if year >= 69 else 2000)


def _named(found: _Match) -> date:
    return date(_year(found), _month(found["m"]), int(found["d"]))


def _month(word: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(word[:3]))


def _triple(found: _Match) -> date:
    """Three numbers with one sign between them are a day if they are year, month, day."""
    year, month, day = re.split(r"\s*[-/.]\s*", found[0])
    if len(year) != 4 or len(month) > 2 or len(day) > 2:
        raise ValueError(found[0])
    return date(int(year), int(month), int(day))


def _in_month(found: _Match) -> date:
    word = found["m"]
    year, month = _year(found), int(word) if word.isdigit() else _month(word)
    return _part(found, date(year, month, 1), date(year, month, 15), _last(year, month))


def _in_year(found: _Match) -> date:
    year = _year(found)
    return _part(found, date(year, 1, 1), date(year, 6, 30), date(year, 12, 31))


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _part(found: _Match, first: date, middle: date, last: date) -> date:
    said = found.groupdict()
    if said.get("first"):
        return first
    return middle if said.get("mid") else last


#: 18年4月 is 2018-04; 18年 alone may be so many years.
_YEAR_BEFORE_MONTH = r"(?P<y>\d{4}|\d{2}(?=\s*年))"
_YEAR_MONTH = rf"{_YEAR_BEFORE_MONTH}\s*年\s*(?P<m>\d{{1,2}})\s*月"
_THIS_CENTURY_OR_LAST = r"(?P<y>(?:19|20)\d{2})"
#: What an earlier form has read, no later one reads again.
_FORMS: tuple[tuple[str, Callable[[_Match], date]], ...] = (
    (rf"{_FROM}\d+\s*(?P<sign>[-/.])\s*\d+\s*(?P=sign)\s*\d+", _triple),
    (rf"{_FROM}{_YEAR_MONTH}\s*(?P<d>\d{{1,2}})(?!\d)\s*[日号號]?", _numbered),
    (rf"{_FROM}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}{_TO}", _named),
    (rf"{_FROM}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TO}", _named),
    (rf"{_FROM}{_YEAR_MONTH}份?{_PART_BEHIND}", _in_month),
    (rf"{_FROM}{_YEAR}[-/.](?P<m>\d{{1,2}}){_TO}", _in_month),
    (rf"{_FROM}{_PART}{_MONTH},?\s+(?:of\s+)?{_YEAR}{_TO}", _in_month),
    (rf"{_FROM}{_THIS_CENTURY_OR_LAST}\s*年\s*年?{_PART_BEHIND}", _in_year),
    (rf"{_FROM}{_PART}{_THIS_CENTURY_OR_LAST}{_TO}", _in_year),
)
_COMPILED = tuple((re.compile(pattern), day) for pattern, day in _FORMS)


def days(text: str) -> list[Day]:
    """The days that a folded text names, in order. What is no day of the calendar is none."""
    found: list[Day] = []
    if not any(map(str.isdigit, text)):
        return found
    for pattern, day in _COMPILED:
        for match in pattern.finditer(text):
            try:
                found.append(Day(match.start(), match.end(), day(match)))
            except ValueError:
                continue
        text = pattern.sub(lambda match: "\0" * len(match[0]), text)
    return sorted(found)
