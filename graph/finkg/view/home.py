"""Which nodes the first picture shows: the most connected ones, as many as stay legible."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from finkg.view.scene import Scene

#: As many labelled nodes as a screen of 1440 x 900 shows without crowding.
LEGIBLE: Final = 50
#: Kinds that wait in the legend while the scene holds more nodes than are legible.
LATER: Final = frozenset(("concept", "metric", "trend", "challenge", "person"))


def choose(scene: Scene) -> Scene:
    """The scene with degrees, with `home` on the nodes and `shown` on the kinds to draw first."""
    degrees = _degrees(scene)
    nodes = [replace(node, degree=degrees[node.id]) for node in scene.nodes]
    beside = _neighbours(scene)
    crowded = sum(map(bool, beside.values())) > LEGIBLE
    home = _home(scene, beside) if crowded else _all(scene, beside)
    return replace(
        scene,
        kinds=tuple(replace(k, shown=not (crowded and k.id in LATER)) for k in scene.kinds),
        nodes=tuple(replace(node, home=node.id in home) for node in nodes),
    )


def _degrees(scene: Scene) -> Counter[str]:
    """How many statements speak of each node."""
    counts = Counter(edge.value for edge in scene.edges)
    counts.update(statement.subject for statement in scene.statements)
    return counts


def _all(scene: Scene, beside: dict[str, set[str]]) -> set[str]:
    """All nodes; of many those that are joined, such as on an early day, when little held."""
    many = len(scene.nodes) > LEGIBLE
    return {node.id for node in scene.nodes if not many or beside[node.id]} | _focus(scene)


def _focus(scene: Scene) -> set[str]:
    return {scene.focus} if scene.focus else set()


def _home(scene: Scene, beside: dict[str, set[str]]) -> set[str]:
    """The best of the first kinds, and as many of those that wait in the legend."""
    ordered = sorted(scene.nodes, key=lambda node: (-len(beside[node.id]), node.id))
    first = [node.id for node in ordered if node.kind not in LATER]
    later = [node.id for node in ordered if node.kind in LATER and beside[node.id]]
    return {*_joined(first, beside), *later[:LEGIBLE]} | _focus(scene)


def _neighbours(scene: Scene) -> dict[str, set[str]]:
    """What is joined to each node, opinions aside."""
    beside: dict[str, set[str]] = {node.id: set() for node in scene.nodes}
    for edge in scene.edges:
        if edge.layer != "opinions" and edge.subject != edge.value:
            beside[edge.subject].add(edge.value)
            beside[edge.value].add(edge.subject)
    return beside


def _joined(ordered: list[str], beside: dict[str, set[str]]) -> list[str]:
    """As many as are legible, the best first, each joined to another one of them."""
    while True:
        best = ordered[:LEGIBLE]
        lonely = {name for name in best if not beside[name] & {*best}}
        if not lonely:
            return best
        ordered = [name for name in ordered if name not in lonely]
