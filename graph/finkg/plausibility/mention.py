"""Dates as texts print them: 2013年6月, 2011-2025年, June 13, 2013, the end of 2015.

In Chinese a number is a year with four digits from 1900 on and 年. In other languages four digits
from 1900 to 2099 are, unless they count money or are part of a longer number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from finkg.evidence.gate import Span, narrow
from finkg.evidence.moment import Moment, NoSuchDay

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = rf"(?:sept|{'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in _MONTHS)})\.?"
#: What four digits are no year between: a currency before them, what is counted after them.
_NO_MONEY = "".join(rf"(?<!{name} )" for name in ("RMB", "CNY", "USD", "HKD", "EUR", "GBP"))
_NO_COUNT = (
    r"(?!\s+(?:thousand|million|billion|trillion|yuan|dollars?|euros?|pounds?|per\s?cent)\b)"
)
#: What narrows a year down without a month, behind it and before it.
_CHINESE_PART = (
    r"年?[底末初](?!期)|晚些时候|稍晚|早些时候|中(?=[,，。、；;旬期)）]|$)|年中|春|夏|秋|冬|伊始|岁末"
    r"|[上下]半年|第?[一二三四1-4]季度?"
)
_ENGLISH_PART = (
    r"(?:early|earlier|late|later|mid|end|start)-|(?:early|earlier|late|later|mid)\s+(?:in\s+)?"
    r"|year-end\s+|(?:Q[1-4]|H[12])\s+|(?:end|start|beginning|close|middle|spring|summer|autumn"
    r"|fall|winter|half|quarter)\s+of\s+(?:the\s+year\s+)?"
    r"|(?:spring|summer|autumn|winter)\s+"
)
_CHINESE = re.compile(
    r"(?<![0-9.])(?P<year>(?:19|2[0-9])[0-9]{2})"
    r"(?:(?=\s?[-—–~～至]\s?(?:19|2[0-9])[0-9]{2}年)"
    r"|\s?年(?:\s?(?P<month>1[0-2]|0?[1-9])\s?月(?:\s?(?P<day>[12][0-9]|3[01]|0?[1-9])\s?[日号])?"
    rf"|(?P<part>{_CHINESE_PART}))?)"
)
_ISO = (
    r"(?P<year0>(?:19|20)[0-9]{2})-(?P<month0>0[1-9]|1[0-2])"
    r"(?:-(?P<day0>0[1-9]|[12][0-9]|3[01]))?(?![\w-])"
)
_OTHER = re.compile(
    rf"(?<![\w.,$€£¥-])(?:{_ISO}"
    rf"|(?:(?P<day1>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?\s+)?(?P<month1>{_MONTH})"
    r"\s+(?:(?P<day2>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?,?\s+)?"
    r"(?P<year1>(?:19|20)[0-9]{2})(?![\w%]|[.,][0-9])"
    rf"|(?P<part>{_ENGLISH_PART})?{_NO_MONEY}(?P<year2>(?:19|20)[0-9]{{2}})(?![\w%]|[.,][0-9])"
    rf"{_NO_COUNT})"
    rf"|(?<=[-–—])(?P<year3>(?:19|20)[0-9]{{2}})(?![\w%-]|[.,][0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date that a text prints: its place in code points and what it says."""

    span: Span
    year: int
    month: int = 0
    day: int = 0
    #: What narrows the year down otherwise than a month does: 年底, early.
    narrowed: str = ""

    @property
    def words(self) -> tuple[int, int, int, str]:
        """What it says of the time, to compare two by."""
        return self.year, self.month, self.day, self.narrowed

    def says(self, time: Moment) -> bool:
        """Whether a time can have been read from it: one of the two lies in the other."""
        printed = self._moment
        return printed is not None and (printed.within(time) or time.within(printed))

    @property
    def _moment(self) -> Moment | None:
        """What it says as a time; nothing for a day that the calendar has not."""
        parts = [f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n)]
        try:
            return Moment.parse("-".join(parts))
        except NoSuchDay:
            return None


def mentions(text: str, language: str) -> list[Mention]:
    """Every date that a text prints with its year, in order."""
    found = _chinese(text) if language.startswith("zh") else _other(text)
    return list(found)


def _chinese(text: str) -> Iterator[Mention]:
    for m in _CHINESE.finditer(narrow(text)):
        month, day = int(m["month"] or 0), int(m["day"] or 0)
        yield Mention(Span(*m.span()), int(m["year"]), month, day, _part(m["part"]))


def _other(text: str) -> Iterator[Mention]:
    for m in _OTHER.finditer(narrow(text)):
        year = m["year0"] or m["year1"] or m["year2"] or m["year3"]
        month = int(m["month0"] or 0) or _month(m["month1"])
        day = int(m["day0"] or m["day1"] or m["day2"] or 0)
        yield Mention(Span(*m.span()), int(year), month, day, _part(m["part"]))


def _part(words: str | None) -> str:
    """What narrows a year down, in one spelling: 年底 and 年年底 are one."""
    return (words or "").strip().lower().removeprefix("年")


def _month(name: str | None) -> int:
    """The number of a month in the year, 0 for none."""
    start = (name or "").lower()[:3]
    return next((n for n, month in enumerate(_MONTHS, 1) if start and month.startswith(start)), 0)


class Mentions:
    """The dates of one text, by place."""

    def __init__(self, text: str, language: str) -> None:
        self.all = mentions(text, language)
        self._starts = [mention.span.start for mention in self.all]

    def within(self, span: Span) -> list[Mention]:
        """Those that begin in a stretch of the text."""
        first = bisect_left(self._starts, span.start)
        return self.all[first : bisect_left(self._starts, span.end)]
