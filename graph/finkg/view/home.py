"""Which nodes the first picture shows: the most connected ones, as many as stay legible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Final

from finkg.view.scene import Node, Scene

#: As many labelled nodes as a screen of 1440 x 900 shows without crowding.
LEGIBLE: Final = 50
#: Kinds that wait to be asked for while the scene holds more nodes than are legible.
LATER: Final = frozenset(("concept", "metric", "trend", "challenge", "person"))


def choose(scene: Scene) -> list[str]:
    """The ids of the nodes to draw first, the weightiest before the others.

    All of them, if they are few; of many those that are joined, as on an early day, when little
    held; of very many the best connected of the kinds that do not wait, at most half of one kind as
    long as there are others. The focus is always there.
    """
    beside = _neighbours(scene)
    ordered = sorted(scene.nodes, key=lambda node: (-len(beside[node.id]), node.id))
    joined = [node for node in ordered if beside[node.id]]
    if len(joined) > LEGIBLE:
        first = _joined(_varied(node for node in joined if node.kind not in LATER), beside)
    else:
        first = [node.id for node in (joined if len(scene.nodes) > LEGIBLE else ordered)]
    focus = [scene.focus] if scene.focus and scene.focus not in first else []
    return [*first, *focus]


def _varied(ordered: Iterable[Node]) -> list[str]:
    """The same nodes, those of a kind that has half of what is legible behind all others."""
    met, first, behind = Counter[str](), list[str](), list[str]()
    for node in ordered:
        met[node.kind] += 1
        (first if met[node.kind] <= LEGIBLE // 2 else behind).append(node.id)
    return [*first, *behind]


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
    rest = iter(ordered)
    best = [*islice(rest, LEGIBLE)]
    while lonely := {name for name in best if beside[name].isdisjoint(best)}:
        best = [name for name in best if name not in lonely]
        best.extend(islice(rest, LEGIBLE - len(best)))
    return best
