"""What connects two cases, a row each thing on the ways between them."""

from __future__ import annotations

from pyoxigraph import NamedNode

from finkg.analysis.bridges import bridges, case
from finkg.analysis.hubs import hubs
from finkg.analysis.kinds import Kinds
from finkg.analysis.network import Network
from finkg.catalogue.analyses import Given
from finkg.catalogue.analyses.made import Made, entity, made, number
from finkg.store.view import GraphView

#: So many bridges are listed if nobody says otherwise.
MOST = 10


def of_question(network: Network, view: GraphView, given: Given) -> Made:
    """The question's parameters are `one` and `other`."""
    one, other = entity(given.get("one")), entity(given.get("other"))
    return between(network, view, one, other) if one and other else made(())


def between(
    network: Network, view: GraphView, one: NamedNode, other: NamedNode, most: int = MOST
) -> Made:
    """Each of the two stands for its case: itself and what it is directly connected with, but for
    hubs and for what both have. A row says to which case a bridge belongs, if to one of them."""
    closed = {*hubs(network, Kinds(view).concept)} - {one, other}
    cases = {
        end: [t for t in case(network, end, [opposite]) if t not in closed]
        for end, opposite in ((one, other), (other, one))
    }
    if len(cases) < 2:
        return made(())
    found = bridges(network, *cases.values(), closed=closed, besides=(one, other))
    side = {thing: end for end, members in cases.items() for thing in members}
    return made(
        (
            (
                bridge.thing,
                number(bridge.share),
                side.get(bridge.thing),
                number(len(bridge.statements)),
            ),
            bridge.statements,
        )
        for bridge in found[:most]
    )
