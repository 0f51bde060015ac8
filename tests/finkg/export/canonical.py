"""Triples of rdflib and of the engine, as texts that compare."""

from __future__ import annotations

from typing import Any

from pyoxigraph import CanonicalizationAlgorithm, Quad, Store, parse
from pyoxigraph import Dataset as Quads
from rdflib import Graph

from finkg.export.rdf import syntax


def canonical(quads: Any) -> set[str]:
    """Quads, whatever their blank nodes are called and however their numbers are spelled: rdflib
    writes 40 as 40.0."""
    store = Store()
    store.bulk_extend(Quad(*quad) for quad in quads)
    lines = {str(quad) for quad in store}
    if not any("_:" in line for line in lines):
        return lines
    dataset = Quads(store)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


def told(graph: Graph) -> set[str]:
    """What a graph says, as rdflib writes it in N-Triples and the engine reads it."""
    return canonical(parse(graph.serialize(format="nt"), syntax("ntriples").format))
