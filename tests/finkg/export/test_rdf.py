"""What other tools read back from an export is the same graph."""

from __future__ import annotations

from io import BytesIO

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, parse

from finkg.errors import UnknownFormat
from finkg.export.rdf import SYNTAXES, Syntax, rdf, syntax
from finkg.graph import KnowledgeGraph
from finkg.store.layers import PLAIN_VIEW, Layer

RDFLIB_NAMES = {
    "turtle": "turtle",
    "ntriples": "nt",
    "rdfxml": "xml",
    "trig": "trig",
    "nquads": "nquads",
    "jsonld": "json-ld",
}
by_name = pytest.mark.parametrize("into", SYNTAXES, ids=lambda s: s.name)


def canonical(quads: list[Quad]) -> set[str]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


def expected(kg: KnowledgeGraph, into: Syntax) -> set[str]:
    layers = tuple(Layer) if into.has_graphs else PLAIN_VIEW
    quads = [quad for layer in layers for quad in kg.snapshot.quads(layer)]
    if into.has_graphs:
        return canonical(quads)
    return canonical([Quad(q.subject, q.predicate, q.object) for q in quads])


@by_name
def test_pyoxigraph_reads_back_the_same(kg: KnowledgeGraph, into: Syntax) -> None:
    """Every quad, no more and no less."""
    written = rdf(kg.snapshot, into)
    read = [Quad(*quad) for quad in parse(BytesIO(written), into.format)]
    assert canonical(read) == expected(kg, into)


# rdflib's own parsers of datasets still call what rdflib deprecates.
@pytest.mark.filterwarnings(r"ignore:(Dataset\.|ConjunctiveGraph).*deprecated:DeprecationWarning")
@by_name
def test_rdflib_reads_back_the_same(kg: KnowledgeGraph, into: Syntax) -> None:
    """The reference library of the field reads the same graph, through another parser."""
    from rdflib import Dataset as RdflibDataset
    from rdflib import Graph

    graph = RdflibDataset() if into.has_graphs else Graph()
    graph.parse(data=rdf(kg.snapshot, into), format=RDFLIB_NAMES[into.name])
    again = graph.serialize(format="nquads" if into.has_graphs else "nt", encoding="utf-8")
    read = [Quad(*quad) for quad in parse(again, syntax("nquads").format)]
    assert canonical(read) == expected(kg, into)


def test_a_layer_can_be_written_alone(kg: KnowledgeGraph) -> None:
    """`--layer claims` in a triple syntax holds the claims and nothing else."""
    written = rdf(kg.snapshot, syntax("ntriples"), [Layer.CLAIMS]).decode()
    assert written.count("\n") == len(list(kg.snapshot.quads(Layer.CLAIMS)))


def test_rows_are_never_exported(kg: KnowledgeGraph) -> None:
    """File and line change with the order of rows; no export holds them."""
    assert b'rowLine> "' not in rdf(kg.snapshot, syntax("nquads"))


def test_the_syntax_is_told_from_the_suffix() -> None:
    """A name beats a suffix; neither known is an error that lists what is."""
    assert syntax("", "graph.nq").name == "nquads"
    assert syntax("trig", "graph.nq").name == "trig"
    with pytest.raises(UnknownFormat) as caught:
        syntax("", "graph.doc")
    assert "turtle" in caught.value.known
