"""Centrality: how much of a network turns on a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from finkg.analysis.network import Network
from finkg.errors import Text, UsageError

if TYPE_CHECKING:
    from networkx import Graph

#: Up to so many things betweenness is exact; of more it is estimated from so many of them.
EXACT: Final = 1_000
PIVOTS: Final = 200
SEED: Final = 0
#: Of PageRank: the chance of going on instead of beginning anew, and when it has settled.
_GOING_ON: Final = 0.85
_SETTLED: Final = 1e-12


class UnknownMeasure(UsageError):
    text = Text("没有名为“{name}”的中心性。", "There is no centrality named “{name}”.")
    hint = Text("可选：{known}。", "There are: {known}.")
    name: str
    known: tuple[str, ...]


class Measure(StrEnum):
    """A way to measure. In an undirected network, as is the rule, a pair of things counts once."""

    #: With which share of the other things it is connected (Freeman 1978, Social Networks 1:
    #: 215-239).
    DEGREE = "degree"
    #: The share of the shortest paths between any two other things that run through it, every step
    #: as long (Freeman 1977; by the algorithm of Brandes 2001, Journal of Mathematical Sociology
    #: 25: 163-177). In a network of more than 1,000 things those that begin at 200 of them, drawn
    #: with the seed (Brandes and Pich 2007, Int. Journal of Bifurcation and Chaos 17: 2303-2318).
    BETWEENNESS = "betweenness"
    #: How often somebody is met there who follows connections by chance, in proportion to their
    #: weights, and with a chance of 0.15 begins anew anywhere (Brin and Page 1998, Computer
    #: Networks 30: 107-117). All together are 1.
    PAGERANK = "pagerank"

    @classmethod
    def named(cls, name: str) -> Measure:
        """The measure of this name. Raises UnknownMeasure."""
        try:
            return cls(name)
        except ValueError:
            raise UnknownMeasure(name, tuple(cls)) from None


def centrality(network: Network, measure: Measure, seed: int = SEED) -> dict[NamedNode, float]:
    """How central each thing is, from 0 to 1, in the order of the nodes."""
    if not len(network):
        return {}
    graph = network.arcs if network.directed else network.pairs
    found = _MEASURES[measure](graph, seed)
    return {node: found[place] for place, node in enumerate(network.nodes)}


def _degree(graph: Graph, _: int) -> dict[int, float]:
    """Of a directed network, in and out are counted together; two things count once."""
    whole = graph.to_undirected()
    return {node: whole.degree(node) / max(len(graph) - 1, 1) for node in graph}


def _betweenness(graph: Graph, seed: int) -> dict[int, float]:
    from networkx import betweenness_centrality

    sample = None if len(graph) <= EXACT else PIVOTS
    found: dict[int, float] = betweenness_centrality(graph, k=sample, seed=seed)
    return found


def _pagerank(graph: Graph, _: int) -> dict[int, float]:
    """By the power method; who meets a dead end begins anew."""
    import numpy as np

    size = len(graph)
    ends = np.array([*_both_ways(graph)], dtype=float).reshape(-1, 3)
    start, end, weight = ends[:, 0].astype(int), ends[:, 1].astype(int), ends[:, 2]
    leaving = np.bincount(start, weight, minlength=size)
    share = weight / leaving[start]
    there = np.full(size, 1 / size)
    while True:
        followed = np.bincount(end, there[start] * share, minlength=size)
        stuck = there[leaving == 0].sum()
        now = _GOING_ON * (followed + stuck / size) + (1 - _GOING_ON) / size
        if np.abs(now - there).sum() < _SETTLED:
            return dict(enumerate(now.tolist()))
        there = now


def _both_ways(graph: Graph) -> Iterator[tuple[int, int, float]]:
    for start, end, weight in graph.edges(data="weight"):
        yield start, end, weight
        if not graph.is_directed():
            yield end, start, weight


_MEASURES: Final[dict[Measure, Callable[[Graph, int], dict[int, float]]]] = {
    Measure.DEGREE: _degree,
    Measure.BETWEENNESS: _betweenness,
    Measure.PAGERANK: _pagerank,
}
