"""How near one rule came to one statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeGuard

from pyoxigraph import NamedNode

from finkg.reasoning.proof import Term
from finkg.reasoning.whynot.known import Goal, Known
from finkg.reasoning.whynot.partial import Bindings, Match, Partial
from finkg.reasoning.whynot.parts import Condition, Dissected, Premise, Slot
from finkg.reasoning.whynot.shortfall import Attempt, Hindrance, Missing, Unmet


class Tried:
    """A rule, tried on a goal."""

    def __init__(self, known: Known, rule: Dissected, goal: Goal) -> None:
        ends: Bindings = {"subject": goal.subject}
        if goal.value is not None:
            ends = {**ends, "value": goal.value}
        self._known = known
        self._goal = goal
        self._partial = Partial(known.view, rule, ends)

    @property
    def cut(self) -> bool:
        """Whether not all matches were looked at."""
        return self._partial.capped

    def attempts(self) -> list[Attempt]:
        """Its matches, nearest first; none that concludes what stands already, or goes round."""
        found: dict[object, Attempt] = {}
        for match in self._partial.matches():
            attempt = self._attempt(match)
            if attempt and not any(map(self._is_goal, attempt.missing)):
                key = _lack(attempt)
                found[key] = _either(found[key], attempt) if key in found else attempt
        return sorted(found.values(), key=_distance)

    def _is_goal(self, missing: Missing) -> bool:
        said = missing.subject, missing.value
        return said == (self._goal.subject, self._goal.value) and missing.properties == (
            self._goal.predicate,
        )

    def _attempt(self, match: Match) -> Attempt | None:
        value = match.bindings.get("value")
        saying = self._known.saying(self._goal._replace(value=value))
        if any(map(self._known.counts, saying)):
            return None
        missing = tuple(self._missing(premise, match) for premise in match.missing)
        unmet = [self._unmet(condition, match) for condition in self._partial.unmet(match)]
        unmet += [misfit for m in missing for misfit in self._known.fitness.misfits(m)]
        attempt = Attempt(_claims(match), missing, tuple(unmet), value)
        return attempt if missing or unmet else self._hindered(attempt, judged=bool(saying))

    def _hindered(self, attempt: Attempt, *, judged: bool) -> Attempt:
        if judged:
            return replace(attempt, hindrance=Hindrance.JUDGED)
        dates = self._known.dates(attempt.there)
        return replace(attempt, hindrance=Hindrance.NEVER_TOGETHER, dates=dates)

    def _missing(self, premise: Premise, match: Match) -> Missing:
        triple = premise.triple
        subject, value = (_term(slot, match.bindings) for slot in (triple.subject, triple.value))
        if not isinstance(subject, NamedNode):
            subject = None
        properties = tuple(t for t in self._terms(triple.property, match) if _is_name(t))
        variables = tuple(slot if isinstance(slot, str) else "" for slot in triple)
        return Missing(
            subject,
            properties,
            value,
            (variables[0], variables[2]),
            "" if any(triple) else _on_one_line(premise.text),
            self._known.not_counted(subject, properties, value),
        )

    def _terms(self, slot: Slot | None, match: Match) -> list[Term]:
        if slot is None or isinstance(slot, str):
            return self._partial.terms(slot, match) if slot else []
        return [slot]

    def _unmet(self, condition: Condition, match: Match) -> Unmet:
        text, membership = _on_one_line(condition.text), condition.membership
        member = _term(membership.member, match.bindings) if membership else None
        classes = self._terms(membership.cls, match) if membership else []
        if member is None or not classes:
            return Unmet(text)
        return Unmet(text, member, tuple(c for c in classes if _is_name(c)))


def _is_name(term: Term) -> TypeGuard[NamedNode]:
    return isinstance(term, NamedNode)


def _term(slot: Slot | None, bindings: Bindings) -> Term | None:
    return bindings.get(slot) if isinstance(slot, str) else slot


def _claims(match: Match) -> tuple[NamedNode, ...]:
    named = (match.bindings.get(name) for premise in match.there for name in premise.claims)
    return tuple(claim for claim in named if claim and _is_name(claim))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _lack(attempt: Attempt) -> object:
    """What tells a match from others of the rule: what it lacks, or where that is not all known,
    what it has."""
    ends = tuple((m.subject, m.value) for m in attempt.missing)
    is_known = (ends or attempt.unmet) and all(None not in pair for pair in ends)
    return ends, attempt.unmet, attempt.value, () if is_known else attempt.there


def _either(one: Attempt, other: Attempt) -> Attempt:
    """Two matches that lack the same, as one; any of their properties will do."""
    missing = (
        replace(mine, properties=_joined(mine.properties, theirs.properties))
        for mine, theirs in zip(one.missing, other.missing, strict=True)
    )
    return replace(min(one, other, key=_distance), missing=tuple(missing))


def _joined(one: Iterable[NamedNode], other: Iterable[NamedNode]) -> tuple[NamedNode, ...]:
    return tuple(sorted({*one, *other}, key=str))


def _distance(attempt: Attempt) -> tuple[object, ...]:
    """Of one rule all have as many premises; what is there and does not count comes nearer."""
    missing = attempt.missing
    ends = [str(m.subject or "") + str(m.value or "") + str(m.properties) for m in missing]
    uncounted = sum(bool(m.not_counted) for m in missing)
    return len(missing), len(attempt.unmet), -uncounted, list(map(str, attempt.there)), ends
