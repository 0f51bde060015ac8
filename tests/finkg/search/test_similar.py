"""Typing errors are forgiven where nothing is written as it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from finkg.search.folding import key
from finkg.search.matching import Match

from .small import named

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

#: Of names with one error so many hundredths are among the first few hits.
ENOUGH, FIRST = 0.95, 5


def wrong(name: str) -> Iterator[str]:
    """The name with a letter left out, doubled, or two in the wrong order, behind the first."""
    for place in range(1, len(name) - 1):
        yield name[:place] + name[place + 1 :]
        yield name[:place] + name[place] + name[place:]
        yield name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def test_one_wrong_letter_is_forgiven(kg: KnowledgeGraph) -> None:
    """Whatever single letter goes wrong in the English name of a product or company, the entity is
    among the first hits."""
    query = "SELECT ?e ?n { ?e a/rdfs:subClassOf* ?c ; rdfs:label ?n FILTER (LANG(?n) = 'en') }"
    classes = "VALUES ?c { fk:Product fk:Organization }"
    rows = kg.snapshot.rows(query.replace("{ ?e", f"{{ {classes} ?e", 1))
    names = {(row["e"], key(row["n"].value)) for row in rows}
    typed = [(e, each) for e, name in names if 6 <= len(name) <= 20 for each in wrong(name)]
    found = [entity in {hit.entity for hit in kg.search(t, FIRST)} for entity, t in typed]
    assert len(typed) > 500
    assert sum(found) >= ENOUGH * len(typed)


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("tencnt", True),
        ("telcnt", False),
        ("tecnet holdings", True),
        ("wrongly", False),
        ("tnt", False),
    ],
)
def test_how_many_errors_are_allowed_for(text: str, finds: bool) -> None:
    """One in a short name, two in a long one, none in what is too short to tell."""
    assert bool(named("Tencent Holdings").find(text)) is finds


def test_a_wrong_character_is_forgiven() -> None:
    """In a name of three characters or more one may be wrong, whatever it sounds like."""
    names = named("个人信息保护法", "余额宝")
    assert [hit.match for hit in names.find("个人信用保护法")] == [Match.SIMILAR]
    assert [hit.match for hit in names.find("余钱宝")] == [Match.SIMILAR]
    assert names.find("钱宝") == []


def test_no_error_is_assumed_without_need() -> None:
    """Where the text is written somewhere, nothing that is only like it is offered."""
    assert [hit.label.zh for hit in named("Lufax", "Lufex").find("lufax")] == ["Lufax"]


def test_the_most_alike_comes_first() -> None:
    """The fewer errors the earlier; a whole name before the beginning of one."""
    hits = named("Alipays Holding", "Alipay", "Alibaba").find("alipya")
    assert [hit.label.en for hit in hits] == ["Alipay", "Alipays Holding"]
