"""How well evidence backs a claim: as well as its best source; copies of one source are one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.backing import Backing
from finkg.evidence.claim import Claim
from finkg.evidence.policy import Policy
from finkg.evidence.support import Evidence, Reliability

from .facts import BACKING, POLICY, SOURCES, said, source, thing

NAMES = [s.title for s in SOURCES]


def by(*names: str) -> list[Evidence]:
    claim: Claim = said("ant", "foundedOn", "2014").claim
    return [Evidence(claim.id, thing(name)) for name in names]


@given(st.lists(st.sampled_from(NAMES), min_size=1))
def test_a_claim_is_as_good_as_its_best_source(names: list[str]) -> None:
    """Lesser sources beside it take nothing away."""
    assert BACKING.place(by(*names)) == min(BACKING.place(by(name)) for name in names)
    tier = BACKING.tier(by(*names))
    assert tier
    assert POLICY.tiers.index(tier) == BACKING.place(by(*names))


def test_no_source_is_worse_than_the_worst() -> None:
    """What nobody says has no tier."""
    assert BACKING.place([]) > BACKING.place(by("page"))
    assert BACKING.tier([]) is None


def test_the_policy_orders_the_tiers() -> None:
    """Which tier is the best is stated, and not built in."""
    turned = Backing(SOURCES, Policy(tiers=tuple(Reliability)[::-1]))
    assert turned.place(by("page")) < turned.place(by("gazette"))
    assert turned.tier(by("page", "gazette")) is Reliability.LOW


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("gazette", "agency"), 2),
        (("gazette", "gazette-mirror"), 1),
        (("paper-mirror", "mirror-of-mirror"), 1),
        (("paper", "mirror-of-mirror", "weekly"), 2),
        (("page", "page"), 1),
    ],
)
def test_copies_of_one_source_are_one(names: tuple[str, ...], count: int) -> None:
    """However long the chain of copies, and whether or not the original itself is cited."""
    assert len(BACKING.independent(by(*names))) == count


def test_copies_stay_one_when_their_original_is_left_out() -> None:
    """Two mirrors of a document that is no source of the graph repeat one voice."""
    mirrors = [source(name, Reliability.LOW, copy_of="report") for name in ("one", "two")]
    backing = Backing(mirrors, POLICY)
    assert backing.independent(by("one", "two")) == {thing("report")}


def test_the_newest_source_is_the_one_that_may_be_the_last() -> None:
    """A year counts to its last day; an undated source is neither new nor old."""
    assert BACKING.newest(by("gazette", "agency", "page")) == date(2023, 12, 31)
    assert BACKING.newest(by("paper")) == date(2019, 3, 31)
    assert BACKING.newest(by("page", "monthly")) is None
