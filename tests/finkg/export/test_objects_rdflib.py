"""A Dataset of rdflib says what the graph says, and cannot change it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import (
    CanonicalizationAlgorithm,
    DefaultGraph,
    Quad,
    QuerySolutions,
    Store,
    parse,
)
from pyoxigraph import Dataset as Quads
from rdflib import RDFS, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.plugins.sparql import prepareQuery

from finkg.errors import QueryRefused, QuerySyntaxError, UnknownLayer
from finkg.export.rdf import syntax
from finkg.export.rdflib_store import ReadOnlyGraph
from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.vocabulary import FK, GRAPH, ID, PREFIXES

from ..own import Own

FINKG, THING, LAYER = Namespace(FK), Namespace(ID), Namespace(GRAPH)
NEW = URIRef("https://example.org/new")
#: The layers that a test writes and reads back: with all of them it would take a minute.
FEW = ("truth", "doubtful")
#: rdflib's own readers and writers of named graphs still call what rdflib deprecates.
THEIRS = pytest.mark.filterwarnings(
    r"ignore:(Dataset\.|ConjunctiveGraph).*deprecated:DeprecationWarning"
)


@pytest.fixture(scope="module")
def ds(kg: KnowledgeGraph) -> Dataset:
    return kg.to_rdflib()


@pytest.fixture(scope="module")
def copied(kg: KnowledgeGraph) -> Dataset:
    """A few layers of it in rdflib's own memory."""
    copied = Dataset()
    copied += kg.to_rdflib(FEW)
    return copied


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


def held(kg: KnowledgeGraph, name: Any) -> set[str]:
    """What the store has in a graph."""
    found = kg.snapshot.store.quads_for_pattern(None, None, None, name)
    return canonical((q.subject, q.predicate, q.object) for q in found)


def test_the_default_graph_is_the_plain_view(kg: KnowledgeGraph, ds: Dataset) -> None:
    """Triple by triple what a plain query sees, and no more."""
    assert told(ds.default_graph) == held(kg, DefaultGraph())
    assert [*ds.triples((None, None, None))] == [*ds.default_graph]


@pytest.mark.parametrize("layer", [layer for layer in Layer if layer.is_always_there])
def test_each_layer_is_a_named_graph(kg: KnowledgeGraph, ds: Dataset, layer: Layer) -> None:
    """By its IRI, with what it holds, and it knows how much that is."""
    graph = ds.graph(URIRef(layer.iri.value))
    assert told(graph) == held(kg, layer.iri)
    assert len(graph) == sum(1 for _ in graph) > 0


def test_files_and_lines_are_not_there(kg: KnowledgeGraph, ds: Dataset) -> None:
    """Where people's rows stand is no layer: no graph has it, whoever asks."""
    names = {graph.identifier for graph in ds.graphs()} - {ds.default_graph.identifier}
    assert names == {URIRef(layer.iri.value) for layer in Layer if layer.is_always_there}
    assert [*ds.quads((None, FINKG.rowLine, None, None))] == []
    assert not ds.query("ASK { GRAPH ?g { ?e fk:rowLine ?line } }")
    assert not ds.query("ASK { GRAPH layer:rows { ?s ?p ?o } }")


PATTERNS = [
    (THING.huabei, None, None),
    (None, FINKG.affectedBy, None),
    (None, FINKG.affectedBy, THING["ant-rectification"]),
    (THING.huabei, FINKG.launchedOn, None),
    (None, None, Literal("花呗", lang="zh")),
    (Literal("花呗"), None, None),
    (NEW, None, None),
    (THING.huabei, FINKG.affectedBy / RDFS.label, None),
    (None, [RDFS.label, FINKG.note], Literal("花呗", lang="zh")),
]


@THEIRS
@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_find_what_they_find_in_memory(
    kg: KnowledgeGraph, copied: Dataset, pattern: Any
) -> None:
    """Any part may be given, paths and lists of properties too; nothing is found twice."""
    read = kg.to_rdflib(FEW)
    for one, other in ((read, copied), (read.graph(LAYER.truth), copied.graph(LAYER.truth))):
        find = "triples_choices" if isinstance(pattern[1], list) else "triples"
        found = [*getattr(one, find)(pattern)]
        assert sorted(found) == sorted(getattr(other, find)(pattern))
    if not isinstance(pattern[1], list):
        assert sorted(read.quads((*pattern[:1], None, pattern[2], None))) == sorted(
            copied.quads((*pattern[:1], None, pattern[2], None))
        )


def test_as_many_triples_as_in_memory(kg: KnowledgeGraph, copied: Dataset) -> None:
    """The length of a Dataset counts what stands in two graphs once, as rdflib does."""
    assert len(kg.to_rdflib(FEW)) == len(copied)


def test_what_is_read_is_found(ds: Dataset) -> None:
    """Every term that comes out can be asked for: dates, numbers and texts keep their form."""
    for triple in ds.default_graph:
        assert triple in ds


def test_a_plain_text_is_one_for_rdflib(kg: KnowledgeGraph, ds: Dataset) -> None:
    """It equals the Literal that people write, which has no datatype."""
    (row,) = ds.query("SELECT ?who { GRAPH layer:claims { ?j fk:decidedBy ?who } } LIMIT 1")
    assert row.who == Literal(str(row.who))


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


WRITES: dict[str, Callable[[Dataset], object]] = {
    "add": lambda ds: ds.add((NEW, NEW, NEW)),
    "add to the default graph": lambda ds: ds.default_graph.add((NEW, NEW, NEW)),
    "add to a layer": lambda ds: ds.graph(LAYER.truth).add((NEW, NEW, NEW)),
    "set": lambda ds: ds.default_graph.set((THING.huabei, RDFS.label, Literal("x"))),
    "addN": lambda ds: ds.addN([(NEW, NEW, NEW, ds.default_graph)]),
    "+=": lambda ds: ds.__iadd__([(NEW, NEW, NEW, None)]),
    "remove": lambda ds: ds.remove((None, None, None)),
    "remove from a layer": lambda ds: ds.graph(LAYER.truth).remove((None, None, None)),
    "remove_graph": lambda ds: ds.remove_graph(LAYER.truth),
    "a new graph": lambda ds: ds.graph(NEW),
    "parse": lambda ds: ds.parse(data="<a:a> <a:b> <a:c> .", format="turtle"),
    "update": lambda ds: ds.update("INSERT DATA { <a:a> <a:b> <a:c> }"),
    "clear": lambda ds: ds.update("CLEAR ALL"),
    "load": lambda ds: ds.update("LOAD <file:///etc/hosts>"),
    "destroy": lambda ds: ds.destroy("store"),
    "open": lambda ds: ds.open("store", create=True),
}


@THEIRS
@pytest.mark.parametrize("name", WRITES)
def test_nothing_is_ever_written(kg: KnowledgeGraph, packaged_snapshot: Path, name: str) -> None:
    """Every way that rdflib has to change a graph is refused, and the files stay what they were."""
    before = {file: file.read_bytes() for file in packaged_snapshot.rglob("*.sst")}
    many = len(kg.snapshot.store)
    with pytest.raises(ReadOnlyGraph):
        WRITES[name](kg.to_rdflib())
    assert len(kg.snapshot.store) == many
    assert {file: file.read_bytes() for file in packaged_snapshot.rglob("*.sst")} == before
    assert not kg.query("ASK { ?s <https://example.org/new> ?o }")


def test_closing_it_closes_nothing_else(kg: KnowledgeGraph) -> None:
    """A Dataset that is closed leaves the graph open; so does one whose transaction ends."""
    dataset = kg.to_rdflib()
    dataset.commit()
    dataset.rollback()
    dataset.close()
    assert kg.query("ASK { ?p fk:affectedBy ?c }")


def test_a_copy_is_ones_own(kg: KnowledgeGraph, copied: Dataset) -> None:
    """What the error recommends works: the same graphs, and they can be changed."""
    assert {graph.identifier for graph in copied.graphs()} == {
        graph.identifier for graph in kg.to_rdflib(FEW).graphs()
    }
    assert told(copied.graph(LAYER.truth)) == held(kg, Layer.TRUTH.iri)
    copied.graph(NEW).add((NEW, NEW, NEW))
    copied.remove_graph(NEW)


@THEIRS
@pytest.mark.parametrize("format_", ["trig", "nquads", "json-ld", "turtle", "xml"])
def test_what_is_written_reads_back(kg: KnowledgeGraph, format_: str) -> None:
    """The formats of rdflib give the same graphs again; those of triples the plain view."""
    dataset = kg.to_rdflib(FEW)
    content, has_graphs = dataset.serialize(format=format_), format_ not in ("turtle", "xml")
    read = Dataset()
    read.parse(data=content, format=format_)
    assert told(read.default_graph) == held(kg, DefaultGraph())
    for layer in FEW if has_graphs else ():
        assert told(read.graph(LAYER[layer])) == held(kg, Layer(layer).iri)


def test_prefixes_are_known(ds: Dataset) -> None:
    """In queries, in what is written, and for names; one's own can be bound beside them."""
    known = dict(ds.namespaces())
    assert {prefix: str(known[prefix]) for prefix in PREFIXES} == PREFIXES
    assert "fk:affectedBy" in ds.default_graph.serialize(format="turtle")
    ds.bind("mine", FK + "aff")
    assert ds.query("ASK { ?p mine:ectedBy ?c }")


def test_as_of_a_day_and_without_a_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A derived graph is read as it is, with what possibly holds where that is asked for."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    own = Own(tmp_path / "own", {"ant": "Company", "yuebao": "Product", "huabei": "Product"})
    for source, said in (("paper", "yuebao"), ("gazette", "huabei")):
        own.source(source, "high", published="2020-01-01")
        own.says(source, f"ant offers {said}")
    kg = own.build()
    for derived, possible in (
        (kg.as_of("2021-01-01"), False),
        (kg.as_of("2021-01-01", possible=True), True),
        (kg.without("paper"), False),
    ):
        dataset = derived.to_rdflib()
        offered = {*dataset.objects(THING.ant, FINKG.offers)}
        assert offered == {
            URIRef(row["o"].value)
            for row in derived.snapshot.rows("SELECT ?o { id:ant fk:offers ?o }")
        }
        assert offered == ({THING.yuebao, THING.huabei} if possible else offered & {THING.huabei})
        assert told(dataset.default_graph) == held(derived, DefaultGraph())
        if derived.scenario.as_of:
            assert {*dataset.graph(LAYER.possible).objects(THING.ant, FINKG.offers)}
