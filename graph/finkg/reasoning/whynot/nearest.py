"""Why not: the rules that came nearest to a statement that a graph does not have, and what each
lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from finkg.reasoning.proof import Term
from finkg.reasoning.rule import Rule, read_rules
from finkg.reasoning.whynot.attempts import Tried
from finkg.reasoning.whynot.dissection import dissected
from finkg.reasoning.whynot.known import Goal, Known
from finkg.reasoning.whynot.parts import Dissected
from finkg.reasoning.whynot.shortfall import Attempt, Missing, Near, WhyNot
from finkg.store.view import GraphView
from finkg.vocabulary import COMPUTED

#: How many rules are returned, how many matches of each; below a missing premise, one of one.
RULES: Final = 3
MATCHES: Final = 3
#: How many levels deep a missing premise is asked in turn.
DEPTH: Final = 2


def why_not(
    view: GraphView,
    folders: Iterable[Path],
    subject: NamedNode,
    predicate: NamedNode,
    value: Term | None = None,
) -> WhyNot:
    """Which rules came nearest, our own and those in the workspaces' folders.

    Nearest is what lacks the fewest premises, then what leaves the fewest conditions unmet, then
    that of which most that is missing is said and only does not count, then what has most premises
    there, then by name. What stands already is no part of the answer.
    """
    return _Search(view, read_rules(folders)).ask(Goal(subject, predicate, value))


class _Search:
    def __init__(self, view: GraphView, rules: Sequence[Rule]) -> None:
        self._known = Known(view)
        self._rules = rules
        #: The parts of each rule that was tried, by name.
        self._parts: dict[str, Dissected] = {}
        self._found: dict[Goal, list[Near]] = {}

    def ask(self, goal: Goal, above: tuple[Goal, ...] = ()) -> WhyNot:
        """`above` are the goals that this one is missing for."""
        if goal not in self._found:
            self._found[goal] = sorted(self._each(goal), key=_distance)
        found = self._found[goal]
        rules, matches = (1, 1) if above else (RULES, MATCHES)
        path = (*above, goal)
        return WhyNot(
            *goal,
            len(self._concluding(goal.predicate)),
            not self._known.view.objects(goal.predicate, COMPUTED),
            tuple(self._known.saying(goal)),
            tuple(self._deeper(near, matches, path) for near in found[:rules]),
            len(found) > rules,
            self._known.view,
        )

    def _concluding(self, predicate: NamedNode) -> list[Rule]:
        return [rule for rule in self._rules if rule.concludes == predicate]

    def _each(self, goal: Goal) -> Iterator[Near]:
        for rule in self._concluding(goal.predicate):
            if rule.name not in self._parts:
                self._parts[rule.name] = dissected(rule)
            tried = Tried(self._known, self._parts[rule.name], goal)
            if attempts := tried.attempts():
                yield Near(rule, tuple(attempts), tried.cut)

    def _deeper(self, near: Near, matches: int, path: tuple[Goal, ...]) -> Near:
        attempts = tuple(self._asked(attempt, path) for attempt in near.attempts[:matches])
        return Near(near.rule, attempts, near.cut or len(near.attempts) > matches)

    def _asked(self, attempt: Attempt, path: tuple[Goal, ...]) -> Attempt:
        asked = (replace(m, why_not=self._in_turn(m, path)) for m in attempt.missing)
        return replace(attempt, missing=tuple(asked))

    def _in_turn(self, missing: Missing, path: tuple[Goal, ...]) -> WhyNot | None:
        """Why a missing premise is not concluded, if all of it is known and a rule could."""
        goal = _goal(missing)
        if goal is None or goal in path or len(path) > DEPTH:
            return None
        return self.ask(goal, path) if self._concluding(goal.predicate) else None


def _goal(missing: Missing) -> Goal | None:
    subject, properties, value = missing.subject, missing.properties, missing.value
    is_whole = subject is not None and value is not None and len(properties) == 1
    return Goal(subject, properties[0], value) if subject and is_whole else None


def _distance(near: Near) -> tuple[int, int, int, int, str]:
    nearest = near.attempts[0]
    said = sum(bool(missing.not_counted) for missing in nearest.missing)
    return len(nearest.missing), len(nearest.unmet), -said, -len(nearest.there), near.rule.name
