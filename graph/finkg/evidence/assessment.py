"""A claim with all that bears on it, and where it therefore stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pyoxigraph import NamedNode

from finkg.evidence.claim import Claim, Kind
from finkg.evidence.doubt import Flag
from finkg.evidence.moment import Moment
from finkg.evidence.rank import Rank, Ranking
from finkg.evidence.record import Effect
from finkg.evidence.support import Evidence, Reliability, Stance
from finkg.vocabulary import fk


class Standing(StrEnum):
    """Where a claim's triple goes, in the order in which the reasons are tried."""

    OPINION = "OpinionStanding"
    DEPRECATED = "Deprecated"
    OUTRANKED = "Outranked"
    DOUBTFUL = "Doubtful"
    ACCEPTED = "Accepted"

    @property
    def iri(self) -> NamedNode:
        return fk(self.value)


@dataclass(slots=True)
class Assessed:
    """A claim, its evidence, and what the build has found out about it so far."""

    claim: Claim
    evidence: list[Evidence] = field(default_factory=list)
    ranking: Ranking = field(default_factory=Ranking)
    flags: list[Flag] = field(default_factory=list)
    #: Lost a settled dispute, or is less precise than another claim.
    outranked: bool = False
    #: A side of an open dispute.
    disputed: bool = False
    standing: Standing = Standing.ACCEPTED

    @property
    def supporting(self) -> list[Evidence]:
        return [e for e in self.evidence if e.stance is Stance.SUPPORTS]

    @property
    def refuting(self) -> list[Evidence]:
        return [e for e in self.evidence if e.stance is Stance.REFUTES]


Tiers = dict[NamedNode, Reliability]


def best_tier(evidence: list[Evidence], tiers: Tiers) -> int:
    """0 for the most reliable source among the evidence; worse than any tier if there is none."""
    ladder = list(Reliability)
    return min((ladder.index(tiers[e.source]) for e in evidence), default=len(ladder))


def stands(assessed: Assessed, tiers: Tiers, day: date) -> Standing:
    """The first standing that fits. `day` is the day up to which the editors answer."""
    claim, refuted = assessed.claim, bool(assessed.refuting)
    if not counts_as_fact(claim, day, refuted=refuted):
        return Standing.OPINION
    if assessed.ranking.rank is Rank.DEPRECATED:
        return Standing.DEPRECATED
    if assessed.outranked:
        return Standing.OUTRANKED
    if assessed.disputed or _doubted(assessed) or _refuted_by_peer(assessed, tiers):
        return Standing.DOUBTFUL
    return Standing.ACCEPTED


def counts_as_fact(claim: Claim, day: date, *, refuted: bool) -> bool:
    """A fact does; a plan does from the day that it names, unless it is refuted."""
    if claim.kind is Kind.FACT:
        return True
    named = [time.latest for time in _named_days(claim)]
    return claim.kind is Kind.PLAN and bool(named) and not refuted and min(named) <= day


def _named_days(claim: Claim) -> Iterator[Moment]:
    value, as_of, valid_from, _ = claim.times
    happened = as_of if isinstance(claim.record, Effect) else None
    yield from filter(None, (value, valid_from, happened))


def _doubted(assessed: Assessed) -> bool:
    """A doubted value, or any doubt about a record: half of a record is worth nothing."""
    return any(flag.doubts_value or assessed.claim.record for flag in assessed.flags)


def _refuted_by_peer(assessed: Assessed, tiers: Tiers) -> bool:
    """Refuted by a source of no lower tier than the best that supports it."""
    refuting = assessed.refuting
    return bool(refuting) and best_tier(refuting, tiers) <= best_tier(assessed.supporting, tiers)
