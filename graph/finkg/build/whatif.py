"""What would follow: a graph computed anew in memory, as supposed, beside the one on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode, Quad, Store

from finkg.build.assess import assess
from finkg.build.conclude import conclude, weighed
from finkg.build.layering import records, row
from finkg.collecting import uncollected
from finkg.errors import InvalidWorkspace
from finkg.evidence.assessment import Assessed
from finkg.evidence.scenario import Scenario
from finkg.evidence.support import Triples
from finkg.evidence.supposition import SUPPOSED, Supposition
from finkg.reasoning.claims import Claims
from finkg.reasoning.difference import Difference, Side, difference
from finkg.reasoning.rule import read_rules
from finkg.schema import Schema
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot
from finkg.store.view import GraphView
from finkg.vocabulary import local_name
from finkg.workspace.inputs import read_inputs
from finkg.workspace.supposed import suppose

_CLAIMS = """SELECT ?claim ?standing ?property ?subject ?value { GRAPH layer:claims {
  ?claim fk:claimSubject ?subject ; fk:claimProperty ?property ; fk:claimValue ?value ;
         fk:standing ?standing } }"""
_CONCLUDED = "SELECT ?claim { GRAPH layer:claims { ?claim a fk:InferredClaim } }"


def what_if(
    graph: Snapshot, base: Snapshot, scenario: Scenario, supposition: Supposition
) -> Difference:
    """What would be otherwise in a graph, which `base` gives as `scenario` asks for it.

    What is supposed is no consequence of itself and not among the changes. Nothing on disk is
    touched. Raises InvalidWorkspace with what is wrong with an added table, CannotReach,
    NothingToLeaveOut, NotReadable.
    """
    with uncollected():
        overlay = Overlay(base, scenario, supposition)
    actual = _as_it_is(graph)
    concluded = {_node(row["claim"]) for row in graph.rows(_CONCLUDED)} | overlay.conclusions.keys()

    @cache
    def reader() -> Claims:
        return Claims(overlay.view(change.claim for change in found.changes if change.after))

    supposed = Side(overlay.standings, overlay.said, lambda claim: reader().prove(claim))
    found = difference(actual, supposed, concluded)
    return found


def _as_it_is(graph: Snapshot) -> Side:
    standings, said = {}, {}
    for claim, standing, *triple in map(list, graph.rows(_CLAIMS)):
        standings[_node(claim)] = local_name(_node(standing))
        said[_node(claim)] = _in_words(*triple)
    return Side(standings, said, Claims(graph).prove)


def _in_words(*terms: object) -> tuple[str, str, str]:
    """What a claim says, as text to sort by."""
    predicate, subject, value = map(str, terms)
    return predicate, subject, value


def _node(term: object) -> NamedNode:
    assert isinstance(term, NamedNode)  # the build wrote it
    return term


def _is_supposed(assessed: Assessed) -> bool:
    return {evidence.source for evidence in assessed.evidence} == {SUPPOSED.id}


class Overlay:
    """A graph as supposed, in memory."""

    def __init__(self, base: Snapshot, scenario: Scenario, supposition: Supposition) -> None:
        schema = Schema()
        workspace = read_inputs(base.inputs, schema)
        workspace.drop(scenario.without)
        suppose(workspace, schema, supposition)
        if workspace.violations:
            raise InvalidWorkspace(tuple(workspace.problems))
        day = scenario.as_of
        self._rules = read_rules(workspace.folders)
        self._assessment = assess(workspace, schema, day, review=False)
        drawn = conclude(
            workspace, self._assessment, schema, self._rules, day, supposition.least_rank
        )
        self.conclusions = {conclusion.claim.id: conclusion for conclusion in drawn}

    @property
    def standings(self) -> dict[NamedNode, str]:
        """Where each claim stands, by name; those that are merely supposed left out."""
        claims = self._assessment.claims.items()
        stated = {c: a.shown.value for c, a in claims if not _is_supposed(a)}
        return {c: drawn.standing.value for c, drawn in self.conclusions.items()} | stated

    @property
    def said(self) -> dict[NamedNode, tuple[str, str, str]]:
        """What each claim says: property, subject and value."""
        stated = (assessed.claim for assessed in self._assessment.claims.values())
        drawn = (conclusion.claim for conclusion in self.conclusions.values())
        return {c.id: _in_words(c.predicate, c.subject, c.value) for c in (*stated, *drawn)}

    def view(self, claims: Iterable[NamedNode]) -> GraphView:
        """As much of the graph as proofs of these claims can be read from."""
        store = Store()
        store.bulk_extend(self._quads(self._below(claims)))
        return GraphView(store)

    def _below(self, claims: Iterable[NamedNode]) -> set[NamedNode]:
        """Claims with all that they were concluded from."""
        found: set[NamedNode] = set()
        todo = list(claims)
        while todo:
            claim = todo.pop()
            if claim not in found:
                found.add(claim)
                ways = self.conclusions[claim].inferences if claim in self.conclusions else ()
                todo.extend(premise for way, _, _ in ways for premise in way.premises)
        return found

    def _quads(self, below: set[NamedNode]) -> Iterator[Quad]:
        for subject, predicate, value in self._triples(below):
            yield Quad(subject, predicate, value, Layer.CLAIMS.iri)
        for rule in self._rules:
            for subject, predicate, value in rule.triples():
                yield Quad(subject, predicate, value)
        for assessed in self._stated(below).values():
            for evidence in assessed.evidence:
                yield from row(evidence.id, self._assessment.rows[evidence.id])

    def _triples(self, below: set[NamedNode]) -> Triples:
        """What the claims layer says of these claims."""
        for source in self._assessment.sources:
            yield from source.triples()
        drawn = [self.conclusions[claim] for claim in below if claim in self.conclusions]
        yield from records(self._stated(below), weighed(drawn, self._assessment))
        for dispute in self._assessment.disputes:
            if not below.isdisjoint(dispute.sides):
                yield from dispute.triples()

    def _stated(self, below: set[NamedNode]) -> dict[NamedNode, Assessed]:
        return {c: a for c, a in self._assessment.claims.items() if c in below}
