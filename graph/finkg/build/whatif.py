"""What would follow: a graph computed anew in memory, as supposed, beside the one on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial

from pyoxigraph import NamedNode, Quad, Store

from finkg import vocabulary as v
from finkg.build.assess import assess
from finkg.build.conclude import conclude, weighed
from finkg.build.layering import records, row
from finkg.collecting import uncollected
from finkg.errors import InvalidWorkspace
from finkg.evidence.assessment import Assessed, Standing
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
    concluded = {*_subjects(graph, v.TYPE, v.INFERRED_CLAIM), *overlay.conclusions}

    @cache
    def reader() -> Claims:
        return Claims(overlay.view(change.claim for change in found.changes if change.after))

    actual = Side(_standings(graph), partial(_said, Claims(graph)), Claims(graph).prove)
    supposed = Side(overlay.standings, overlay.said, lambda claim: reader().prove(claim))
    found = difference(actual, supposed, concluded)
    return found


def _standings(graph: Snapshot) -> dict[NamedNode, str]:
    """Where each claim of a graph stands, by name."""
    return {
        claim: standing.value
        for standing in Standing
        for claim in _subjects(graph, v.STANDING, standing.iri)
        if local_name(claim).startswith("c-")
    }


def _subjects(graph: Snapshot, predicate: NamedNode, value: NamedNode) -> Iterator[NamedNode]:
    for quad in graph.store.quads_for_pattern(None, predicate, value, Layer.CLAIMS.iri):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def _said(reader: Claims, claim: NamedNode) -> tuple[str, ...]:
    """What a claim says: property, subject and value, as text to sort by."""
    parts = v.CLAIM_PROPERTY, v.CLAIM_SUBJECT, v.CLAIM_VALUE
    return tuple(str(reader.one(claim, part)) for part in parts)


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

    def said(self, claim: NamedNode) -> tuple[str, ...]:
        """What a claim says: property, subject and value, as text to sort by."""
        if claim in self.conclusions:
            found = self.conclusions[claim].claim
        else:
            found = self._assessment.claims[claim].claim
        return str(found.predicate), str(found.subject), str(found.value)

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
        conclusions = weighed(drawn, self._assessment)
        yield from records(self._stated(below), conclusions, self._assessment.backing)
        for dispute in self._assessment.disputes:
            if not below.isdisjoint(dispute.sides):
                yield from dispute.triples()

    def _stated(self, below: set[NamedNode]) -> dict[NamedNode, Assessed]:
        return {c: a for c, a in self._assessment.claims.items() if c in below}
