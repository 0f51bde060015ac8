"""Elects one of several claims that can not hold together, by judgement or by the stated policy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from finkg.errors import Text
from finkg.evidence.assessment import Assessed
from finkg.evidence.backing import Backing
from finkg.evidence.claim import Claim
from finkg.evidence.policy import Criterion, Policy
from finkg.evidence.rank import Rank
from finkg.evidence.support import Reliability

_TIERS = {
    Reliability.HIGH: Text("高", "high"),
    Reliability.MEDIUM: Text("中", "medium"),
    Reliability.LOW: Text("低", "low"),
}
_NO_TIER = Text("无", "none")
Agree = Callable[[Claim, Claim], bool]


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why one side is preferred: what it has, against what the best of the others has."""

    criterion: Criterion | None
    ahead: Text
    behind: Text

    @property
    def words(self) -> Text:
        """A clause about the preferred side, without subject."""
        zh, en = _CLAUSES[self.criterion]
        return Text(
            zh.format(ahead=self.ahead.zh, behind=self.behind.zh),
            en.format(ahead=self.ahead.en, behind=self.behind.en),
        )


_CLAUSES: dict[Criterion | None, Text] = {
    None: Text("有人裁定", "people have judged so"),
    Criterion.TIER: Text(
        "来源层级更高（{ahead}，对方为{behind}）",
        "its source is of a better tier ({ahead}, against {behind})",
    ),
    Criterion.CORROBORATION: Text(
        "互相独立的来源更多（{ahead} 个，对方 {behind} 个）",
        "more independent sources say so ({ahead}, against {behind})",
    ),
    Criterion.RECENCY: Text(
        "所说的情况会变，而它的来源更新（{ahead}，对方为 {behind}）",
        "what it states can change and its source is newer ({ahead}, against {behind})",
    ),
}


@dataclass(frozen=True, slots=True)
class Elected:
    """The preferred side, the sides that can not hold beside it, and why it is preferred."""

    winner: Assessed
    losers: list[Assessed]
    grounds: Grounds


class Election:
    """Tries the criteria one after the other until the sides that are left agree."""

    def __init__(self, policy: Policy, backing: Backing, agree: Agree) -> None:
        self._policy = policy
        self._backing = backing
        self._agree = agree

    def elect(self, sides: Sequence[Assessed], *, changes: bool) -> Elected | None:
        """The preferred side and why; nothing if all criteria leave sides that conflict.

        `changes`: whether what the sides state can change, so that the newer is better.
        """
        left = list(sides)
        for criterion in (None, *self._policy.criteria):
            if criterion is Criterion.RECENCY and not changes:
                continue
            left = self._best(criterion, left)
            if self._all_agree(left):
                winner = self._finest(left, sides)
                losers = [s for s in sides if s is not winner and not self._join(s, winner)]
                backers = [s for s in sides if s is winner or (s in left and s not in losers)]
                return Elected(winner, losers, self._grounds(criterion, backers, losers))
        return None

    def _join(self, side: Assessed, winner: Assessed) -> bool:
        """Whether a side can hold beside the winner. Two times of an event that exclude each other
        stand under two properties."""
        same = side.claim.predicate == winner.claim.predicate
        return same and self._agree(side.claim, winner.claim)

    def _all_agree(self, sides: list[Assessed]) -> bool:
        return all(self._join(a, b) for a in sides for b in sides if a is not b)

    def _finest(self, left: list[Assessed], sides: Sequence[Assessed]) -> Assessed:
        """Of sides that agree the most precise stands for them; a time that lies within the elected
        one may have a lesser source, for the wider corroborates it."""
        best = min(left, key=vagueness)
        finer = [s for s in sides if s.claim.refines(best.claim)]
        return min([best, *finer], key=vagueness) if self._all_agree(finer) else best

    def _best(self, criterion: Criterion | None, sides: list[Assessed]) -> list[Assessed]:
        if criterion is Criterion.CORROBORATION:
            return self._corroborated(sides)
        if criterion is Criterion.RECENCY:
            return self._newest(sides)
        score = _by_judgement if criterion is None else self._by_tier
        best = min(map(score, sides))
        return [side for side in sides if score(side) == best]

    def _by_tier(self, side: Assessed) -> int:
        return self._backing.place(side.supporting)

    def _sources(self, side: Assessed, sides: Sequence[Assessed]) -> int:
        """How many independent sources say it, in as many words or more loosely."""
        agreeing = (s for s in sides if self._agree(s.claim, side.claim))
        return len(self._backing.independent(e for s in agreeing for e in s.supporting))

    def _corroborated(self, sides: list[Assessed]) -> list[Assessed]:
        counted = [(self._sources(side, sides), side) for side in sides]
        most = max(count for count, _ in counted)
        margin = self._policy.corroboration_margin
        return [side for count, side in counted if most - count < margin]

    def _newest(self, sides: list[Assessed]) -> list[Assessed]:
        """Those whose newest source is not younger than another's by more than the policy asks."""
        dated = [(self._backing.newest(side.supporting), side) for side in sides]
        if any(day is None for day, _ in dated):
            return sides
        newest = max(day for day, _ in dated if day)
        days = self._policy.recency_days
        return [side for day, side in dated if day and (newest - day).days < days]

    def _grounds(
        self, criterion: Criterion | None, best: list[Assessed], beaten: list[Assessed]
    ) -> Grounds:
        if criterion is None or not beaten:
            return Grounds(criterion, Text("", ""), Text("", ""))
        sides = [*best, *beaten]
        if criterion is Criterion.TIER:
            return Grounds(criterion, self._tier(best), self._tier(beaten))
        if criterion is Criterion.CORROBORATION:
            counts = (max(self._sources(s, sides) for s in group) for group in (best, beaten))
            return Grounds(criterion, *(Text(str(count), str(count)) for count in counts))
        days = (self._newest_day(group) for group in (best, beaten))
        return Grounds(criterion, *(Text(str(day), str(day)) for day in days))

    def _tier(self, sides: list[Assessed]) -> Text:
        tier = self._backing.tier(e for side in sides for e in side.supporting)
        return _TIERS[tier] if tier else _NO_TIER

    def _newest_day(self, sides: list[Assessed]) -> date | None:
        return self._backing.newest(e for side in sides for e in side.supporting)


def _by_judgement(side: Assessed) -> int:
    return side.ranking.rank.place if side.judged else Rank.NORMAL.place


def vagueness(side: Assessed) -> tuple[int, bool, str]:
    """Of sides that agree the most precise stands for them: narrow times, unqualified numbers."""
    days = side.claim.moment.days if side.claim.moment else 0
    return days, bool(getattr(side.claim.record, "precision", "")), side.claim.id.value
