"""The times of one event are compared together: the day it occurred, its beginning and its end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from finkg.evidence.assessment import Assessed
from finkg.evidence.claim import Claim
from finkg.evidence.moment import Moment
from finkg.vocabulary import fk

_OCCURRED, _STARTED, _ENDED = fk("occurredOn"), fk("startedOn"), fk("endedOn")
_TIMES = (_OCCURRED, _STARTED, _ENDED)
_Times = dict[NamedNode, list[Assessed]]


def outside(claims: Iterable[Assessed]) -> Iterator[tuple[Assessed, Assessed]]:
    """Each `occurredOn` that lies outside the span of its event, with the end that it misses.

    Without a stated end of the event, it misses the beginning unless the two overlap.
    """
    for times in _by_event(claims):
        # By id: in whatever order the rows stand, the same pair comes first.
        left = {
            p: sorted((a for a in found if not a.outranked), key=lambda a: a.claim.id.value)
            for p, found in times.items()
        }
        for occurred in left[_OCCURRED]:
            for bound in _missed(occurred, left):
                yield occurred, bound


def dated_event(claim: Claim) -> NamedNode | None:
    """The event of which a claim states a time, if it states one of these."""
    return claim.subject if claim.predicate in _TIMES else None


def _by_event(claims: Iterable[Assessed]) -> Iterator[_Times]:
    events: defaultdict[NamedNode, _Times] = defaultdict(lambda: {p: [] for p in _TIMES})
    for assessed in claims:
        if assessed.claim.predicate in _TIMES and assessed.claim.moment:
            events[assessed.claim.subject][assessed.claim.predicate].append(assessed)
    for times in events.values():
        if times[_OCCURRED] and (times[_STARTED] or times[_ENDED]):
            yield times


def _missed(occurred: Assessed, times: _Times) -> Iterator[Assessed]:
    when = _moment(occurred)
    for ended in times[_ENDED]:
        if when.earliest > _moment(ended).latest:
            yield ended
    # Whoever settles the pairs may have outranked an end meanwhile.
    has_end = any(not ended.outranked for ended in times[_ENDED])
    for started in times[_STARTED]:
        begins = _moment(started)
        too_late = not has_end and when.earliest > begins.latest
        if when.latest < begins.earliest or too_late:
            yield started


def _moment(assessed: Assessed) -> Moment:
    time = assessed.claim.moment
    assert time  # only dated claims were gathered
    return time
