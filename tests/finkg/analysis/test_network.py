"""The network that statements make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.analysis.network import Network, Statement
from finkg.vocabulary import fk

from .networks import names, said, statements, thing, written


@given(statements(), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(found: list[Statement], random: object) -> None:
    """Nor does it matter that one is said twice: nodes and edges stand in an order of their own."""
    shuffled = [*found, *found]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = Network(found), Network(shuffled)
    assert (one.nodes, one.statements) == (other.nodes, other.statements)
    assert [*one.graph.edges(keys=True)] == [*other.graph.edges(keys=True)]


@given(statements())
def test_every_statement_is_an_edge(found: list[Statement]) -> None:
    """The MultiDiGraph has an edge a statement, from subject to value, keyed by its property."""
    graph = Network(found).graph
    assert {(s, o, p) for s, p, o, _ in found} == {*graph.edges(keys=True)}
    assert graph.number_of_edges() == len({*found})


def test_parallel_statements_stay() -> None:
    """Two things can be connected by several statements, and in both directions."""
    network = written("a offers b, a affectedBy b, b affectedBy a")
    assert len(network.statements) == len(network.between(thing("a"), thing("b"))) == 3
    assert network.pairs.number_of_edges() == 1
    assert network.arcs.number_of_edges() == 2
    assert names([*network.neighbours(thing("a"))]) == ["b"]


def test_what_is_connected_with_itself_is_connected_with_nothing() -> None:
    """A statement about a thing and itself makes no node."""
    network = written("a offers a, b offers c")
    assert names(network.nodes) == ["b", "c"]
    assert thing("a") not in network
    assert [*network.neighbours(thing("a"))] == network.about(thing("a")) == []


def test_an_edge_tells_its_layer_and_weight() -> None:
    """By property the statements weigh as they are told to, else 1."""
    network = Network(said("a offers b, b affectedBy c"), weights={fk("offers"): 0.5})
    edges = {key: data for _, _, key, data in network.graph.edges(keys=True, data=True)}
    assert edges[fk("offers")] == {"layer": "truth", "weight": 0.5}
    assert edges[fk("affectedBy")]["weight"] == 1


@pytest.mark.parametrize(
    ("statement", "spread"),
    [("a hasActivity x", (2, 3)), ("b hasActivity x", (1, 3)), ("a hasActivity y", (2, 1))],
)
def test_a_spread_counts_the_same_relation_only(statement: str, spread: tuple[int, int]) -> None:
    """Who does three kinds of work of which two are hasActivity stands so with two."""
    network = written(
        "a hasActivity x, a hasActivity y, b hasActivity x, c hasActivity x, a offers z"
    )
    assert network.spread(*said(statement)) == spread
