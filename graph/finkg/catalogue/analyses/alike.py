"""What is most alike, a row each two things."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from finkg.analysis.kinds import Kinds
from finkg.analysis.network import Network
from finkg.analysis.similarity import Profiles
from finkg.catalogue.analyses import Given
from finkg.catalogue.analyses.made import Made, entity, made, number
from finkg.store.view import GraphView
from finkg.vocabulary import fk

_PRODUCT = fk("Product")
#: To each so many others are listed if nobody says otherwise.
NEAREST = 3


def of_question(network: Network, view: GraphView, given: Given) -> Made:
    """The question's parameter is `product`: with it, that one's nearest alone."""
    del view
    only = entity(given.get("product"))
    return alike(network, [only] if only else None)


def of_products(network: Network, view: GraphView) -> Network:
    """The statements of a network whose subject is a product."""
    kinds = Kinds(view)
    return Network(s for s in network.statements if _PRODUCT in kinds.of(s.subject))


def alike(network: Network, things: Iterable[NamedNode] | None = None, most: int = NEAREST) -> Made:
    """To each thing, or to some, those nearest to it: which share most of their values with it. The
    value that the fewest have tells most of why."""
    profiles = Profiles(network)
    chosen = profiles if things is None else things
    return made(
        (
            (
                found.one,
                found.other,
                number(found.score),
                number(len(found.shared)),
                number(found.either),
                found.shared[0],
            ),
            profiles.statements(found),
        )
        for thing in chosen
        for found in profiles.nearest(thing, most)
    )
