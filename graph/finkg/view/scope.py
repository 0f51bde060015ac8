"""What a scene leaves out, as it is asked for: a day, sources. And the sources that it names."""

from __future__ import annotations

import re
from typing import Final

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.evidence.scenario import Scenario
from finkg.store.layers import Layer
from finkg.store.view import GraphView
from finkg.view.said import Said, gathered, name, word
from finkg.view.scene import Scope
from finkg.view.source import Source

_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def scope_of(scenario: Scenario, base: GraphView) -> Scope:
    """The scope of a graph that was derived from `base`, which still knows the sources left out."""
    return Scope(
        as_of=scenario.as_of.isoformat() if scenario.as_of else "",
        possible=scenario.possible,
        without=tuple(_described(base, it) for it in sorted(scenario.without, key=str)),
    )


def _described(view: GraphView, node: NamedNode) -> Source:
    quads = view.store.quads_for_pattern(node, None, None, Layer.CLAIMS.iri)
    return source(node, gathered(quads)[node])


def source(node: NamedNode, said: Said) -> Source:
    """A source as the claims layer describes it; the script of its title tells a citation's
    language."""
    title = word(said, v.TITLE)
    return Source(
        id=v.local_name(node),
        title=title,
        publisher=word(said, v.PUBLISHER),
        date=word(said, v.ISSUED),
        kind="text" if v.SHA256 in said else "citation",
        reliability=name(said, v.RELIABILITY),
        note=word(said, v.NOTE),
        address=word(said, v.ADDRESS),
        language=word(said, v.LANGUAGE) or ("zh" if _HAN.search(title) else "en"),
    )
