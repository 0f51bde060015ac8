"""A rule is cut into its parts, by the words of its query."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from finkg.reasoning.body import Statement
from finkg.reasoning.proof import Term
from finkg.reasoning.rule import Rule
from finkg.reasoning.whynot.parts import (
    Condition,
    Dissected,
    Membership,
    Part,
    Premise,
    Slot,
    Triple,
)
from finkg.store.sparql import Word, words
from finkg.vocabulary import CLAIM_PROPERTY, CLAIM_SUBJECT, CLAIM_VALUE, PREFIXES, SUBCLASS_OF


def dissected(rule: Rule) -> Dissected:
    """The parts of a rule, each in the order in which it stands there."""
    return _Dissection(rule).whole()


class _Dissection:
    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        head = rule.body.head
        opening = next(w.start for w in words(head) if w.text.upper() == "SELECT")
        self._prologue = head[:opening]
        self._own: dict[str, list[Statement]] = {name: [] for name in rule.premises}
        self._others: list[tuple[int, Statement]] = []
        self._places: dict[str, int] = {}
        for place, statement in enumerate(rule.body.statements):
            name = statement.first.text[1:] if statement.first.kind == "variable" else ""
            if name in self._own:
                self._own[name].append(statement)
                self._places.setdefault(name, place)
            else:
                self._others.append((place, statement))

    def whole(self) -> Dissected:
        premises = [self._premise(name) for name in self._places]
        definitions: list[Part] = []
        conditions: list[Condition] = []
        for place, statement in self._others:
            keyword = statement.first.text.upper() if statement.first.kind == "word" else ""
            part = _part(place, statement)
            claims = tuple(name for name in self._rule.premises if name in part.variables)
            if keyword in ("VALUES", "BIND"):
                definitions.append(part)
            elif keyword != "FILTER" and any(name not in self._places for name in claims):
                whole = (part.place, part.text, part.variables)
                premises.append(Premise(*whole, claims, Triple(None, None, None)))
            else:
                conditions.append(self._condition(part, is_filter=keyword == "FILTER"))
        premises.sort(key=lambda premise: premise.place)
        # A filter may ask for what a pattern binds.
        conditions.sort(key=lambda condition: condition.is_filter)
        return Dissected(
            self._rule,
            self._prologue,
            tuple(premises),
            tuple(definitions),
            tuple(conditions),
            self._behind(),
        )

    def _behind(self) -> Part | None:
        """The VALUES that may stand behind the group; an order of solutions says nothing."""
        depth, text = 1, self._rule.body.tail
        for word in words(text):
            depth += {"open": 1, "close": -1}.get(word.kind, 0)
            if depth == 0 and word.text.upper() == "VALUES":
                place = len(self._rule.body.statements)
                return _part(place, Statement(word, text[word.start :]))
        return None

    def _premise(self, name: str) -> Premise:
        parts = [_part(self._places[name], statement) for statement in self._own[name]]
        said: dict[NamedNode, Slot | None] = {}
        for part in parts:
            for predicate, value in self._pairs(part.text):
                said.setdefault(predicate, value)
        return Premise(
            parts[0].place,
            "\n.\n".join(part.text for part in parts),
            frozenset[str]().union(*(part.variables for part in parts)) - {name},
            (name,),
            Triple(*map(said.get, (CLAIM_SUBJECT, CLAIM_PROPERTY, CLAIM_VALUE))),
        )

    def _pairs(self, text: str) -> Iterator[tuple[NamedNode, Slot | None]]:
        """The properties of a claim that a pattern names, and what stands there."""
        for segment in _segments(words(text)[1:]):
            predicate = self._term(segment[0].text)
            if isinstance(predicate, NamedNode) and len(segment) > 1:
                yield predicate, self._slot(text, segment[1:])

    def _slot(self, text: str, spelled: list[Word]) -> Slot | None:
        first, last = spelled[0], spelled[-1]
        if first.kind == "variable":
            return first.text[1:]
        return self._term(text[first.start : last.start + len(last.text)])

    def _term(self, spelled: str) -> Term | None:
        """The term that the rule spells so; nothing for what is no one term."""
        try:
            result = Store().query(
                f"{self._prologue} SELECT ({spelled} AS ?term) {{}}", prefixes=dict(PREFIXES)
            )
        except SyntaxError:
            return None
        found = next(result)["term"] if isinstance(result, QuerySolutions) else None
        return found if isinstance(found, (NamedNode, Literal)) else None

    def _condition(self, part: Part, *, is_filter: bool) -> Condition:
        found = None if is_filter else self._membership(part.text)
        return Condition(part.place, part.text, part.variables, is_filter, found)

    def _membership(self, text: str) -> Membership | None:
        """`?x a C` or `?x a/rdfs:subClassOf* C`, with a term or a variable on either side."""
        found = words(text)
        path = [word.text for word in found[1:-1]]
        goes_up = len(path) == 4 and path[0] == "a" and path[1] == "/" and path[3] in ("*", "+")
        if path != ["a"] and not (goes_up and self._term(path[2]) == SUBCLASS_OF):
            return None
        member, cls = (self._slot(text, [word]) for word in (found[0], found[-1]))
        return Membership(member, cls) if member and cls else None


def _part(place: int, statement: Statement) -> Part:
    """A part without the comments that follow it."""
    found = words(statement.text)
    text = statement.text[: found[-1].start + len(found[-1].text)]
    names = frozenset(word.text[1:] for word in found if word.kind == "variable")
    # What may stand as a whole group may not stand as a part of one.
    return Part(place, f"{{ {text} }}" if found[0].text.upper() == "SELECT" else text, names)


def _segments(found: list[Word]) -> Iterator[list[Word]]:
    """Property and first value of each of the patterns of one subject."""
    depth, segment, is_first = 0, list[Word](), True
    for word in found:
        depth += {"open": 1, "close": -1}.get(word.kind, 0)
        if depth == 0 and word.text == ";":
            if segment:
                yield segment
            segment, is_first = [], True
        elif depth == 0 and word.text == ",":
            is_first = False
        elif is_first:
            segment.append(word)
    if segment:
        yield segment
