"""The members of the community of one thing."""

from __future__ import annotations

from pyoxigraph import NamedNode

from finkg.analysis.communities import SEED, communities, inside
from finkg.analysis.network import Network
from finkg.catalogue.analyses import Given
from finkg.catalogue.analyses.made import Made, entity, made, number
from finkg.store.view import GraphView


def of_question(network: Network, view: GraphView, given: Given) -> Made:
    """The question's parameter is `of`."""
    del view
    thing = entity(given.get("of"))
    return members(network, thing) if thing else made(())


def members(network: Network, thing: NamedNode, *, resolution: float = 1, seed: int = SEED) -> Made:
    """Who is in one community with a thing, those first that are connected with most of the others;
    with how many of them each is connected, and with how many things elsewhere."""
    found = communities(network, resolution=resolution, seed=seed)
    own = next((one.members for one in found if thing in one.members), ())
    known = {*own}
    rows = []
    for member in own:
        within = inside(network, member, known)
        about = [s for s in network.about(member) if s.other(member) in known]
        elsewhere = len(network.neighbours(member)) - within
        rows.append(((member, number(within), number(elsewhere)), about))
    return made(rows)
