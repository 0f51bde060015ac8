"""A Dataset of rdflib says what the graph says, and cannot change it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import (
    DefaultGraph,
)
from rdflib import RDFS, Dataset, Literal, Namespace, URIRef

from finkg.export.rdflib_store import ReadOnlyGraph
from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.vocabulary import FK, GRAPH, ID, PREFIXES

from ..own import Own
from .canonical import canonical, told

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
