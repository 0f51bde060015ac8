"""A claim is held against what better sources say: they agree, contradict it, or do neither."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from finkg.build.assess import Assessment
from finkg.evidence.backing import Backing
from finkg.evidence.policy import Policy
from finkg.vocabulary import AGREES_WITH, CONTRADICTED_BY

from .case import Case, statement
from .small import ROWS, Row, workspace

ENTITIES = {
    "jia": "Company",
    "jack": "Person",
    "app": "FinancialProduct",
    "users": "Metric",
}
Pairs = set[tuple[str, str]]


def case(folder: Path) -> Case:
    own = Case(folder / "own", ENTITIES)
    for name, tier in (("gazette", "high"), ("paper", "medium"), ("blog", "low"), ("page", "low")):
        own.source(name, tier)
    return own


def compared(own: Case) -> tuple[Pairs, Pairs]:
    """Which claim agrees with which better one, and which is contradicted by which."""
    result = own.assess()
    said = {claim: statement(a.claim) for claim, a in result.claims.items()}
    agreeing, contradicting = result.compared.agreeing, result.compared.contradicting
    return (
        {(said[c], said[o]) for c, others in agreeing.items() for o in others},
        {(said[c], said[o]) for c, others in contradicting.items() for o in others},
    )


def test_a_better_source_with_another_value_contradicts(tmp_path: Path) -> None:
    """A property with one value: the gazette's day against the blog's year."""
    own = case(tmp_path)
    own.says("blog", "jia foundedOn 2025")
    own.says("gazette", "jia foundedOn 2014-10-16")
    assert compared(own) == (set(), {("jia foundedOn 2025", "jia foundedOn 2014-10-16")})


def test_a_better_source_with_a_closer_value_agrees(tmp_path: Path) -> None:
    """The day lies in the year that the blog has."""
    own = case(tmp_path)
    own.says("blog", "jia foundedOn 2014")
    own.says("gazette", "jia foundedOn 2014-10-16")
    assert compared(own) == ({("jia foundedOn 2014", "jia foundedOn 2014-10-16")}, set())


@pytest.mark.parametrize("other", ["page", "blog"])
def test_a_source_of_the_same_tier_settles_nothing(tmp_path: Path, other: str) -> None:
    """Two blogs that contradict each other, and one that contradicts itself."""
    own = case(tmp_path)
    own.says("blog", "jia foundedOn 2025")
    own.says(other, "jia foundedOn 2014")
    assert compared(own) == (set(), set())


def test_a_worse_source_settles_nothing_for_a_better_one(tmp_path: Path) -> None:
    """Only the worse of the two is compared, and with each better one."""
    own = case(tmp_path)
    for source, year in (("blog", "2025"), ("paper", "2013"), ("gazette", "2014")):
        own.says(source, f"jia foundedOn {year}")
    _, contradicting = compared(own)
    assert contradicting == {
        ("jia foundedOn 2025", "jia foundedOn 2013"),
        ("jia foundedOn 2025", "jia foundedOn 2014"),
        ("jia foundedOn 2013", "jia foundedOn 2014"),
    }


def test_values_of_different_times_are_not_compared(tmp_path: Path) -> None:
    """Who controlled it in 2014 is nothing to who did in 2020."""
    own = case(tmp_path)
    own.says("blog", "jia controlledBy jack", valid_from="2012", valid_to="2014")
    own.says("gazette", "jia controlledBy jia", valid_from="2016", valid_to="2020")
    assert compared(own) == (set(), set())


@pytest.mark.parametrize(
    ("value", "precision", "agrees"),
    [("600", "", True), ("620", "about", True), ("900", "", False), ("900", "about", False)],
)
def test_figures_of_one_day_are_compared(
    tmp_path: Path, value: str, precision: str, *, agrees: bool
) -> None:
    """Within what the word of precision leaves open they agree."""
    own = case(tmp_path)
    day = {"as_of": "2018-12-31"}
    own.figure("blog", "app", "users", "600", **day)
    own.figure("gazette", "app", "users", value, precision=precision, **day)
    pair = {("app users 600", f"app users {value}")}
    same_claim = value == "600" and not precision
    expected = (set(), set()) if same_claim else (pair, set()) if agrees else (set(), pair)
    assert compared(own) == expected


def test_what_nobody_supports_is_not_compared(tmp_path: Path) -> None:
    """A claim that is only denied says nothing for or against."""
    own = case(tmp_path)
    own.says("blog", "jia foundedOn 2025")
    own.says("gazette", "jia foundedOn 2014", stance="refutes")
    assert compared(own) == (set(), set())


@pytest.mark.parametrize(
    ("value", "as_of", "contradicts"),
    [
        ("500000000", "2011", True),
        ("900000000", "2011", False),
        ("500000000", "2018-06", False),
    ],
)
def test_a_figure_of_a_doubted_day_is_held_against_the_same_of_another(
    tmp_path: Path, value: str, as_of: str, *, contradicts: bool
) -> None:
    """Five hundred million as of the founding is doubted; a better source has them, of a day that
    is not the founding's."""
    own = case(tmp_path)
    own.says("blog", "jia foundedOn 2018")
    own.figure("blog", "jia", "users", "500000000", as_of="2018")
    own.figure("gazette", "jia", "users", value, as_of=as_of)
    _, contradicting = compared(own)
    pair = ("jia users 500000000", f"jia users {value}")
    assert (pair in contradicting) is contradicts


def said(result: Assessment, claim: object) -> str:
    return next(statement(a.claim) for c, a in result.claims.items() if c == claim)


def test_what_is_found_becomes_triples(tmp_path: Path) -> None:
    """From the worse claim to the better one, each once."""
    own = case(tmp_path)
    own.says("blog", "jia foundedOn 2014")
    own.says("page", "jia foundedOn 2025")
    own.says("gazette", "jia foundedOn 2014-10-16")
    result = own.assess()
    triples = {(said(result, s), p, said(result, o)) for s, p, o in result.compared.triples()}
    assert triples == {
        ("jia foundedOn 2014", AGREES_WITH, "jia foundedOn 2014-10-16"),
        ("jia foundedOn 2025", CONTRADICTED_BY, "jia foundedOn 2014-10-16"),
    }


@given(ROWS)
@settings(max_examples=40)
def test_only_better_sources_are_asked(rows: list[Row]) -> None:
    """A law: what a claim is held against is supported by a source of a better tier, and nothing
    both agrees with a claim and contradicts it."""
    with workspace(rows) as own:
        result = own.assess()
    backing = Backing(result.sources, Policy())
    place = {claim: backing.place(a.supporting) for claim, a in result.claims.items()}
    found = result.compared
    for pairs in (found.agreeing, found.contradicting):
        assert all(place[o] < place[claim] for claim, others in pairs.items() for o in others)
    for claim in found.agreeing.keys() & found.contradicting.keys():
        assert not found.agreeing[claim] & found.contradicting[claim]
