"""The stated policy by which one of several rival claims is preferred, read from policy.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from finkg.evidence.support import Reliability
from finkg.words import Text


class Criterion(StrEnum):
    """What the policy may look at, beside the judgements of people, which come first."""

    TIER = "tier"
    CORROBORATION = "corroboration"
    RECENCY = "recency"


@dataclass(frozen=True, slots=True)
class Policy:
    """The criteria in the order in which they are tried, and their measures."""

    criteria: tuple[Criterion, ...] = tuple(Criterion)
    #: Best first.
    tiers: tuple[Reliability, ...] = tuple(Reliability)
    #: How many independent sources a side must have more than another.
    corroboration_margin: int = 2
    #: How many days younger the newest source of a side must be.
    recency_days: int = 365
    #: For each word of precision, the share of the number by which the true one may differ.
    tolerance: Mapping[str, Decimal] = field(default_factory=dict)
    #: Plausibility rules that are not asked, by name, each with the reason.
    switched_off: Mapping[str, Text] = field(default_factory=dict)

    def margin(self, word: str) -> Decimal:
        """The share of a number by which the true one may differ; none if it has no word."""
        return self.tolerance.get(word, Decimal(0))
