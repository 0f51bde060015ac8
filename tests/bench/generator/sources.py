"""When cited sources were published, and which of them can tell of a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import lru_cache

from generator.kinds import Kind
from generator.names import REMEMBERED, stable
from generator.times import OVER

#: Of three sources one in a row does not say when it was published, one looks back on all that
#: happened, and one was published some day.
_IN_A_ROW = 3
_FIRST, _DAYS = date(2010, 1, 1), 3_900
_LOOKING_BACK = 1_500
#: A mirror copies a report within days.
_COPIED = 3


@lru_cache(maxsize=REMEMBERED)
def published(kind: str, number: int) -> date | None:
    """The day on which a cited source was published, if it says so."""
    if kind == "mirror":
        original = published("newsroom", number)
        return original and original + timedelta(_COPIED)
    place = number % _IN_A_ROW
    if place == 0:
        return None
    first, days = (OVER, _LOOKING_BACK) if place == 1 else (_FIRST, _DAYS)
    return first + timedelta(stable(kind, number, "published") % days)


def source_of(kind: Kind, among: range, draw: int, since: date, taken: Collection[str]) -> str:
    """The id of a source among some that was published since a day, or does not say when.

    One that is not taken yet, if there is one. Of three in a row two can tell of any day.
    """
    fit = _fit(kind, among, draw, since)
    first = next(fit)
    return first if first not in taken else next((s for s in fit if s not in taken), first)


def _fit(kind: Kind, among: range, draw: int, since: date) -> Iterator[str]:
    """The sources that can tell of a day, one after the other."""
    # Backwards, so that one that looks back takes the place of one that is too old: what is told
    # by sources without a date stays a third.
    for step in range(len(among)):
        number = among[(draw - step) % len(among)]
        day = published(kind.name, number)
        if day is None or day >= since:
            yield f"{kind.name}-{number}"
