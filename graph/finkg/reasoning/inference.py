"""Inference: every match of a rule is recorded with its premises."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from pyoxigraph import NamedNode

from finkg.evidence.assessment import Standing
from finkg.evidence.claim import Claim
from finkg.evidence.hashed_id import hashed_id
from finkg.evidence.moment import day_literal
from finkg.evidence.record import Pair
from finkg.evidence.span import Course
from finkg.evidence.support import Triples
from finkg.vocabulary import (
    CONCLUDED,
    INFERENCE,
    PREMISE,
    STANDING,
    TYPE,
    USED_RULE,
    fk,
)


@dataclass(frozen=True)
class Inference:
    """One use of a rule: which rule, which premises, which conclusion."""

    rule: NamedNode
    premises: frozenset[NamedNode]
    conclusion: Claim

    @cached_property
    def id(self) -> NamedNode:
        premises = sorted(str(premise) for premise in self.premises)
        return hashed_id("i", (str(self.rule), str(self.conclusion.id), *premises))

    def standing(self, known: Mapping[NamedNode, Standing]) -> Standing:
        """As doubtful as its most doubtful premise."""
        accepted = all(known[p] is Standing.ACCEPTED for p in self.premises)
        return Standing.ACCEPTED if accepted else Standing.DOUBTFUL

    def triples(self, standing: Standing, course: Course) -> Triples:
        yield self.id, TYPE, INFERENCE
        yield self.id, USED_RULE, self.rule
        yield self.id, CONCLUDED, self.conclusion.id
        yield self.id, STANDING, standing.iri
        for premise in self.premises:
            yield self.id, PREMISE, premise
        for bound, day in _bounds(course):
            yield self.id, bound, day


def _bounds(course: Course) -> Iterator[Pair]:
    """The days between which a conclusion surely holds, and outside which it surely does not.

    The ends are the first days after; what is not bounded, or not known, is not stated.
    """
    for name, span in (("surely", course.sure), ("possibly", course.possible)):
        if span and (name == "surely" or span.first > date.min):
            yield fk(f"{name}From"), day_literal(span.first)
        if span and span.last < date.max:
            yield fk(f"{name}Until"), day_literal(span.last + timedelta(days=1))


class Admission(StrEnum):
    """Whether a match of a rule counts. What is refused may be admitted in a later round."""

    REFUSED = ""
    ADMITTED = "admitted"
    #: Admitted, and its conclusion holds at more times than was known.
    WIDENED = "widened"


def standings(
    inferences: Iterable[Inference], premises: Mapping[NamedNode, Standing]
) -> dict[NamedNode, Standing]:
    """Where premises and conclusions stand: a conclusion as well as its best inference.

    Computed as a least fixpoint from doubt upward, so that no circle of inferences lifts itself.
    What a source states stands where its evidence puts it: a rule does not take a denial away.
    """
    drawn = [i for i in inferences if i.conclusion.id not in premises]
    known = {i.conclusion.id: Standing.DOUBTFUL for i in drawn} | dict(premises)
    resting = defaultdict[NamedNode, list[Inference]](list)
    for inference in drawn:
        for premise in inference.premises:
            resting[premise].append(inference)
    waiting = deque(drawn)
    while waiting:
        inference = waiting.popleft()
        conclusion = inference.conclusion.id
        if known[conclusion] is not Standing.ACCEPTED:
            known[conclusion] = inference.standing(known)
            if known[conclusion] is Standing.ACCEPTED:
                waiting.extend(resting[conclusion])
    return known
