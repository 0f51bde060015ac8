"""What people type in the packaged graph, and what they mean by it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from finkg.search.folding import key
from finkg.search.matching import Match
from finkg.vocabulary import CITATION, SOURCE_DOCUMENT

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

with Path(__file__).with_name("searches.csv").open(encoding="utf-8", newline="") as file:
    SEARCHES = [*csv.DictReader(file)]
#: Of what is typed so many hundredths find first what was meant.
ENOUGH = 0.97


def test_what_was_meant_comes_first(kg: KnowledgeGraph) -> None:
    """Labels, aliases, former names, traditional characters, pinyin, initials, beginnings, words
    and typing errors lead to the entity that a reader means; what names nothing finds nothing."""
    firsts = [(row, next((hit.id for hit in kg.search(row["search"], 1)), "")) for row in SEARCHES]
    wrong = [f"{row['search']}: {found}" for row, found in firsts if found != row["first"]]
    assert len(SEARCHES) >= 150
    assert len(wrong) <= (1 - ENOUGH) * len(SEARCHES), wrong


def test_each_way_to_ask_is_tried() -> None:
    """No way to type a name passes because it is never tried."""
    ways = {row["asked"] for row in SEARCHES}
    assert ways >= {
        "label", "alias", "former name", "traditional", "pinyin", "tones", "initials", "beginning",
        "inside", "words", "typing error", "sound", "id", "width",
    }  # fmt: skip


@pytest.mark.parametrize("limit", [1, 20, None])
def test_nothing_is_pronounced_before_it_is_written(kg: KnowledgeGraph, limit: int | None) -> None:
    """A hit by pinyin or likeness never stands before one that is written exactly so."""
    for row in SEARCHES:
        matches = [hit.match for hit in kg.search(row["search"], limit)]
        assert (Match.EXACT in matches[1:]) <= (matches[:1] == [Match.EXACT])
        every = {hit.match for hit in kg.search(row["search"], None)}
        assert (Match.EXACT in every) is (Match.EXACT in matches[:1])


def test_every_name_finds_its_entity(kg: KnowledgeGraph) -> None:
    """Whatever an entity is called leads to it, as an exact match before all that are not."""
    for entity, name in kg.names.all():
        hits = kg.search(name)
        exact = [hit.entity for hit in hits if hit.match is Match.EXACT]
        assert entity in exact, name
        assert exact == [hit.entity for hit in hits[: len(exact)]]


@pytest.mark.parametrize("text", ["蚂蚁", "Ant Group", "支付宝", "Alipay", "微众银行", "网贷"])
def test_sources_stand_behind_what_they_are_about(kg: KnowledgeGraph, text: str) -> None:
    """Titles of sources have names in them; who types a name means the thing."""
    sources = {SOURCE_DOCUMENT, CITATION}
    hits = [hit for hit in kg.search(text, None) if hit.kind.is_name]
    for match in {hit.match for hit in hits} - {Match.EXACT}:
        titles = [bool({*hit.classes} & sources) for hit in hits if hit.match is match]
        assert titles == sorted(titles)
    assert not {*hits[0].classes} & sources


def test_a_hit_says_what_matched(kg: KnowledgeGraph) -> None:
    """Its text is a text of the graph that really answers: exact ones fold to the query."""
    for row in SEARCHES:
        if row["asked"] == "tones":
            continue  # tones as figures fall away before anything is compared
        for hit in kg.search(row["search"]):
            if hit.match is Match.EXACT:
                assert key(hit.text) == key(row["search"])
            elif hit.match is Match.PREFIX:
                assert key(hit.text).startswith(key(row["search"]))
            elif hit.match is Match.WORD:
                assert key(row["search"]) in key(hit.text)


def test_a_limit_cuts_and_changes_nothing(kg: KnowledgeGraph) -> None:
    """The first hits are the same however many are asked for."""
    for row in SEARCHES:
        every = kg.search(row["search"], None)
        for limit in (1, 3, 20):
            assert kg.search(row["search"], limit) == every[:limit], row["search"]
