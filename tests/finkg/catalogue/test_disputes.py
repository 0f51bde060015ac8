"""Disputes as they are shown: all sides with their evidence, what is preferred, and why."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from finkg.catalogue.disputes import DisputeCard
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import ID, local_name

from ..own import Own


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """A settled dispute, an open one, and two denials: one by a lesser source, one by a peer."""
    entities = {"ant": "Company", "jd": "Company", "lufax": "Company", "huabei": "FinancialProduct"}
    own = Own(tmp_path_factory.mktemp("disputes") / "own", entities)
    for name, tier in (("gazette", "high"), ("paper", "medium"), ("weekly", "medium")):
        own.source(name, tier)
    own.says("weekly", "ant foundedOn 2025")
    own.says("gazette", "ant foundedOn 2014-10-16")
    own.says("paper", "jd foundedOn 2012")
    own.says("weekly", "jd foundedOn 2013")
    own.says("gazette", "ant offers huabei")
    own.says("paper", "ant offers huabei", stance="refutes")
    own.says("paper", "lufax offers huabei")
    own.says("weekly", "lufax offers huabei", stance="refutes")
    own.says("paper", "huabei launchedOn 2014")
    return own.build()


def told(card: DisputeCard) -> list[tuple[str, str]]:
    """What each side says and where it stands."""
    return [(local_name_or_text(side.value), side.standing) for side in card.sides]


def local_name_or_text(value: object) -> str:
    return local_name(value) if isinstance(value, NamedNode) else str(getattr(value, "value", ""))


def test_open_ones_come_first_then_by_subject(kg: KnowledgeGraph) -> None:
    """What is undecided is what a reader has to look at."""
    found = [(card.settled, local_name(card.subject)) for card in kg.disputes()]
    assert found == [(False, "jd"), (False, "lufax"), (True, "ant"), (True, "ant")]


def test_a_settled_one_has_the_preferred_side_first_and_says_why(kg: KnowledgeGraph) -> None:
    """In both languages, each side with its source."""
    card = next(card for card in kg.disputes("ant") if len(card.sides) == 2)
    assert told(card) == [("2014-10-16", "Accepted"), ("2025", "Outranked")]
    assert card.preferred == card.sides[0].claim
    assert "来源层级更高（高，对方为中）" in card.reason.zh
    assert "2014-10-16" in card.reason.en
    assert [leaf.title for side in card.sides for leaf in side.evidence] == [
        "The gazette",
        "The weekly",
    ]


def test_an_open_one_prefers_nobody(kg: KnowledgeGraph) -> None:
    """Both sides are doubtful and both keep their evidence."""
    (card,) = kg.disputes("jd")
    assert card.preferred is None
    assert told(card) == [("2012", "Doubtful"), ("2013", "Doubtful")]
    assert all(side.evidence for side in card.sides)


@pytest.mark.parametrize(("company", "settled"), [("ant", True), ("lufax", False)])
def test_a_denial_has_one_side_and_two_voices(
    kg: KnowledgeGraph, company: str, settled: bool
) -> None:
    """Who says it and who denies it; a lesser source does not shake it."""
    (card,) = (card for card in kg.disputes(company) if len(card.sides) == 1)
    assert card.settled is settled
    assert {leaf.supports for leaf in card.sides[0].evidence} == {True, False}


def test_an_entity_is_found_on_either_side_of_a_statement(kg: KnowledgeGraph) -> None:
    """花呗 is the value of two disputed statements, and its own launch is disputed by nobody."""
    found = kg.disputes("huabei")
    assert {local_name(card.subject) for card in found} == {"ant", "lufax"}
    launch = NamedNode(f"{ID}huabei")
    assert launch not in {card.subject for card in kg.disputes()}


def test_each_side_says_of_which_dispute_it_is_one(kg: KnowledgeGraph) -> None:
    """From a statement one gets to what contradicts it."""
    for card in kg.disputes():
        assert all(card.dispute in side.disputes for side in card.sides)
    (launch,) = kg.why("huabei", "launchedOn")
    assert launch.disputes == ()
