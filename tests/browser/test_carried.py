"""The script reads from the blocks of the page exactly what the scene holds."""

from __future__ import annotations

from typing import Any

import pytest

from finkg.graph import KnowledgeGraph
from finkg.view.plain import as_json
from finkg.view.scene import Scene

from .conftest import Open
from .day import of_a_day
from .scene import build
from .strange import hostile

_READ = """async () => {
    await finkg.openEvidence();
    return {
        nodes: finkg.nodes().map(({ index, degree, ...node }) => node),
        statements: finkg.statements().map((it) => ({
            id: it.id, subject: it.subject, relation: it.relation, value: it.value,
            layer: it.layer ?? "", claims: it.claims,
        })),
        claims: finkg.claims().map(({ index, ...claim }) => claim),
        sources: (await finkg.sources()).map((source) => {
            const { points, ...text } = source.document ?? {};
            return { ...source, document: source.document && text };
        }),
    };
}"""
#: What the script works out by itself.
_OWN = {"degree", "x", "y", "home"}


@pytest.fixture(params=["cases", "day", "hostile", "packaged"])
def named(request: pytest.FixtureRequest, kg: KnowledgeGraph) -> tuple[str, Scene]:
    name = str(request.param)
    scenes = {"cases": build, "day": of_a_day, "hostile": hostile, "packaged": kg.scene}
    return name, scenes[name]()


def test_every_row_is_read_as_it_was_written(open_page: Open, named: tuple[str, Scene]) -> None:
    """Nodes, statements, claims with all that bears on them, and sources, field by field."""
    name, scene = named
    read: dict[str, list[dict[str, Any]]] = open_page(name).do(_READ)
    wanted: Any = scene.to_json()
    nodes = [{k: v for k, v in node.items() if k not in _OWN} for node in wanted["nodes"]]
    assert read["nodes"] == [
        {**n, "label": {**n["label"], "en": n["label"]["en"] or n["label"]["zh"]}} for n in nodes
    ]
    fields = ("id", "subject", "relation", "value", "layer", "claims")
    assert read["statements"] == [
        {field: as_json(getattr(statement, field)) for field in fields}
        for statement in scene.statements
    ]
    assert read["claims"] == wanted["claims"]
    assert read["sources"] == wanted["sources"]
