"""Bridges: what stands between two cases."""

from __future__ import annotations

from itertools import product

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.analysis.bridges import bridges, case
from finkg.analysis.cost import Costs
from finkg.analysis.network import Network

from .networks import NAMES, names, networks, thing, things, written


@given(networks(), st.sets(st.sampled_from(NAMES).map(thing)))
def test_a_share_is_of_the_cheapest_ways(network: Network, closed: set[object]) -> None:
    """Counted one by one between each two members of the two sets."""
    one, other = things("a b"), things("f g")
    shut = {node for node in network.nodes if node in closed} - {*one, *other}
    ways = Costs(network, shut).ways
    expected: dict[int, float] = {}
    pairs = 0
    for start, end in product(*([network.place.get(t) for t in ends] for ends in (one, other))):
        if start is None or end is None or not networkx.has_path(ways, start, end):
            continue
        pairs += 1
        cheapest = [*networkx.all_shortest_paths(ways, start, end, weight="cost")]
        for path in cheapest:
            for between in path[1:-1]:
                expected[between] = expected.get(between, 0) + 1 / len(cheapest)
    found = {b.thing: b.share for b in bridges(network, one, other, closed=shut)}
    assert found == {
        network.nodes[place]: pytest.approx(value / pairs) for place, value in expected.items()
    }


@given(networks())
def test_a_bridge_shows_the_statements_that_reach_it(network: Network) -> None:
    """Two at least, one to it and one from it, each about it."""
    for bridge in bridges(network, things("a b"), things("f g")):
        assert 0 < bridge.share <= 1 + 1e-9
        assert len({s.other(bridge.thing) for s in bridge.statements}) >= 2
        assert {*bridge.statements} <= {*network.about(bridge.thing)}


def test_the_only_connection_is_a_whole_bridge() -> None:
    """Everything between two firms goes by the bank in which both hold shares."""
    network = written("a offers b, a offers bank, f offers bank, f offers g")
    (first, *others) = bridges(network, things("a b"), things("f g"), besides=things("a f"))
    assert (names([first.thing]), first.share, others) == (["bank"], 1, [])
    assert len(first.statements) == 2


def test_a_closed_hub_is_no_bridge() -> None:
    """Where all goes by it, nothing connects the two."""
    network = written("a hasActivity work, f hasActivity work")
    assert names([b.thing for b in bridges(network, things("a"), things("f"))]) == ["work"]
    assert bridges(network, things("a"), things("f"), closed=things("work")) == []


@pytest.mark.parametrize(
    ("one", "other"), [("a", "a"), ("a b", "b f"), ("nowhere", "a"), ("", "a")]
)
def test_what_is_no_two_has_no_bridges(one: str, other: str) -> None:
    """A set and itself, sets that have something in common, things that are no nodes."""
    assert bridges(written("a offers b, b offers f"), things(one), things(other)) == []


def test_a_case_is_what_belongs_to_one_alone() -> None:
    """What both have to do with stands between them, and in neither."""
    network = written("a offers b, a affectedBy law, f affectedBy law, f offers g")
    assert names(case(network, thing("a"), things("f"))) == ["a", "b"]
    assert names(case(network, thing("f"), things("a"))) == ["f", "g"]
    assert {*names(case(network, thing("a")))} == {"a", "b", "law"}
