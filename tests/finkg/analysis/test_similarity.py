"""Likeness: what two things have in common, by what either has."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from finkg.analysis.network import Network
from finkg.analysis.similarity import Profiles

from .networks import names, networks, thing, written


@given(networks())
def test_likeness_is_the_same_from_both_sides(network: Network) -> None:
    """And lies from 0 to 1; with itself it is 1."""
    profiles = Profiles(network)
    for one in profiles:
        for other in profiles:
            found = profiles.likeness(one, other)
            back = profiles.likeness(other, one)
            assert found
            assert back
            assert (found.score, found.shared) == (back.score, back.shared)
            assert 0 <= found.score <= 1
            assert found.score == 1 or one != other


@given(networks())
def test_shared_is_what_both_have(network: Network) -> None:
    """By the coefficient of Jaccard: as many as that, by as many as either has."""
    profiles = Profiles(network)
    values = {one: {s.value for s in network.statements if s.subject == one} for one in profiles}
    for one, other in combinations(profiles, 2):
        found = profiles.likeness(one, other)
        assert found
        assert {*found.shared} == values[one] & values[other]
        assert found.either == len(values[one] | values[other])


@given(networks())
def test_who_shares_nothing_is_not_alike(network: Network) -> None:
    """Near to a thing are those that share something with it, and no others."""
    profiles = Profiles(network)
    for one in profiles:
        found = {alike.other for alike in profiles.nearest(one, 99)}
        others = (profiles.likeness(one, other) for other in profiles if other != one)
        assert found == {alike.other for alike in others if alike and alike.shared}


@given(networks())
def test_the_nearest_are_the_most_alike(network: Network) -> None:
    """In order, and no more than are asked for."""
    profiles = Profiles(network)
    for one in profiles:
        found = profiles.nearest(one, 2)
        scores = [alike.score for alike in profiles.nearest(one, 99)]
        assert [alike.score for alike in found] == sorted(scores, reverse=True)[:2]
        assert all(alike.one == one != alike.other for alike in found)


@given(networks())
def test_likeness_rests_on_the_statements_of_both(network: Network) -> None:
    """Each shared value is said of the one and of the other."""
    profiles = Profiles(network)
    for alike in (a for one in profiles for a in profiles.nearest(one, 99)):
        said = {(s.subject, s.value) for s in profiles.statements(alike)}
        assert said == {(end, v) for v in alike.shared for end in (alike.one, alike.other)}


def test_what_the_fewest_have_tells_most() -> None:
    """Two products under a law for all and an order to them alone are alike by the order."""
    network = written(
        "a affectedBy law, b affectedBy law, c affectedBy law, a affectedBy order, "
        "b affectedBy order, a affectedBy fine"
    )
    (alike, _) = Profiles(network).nearest(thing("a"), 9)
    assert (names([alike.other]), names(alike.shared)) == (["b"], ["order", "law"])
    assert alike.score == pytest.approx(2 / 3)


def test_a_thing_without_values_is_like_nothing() -> None:
    """Not even like itself."""
    profiles = Profiles(written("a affectedBy law"))
    assert profiles.likeness(thing("law"), thing("nowhere")) is None
    assert profiles.nearest(thing("law"), 3) == []
