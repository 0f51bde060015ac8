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
from finkg.view.columns import Pool, Pools, Shape, many, number_in, plain, rows, table
from finkg.view.heading import heading, scope_line
from finkg.view.plain import Json, as_json
from finkg.view.scene import LAYERS, Edge, Evidence, Fact, Scene, Thing, Timeline

#: Changes with what stands in the head and the blocks.
VERSION: Final = 3
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
        evidence = aside.submit(deflated, _written(_evidence(scene)))
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


def _is_named_by_claim(statement: Edge | Fact) -> bool:
    first = statement.claims[0] if statement.claims else ""
    return first.startswith("c-") and statement.id == f"s-{first}"


def _ids(statements: Sequence[Edge | Fact]) -> list[Json]:
    return [
        s.claims[0].removeprefix("c-") if _is_named_by_claim(s) else f"={s.id}" for s in statements
    ]


def _readings(scene: Scene) -> dict[str, Json]:
    """How each Chinese character of the names is read, by character; several ways by spaces."""
    names = chain.from_iterable((node.label.zh, *node.aliases) for node in scene.nodes)
    used = sorted({c for name in names if not name.isascii() for c in name if c >= _FIRST_HAN})
    ways = {c: " ".join(dict.fromkeys(way.syllables for way in readings(c))) for c in used}
    return {character: way for character, way in ways.items() if way.isascii() and way}


def _evidence(scene: Scene) -> dict[str, Json]:
    pools = Pools()
    texts, words = pools.texts, pools.words
    claim = number_in(c.id for c in scene.claims)
    source = number_in(s.id for s in scene.sources)
    nodes = {node.id: number for number, node in enumerate(scene.nodes)}

    def things(found: Sequence[Thing]) -> Json:
        others = ["" if thing.id in nodes else thing.id for thing in found]
        ids: list[Json] = [nodes.get(thing.id, -1) for thing in found]
        return {"id": ids, "other": words(others), **table(found, {"label": texts, "term": words})}

    flag: Shape = {"rule": words, "explanation": texts, "doubts": words}
    evidence: Shape = {
        "source": source,
        "stance": words,
        "gloss": texts,
        "contexts": many(words),
        "start": plain,
        "end": plain,
        "cited": plain,
        "note": words,
    }
    held = {s.id: s.document.text for s in scene.sources if s.document}

    def evidences(found: Sequence[Evidence]) -> Json:
        quotes = ["" if _stands_in(held.get(e.source), e) else e.quote for e in found]
        return {**table(found, evidence), "quote": words(quotes)}

    inference: Shape = {
        "rule": words,
        "sentence": texts,
        "premises": many(claim),
        "strength": words,
        "standing": words,
        "dated": plain,
        "sure_from": words,
        "sure_until": words,
    }
    dispute: Shape = {
        "id": words,
        "sides": many(claim),
        "state": words,
        "reason": texts,
        "preferred": claim,
    }
    columns = table(
        scene.claims,
        {
            "subject": things,
            "relation": number_in(r.id for r in scene.relations),
            "value": things,
            "detail": texts,
            "figure": texts,
            "kind": words,
            "rank": words,
            "rank_reason": texts,
            "standing": words,
            "as_of": words,
            "valid_from": words,
            "valid_to": words,
            "flags": many(rows(flag)),
            "evidence": many(evidences),
            "inferences": many(rows(inference)),
            "disputes": many(rows(dispute)),
        },
    )
    naming = {s.claims[0] for s in scene.statements if _is_named_by_claim(s)}
    return {
        "claims": {
            "id": ["" if c.id in naming else c.id for c in scene.claims],
            **columns,
        },
        "statements": table(scene.statements, {"claims": many(claim)}),
        "sources": as_json(scene.sources),
        **pools.written(),
    }


def _stands_in(text: str | None, evidence: Evidence) -> bool:
    """Whether a quote can be cut from the text of its source."""
    if text is None or evidence.start is None or not evidence.quote:
        return False
    return text[evidence.start : evidence.end] == evidence.quote
