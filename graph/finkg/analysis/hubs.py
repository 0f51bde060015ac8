"""Hubs: what so much touches that to have it in common says little."""

from __future__ import annotations

from collections.abc import Callable

from pyoxigraph import NamedNode

from finkg.analysis.network import Network

#: Whatever this share of all other things touches is a hub.
SHARE = 0.5
#: A concept, by which things are classified, is one where it is touched by more than so many times
#: as many things as a thing of the network is on average. That does not grow with the graph.
TIMES = 2
#: What fewer things touch is no hub, however small the network.
FEWEST = 10


def hubs(network: Network, is_concept: Callable[[NamedNode], bool]) -> dict[NamedNode, int]:
    """The hubs of a network, each with how many things touch it; the most touched first.

    That the specific is worth more than the general is the inverse document frequency of Spärck
    Jones (1972); here what is too general is left out altogether.
    """
    touched = {node: len(network.neighbours(node)) for node in network.nodes}
    most = SHARE * (len(network) - 1)
    of_concepts = TIMES * sum(touched.values()) / max(len(network), 1)
    found = {
        node: number
        for node, number in touched.items()
        if number >= FEWEST and (number >= most or (number > of_concepts and is_concept(node)))
    }
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0].value)))
