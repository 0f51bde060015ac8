"""When things happen: a day for each thing and property, and how texts print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.names import stable

_FIRST, _DAYS = date(2005, 1, 1), 4700
#: Days between two values that can not both be right.
_APART = 480
#: What happens before or after a thing's own day, in days.
_OFFSETS = {
    "draftPublishedOn": -200,
    "signedOn": -20,
    "effectiveOn": 90,
    "fullyEffectiveOn": 300,
    "endedOn": 600,
    "closedOn": 1500,
    "dissolvedOn": 2000,
    "repealedOn": 2800,
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """A time as a table writes it: a year, a month or a day."""

    cell: str

    def in_language(self, language: str) -> str:
        year, *rest = self.cell.split("-")
        if language == "zh":
            parts = zip((year, *rest), "年月日", strict=False)
            return "".join(f"{int(number)}{unit}" for number, unit in parts)
        month = [_MONTHS[int(rest[0]) - 1]] if rest else []
        return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])


def day_of(thing: str, event: str, variant: int = 0) -> date:
    """The day of what happened to a thing; other variants lie far from it."""
    days = stable(thing) % _DAYS + _OFFSETS.get(event, 0) + variant * _APART
    return _FIRST + timedelta(days)


def at(precision: str, day: date, crowd: int = 0) -> Time:
    """A day at the precision @year, @month or @day. A crowding year takes the place of all."""
    if crowd:
        return Time(str(crowd))
    return Time(day.isoformat()[: {"@year": 4, "@month": 7, "@day": 10}[precision]])
