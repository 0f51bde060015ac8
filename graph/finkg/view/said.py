"""What a layer says of each node, by predicate: the form in which a scene reads its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from finkg import vocabulary as v
from finkg.errors import Text

Said: TypeAlias = dict[NamedNode, list[NamedNode | Literal]]


def gathered(quads: Iterable[Quad]) -> dict[NamedNode, Said]:
    """The triples by subject and predicate, each once; in any order they give the same."""
    nodes: dict[NamedNode, Said] = defaultdict(lambda: defaultdict(list))
    for triple in sorted({quad.triple for quad in quads}, key=str):
        if isinstance(triple.subject, NamedNode) and isinstance(
            triple.object, (NamedNode, Literal)
        ):
            nodes[triple.subject][triple.predicate].append(triple.object)
    return nodes


def iris(said: Said, predicate: NamedNode) -> list[NamedNode]:
    return [term for term in said.get(predicate, []) if isinstance(term, NamedNode)]


def name(said: Said, predicate: NamedNode) -> str:
    """The local name of a node; empty if none is said."""
    return next((v.local_name(term) for term in iris(said, predicate)), "")


def word(said: Said, predicate: NamedNode) -> str:
    """A literal's text; empty if none is said."""
    return next((term.value for term in said.get(predicate, [])), "")


def both(said: Said, predicate: NamedNode) -> Text:
    """A text in zh and en."""
    found = [term for term in said.get(predicate, []) if isinstance(term, Literal)]
    words = {term.language: term.value for term in found}
    return Text(words.get("zh", ""), words.get("en", ""))
