"""What is so general that to have it in common says little."""

from __future__ import annotations

from pyoxigraph import NamedNode

from finkg.analysis.hubs import FEWEST, hubs
from finkg.analysis.network import Network

from .networks import names, written


def star(rays: int, others: int, relation: str = "hasActivity") -> Network:
    """A thing that some touch, and pairs that have nothing to do with it."""
    touching = [f"p{n} {relation} centre" for n in range(rays)]
    apart = [f"x{n} offers y{n}" for n in range(others)]
    return written(", ".join([*touching, *apart]))


def is_concept(thing: NamedNode) -> bool:
    return names([thing]) == ["centre"]


def nothing_is(_: NamedNode) -> bool:
    return False


def test_a_concept_that_many_share_is_a_hub() -> None:
    """Also in a large graph, where they are a small part of all."""
    network = star(12, 500)
    assert {**hubs(network, is_concept)} == {network.nodes[0]: 12}
    assert names([*hubs(network, is_concept)]) == ["centre"]


def test_a_company_as_busy_is_none() -> None:
    """What has much to do is no mere class: only half of the graph makes it a hub."""
    assert hubs(star(12, 500), nothing_is) == {}
    assert names([*hubs(star(12, 0), nothing_is)]) == ["centre"]
    assert names([*hubs(star(12, 6), nothing_is)]) == ["centre"]
    assert hubs(star(12, 7), nothing_is) == {}


def test_a_small_network_has_no_hubs() -> None:
    """Where nine things touch one it may be all there is."""
    assert hubs(star(FEWEST - 1, 0), is_concept) == {}
    assert hubs(star(FEWEST, 0), is_concept) != {}


def test_a_concept_as_specific_as_anything_is_none() -> None:
    """Ten users are not many where everything has ten connections."""
    grid = ", ".join(f"p{n} hasActivity c{m}" for n in range(10) for m in range(10))
    assert hubs(written(grid + ", q offers r"), lambda node: names([node])[0][0] == "c") == {}


def test_no_network_has_no_hubs() -> None:
    """Nothing is touched where there is nothing."""
    assert hubs(Network([]), is_concept) == {}
