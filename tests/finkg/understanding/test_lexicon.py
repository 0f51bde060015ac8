"""Words of two languages under the concepts that they mean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.errors import DefinitionProblem
from finkg.folding import folded
from finkg.understanding.lexicon import Lexicon, stem

from . import small

#: Words that the lexicon has, words it has not, and any characters at all.
TEXTS = st.lists(
    st.sampled_from(
        ["创办", "互联网金融", "互联网", "公司", "founders", "set up", "bank", " ", "呗"]
    )
    | st.text(max_size=3)
).map("".join)


def meanings(lexicon: Lexicon, text: str) -> list[tuple[str, set[str]]]:
    return [(word.text, {*word.concepts}) for word in lexicon.words(folded(text))]


def squeezed(text: str) -> str:
    """The letters, digits and characters of a text, all but Chinese by stem."""
    pieces = re.findall(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+", text)
    return "".join(piece if "\u3400" <= piece[0] <= "\u9fff" else stem(piece) for piece in pieces)


@given(text=TEXTS)
def test_words_cover_the_text(lexicon: Lexicon, text: str) -> None:
    """Every letter and digit of a text is in one of its words, known or not, in order."""
    words = lexicon.words(folded(text))
    assert "".join(word.text.replace(" ", "") for word in words) == squeezed(folded(text))


@given(text=TEXTS)
def test_what_is_unknown_holds_nothing_known(lexicon: Lexicon, text: str) -> None:
    """No Chinese word of the lexicon is lost in a run of characters that it has not."""
    for word in lexicon.words(folded(text)):
        assert word.concepts or not any(n in word.text for n in ("创办", "公司", "谁", "金融"))


def test_the_longest_word_wins(lexicon: Lexicon) -> None:
    """互联网金融 is neither 互联网 nor 金融."""
    assert meanings(lexicon, "互联网金融") == [("互联网金融", {"online"})]
    assert meanings(lexicon, "网金融") == [("网", set()), ("金融", {"money"})]
    assert meanings(lexicon, "set up") == [("set up", {"found"})]


def test_least_is_left_unknown(folder: Path) -> None:
    """什么时候 is not parted into 什么时 and what is no word, though that is a word too."""
    lexicon = small.lexicon(folder, "[when]\nzh = ['什么时候', '是什么时', '是']\nen = ['when']\n")
    assert [word for word, _ in meanings(lexicon, "是什么时候")] == ["是", "什么时候"]


def test_width_and_case_are_folded(lexicon: Lexicon) -> None:
    """ＦＯＵＮＤ, Found and found are one word, and so are the two apostrophes."""
    assert {word for word, _ in meanings(lexicon, "ＦＯＵＮＤ Found found")} == {"found"}
    assert folded("Ant’s") == folded("ＡＮＴ's") == "ant's"


def test_english_is_compared_by_stem(lexicon: Lexicon) -> None:
    """Founded, founding and founds mean what found does; 'foundry' does not."""
    for word in ("found", "founded", "founding", "founds"):
        assert meanings(lexicon, word) == [("found", {"found"})]
    assert meanings(lexicon, "foundry") == [(stem("foundry"), set())]


def test_a_word_may_mean_several_things(lexicon: Lexicon) -> None:
    """What stands under two concepts has both."""
    assert meanings(lexicon, "banks") == [("bank", {"bank", "shore"})]


def test_files_add_to_each_other(folder: Path) -> None:
    """A workspace's words stand beside ours, and a word of both means what either says."""
    (folder / "mine").mkdir()
    small.lexicon(folder), small.lexicon(folder / "mine", '[feud]\nen = ["feud", "found"]\n')
    both = Lexicon(folder / "words.toml", folder / "mine" / "words.toml")
    assert meanings(both, "feud found 创办") == [
        ("feud", {"feud"}),
        ("found", {"feud", "found"}),
        ("创办", {"found"}),
    ]


def test_no_file_knows_no_word() -> None:
    """A text is read all the same."""
    assert meanings(Lexicon(), "谁创办 it") == [("谁创办", set()), ("it", set())]


def test_a_byte_order_mark_is_no_part_of_the_file(folder: Path) -> None:
    """As some editors write it."""
    (folder / "words.toml").write_bytes("\ufeff[feud]\nen = ['feud']\n".encode())
    assert meanings(Lexicon(folder / "words.toml"), "feud") == [("feud", {"feud"})]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("[feud", "不是 TOML", "not TOML"),
        ("feud = 1", "“feud”", "“feud”"),
        ("[feud]\nzh = '斗法'", "“feud”", "“feud”"),
        ("[feud]\nen = ['']", "不能为空", "empty"),
        ("[feud]\nen = ['?!']", "不能为空", "empty"),
        ("[feud]\nen = [1]", "“feud”", "“feud”"),
        ("[feud]\nde = ['Zwist']", "“feud”", "“feud”"),
    ],
)
def test_a_file_that_is_none_is_named(folder: Path, text: str, zh: str, en: str) -> None:
    """With its path and what is wrong, in both languages."""
    queries = folder / "queries"
    queries.mkdir()
    with pytest.raises(DefinitionProblem) as caught:
        small.lexicon(queries, text)
    for lang, said in (("zh", zh), ("en", en)):
        message = caught.value.message(lang)
        assert "queries/words.toml" in message
        assert said in message


def test_another_encoding_is_told(folder: Path) -> None:
    """With how to write the file anew."""
    (folder / "words.toml").write_bytes("[feud]\nzh = ['斗法而已']\n".encode("gb18030"))
    with pytest.raises(DefinitionProblem) as caught:
        Lexicon(folder / "words.toml")
    assert "UTF-8" in caught.value.message("zh")
    assert "iconv" in caught.value.advice("zh")
    assert "iconv" in caught.value.advice("en")
