"""The picture of a packed scene: its nodes and edges, without what is said of them and why.

It is what a first picture is chosen from and laid out with, in a tenth of the time in which a scene
is filled from its graph.
"""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

from finkg.errors import Text
from finkg.view.pack import Packed
from finkg.view.scene import LAYERS, Edge, Kind, Node, Relation, Scene


def unpacked(packed: Packed) -> Scene:
    """Nodes without aliases and types, edges without claims and figures, no facts."""
    head: dict[str, Any] = packed.head
    graph: dict[str, Any] = json.loads(inflated(packed.graph))
    kinds = tuple(Kind(**_with_texts(kind, "label", "glyph")) for kind in head["kinds"])
    relations = tuple(Relation(**_with_texts(it, "label")) for it in head["relations"])
    nodes = _nodes(graph["nodes"], graph["base"], [kind.id for kind in kinds])
    return Scene(
        title=Text(**head["title"]),
        date=head["date"],
        kinds=kinds,
        relations=relations,
        nodes=nodes,
        edges=_edges(graph["edges"], nodes, [it.id for it in relations]),
        claims=(),
    )


def inflated(block: str) -> str:
    """The text of a block of the page."""
    return zlib.decompress(base64.b64decode(block)).decode()


def _with_texts(row: dict[str, Any], *names: str) -> dict[str, Any]:
    """A row of a closed list with its fields of these names as texts, its lists as tuples."""
    fields = {key: tuple(v) if isinstance(v, list) else v for key, v in row.items()}
    return {**fields, **{name: Text(**row[name]) for name in names}}


def _nodes(columns: dict[str, Any], base: str, kinds: list[str]) -> tuple[Node, ...]:
    ids = columns["id"]
    return tuple(
        map(
            Node,
            ids,
            (iri or base + id_ for iri, id_ in zip(columns["iri"], ids, strict=True)),
            (kinds[number] for number in columns["kind"]),
            (Text(zh, en or zh) for zh, en in zip(columns["zh"], columns["en"], strict=True)),
        )
    )


def _edges(
    columns: dict[str, Any], nodes: tuple[Node, ...], relations: list[str]
) -> tuple[Edge, ...]:
    names = [node.id for node in nodes]
    layers = [*LAYERS, ""]  # -1 is in none
    return tuple(
        map(
            Edge,
            (id_[1:] if id_.startswith("=") else f"s-c-{id_}" for id_ in columns["id"]),
            (names[number] for number in columns["subject"]),
            (relations[number] for number in columns["relation"]),
            (names[number] for number in columns["value"]),
            (layers[number] for number in columns["layer"]),
        )
    )
