"""When a claim surely holds, as far as its own times say: what two claims need to conflict."""

from __future__ import annotations

from datetime import date, timedelta

from finkg.evidence.claim import Claim
from finkg.evidence.lasting import Lasting
from finkg.evidence.moment import Moment
from finkg.evidence.record import Observation
from finkg.evidence.span import ALWAYS, Span


def surely(claim: Claim, lasting: Lasting, *, once: bool = False) -> Span | None:
    """The days on which a claim surely holds; none if there is no day of which that is sure.

    A plain claim without time holds always. So does an observation without time whose metric has
    one value ever (`once`); of any other such observation no day is sure.
    """
    _, as_of, start, end = claim.times
    if start or end:
        return _between(as_of, start, end, lasting)
    if as_of:
        return _measured(as_of, claim)
    return None if isinstance(claim.record, Observation) and not once else ALWAYS


def _between(
    as_of: Moment | None, start: Moment | None, end: Moment | None, lasting: Lasting
) -> Span | None:
    """From the last day on which it may have begun to the one before the first it may end on.

    A state without a stated end is sure on the last day of which somebody speaks; one without a
    stated beginning on the day before it ends.
    """
    last = end.earliest - timedelta(days=1) if end else None
    first = start.latest if start else None
    if last is None:
        attested = max(filter(None, (first, as_of.earliest if as_of else None)))
        last = date.max if lasting.ends_only_when_ended else attested
    if first is None:
        first = min(last, as_of.latest) if as_of else last
    return Span(first, last) if first <= last else None


def _measured(as_of: Moment, claim: Claim) -> Span | None:
    """The day as of which it holds. A year is no day, but a flow over a year ends with it."""
    flow = isinstance(claim.record, Observation) and claim.record.period
    if flow or as_of.earliest == as_of.latest:
        return Span(as_of.latest, as_of.latest)
    return None
