"""The things that most of a network turns on."""

from __future__ import annotations

from finkg.analysis.centrality import SEED, Measure, centrality
from finkg.analysis.network import Network
from finkg.catalogue.analyses import Given
from finkg.catalogue.analyses.made import DECIMALS, Made, entity, made, number
from finkg.store.view import GraphView

#: So many are listed if nobody says otherwise.
MOST = 20


def of_question(network: Network, view: GraphView, given: Given) -> Made:
    """The question's parameter is `entity`: with it, that one's row alone."""
    del view
    only = entity(given.get("entity"))
    found = central(network, most=len(network) if only else MOST)
    if only is None:
        return found
    rows = {row: found.grounds[row] for row in found.rows if row[1] == only}
    return found._replace(rows=tuple(rows), grounds=rows)


def central(
    network: Network,
    by: Measure = Measure.BETWEENNESS,
    *,
    most: int = MOST,
    seed: int = SEED,
) -> Made:
    """The most central things by a measure, with what the others say of them. Those of one value
    have one rank."""
    betweenness = centrality(network, Measure.BETWEENNESS, seed)
    pagerank = centrality(network, Measure.PAGERANK)
    degree = centrality(network, Measure.DEGREE)
    chosen = {
        Measure.DEGREE: degree,
        Measure.BETWEENNESS: betweenness,
        Measure.PAGERANK: pagerank,
    }[by]
    value = {node: round(chosen[node], DECIMALS) for node in network.nodes}
    order = sorted(network.nodes, key=lambda node: (-value[node], node.value))
    first: dict[float, int] = {}
    for place, node in enumerate(order, 1):
        first.setdefault(value[node], place)
    return made(
        (
            (
                number(first[value[node]]),
                node,
                number(len(network.neighbours(node))),
                number(betweenness[node]),
                number(pagerank[node]),
            ),
            network.about(node),
        )
        for node in order[:most]
    )
