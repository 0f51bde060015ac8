"""Which things are likelier to be meant, by their classes: products and organizations before all
else, concepts and sources behind."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.store.view import GraphView

_FIRST: Final = frozenset({v.fk("Product"), v.fk("Organization")})
_CONCEPT: Final = v.fk("Concept")
_SOURCES: Final = frozenset({v.SOURCE_DOCUMENT, v.CITATION})


class Prominence:
    """Ranks classes of a graph; the smaller, the likelier."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._rank_of = lru_cache(None)(self._rank_of_one)
        #: The rank of a thing with these classes, parted by spaces.
        self.rank = lru_cache(None)(self._rank)

    def _rank(self, classes: str) -> int:
        return min(map(self._rank_of, classes.split()), default=1)

    def _rank_of_one(self, cls: str) -> int:
        above = self._view.superclasses([NamedNode(cls)])
        later = 2 if _CONCEPT in above else 3 if above & _SOURCES else 1
        return 0 if above & _FIRST else later
