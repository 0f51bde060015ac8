"""When statements begin, as their claims say, and which years an axis of time should have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from finkg.evidence.assessment import Assessed
from finkg.evidence.doubt import Part
from finkg.evidence.rank import Rank

#: Years in which nothing begins, after which an axis may start anew: at least so many together.
GAP: Final = 5
#: What begins before such a gap is left out of the axis if it is less than one in so many.
ONE_IN: Final = 100
#: The times of a claim at which what it states may begin, with the part of it that each is.
_BEGINS: Final = (Part.VALUE, Part.AS_OF, Part.VALID_FROM)


class Beginning(NamedTuple):
    """The first day on which a statement may have begun, as a claim says itself."""

    day: date
    #: Whether a plausibility rule doubts this time, and nobody has judged the claim the better.
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many statements begin in each year, by sound dates and by doubtful ones.

    A statement counts once, in the year in which the earliest sound date of its claims may lie, or
    else the earliest doubtful one.
    """

    sound: dict[int, int]
    doubtful: dict[int, int]
    #: Statements of sources that say no time of them.
    undated: int
    #: Statements that rules conclude and no source makes; they have no date of their own.
    concluded: int

    @property
    def in_doubt(self) -> int:
        """How many have a doubtful date only, in all years."""
        return sum(self.doubtful.values())


@dataclass(frozen=True, slots=True)
class Axis:
    """The years that an axis of time should have, from first to last; none if nothing is dated."""

    years: range
    #: How many statements begin by a sound date before the axis, and after it.
    earlier: int = 0
    later: int = 0


def beginning(claims: Iterable[Assessed]) -> Beginning | None:
    """When what these claims state begins: the earliest sound date, else the earliest doubtful."""
    found = [begins for assessed in claims for begins in _beginnings(assessed)]
    return min(found, key=lambda begins: (begins.doubtful, begins.day), default=None)


def _beginnings(assessed: Assessed) -> Iterator[Beginning]:
    weighed = assessed.judged and assessed.ranking.rank is Rank.PREFERRED
    doubted = set() if weighed else {flag.part for flag in assessed.flags}
    for part, time in zip(Part, assessed.claim.times, strict=True):
        if time and part in _BEGINS:
            yield Beginning(time.earliest, part in doubted)


def histogram(begun: Iterable[Beginning | None], concluded: int) -> Histogram:
    """Of statements that sources make; `concluded` others are concluded only."""
    counted = Counter((b.day.year, b.doubtful) if b else None for b in begun)
    undated = counted.pop(None, 0)
    by_year = sorted((key, number) for key, number in counted.items() if key)
    return Histogram(
        {year: number for (year, doubtful), number in by_year if not doubtful},
        {year: number for (year, doubtful), number in by_year if doubtful},
        undated,
        concluded,
    )


def axis(sound: dict[int, int], last: int) -> Axis:
    """The years from the first in which something begins to the last one, that of the graph's day.

    `sound`: how many statements begin in each year. Lone outliers are skipped: years before a gap
    of `GAP` years or more in which nothing begins, if less than one statement in `ONE_IN` begins in
    all of them together. `Axis.earlier` says how many that are.

    >>> axis({1988: 1, 1999: 150, 2003: 70}, 2005)
    Axis(years=range(1999, 2006), earlier=1, later=0)
    >>> axis({1988: 1, 1999: 50}, 2005).years
    range(1988, 2006)
    """
    counted = {year: number for year, number in sound.items() if year <= last}
    later = sum(sound.values()) - sum(counted.values())
    years = sorted(year for year, number in counted.items() if number)
    if not years:
        return Axis(range(0), later=later)
    first, earlier, passed = years[0], 0, 0
    for year, following in pairwise(years):
        passed += counted[year]
        if passed * ONE_IN >= sum(counted.values()):
            break
        if following - year > GAP:
            first, earlier = following, passed
    return Axis(range(first, last + 1), earlier, later)
