"""Queries of a Dataset of rdflib are answered by the engine, behind the same gate as all others."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest
from pyoxigraph import (
    QuerySolutions,
)
from rdflib import Dataset, Namespace, URIRef
from rdflib.plugins.sparql import prepareQuery

from finkg.errors import QueryRefused, QuerySyntaxError, UnknownLayer
from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.vocabulary import FK, GRAPH, ID, PREFIXES

from .canonical import canonical, told

FINKG, THING, LAYER = Namespace(FK), Namespace(ID), Namespace(GRAPH)
NEW = URIRef("https://example.org/new")


@pytest.fixture(scope="module")
def ds(kg: KnowledgeGraph) -> Dataset:
    return kg.to_rdflib()


QUERIES = {
    "select": "SELECT ?p ?c { ?p fk:affectedBy ?c } ORDER BY ?p ?c",
    "unbound": "SELECT * { ?p a fk:Platform OPTIONAL { ?p fk:closedOn ?day } } ORDER BY ?p",
    "aggregate": "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n) ?p",
    "path": "SELECT ?c { id:huabei a/rdfs:subClassOf* ?c } ORDER BY ?c",
    "claims": "SELECT ?c { GRAPH layer:claims { ?c fk:claimSubject id:huabei } } ORDER BY ?c",
    "graphs": "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    "from": "SELECT ?s ?o FROM layer:doubtful { ?s fk:metric ?o } ORDER BY ?s ?o",
    "from named": "SELECT ?s FROM NAMED layer:opinions { GRAPH ?g { ?s fk:faces ?o } } ORDER BY ?s",
    "values": "SELECT ?x { VALUES ?x { id:huabei id:jiebei } ?x a ?c } ORDER BY ?x",
}


@pytest.mark.parametrize("name", QUERIES)
def test_rows_are_those_of_the_graph(kg: KnowledgeGraph, ds: Dataset, name: str) -> None:
    """The same rows in the same order, with the same variables, as where all layers are opened."""
    expected = kg.query(QUERIES[name], [layer.value for layer in Layer])
    assert isinstance(expected, QuerySolutions)
    result = ds.query(QUERIES[name])
    assert [str(v) for v in result.vars or ()] == [v.value for v in expected.variables]
    rows = [[None if cell is None else cell.n3() for cell in row] for row in result]
    assert rows
    assert rows == [[None if cell is None else str(cell) for cell in row] for row in expected]


def test_only_layers_that_are_named_are_seen(kg: KnowledgeGraph) -> None:
    """With the claims alone a query sees what `query` shows: doubt has to be asked for."""
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    seen = {row.g for row in kg.to_rdflib(["claims"]).query(query)}
    assert seen == {URIRef(row["g"].value) for row in kg.query(query)} == {LAYER.claims}  # type: ignore[union-attr]
    with pytest.raises(UnknownLayer):
        kg.to_rdflib(["rows"])


@pytest.mark.parametrize("query", ["ASK { ?p fk:affectedBy ?c }", "ASK { ?p fk:affectedBy ?p }"])
def test_yes_and_no(kg: KnowledgeGraph, ds: Dataset, query: str) -> None:
    """A question with yes or no has the same answer."""
    assert bool(ds.query(query)) is bool(kg.query(query))


@pytest.mark.parametrize(
    "query", ["CONSTRUCT { ?c fk:changed ?p } WHERE { ?p fk:affectedBy ?c }", "DESCRIBE id:huabei"]
)
def test_triples_that_are_made(kg: KnowledgeGraph, ds: Dataset, query: str) -> None:
    """They are a Graph of one's own, which can be added to."""
    graph = ds.query(query).graph
    assert graph is not None
    assert told(graph) == canonical(kg.query(query))  # type: ignore[union-attr]
    assert (NEW, NEW, NEW) in graph.add((NEW, NEW, NEW))


def test_rows_can_be_read_again(ds: Dataset) -> None:
    """And in part, by their names and by the variables, as rdflib's own."""
    result = ds.query("SELECT ?p ?l { ?s ?p ?o . ?s rdfs:label ?l } LIMIT 1000")
    first = [*islice(result, 3)]
    assert [*islice(result, 3)] == first
    assert len(result) == len([*result]) == len(result.bindings) == 1000
    assert first[0].p == first[0]["p"] == first[0][0] == result.bindings[0][result.vars[0]]  # type: ignore[index, union-attr]


def test_a_graph_can_be_asked_by_itself(ds: Dataset) -> None:
    """A query of one named graph sees that as its default graph."""
    doubtful = ds.graph(LAYER.doubtful)
    asked = {(row.s, row.o) for row in doubtful.query("SELECT ?s ?o { ?s fk:metric ?o }")}
    assert asked == {*doubtful.subject_objects(FINKG.metric)}
    assert asked
    assert not ds.get_context(NEW).query("SELECT ?s { ?s ?p ?o }")
    assert (len(ds.get_context(NEW)), [*ds.get_context(NEW)]) == (0, [])


@pytest.mark.parametrize(
    "query", ["SELECT ?c { ?p fk:affectedBy ?c }", "SELECT * { ?p fk:affectedBy ?c }"]
)
@pytest.mark.parametrize("prepare", [str, lambda text: prepareQuery(text, dict(PREFIXES))])
def test_variables_that_are_given(ds: Dataset, query: str, prepare: Callable[[str], Any]) -> None:
    """Whether the answer shows them or not, and whether the query was prepared or not."""
    given = {"p": THING.huabei}
    found = {row.c for row in ds.query(prepare(query), initBindings=given)}
    assert found == {*ds.objects(THING.huabei, FINKG.affectedBy)}
    assert found


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE SILENT <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/hosts> { ?s ?p ?o }",
        "SELECT * { " + "{ " * 200 + "}" * 200 + " }",
        "SELECT * { " + "?s ?p ?o . " * 2_000 + " }",
    ],
)
@pytest.mark.parametrize("given", [{}, {"p": THING.huabei}])
def test_the_gate_is_the_same(ds: Dataset, query: str, given: dict[str, Any]) -> None:
    """What would go to the network, read a file, or bring the engine down is refused, by whichever
    engine it would be run."""
    with pytest.raises(QueryRefused):
        ds.query(query, initBindings=given)


def test_no_layer_is_fetched(ds: Dataset) -> None:
    """Where rdflib's engine has to give a variable its value, it would look for a layer on the
    network: FROM is refused there."""
    query = "SELECT ?c FROM layer:inferred { ?p fk:affectedBy ?c }"
    assert len(ds.query(query))
    with pytest.raises(QueryRefused):
        ds.query(query, initBindings={"p": THING.huabei})


def test_what_was_prepared_passes_the_gate(ds: Dataset) -> None:
    """A query that rdflib has read already is judged by its text all the same."""
    prepared = prepareQuery("SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }")
    with pytest.raises(QueryRefused):
        ds.query(prepared)


def test_a_mistake_is_shown_with_its_place(ds: Dataset) -> None:
    """As everywhere: line, column, and what was expected."""
    with pytest.raises(QuerySyntaxError) as caught:
        ds.query("SELECT ?p { ?p fk:affectedBy }")
    assert caught.value.line == 1
