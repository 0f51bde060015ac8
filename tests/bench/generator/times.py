"""When things happen: one order of time for all that is generated, and how texts print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from generator.names import REMEMBERED, stable

EVENTS = ("action", "move", "release", "turn", "application")
DOCUMENTS = ("regulation", "law", "policy", "draft")
#: The days on which things of a kind begin: the first, and how many. Companies are there before
#: what they offer, and both before what happens to them; rules are made all the while.
_BEGINNINGS = {
    **dict.fromkeys(("company", "group", "bank", "institution"), (date(2003, 1, 1), 2_000)),
    **dict.fromkeys(("service", "app", "platform", "fund"), (date(2009, 1, 1), 1_500)),
    **dict.fromkeys(DOCUMENTS, (date(2005, 1, 1), 4_000)),
    **dict.fromkeys(EVENTS, (date(2013, 6, 1), 1_500)),
}
#: What has no beginning, such as a sector or a requirement, is measured behind all documents.
_MEASURED = date(2016, 1, 1)
#: Figures, holdings and effects come so many days after the beginnings of what they are about, and
#: up to so many more: in another year than these, and before any end.
_LATER, _SPREAD = 400, 400
#: Ends come last of all.
_ENDS, _END = ("closedOn", "dissolvedOn", "repealedOn"), date(2020, 3, 1)
_ENDING = 200
#: All that happens has happened by then.
OVER = date(2020, 11, 1)
#: Days between two values that can not both be right. What comes next comes later than either.
_APART = 50
#: What happens before or after a thing's own day, in days.
_OFFSETS = {
    "signedOn": -20,
    "openedOn": 60,
    "effectiveOn": 90,
    "fullyEffectiveOn": 300,
    "endedOn": 600,
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """A time as a table writes it: a year, a month or a day."""

    cell: str
    #: The day that it is about.
    day: date

    def in_language(self, language: str) -> str:
        year, *rest = self.cell.split("-")
        if language == "zh":
            parts = zip((year, *rest), "年月日", strict=False)
            return "".join(f"{int(number)}{unit}" for number, unit in parts)
        month = [_MONTHS[int(rest[0]) - 1]] if rest else []
        return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])


@lru_cache(maxsize=REMEMBERED)
def beginning(thing: str) -> date | None:
    """The day on which a thing was founded, launched, promulgated, or occurred; nothing for a
    concept, a person or a regulator, which are always there."""
    begins = _BEGINNINGS.get(thing.partition("-")[0])
    return begins[0] + timedelta(stable(thing) % begins[1]) if begins else None


def day_of(thing: str, event: str, variant: int = 0) -> date:
    """The day of what happened to a thing; other variants lie apart from it."""
    if event in _ENDS:
        return _END + timedelta(stable(thing) % _ENDING)
    days = _OFFSETS.get(event, 0) + variant * _APART
    return (beginning(thing) or _MEASURED) + timedelta(days)


def day_amid(one: str, other: str) -> date:
    """A day in the lives of two things on which something was so between them."""
    begun = max(filter(None, (beginning(one), beginning(other))), default=_MEASURED)
    return begun + timedelta(_LATER + stable(one, other) % _SPREAD)


def at(precision: str, day: date, crowd: int = 0) -> Time:
    """A day at the precision @year, @month or @day. A crowding year takes the place of all."""
    cell = day.isoformat()[: {"@year": 4, "@month": 7, "@day": 10}[precision]]
    return Time(str(crowd) if crowd else cell, day)
