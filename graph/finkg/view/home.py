"""Which nodes the first picture shows: the most connected ones, as many as stay legible."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from finkg.view.scene import Node, Scene

#: As many labelled nodes as a screen of 1440 x 900 shows without crowding.
LEGIBLE: Final = 72
#: Kinds that wait in the legend while the scene holds more nodes than are legible.
LATER: Final = frozenset(("concept", "metric", "requirement", "trend", "challenge", "person"))


def choose(scene: Scene) -> Scene:
    """The scene with degrees, with `home` on the nodes and `shown` on the kinds to draw first."""
    degrees = _degrees(scene)
    nodes = [replace(node, degree=degrees[node.id]) for node in scene.nodes]
    crowded = len(nodes) > LEGIBLE
    home = _home(nodes, _weights(scene), scene.focus) if crowded else {node.id for node in nodes}
    return replace(
        scene,
        kinds=tuple(replace(k, shown=not (crowded and k.id in LATER)) for k in scene.kinds),
        nodes=tuple(replace(node, home=node.id in home) for node in nodes),
    )


def _degrees(scene: Scene) -> Counter[str]:
    """How many statements speak of each node."""
    counts = Counter(edge.value for edge in scene.edges)
    counts.update(statement.subject for statement in (*scene.edges, *scene.facts))
    return counts


def _weights(scene: Scene) -> Counter[str]:
    """How many edges of the plain view and of the doubtful layer join each node."""
    drawn = [edge for edge in scene.edges if edge.layer != "opinions"]
    return Counter(end for edge in drawn for end in (edge.subject, edge.value))


def _home(nodes: list[Node], weights: Counter[str], focus: str | None) -> set[str]:
    """The best of the first kinds, and as many of those that wait in the legend."""
    ordered = sorted(nodes, key=lambda node: (-weights[node.id], node.id))
    joined = [node for node in ordered if weights[node.id]]
    first = [node.id for node in joined if node.kind not in LATER][:LEGIBLE]
    later = [node.id for node in joined if node.kind in LATER][:LEGIBLE]
    return {*first, *later, *filter(None, [focus])}
