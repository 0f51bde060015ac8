"""What a scene leaves out, as it is asked for: a day, sources. And the sources that it names."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.evidence.scenario import Scenario
from finkg.store.layers import Layer
from finkg.store.view import GraphView
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
    def said(predicate: NamedNode) -> str:
        found = view.objects(node, predicate, Layer.CLAIMS)
        return found[0].value if found else ""

    return source(node, said)


def source(node: NamedNode, said: Callable[[NamedNode], str]) -> Source:
    """A source as the claims layer describes it: `said` is the first that a predicate says of it,
    empty if nothing; the script of its title tells a citation's language."""
    title, name = said(v.TITLE), v.local_name(node)
    return Source(
        id=name,
        title=title,
        publisher=said(v.PUBLISHER),
        date=said(v.ISSUED),
        kind="text" if said(v.SHA256) else "citation",
        reliability=said(v.RELIABILITY).rpartition("#")[2],
        note=said(v.NOTE),
        address=said(v.ADDRESS),
        language=said(v.LANGUAGE) or ("zh" if _HAN.search(title) else "en"),
        iri="" if node.value == v.ID + name else node.value,
    )
