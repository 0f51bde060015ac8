"""The layers of a graph. Each is a named graph; a triple stands in one of them."""

from __future__ import annotations

from enum import StrEnum

from pyoxigraph import NamedNode

from finkg.errors import UnknownLayer
from finkg.vocabulary import GRAPH


class Layer(StrEnum):
    """In the order in which a triple takes the first that it qualifies for; claims stand apart."""

    ONTOLOGY = "ontology"
    ENTITIES = "entities"
    TRUTH = "truth"
    INFERRED = "inferred"
    #: Only in a graph as of a day: what possibly held on it.
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"
    OPINIONS = "opinions"
    CLAIMS = "claims"

    @property
    def iri(self) -> NamedNode:
        """The name of the graph."""
        return NamedNode(GRAPH + self.value)

    @property
    def is_always_there(self) -> bool:
        """Whether every graph has it, one as of a day or not."""
        return self is not Layer.POSSIBLE

    @classmethod
    def named(cls, name: str) -> Layer:
        """The layer of this name. Raises UnknownLayer."""
        try:
            return cls(name)
        except ValueError:
            raise UnknownLayer(name, tuple(cls)) from None


#: What every query sees as its default graph, materialised there.
PLAIN_VIEW = (Layer.TRUTH, Layer.INFERRED, Layer.ENTITIES, Layer.ONTOLOGY)

#: Layers that a query sees only when it names them.
OPENED_BY_NAME = (Layer.POSSIBLE, Layer.DOUBTFUL, Layer.OPINIONS)

#: Where each piece of evidence stands in people's files. No layer: it is never exported.
ROWS = NamedNode(GRAPH + "rows")
