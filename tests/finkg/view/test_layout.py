"""The layout is the same every time, leaves room for labels, and starts with what matters."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from finkg.errors import Text
from finkg.view.boxes import ABOVE, box
from finkg.view.home import LATER, LEGIBLE
from finkg.view.kinds import KINDS
from finkg.view.layout import arrange
from finkg.view.scene import Edge, Node, Scene

from ...browser.scene import build


def large(count: int = 300) -> Scene:
    """A scene of many nodes of all kinds, some of them joined often, a few not at all."""
    chance = random.Random(5)
    label = Text("关于互联网金融的规定", "Provisions on internet finance")
    nodes = [Node(f"n{i}", "", KINDS[i % len(KINDS)].id, label) for i in range(count)]
    edges = tuple(
        Edge(
            f"s{i}",
            f"n{int(count * chance.random() ** 2)}",
            "r",
            f"n{chance.randrange(count)}",
            "truth",
        )
        for i in range(count * 2)
    )
    return Scene(Text("", ""), "", KINDS, (), tuple(nodes), edges, ())


def rooms(nodes: tuple[Node, ...]) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each node's room, less the pixel that rounding may cost."""
    for node in nodes:
        width, height = box(node)
        top = node.y - ABOVE
        yield node.x - width / 2 + 1, top + 1, node.x + width / 2 - 1, top + height - 1


@pytest.mark.parametrize("scene", [build(), large()], ids=["cases", "large"])
def test_no_label_covers_another(scene: Scene) -> None:
    """The room of each node, shape and label in either language, is its own."""
    shared = [
        (one, other)
        for one, other in combinations(rooms(arrange(scene, everything=True).nodes), 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert shared == []


def test_the_same_scene_has_the_same_places() -> None:
    """The order in which a scene lists its nodes and edges does not move a node."""
    scene = build()
    turned = replace(scene, nodes=scene.nodes[::-1], edges=scene.edges[::-1])
    places = {node.id: (node.x, node.y) for node in arrange(scene).nodes}
    assert {node.id: (node.x, node.y) for node in arrange(turned).nodes} == places


def test_places_are_whole_pixels() -> None:
    """Last digits of floating point never reach the file."""
    assert all(isinstance(n.x, int) and isinstance(n.y, int) for n in arrange(build()).nodes)


def test_the_layout_follows_the_aspect() -> None:
    """A wide page gets a wider picture than a high one."""

    def shape(aspect: float) -> float:
        nodes = arrange(build(), aspect).nodes
        xs, ys = [n.x for n in nodes], [n.y for n in nodes]
        return (max(xs) - min(xs)) / (max(ys) - min(ys))

    assert shape(2) > 1 > shape(0.5)


def test_a_large_scene_starts_with_the_legible() -> None:
    """Of 300 nodes the most connected of the main kinds are drawn first; concepts wait."""
    scene = arrange(large())
    degree = Counter(end for e in scene.edges for end in (e.subject, e.value))
    drawn = [degree[node.id] for node in scene.nodes if node.home]
    left = [degree[n.id] for n in scene.nodes if not n.home and n.kind not in LATER]
    assert not {node.kind for node in scene.nodes if node.home} & LATER
    assert 0 < len(drawn) <= LEGIBLE
    assert min(drawn) >= 1
    assert sum(drawn) / len(drawn) > 2 * sum(left) / len(left)


def ring(kind: str, name: str, number: int) -> Node:
    return Node(f"{name}{number}", f"https://example.org/{name}{number}", kind, Text(name, name))


def test_no_kind_fills_the_first_picture() -> None:
    """Where regulators are the best connected of all, half of the picture is left to other kinds;
    where there are no others, they have all of it."""
    for other, most in (("product", LEGIBLE // 2), ("regulator", LEGIBLE)):
        many = range(100)
        nodes = [*(ring("regulator", "r", n) for n in many), *(ring(other, "p", n) for n in many)]
        steps = {"r": (1, 2), "p": (1,)}
        edges = [
            Edge(f"{name}{n}-{step}", f"{name}{n}", "offers", f"{name}{(n + step) % 100}", "truth")
            for name, each in steps.items()
            for step in each
            for n in many
        ]
        scene = replace(build(), nodes=tuple(nodes), edges=tuple(edges), facts=(), claims=())
        kinds = Counter(node.kind for node in arrange(scene).nodes if node.home)
        assert kinds.total() == LEGIBLE
        assert kinds["regulator"] == most


def test_a_small_scene_is_drawn_whole() -> None:
    """Nothing waits where all is legible."""
    scene = arrange(build())
    assert all(node.home for node in scene.nodes)


def test_an_early_day_starts_with_what_is_joined() -> None:
    """Of many nodes of which few are joined, as on an early day, those are drawn, of all kinds."""
    scene = arrange(replace(large(), edges=large().edges[:12]))
    ends = {end for edge in scene.edges for end in (edge.subject, edge.value)}
    assert {node.id for node in scene.nodes if node.home} == ends


def test_a_focus_is_always_drawn() -> None:
    """The node that a view is made for is in the first picture, however little is said of it."""
    scene = arrange(replace(large(), focus="n299"))
    assert next(node for node in scene.nodes if node.id == "n299").home


@pytest.mark.parametrize("count", [0, 1, 2])
def test_tiny_scenes_have_places(count: int) -> None:
    """A scene may hold one node, two that nothing joins, or none."""
    scene = replace(build(), nodes=build().nodes[:count], edges=(), facts=(), claims=())
    assert len({(node.x, node.y) for node in arrange(scene).nodes}) == count


def test_three_hundred_nodes_are_laid_out_while_one_waits() -> None:
    """Processor time for 300 nodes and 600 edges stays within a few seconds on a slow machine."""
    scene = large()
    arrange(build())  # loads the libraries
    start = time.process_time()
    arrange(scene)
    assert time.process_time() - start < 6
