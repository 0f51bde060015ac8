"""A scene as the page carries it: a head that is read at once, and two compressed blocks.

    head      what the page is called, the closed lists, the counts; and what opens first: the node
              that is selected, the nodes that are drawn, and where they stand
    graph     all nodes and statements, as columns; opened before the first picture is drawn
    evidence  claims, sources, quotes and texts, as columns; opened when somebody asks for a reason

`finkg.view.columns` says what a column looks like. A block is JSON, deflated (RFC 1950) and written
in base64 (RFC 4648, section 4). `scene.schema.json` describes all three (JSON Schema 2020-12).

What the columns leave to be concluded, since it can be:
    iri of a node       empty where it is `base` and the id
    id of a statement   where it is `s-` and the id of its first claim: what that id has behind its
                        `c-`; then the claim's id is empty. Else `=` and the id
    a quote             empty where it is the text of its source from start to end
    a label in a claim  -1 where it is that of the node
    a conclusion        its sentence is -1 where it is that of its rule, with what the claim speaks
                        of in the gaps: first each {subject}, then each {value}
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Final, NamedTuple

from finkg.search.pinyin import readings
from finkg.view.columns import Pool, Pools, many, number_in, plain, table
from finkg.view.heading import heading, scope_line
from finkg.view.pack_evidence import evidence_columns, is_named_by_claim
from finkg.view.plain import Json, as_json
from finkg.view.scene import LAYERS, Edge, Fact, Scene, Timeline

#: Changes with what stands in the head and the blocks.
VERSION: Final = 4
_FIRST_HAN: Final = "\u3400"
#: More takes up to four times as long to write, and is hardly smaller.
_EFFORT: Final = 4


class Packed(NamedTuple):
    """The head as data but for what opens first, the blocks as base64."""

    head: dict[str, Json]
    graph: str
    evidence: str


def pack(scene: Scene) -> Packed:
    """The scene as a page carries it, whatever opens first and wherever it stands."""
    with ThreadPoolExecutor(1) as aside:
        # zlib leaves the interpreter to others while it works.
        evidence = aside.submit(deflated, _written(evidence_columns(scene)))
        graph = deflated(_written(_graph(scene)))
        return Packed(_head(scene), graph, evidence.result())


def opening(scene: Scene) -> dict[str, Json]:
    """What the head tells besides, of a scene with its layout: what opens first."""
    first = [number for number, each in enumerate(scene.nodes) if each.home]
    return {
        "focus": scene.focus,
        "first": {
            "node": [*first],
            "x": [scene.nodes[number].x for number in first],
            "y": [scene.nodes[number].y for number in first],
        },
    }


def deflated(text: str) -> str:
    """A text as a block of the page."""
    return base64.b64encode(zlib.compress(text.encode(), _EFFORT)).decode("ascii")


def _written(content: dict[str, Json]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _head(scene: Scene) -> dict[str, Json]:
    return {
        "version": VERSION,
        "title": as_json(scene.title),
        "heading": {"title": as_json(heading(scene)), "scope": as_json(scope_line(scene.scope))},
        "date": scene.date,
        "scope": as_json(scene.scope),
        "layers": [*LAYERS],
        "kinds": as_json(scene.kinds),
        "relations": as_json(scene.relations),
        "rules": as_json(scene.rules),
        "years": _years(scene.timeline),
        "counts": {
            "nodes": len(scene.nodes),
            "edges": len(scene.edges),
            "facts": len(scene.facts),
            "claims": len(scene.claims),
            "sources": len(scene.sources),
        },
    }


def _years(timeline: Timeline | None) -> Json:
    """The timeline without the courses of the statements; none if it has no year."""
    if timeline is None or not timeline.axis:
        return None
    fields = ("axis", "sound", "doubtful", "undated", "doubted", "earlier", "later")
    return {name: as_json(getattr(timeline, name)) for name in fields}


def _graph(scene: Scene) -> dict[str, Json]:
    pools = Pools()
    node = number_in(n.id for n in scene.nodes)
    ends = {
        "subject": node,
        "relation": number_in(r.id for r in scene.relations),
        "layer": number_in(LAYERS),
    }
    base = _base(scene)
    return {
        "base": base,
        "nodes": {
            **table(
                scene.nodes,
                {
                    "id": plain,
                    "kind": number_in(kind.id for kind in scene.kinds),
                    "aliases": many(plain),
                    "types": many(pools.texts),
                    "classes": many(pools.words),
                },
            ),
            "iri": ["" if n.iri == base + n.id else n.iri for n in scene.nodes],
            "zh": [n.label.zh for n in scene.nodes],
            "en": [n.label.en if n.label.en != n.label.zh else "" for n in scene.nodes],
        },
        "edges": {"id": _ids(scene.edges), **table(scene.edges, {**ends, "value": node})},
        "facts": {"id": _ids(scene.facts), **table(scene.facts, {**ends, "value": pools.texts})},
        "figures": {
            str(number): pools.texts(statement.figures)
            for number, statement in enumerate(scene.statements)
            if statement.figures
        },
        **_courses(scene.timeline),
        "readings": _readings(scene),
        **pools.written(),
    }


def _courses(timeline: Timeline | None) -> dict[str, Json]:
    """The ways in which statements stand through the years, each once, and the one of each."""
    then = timeline.then if timeline else ()
    ways = Pool(*then)
    return {"courses": [*ways], "course": [*ways.numbers(then)]}


def _base(scene: Scene) -> str:
    """What most IRIs begin with; that of the first node will do."""
    for node in scene.nodes:
        if node.iri.endswith(node.id):
            return node.iri.removesuffix(node.id)
    return ""


def _ids(statements: Sequence[Edge | Fact]) -> list[Json]:
    return [
        s.claims[0].removeprefix("c-") if is_named_by_claim(s) else f"={s.id}" for s in statements
    ]


def _readings(scene: Scene) -> dict[str, Json]:
    """How each Chinese character of the names is read, by character; several ways by spaces."""
    names = chain.from_iterable((node.label.zh, *node.aliases) for node in scene.nodes)
    used = sorted({c for name in names if not name.isascii() for c in name if c >= _FIRST_HAN})
    ways = {c: " ".join(dict.fromkeys(way.syllables for way in readings(c))) for c in used}
    return {character: way for character, way in ways.items() if way.isascii() and way}
