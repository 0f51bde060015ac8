"""Paths between two things: walks over statements, cheapest first, that shun hubs."""

from __future__ import annotations

from itertools import pairwise

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from finkg.analysis.cost import THOUSANDTHS, Costs
from finkg.analysis.network import Network
from finkg.analysis.paths import Path, paths
from finkg.vocabulary import fk

from .networks import NAMES, names, networks, said, thing, things, written

A, B = thing("a"), thing("b")
#: As many as there can be in a network of seven things.
ALL = 10_000


def costs_of(network: Network, closed: set[NamedNode]) -> list[int]:
    """What every simple path from a to b costs that passes nothing closed, by brute force."""
    ways = Costs(network, closed - {A, B}).ways
    ends = (network.place.get(end) for end in (A, B))
    start, end = ends
    if start is None or end is None:
        return []
    found = networkx.all_simple_paths(ways, start, end)
    return sorted(networkx.path_weight(ways, nodes, "cost") for nodes in found)


def thousandths(path: Path) -> int:
    return round(path.cost * THOUSANDTHS)


@given(networks())
def test_a_path_is_a_walk_over_statements(network: Network) -> None:
    """From start to end, each step between things that its statements connect, none met twice."""
    for path in paths(network, A, B, most=ALL):
        assert (path.nodes[0], path.nodes[-1]) == (A, B)
        assert len({*path.nodes}) == len(path.nodes)
        for step in path.steps:
            assert step.statements
            for statement in step.statements:
                assert {statement.subject, statement.value} == {step.start, step.end}
                assert statement in network.statements
                assert not network.directed or statement.subject == step.start


@given(networks(), st.sets(st.sampled_from(NAMES).map(thing)), st.integers(1, 5))
def test_no_other_path_is_cheaper(network: Network, closed: set[NamedNode], most: int) -> None:
    """The paths are the cheapest of all simple ones, no two over the same things, and as many as
    there are up to the number asked for."""
    found = paths(network, A, B, most=most, closed=closed)
    assert [*map(thousandths, found)] == costs_of(network, closed)[:most]
    assert len({path.nodes for path in found}) == len(found)


@given(networks(), st.sets(st.sampled_from(NAMES).map(thing)))
def test_nothing_closed_stands_between(network: Network, closed: set[NamedNode]) -> None:
    """Start and end may be closed themselves."""
    for path in paths(network, A, B, most=ALL, closed=closed):
        assert closed.isdisjoint(path.nodes[1:-1])


@given(networks(), st.lists(st.sampled_from(NAMES), max_size=2), st.sampled_from(NAMES))
def test_paths_pass_what_they_are_asked_to(network: Network, stops: list[str], shut: str) -> None:
    """In its order, closed or not; and they are the cheapest of those that do."""
    through, closed = [*map(thing, stops)], {thing(shut)}
    wanted = [stop for stop in dict.fromkeys(through) if stop not in (A, B)]
    opened = closed - {*through}
    found = paths(network, A, B, most=3, through=through, closed=closed)
    every = paths(network, A, B, most=ALL, closed=opened)
    passing = [p for p in every if [n for n in p.nodes if n in wanted] == wanted]
    assert [*map(thousandths, found)] == [*map(thousandths, passing)][:3]
    assert all(path in passing for path in found)


@given(networks(directed=False))
def test_there_and_back_cost_the_same(network: Network) -> None:
    """Where direction does not matter, every path can be walked backwards."""
    there, back = paths(network, A, B, most=ALL), paths(network, B, A, most=ALL)
    assert {p.nodes: thousandths(p) for p in there} == {p.nodes[::-1]: thousandths(p) for p in back}


@given(networks())
def test_a_step_costs_one_at_least(network: Network) -> None:
    """So a path costs at least its length, and a longer one needs a reason."""
    assert all(path.cost >= len(path.steps) for path in paths(network, A, B, most=5))


def test_the_particular_goes_before_what_many_share() -> None:
    """Two products of one small provider hang together by it, not by the work that all do."""
    network = written(
        "a hasActivity work, b hasActivity work, c hasActivity work, d hasActivity work, "
        "firm offers a, firm offers b"
    )
    first, second = paths(network, A, B)
    assert names(first.nodes) == ["a", "firm", "b"]
    assert names(second.nodes) == ["a", "work", "b"]
    # 1 + 0.4 log2(2) twice; 1 + 0.4 log2(4) twice.
    assert (first.cost, second.cost) == (2.8, 3.6)


def test_a_relation_that_counts_less_costs_more() -> None:
    """A weight of 1/4 costs two steps more."""
    text = said("a offers b")
    (whole,), (quarter,) = (
        paths(Network(text, weights=weights), A, B) for weights in ({}, {fk("offers"): 0.25})
    )
    assert quarter.cost - whole.cost == 2


def test_a_directed_path_follows_the_statements() -> None:
    """From subject to value, and not back."""
    network = written("a offers c, c affectedBy b", directed=True)
    (path,) = paths(network, A, B)
    assert [names(pair) for pair in pairwise(path.nodes)] == [["a", "c"], ["c", "b"]]
    assert paths(network, B, A) == []


@pytest.mark.parametrize("ends", ["a a", "a nowhere", "nowhere a", "a d"])
def test_there_can_be_no_path(ends: str) -> None:
    """To itself, to what is in no statement, to what nothing connects."""
    start, end = things(ends)
    assert paths(written("a offers b, c offers d"), start, end) == []


def test_no_path_is_asked_for() -> None:
    """At most none is none."""
    assert paths(written("a offers b"), A, B, most=0) == []
