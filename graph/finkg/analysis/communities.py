"""Communities: things that have more to do with each other than with the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from finkg.analysis.network import Network

SEED: Final = 0
#: How many members name a community.
NAMING: Final = 3


@dataclass(frozen=True, slots=True)
class Community:
    """Members, the most connected among themselves first, and their connections: pairs of things,
    both of them members (`inside`), or one of them (`outside`)."""

    members: tuple[NamedNode, ...]
    inside: int
    outside: int

    @property
    def cohesion(self) -> float:
        """The share of the connections of its members that stay inside, from 0 to 1: one less its
        conductance by connections (Kannan, Vempala and Vetta 2004, Journal of the ACM 51)."""
        ends = 2 * self.inside + self.outside
        return 2 * self.inside / ends if ends else 0.0

    def named_by(self, is_telling: Callable[[NamedNode], bool]) -> tuple[NamedNode, ...]:
        """The members that name it: the first of those that tell most, of others if none does."""
        telling = [member for member in self.members if is_telling(member)]
        return tuple(telling[:NAMING] or self.members[:NAMING])


def communities(network: Network, *, resolution: float = 1, seed: int = SEED) -> list[Community]:
    """The communities of a network, the largest first; each thing is in one of them.

    They maximize modularity (Newman and Girvan 2004, at `resolution` as Reichardt and Bornholdt
    2006 have it: above 1 they are smaller) by the method of Louvain (Blondel, Guillaume, Lambiotte
    and Lefebvre 2008, Journal of Statistical Mechanics P10008). That method can leave a community
    in pieces that nothing inside connects (Traag, Waltman and van Eck 2019, Scientific Reports 9:
    5233); here each piece is a community of its own. Which way a statement is said does not matter,
    a pair of things counts once, with its weight. The same seed gives the same communities, in any
    process.
    """
    from networkx import connected_components
    from networkx.algorithms.community import louvain_communities

    pairs = network.pairs
    if not pairs:
        return []
    found = louvain_communities(pairs, resolution=resolution, seed=seed)
    pieces = (piece for one in found for piece in connected_components(pairs.subgraph(sorted(one))))
    made = [_community(network, {network.nodes[place] for place in piece}) for piece in pieces]
    return sorted(made, key=lambda one: (-len(one.members), one.members[0].value))


def _community(network: Network, members: Collection[NamedNode]) -> Community:
    inner = {member: inside(network, member, members) for member in members}
    order = sorted(members, key=lambda member: (-inner[member], member.value))
    ends = sum(len(network.neighbours(member)) for member in members)
    within = sum(inner.values())
    return Community(tuple(order), within // 2, ends - within)


def inside(network: Network, member: NamedNode, members: Collection[NamedNode]) -> int:
    """With how many of these things a thing is connected."""
    return sum(1 for other in network.neighbours(member) if other in members)
