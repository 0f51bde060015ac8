"""Rivals answer one question; those that can not both be right at one time are in conflict."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.assessment import Assessed
from finkg.evidence.claim import Claim
from finkg.evidence.conflict import conflicts
from finkg.evidence.record import Effect
from finkg.vocabulary import fk

from .facts import POLICY, assessed, figure, rivalry, said, share, thing

RIVALRY = rivalry()


def rivals(*claims: Assessed) -> list[set[str]]:
    """The groups of rivals, by the place of each claim."""
    place = {claim.claim.id: str(number) for number, claim in enumerate(claims)}
    return [{place[a.claim.id] for a in group} for group in RIVALRY.groups(claims)]


def in_conflict(claims: list[Assessed]) -> list[list[int]]:
    found = RIVALRY.conflicting(claims)
    return [[claims.index(side) for side in group] for group in found]


def test_of_one_subject_and_a_property_with_one_value_all_are_rivals() -> None:
    """Two days of founding are rivals; a day of opening, and another company's day, are not."""
    claims = [
        said("ant", "foundedOn", "2014"),
        said("ant", "foundedOn", "2015"),
        said("ant", "openedOn", "2016"),
        said("jd", "foundedOn", "2013"),
    ]
    assert rivals(*claims) == [{"0", "1"}]


def test_a_property_with_several_values_has_no_rivals() -> None:
    """A company offers many products."""
    assert rivals(*(said("ant", "offers", name) for name in ("yuebao", "huabei"))) == []


def test_shares_are_rivals_by_holder_organization_and_mode() -> None:
    """One holder's votes are compared with his votes, not with his capital."""
    claims = [
        share("53.46"),
        share("50.52"),
        share("8.8", mode="equity"),
        share("33", holder="alibaba"),
    ]
    assert rivals(*claims) == [{"0", "1"}]


def test_figures_are_rivals_by_feature_metric_and_period() -> None:
    """Users of a month are not users of a year."""
    users, revenue = thing("users"), thing("revenue")
    kinds = [(users, "P1Y", "p2p")] * 2
    kinds += [(users, "P1M", "p2p"), (users, "P1Y", "alipay"), (revenue, "P1Y", "p2p")]
    claims = [
        figure(str(number), metric=metric, period=period, feature=feature, as_of="2023")
        for number, (metric, period, feature) in enumerate(kinds)
    ]
    assert rivals(*claims) == [{"0", "1"}]


def test_effects_have_no_rivals() -> None:
    """A regulation may bring several things to one product."""
    effects = [Effect(thing("yuebao"), thing("notice"), kind) for kind in ("limit", "fine")]
    claims = [Claim(e.affected, fk("directlyAffectedBy"), e.cause, record=e) for e in effects]
    assert rivals(*(assessed(claim, ["page"]) for claim in claims)) == []


@pytest.mark.parametrize(
    ("one", "other", "groups"),
    [
        (("2012", "2018-04-01"), ("2018-04-01", ""), []),
        (("2012", "2018-04-01"), ("2018-03-01", ""), [[0, 1]]),
        (("2012", "2018"), ("2018", ""), []),
        (("", ""), ("2018", ""), [[0, 1]]),
        (("2012", ""), ("2018", ""), []),
    ],
)
def test_only_what_surely_holds_at_one_time_conflicts(
    one: tuple[str, str], other: tuple[str, str], groups: list[list[int]]
) -> None:
    """One parent after the other is no conflict; one without time conflicts with every other."""
    sides = [
        said("lufax", "parentOrganization", name, start=start, end=end)
        for name, (start, end) in (("ping-an", one), ("ant", other))
    ]
    assert in_conflict(sides) == groups


def test_figures_of_two_days_are_no_conflict() -> None:
    """Users grow; a peak is reached once."""
    users = thing("users")
    grown = [figure("5", metric=users, as_of="2019-12-31"), figure("9", metric=users)]
    assert in_conflict([*grown, figure("7", metric=users, as_of="2020-12-31")]) == []
    assert in_conflict([figure("5000", precision="about"), figure("3600", precision="over")]) == [
        [0, 1]
    ]


def test_conflicts_in_a_chain_are_one_group() -> None:
    """Two that agree stand in one dispute when a third contradicts both."""
    claims = [said("ant", "foundedOn", day) for day in ("2014", "2014-10", "2015")]
    assert in_conflict(claims) == [[0, 1, 2]]


def test_only_what_can_change_is_better_known_by_the_newer_source() -> None:
    """Control of a company and a limit change; a day of founding, a count on a day and a peak do
    not."""
    limit = figure("10000", metric=thing("limit"), start="2018-07-01")
    assert RIVALRY.changes(said("lufax", "controlledBy", "ping-an").claim)
    assert RIVALRY.changes(limit.claim)
    once = [said("ant", "foundedOn", "2014"), figure("5000")]
    counted = figure("9", metric=thing("users"), as_of="2020-12-31")
    assert not any(RIVALRY.changes(side.claim) for side in (*once, counted))


YEARS = st.sampled_from(["", "2012", "2014-06", "2015-01-01", "2016-Q2", "2018"])
PARENTS = st.builds(
    lambda name, start, end, as_of: said(
        "lufax", "parentOrganization", name, start=start, end=end, as_of=as_of
    ),
    st.sampled_from(["ping-an", "ant", "jd"]),
    YEARS,
    YEARS,
    YEARS,
)


@given(st.lists(PARENTS, max_size=8, unique_by=lambda a: a.claim.id))
def test_the_groups_are_those_of_comparing_each_with_each(claims: list[Assessed]) -> None:
    """However the pairs are found: joined are exactly those that a chain of conflicts joins."""
    groups = [{number} for number in range(len(claims))]
    for one in range(len(claims)):
        for other in range(one):
            spans = [RIVALRY.span(claims[n].claim) for n in (one, other)]
            meet = spans[0] and spans[1] and spans[0].meets(spans[1])
            if meet and conflicts(claims[one].claim, claims[other].claim, POLICY):
                joined = [g for g in groups if g & {one, other}]
                groups = [g for g in groups if g not in joined] + [set().union(*joined)]
    expected = sorted(sorted(group) for group in groups if len(group) > 1)
    assert in_conflict(claims) == expected
