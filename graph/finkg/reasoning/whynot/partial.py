"""Matches of as many premises of a rule as there are, and what is unmet of the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, QuerySolution, QuerySolutions

from finkg.reasoning.proof import Term
from finkg.reasoning.whynot.parts import Condition, Dissected, Part, Premise
from finkg.store.layers import Layer
from finkg.store.sparql import words
from finkg.store.view import GraphView
from finkg.vocabulary import PREFIXES, fk

#: The terms that variables of a rule stand for.
Bindings: TypeAlias = Mapping[str, Term]
#: How many matches of one choice of premises are looked at.
CAP: Final = 64
#: As the reasoner's own store holds them, as one graph.
_SEEN: Final[list[NamedNode | BlankNode | DefaultGraph]] = [
    Layer.CLAIMS.iri,
    Layer.ENTITIES.iri,
    Layer.ONTOLOGY.iri,
]
#: What a rule may use, by standing and kind. As of a day premises need not hold on it.
STANDINGS: Final = tuple(map(fk, ("Accepted", "Doubtful", "TimeUnknown", "NotHolding")))
KINDS: Final = (fk("Fact"), fk("Plan"))
_COUNTS: Final = (
    "?{0} fk:standing ?{0}_standing ; fk:kind ?{0}_kind ; fk:rank ?{0}_rank . "
    f"FILTER (?{{0}}_standing IN ({', '.join(map(str, STANDINGS))})"
    f" && ?{{0}}_kind IN ({', '.join(map(str, KINDS))}) && ?{{0}}_rank != fk:DeprecatedRank)"
)


class Match(NamedTuple):
    """What some premises of a rule bind, and which premises are not among them."""

    bindings: Bindings
    there: tuple[Premise, ...]
    missing: tuple[Premise, ...]


class Partial:
    """Asks a graph for the parts of one rule. `ends` binds its subject, and its value if given."""

    def __init__(self, view: GraphView, rule: Dissected, ends: Bindings) -> None:
        self._view = view
        self._rule = rule
        self._ends = ends
        self._defining = [*rule.definitions, *([rule.behind] if rule.behind else [])]
        self._judged: dict[tuple[object, ...], tuple[Condition, ...]] = {}
        self.capped = False

    def matches(self) -> Iterator[Match]:
        """The matches of the most premises that are there together, in an order that repeats.

        Premises that have nothing to do with the ends are none of theirs.
        """
        level: list[frozenset[int]] = [frozenset()]
        empty: set[frozenset[int]] = set()
        places = range(len(self._rule.premises))
        for size in range(1, len(places) + 1):
            chosen = []
            for choice in map(frozenset, combinations(places, size)):
                premises = self._picked(choice)
                if any(known <= choice for known in empty) or not self._reach(premises):
                    continue
                if next(self._rows(premises, 1), None) is None:
                    empty.add(choice)
                else:
                    chosen.append(choice)
            if not chosen:
                break
            level = chosen
        for found in level:
            yield from self._matched(found)

    def _picked(self, places: Collection[int]) -> tuple[Premise, ...]:
        return tuple(p for place, p in enumerate(self._rule.premises) if place in places)

    def _matched(self, places: frozenset[int]) -> Iterator[Match]:
        there = self._picked(places)
        missing = tuple(p for p in self._rule.premises if p not in there)
        for number, row in enumerate(self._rows(there, CAP + 1)):
            if number == CAP:
                self.capped = True
                return
            yield Match(row, there, missing)

    def _reach(self, premises: Iterable[Premise]) -> bool:
        """Whether each premise hangs together with an end, by what it has in common with others."""
        left, reached = list(premises), set(self._ends)
        while near := [p for p in left if reached & p.variables]:
            reached.update(*(p.variables for p in near))
            left = [p for p in left if p not in near]
        return not left

    def _rows(self, premises: Sequence[Premise], limit: int) -> Iterator[Bindings]:
        """What premises bind, beside what defines variables of the rule."""
        slots = [s for p in self._rule.premises for s in p.triple if isinstance(s, str)]
        own = [name for p in premises for name in (*p.claims, *sorted(p.variables))]
        names = [*dict.fromkeys((*own, *self._ends, *slots))]
        counts = [_COUNTS.format(claim) for p in premises for claim in p.claims]
        order = f"ORDER BY {_variables(names)}" if limit > 1 else ""
        parts = [*premises, *self._rule.definitions]
        seen: list[Bindings] = []
        for row in self._ask("*", self._ends, parts, counts, f"{order} LIMIT {limit}"):
            found = _terms(row, names)
            if found not in seen:
                seen.append(found)
                yield found

    def unmet(self, match: Match) -> tuple[Condition, ...]:
        """The conditions that what is there does not meet, each beside those before it that are.

        One that asks about what only a missing premise would bind is left open.
        """
        parts = (*self._rule.conditions, *self._defining)
        asked = {name for part in parts for name in part.variables}
        bound = {name: term for name, term in match.bindings.items() if name in asked}
        key = (tuple(sorted(bound.items(), key=lambda item: item[0])), match.missing)
        if key not in self._judged:
            self._judged[key] = tuple(self._judge(bound, match))
        return self._judged[key]

    def _judge(self, bound: Bindings, match: Match) -> Iterator[Condition]:
        open_ = {name for p in match.missing for name in (*p.variables, *p.claims)} - bound.keys()
        met: list[Part] = [p for p in self._rule.definitions if not _binds(p, bound)]
        for condition in self._rule.conditions:
            if condition.is_filter and condition.variables & open_:
                continue
            asked = [*met, condition]
            if next(self._ask("*", bound, asked, (), "LIMIT 1"), None) is None:
                open_ |= condition.variables - bound.keys()
                yield condition
            else:
                met = asked

    def terms(self, slot: str, match: Match) -> list[Term]:
        """What a variable stands for: as bound, else each term that a definition gives it."""
        if slot in match.bindings:
            return [match.bindings[slot]]
        if not any(slot in part.variables for part in self._defining):
            return []
        givers = [part for part in self._rule.definitions if slot in part.variables]
        rows = self._ask(f"DISTINCT ?{slot}", {}, givers, (), f"ORDER BY ?{slot}")
        return [term for row in rows for term in _terms(row, [slot]).values()]

    def _ask(
        self, shown: str, bound: Bindings, parts: Iterable[Part], also: Iterable[str], order: str
    ) -> Iterator[QuerySolution]:
        """Solutions of parts of the rule; terms are given in VALUES, as the engine writes them."""
        terms = " ".join(map(str, bound.values()))
        data = [f"VALUES ({_variables(bound)}) {{ ({terms}) }}"] if bound else []
        pieces = [*data, *(p.text for p in sorted(parts, key=lambda part: part.place)), *also]
        group = "".join(f"{piece}\n.\n" for piece in pieces)
        behind = self._rule.behind.text if self._rule.behind else ""
        query = f"{self._rule.prologue} SELECT {shown} {{\n{group}}} {order} {behind}"
        result = self._view.store.query(query, prefixes=dict(PREFIXES), default_graph=_SEEN)
        assert isinstance(result, QuerySolutions)
        return iter(result)


def _variables(names: Iterable[str]) -> str:
    return " ".join(f"?{name}" for name in names)


def _binds(part: Part, bound: Bindings) -> bool:
    """Whether a part is a BIND of what is bound already; the engine refuses to do it again."""
    target = [word.text[1:] for word in words(part.text) if word.kind == "variable"][-1]
    return part.text[:4].upper() == "BIND" and target in bound


def _terms(row: QuerySolution, names: Iterable[str]) -> dict[str, Term]:
    found = ((name, row[name]) for name in names)
    return {name: term for name, term in found if isinstance(term, (NamedNode, Literal))}
