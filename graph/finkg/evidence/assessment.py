"""A claim with all that bears on it, and where it therefore stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pyoxigraph import NamedNode

from finkg.evidence.backing import Backing
from finkg.evidence.claim import Claim, Kind
from finkg.evidence.doubt import Flag
from finkg.evidence.moment import Moment
from finkg.evidence.rank import Rank, Ranking
from finkg.evidence.record import Effect
from finkg.evidence.span import Holds
from finkg.evidence.support import Evidence, Stance
from finkg.vocabulary import fk


class Standing(StrEnum):
    """Where a claim's triple goes, in the order in which the reasons are tried."""

    OPINION = "OpinionStanding"
    DEPRECATED = "Deprecated"
    OUTRANKED = "Outranked"
    DOUBTFUL = "Doubtful"
    ACCEPTED = "Accepted"
    #: Only in a graph as of a day: accepted, and not known to hold on it.
    TIME_UNKNOWN = "TimeUnknown"
    #: Only in a graph as of a day: whatever else it is, it does not hold on it.
    NOT_HOLDING = "NotHolding"

    @property
    def iri(self) -> NamedNode:
        return fk(self.value)


@dataclass(slots=True)
class Assessed:
    """A claim, its evidence, and what the build has found out about it so far."""

    claim: Claim
    evidence: list[Evidence] = field(default_factory=list)
    ranking: Ranking = field(default_factory=Ranking)
    #: People ranked it, so the policy does not.
    judged: bool = False
    flags: list[Flag] = field(default_factory=list)
    #: Lost a settled dispute, or is less precise than another claim.
    outranked: bool = False
    #: Outranked by nothing but a narrower time with which it agrees.
    less_precise: bool = False
    #: A side of an open dispute.
    disputed: bool = False
    standing: Standing = Standing.ACCEPTED
    #: Whether it holds on the day that the graph is asked for; nothing if it is asked for no day.
    holds: Holds | None = None

    @property
    def shown(self) -> Standing:
        """The standing, cut to the day."""
        return cut(self.standing, self.holds)

    @property
    def supporting(self) -> list[Evidence]:
        return [e for e in self.evidence if e.stance is Stance.SUPPORTS]

    @property
    def refuting(self) -> list[Evidence]:
        return [e for e in self.evidence if e.stance is Stance.REFUTES]

    def forget(self) -> None:
        """Undo what disputes made of it, before it is ranked among other claims."""
        self.outranked = self.less_precise = self.disputed = False
        if not self.judged:
            self.ranking = Ranking()

    def believable(self, day: date) -> bool:
        """Whether it can be a side of a dispute: some source says so, as a fact, and it was not
        judged out."""
        if self.ranking.rank is Rank.DEPRECATED or not self.supporting:
            return False
        return counts_as_fact(self.claim, day, refuted=bool(self.refuting))


def cut(standing: Standing, holds: Holds | None) -> Standing:
    """A standing as of a day, on which the claim holds or not."""
    if holds is Holds.NO:
        return Standing.NOT_HOLDING
    unknown = holds is Holds.UNKNOWN and standing is Standing.ACCEPTED
    return Standing.TIME_UNKNOWN if unknown else standing


def stands(assessed: Assessed, backing: Backing, day: date) -> Standing:
    """The first standing that fits. `day` is the day up to which the editors answer."""
    claim, refuted = assessed.claim, bool(assessed.refuting)
    if not counts_as_fact(claim, day, refuted=refuted):
        return Standing.OPINION
    if assessed.ranking.rank is Rank.DEPRECATED:
        return Standing.DEPRECATED
    if assessed.outranked:
        return Standing.OUTRANKED
    if assessed.disputed or _doubted(assessed) or _refuted_by_peer(assessed, backing):
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
    """A doubted value, or any doubt about a record: half of a record is worth nothing.

    People who prefer a claim have weighed the doubt; the flag stays for all to see.
    """
    if assessed.judged and assessed.ranking.rank is Rank.PREFERRED:
        return False
    return any(flag.doubts_value or assessed.claim.record for flag in assessed.flags)


def _refuted_by_peer(assessed: Assessed, backing: Backing) -> bool:
    """Refuted by a source of no lower tier than the best that supports it."""
    refuting = assessed.refuting
    return bool(refuting) and backing.place(refuting) <= backing.place(assessed.supporting)
