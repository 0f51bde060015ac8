"""What it costs to pass a statement on the way from one thing to another."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from math import log2
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from finkg.analysis.network import Network, Statement

if TYPE_CHECKING:
    from networkx import DiGraph

#: How strongly a relation that many share is damped.
DAMPING = 0.4
#: Costs are whole thousandths, so that equal ways are exactly equal on every machine.
THOUSANDTHS = 1_000


class Costs:
    """The cost of each step of a network, in thousandths.

    A statement costs 1 + 0.4 (log2 a + log2 b), where its subject stands in this relation with `a`
    things, and `b` things stand in it with its value. So 2 to the power of minus the cost of a path
    is its path degree product, damped by 0.4 (Himmelstein and Baranzini 2015, PLOS Computational
    Biology 11(7): e1004259), with each step attenuated by 1/2 (Katz 1953, Psychometrika 18: 39-43).
    A relation of weight w costs log2(1/w) more. Of parallel statements the cheapest counts.
    """

    def __init__(self, network: Network, closed: Collection[NamedNode] = ()) -> None:
        """`closed`: things that no way touches."""
        self._network = network
        self._closed = {*closed}

    def of(self, statement: Statement) -> int:
        """What a statement costs; at least 1,000 thousandths."""
        spread = sum(map(log2, self._network.spread(statement)))
        weight = self._network.weight(statement.predicate)
        return round(THOUSANDTHS * (1 + DAMPING * spread - log2(weight)))

    @cached_property
    def ways(self) -> DiGraph:
        """A graph of networkx of all steps that can be taken, with their `cost`; a node is its
        place in the network's."""
        from networkx import DiGraph

        graph, place = DiGraph(), self._network.place
        graph.add_nodes_from(p for node, p in place.items() if node not in self._closed)
        for statement in self._network.statements:
            start, end = place[statement.subject], place[statement.value]
            if start in graph and end in graph:
                cost = self.of(statement)
                _cheapen(graph, start, end, cost)
                if not self._network.directed:
                    _cheapen(graph, end, start, cost)
        return graph


def _cheapen(graph: DiGraph, start: int, end: int, cost: int) -> None:
    if not graph.has_edge(start, end) or cost < graph[start][end]["cost"]:
        graph.add_edge(start, end, cost=cost)
