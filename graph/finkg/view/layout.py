"""Where the nodes stand: a force layout, fitted to the page, with room for every label.

The same scene gives the same places whatever the order of its lists: nodes and edges are sorted,
the seed is fixed, places are whole numbers. The nodes of the first picture are placed among
themselves, so that it is compact; each other node goes to the free room nearest its neighbours.
What was laid out is kept in the cache (finkg.view.laid).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from finkg.view.boxes import ABOVE, box
from finkg.view.home import choose
from finkg.view.laid import Place, laid_out
from finkg.view.scene import Node, Scene

if TYPE_CHECKING:
    from finkg.view.room import Array

#: Starts of the force layout; the one with few crossings on a small page is taken.
SEEDS: Final = range(6)
#: Width by height of the part of a wide screen that shows the picture.
ASPECT: Final = 1.05


def arrange(scene: Scene, aspect: float = ASPECT, *, everything: bool = False) -> Scene:
    """The scene with the choice of the first picture, and a place for each of its nodes.

    `aspect` is the width of the picture by its height. No two rooms (shape and label) overlap.
    With `everything` the other nodes get places too, each the free room nearest its neighbours.
    """
    nodes = {node.id: node for node in scene.nodes}
    first = [nodes[name] for name in choose(scene)]
    home = {node.id for node in first}
    rest = [node for node in scene.nodes if node.id not in home] if everything else []
    chosen = home if not everything else nodes.keys()
    places = _places([*first, *rest], len(first), _pairs(scene, chosen), aspect)
    return replace(
        scene,
        nodes=tuple(
            n._replace(home=n.id in home, x=places[n.id][0], y=places[n.id][1])
            if n.id in places
            else n
            for n in scene.nodes
        ),
    )


def _pairs(scene: Scene, among: Collection[str]) -> list[tuple[str, str]]:
    """The joined nodes among some, each pair once."""
    ends = {
        (min(e.subject, e.value), max(e.subject, e.value))
        for e in scene.edges
        if e.subject in among and e.value in among and e.subject != e.value
    }
    return sorted(ends)


def _places(
    nodes: Sequence[Node], first: int, pairs: list[tuple[str, str]], aspect: float
) -> dict[str, Place]:
    """A place for each node: the first so many together, the others around them."""
    if not nodes:
        return {}
    row = {node.id: index for index, node in enumerate(nodes)}
    joined = [(row[a], row[b]) for a, b in pairs]
    sizes = [box(node) for node in nodes]
    found = laid_out([sizes, first, joined, aspect], lambda: _lay(sizes, first, joined, aspect))
    return dict(zip(row, found, strict=True))


def _lay(
    boxes: Sequence[tuple[float, float]], first: int, pairs: list[tuple[int, int]], aspect: float
) -> list[Place]:
    """The middle of the shape of each box, in whole pixels."""
    import numpy as np

    from finkg.view.room import free_place

    count, sizes = len(boxes), np.array(boxes)
    beside = _beside(count, pairs)
    centres = np.zeros((count, 2))
    inner = [(a, b) for a, b in pairs if a < first and b < first]
    centres[:first] = _best(sizes[:first], inner, aspect)
    for index in range(first, count):
        near = [other for other in beside[index] if other < index]
        wish = centres[near].mean(axis=0) if near else np.zeros(2)
        centres[index] = free_place(wish, sizes[index], centres[:index], sizes[:index])
    shapes = centres + np.stack([np.zeros(count), ABOVE - sizes[:, 1] / 2], axis=1)
    return [(round(x), round(y)) for x, y in shapes]


def _beside(count: int, pairs: list[tuple[int, int]]) -> list[list[int]]:
    """The neighbours of each row, by row."""
    beside: list[list[int]] = [[] for _ in range(count)]
    for one, other in pairs:
        beside[one].append(other)
        beside[other].append(one)
    return beside


def _best(sizes: Array, pairs: list[tuple[int, int]], aspect: float) -> Array:
    """The centres of the best layout: crossings and the size of the page count alike."""
    import numpy as np

    from finkg.view.room import crossings, fit, part

    edges = np.array(pairs, dtype=np.intp).reshape(-1, 2)

    def cost(centres: Array) -> float:
        width, height = np.ptp(centres, axis=0)
        return float(max(width / aspect, height) ** 2 * (len(pairs) + crossings(centres, edges)))

    layouts = [part(fit(_forces(len(sizes), pairs, seed), sizes, aspect), sizes) for seed in SEEDS]
    return min(layouts, key=cost)


def _forces(count: int, pairs: list[tuple[int, int]], seed: int) -> Array:
    """Places by attraction along edges and repulsion between all nodes, in no unit."""
    import networkx as nx
    import numpy as np

    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(pairs)
    # Parts that nothing joins would drive each other to the corners of the page.
    parts = sorted(map(min, nx.connected_components(graph)))
    graph.add_edges_from((parts[0], other) for other in parts[1:])
    places = nx.spring_layout(graph, seed=seed, iterations=120, method="force")
    return np.array([places[index] for index in range(count)])
