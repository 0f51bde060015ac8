"""Which properties connect things, and which only repeat another: told by the ontology."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from finkg.analysis.network import Statement
from finkg.store.view import GraphView
from finkg.vocabulary import DIFFERENT_FROM, LASTING, OBJECT_PROPERTY, PREFIXES, TYPE

_SUB_PROPERTY_OF = NamedNode(PREFIXES["rdfs"] + "subPropertyOf")
_INVERSE_OF = NamedNode(PREFIXES["owl"] + "inverseOf")
_PLAIN = DefaultGraph()
#: A property, and whether it is said the other way round.
_Wider = tuple[NamedNode, bool]


class Relations:
    """The object properties of facts, that is those of which the ontology says how they last.

    fk:differentFrom is none: that two names are not to be mixed up connects nothing.
    """

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._wider = self._read_wider()

    def connecting(self) -> list[NamedNode]:
        """The properties that connect things, by IRI."""
        quads = self._view.store.quads_for_pattern(None, TYPE, OBJECT_PROPERTY, _PLAIN)
        found = (q.subject for q in quads if isinstance(q.subject, NamedNode))
        return sorted((p for p in found if self._lasts(p) and p != DIFFERENT_FROM), key=str)

    def inverse(self, predicate: NamedNode) -> NamedNode | None:
        """The property that says the same the other way round, if the ontology has one."""
        store = self._view.store
        ours = [q.object for q in store.quads_for_pattern(predicate, _INVERSE_OF, None, _PLAIN)]
        theirs = [q.subject for q in store.quads_for_pattern(None, _INVERSE_OF, predicate, _PLAIN)]
        found = [p for p in (*ours, *theirs) if isinstance(p, NamedNode)]
        return min(found, key=str, default=None)

    def narrowest(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements without those that only repeat another one of them.

        A statement is repeated where its property is wider, by rdfs:subPropertyOf, or the declared
        inverse: that 花呗 is within the scope of what affected it is no second connection.
        """
        found = [*statements]
        repeated = {
            (s.value, wider, s.subject) if turned else (s.subject, wider, s.value)
            for s in found
            for wider, turned in self.wider(s.predicate)
        }
        return [s for s in found if s[:3] not in repeated]

    def wider(self, predicate: NamedNode) -> frozenset[_Wider]:
        """The properties of which a statement only repeats one of this property, each with whether
        it does so the other way round."""
        if predicate not in self._closed:
            self._closed[predicate] = frozenset(self._reached(predicate))
        return self._closed[predicate]

    def _lasts(self, predicate: NamedNode) -> bool:
        found = self._view.store.quads_for_pattern(predicate, LASTING, None, _PLAIN)
        return next(found, None) is not None

    def _reached(self, predicate: NamedNode) -> Iterator[_Wider]:
        seen, todo = {(predicate, False)}, [(predicate, False)]
        while todo:
            current, turned = todo.pop()
            for wider, other in self._wider[current]:
                step = (wider, turned != other)
                if step not in seen:
                    seen.add(step)
                    todo.append(step)
                    yield step

    def _read_wider(self) -> defaultdict[NamedNode, list[_Wider]]:
        self._closed: dict[NamedNode, frozenset[_Wider]] = {}
        wider: defaultdict[NamedNode, list[_Wider]] = defaultdict(list)
        for quad in self._view.store.quads_for_pattern(None, _SUB_PROPERTY_OF, None, _PLAIN):
            if isinstance(quad.subject, NamedNode):
                wider[quad.subject] += self._meant(quad)
        for quad in self._view.store.quads_for_pattern(None, _INVERSE_OF, None, _PLAIN):
            # Of two inverses the one that is declared as such repeats the other.
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                wider[quad.object].append((quad.subject, True))
        return wider

    def _meant(self, quad: Quad) -> Iterator[_Wider]:
        """The property above another; [ owl:inverseOf p ] is p the other way round."""
        if isinstance(quad.object, NamedNode):
            yield quad.object, False
        elif isinstance(quad.object, BlankNode):
            inverses = self._view.store.quads_for_pattern(quad.object, _INVERSE_OF, None, _PLAIN)
            yield from ((q.object, True) for q in inverses if isinstance(q.object, NamedNode))
