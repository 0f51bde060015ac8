"""Judgements on identity: whether two things are one.

What is judged the same is never merged and never owl:sameAs, which would carry each statement about
the one over to the other: both keep their nodes, and the judgement stands beside them.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from finkg.errors import Text
from finkg.evidence.hashed_id import hashed_id
from finkg.evidence.moment import Moment
from finkg.evidence.support import Triples
from finkg.vocabulary import (
    DECIDED_BY,
    DECIDED_ON,
    IDENTITY_JUDGEMENT,
    IDENTITY_VERDICT,
    JUDGED_ENTITY,
    REASON,
    TYPE,
    fk,
)

_Links = defaultdict[NamedNode, list[NamedNode]]


class Verdict(StrEnum):
    """Whether two things are one; unsure is a verdict too, and contradicts none."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"

    @property
    def iri(self) -> NamedNode:
        return fk(self.value.capitalize())


@dataclass(frozen=True)
class IdentityJudgement:
    """A decision of the editors about two things, whichever of them is named first."""

    one: NamedNode
    other: NamedNode
    verdict: Verdict
    reason: Text
    by: str
    on: Moment

    @cached_property
    def pair(self) -> frozenset[NamedNode]:
        return frozenset((self.one, self.other))

    @cached_property
    def id(self) -> NamedNode:
        return hashed_id("j", (*sorted(thing.value for thing in self.pair), self.verdict.value))

    def triples(self) -> Triples:
        yield self.id, TYPE, IDENTITY_JUDGEMENT
        yield self.id, JUDGED_ENTITY, self.one
        yield self.id, JUDGED_ENTITY, self.other
        yield self.id, IDENTITY_VERDICT, self.verdict.iri
        for lang, words in zip(Text._fields, self.reason, strict=True):
            yield self.id, REASON, Literal(words, language=lang)
        yield self.id, DECIDED_BY, Literal(self.by)
        yield self.id, DECIDED_ON, self.on.literal


def contradictions(
    judgements: Iterable[IdentityJudgement],
) -> Iterator[tuple[IdentityJudgement, tuple[NamedNode, ...]]]:
    """Each pair told apart that other judgements make one, with the shortest chain between them.

    A pair that is judged both ways directly is a chain of two.
    """
    told = list(judgements)
    links = _links(told)
    of_set = _sets(links)
    for judgement in told:
        one, other = judgement.one, judgement.other
        # Things that nothing is the same as stand in no set.
        united = one in of_set and of_set[one] == of_set.get(other)
        if judgement.verdict is Verdict.DIFFERENT and united:
            yield judgement, _chain(links, one, other)


def _links(judgements: Iterable[IdentityJudgement]) -> _Links:
    links = _Links(list)
    for judgement in judgements:
        if judgement.verdict is Verdict.SAME:
            links[judgement.one].append(judgement.other)
            links[judgement.other].append(judgement.one)
    return links


def _sets(links: _Links) -> dict[NamedNode, int]:
    """The number of the set of things judged to be one, for each thing in such a set."""
    of_set: dict[NamedNode, int] = {}
    for number, start in enumerate(links):
        todo = [start]
        while todo:
            thing = todo.pop()
            if thing not in of_set:
                of_set[thing] = number
                todo += links[thing]
    return of_set


def _chain(links: _Links, start: NamedNode, end: NamedNode) -> tuple[NamedNode, ...]:
    """The shortest way from one thing to another that is known to be reachable."""
    before = {start: start}
    todo = deque([start])
    while end not in before:
        thing = todo.popleft()
        for near in links[thing]:
            if near not in before:
                before[near] = thing
                todo.append(near)
    chain = [end]
    while chain[-1] != start:
        chain.append(before[chain[-1]])
    return tuple(reversed(chain))
