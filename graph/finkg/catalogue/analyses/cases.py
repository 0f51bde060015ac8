"""The communities of a network, a row each."""

from __future__ import annotations

from collections import defaultdict

from pyoxigraph import NamedNode

from finkg.analysis.communities import NAMING, SEED, Community, communities
from finkg.analysis.kinds import Kinds
from finkg.analysis.network import Network, Statement
from finkg.catalogue.analyses import Given
from finkg.catalogue.analyses.made import Made, entity, made, number
from finkg.catalogue.answer import Row
from finkg.store.view import GraphView
from finkg.vocabulary import fk

#: By whose names a community is called, if it has such members.
_TELLING = frozenset(map(fk, ("Company", "ParentGroup", "Product")))


def of_question(network: Network, view: GraphView, given: Given) -> Made:
    """The question's parameter is `member`: with it, the community of that one alone."""
    return cases(network, view, entity(given.get("member")))


def cases(
    network: Network,
    view: GraphView,
    member: NamedNode | None = None,
    *,
    resolution: float = 1,
    seed: int = SEED,
) -> Made:
    """Communities, the largest first, each by its most connected companies, groups and products."""
    kinds = Kinds(view)
    found = communities(network, resolution=resolution, seed=seed)
    chosen = [one for one in found if member is None or member in one.members]
    within = _within(network, chosen)
    return made((_row(one, kinds), within[one.members[0]]) for one in chosen)


def _within(network: Network, found: list[Community]) -> defaultdict[NamedNode, list[Statement]]:
    """The statements inside of each community, by its first member."""
    home = {member: one.members[0] for one in found for member in one.members}
    within: defaultdict[NamedNode, list[Statement]] = defaultdict(list)
    for statement in network.statements:
        first = home.get(statement.subject)
        if first and first == home.get(statement.value):
            within[first].append(statement)
    return within


def _row(community: Community, kinds: Kinds) -> Row:
    naming = community.named_by(lambda thing: bool(kinds.of(thing) & _TELLING))
    return (
        *naming,
        *[None] * (NAMING - len(naming)),
        number(len(community.members)),
        number(community.inside),
        number(community.cohesion),
    )
