"""The lives of things: from their founding, launch or occurrence to their end, as claims say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from pyoxigraph import NamedNode

from finkg.evidence.moment import Moment
from finkg.evidence.span import Course, Span


@dataclass(slots=True)
class Life:
    """What is known of when a thing begins, ends, and shows itself in between."""

    start: Moment | None = None
    end: Moment | None = None
    #: Times on some day of which it surely is there: an observation, an event, a dated source.
    signs: list[Moment] = field(default_factory=list)

    def begin(self, time: Moment) -> None:
        """Of several beginnings the first counts."""
        self.start = min(filter(None, (self.start, time)), key=lambda t: (t.earliest, t.latest))

    def finish(self, time: Moment) -> None:
        """Of several ends the first counts."""
        self.end = min(filter(None, (self.end, time)), key=lambda t: (t.earliest, t.latest))

    def course(self, *, lasts: bool, signs: Iterable[Moment] = ()) -> Course:
        """When it is there. What does not last by itself is sure until the last sign of it."""
        return Course(self._sure([*self.signs, *signs], lasts), self._possible())

    @property
    def bounds(self) -> Course:
        """When it can be there at all; where nothing bounds it, it surely may."""
        first = self.start.latest if self.start else date.min
        last = _before(self.end.earliest) if self.end else date.max
        return Course(Span(first, last) if first <= last else None, self._possible())

    def _possible(self) -> Span | None:
        first = self.start.earliest if self.start else date.min
        last = _before(self.end.latest) if self.end else date.max
        return Span(first, last) if first <= last else None

    def _sure(self, signs: list[Moment], lasts: bool) -> Span | None:
        begun = [self.start.latest] if self.start else []
        shown = [sign for sign in signs if self._admits(sign)]
        firsts = [*begun, *(sign.latest for sign in shown)]
        if not firsts and self.end:
            # What ends on a day was there on the day before.
            firsts = [_before(self.end.earliest)]
        if not firsts:
            return None
        first = begun[0] if begun else min(firsts)
        if self.end:
            last = _before(self.end.earliest)
        elif lasts:
            last = date.max
        else:
            last = max([first, *(sign.earliest for sign in shown)])
        return Span(first, last) if first <= last else None

    def _admits(self, sign: Moment) -> bool:
        """Whether a sign lies in the life; one from before its beginning proves nothing."""
        possible = self._possible()
        return possible is not None and possible.meets(Span(sign.earliest, sign.latest))


def _before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


class Lives:
    """The lives of many things, by thing."""

    def __init__(self) -> None:
        self._lives: defaultdict[NamedNode, Life] = defaultdict(Life)

    def of(self, thing: NamedNode) -> Life:
        return self._lives[thing]

    def known(self, thing: NamedNode) -> Life:
        """The life of a thing, without making one where none is known."""
        return self._lives.get(thing) or Life()

    def begun(self) -> frozenset[NamedNode]:
        """The things whose beginning is known."""
        return frozenset(thing for thing, life in self._lives.items() if life.start)

    def ended(self) -> frozenset[NamedNode]:
        """The things whose end is known."""
        return frozenset(thing for thing, life in self._lives.items() if life.end)
