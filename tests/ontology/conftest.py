"""The ontology as plain files, without the program."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import owlready2
import pyshacl
import pytest
from pyoxigraph import Quad, RdfFormat, Store, Triple, parse, serialize
from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

HERE = Path(__file__).parent
ONTOLOGY = HERE.parents[1] / "ontology"
FK = "https://w3id.org/finkg/ns#"
PREFIXES = {"fk": FK, "": "urn:example:"}
Reason = Callable[[str], owlready2.World]


def read(*paths: Path) -> list[Quad]:
    """The triples of Turtle files, in the default graph."""
    # Renamed, since two files may use one label for different blank nodes.
    parsed = (parse(path=p, format=RdfFormat.TURTLE, rename_blank_nodes=True) for p in paths)
    return [Quad(*triple) for triples in parsed for triple in triples]


@pytest.fixture(scope="session")
def terms() -> Store:
    """Classes, properties, closed lists and mappings: one ontology in three files."""
    store = Store()
    store.extend(read(*ONTOLOGY.glob("*.ttl")))
    return store


@pytest.fixture(scope="session")
def shapes() -> list[Quad]:
    """The shapes, of all files."""
    return read(*(ONTOLOGY / "shapes").glob("*.ttl"))


@pytest.fixture
def everything(terms: Store, shapes: list[Quad]) -> Store:
    """A copy of the ontology with its shapes, which a test may change."""
    store = Store()
    store.extend([*terms, *shapes])
    return store


@pytest.fixture
def reason(terms: Store, tmp_path: Path) -> Reason:
    """Loads the ontology with some facts and runs HermiT over it."""
    if not shutil.which("java"):
        missing = "HermiT needs Java, and there is no `java` on the path"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)

    def reasoned(facts: str) -> owlready2.World:
        store = Store()
        store.extend(terms)
        store.update(f"INSERT DATA {{ {facts} }}", prefixes=PREFIXES)
        path = tmp_path / "ontology.nt"
        triples = (Triple(q.subject, q.predicate, q.object) for q in store)
        serialize(triples, path, format=RdfFormat.N_TRIPLES)
        world = owlready2.World()
        world.get_ontology(path.as_uri()).load()
        owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
        return world

    return reasoned


def graph_of(*paths: Path) -> Graph:
    graph = Graph()
    for path in paths:
        graph.parse(path)
    return graph


@pytest.fixture(scope="session")
def shapes_graph() -> Graph:
    """The shapes, for pyshacl."""
    return graph_of(*(ONTOLOGY / "shapes").glob("*.ttl"))


@pytest.fixture(scope="session")
def conforming() -> Graph:
    """The good graph and the ontology, as one graph. Copy it before changing it."""
    return graph_of(*ONTOLOGY.glob("*.ttl"), HERE / "good.ttl")


@pytest.fixture
def graph(conforming: Graph) -> Graph:
    """A copy of the conforming graph, which a test may change."""
    copy = Graph()
    for prefix, namespace in conforming.namespaces():
        copy.bind(prefix, namespace)
    copy += conforming
    return copy


Violations = Callable[[Graph, URIRef], set[tuple[Node | None, ...]]]


def validator(shapes: Graph) -> Violations:
    """What pyshacl finds in a graph with one shape, over all of the shape's own targets: focus
    node, component and SPARQL constraint of each violation.
    """
    columns = (SH.focusNode, SH.sourceConstraintComponent, SH.sourceConstraint)

    def violations(graph: Graph, shape: URIRef) -> set[tuple[Node | None, ...]]:
        _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, use_shapes=[shape], inplace=True)
        found = report.subjects(RDF.type, SH.ValidationResult)
        return {tuple(report.value(node, column) for column in columns) for node in found}

    return violations


@pytest.fixture(scope="session")
def violations(shapes_graph: Graph) -> Violations:
    return validator(shapes_graph)


@pytest.fixture(scope="session")
def core_violations(shapes_graph: Graph) -> Violations:
    """The same without SPARQL constraints, which take pyshacl a hundred times as long."""
    core = Graph()
    core += (triple for triple in shapes_graph if triple[1] != SH.sparql)
    return validator(core)
