"""Disputes: claims that can not hold together, found by the program and kept side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from finkg.errors import Text
from finkg.evidence.assessment import Assessed, Standing, stands
from finkg.evidence.backing import Backing
from finkg.evidence.claim import Claim
from finkg.evidence.election import Elected, Election, Grounds, vagueness
from finkg.evidence.event_times import dated_event, outside
from finkg.evidence.hashed_id import hashed_id
from finkg.evidence.rank import Rank, Ranking
from finkg.evidence.rivalry import Key, Rivalry
from finkg.evidence.support import Triples
from finkg.vocabulary import DISPUTE, DISPUTE_STATE, DISPUTES, PREFERRED_SIDE, REASON, TYPE, fk

OPEN = Text(
    "来源的层级、互相独立的来源数和新旧都分不出高下，也没有人裁定。",
    "Tiers, number of independent sources and age do not decide it, and nobody has judged.",
)
JUDGED = Text("有人裁定：{reason}", "Judged: {reason}")
BY_POLICY = Text("取“{value}”：{grounds}。", "“{value}” is preferred: {grounds}.")
PREFERRED = Text("与“{rivals}”相争而优先：{grounds}。", "Preferred to “{rivals}”: {grounds}.")
OUTRANKED = Text("让位于“{value}”：后者{grounds}。", "Gives way to “{value}”: {grounds}.")
UNDECIDED = Text("与“{rivals}”相争，未有定论。", "In dispute with “{rivals}”, undecided.")
LESS_PRECISE = Text(
    "不如“{value}”精确；两者相容，互为佐证。",
    "Less precise than “{value}”, with which it agrees and which it corroborates.",
)
DENIED_BY_LESSER = Text(
    "否认它的来源层级较低，不足以动摇。", "What denies it is a source of a lower tier."
)
DENIED = Text(
    "有层级不低于其依据的来源否认它，也没有人裁定。",
    "A source of no lower tier denies it, and nobody has judged.",
)
#: How a claim's value reads, in zh and en.
Words = Callable[[Claim], Text]


@dataclass(frozen=True)
class Dispute:
    """The sides of a conflict, or the one claim that a source denies, and how it is settled."""

    sides: tuple[NamedNode, ...]
    preferred: NamedNode | None = field(compare=False)
    reason: Text = field(compare=False)
    #: Decided although no side is preferred: the one claim that is denied was judged out.
    judged_out: bool = field(default=False, compare=False)

    @cached_property
    def id(self) -> NamedNode:
        return hashed_id("d", sorted(str(side) for side in self.sides))

    def triples(self) -> Triples:
        yield self.id, TYPE, DISPUTE
        for side in self.sides:
            yield self.id, DISPUTES, side
        state = "SettledDispute" if self.preferred or self.judged_out else "OpenDispute"
        yield self.id, DISPUTE_STATE, fk(state)
        if self.preferred:
            yield self.id, PREFERRED_SIDE, self.preferred
        for lang, words in zip(("zh", "en"), self.reason, strict=True):
            yield self.id, REASON, Literal(words, language=lang)


class Settlement:
    """Finds the disputes among claims, and ranks the claims that they touch."""

    def __init__(self, rivalry: Rivalry, backing: Backing, words: Words, day: date) -> None:
        self._rivalry = rivalry
        self._backing = backing
        self._election = Election(rivalry.policy, backing, rivalry.agree)
        self._words = words
        self._day = day

    def settle(self, claims: Iterable[Assessed]) -> list[Dispute]:
        """The disputes, by id. Claims are marked as disputed or outranked, and get their rank."""
        everything = list(claims)
        sides = [a for a in everything if a.believable(self._day)]
        found: list[Dispute] = []
        for rivals in self._rivalry.groups(sides):
            found.extend(self._settle(rivals))
            self._outrank_less_precise(rivals)
        for pair in outside(sides):
            found.extend(self._settle_pair(pair))
        found.extend(self._denied(everything))
        return sorted(found, key=lambda dispute: dispute.id.value)

    def apart(self, claims: Iterable[Assessed]) -> list[list[Assessed]]:
        """The claims that may bear on how others are settled, in groups that settle apart: what is
        found of one is the same whatever the others are."""
        found: defaultdict[Key | NamedNode, list[Assessed]] = defaultdict(list)
        for assessed in claims:
            if key := dated_event(assessed.claim) or self._rivalry.key(assessed.claim):
                found[key].append(assessed)
        return [group for group in found.values() if len(group) > 1]

    def anew(self, claims: Sequence[Assessed]) -> list[Standing]:
        """Where claims stand once they are settled among themselves alone."""
        for assessed in claims:
            assessed.forget()
        self.settle(claims)
        return [stands(assessed, self._backing, self._day) for assessed in claims]

    def _settle(self, sides: Sequence[Assessed]) -> Iterator[Dispute]:
        for group in self._rivalry.conflicting(sides):
            dispute, left = self._decide(group)
            yield dispute
            # Sides that agree with the preferred one may still conflict with each other.
            yield from self._settle(left)

    def _settle_pair(self, pair: Sequence[Assessed]) -> Iterator[Dispute]:
        if not any(side.outranked for side in pair):
            yield self._decide(pair)[0]

    def _decide(self, group: Sequence[Assessed]) -> tuple[Dispute, list[Assessed]]:
        """The dispute, and the sides that agree with the preferred one if there is one."""
        elected = self._election.elect(group, changes=self._rivalry.changes(group[0].claim))
        if elected is None:
            for side in group:
                side.disputed = True
                self._rank(side, Rank.NORMAL, UNDECIDED, rivals=self._rivals(side, group))
            return Dispute(_ids(group), None, OPEN), []
        winner, losers = elected.winner, elected.losers
        self._rank_outcome(elected)
        reason = self._reason(winner, elected.grounds)
        sides = _ids([s for s in group if s is winner or s in losers])
        return Dispute(sides, winner.claim.id, reason), [s for s in group if s not in losers]

    def _rank_outcome(self, elected: Elected) -> None:
        winner, grounds = elected.winner, elected.grounds.words
        if not winner.disputed:
            # What is open elsewhere is not believed, so it is not preferred either.
            rivals = self._listed(elected.losers)
            self._rank(winner, Rank.PREFERRED, PREFERRED, rivals=rivals, grounds=grounds)
        value = self._words(winner.claim)
        for loser in elected.losers:
            loser.outranked = True
            self._rank(loser, Rank.NORMAL, OUTRANKED, value=value, grounds=grounds)

    def _reason(self, winner: Assessed, grounds: Grounds) -> Text:
        if grounds.criterion is None:
            return _filled(JUDGED, reason=winner.ranking.reason)
        return _filled(BY_POLICY, value=self._words(winner.claim), grounds=grounds.words)

    def _rank(self, side: Assessed, rank: Rank, reason: Text, **facts: Text) -> None:
        """Rank by policy; what people judged stays as they judged it."""
        if not side.judged:
            side.ranking = Ranking(rank, _filled(reason, **facts))

    def _rivals(self, side: Assessed, group: Sequence[Assessed]) -> Text:
        return self._listed([s for s in group if s is not side])

    def _listed(self, sides: Sequence[Assessed]) -> Text:
        words = list(dict.fromkeys(self._words(side.claim) for side in sides))
        return Text("”“".join(w.zh for w in words), "”, “".join(w.en for w in words))

    def _outrank_less_precise(self, rivals: Sequence[Assessed]) -> None:
        """Of nested times the narrowest is best, if it is itself accepted."""
        dated = [a for a in rivals if a.claim.moment]
        for wide in dated:
            narrower = [a for a in dated if a.claim.refines(wide.claim) and self._accepted(a)]
            if narrower and not wide.outranked:
                best = min(narrower, key=vagueness)
                wide.outranked = wide.less_precise = True
                self._rank(wide, Rank.NORMAL, LESS_PRECISE, value=self._words(best.claim))

    def release(self, rivals: Sequence[Assessed]) -> None:
        """Let wider times stand that gave way to none but what is doubted since."""
        for wide in rivals:
            better = (a for a in rivals if a.claim.refines(wide.claim) and self._accepted(a))
            if wide.less_precise and not any(better):
                wide.outranked = wide.less_precise = False
                if not wide.judged:
                    wide.ranking = Ranking()

    def _accepted(self, assessed: Assessed) -> bool:
        return stands(assessed, self._backing, self._day) is Standing.ACCEPTED

    def _denied(self, claims: Iterable[Assessed]) -> Iterator[Dispute]:
        """Claims that one source supports and another refutes."""
        for assessed in claims:
            if assessed.supporting and assessed.refuting:
                yield self._denial(assessed)

    def _denial(self, assessed: Assessed) -> Dispute:
        sides = (assessed.claim.id,)
        if assessed.judged:
            out = assessed.ranking.rank is Rank.DEPRECATED
            reason = _filled(JUDGED, reason=assessed.ranking.reason)
            return Dispute(sides, None if out else assessed.claim.id, reason, judged_out=out)
        weaker = self._backing.place(assessed.refuting) > self._backing.place(assessed.supporting)
        reason = DENIED_BY_LESSER if weaker else DENIED
        if assessed.ranking == Ranking():
            assessed.ranking = Ranking(Rank.NORMAL, reason)
        return Dispute(sides, assessed.claim.id if weaker else None, reason)


def _ids(sides: Iterable[Assessed]) -> tuple[NamedNode, ...]:
    return tuple(side.claim.id for side in sides)


def _filled(text: Text, **facts: Text) -> Text:
    return Text(
        text.zh.format(**{name: fact.zh for name, fact in facts.items()}),
        text.en.format(**{name: fact.en for name, fact in facts.items()}),
    )
