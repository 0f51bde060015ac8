"""Two values exclude each other, or they can both be true."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.assessment import Assessed
from finkg.evidence.claim import Claim
from finkg.evidence.conflict import admitted, conflicts
from finkg.evidence.policy import Policy
from finkg.evidence.record import PRECISIONS, Effect

from .facts import POLICY, figure, said, share, thing

WORDS = st.sampled_from(["", *PRECISIONS])
NUMBERS = st.decimals(Decimal("-1000"), Decimal("1000"), places=2)
FIGURES = st.builds(lambda number, word: figure(str(number), precision=word), NUMBERS, WORDS)


def against(one: Assessed, other: Assessed) -> bool:
    there = conflicts(one.claim, other.claim, POLICY)
    assert there is conflicts(other.claim, one.claim, POLICY)
    return there


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("2014", "2014-10-16", False),
        ("2014-Q4", "2014-10", False),
        ("2014-10-16", "2014-10-17", True),
        ("2014-10-16", "2014-11", True),
        ("2014", "2015-Q1", True),
    ],
)
def test_times_that_lie_in_one_another_agree(one: str, other: str, conflict: bool) -> None:
    """2014-10-16 is a day of 2014; it is no day of November."""
    assert against(said("ant", "foundedOn", one), said("ant", "foundedOn", other)) is conflict


def test_two_things_are_two() -> None:
    """One parent is not the other."""
    one, other = (said("lufax", "parentOrganization", name) for name in ("ping-an", "ant"))
    assert against(one, other)
    assert not against(one, said("lufax", "parentOrganization", "ping-an", start="2012"))


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (("蚂蚁", "zh"), ("Ant", "en"), False),
        (("蚂蚁", "zh"), ("支付宝", "zh"), True),
        (("ANT1", None), ("ANT2", None), True),
    ],
)
def test_texts_in_two_languages_may_translate_each_other(
    one: tuple[str, str | None], other: tuple[str, str | None], conflict: bool
) -> None:
    """Two legal names conflict when they are in one language."""
    sides = [said("ant", "legalName", text, lang=lang) for text, lang in (one, other)]
    assert against(*sides) is conflict


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (("5000", "about"), ("3600", "over"), True),
        (("5000", "about"), ("4600", ""), False),
        (("5000", "about"), ("4499", ""), True),
        (("3600", "over"), ("4320", ""), False),
        (("3600", "over"), ("3599", ""), True),
        (("60", "at-most"), ("48", ""), False),
        (("60", "under"), ("61", ""), True),
        (("60", ""), ("60.0", ""), False),
        (("60", ""), ("60.1", ""), True),
    ],
)
def test_numbers_conflict_beyond_the_tolerance(
    one: tuple[str, str], other: tuple[str, str], conflict: bool
) -> None:
    """About 5,000 admits 4,500 to 5,500; over 3,600 admits 3,600 to 4,320: no number is both."""
    sides = [figure(number, precision=word) for number, word in (one, other)]
    assert against(*sides) is conflict


def test_stated_bounds_are_taken_as_they_stand() -> None:
    """A range needs no tolerance."""
    between = figure("5000", between=("4000", "6000"))
    assert not against(between, figure("4000"))
    assert against(between, figure("3999"))


def test_numbers_in_two_units_are_not_compared() -> None:
    """Dollars are no yuan."""
    assert not against(figure("5000", unit="unit-CNY"), figure("700", unit="unit-USD"))


def test_shares_conflict_by_their_percentage() -> None:
    """53.46 % and 50.52 % are not both the share of votes."""
    assert against(share("53.46"), share("50.52"))
    assert not against(share("53.46"), share("50", precision="over"))


def test_effects_never_exclude_each_other() -> None:
    """A thing may be limited and fined by one cause."""
    effects = [Effect(thing("yuebao"), thing("notice"), kind) for kind in ("limit", "fine")]
    one, other = (
        Claim(e.affected, said("a", "directlyAffectedBy", "b").claim.predicate, e.cause, record=e)
        for e in effects
    )
    assert not conflicts(one, other, POLICY)


@given(NUMBERS, WORDS, NUMBERS)
def test_a_word_of_precision_admits_the_number_itself(
    number: Decimal, word: str, other: Decimal
) -> None:
    """And of the numbers beyond it only those on its own side."""
    found = admitted(number, word, POLICY)
    assert found.lower <= number <= found.upper
    if word in ("over", "at-least") and other < number:
        assert not found.lower <= other
    if word in ("under", "at-most") and other > number:
        assert not other <= found.upper


@given(FIGURES, FIGURES)
def test_more_tolerance_makes_no_conflict(one: Assessed, other: Assessed) -> None:
    """What agrees with exact numbers agrees with rounder ones."""
    exact = conflicts(one.claim, other.claim, Policy())
    assert exact or not against(one, other)
