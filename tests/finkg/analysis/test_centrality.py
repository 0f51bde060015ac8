"""Centrality, against its definitions."""

from __future__ import annotations

from itertools import permutations

import networkx
import pytest
from hypothesis import given

from finkg.analysis.centrality import Measure, UnknownMeasure, centrality
from finkg.analysis.network import Network

from .networks import names, networks, thing, written


@given(networks())
def test_values_lie_between_none_and_all(network: Network) -> None:
    """Each node has one, from 0 to 1, by every measure."""
    for measure in Measure:
        found = centrality(network, measure)
        assert [*found] == [*network.nodes]
        assert all(-1e-9 <= value <= 1 + 1e-9 for value in found.values())


@given(networks())
def test_degree_is_the_share_of_the_others(network: Network) -> None:
    """However often and whichever way two things are connected, they count once."""
    for node, value in centrality(network, Measure.DEGREE).items():
        assert value == pytest.approx(len(network.neighbours(node)) / (len(network) - 1))


@given(networks())
def test_betweenness_is_the_share_of_shortest_paths(network: Network) -> None:
    """Counted one by one between every two other things."""
    graph = network.arcs if network.directed else network.pairs
    size = len(network)
    expected = dict.fromkeys(graph, 0.0)
    for start, end in permutations(graph, 2):
        if networkx.has_path(graph, start, end):
            shortest = [*networkx.all_shortest_paths(graph, start, end)]
            for path in shortest:
                for between in path[1:-1]:
                    expected[between] += 1 / len(shortest)
    pairs = max((size - 1) * (size - 2), 1)
    found = centrality(network, Measure.BETWEENNESS)
    for place, node in enumerate(network.nodes):
        assert found[node] == pytest.approx(expected[place] / pairs)


@given(networks())
def test_pagerank_is_where_a_wanderer_is(network: Network) -> None:
    """It stays the same after one more step, and all together are 1."""
    found = centrality(network, Measure.PAGERANK)
    assert sum(found.values()) == pytest.approx(1) or not len(network)
    size = len(network)
    ways = {n: [*(o for o in network.neighbours(n) if _leads(network, n, o))] for n in found}
    stuck = sum(found[n] for n in found if not ways[n]) / max(size, 1)
    for node, value in found.items():
        arriving = sum(found[n] / len(ways[n]) for n in found if node in ways[n])
        assert value == pytest.approx(0.85 * (arriving + stuck) + 0.15 / size)


def _leads(network: Network, start: object, end: object) -> bool:
    found = network.between(start, end)  # type: ignore[arg-type]
    return any(not network.directed or s.subject == start for s in found)


@pytest.mark.parametrize("measure", [*Measure])
def test_who_holds_all_together_is_most_central(measure: Measure) -> None:
    """The middle of a star, by any measure."""
    found = centrality(written("a offers b, a offers c, d affectedBy a, e affectedBy a"), measure)
    assert names([max(found, key=lambda node: found[node])]) == ["a"]


def test_of_many_things_some_are_drawn() -> None:
    """With one seed always the same; the ends of a long chain still lie between nothing."""
    chain = written(", ".join(f"n{i:04} offers n{i + 1:04}" for i in range(1_200)))
    one, again, other = (centrality(chain, Measure.BETWEENNESS, seed) for seed in (1, 1, 2))
    assert one == again != other
    assert one[thing("n0000")] == 0 < one[thing("n0600")]


def test_an_unknown_measure_is_told() -> None:
    """With those that there are."""
    with pytest.raises(UnknownMeasure) as raised:
        Measure.named("fame")
    assert "degree, betweenness, pagerank" in raised.value.advice("en")
    assert Measure.named("pagerank") is Measure.PAGERANK


@pytest.mark.parametrize("measure", [*Measure])
def test_nothing_has_no_centre(measure: Measure) -> None:
    """An empty network has no values."""
    assert centrality(Network([]), measure) == {}
