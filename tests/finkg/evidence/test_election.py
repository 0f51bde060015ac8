"""Who is preferred: what people judged, else what the stated policy finds, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.assessment import Assessed
from finkg.evidence.election import Elected, Election
from finkg.evidence.policy import Criterion, Policy
from finkg.evidence.rank import Rank
from finkg.evidence.support import Evidence

from .facts import BACKING, POLICY, SOURCES, figure, judged, rivalry, said, share, thing


def elect(*sides: Assessed, changes: bool = False, policy: Policy = POLICY) -> Elected | None:
    return Election(policy, BACKING, rivalry(policy).agree).elect(sides, changes=changes)


def founded(day: str, *sources: str) -> Assessed:
    return said("ant", "foundedOn", day, *sources)


def preferred(*sides: Assessed, changes: bool = False, policy: Policy = POLICY) -> int | None:
    """The place of the side that is elected."""
    found = elect(*sides, changes=changes, policy=policy)
    return sides.index(found.winner) if found else None


def test_the_best_source_decides_however_many_speak_against_it() -> None:
    """One source of the high tier stands against three of the medium one."""
    one, other = founded("2014", "gazette"), founded("2015", "paper", "weekly", "monthly")
    assert preferred(one, other) == 0
    assert preferred(other, one) == 1


@pytest.mark.parametrize(
    ("sources", "winner"),
    [
        (("paper", "weekly", "monthly"), 0),
        (("paper", "monthly"), None),
        (("paper", "monthly", "paper-mirror", "mirror-of-mirror"), None),
    ],
)
def test_in_one_tier_two_more_independent_sources_decide(
    sources: tuple[str, ...], winner: int | None
) -> None:
    """One more is not enough, and a copy is no source of its own."""
    assert preferred(founded("2014", *sources), founded("2015", "weekly")) == winner


def test_who_says_it_more_loosely_says_it_too() -> None:
    """2014 corroborates 2014-10-16 against 2015: three sources to one."""
    sides = [
        founded("2014-10-16", "paper"),
        founded("2014", "weekly", "monthly"),
        founded("2015", "weekly"),
    ]
    found = elect(*sides)
    assert found
    assert (found.winner, found.losers) == (sides[0], [sides[2]])
    assert found.grounds.criterion is Criterion.CORROBORATION
    assert (found.grounds.ahead.en, found.grounds.behind.en) == ("3", "1")


def test_the_newer_source_knows_what_changes() -> None:
    """Of who controls a company the source of 2022 knows more than that of 2019; of when it was
    founded it does not."""
    sides = [said("lufax", "controlledBy", n, s) for n, s in (("ant", "paper"), ("jd", "weekly"))]
    assert preferred(*sides, changes=True) == 1
    assert preferred(*sides, changes=False) is None


@pytest.mark.parametrize(("days", "winner"), [(1188, 1), (1189, None)])
def test_newer_means_newer_by_a_stated_number_of_days(days: int, winner: int | None) -> None:
    """2022-07-01 is 1,188 days after the end of March 2019."""
    sides = [said("lufax", "controlledBy", n, s) for n, s in (("ant", "paper"), ("jd", "weekly"))]
    assert preferred(*sides, changes=True, policy=Policy(recency_days=days)) == winner


def test_an_undated_source_is_not_the_older_one() -> None:
    """Where one side has no date, age decides nothing."""
    sides = [said("lufax", "controlledBy", n, s) for n, s in (("ant", "monthly"), ("jd", "weekly"))]
    assert preferred(*sides, changes=True) is None


def test_people_stand_above_the_policy() -> None:
    """A judged preference wins against better sources."""
    low = judged(founded("2015", "page"), Rank.PREFERRED)
    found = elect(founded("2014", "gazette"), low)
    assert found
    assert (found.winner, found.grounds.criterion) == (low, None)


def test_two_contradicting_judgements_leave_it_open_to_the_policy() -> None:
    """Both are preferred by people; then the better source counts between them."""
    sides = [
        judged(founded("2014", "gazette"), Rank.PREFERRED),
        judged(founded("2015", "page"), Rank.PREFERRED),
        founded("2016", "gazette"),
    ]
    found = elect(*sides)
    assert found
    assert (found.winner, found.grounds.criterion) == (sides[0], Criterion.TIER)


def test_the_policy_says_what_is_asked_and_in_which_order() -> None:
    """With the number of sources first, three pages beat a gazette."""
    sides = [founded("2014", "gazette"), founded("2015", "paper", "weekly", "page")]
    first_count = Policy(criteria=(Criterion.CORROBORATION, Criterion.TIER))
    assert preferred(*sides, policy=first_count) == 1
    assert preferred(*sides, policy=Policy(criteria=())) is None


def test_the_narrowest_of_those_that_agree_stands_for_them() -> None:
    """A day within the elected year may have a lesser source: the year corroborates it."""
    sides = [founded("2014", "gazette"), founded("2014-10-16", "page"), founded("2015", "paper")]
    found = elect(*sides)
    assert found
    assert (found.winner, found.losers) == (sides[1], [sides[2]])
    # What decided is the source of those that it stands for.
    assert (found.grounds.criterion, found.grounds.ahead.en) == (Criterion.TIER, "high")


def test_an_unqualified_number_stands_for_a_rounder_one() -> None:
    """About 5,000 and 4,900 agree against 3,600; 4,900 says more."""
    for number in ("4700", "4800", "4900", "5100", "5200", "5300"):
        sides = [
            figure("5000", "gazette", precision="about"),
            figure(number, "agency"),
            figure("3600", "page"),
        ]
        assert preferred(*sides) == 1


@pytest.mark.parametrize(
    ("sources", "zh", "en"),
    [
        (("gazette",), "来源层级更高（高，对方为中）", "better tier (high, against medium)"),
        (("paper", "weekly", "monthly"), "（3 个，对方 1 个）", "(3, against 1)"),
    ],
)
def test_the_grounds_are_said_in_both_languages(sources: tuple[str, ...], zh: str, en: str) -> None:
    """What the preferred side has, and what the best of the others has."""
    found = elect(founded("2014", *sources), founded("2015", "paper"))
    assert found
    assert zh in found.grounds.words.zh
    assert en in found.grounds.words.en


def test_what_holds_at_another_time_agrees() -> None:
    """A page contradicts two gazettes, of which one speaks of the years before the other's: both
    are right beside each other."""
    sides = [
        said("lufax", "controlledBy", "ping-an", "gazette", start="2012", end="2015"),
        said("lufax", "controlledBy", "ant", "page", start="2013", end="2018"),
        said("lufax", "controlledBy", "jd", "gazette", start="2016", end="2019"),
    ]
    found = elect(*sides)
    assert found
    assert found.losers == [sides[1]]


def test_of_two_that_say_the_same_the_choice_does_not_depend_on_the_order() -> None:
    """One value as of several times against another: one of the claims stands for them."""
    starts = ("2010", "2011", "2012", "2013")
    same = [said("lufax", "controlledBy", "ant", "gazette", start=s, end="2019") for s in starts]
    other = said("lufax", "controlledBy", "jd", "page")
    winners = {outcome([*order, other]) for order in permutations(same)}
    assert len(winners) == 1


def test_nested_means_narrower() -> None:
    """No time lies in itself."""
    day, year = founded("2014-10-16").claim, founded("2014").claim
    assert day.refines(year)
    assert not year.refines(day)
    assert not day.refines(day)


NAMES = [s.title for s in SOURCES]
SIDES = st.lists(
    st.tuples(
        st.sampled_from(["2014", "2014-10", "2014-10-16", "2015", "2015-03-01", "2016-Q2"]),
        st.sets(st.sampled_from(NAMES), min_size=1, max_size=4),
    ),
    min_size=2,
    max_size=4,
    unique_by=lambda side: side[0],
)


def outcome(sides: Sequence[Assessed]) -> tuple[str, frozenset[str], str] | None:
    found = elect(*sides, changes=True)
    if not found:
        return None
    losers = frozenset(loser.claim.id.value for loser in found.losers)
    return found.winner.claim.id.value, losers, found.grounds.words.en


@given(SIDES)
def test_the_order_of_the_sides_decides_nothing(sides: list[tuple[str, set[str]]]) -> None:
    """The same winner, losers and grounds, whoever is asked first."""
    claims = [founded(day, *sorted(sources)) for day, sources in sides]
    assert len({outcome(order) for order in permutations(claims)}) == 1


@given(SIDES, st.data())
def test_a_copy_of_a_source_changes_no_election(
    sides: list[tuple[str, set[str]]], data: st.DataObject
) -> None:
    """What repeats a source of the same tier and says nothing newer is worth nothing."""
    claims = [founded(day, *sorted(sources - {"page-mirror"})) for day, sources in sides]
    before = outcome(claims)
    repeated = data.draw(st.sampled_from(claims))
    if any(e.source == thing("page") for e in repeated.evidence):
        repeated.evidence.append(Evidence(repeated.claim.id, thing("page-mirror")))
    assert outcome(claims) == before


@given(SIDES)
def test_no_loser_agrees_with_the_winner(sides: list[tuple[str, set[str]]]) -> None:
    """Who can be right beside the preferred side has lost nothing; who can not, has."""
    claims = [founded(day, *sorted(sources)) for day, sources in sides]
    found = elect(*claims)
    if found:
        agree = rivalry().agree
        lost = [c for c in claims if not agree(c.claim, found.winner.claim)]
        assert found.losers == lost


def test_votes_of_one_holder_are_settled_by_tier() -> None:
    """53.46 % by a gazette, 50.52 % by a paper."""
    assert preferred(share("53.46", "gazette"), share("50.52", "paper")) == 0
