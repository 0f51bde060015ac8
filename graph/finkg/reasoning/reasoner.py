"""The reasoner: rules are run to a fixpoint over claims."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import count
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, Store, Triple

from finkg.collecting import uncollected
from finkg.errors import DefinitionProblem, Text
from finkg.evidence.claim import Claim
from finkg.reasoning.inference import Admission, Inference
from finkg.reasoning.rule import CONCLUSION, Rule
from finkg.vocabulary import CLAIM_PROPERTY, CLAIM_SUBJECT, CLAIM_VALUE, PREFIXES

_Term = NamedNode | Literal | BlankNode | Triple | None
_Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]
#: In which round a claim came to be known; said in the reasoner's own store alone.
_FOUND_IN: Final = NamedNode("urn:finkg:found-in")


def admit_all(_: Inference) -> Admission:
    """Every match counts."""
    return Admission.ADMITTED


class Reasoner:
    """Runs rules to a fixpoint over claims, semi-naively: after the first round it asks only for
    matches that the conclusions of the round before take part in (Abiteboul, Hull and Vianu 1995,
    section 13.1). The result does not depend on any order.
    """

    def __init__(self, rules: Iterable[Rule], background: Iterable[Quad]) -> None:
        """`background`: the types of entities and the ontology, in the default graph."""
        self._rules = list(rules)
        self._store = Store()
        self._store.bulk_extend(background)
        self._conclusions: dict[_Triple, Claim] = {}
        matched = [matched for rule in self._rules for matched in rule.matches.values()]
        #: The properties of the claims that some rule matches; nothing if one matches any.
        self._matched = frozenset[NamedNode]().union(*filter(None, matched))
        self._matches_any = None in matched

    def infer(
        self,
        claims: Iterable[Claim],
        refused: frozenset[NamedNode] = frozenset(),
        admit: Callable[[Inference], Admission] = admit_all,
    ) -> list[Inference]:
        """Every inference that the rules draw from the claims and from each other.

        `refused`: claims that were judged or outranked; a rule does not bring them back. `admit`
        says whether a match counts, and is asked again whenever one of its premises is found to
        hold at more times: what it once admits it has to admit ever after.
        """
        new = {claim.id: claim for claim in claims}
        known = set(new)
        drawn = _Drawn(admit)
        with uncollected():
            for turn in count():
                matches = self._matches(turn, new.values())
                admitted = drawn.take([i for i in matches if i.conclusion.id not in refused])
                new = {i.conclusion.id: i.conclusion for i in admitted}
                new = {key: claim for key, claim in new.items() if key not in known}
                known.update(new)
                if not new:
                    break
            return [drawn.admitted[key] for key in sorted(drawn.admitted, key=_spelling)]

    def _matches(self, turn: int, claims: Iterable[Claim]) -> Iterator[Inference]:
        """The matches in which one of these claims, found last, takes part."""
        asked = [c for c in claims if self._matches_any or c.predicate in self._matched]
        self._store.bulk_extend(quad for claim in asked for quad in _pattern(claim, turn))
        for rule, query in self._queries(turn, {claim.predicate for claim in asked}):
            yield from self._run(rule, query)

    def _queries(self, turn: int, properties: Collection[NamedNode]) -> Iterator[tuple[Rule, str]]:
        """What finds the matches in which a claim of the last round, with one of these properties,
        takes part; at first all matches."""
        for rule in self._rules:
            if turn == 0:
                yield rule, rule.query
                continue
            for premise, matched in rule.matches.items():
                if matched is None or not matched.isdisjoint(properties):
                    yield rule, rule.body.also(f"?{premise} {_FOUND_IN} {turn}")

    def _run(self, rule: Rule, query: str) -> Iterator[Inference]:
        result = self._store.query(query, prefixes=dict(PREFIXES))
        assert isinstance(result, QuerySolutions)  # read_rule saw that it is a SELECT
        names = [variable.value for variable in result.variables]
        conclusion = [names.index(name) for name in CONCLUSION]
        premises = [names.index(name) for name in rule.premises]
        for solution in result:
            terms = [*solution]
            found = frozenset(_claim_of(rule, terms[place]) for place in premises)
            claim = self._concluded(rule, *(terms[place] for place in conclusion))
            if claim.id not in found:
                yield Inference(rule.iri, found, claim)

    def _concluded(self, rule: Rule, subject: _Term, predicate: _Term, value: _Term) -> Claim:
        """The claim of a conclusion, made once however often it is drawn."""
        if (
            not isinstance(subject, NamedNode)
            or not isinstance(predicate, NamedNode)
            or not isinstance(value, (NamedNode, Literal))
        ):
            raise _broken(rule)
        triple = subject, predicate, value
        if triple not in self._conclusions:
            self._conclusions[triple] = Claim(*triple)
        return self._conclusions[triple]


class _Drawn:
    """What was matched, and what of it was admitted until now."""

    def __init__(self, admit: Callable[[Inference], Admission]) -> None:
        self.admitted: dict[NamedNode, Inference] = {}
        self._admit = admit
        self._matched: set[NamedNode] = set()
        self._resting = defaultdict[NamedNode, list[Inference]](list)

    def take(self, matches: Iterable[Inference]) -> Iterator[Inference]:
        """What is admitted of new matches, and of those that rest on what is widened by them."""
        waiting = deque[Inference]()
        for inference in matches:
            if inference.id not in self._matched:
                self._matched.add(inference.id)
                for premise in inference.premises:
                    self._resting[premise].append(inference)
                waiting.append(inference)
        while waiting:
            inference = waiting.popleft()
            verdict = self._admit(inference)
            if verdict and inference.id not in self.admitted:
                self.admitted[inference.id] = inference
                yield inference
            if verdict is Admission.WIDENED:
                waiting.extend(self._resting[inference.conclusion.id])


def _spelling(node: NamedNode) -> str:
    return node.value


def _pattern(claim: Claim, turn: int) -> Iterator[Quad]:
    yield Quad(claim.id, CLAIM_SUBJECT, claim.subject)
    yield Quad(claim.id, CLAIM_PROPERTY, claim.predicate)
    yield Quad(claim.id, CLAIM_VALUE, claim.value)
    if turn:
        yield Quad(claim.id, _FOUND_IN, Literal(turn))


def _claim_of(rule: Rule, term: _Term) -> NamedNode:
    if not isinstance(term, NamedNode):
        raise _broken(rule)
    return term


def _broken(rule: Rule) -> DefinitionProblem:
    reason = Text(
        "规则的一次匹配没有给出完整的结论或前提", "a match binds no whole conclusion or premise"
    )
    return DefinitionProblem(rule.where, reason)
