"""A text in parts: nothing that it says is in two of them."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from finkg.understanding.days import Day
from finkg.understanding.lexicon import Word
from finkg.understanding.reading import Blank, Named, Part, Reader, spelling, wording

from .test_linking import TEXTS


def kinds(parts: list[Part]) -> list[str | date]:
    return [told(part) for part in parts]


def told(part: Part) -> str | date:
    """A day as itself, a name in brackets, a blank in braces, a word as it is."""
    if isinstance(part, Day):
        return part.day
    if isinstance(part, Named):
        return f"[{part.mention.text}]"
    return f"{{{part.parameter}}}" if isinstance(part, Blank) else part.text


def test_parts_stand_in_the_order_of_the_text(reader: Reader) -> None:
    """Words, names and days."""
    parts = reader.parts("谁在2020年创办了蚂蚁集团 today")
    assert kinds(parts) == ["谁", "在", date(2020, 12, 31), "创办", "了", "[蚂蚁集团]", "today"]


def test_a_day_in_a_name_is_part_of_the_name(reader: Reader) -> None:
    """Who asks about the rules of 2010 does not ask as of 2010; beside them a day is one."""
    assert kinds(reader.parts("2010年支付办法")) == ["[2010年支付办法]"]
    assert kinds(reader.parts("Payment Rules 2010 2011")) == [
        "[payment rules 2010]",
        date(2011, 12, 31),
    ]


def test_a_blank_stands_for_a_value_in_examples_only(reader: Reader) -> None:
    """Who asks may write braces; they are no blanks then."""
    assert kinds(reader.example("谁创办{company-of}")) == ["谁", "创办", "{company-of}"]
    assert not any(isinstance(part, Blank) for part in reader.parts("谁创办{company}"))


def test_no_word_crosses_a_name(reader: Reader) -> None:
    """What stands before and after a name is not one word."""
    assert kinds(reader.parts("金蚂蚁集团融")) == ["金", "[蚂蚁集团]", "融"]


def test_a_weak_name_carries_its_concept(reader: Reader) -> None:
    """数据 is a concept of the graph and an ordinary word; 花呗 is only a name, and so is one of
    several words, whatever each means."""
    found = [
        part.concepts for part in reader.parts("数据花呗 Data Bank") if isinstance(part, Named)
    ]
    assert found == [{"information"}, frozenset(), frozenset()]


@given(text=TEXTS)
def test_any_text_is_read(reader: Reader, text: str) -> None:
    """Every part of whatever text says something."""
    for part in reader.parts(text):
        assert not isinstance(part, Blank)
        assert isinstance(part, Day) or (part.text if isinstance(part, Word) else part.mention.text)


def test_a_text_is_spelled_with_its_names(reader: Reader) -> None:
    """And worded without them."""
    parts = reader.parts("谁创办了蚂蚁集团")
    assert spelling(parts) == ("谁", "创办", "了", "蚂蚁集团")
    assert wording(parts) == wording(reader.example("谁创办了{company}"))
    assert spelling(reader.example("谁创办了{company}")) == wording(parts)


def test_words_that_tell_nothing_have_no_meaning(reader: Reader) -> None:
    """Of 谁创办了公司 four words remain three; what the lexicon has not means nothing yet."""
    assert reader.meanings("谁创办了公司") == [{"who"}, {"found"}, {"company"}]
    assert reader.meanings("the zebra") == [frozenset()]
