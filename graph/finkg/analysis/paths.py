"""Paths: how two things hang together, by what is said of them and of what stands between."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import NamedNode

from finkg.analysis.cost import THOUSANDTHS, Costs
from finkg.analysis.network import Network, Statement

if TYPE_CHECKING:
    from networkx import DiGraph

#: What a path costs, how many nodes it has, and their places.
_Found: TypeAlias = tuple[int, int, list[int]]
#: How many paths are given if nobody says otherwise.
MOST: Final = 3
#: Of paths that cost the same as the last one so many times as many are compared, no more.
_PLATEAU: Final = 10
#: So many ways to a thing that has to be passed are tried.
_LEGS: Final = 100


@dataclass(frozen=True, slots=True)
class Step:
    """From one thing to the next: the statements that connect them, cheapest first."""

    start: NamedNode
    end: NamedNode
    statements: tuple[Statement, ...]
    #: What the cheapest of them costs.
    cost: float


@dataclass(frozen=True, slots=True)
class Path:
    """A way that meets no thing twice."""

    steps: tuple[Step, ...]

    @property
    def cost(self) -> float:
        """The sum of its steps; 2 to the power of minus this is its strength."""
        return round(sum(step.cost for step in self.steps), 3)

    @property
    def nodes(self) -> tuple[NamedNode, ...]:
        return (self.steps[0].start, *(step.end for step in self.steps))


def paths(
    network: Network,
    start: NamedNode,
    end: NamedNode,
    *,
    most: int = MOST,
    through: Sequence[NamedNode] = (),
    closed: Collection[NamedNode] = (),
) -> list[Path]:
    """The cheapest paths between two things, at most so many, no two over the same things.

    A step costs the more, the more things stand in the same relation (see Costs), so that what
    singles out goes before what many share. Each path passes all that is `through`, in that order;
    nothing else that is `closed` stands between. The k cheapest simple paths are those of Yen
    (1971, Management Science 17: 712-716); of paths of one cost the shorter goes first, then the
    one whose IRIs do. None if start and end are the same, if a thing is no node, or if no path is
    open.
    """
    stops = [*dict.fromkeys((start, *(stop for stop in through if stop != end), end))]
    if most < 1 or start == end or any(stop not in network for stop in stops):
        return []
    costs = Costs(network, {*closed} - {*stops})
    found = _cheapest(costs.ways, [network.place[stop] for stop in stops], most)
    return [Path(tuple(_steps(network, costs, nodes))) for _, _, nodes in found]


def _cheapest(ways: DiGraph, stops: list[int], most: int) -> list[_Found]:
    """The cheapest simple paths over some stops."""
    start, stop, *rest = stops
    if not rest:
        return sorted(_between(ways, start, stop, most))[:most]
    floor = _floor(ways, stops[1:])
    found: list[_Found] = []
    first_legs = _between(ways.subgraph({*ways} - {*rest}), start, stop, _LEGS)
    for cost, length, nodes in first_legs if floor is not None else ():
        if len(found) == most and cost + (floor or 0) > found[-1][0]:
            break
        left = ways.subgraph({*ways} - {*nodes[:-1]})
        found += [
            (cost + more, length + further - 1, [*nodes, *then[1:]])
            for more, further, then in _cheapest(left, stops[1:], most)
        ]
        found = sorted(found)[:most]
    return found


def _between(ways: DiGraph, start: int, end: int, most: int) -> Iterator[_Found]:
    """The cheapest paths as they come: so many, and those that cost as much as the last of them."""
    from networkx import NetworkXNoPath, path_weight, shortest_simple_paths

    with suppress(NetworkXNoPath):
        last, given = 0, 0
        for nodes in shortest_simple_paths(ways, start, end, weight="cost"):
            cost = path_weight(ways, nodes, "cost")
            if given >= most and (cost > last or given >= _PLATEAU * most):
                return
            last, given = cost, given + 1
            yield cost, len(nodes), nodes


def _floor(ways: DiGraph, stops: list[int]) -> int | None:
    """What it costs at the least to go on over some stops; nothing if there is no way."""
    from networkx import NetworkXNoPath, dijkstra_path_length

    with suppress(NetworkXNoPath):
        return sum(int(dijkstra_path_length(ways, *leg, weight="cost")) for leg in pairwise(stops))
    return None


def _steps(network: Network, costs: Costs, places: list[int]) -> Iterator[Step]:
    for start, end in pairwise(network.nodes[place] for place in places):
        open_ = (s for s in network.between(start, end) if not network.directed or s[0] == start)
        statements = tuple(sorted(open_, key=costs.of))
        yield Step(start, end, statements, costs.of(statements[0]) / THOUSANDTHS)
