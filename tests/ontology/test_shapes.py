"""The shapes accept a good graph, and refuse it as soon as one thing in it is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from itertools import combinations
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


STEPS = ["draftPublishedOn", "signedOn", "promulgatedOn", "effectiveOn", "repealedOn"]
#: What may be said of one document's dates, each pair with the earlier step first.
PAIRS = [*combinations(STEPS, 2), ("effectiveOn", "fullyEffectiveOn")]


def date_step(graph: Graph, step: str, month: str, days: tuple[str, str]) -> None:
    graph.update(
        f"INSERT DATA {{ id:c-{step} fk:claimSubject id:payment-measures-2010 ;"
        f" fk:claimProperty fk:{step} ; fk:standing fk:Accepted ;"
        f' fk:claimValue "{month}"^^xsd:gYearMonth ;'
        f' fk:earliest "{days[0]}"^^xsd:date ; fk:latest "{days[1]}"^^xsd:date }}'
    )


AUGUST = ("2010-08", ("2010-08-01", "2010-08-31"))
SEPTEMBER = ("2010-09", ("2010-09-01", "2010-09-30"))


@pytest.mark.parametrize(("earlier", "later"), PAIRS)
def test_steps_out_of_order_are_a_warning(
    earlier: str, later: str, graph: Graph, shapes_graph: Graph
) -> None:
    """Any two steps of a document may be stated the wrong way round; both dates are told."""
    date_step(graph, earlier, *SEPTEMBER)
    date_step(graph, later, *AUGUST)
    options = {"shacl_graph": shapes_graph, "use_shapes": [SHAPE["policy-document-dates"]]}
    conforms, report, _ = pyshacl.validate(graph, **options)
    assert not conforms
    words = [str(message) for message in report.objects(None, SH.resultMessage)]
    assert len(words) == 2
    assert all("2010-09" in text and "2010-08" in text for text in words)
    assert pyshacl.validate(graph, allow_warnings=True, **options)[0]


@pytest.mark.parametrize("pair", [(AUGUST, SEPTEMBER), (AUGUST, AUGUST)])
def test_steps_that_may_be_in_order_conform(
    pair: tuple[tuple[str, tuple[str, str]], ...], graph: Graph, violations: Violations
) -> None:
    """In one month the signature may come before the publication."""
    for step, (month, days) in zip(("signedOn", "promulgatedOn"), pair, strict=True):
        date_step(graph, step, month, days)
    assert violations(graph, SHAPE["policy-document-dates"]) == set()


@pytest.mark.parametrize(
    ("shape", "update"),
    [
        ("license-application", "DELETE WHERE { id:licence-bid fk:seeks ?licence }"),
        ("license-application", "DELETE WHERE { id:licence-bid fk:involves ?applicant }"),
        ("brand", "DELETE WHERE { ?organization fk:usesBrand ?brand }"),
        ("fund", "DELETE WHERE { ?organization fk:offers id:yuebao-fund }"),
    ],
)
def test_what_is_not_known_yet_is_a_warning(
    shape: str, update: str, graph: Graph, shapes_graph: Graph
) -> None:
    """An applicant, a licence, a user of a brand or a provider may still be looked for."""
    graph.update(update)
    options = {"shacl_graph": shapes_graph, "use_shapes": [SHAPE[shape]]}
    assert not pyshacl.validate(graph, **options)[0]
    assert pyshacl.validate(graph, allow_warnings=True, **options)[0]
