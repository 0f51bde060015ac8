"""On a generated graph a proof falls with any premise, a conclusion with one of each proof.

The graph is computed anew without the claims; what such a claim kept down, as the side of a dispute
that it was, may come back and prove the same otherwise. Nothing else may.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.build.pipeline import BuildReport
from finkg.build.whatif import Overlay
from finkg.evidence.scenario import Scenario
from finkg.evidence.supposition import Supposition
from finkg.reasoning.claims import Claims
from finkg.reasoning.difference import COUNTING
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot

ANEW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Grounds = set[frozenset[NamedNode]]


@pytest.fixture(scope="module")
def snapshot(report: BuildReport) -> Snapshot:
    return Snapshot(report.snapshot)


@pytest.fixture(scope="module")
def conclusions(snapshot: Snapshot) -> list[NamedNode]:
    """What only rules say: what a source states too is its own proof."""
    graph = Layer.CLAIMS.iri
    quads = snapshot.store.quads_for_pattern(None, v.TYPE, v.INFERRED_CLAIM, graph)
    evidence = snapshot.store.quads_for_pattern(None, v.HAS_EVIDENCE, None, graph)
    return sorted({q.subject for q in quads} - {q.subject for q in evidence}, key=str)  # type: ignore[misc]


def without(snapshot: Snapshot, claims: frozenset[NamedNode]) -> Overlay:
    return Overlay(snapshot, Scenario(), Supposition(claims))


def proofs(reader: Claims, claim: NamedNode) -> Grounds:
    """The minimal proofs of a claim, each as the stated claims that it rests on."""
    return {proof.grounds() for proof in reader.every_proof(claim)}


def left(overlay: Overlay, claim: NamedNode) -> Grounds:
    if claim not in overlay.conclusions:
        return set()
    return proofs(Claims(overlay.view([claim])), claim)


def came_back(snapshot: Snapshot, overlay: Overlay) -> set[NamedNode]:
    """Claims that count without the others, and do not with them."""
    reader = Claims(snapshot)
    counting = {claim for claim, standing in overlay.standings.items() if standing in COUNTING}
    return {c for c in counting if v.local_name(reader.nodes(c, v.STANDING)[0]) not in COUNTING}


@ANEW
@given(data=st.data())
def test_a_proof_falls_with_any_of_its_premises(
    snapshot: Snapshot, conclusions: list[NamedNode], data: st.DataObject
) -> None:
    """And the others stay, as far as they do not rest on it."""
    claim = data.draw(st.sampled_from(conclusions))
    before = proofs(Claims(snapshot), claim)
    grounds = sorted(frozenset.union(*before), key=str)
    gone = data.draw(st.sampled_from(grounds))
    overlay = without(snapshot, frozenset((gone,)))
    after = left(overlay, claim)
    assert not any(gone in proof for proof in after)
    untouched = {proof for proof in before if gone not in proof}
    returned = came_back(snapshot, overlay)
    assert all(proof in before or not proof.isdisjoint(returned) for proof in after)
    assert {proof for proof in untouched if stands(overlay, proof)} <= after


def stands(overlay: Overlay, proof: frozenset[NamedNode]) -> bool:
    """Whether all that a proof rests on still counts."""
    return all(overlay.standings.get(claim) in COUNTING for claim in proof)


@ANEW
@given(data=st.data())
def test_a_conclusion_falls_with_one_premise_of_each_proof(
    snapshot: Snapshot, conclusions: list[NamedNode], data: st.DataObject
) -> None:
    """Whichever is taken of each."""
    claim = data.draw(st.sampled_from(conclusions))
    ordered = sorted(sorted(map(str, proof)) for proof in proofs(Claims(snapshot), claim))
    taken = {data.draw(st.sampled_from(proof)) for proof in ordered}
    gone = frozenset(NamedNode(name[1:-1]) for name in taken)
    overlay = without(snapshot, gone)
    returned = came_back(snapshot, overlay)
    assert all(not proof.isdisjoint(returned) for proof in left(overlay, claim))
