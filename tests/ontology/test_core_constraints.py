"""Each core constraint of each property shape, broken by rule in a copy of the good graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from rdflib import RDF, RDFS, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

Violations = Callable[[Graph, URIRef], set[tuple[Node | None, ...]]]
SHAPE: Final = Namespace("https://w3id.org/finkg/shape/")
ID: Final = Namespace("https://w3id.org/finkg/id/")
FILES: Final = Path(__file__).parents[2] / "ontology" / "shapes"
#: What a property shape says beside its constraints.
NO_CONSTRAINT: Final = {SH.path, SH.message, SH.severity}


@dataclass(frozen=True)
class Constraint:
    """One parameter of one property shape."""

    shape: URIRef
    predicate: URIRef
    inverse: bool
    component: str
    argument: Any

    def __str__(self) -> str:
        name = self.predicate.fragment or self.predicate.rpartition("/")[2]
        path = f"inverse-{name}" if self.inverse else name
        return f"{self.shape.removeprefix(SHAPE)}-{path}-{self.component}"

    @property
    def iri(self) -> URIRef:
        return SH[f"{self.component[0].upper()}{self.component[1:]}ConstraintComponent"]


@dataclass(frozen=True)
class Place:
    """A path from a focus node, in a graph that may be changed."""

    graph: Graph
    focus: Node
    constraint: Constraint

    @property
    def values(self) -> list[Any]:
        predicate = self.constraint.predicate
        if self.constraint.inverse:
            return sorted(self.graph.subjects(predicate, self.focus))
        return sorted(self.graph.objects(self.focus, predicate))

    def add(self, value: Node) -> None:
        ends = (value, self.focus) if self.constraint.inverse else (self.focus, value)
        self.graph.add((ends[0], self.constraint.predicate, ends[1]))

    def clear(self) -> None:
        if self.constraint.inverse:
            self.graph.remove((None, self.constraint.predicate, self.focus))
        else:
            self.graph.remove((self.focus, self.constraint.predicate, None))

    def replace(self, value: Node) -> None:
        self.clear()
        self.add(value)


def add_many(place: Place) -> None:
    for number in range(int(place.constraint.argument) + 1):
        place.add(ID[f"one-more-{number}"])


def wrong_node_kind(place: Place) -> None:
    wrong = {SH.IRI: Literal("text"), SH.Literal: ID.thing, SH.IRIOrLiteral: BNode()}
    place.replace(wrong[place.constraint.argument])


#: How a constraint of each component is broken.
BREAK: Final[Mapping[str, Callable[[Place], None]]] = {
    "minCount": lambda place: place.clear(),
    "maxCount": add_many,
    "class": lambda place: place.replace(ID["of-no-class"]),
    "datatype": lambda place: place.replace(Literal("text", lang="zh")),
    "nodeKind": wrong_node_kind,
    "in": lambda place: place.replace(ID["not-listed"]),
    "pattern": lambda place: place.replace(Literal("?")),
    "minInclusive": lambda place: place.replace(Literal(place.constraint.argument.value - 1)),
    "maxInclusive": lambda place: place.replace(Literal(place.constraint.argument.value + 1)),
    "uniqueLang": lambda place: place.add(Literal("another", lang=place.values[0].language)),
    "languageIn": lambda place: place.replace(Literal("texte", lang="fr")),
}


def shapes() -> Graph:
    graph = Graph()
    for path in sorted(FILES.glob("*.ttl")):
        graph.parse(path)
    return graph


def constraints(graph: Graph) -> Iterator[Constraint]:
    for shape, part in sorted(graph.subject_objects(SH.property)):
        if isinstance(shape, URIRef):
            path = graph.value(part, SH.path)
            inverse = graph.value(path, SH.inversePath)
            for parameter, argument in graph.predicate_objects(part):
                if parameter not in NO_CONSTRAINT:
                    name = parameter.removeprefix(str(SH))
                    yield Constraint(shape, inverse or path, bool(inverse), name, argument)


def targets(graph: Graph, shapes: Graph, shape: Node) -> list[Node]:
    """The focus nodes of a shape."""
    found: set[Node] = set()
    for top in shapes.objects(shape, SH.targetClass):
        for cls in graph.transitive_subjects(RDFS.subClassOf, top):
            found.update(graph.subjects(RDF.type, cls))
    for predicate in shapes.objects(shape, SH.targetSubjectsOf):
        found.update(graph.subjects(predicate, None))
    return sorted(found)


@pytest.mark.parametrize("constraint", list(constraints(shapes())), ids=str)
def test_broken_constraint_is_caught(
    constraint: Constraint, graph: Graph, shapes_graph: Graph, core_violations: Violations
) -> None:
    """Where a value that the shape asks for goes missing or wrong, the shape says so there."""
    places = [Place(graph, f, constraint) for f in targets(graph, shapes_graph, constraint.shape)]
    place = next((p for p in places if p.values), places[0])
    if constraint.component != "maxCount":
        assert place.values, "the good graph has no example of it"
    BREAK[constraint.component](place)
    found = core_violations(graph, constraint.shape)
    assert (place.focus, constraint.iri) in {(focus, what) for focus, what, _ in found}
