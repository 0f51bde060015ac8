"""Which claims can not hold together, whenever both hold."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from finkg.evidence.claim import Claim
from finkg.evidence.policy import Policy
from finkg.evidence.record import Observation, Shareholding

_UPWARD = frozenset({"over", "at-least"})
_DOWNWARD = frozenset({"under", "at-most"})


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers that a printed number admits, both ends included."""

    lower: Decimal
    upper: Decimal

    def meets(self, other: Range) -> bool:
        return self.lower <= other.upper and other.lower <= self.upper


def conflicts(one: Claim, other: Claim, policy: Policy) -> bool:
    """Whether the values of two rival claims exclude each other.

    Times that lie in one another agree, so do numbers within the policy's tolerance, and texts in
    two languages, of which one may translate the other. Numbers in two units are not compared.
    """
    if one.record or other.record:
        return _records_conflict(one, other, policy)
    if one.moment and other.moment:
        return not (one.moment.within(other.moment) or other.moment.within(one.moment))
    return one.value != other.value and _language(one) == _language(other)


def _language(claim: Claim) -> str | None:
    return claim.value.language if isinstance(claim.value, Literal) else None


def _records_conflict(one: Claim, other: Claim, policy: Policy) -> bool:
    (first, unit), (second, other_unit) = _measure(one, policy), _measure(other, policy)
    if first is None or second is None or unit != other_unit:
        return False
    return not first.meets(second)


def _measure(claim: Claim, policy: Policy) -> tuple[Range | None, NamedNode | None]:
    """The numbers that a record admits, and their unit."""
    record = claim.record
    if isinstance(record, Shareholding):
        return admitted(record.percent, record.precision, policy), None
    if isinstance(record, Observation):
        if record.lower is not None and record.upper is not None:
            return Range(record.lower, record.upper), record.unit
        return admitted(record.value, record.precision, policy), record.unit
    return None, None


def admitted(number: Decimal, word: str, policy: Policy) -> Range:
    """The numbers that a number with a word of precision admits."""
    margin = abs(number) * policy.margin(word)
    lower = number if word in _UPWARD else number - margin
    upper = number if word in _DOWNWARD else number + margin
    return Range(lower, upper)
