"""The evidence of a scene as columns: claims, what they rest on, their rules and disputes, sources.

pack.py says what is left to be concluded.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from finkg.errors import Text
from finkg.view.columns import Pools, Shape, many, number_in, plain, rows, table, unlike
from finkg.view.plain import Json, as_json
from finkg.view.scene import Edge, Evidence, Fact, Inference, Scene, Thing
from finkg.view.sentences import Sentences


def is_named_by_claim(statement: Edge | Fact) -> bool:
    """Whether the id of a statement is that of its first claim."""
    first = statement.claims[0] if statement.claims else ""
    return first.startswith("c-") and statement.id == f"s-{first}"


def evidence_columns(scene: Scene) -> dict[str, Json]:
    """What the block of this name carries."""
    pools = Pools()
    texts, words = pools.texts, pools.words
    claim = number_in(c.id for c in scene.claims)
    source = number_in(s.id for s in scene.sources)
    nodes = {node.id: number for number, node in enumerate(scene.nodes)}
    called = {n.id: Text(n.label.zh, n.label.en or n.label.zh) for n in scene.nodes}
    sentences = Sentences(scene.claims)

    def things(found: Sequence[Thing]) -> Json:
        others = ["" if thing.id in nodes else thing.id for thing in found]
        ids: list[Json] = [nodes.get(thing.id, -1) for thing in found]
        labels = [None if called.get(t.id) == t.label else t.label for t in found]
        return {
            "id": ids,
            "other": words(others),
            "label": unlike(texts, labels),
            "term": words([thing.term for thing in found]),
        }

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
        "premises": many(claim),
        "strength": words,
        "standing": words,
        "dated": plain,
        "sure_from": words,
        "sure_until": words,
    }

    def inferences(found: Sequence[Sequence[Inference]]) -> Json:
        told = unlike(texts, [*sentences.unlike(scene.claims)])
        every = [*chain.from_iterable(found)]
        return {"of": [*map(len, found)], "is": {**table(every, inference), "sentence": told}}

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
            "inferences": inferences,
            "disputes": many(rows(dispute)),
        },
    )
    naming = {s.claims[0] for s in scene.statements if is_named_by_claim(s)}
    return {
        "claims": {
            "id": ["" if c.id in naming else c.id for c in scene.claims],
            **columns,
        },
        "statements": table(scene.statements, {"claims": many(claim)}),
        "sentences": {rule: as_json(said) for rule, said in sentences.of.items()},
        "sources": as_json(scene.sources),
        **pools.written(),
    }


def _stands_in(text: str | None, evidence: Evidence) -> bool:
    """Whether a quote can be cut from the text of its source."""
    if text is None or evidence.start is None or not evidence.quote:
        return False
    return text[evidence.start : evidence.end] == evidence.quote
