"""What is counted from the beginning never falls: who breaks the row is doubted, no one else."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.doubt import Part
from finkg.plausibility.growth import MetricFalling, out_of_growth
from finkg.plausibility.series import Figure

from ..evidence.facts import figure
from .case import Case, tells
from .rows import SERVED, USERS, doubted, figures, found, row

RULE = MetricFalling()
NAME = "metric-falling"


def falling(*values: str) -> list[str]:
    return doubted(RULE, *figures(*values))


@pytest.mark.parametrize(
    ("values", "which"),
    [
        (("100", "200", "50", "300"), ["50"]),
        (("100", "900", "200", "300"), ["900"]),
        (("100", "90"), ["100", "90"]),
        (("100", "200", "150", "300"), ["200", "150"]),
        (("900", "100", "200", "300"), ["900"]),
        (("100", "200", "300", "50"), ["50"]),
    ],
)
def test_who_breaks_the_row_is_doubted(values: tuple[str, ...], which: list[str]) -> None:
    """The fewest without which it never falls; of two that break it alike, both."""
    assert falling(*values) == which


@pytest.mark.parametrize(
    "values", [("100", "200", "300"), ("100", "100", "100"), ("0", "0", "5"), ("100",), ()]
)
def test_a_row_that_never_falls_is_sound(values: tuple[str, ...]) -> None:
    """It may stand still."""
    assert falling(*values) == []


def test_what_may_fall_is_another_matter() -> None:
    """Users of a day are no sum."""
    one = figure("200", "page", metric=USERS, unit="unit-person", as_of="2010")
    other = figure("100", "page", metric=USERS, unit="unit-person", as_of="2011")
    assert doubted(RULE, one, other) == []


@pytest.mark.parametrize(
    ("values", "which"),
    [
        (("~100", "~85"), []),
        (("~100", "~80"), ["100", "80"]),
        (("100", ">90"), []),
        ((">100", "90"), ["100", "90"]),
        (("<100", "90"), []),
    ],
)
def test_words_of_precision_leave_room(values: tuple[str, ...], which: list[str]) -> None:
    """About 100 and then about 85 need not be a fall; over 100 and then 90 is one."""
    assert falling(*values) == which


@pytest.mark.parametrize("as_of", ["2010", "2010-06", "2010-12-31"])
def test_figures_of_one_time_are_a_matter_of_dispute(as_of: str) -> None:
    """Only what is surely later can have fallen."""
    earlier, _ = figures("200", "300")
    later = figure("100", "page", metric=SERVED, unit="unit-person", as_of=as_of)
    assert doubted(RULE, earlier, later) == []


def test_the_better_backed_figure_stands() -> None:
    """Of two that can not both be right the one with the worse source is doubted."""
    for first, second, which in (("gazette", "page", ["90"]), ("page", "gazette", ["100"])):
        claims = [*figures("100", by=first), *figures("", "90", by=second)]
        assert doubted(RULE, *claims) == which


def test_it_is_told_beside_the_figure_that_it_falls_out_with() -> None:
    """The value is what is doubted; the words tell both, the earlier first."""
    claims = figures("100", "200", "50", "300")
    (doubt,) = found(RULE, *claims)
    assert (doubt.claim, doubt.part) == (claims[2].claim.id, Part.VALUE)
    assert doubt.compared == (claims[1].claim.id,)
    assert tells(doubt.explanation, "200", "50", "2011", "2012")
    assert all(words.index("200") < words.index("50") for words in doubt.explanation)


@pytest.mark.parametrize(
    ("lang", "frame"), [("zh", "截至{}年累计服务{}人"), ("en", "By {} it had served {} people")]
)
@pytest.mark.parametrize(("metric", "count"), [("served", 2), ("users", 0)])
def test_in_a_text_of_either_language(
    tmp_path: Path, lang: str, frame: str, metric: str, count: int
) -> None:
    """That a metric only adds up is said by its class."""
    entities = {"app": "FinancialProduct", "users": "Metric", "served": "CumulativeMetric"}
    own = Case(tmp_path / "own", entities)
    quotes = {year: frame.format(year, n) for year, n in (("2010", "200"), ("2011", "150"))}
    own.text("page", ". ".join(quotes.values()) + ".", language=lang)
    for year, value in (("2010", "200"), ("2011", "150")):
        own.figure("page", "app", metric, value, as_of=year, quote=quotes[year])
    assert len(own.doubted(NAME)) == count


VALUES = st.lists(st.integers(0, 12).map(str), max_size=8)


def never_falls(found: list[Figure]) -> bool:
    return all(one.value <= other.value for one, other in pairwise(found))


@given(VALUES)
def test_without_the_doubted_figures_the_row_never_falls(values: list[str]) -> None:
    """A law: what is left can all be true."""
    whole = row(*values)
    out = out_of_growth(whole)
    assert never_falls([f for n, f in enumerate(whole) if n not in out])


@given(st.lists(st.integers(0, 10**6), max_size=8).map(sorted))
def test_of_a_row_that_never_falls_none_is_doubted(values: list[int]) -> None:
    """A law: sound figures are left alone."""
    assert out_of_growth(row(*map(str, values))) == []


@given(VALUES)
def test_who_is_not_doubted_is_in_every_largest_row_that_never_falls(values: list[str]) -> None:
    """A law, by trying all: a figure is doubted just if one can spare it without loss."""
    whole = row(*values)
    sizes = range(len(whole), 0, -1)
    best = next((rows for n in sizes if (rows := sound(whole, n))), [])
    in_all = [f for f in whole if all(f in chosen for chosen in best)]
    out = out_of_growth(whole)
    assert [f for n, f in enumerate(whole) if n not in out] == in_all


def sound(whole: list[Figure], size: int) -> list[list[Figure]]:
    """Every choice of so many figures that never falls."""
    return [list(c) for c in combinations(whole, size) if never_falls(list(c))]


@given(VALUES)
def test_whatever_is_flagged_breaks_the_row_with_something(values: list[str]) -> None:
    """A law: a flagged figure falls out with one that it is told beside."""
    claims = figures(*values)
    place = {a.claim.id: n for n, a in enumerate(claims)}
    for doubt in found(RULE, *claims):
        (rival,) = doubt.compared
        first, last = sorted((place[doubt.claim], place[rival]))
        assert int(values[first]) > int(values[last])
