"""Inference: every match of a rule is recorded with its premises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad, QuerySolution, QuerySolutions, Store

from finkg.errors import DefinitionProblem, Location, Text
from finkg.evidence.assessment import Standing
from finkg.evidence.claim import Claim
from finkg.evidence.hashed_id import hashed_id
from finkg.evidence.moment import day_literal
from finkg.evidence.record import Pair
from finkg.evidence.span import Course
from finkg.evidence.support import Triples
from finkg.reasoning.rule import Rule
from finkg.vocabulary import (
    CLAIM_PROPERTY,
    CLAIM_SUBJECT,
    CLAIM_VALUE,
    CONCLUDED,
    INFERENCE,
    PREFIXES,
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


def admit_all(_: Inference) -> Admission:
    """Every match counts."""
    return Admission.ADMITTED


class Reasoner:
    """Runs rules to a fixpoint over claims. The result does not depend on any order."""

    def __init__(self, rules: Iterable[Rule], background: Iterable[Quad]) -> None:
        """`background`: the types of entities and the ontology, in the default graph."""
        self._rules = list(rules)
        self._store = Store()
        self._store.extend(background)

    def infer(
        self,
        claims: Iterable[Claim],
        refused: frozenset[NamedNode] = frozenset(),
        admit: Callable[[Inference], Admission] = admit_all,
    ) -> list[Inference]:
        """Every inference that the rules draw from the claims and from each other.

        `refused`: claims that were judged or outranked; a rule does not bring them back. `admit`
        says whether a match counts, and is asked in every round: what it once admits it has to
        admit ever after.
        """
        for claim in claims:
            self._store.extend(_pattern(claim))
        found: dict[NamedNode, Inference] = {}
        grew = True
        while grew:
            drawn = (i for i in self._one_round() if i.conclusion.id not in refused)
            verdicts = [(i, admit(i)) for i in drawn]
            new = {i.id: i for i, verdict in verdicts if verdict and i.id not in found}
            for inference in new.values():
                self._store.extend(_pattern(inference.conclusion))
            found.update(new)
            grew = bool(new) or any(v is Admission.WIDENED for _, v in verdicts)
        return [found[key] for key in sorted(found, key=str)]

    def _one_round(self) -> Iterator[Inference]:
        for rule in self._rules:
            result = self._store.query(rule.query, prefixes=dict(PREFIXES))
            assert isinstance(result, QuerySolutions)  # read_rule saw that it is a SELECT
            matches = [_match(rule, solution) for solution in result]
            yield from (i for i in matches if i.conclusion.id not in i.premises)


def _pattern(claim: Claim) -> Iterator[Quad]:
    yield Quad(claim.id, CLAIM_SUBJECT, claim.subject)
    yield Quad(claim.id, CLAIM_PROPERTY, claim.predicate)
    yield Quad(claim.id, CLAIM_VALUE, claim.value)


def _match(rule: Rule, solution: QuerySolution) -> Inference:
    subject, predicate, value = (solution[name] for name in ("subject", "property", "value"))
    premises = frozenset(p for p in map(solution.__getitem__, rule.premises) if p is not None)
    if (
        not isinstance(subject, NamedNode)
        or not isinstance(predicate, NamedNode)
        or not isinstance(value, (NamedNode, Literal))
        or not premises
    ):
        reason = Text(
            "规则的一次匹配没有给出完整的结论或前提", "a match binds no whole conclusion or premise"
        )
        raise DefinitionProblem(Location(f"{rule.name}.rq"), reason)
    named = frozenset(p for p in premises if isinstance(p, NamedNode))
    return Inference(rule.iri, named, Claim(subject, predicate, value))


def standings(
    inferences: Iterable[Inference], premises: Mapping[NamedNode, Standing]
) -> dict[NamedNode, Standing]:
    """Where premises and conclusions stand: a conclusion as well as its best inference.

    Computed as a least fixpoint from doubt upward, so that no circle of inferences lifts itself.
    What a source states stands where its evidence puts it: a rule does not take a denial away.
    """
    drawn = [i for i in inferences if i.conclusion.id not in premises]
    known = {i.conclusion.id: Standing.DOUBTFUL for i in drawn} | dict(premises)
    lifted = True
    while lifted:
        lifted = False
        for inference in drawn:
            accepted = inference.standing(known) is Standing.ACCEPTED
            if accepted and known[inference.conclusion.id] is not Standing.ACCEPTED:
                known[inference.conclusion.id] = Standing.ACCEPTED
                lifted = True
    return known
