"""The names of a graph are found in a text as whole words, the longest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.folding import folded
from finkg.understanding.linking import Linker

from .small import THINGS, ids

TEXTS = st.lists(
    st.sampled_from([*(name for _, *names in THINGS.values() for name in names), " ", "的", "'s"])
    | st.text(max_size=3)
).map("".join)


def found(linker: Linker, text: str) -> list[tuple[str, set[str]]]:
    return [(name.text, ids(name.entities)) for name in linker.mentions(folded(text))]


def test_the_longest_name_wins(linker: Linker) -> None:
    """Ant Bank is not Ant, and the company 支付宝公司 is not its product."""
    assert found(linker, "Ant Bank and Ant") == [("ant bank", {"ant-bank"}), ("ant", {"ant"})]
    assert found(linker, "支付宝公司") == [("支付宝公司", {"alipay-co"})]


@pytest.mark.parametrize("text", ["important", "ants", "anteater", "Giant", "1ant", "ant2"])
def test_no_name_is_inside_a_word(linker: Linker, text: str) -> None:
    """Ant is a company, and part of many words."""
    assert found(linker, text) == []


@pytest.mark.parametrize(
    "text", ["Ant's", "Ant’s", "“Ant”", "Ant,", "(ant)", "关于Ant的", "Ant-led"]
)
def test_a_name_stands_between_marks(linker: Linker, text: str) -> None:
    """Possessives, quotation marks and Chinese on either side end a word."""
    assert found(linker, text) == [("ant", {"ant"})]


def test_chinese_needs_no_spaces(linker: Linker) -> None:
    """Names stand among other characters, one after the other."""
    assert [text for text, _ in found(linker, "谁创办了蚂蚁集团花呗")] == ["蚂蚁集团", "花呗"]


@pytest.mark.parametrize("text", ["HUABEI", "huabei", "Ｈｕａｂｅｉ", "花 呗", "花　呗"])
def test_case_width_and_spaces_are_folded(linker: Linker, text: str) -> None:
    """As when an entity is named to a command."""
    assert [entities for _, entities in found(linker, text)] == [{"huabei"}]


def test_spaces_of_a_name_may_be_missing_or_more(linker: Linker) -> None:
    """And the words are given back as the text has them."""
    assert found(linker, "antbank ant  bank") == [
        ("antbank", {"ant-bank"}),
        ("ant  bank", {"ant-bank"}),
    ]


def test_only_what_is_asked_about_is_found(linker: Linker) -> None:
    """No question takes a lesson, so the word 教训 is a word."""
    assert found(linker, "教训 Lesson") == []


def test_one_character_is_no_name(linker: Linker) -> None:
    """光 and C are names of a company here, and words nearly everywhere."""
    assert found(linker, "光 C") == []


def test_a_name_of_two_things_means_both(linker: Linker) -> None:
    """Which is meant is decided by what the question takes."""
    assert found(linker, "金库") == [("金库", {"gold-a", "gold-b"})]
    assert found(linker, "支付宝") == [("支付宝", {"alipay", "alipay-co"})]


def test_classes_above_count(linker: Linker) -> None:
    """A financial product is a product."""
    (mention,) = linker.mentions("花呗")
    assert linker.classes(mention.entities[0]) == {"FinancialProduct", "Product"}


def test_ordinary_words_are_no_properties(linker: Linker) -> None:
    """launchedOn can be nothing else; evidence is a word."""
    assert {*linker.properties.values()} == {"launchedOn"}


@given(text=TEXTS)
def test_mentions_are_apart_and_say_their_words(linker: Linker, text: str) -> None:
    """Of any text whatever: in order, not overlapping, each its own stretch of the text."""
    text = folded(text)
    place = 0
    for mention in linker.mentions(text):
        assert place <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        place = mention.end
    assert place <= len(text)


def test_an_identifier_is_a_name(linker: Linker) -> None:
    """As it is to a command, if it can be no ordinary word."""
    assert found(linker, "who founded ant-bank?") == [("ant-bank", {"ant-bank"})]
    assert found(linker, "alipay-co, c") == [("alipay-co", {"alipay-co"})]


def test_a_class_may_be_within_another(linker: Linker) -> None:
    """Banks are organizations; products are none, and of one class alone nothing is within."""
    assert linker.narrower(["Bank", "Organization"]) == {"Bank"}
    assert linker.narrower(["Product", "Organization"]) == linker.narrower(["Bank"]) == frozenset()


def test_a_property_is_spelled_out(linker: Linker) -> None:
    """Its local name in words; what is an ordinary word is none of them."""
    assert linker.spelled_out == {"launchedOn": "launched on"}
