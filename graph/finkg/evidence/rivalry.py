"""Which claims are rivals, and which of these conflict: everything else is no dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from finkg.evidence.assessment import Assessed
from finkg.evidence.claim import Claim
from finkg.evidence.conflict import conflicts
from finkg.evidence.lasting import Lasting, lasting
from finkg.evidence.policy import Policy
from finkg.evidence.record import Effect, Observation, Shareholding
from finkg.evidence.span import Span
from finkg.evidence.sure import surely
from finkg.schema import Property

Key = tuple[object, ...]
#: The property of a claim, as the ontology describes it.
Describe = Callable[[NamedNode], Property | None]


@dataclass(frozen=True, slots=True)
class Rivalry:
    """What makes claims rivals: the ontology, the metrics that have one value ever, the policy."""

    describe: Describe
    once: frozenset[NamedNode]
    policy: Policy

    def _lasting(self, claim: Claim) -> Lasting:
        return lasting(claim, self.describe(claim.predicate))

    def _is_once(self, claim: Claim) -> bool:
        """Whether it gives a metric the one value that this ever has."""
        return isinstance(claim.record, Observation) and claim.record.metric in self.once

    def changes(self, claim: Claim) -> bool:
        """Whether what it states can change, so that of two sources the newer is better."""
        return self._lasting(claim) is Lasting.STATE and not self._is_once(claim)

    def groups(self, claims: Iterable[Assessed]) -> Iterator[list[Assessed]]:
        """Rivals: one subject and single-valued property, or records with one key."""
        found: defaultdict[Key, list[Assessed]] = defaultdict(list)
        for assessed in claims:
            if key := self.key(assessed.claim):
                found[key].append(assessed)
        for rivals in found.values():
            if len(rivals) > 1:
                yield sorted(rivals, key=lambda a: a.claim.id.value)

    def key(self, claim: Claim) -> Key | None:
        """What a claim has in common with its rivals alone; nothing if it can have none."""
        record = claim.record
        if isinstance(record, Shareholding):
            return record.holder, record.organization, record.mode
        if isinstance(record, Observation):
            return record.feature, record.metric, record.period
        described = self.describe(claim.predicate)
        single = described and described.single_valued and not isinstance(record, Effect)
        return (claim.subject, claim.predicate) if single else None

    def span(self, claim: Claim) -> Span | None:
        """The days on which a claim surely holds."""
        return surely(claim, self._lasting(claim), once=self._is_once(claim))

    def conflicting(self, sides: Sequence[Assessed]) -> Iterator[list[Assessed]]:
        """Groups joined by conflicts between pairs, in the order of their first members."""
        foes = self._foes(sides)
        seen: set[int] = set()
        for start in range(len(sides)):
            if start in foes and start not in seen:
                group = [start]
                seen.add(start)
                for member in group:
                    new = [foe for foe in foes[member] if foe not in seen]
                    seen.update(new)
                    group.extend(new)
                yield [sides[number] for number in sorted(group)]

    def _foes(self, sides: Sequence[Assessed]) -> dict[int, list[int]]:
        """For each side the ones it conflicts with."""
        foes: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in self._meeting(sides):
            if conflicts(sides[one].claim, sides[other].claim, self.policy):
                foes[one].append(other)
                foes[other].append(one)
        return foes

    def _meeting(self, sides: Sequence[Assessed]) -> Iterator[tuple[int, int]]:
        """The pairs that surely hold on one day, found along time: most never meet."""
        spans = {n: span for n, side in enumerate(sides) if (span := self.span(side.claim))}
        active: list[int] = []
        for number in sorted(spans, key=lambda n: (spans[n].first, n)):
            active = [n for n in active if spans[n].last >= spans[number].first]
            yield from ((number, other) for other in active)
            active.append(number)

    def compared(self, sides: Sequence[Assessed]) -> Iterator[tuple[Assessed, Assessed, bool]]:
        """The pairs of rivals that surely hold on one day, and whether they agree."""
        for one, other in self._meeting(sides):
            pair = sides[one], sides[other]
            yield *pair, not conflicts(pair[0].claim, pair[1].claim, self.policy)

    def agree(self, one: Claim, other: Claim) -> bool:
        """Whether two rivals can hold together."""
        mine, theirs = self.span(one), self.span(other)
        apart = not (mine and theirs and mine.meets(theirs))
        return apart or not conflicts(one, other, self.policy)
