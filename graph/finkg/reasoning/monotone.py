"""What a rule may not say, so that running rules ends and does not depend on their order.

A rule adds what follows from what is there. It may not ask for what is not there, count, or cut its
matches, for the next round may find more; and it may not make terms, for each new one could be the
premise of another. Every claim that it matches is a premise, or a proof would leave something out.
Decided on the tokens of the query, so that the line is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pyoxigraph import NamedNode

from finkg.reasoning.body import Body
from finkg.store.sparql import Word
from finkg.vocabulary import CLAIM_PROPERTY, CLAIM_SUBJECT, CLAIM_VALUE
from finkg.words import Text

#: What the variables that bind premises are called.
PREMISE: Final = "premise"

_ABSENT = Text("规则不能以“没有什么”为条件", "a rule can not ask for what is not there")
_COUNTED = Text("规则不能统计或截取匹配", "a rule can not count or cut its matches")
_CHANGING = Text("规则不能用每次不同的值", "a rule can not use what differs each time")
_MADE = Text(
    "规则不能造出新的词项：“{name}”须由图谱中的模式给出",
    "a rule can not make terms: “{name}” has to be bound by a pattern of the graph",
)
_COMPUTED_PROPERTY = Text(
    "规则所得的属性须是写明的一个，如 (fk:affectedBy AS ?property)",
    "the property that a rule concludes is named, as in (fk:affectedBy AS ?property)",
)
_ANY_PROPERTY = Text("规则的模式须写明属性", "the patterns of a rule name their properties")
_NO_PREMISE = Text(
    "规则所匹配的主张都须是前提：“{name}”不在 SELECT 的 ?premise… 之中",
    "every claim that a rule matches is a premise: “{name}” is no selected ?premise…",
)
_TERMS_OF_A_CLAIM: Final = frozenset((CLAIM_SUBJECT, CLAIM_PROPERTY, CLAIM_VALUE))
_REFUSED: Final = {
    **dict.fromkeys(("MINUS", "OPTIONAL", "NOT"), _ABSENT),
    **dict.fromkeys(
        ("GROUP", "HAVING", "LIMIT", "OFFSET", "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE",
         "GROUP_CONCAT"), _COUNTED
    ),
    **dict.fromkeys(("RAND", "NOW", "UUID", "STRUUID", "BNODE"), _CHANGING),
}  # fmt: skip


class Concluded(NamedTuple):
    """The property that a rule concludes, and where it is named."""

    property: NamedNode
    line: int
    column: int


class Fault(NamedTuple):
    """What a rule says that it may not, and where."""

    reason: Text
    line: int
    column: int


def faults(rule: Body) -> Iterator[Fault]:
    """Everything in the query of a rule that could keep it from ending, or make its result depend
    on an order."""
    found = rule.words
    for place, word in enumerate(found):
        upper = word.text.upper() if word.kind == "word" else ""
        # NOT IN compares terms that are there.
        if upper == "NOT" and _next(found, place) == "IN":
            continue
        if upper in _REFUSED:
            yield Fault(_REFUSED[upper], word.line, word.column)
        elif upper == "AS":
            yield from _bound(found, place)
    yield from _unnamed(rule)


def _unnamed(rule: Body) -> Iterator[Fault]:
    """Patterns that match claims, or might, without naming them as premises."""
    premises = _selected(rule.words)
    for subject, path, _ in rule.patterns:
        first = path[0]
        terms = {rule.named(word) for word in path}
        if any(word.kind == "variable" or word.text == "!" for word in path):
            yield Fault(_ANY_PROPERTY, first.line, first.column)
        elif terms & _TERMS_OF_A_CLAIM and (len(path) > 1 or subject.text not in premises):
            yield Fault(_filled(_NO_PREMISE, subject), subject.line, subject.column)


def _selected(found: Sequence[Word]) -> set[str]:
    """The premises that a query selects."""
    opening = next((place for place, word in enumerate(found) if word.text == "{"), len(found))
    everything = any(word.text == "*" for word in found[:opening])
    chosen = found if everything else found[:opening]
    return {w.text for w in chosen if w.kind == "variable" and w.text[1:].startswith(PREMISE)}


def _filled(text: Text, word: Word) -> Text:
    return Text(text.zh.format(name=word.text), text.en.format(name=word.text))


def concluded(rule: Body) -> Concluded | None:
    """The property that a rule names as its conclusion, if it names one."""
    found = rule.words
    for place, word in enumerate(found):
        says = word.text.upper() == "AS" and _next(found, place)[1:] == "PROPERTY"
        if says and _is_one_name(found, place):
            name = found[place - 1]
            property_ = rule.named(name)
            return Concluded(property_, name.line, name.column) if property_ else None
    return None


def _next(found: Sequence[Word], place: int) -> str:
    return found[place + 1].text.upper() if place + 1 < len(found) else ""


def _bound(found: Sequence[Word], place: int) -> Iterator[Fault]:
    """A fault if an expression gives what a pattern has to give."""
    if place + 1 >= len(found):
        return
    target = found[place + 1]
    name = target.text[1:]
    if name == "property":
        if not _is_one_name(found, place):
            yield Fault(_COMPUTED_PROPERTY, target.line, target.column)
    elif name in ("subject", "value") or name.startswith(PREMISE):
        yield Fault(_filled(_MADE, target), target.line, target.column)


def _is_one_name(found: Sequence[Word], place: int) -> bool:
    """Whether what stands before AS is one name in brackets: (fk:affectedBy AS …)."""
    return (
        place > 1 and found[place - 1].kind in ("name", "iri") and found[place - 2].kind == "open"
    )
