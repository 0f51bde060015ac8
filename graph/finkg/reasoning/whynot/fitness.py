"""Whether a statement could be made at all: what the ontology asks of the ends of its property."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pyoxigraph import NamedNode

from finkg.reasoning.whynot.shortfall import Missing, Unmet
from finkg.store.view import GraphView
from finkg.vocabulary import DOMAIN, NONE, RANGE

_ASKED = """SELECT DISTINCT ?cls {{ {property} {end} ?of .
  ?of (owl:unionOf/rdf:rest*/rdf:first)? ?cls FILTER isIRI(?cls) }} ORDER BY ?cls"""
_CLASSES = "SELECT DISTINCT ?cls {{ {term} a/rdfs:subClassOf* ?cls FILTER isIRI(?cls) }}"


class Fitness:
    """The domains and ranges of an ontology, held against missing premises."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._asked = cache(self._read_asked)
        self._classes = cache(self._read_classes)

    def misfits(self, missing: Missing) -> Iterator[Unmet]:
        """Each end of a missing premise that its property does not take."""
        if len(missing.properties) != 1:
            return
        (predicate,) = missing.properties
        for term, end in ((missing.subject, DOMAIN), (missing.value, RANGE)):
            if isinstance(term, NamedNode) and term != NONE:
                asked, own = self._asked(predicate, end), self._classes(term)
                if asked and own and own.isdisjoint(asked):
                    yield Unmet("", term, asked, predicate)

    def _read_asked(self, predicate: NamedNode, end: NamedNode) -> tuple[NamedNode, ...]:
        return self._names(_ASKED.format(property=predicate, end=end))

    def _read_classes(self, term: NamedNode) -> frozenset[NamedNode]:
        return frozenset(self._names(_CLASSES.format(term=term)))

    def _names(self, query: str) -> tuple[NamedNode, ...]:
        found = (row["cls"] for row in self._view.rows(query))
        return tuple(cls for cls in found if isinstance(cls, NamedNode))
