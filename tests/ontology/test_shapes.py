"""The shapes accept a good graph, and refuse it as soon as one thing in it is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from rdflib import SH, Graph, Namespace, URIRef
from rdflib.term import Node

HERE = Path(__file__).parent
SHAPE = Namespace("https://w3id.org/finkg/shape/")
Violations = Callable[[Graph, URIRef], set[tuple[Node | None, ...]]]
MUTATIONS: dict[str, Any] = tomllib.loads((HERE / "mutations.toml").read_text("utf-8"))


def test_good_graph_conforms(conforming: Graph, shapes_graph: Graph) -> None:
    """No shape refuses the good graph; and the shapes are themselves well-formed SHACL."""
    conforms, _, text = pyshacl.validate(
        conforming, shacl_graph=shapes_graph, meta_shacl=True, inplace=True
    )
    assert conforms, text


def broken_by_hand(shapes: Graph) -> set[str]:
    """The names of all SPARQL constraints, and of all shapes with alternatives."""
    named = {*shapes.objects(None, SH.sparql), *shapes.subjects(SH["or"])}
    return {str(node).removeprefix(str(SHAPE)) for node in named}


def test_every_constraint_has_its_mutation(shapes_graph: Graph) -> None:
    """What is not broken by rule in test_core_constraints is broken in mutations.toml."""
    assert MUTATIONS.keys() == broken_by_hand(shapes_graph)


@pytest.mark.parametrize("name", MUTATIONS)
def test_broken_graph_is_caught(
    name: str, graph: Graph, shapes_graph: Graph, violations: Violations
) -> None:
    """After the mutation the constraint that it is named after speaks up."""
    graph.update(MUTATIONS[name]["update"])
    owner = shapes_graph.value(None, SH.sparql, SHAPE[name]) or SHAPE[name]
    found = violations(graph, owner)
    if owner == SHAPE[name]:
        assert SH.OrConstraintComponent in {component for _, component, _ in found}
    else:
        assert SHAPE[name] in {constraint for _, _, constraint in found}


def test_records_of_undoubted_facts_conform(graph: Graph, violations: Violations) -> None:
    """A doubted time of a plain claim is no reason to refuse it: only the time is unknown."""
    graph.update("INSERT DATA { id:c-applies fk:flag id:f-npl }")
    assert violations(graph, SHAPE["claim-standing"]) == set()


def test_values_of_different_times_conform(graph: Graph, violations: Violations) -> None:
    """Two accepted values of a single-valued property may stand, where one has a validity."""
    graph.update(
        'INSERT DATA { id:c-launch-2025 fk:validFrom "2025"^^xsd:gYear } ;'
        "DELETE DATA { id:c-launch-2025 fk:standing fk:Outranked ; fk:flag id:f-launch } ;"
        "INSERT DATA { id:c-launch-2025 fk:standing fk:Accepted }"
    )
    assert violations(graph, SHAPE["claim-standing"]) == set()


def test_requirement_without_origin_is_a_warning(graph: Graph, shapes_graph: Graph) -> None:
    """A requirement that nothing imposes is reported and does not make the graph wrong."""
    graph.update("DELETE WHERE { ?event fk:imposes ?requirement }")
    options = {"shacl_graph": shapes_graph, "use_shapes": [SHAPE["regulatory-requirement"]]}
    assert not pyshacl.validate(graph, **options)[0]
    assert pyshacl.validate(graph, allow_warnings=True, **options)[0]
