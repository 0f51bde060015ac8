"""The network that statements make: things as nodes, each statement an edge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import NamedNode

from finkg.store.layers import Layer

if TYPE_CHECKING:
    from networkx import DiGraph, Graph, MultiDiGraph


class Statement(NamedTuple):
    """That a thing has a property with another thing as its value, and the layer that says so."""

    subject: NamedNode
    predicate: NamedNode
    value: NamedNode
    layer: Layer | None = None

    def other(self, end: NamedNode) -> NamedNode:
        """The end that is not this one."""
        return self.value if end == self.subject else self.subject


class Network:
    """Things and the statements that connect them. Each statement counts by itself; parallel ones
    stay. Everything stands in one order, that of the IRIs, so that no answer depends on a hash.
    """

    def __init__(
        self,
        statements: Iterable[Statement],
        *,
        directed: bool = False,
        weights: Mapping[NamedNode, float] | None = None,
    ) -> None:
        """`directed`: paths follow a statement from subject to value only. `weights`: how much a
        statement of a property counts, above 0 and at most 1, which it is for the others."""
        self.directed = directed
        self._weights = weights or {}
        # What connects a thing with itself connects nothing.
        proper = (s for s in dict.fromkeys(statements) if s.subject != s.value)
        self.statements = tuple(sorted(proper, key=_order))
        self._beside: defaultdict[NamedNode, dict[NamedNode, list[Statement]]] = defaultdict(dict)
        for statement in self.statements:
            for end in (statement.subject, statement.value):
                self._beside[end].setdefault(statement.other(end), []).append(statement)
        self.nodes = tuple(sorted(self._beside, key=_iri))
        self._out = Counter((s.subject, s.predicate) for s in self.statements)
        self._in = Counter((s.value, s.predicate) for s in self.statements)

    def __len__(self) -> int:
        return len(self.nodes)

    def __contains__(self, thing: object) -> bool:
        return thing in self._beside

    def weight(self, predicate: NamedNode) -> float:
        """How much a statement of a property counts."""
        return self._weights.get(predicate, 1.0)

    def neighbours(self, thing: NamedNode) -> Collection[NamedNode]:
        """What a thing is connected with, whichever way."""
        return self._beside.get(thing, {}).keys()

    def between(self, one: NamedNode, other: NamedNode) -> list[Statement]:
        """The statements that connect two things, whichever way."""
        return self._beside.get(one, {}).get(other, [])

    def about(self, thing: NamedNode) -> list[Statement]:
        """The statements that connect a thing with any other."""
        beside = self._beside.get(thing, {})
        return [statement for found in beside.values() for statement in found]

    def spread(self, statement: Statement) -> tuple[int, int]:
        """With how many things the subject stands in this relation, and how many stand in it with
        the value: 1 and 1 for a statement that singles both out."""
        subject, predicate, value, _ = statement
        return self._out[subject, predicate], self._in[value, predicate]

    @cached_property
    def place(self) -> dict[NamedNode, int]:
        """The place of each node in the order of the nodes, from 0."""
        return {node: place for place, node in enumerate(self.nodes)}

    @property
    def graph(self) -> MultiDiGraph:
        """The network as networkx has it: an edge a statement, keyed by its property, with its
        `layer` (empty if it is not known) and `weight`."""
        from networkx import MultiDiGraph

        graph = MultiDiGraph()
        graph.add_nodes_from(self.nodes)
        for subject, predicate, value, layer in self.statements:
            named = layer.value if layer else ""
            graph.add_edge(
                subject, value, key=predicate, layer=named, weight=self.weight(predicate)
            )
        return graph

    @cached_property
    def pairs(self) -> Graph:
        """The same as one edge a pair of things, whichever way and however often it is said; the
        weight is that of the weightiest statement. A node is its place in `nodes`."""
        from networkx import Graph

        graph: Graph = Graph()
        self._fill(graph)
        return graph

    @cached_property
    def arcs(self) -> DiGraph:
        """As `pairs`, each edge from subject to value."""
        from networkx import DiGraph

        graph: DiGraph = DiGraph()
        self._fill(graph)
        return graph

    def _fill(self, graph: Graph) -> None:
        graph.add_nodes_from(range(len(self.nodes)))
        for subject, predicate, value, _ in self.statements:
            ends, weight = (self.place[subject], self.place[value]), self.weight(predicate)
            known = graph.get_edge_data(*ends)
            graph.add_edge(*ends, weight=max(weight, known["weight"] if known else 0))


def _iri(node: NamedNode) -> str:
    return node.value


def _order(statement: Statement) -> tuple[str, str, str, str]:
    subject, predicate, value, layer = statement
    return subject.value, predicate.value, value.value, layer or ""
