"""Which question a text asks, by the packaged catalogue and graph."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

import pytest

from finkg.understanding.matching import LIKELIEST, Matcher

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture(scope="module")
def matcher(kg: KnowledgeGraph) -> Matcher:
    from datetime import date

    from finkg.resources import queries
    from finkg.understanding.lexicon import Lexicon
    from finkg.understanding.linking import Linker
    from finkg.understanding.reading import Reader

    classes = {c for q in kg.questions for p in q.parameters.values() for c in p.classes}
    linker = Linker(kg.names, classes)
    reader = Reader(Lexicon(queries() / "words.toml"), linker)
    return Matcher(kg.questions, reader, linker, date(2026, 1, 1))


def likeliest(matcher: Matcher, text: str) -> str:
    question = matcher.matches(text)[0].question
    return question.name if question else ""


@pytest.mark.parametrize("text", ["谁创办了陆金所？", "花呗", "", "天气", "花呗 " * 8, "quux"])
def test_the_likeliest_share_all_probability(
    matcher: Matcher, kg: KnowledgeGraph, text: str
) -> None:
    """A dozen questions, each once, and once that none is asked; the likeliest first."""
    matches = matcher.matches(text)
    names = [match.question.name if match.question else "" for match in matches]
    assert len({*names}) == len(names) == LIKELIEST + 1
    assert {*names} < {"", *kg.questions.names()}
    chances = [match.probable for match in matches]
    assert chances == sorted(chances, reverse=True)
    assert isclose(sum(chances), 1)
    assert all(0 <= match.covered <= 1 for match in matches)


def test_titles_ask_their_questions(matcher: Matcher, kg: KnowledgeGraph) -> None:
    """In both languages nearly all of them; what a title needs is not said in it."""
    titles = [(q.name, q.title.in_language(lang)) for q in kg.questions for lang in ("zh", "en")]
    wrong = [(name, title) for name, title in titles if likeliest(matcher, title) != name]
    assert len(wrong) <= len(titles) // 20, wrong


def test_names_and_days_tell_questions_apart(matcher: Matcher) -> None:
    """With a day it is asked what was in force on it, without one what is in force."""
    assert likeliest(matcher, "which instruments are in force?") == "instruments-in-force"
    assert likeliest(matcher, "2019-05-01有效的法规") == "instruments-in-force-on"


def test_what_is_known_leaves_fewer_questions(matcher: Matcher) -> None:
    """Only those that take it, and it is missing in none; they share all probability."""
    text = "which products does the company offer?"
    alone = {m.question.name: m for m in matcher.matches(text) if m.question}
    known = {m.question.name: m for m in matcher.matches(text, ["company"]) if m.question}
    assert {
        name for name, m in alone.items() if m.question and "company" in m.question.parameters
    } <= (known.keys())
    assert all("company" in m.question.parameters for m in known.values() if m.question)
    assert alone["products-of-company"].filled.missing == ("company",)
    assert known["products-of-company"].filled.missing == ()
    needs, may_have = "products-of-company", "offered-products"
    assert known[needs].probable > alone[needs].probable
    assert (
        known[needs].probable / known[may_have].probable
        > alone[needs].probable / alone[may_have].probable
    )


def test_what_no_example_speaks_of_is_not_covered(matcher: Matcher) -> None:
    """A text of other words is covered by nothing, one of the examples' words wholly; names and
    days do not count."""
    assert matcher.matches("zebra quagga")[0].covered == 0
    assert matcher.matches("谁创办了陆金所？")[0].covered == 1
    assert matcher.matches("花呗 2020")[0].covered == 0


@pytest.mark.parametrize(
    "text", ["哪些公司没有使用区块链", "which companies do not use blockchain?", "谁未曾创办陆金所"]
)
def test_a_denial_is_seen(matcher: Matcher, text: str) -> None:
    """A question that lists who does is not the answer to who does not."""
    best = matcher.matches(text)[0]
    assert best.is_denial or not best.question


def test_a_question_may_be_about_what_is_not(matcher: Matcher) -> None:
    """Where its own examples deny, it is no denial: drafts are not yet in force."""
    match = matcher.matches("which drafts are not yet in force?")[0]
    assert match.question
    assert (match.question.name, match.is_denial) == ("drafts", False)


def test_an_example_word_for_word_is_that_question(matcher: Matcher) -> None:
    """With a value of its own in the place of the blank, and without regard to what is likely."""
    best = matcher.matches("谁创办了百行征信？")[0]
    assert best.is_verbatim
    assert best.question
    assert best.question.name == "founded-by"
    assert not matcher.matches("谁大概创办过百行征信呀？")[0].is_verbatim


def test_the_kind_of_value_parts_what_is_worded_alike(matcher: Matcher) -> None:
    """Who uses a technology and who uses data is asked in the same words."""
    for name, question in (("blockchain", "technologies-used"), ("personal data", "data-used")):
        best = matcher.matches(f"Who uses {name}?")[0]
        assert best.is_verbatim
        assert best.question
        assert best.question.name == question
    assert not matcher.matches("Who uses Jack Ma?")[0].is_verbatim
