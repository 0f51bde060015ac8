"""A scene as a pyvis network: what the page is made of, and what users of pyvis take on with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from finkg.errors import Language
from finkg.view.plain import Json
from finkg.view.scene import Edge, Kind, Node, Scene

if TYPE_CHECKING:
    from pyvis.network import Network

_LAYER_COLOURS: Final = {
    "truth": "#7d8b9b",
    "inferred": "#7a4ea3",
    "possible": "#4d94a6",
    "doubtful": "#c05000",
    "opinions": "#9a9a9a",
}
_LAYER_DASHES: Final = {
    "inferred": [9, 5],
    "possible": [5, 7],
    "doubtful": [2, 5],
    "opinions": [1, 6],
}
#: Layers that are drawn only when they are asked for.
_UNASKED: Final = frozenset(("opinions",))
#: Our shapes as vis-network's own draw them, for a network outside our page.
_VIS_SHAPES: Final = {
    "square": "square",
    "hexagon": "hexagon",
    "diamond": "diamond",
    "triangle": "triangle",
    "triangle-down": "triangleDown",
    "star": "star",
}
_OPTIONS: Final[dict[str, Json]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False, "zoomSpeed": 0.6},
}


def to_pyvis(scene: Scene, lang: Language = "zh") -> Network:
    """A directed pyvis network of the scene's nodes and edges, with labels in this language.

    What stands only as of some year is no part of it.

    Opinions are in it and hidden, as the page has them switched off until they are asked for. Node
    and edge ids are the scene's. There are no titles: pyvis would run HTML in them.
    """
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", height="100%")
    kinds = {kind.id: kind for kind in scene.kinds}
    labels = {relation.id: relation.label for relation in scene.relations}
    # Its lists are filled at once: to add edges one by one takes time by their number squared.
    network.nodes = [_node(node, kinds[node.kind], lang) for node in scene.nodes]
    network.node_ids = [node.id for node in scene.nodes]
    network.node_map = dict(zip(network.node_ids, network.nodes, strict=True))
    edges = (edge for edge in scene.edges if edge.layer)
    network.edges = [_edge(e, labels[e.relation].in_language(lang)) for e in edges]
    network.options = dict(_OPTIONS)
    return network


def first_picture(scene: Scene) -> Scene:
    """The scene of the nodes that are drawn at first, and of the statements between them."""
    nodes = tuple(node for node in scene.nodes if node.home)
    names = {node.id for node in nodes}
    edges = tuple(e for e in scene.edges if e.subject in names and e.value in names)
    return replace(scene, nodes=nodes, edges=edges)


def _node(node: Node, kind: Kind, lang: Language) -> dict[str, Any]:
    return {
        "id": node.id,
        "label": node.label.in_language(lang) or node.id,
        "shape": _VIS_SHAPES.get(kind.shape, "dot"),
        "color": kind.fill,
        "x": node.x,
        "y": node.y,
    }


def _edge(edge: Edge, label: str) -> dict[str, Any]:
    return {
        "id": edge.id,
        "from": edge.subject,
        "to": edge.value,
        "arrows": "to",
        "label": label,
        "color": _LAYER_COLOURS[edge.layer],
        "dashes": list(_LAYER_DASHES.get(edge.layer, ())) or False,
        "hidden": edge.layer in _UNASKED,
    }
