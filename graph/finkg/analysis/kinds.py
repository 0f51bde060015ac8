"""The classes of the things of a graph, read at once."""

from __future__ import annotations

from collections import defaultdict

from pyoxigraph import DefaultGraph, NamedNode

from finkg.store.layers import Layer
from finkg.store.view import GraphView
from finkg.vocabulary import SUBCLASS_OF, TYPE, fk

#: By which others are classified or described, and which so is alike rather than connected.
CONCEPT = fk("Concept")
#: From which evidence is taken; it speaks of things and is none of them.
SOURCE = fk("Source")


class Kinds:
    """Entities and their classes, with every class above them."""

    def __init__(self, view: GraphView) -> None:
        above: dict[NamedNode, frozenset[NamedNode]] = {}
        found: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
        for quad in view.store.quads_for_pattern(None, TYPE, None, Layer.ENTITIES.iri):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                if quad.object not in above:
                    above[quad.object] = _above(view, quad.object)
                found[quad.subject] |= above[quad.object]
        self._of = dict(found)

    def __contains__(self, thing: object) -> bool:
        return thing in self._of

    def of(self, thing: NamedNode) -> set[NamedNode]:
        """The classes of an entity; none for what is no entity."""
        return self._of.get(thing, set())

    def concept(self, thing: NamedNode) -> bool:
        """Whether it is a concept."""
        return CONCEPT in self.of(thing)


def _above(view: GraphView, cls: NamedNode) -> frozenset[NamedNode]:
    """A class and every class above it."""
    seen, todo = set[NamedNode](), [cls]
    while todo:
        current = todo.pop()
        if current not in seen:
            seen.add(current)
            quads = view.store.quads_for_pattern(current, SUBCLASS_OF, None, DefaultGraph())
            todo.extend(q.object for q in quads if isinstance(q.object, NamedNode))
    return frozenset(seen)
