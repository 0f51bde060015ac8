"""Whether a scene holds together: what it refers to and lacks."""

from __future__ import annotations

from collections.abc import Iterator

from finkg.view.scene import Scene


def dangling(scene: Scene) -> list[str]:
    """Every id that leads nowhere, and every quote that is not in its text at its place; sorted."""
    return sorted({*_lacking(scene), *_misplaced(scene)})


def _lacking(scene: Scene) -> Iterator[str]:
    held = {
        "kind": {kind.id for kind in scene.kinds},
        "relation": {relation.id for relation in scene.relations},
        "node": {node.id for node in scene.nodes},
        "claim": {claim.id for claim in scene.claims},
        "source": {source.id for source in scene.sources},
        "rule": {rule.id for rule in scene.rules},
    }
    for what, name in _references(scene):
        if name not in held[what]:
            yield f"{what} {name}"


def _references(scene: Scene) -> Iterator[tuple[str, str]]:
    yield from (("kind", node.kind) for node in scene.nodes)
    yield from (("node", name) for name in [scene.focus] if name is not None)
    for edge in scene.edges:
        yield ("node", edge.value)
    for statement in scene.statements:
        yield from (("node", statement.subject), ("relation", statement.relation))
        yield from (("claim", name) for name in statement.claims)
    for claim in scene.claims:
        yield ("relation", claim.relation)
        yield from (("source", evidence.source) for evidence in claim.evidence)
        yield from (("rule", flag.rule) for flag in claim.flags)
        yield from (("claim", name) for it in claim.inferences for name in it.premises)
        yield from (("claim", name) for it in claim.disputes for name in it.sides)
    for document in (source.document for source in scene.sources if source.document):
        yield from (("rule", doubt.rule) for doubt in document.doubts)
        yield from (("claim", name) for mark in document.marks for name in mark.claims)


def _misplaced(scene: Scene) -> Iterator[str]:
    """Quotes that cannot be cut from the text of their source."""
    texts = {source.id: source.document.text for source in scene.sources if source.document}
    for claim in scene.claims:
        for evidence in claim.evidence:
            text = texts.get(evidence.source)
            if text is None or evidence.start is None:
                continue
            if text[evidence.start : evidence.end] != evidence.quote:
                yield f"quote {evidence.source} {evidence.start}"
