"""The words and phrasings that ship with the questions are sound, and equal in both languages."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter

import pytest

from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.resources import queries
from finkg.understanding.lexicon import LANGUAGES, folded

_BLANK = re.compile(r"\{([^}]*)\}")
_CJK = re.compile(r"[\u3400-\u9fff]")
#: Fewer ways to ask a question than these teach nothing of how people ask it.
ENOUGH = 5


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (queries() / "phrasings.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def concepts() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((queries() / "words.toml").read_text("utf-8"))


def test_every_concept_has_words_of_both_languages(
    concepts: dict[str, dict[str, list[str]]],
) -> None:
    """A concept of one language would compare nothing."""
    for concept, words in concepts.items():
        assert [*words] == [*LANGUAGES], concept
        assert all(words.values()), concept


def test_no_word_stands_twice_under_a_concept(concepts: dict[str, dict[str, list[str]]]) -> None:
    """Nor is one empty, or spelled with spaces around it."""
    for concept, words in concepts.items():
        said = [folded(word) for each in words.values() for word in each]
        assert [word for word, times in Counter(said).items() if times > 1] == [], concept
        assert all(word == word.strip() != "" for word in said), concept


def test_english_words_are_no_chinese(concepts: dict[str, dict[str, list[str]]]) -> None:
    """Each word stands under its language."""
    assert [w for words in concepts.values() for w in words["en"] if _CJK.search(w)] == []


def test_phrasings_have_their_columns(rows: list[dict[str, str]]) -> None:
    """And a text in each line, in one of the two languages."""
    for row in rows:
        assert [*row] == ["question", "lang", "text"]
        assert row["lang"] in LANGUAGES
        assert row["text"].strip() == row["text"] != ""


def test_phrasings_are_of_questions(rows: list[dict[str, str]]) -> None:
    """Those without a question are what none answers; each language has some."""
    assert {row["question"] for row in rows} == {"", *Catalogue().names()}
    assert {row["lang"] for row in rows if not row["question"]} == {*LANGUAGES}


def test_a_question_is_asked_in_both_languages(
    question: Question, rows: list[dict[str, str]]
) -> None:
    """In several ways each."""
    ways = Counter(row["lang"] for row in rows if row["question"] == question.name)
    assert all(ways[lang] >= ENOUGH for lang in LANGUAGES)


def test_blanks_are_parameters(question: Question, rows: list[dict[str, str]]) -> None:
    """Each parameter that is needed is the blank of some phrasing in each language."""
    for lang in LANGUAGES:
        asked = [r["text"] for r in rows if (r["question"], r["lang"]) == (question.name, lang)]
        blanks = {blank for text in asked for blank in _BLANK.findall(text)}
        assert blanks <= question.parameters.keys()
        entities = {
            p.name for p in question.parameters.values() if p.required and p.type == "entity"
        }
        assert entities <= blanks


def test_no_text_stands_twice(rows: list[dict[str, str]]) -> None:
    """Nor means two questions."""
    for lang in LANGUAGES:
        said = Counter(folded(row["text"]) for row in rows if row["lang"] == lang)
        assert [text for text, times in said.items() if times > 1] == []


def test_a_text_is_in_its_language(rows: list[dict[str, str]]) -> None:
    """Blanks aside."""
    for row in rows:
        assert bool(_CJK.search(_BLANK.sub("", row["text"]))) is (row["lang"] == "zh"), row
