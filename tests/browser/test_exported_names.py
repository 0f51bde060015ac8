"""Entities and sources are called in a file that is taken as they are in the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Quad

from finkg import vocabulary as v
from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.view.page import render

from ..finkg.own import CARD, Own
from .conftest import Open
from .test_export import taken, triples

if TYPE_CHECKING:
    from collections.abc import Iterable

BASE = "https://example.org/own/"


def typed(quads: Iterable[Quad], subjects: set[str]) -> set[tuple[str, str]]:
    return {
        (quad.subject.value, str(quad.object))
        for quad in quads
        if quad.predicate == v.TYPE
        and isinstance(quad.subject, NamedNode)
        and quad.subject.value in subjects
    }


def test_entities_have_their_classes(open_page: Open, kg: KnowledgeGraph) -> None:
    """Each node in view has in the file the classes that the graph gives it, and no others."""
    view = open_page("packaged")
    iris = {node["id"]: node["iri"] for node in view.do("() => finkg.nodes()")}
    seen = {iris[name] for name in view.do("() => finkg.inSight()")}
    exported = typed(triples(taken(view, "ttl")), seen)
    known = kg.snapshot.store.quads_for_pattern(None, v.TYPE, None, Layer.ENTITIES.iri)
    assert exported == typed(known, seen)
    assert len({iri for iri, _ in exported}) == len(seen) == 50


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KnowledgeGraph:
    """A graph whose things are named in a namespace of somebody's own."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    workspace = Own(tmp_path / "own", {"ant": "Company", "yuebao": "FinancialProduct"})
    workspace.write("workspace.toml", f'base = "{BASE}"\n{CARD}')
    workspace.source("gazette", "high")
    workspace.says("gazette", "ant offers yuebao")
    return workspace.build()


def test_things_of_an_own_namespace_are_named_in_it(
    open_page: Open, files: dict[str, Path], own: KnowledgeGraph, tmp_path: Path
) -> None:
    """Entities and sources, wherever they are spoken of; claims are called after what they say, in
    every graph alike."""
    files["own"] = tmp_path / "own.html"
    files["own"].write_bytes(render(own.scene(), "zh").encode())
    content = triples(taken(open_page("own"), "ttl"))
    ends = {
        term.value
        for quad in content
        for term in (quad.subject, quad.object)
        if isinstance(term, NamedNode) and v.ID not in term.value and v.FK not in term.value
    }
    assert {iri for iri in ends if iri.startswith(BASE)} == {
        BASE + name for name in ("ant", "yuebao", "gazette")
    }
    graph = {str(quad.subject) for quad in own.snapshot.quads(Layer.CLAIMS)}
    claims = {str(q.subject) for q in content if q.predicate == v.CLAIM_PROPERTY}
    sources = {str(q.object) for q in content if q.predicate == v.SOURCE}
    assert claims
    assert claims | sources <= graph
