"""Where each stated claim stands on each of many days, settled anew only where rivals are gone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from pyoxigraph import NamedNode

from finkg.build.assess import Assessment
from finkg.evidence.assessment import Assessed, Standing
from finkg.evidence.span import Course, Holds, Span

#: What the bytes of `held` stand for, by number.
HOLDS: Final = (Holds.NO, Holds.UNKNOWN, Holds.YES)
_NO, _UNKNOWN, _YES = (
    bytes([HOLDS.index(holds)]) for holds in (Holds.NO, Holds.UNKNOWN, Holds.YES)
)


class Daily:
    """The stated claims of an assessed workspace as of each of several days, in ascending order.

    As `finkg.build.assess.assess` does for one: first what surely does not hold on the day is
    dropped, then what is left is ranked anew; what was dropped stays as it stood.
    """

    def __init__(self, assessment: Assessment, days: Sequence[date]) -> None:
        """The assessment, made as of no day, is not to be used for anything else afterwards: its
        claims are ranked again and again."""
        self.days = days
        self._settlement = assessment.settlement
        claims = assessment.claims
        course = assessment.chronicle.course
        #: When each claim holds as it is stated.
        self.courses: dict[NamedNode, Course] = {c: course(a.claim) for c, a in claims.items()}
        #: Whether it holds so on each day, as numbers of `HOLDS`.
        self.held: dict[NamedNode, bytes] = {c: held(own, days) for c, own in self.courses.items()}
        #: Where each claim stands in the whole graph.
        self.whole: dict[NamedNode, Standing] = {c: a.standing for c, a in claims.items()}
        #: The whole graph and then each day, for the claims that do not always stand alike.
        self.differing: dict[NamedNode, tuple[Standing, ...]] = {}
        for group in self._settlement.apart(claims.values()):
            for claim, stood in zip(group, zip(*self._cases(group), strict=True), strict=True):
                if len({*stood}) > 1:
                    self.differing[claim.claim.id] = stood

    def _cases(self, group: Sequence[Assessed]) -> Iterator[Sequence[Standing]]:
        """Where the claims of a group stand in the whole graph, then on each day."""
        whole = [self.whole[assessed.claim.id] for assessed in group]
        yield whole
        settled: dict[tuple[int, ...], list[Standing]] = {}
        for holding in zip(*(self.held[assessed.claim.id] for assessed in group), strict=True):
            left = tuple(
                place for place, holds in enumerate(holding) if HOLDS[holds] is not Holds.NO
            )
            if left not in settled:
                stood = self._settlement.anew([group[place] for place in left])
                settled[left] = [*whole]
                for place, standing in zip(left, stood, strict=True):
                    settled[left][place] = standing
            yield settled[left]


def held(course: Course, days: Sequence[date]) -> bytes:
    """Whether something holds on each day, of days in ascending order, as numbers of `HOLDS`.

    >>> year = [date(2019, 12, 31), date(2020, 12, 31), date(2021, 12, 31)]
    >>> [*held(Course(Span(date(2020, 6, 1), date(2020, 12, 31)), Span(date(2020, 1, 1))), year)]
    [0, 2, 1]
    """
    first, end = _within(course.possible, days)
    begin, close = _within(course.sure, days)
    begin, close = max(first, begin), min(end, close)
    if begin >= close:
        begin = close = first
    known = _UNKNOWN * (begin - first) + _YES * (close - begin) + _UNKNOWN * (end - close)
    return _NO * first + known + _NO * (len(days) - end)


def _within(span: Span | None, days: Sequence[date]) -> tuple[int, int]:
    """From which to before which place the days lie in a span."""
    if span is None:
        return 0, 0
    first = bisect_left(days, span.first)
    return first, max(first, bisect_right(days, span.last))
