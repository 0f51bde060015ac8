"""Questions in plain words by somebody who had read the catalogue's titles alone.

They are kept for the day on which something answers plain words, and are not to be read by who
writes it: what it makes of them then is its score.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.graph import KnowledgeGraph

#: Added since; nobody who has read the titles alone has asked them yet.
SINCE = {
    "bridges", "central-entities", "communities", "community-members", "connections",
    "similar-products",
}  # fmt: skip
FILE = Path(__file__).with_name("blind-phrasings.csv")


@pytest.fixture(scope="module")
def asked() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def given(row: dict[str, str]) -> dict[str, str]:
    """The parameters that a row names, by name."""
    pairs = filter(None, row["parameters"].split(";"))
    return dict(pair.split("=", 1) for pair in pairs)


def test_every_question_is_asked_and_some_have_no_answer(asked: list[dict[str, str]]) -> None:
    """In both languages, half and half."""
    questions = {question.name for question in Catalogue()}
    named = {row["question"] for row in asked if row["question"]}
    assert named == questions - SINCE
    answerable = Counter(row["lang"] for row in asked if row["question"])
    assert answerable["zh"] == answerable["en"] >= 50
    assert sum(not row["question"] for row in asked) >= 20
    assert len({row["text"].casefold() for row in asked}) == len(asked)


def test_parameters_are_those_of_the_question(
    kg: KnowledgeGraph, asked: list[dict[str, str]]
) -> None:
    """And their entities are in the graph, so that a wrong answer is the matcher's own fault."""
    catalogue = Catalogue()
    for row in asked:
        if not row["question"]:
            assert not row["parameters"]
            continue
        question: Question = catalogue.question(row["question"])
        for name, value in given(row).items():
            assert name in question.parameters
            if question.parameters[name].type == "entity":
                assert kg.entity(value)
