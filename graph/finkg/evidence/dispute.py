"""Disputes: claims that can not hold together, found by the program and kept side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from finkg.errors import Text
from finkg.evidence.assessment import Assessed, Tiers, best_tier
from finkg.evidence.claim import Kind
from finkg.evidence.identity import hashed_id
from finkg.evidence.rank import Rank
from finkg.evidence.support import Triples
from finkg.vocabulary import (
    DISPUTE,
    DISPUTE_STATE,
    DISPUTES,
    PREFERRED_SIDE,
    REASON,
    TYPE,
    fk,
)

OPEN = Text("来源层级相当，也没有人裁定。", "The sources are of one tier and nobody has judged.")
BY_JUDGEMENT = Text("有人裁定优选此说。", "A person has judged this side to be preferred.")
BY_TIER = Text("此说的来源更可靠。", "This side has the more reliable source.")


@dataclass(frozen=True)
class Dispute:
    """The sides of a conflict, and which of them is preferred if it is settled."""

    sides: tuple[NamedNode, ...]
    preferred: NamedNode | None = field(compare=False)
    reason: Text = field(compare=False)

    @cached_property
    def id(self) -> NamedNode:
        return hashed_id("d", sorted(str(side) for side in self.sides))

    def triples(self) -> Triples:
        yield self.id, TYPE, DISPUTE
        for side in self.sides:
            yield self.id, DISPUTES, side
        yield self.id, DISPUTE_STATE, fk("SettledDispute" if self.preferred else "OpenDispute")
        if self.preferred:
            yield self.id, PREFERRED_SIDE, self.preferred
        for lang, words in zip(("zh", "en"), self.reason, strict=True):
            yield self.id, REASON, Literal(words, language=lang)


def settle(
    claims: Iterable[Assessed], single_valued: Callable[[NamedNode], bool], tiers: Tiers
) -> list[Dispute]:
    """Find the disputes of properties with a single value, and mark the claims they touch."""
    disputes = []
    for rivals in _rivals(claims, single_valued):
        _outrank_less_precise(rivals)
        sides = [a for a in rivals if not a.outranked]
        for group in _conflicting(sides):
            disputes.append(_settled(group, tiers))
    return disputes


def _rivals(
    claims: Iterable[Assessed], single_valued: Callable[[NamedNode], bool]
) -> Iterator[list[Assessed]]:
    """Claims of one subject and one single-valued property, where there is more than one."""
    groups: defaultdict[tuple[NamedNode, NamedNode], list[Assessed]] = defaultdict(list)
    for assessed in claims:
        claim = assessed.claim
        believed = assessed.ranking.rank is not Rank.DEPRECATED and assessed.supporting
        if claim.kind is Kind.FACT and believed and single_valued(claim.predicate):
            groups[claim.subject, claim.predicate].append(assessed)
    for key in sorted(groups, key=str):
        if len(groups[key]) > 1:
            yield sorted(groups[key], key=lambda a: a.claim.id.value)


def _outrank_less_precise(rivals: list[Assessed]) -> None:
    """Of nested times the narrowest is best; the wider corroborate it."""
    for assessed in rivals:
        wide = assessed.claim.moment
        for other in rivals:
            narrow = other.claim.moment
            if wide and narrow and narrow != wide and narrow.within(wide):
                assessed.outranked = assessed.outranked or _surely_together(assessed, other)


def _conflicting(sides: list[Assessed]) -> Iterator[list[Assessed]]:
    """Groups joined by conflicts between pairs."""
    left = list(sides)
    while left:
        group = [left.pop(0)]
        for member in group:
            foes = [other for other in left if _conflict(member, other)]
            group.extend(foes)
            left = [other for other in left if other not in foes]
        if len(group) > 1:
            yield group


def _conflict(one: Assessed, other: Assessed) -> bool:
    return one.claim.value != other.claim.value and _surely_together(one, other)


def _surely_together(one: Assessed, other: Assessed) -> bool:
    """Whether the times at which two claims hold surely overlap; without time, they do."""
    return _surely_before_end(one, other) and _surely_before_end(other, one)


def _surely_before_end(one: Assessed, other: Assessed) -> bool:
    start, end = one.claim.valid_from, other.claim.valid_to
    return (start.latest if start else date.min) < (end.earliest if end else date.max)


def _settled(group: list[Assessed], tiers: Tiers) -> Dispute:
    winner, reason = _elect(group, tiers)
    for assessed in group:
        assessed.disputed = winner is None
        assessed.outranked = winner is not None and assessed is not winner
    sides = tuple(assessed.claim.id for assessed in group)
    return Dispute(sides, winner.claim.id if winner else None, reason)


def _elect(group: list[Assessed], tiers: Tiers) -> tuple[Assessed | None, Text]:
    """The one side of best rank; else the one whose source is of the best tier; else none."""
    by_rank = _best(group, lambda a: a.ranking.rank.place)
    if by_rank:
        return by_rank, BY_JUDGEMENT
    by_tier = _best(group, lambda a: best_tier(a.supporting, tiers))
    return (by_tier, BY_TIER) if by_tier else (None, OPEN)


def _best(group: list[Assessed], score: Callable[[Assessed], int]) -> Assessed | None:
    best = min(map(score, group))
    winners = [a for a in group if score(a) == best]
    return winners[0] if len(winners) == 1 else None
