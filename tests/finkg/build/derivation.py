"""A graph derived for one day alone, in memory, for tests to compare with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pyoxigraph import Quad

from finkg.build.assess import assess
from finkg.build.conclude import conclude
from finkg.build.layering import layered
from finkg.build.years import LAYERS
from finkg.reasoning.rule import Rule
from finkg.schema import Schema
from finkg.store.layers import Layer
from finkg.workspace.model import Workspace


class _NoOntology(Schema):
    """Writes nothing of the ontology, which no statement repeats and which takes most time."""

    def triples(self) -> list[Quad]:
        return []


_NO_ONTOLOGY = _NoOntology()


def layers_on(
    day: date | None, workspace: Workspace, schema: Schema, rules: Sequence[Rule]
) -> dict[Layer, set[object]]:
    """What the layers of statements hold in the whole graph or in one that is derived for a day."""
    assessment = assess(workspace, schema, day)
    conclusions = conclude(workspace, assessment, schema, rules, day)
    found: dict[object, set[object]] = {layer.iri: set() for layer in LAYERS}
    for quad in layered(workspace, assessment, conclusions, _NO_ONTOLOGY, []):
        if quad.graph_name in found:
            found[quad.graph_name].add((quad.subject, quad.predicate, quad.object))
    return {layer: found[layer.iri] for layer in LAYERS}
