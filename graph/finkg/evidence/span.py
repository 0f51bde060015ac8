"""Stretches of days, and what is known of when a thing holds: surely, possibly, surely not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce


class Holds(StrEnum):
    """Whether something holds on a day. Unknown is never counted as yes."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from first to last, both included.

    >>> year = Span(date(2013, 1, 1), date(2013, 12, 31))
    >>> date(2013, 6, 13) in year, year.meets(Span(date(2014, 1, 1)))
    (True, False)
    """

    first: date = date.min
    last: date = date.max

    def meets(self, other: Span) -> bool:
        return self.first <= other.last and other.first <= self.last

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


ALWAYS = Span()


def _common(one: Span | None, other: Span | None) -> Span | None:
    if one is other:
        return one
    if not (one and other and one.meets(other)):
        return None
    return Span(max(one.first, other.first), min(one.last, other.last))


def _hull(one: Span | None, other: Span | None) -> Span | None:
    if not (one and other):
        return one or other
    return Span(min(one.first, other.first), max(one.last, other.last))


def _longer(one: Span | None, other: Span | None) -> Span | None:
    """Both as one if they meet; else the longer, for what is sure has no gap in it."""
    if one and other and not one.meets(other):
        return max(one, other, key=lambda span: (span.last - span.first, span.first))
    return _hull(one, other)


@dataclass(frozen=True, slots=True)
class Course:
    """When something holds: on each day of `sure`, on no day outside `possible`.

    >>> course = Course(Span(date(2013, 6, 1), date(2020, 1, 1)), Span(date(2013, 1, 1)))
    >>> [str(course.on(date(year, 3, 1))) for year in (2012, 2013, 2015, 2024)]
    ['no', 'unknown', 'yes', 'unknown']
    """

    sure: Span | None = ALWAYS
    #: None: on no day at all.
    possible: Span | None = ALWAYS

    def on(self, day: date) -> Holds:
        """Whether it holds on a day."""
        if self.possible is None or day not in self.possible:
            return Holds.NO
        return Holds.YES if self.sure and day in self.sure else Holds.UNKNOWN

    def __and__(self, other: Course) -> Course:
        """When both hold."""
        if other is EVER or self is EVER:
            return self if other is EVER else other
        return Course(_common(self.sure, other.sure), _common(self.possible, other.possible))

    def __or__(self, other: Course) -> Course:
        """When one of them holds, as far as stretches without gaps can say."""
        return Course(_longer(self.sure, other.sure), _hull(self.possible, other.possible))

    @property
    def ever_after(self) -> Course:
        """What has happened stays so: from the first day on which it holds, without end."""
        sure = Span(self.sure.first) if self.sure else None
        return Course(sure, Span(self.possible.first) if self.possible else None)


EVER = Course()
NEVER = Course(None, None)
UNKNOWN = Course(None, ALWAYS)


def both(courses: Iterable[Course]) -> Course:
    """When all of them hold."""
    return reduce(Course.__and__, courses, EVER)


def either(courses: Iterable[Course]) -> Course:
    """When one of them holds; never, if there is none."""
    return reduce(Course.__or__, courses, NEVER)
