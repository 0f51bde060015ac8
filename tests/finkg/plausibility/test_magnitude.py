"""A digit more or less sets a figure off from those before and after it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from finkg.evidence.doubt import Part
from finkg.plausibility.magnitude import MetricOutOfLine

from ..evidence.facts import figure
from .case import Case, tells
from .rows import SERVED, USERS, doubted, figures, found

RULE = MetricOutOfLine()
NAME = "metric-out-of-line"


def out_of_line(*values: str) -> list[str]:
    return doubted(RULE, *figures(*values))


@pytest.mark.parametrize(
    ("values", "which"),
    [
        (("100", "1100", "120"), ["1100"]),
        (("100", "11", "120"), ["11"]),
        (("100", "200", "4000", "800"), ["4000"]),
        (("100", "120", "130", "1400"), ["1400"]),
        (("1200", "100", "150"), ["1200"]),
    ],
)
def test_a_slipped_digit_is_doubted(values: tuple[str, ...], which: list[str]) -> None:
    """Between neighbours, above what has been steady, and above what grows after it."""
    assert out_of_line(*values) == which


@pytest.mark.parametrize(
    "values",
    [
        ("100", "700", "120"),
        ("100", "15", "120"),
        ("100", "1000", "10000", "100000"),
        ("1", "30", "1000"),
        ("100", "200", "100000", "110000"),
        ("10", "100", "120"),
        ("1000", "100", "10"),
        ("1000", "100", "40"),
        ("100", "300", "900", "7100"),
        ("100", "120", "130", "12"),
        ("100", "120", "12"),
        ("100", "1000"),
        ("1000", "100"),
        ("0", "1000", "0"),
        ("100", "0", "120"),
        ("5",),
    ],
)
def test_what_grows_or_falls_steadily_is_sound(values: tuple[str, ...]) -> None:
    """Less than a digit, a steady climb or fall, a young figure, an end, or too few to tell."""
    assert out_of_line(*values) == []


def test_what_the_neighbours_lead_to_expect_depends_on_time() -> None:
    """Between 100 and, ten years on, 1000 a figure of 3500 is too much early, and not late."""
    early, late = figures("100", first=2010), figures("1000", first=2020)
    for year, which in ((2011, ["3500"]), (2019, [])):
        assert doubted(RULE, *early, *figures("3500", first=year), *late) == which


def test_only_the_value_is_doubted_beside_its_neighbours() -> None:
    """The two figures that it was seen beside are named, and not doubted for that."""
    before, slipped, after = figures("100", "1100", "120")
    (doubt,) = found(RULE, before, slipped, after)
    assert (doubt.claim, doubt.part) == (slipped.claim.id, Part.VALUE)
    assert {*doubt.compared} == {before.claim.id, after.claim.id}
    assert tells(doubt.explanation, "100", "120", "2010", "2012")
    assert ("1100" in doubt.explanation.zh, "1,100" in doubt.explanation.en) == (True, True)


OTHERS = {
    "metric": figure("1100", "page", metric=USERS, unit="unit-person", as_of="2011"),
    "thing": figure("1100", "page", metric=SERVED, unit="unit-person", as_of="2011", feature="jia"),
    "unit": figure("1100", "page", metric=SERVED, unit="unit-percent", as_of="2011"),
    "period": figure("1100", "page", metric=SERVED, unit="unit-person", as_of="2011", period="P1Y"),
}


@pytest.mark.parametrize("other", OTHERS)
def test_figures_of_something_else_are_no_neighbours(other: str) -> None:
    """Another metric, thing, unit or period has a series of its own."""
    before, same, after = figures("100", "1100", "120")
    assert doubted(RULE, before, same, after) == ["1100"]
    assert doubted(RULE, before, OTHERS[other], after) == []


def test_of_two_figures_of_one_time_the_better_backed_is_in_line() -> None:
    """Between those it is a matter of dispute, which this rule leaves alone."""
    row = figures("100", "110", "120")
    rival = figures("", "1100", "", by="blog")
    assert doubted(RULE, *row, *rival) == []
    better = figures("", "1100", "", by="gazette")
    assert doubted(RULE, *row, *better) == ["1100"]


@pytest.mark.parametrize(
    ("lang", "frame"), [("zh", "截至{}年用户{}人"), ("en", "As of {} it had {} users")]
)
def test_in_a_text_of_either_language(tmp_path: Path, lang: str, frame: str) -> None:
    """The number is read by people with a zero too many as they read it with one too few."""
    own = Case(tmp_path / "own", {"app": "FinancialProduct", "users": "Metric"})
    numbers = {"2010": "5000000", "2011": "60000000", "2012": "7000000"}
    quotes = {year: frame.format(year, value) for year, value in numbers.items()}
    own.text("page", ". ".join(quotes.values()) + ".", language=lang)
    for year, value in numbers.items():
        own.figure("page", "app", "users", value, as_of=year, quote=quotes[year])
    assert own.doubted(NAME) == ["app users 60000000 (value)"]


VALUES = st.lists(st.integers(1, 10**7), min_size=2, max_size=7)


@given(VALUES, st.sampled_from([Decimal("0.001"), Decimal("0.01"), Decimal(10), Decimal(10**6)]))
def test_the_scale_does_not_matter(values: list[int], scale: Decimal) -> None:
    """A law: in thousands as in units the same figures are out of line."""
    plain = places(values)
    assert places([format(value * scale, "f") for value in values]) == plain


@given(st.integers(1, 10**6), st.sampled_from([7, 8, 9]))
@example(10, 8)
def test_the_bound_is_sharp_at_every_scale(value: int, times: int) -> None:
    """A law: eight times its neighbours is out of line, be they one or a million."""
    assert places([value, value * times, value]) == places([1, times, 1])


def places(values: list[int] | list[str]) -> list[int]:
    """Which of a series are doubted."""
    claims = figures(*map(str, values))
    doubts = {doubt.claim for doubt in found(RULE, *claims)}
    return [place for place, a in enumerate(claims) if a.claim.id in doubts]


@given(st.lists(st.integers(1, 10**6), min_size=3, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(values: list[int], random: Random) -> None:
    """A law: the series stands in the order of time."""
    claims = figures(*map(str, values))
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert sorted(doubted(RULE, *shuffled)) == sorted(doubted(RULE, *claims))
