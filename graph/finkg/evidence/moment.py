"""A time at the precision of its source.

Four spellings are read: a year, a year and month, a day, a quarter. The first three are the XML
Schema types gYear, gYearMonth and date (XSD 1.1 part 2, section 3.3); a quarter is EDTF level 2
(ISO 8601-2:2019, section 4.8: sub-year groupings 33 to 36).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal

from finkg.errors import Problem, Text
from finkg.vocabulary import EDTF, XSD_DATE, XSD_YEAR, XSD_YEAR_MONTH

_SPELLING = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?", re.ASCII)


class NotATime(Problem):
    """A cell that should hold a time and does not."""

    text = Text("“{found}”不是时间。", "“{found}” is not a time.")
    hint = Text(
        "写作 2013、2013-06、2013-06-14 或 2011-Q1。",
        "Write 2013, 2013-06, 2013-06-14 or 2011-Q1.",
    )
    found: str


class NoSuchDay(Problem):
    """A time that is well written and does not exist."""

    text = Text("历法中没有“{found}”。", "There is no “{found}” in the calendar.")
    found: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A stated time: its spelling, and the first and last day on which it may lie.

    >>> quarter = Moment.parse("2011-Q1")
    >>> quarter.earliest.isoformat(), quarter.latest.isoformat(), quarter.days
    ('2011-01-01', '2011-03-31', 90)
    >>> Moment.parse("2011-02").within(quarter)
    True
    >>> quarter.literal.value
    '2011-33'
    """

    text: str
    earliest: date
    latest: date

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read a spelling. Raises NotATime, NoSuchDay.

        >>> Moment.parse("2013-02-30")
        Traceback (most recent call last):
        finkg.evidence.moment.NoSuchDay: There is no “2013-02-30” in the calendar.
        """
        match = _SPELLING.fullmatch(text)
        if not match:
            raise NotATime(text)
        year, quarter, month, day = match.groups()
        first = int(quarter) * 3 - 2 if quarter else int(month or 1)
        last = int(quarter) * 3 if quarter else int(month or 12)
        try:
            earliest = date(int(year), first, int(day or 1))
            latest = date(int(year), last, int(day or monthrange(int(year), last)[1]))
        except ValueError:
            raise NoSuchDay(text) from None
        return cls(text, earliest, latest)

    @classmethod
    def from_literal(cls, literal: Literal) -> Moment | None:
        """The time that a typed literal states, or nothing if it states none."""
        if literal.datatype == EDTF:
            year, quarter = literal.value.split("-")
            return cls.parse(f"{year}-Q{int(quarter) - 32}")
        times = (XSD_DATE, XSD_YEAR_MONTH, XSD_YEAR)
        return cls.parse(literal.value) if literal.datatype in times else None

    @property
    def literal(self) -> Literal:
        """The RDF literal, typed by its precision."""
        year, _, rest = self.text.partition("-")
        if rest.startswith("Q"):
            return Literal(f"{year}-{32 + int(rest[1])}", datatype=EDTF)
        datatype = {0: XSD_YEAR, 2: XSD_YEAR_MONTH, 5: XSD_DATE}[len(rest)]
        return Literal(self.text, datatype=datatype)

    @property
    def days(self) -> int:
        """How many days it may lie on: 1 for a day."""
        return (self.latest - self.earliest).days + 1

    def within(self, other: Moment) -> bool:
        """Whether every day of this time is a day of the other."""
        return other.earliest <= self.earliest and self.latest <= other.latest

    def __str__(self) -> str:
        return self.text


def day_literal(day: date) -> Literal:
    """A day as xsd:date, the one spelling in which days are compared."""
    return Literal(day.isoformat(), datatype=XSD_DATE)
