"""Bridges: what connects two cases."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from finkg.analysis.cost import Costs
from finkg.analysis.network import Network, Statement

#: Of larger surroundings so many things are compared, those that come first by IRI.
_AT_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Bridge:
    """A thing on the cheapest ways between two cases: the share of them that run through it, from 0
    to 1, and the statements that they take to and from it."""

    thing: NamedNode
    share: float
    statements: tuple[Statement, ...]


def case(
    network: Network, thing: NamedNode, apart_from: Iterable[NamedNode] = ()
) -> list[NamedNode]:
    """A thing with what it is directly connected with, but for what the others are, too."""
    elsewhere = {
        near
        for other in apart_from
        for near in (other, *network.neighbours(other))
        if near != thing
    }
    return [thing, *(near for near in network.neighbours(thing) if near not in elsewhere)]


def bridges(
    network: Network,
    one: Collection[NamedNode],
    other: Collection[NamedNode],
    *,
    closed: Collection[NamedNode] = (),
    besides: Collection[NamedNode] = (),
) -> list[Bridge]:
    """The things between two sets that have nothing in common, those first that most runs through.

    Of every thing of the one set and every thing of the other that any way connects, the cheapest
    ways are taken (see Costs). What share of them runs through a thing, where equal ways share
    alike and neither end counts, is its betweenness between the sets (Brandes 2008, Social Networks
    30: 136-145, “betweenness with respect to sources and targets”). `closed` stands on no way, but
    for members of the sets; `besides` are not listed.
    """
    from networkx import (
        betweenness_centrality_subset,
        edge_betweenness_centrality_subset,
        single_source_dijkstra_path_length,
    )

    sets = [[network.place[t] for t in ends if t in network][:_AT_MOST] for ends in (one, other)]
    if not all(sets) or {*sets[0]} & {*sets[1]}:
        return []
    ways = Costs(network, {*closed} - {*one, *other}).ways
    reached = (single_source_dijkstra_path_length(ways, s, weight="cost") for s in sets[0])
    pairs = sum(1 for lengths in reached for end in sets[1] if end in lengths)
    between = betweenness_centrality_subset(ways, sets[0], sets[1], weight="cost")
    through = edge_betweenness_centrality_subset(ways, sets[0], sets[1], weight="cost")
    steps: dict[NamedNode, dict[NamedNode, None]] = {}
    for (start, end), flow in through.items():
        if flow > 0:
            near = network.nodes[start], network.nodes[end]
            for thing, next_ in (near, near[::-1]):
                steps.setdefault(thing, {})[next_] = None
    found = [
        Bridge(
            network.nodes[place], value / pairs, tuple(_taken(network, network.nodes[place], steps))
        )
        for place, value in between.items()
        if value > 0 and network.nodes[place] not in besides
    ]
    return sorted(found, key=lambda bridge: (-round(bridge.share, 9), bridge.thing.value))


def _taken(
    network: Network, thing: NamedNode, steps: dict[NamedNode, dict[NamedNode, None]]
) -> list[Statement]:
    found = (s for near in steps.get(thing, {}) for s in network.between(thing, near))
    return sorted(found, key=lambda s: (s.subject.value, s.predicate.value, s.value.value))
