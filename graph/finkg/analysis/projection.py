"""What of a graph an analysis looks at, and the network that this makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeGuard

from pyoxigraph import NamedNode

from finkg.analysis.kinds import CONCEPT, SOURCE, Kinds
from finkg.analysis.network import Network, Statement
from finkg.analysis.relations import Relations
from finkg.errors import Text, UsageError
from finkg.store.layers import Layer
from finkg.store.view import GraphView

#: The layers of the plain view that state what connects things: nothing doubtful is among them.
PLAIN = (Layer.ENTITIES, Layer.TRUTH, Layer.INFERRED)


class WrongWeight(UsageError):
    text = Text(
        "权重须大于 0 且不超过 1，“{name}”的却是 {weight}。",
        "A weight is above 0 and at most 1, that of “{name}” is {weight}.",
    )
    name: str
    weight: float


@dataclass(frozen=True)
class Projection:
    """What an analysis looks at. Raises WrongWeight.

    `layers`: where statements are taken from. `relations`: the properties that count, all that the
    ontology has of things and their connections if none is named. `weights`: how much a statement
    of a property counts, above 0 and at most 1, which it is for the others. `directed`: whether a
    statement leads from its subject to its value only. `leaving_out`: classes whose members are no
    nodes; sources never are.
    """

    layers: tuple[Layer, ...] = PLAIN
    relations: frozenset[NamedNode] = frozenset()
    weights: Mapping[NamedNode, float] = field(default_factory=dict)
    directed: bool = False
    leaving_out: frozenset[NamedNode] = frozenset()

    def __post_init__(self) -> None:
        for predicate, weight in self.weights.items():
            if not 0 < weight <= 1:
                raise WrongWeight(predicate.value, weight)


#: Things and all that connects them.
EVERYTHING = Projection()
#: The same without the concepts by which they are classified: what remains are doings and dealings.
DEALINGS = Projection(leaving_out=frozenset({CONCEPT}))


def network(view: GraphView, projection: Projection = EVERYTHING) -> Network:
    """The network of a graph as a projection has it. A statement that only repeats a narrower one
    does not count beside it."""
    relations = Relations(view)
    wanted = [p for p in relations.connecting() if p in (projection.relations or {p})]
    found = relations.narrowest(_statements(view, projection, wanted))
    return Network(found, directed=projection.directed, weights=projection.weights)


def _statements(
    view: GraphView, projection: Projection, predicates: list[NamedNode]
) -> Iterator[Statement]:
    kinds, out = Kinds(view), projection.leaving_out | {SOURCE}
    for layer in projection.layers:
        for predicate in predicates:
            for quad in view.store.quads_for_pattern(None, predicate, None, layer.iri):
                subject, value = quad.subject, quad.object
                if _is_node(subject, kinds, out) and _is_node(value, kinds, out):
                    yield Statement(subject, predicate, value, layer)


def _is_node(term: object, kinds: Kinds, out: frozenset[NamedNode]) -> TypeGuard[NamedNode]:
    """Whether a term is an entity of none of the classes that are left out."""
    return isinstance(term, NamedNode) and term in kinds and not kinds.of(term) & out
