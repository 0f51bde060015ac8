"""Communities: they part all things, hang together inside, and are the same in any process."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.analysis.communities import Community, communities, inside
from finkg.analysis.network import Network

from .networks import names, networks, things, written

_TWO_CASES = ", ".join(
    f"{one} offers {other}" for case in ("abcd", "wxyz") for one, other in combinations(case, 2)
)
#: Prints the communities of the packaged graph, by another process with other hashes.
_PROGRAM = """
import sys
from pathlib import Path
from finkg.graph import KnowledgeGraph
from finkg.store.snapshot import Snapshot
kg = KnowledgeGraph(Snapshot(Path(sys.argv[1])))
for row in kg.communities(seed=int(sys.argv[2]), leaving_out=()).rows:
    print(*row)
"""


@given(networks(), st.integers(0, 3))
def test_every_thing_is_in_one_community(network: Network, seed: int) -> None:
    """None is in two, and none is left out; the largest goes first."""
    found = communities(network, seed=seed)
    members = [member for one in found for member in one.members]
    assert sorted(members, key=str) == sorted(network.nodes, key=str)
    sizes = [len(one.members) for one in found]
    assert sizes == sorted(sizes, reverse=True)


@given(networks(), st.integers(0, 3))
def test_a_community_hangs_together(network: Network, seed: int) -> None:
    """Between any two members there is a way over members."""
    for one in communities(network, seed=seed):
        places = [network.place[member] for member in one.members]
        assert networkx.is_connected(network.pairs.subgraph(places))


@given(networks())
def test_connections_are_counted(network: Network) -> None:
    """Those inside of all communities, and half of the ends outside, are all that there are."""
    found = communities(network)
    within = sum(one.inside for one in found)
    outside = sum(one.outside for one in found)
    assert within + outside / 2 == network.pairs.number_of_edges()
    assert all(0 <= one.cohesion <= 1 for one in found)


@given(networks())
def test_members_stand_in_order_of_their_connections_inside(network: Network) -> None:
    """The first is the most connected one: by it a community is named."""
    for one in communities(network):
        known = {*one.members}
        counts = [inside(network, member, known) for member in one.members]
        assert counts == sorted(counts, reverse=True)


@given(networks())
def test_parting_is_worth_it(network: Network) -> None:
    """What stays inside is never less than if all were one community."""
    parts = [{network.place[m] for m in one.members} for one in communities(network)]
    if network.statements:
        assert networkx.community.modularity(network.pairs, parts) >= -1e-9


def test_two_cases_are_told_apart() -> None:
    """Two groups in which all have to do with all, and one connection between them."""
    network = written(f"{_TWO_CASES}, d affectedBy w")
    one, other = communities(network)
    assert {*names(one.members)} == {*"abcd"}
    assert (one.inside, one.outside, one.cohesion) == (6, 1, 12 / 13)
    # The two ends of the connection have one more, but not inside.
    assert names(one.members) == [*"abcd"]
    assert names(other.members) == [*"wxyz"]


def test_a_higher_resolution_parts_further() -> None:
    """At 1 the two are whole, much above it nothing hangs together."""
    network = written(_TWO_CASES)
    assert [len(communities(network, resolution=r)) for r in (1, 20)] == [2, 8]


def test_telling_members_name_a_community() -> None:
    """The first three of those that tell most; where none does, the first three of all."""
    members = tuple(things("law notice ant alipay huabei jiebei"))
    one = Community(members, 9, 0)
    companies = {*things("ant alipay huabei jiebei")}
    assert names(one.named_by(lambda member: member in companies)) == ["ant", "alipay", "huabei"]
    assert names(one.named_by(lambda _: False)) == ["law", "notice", "ant"]


@pytest.mark.parametrize("seed", [0, 7])
def test_the_same_seed_gives_the_same_communities(packaged_snapshot: object, seed: int) -> None:
    """In every process, whatever hashes it has."""
    said = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM, str(packaged_snapshot), str(seed)],
            env={**os.environ, "PYTHONHASHSEED": hashes},
            capture_output=True,
            check=True,
        ).stdout
        for hashes in ("1", "2", "3")
    }
    assert len(said) == 1
    assert said != {b""}


def test_nothing_falls_into_no_communities() -> None:
    """An empty network has none."""
    assert communities(Network([])) == []
