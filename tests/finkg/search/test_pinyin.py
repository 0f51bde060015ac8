"""How Chinese names are read."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin.constants import PHRASES_DICT

from finkg.folding import table
from finkg.search import pinyin
from finkg.search.folding import key, words, words_of_all
from finkg.search.pinyin import Listener, Reading, Signs, readings, sound, written
from finkg.search.syllables import Syllables

#: Texts of what is folded in different ways: accents, widths, signs, traditional characters, jamo,
#: lines, characters of several readings.
TEXTS = st.lists(
    st.one_of(st.text(), st.text("行长重乐银人會計 aÉßﬁＰ\u0301\u1100\u1161\n\r_-·𠮷\ue000")),
    max_size=6,
)


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("花呗", [("hua bei", "hb")]),
        ("银行", [("yin hang", "yh")]),
        ("重庆", [("chong qing", "cq")]),
        ("人行", [("ren xing", "rx"), ("ren hang", "rh")]),
        ("会计", [("kuai ji", "kj")]),
        ("腾讯qq", [("teng xun qq", "txqq")]),
        ("p2p 网贷", [("p2p wang dai", "p2pwd")]),
        ("ant group", []),
    ],
)
def test_how_a_name_is_read(name: str, ways: list[tuple[str, str]]) -> None:
    """A phrase settles how a character is read; without one each way in common use counts."""
    assert [*readings(name)] == [Reading(*way) for way in ways]


def test_the_ways_to_read_a_name_are_few() -> None:
    """A name of many doubtful characters does not fill the index."""
    assert len(readings("行长行长行长乐重乐重")) <= 4


@pytest.mark.parametrize(
    ("letters", "ways"),
    [
        ("xian", [("xian",), ("xi", "an")]),
        ("fangan", [("fan", "gan"), ("fang", "an")]),
        ("huab", []),
        ("an" * 200 + "q", []),
    ],
)
def test_letters_are_read_as_syllables(letters: str, ways: list[tuple[str, ...]]) -> None:
    """In every way in which all letters are used, few syllables first; what cannot be read takes
    no time to tell."""
    found = [*syllables("xian", "xi", "an", "fang", "fan", "gan", "hua", "na").ways(letters)]
    assert sorted(found) == sorted(ways)
    assert [*map(len, found)] == sorted(map(len, found))


def test_letters_that_are_being_typed_begin_a_syllable() -> None:
    """The last syllable may be any that begins so; those before it are whole."""
    known = syllables("hua", "bei", "bao", "huan")
    assert known.begun("huab") == [[["hua"], ["bao", "bei"]]]
    assert known.begun("hua") == [[["hua", "huan"]]]
    assert known.whole("huab") == []


def test_letters_of_many_readings_are_read_in_the_likeliest() -> None:
    """However many ways there are to read them, few are looked up, and at once."""
    assert 1 < len(syllables("an", "a", "n").whole("an" * 12)) < 100


def syllables(*known: str) -> Syllables:
    return Syllables((each, each) for each in known)


@pytest.mark.parametrize(
    ("one", "other"),
    [("zhifu", "zifu"), ("xing", "xin"), ("liang", "niang"), ("shang", "san"), ("lv", "lu")],
)
def test_what_is_often_confounded_sounds_alike(one: str, other: str) -> None:
    """Dialects and input methods do not tell these apart."""
    assert sound(one) == sound(other)


def test_other_sounds_differ() -> None:
    """Names that nobody confounds are not found for one another."""
    assert len({sound(each) for each in ("huabei", "jiebei", "zhifubao", "weixin")}) == 4


def test_the_table_of_readings_is_that_of_pypinyin() -> None:
    """Characters that many phrases read in two ways are all listed, the commonest reading first;
    what only one phrase in twenty has is listed nowhere."""
    met: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, told in PHRASES_DICT.items():
        for character, (syllable, *_) in zip(phrase, told, strict=True):
            met[character][key(syllable)] += 1
    listed = {
        character: ways
        for character, *ways in map(
            str.split, table(Path(pinyin.__file__).with_name("readings.txt"))
        )
    }
    for character, found in met.items():
        often = {way for way, n in found.items() if n >= 10 and n >= found.total() / 5}
        if len(often) > 1:
            assert often <= {*listed[character]}
    for character, ways in listed.items():
        found = met[character]
        assert all(found[way] >= found.total() / 20 for way in ways)
        assert found[ways[0]] == max(found.values())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Yu'e Bao", "yu e bao"),
        ("螞蟻集團", "蚂蚁集团"),
        ("餘額寶", "余额宝"),
        ("Ｐ２Ｐ网贷", "p2p网贷"),
        ("huābèi", "huabei"),
        ("《个人信息保护法》", "个人信息保护法"),
        ("  T+0  ", "t 0"),
        ("Straße", "strasse"),
    ],
)
def test_how_a_text_is_compared(text: str, folded: str) -> None:
    """Width, case, accents, signs, spaces and traditional characters make no difference."""
    assert words(text) == folded


@given(TEXTS)
def test_texts_are_folded_together_as_apart(texts: list[str]) -> None:
    """Of many at once none touches its neighbour."""
    assert words_of_all(texts) == [words(text) for text in texts]


@given(TEXTS)
def test_names_are_read_together_as_apart(texts: list[str]) -> None:
    """Of many at once none touches its neighbour; signs tell all that was read."""
    names = words_of_all(texts)
    listener = Listener()
    heard = listener.heard("\n".join(names)).split("\n") if names else []
    for name, each in zip(names, heard, strict=True):
        found = () if each == name else listener.signs.readings(each)
        assert found == readings(name)


def test_a_phrase_ends_with_its_name() -> None:
    """What the next name begins with settles nothing: 人 before 行 in the next line is no 人行."""
    listener = Listener()
    first, second, third = listener.heard("重\n庆行\n股权重组").split("\n")
    assert [way.syllables for way in listener.signs.readings(first)] == ["zhong", "chong"]
    assert [way.syllables for way in listener.signs.readings(second)] == ["qing xing", "qing hang"]
    assert [way.syllables for way in listener.signs.readings(third)] == ["gu quan chong zu"]


def test_signs_are_those_of_the_index() -> None:
    """Signs are numbered as syllables are met: who knows their order reads what was written."""
    listener = Listener()
    heard = listener.heard("腾讯qq 银行")
    assert Signs(listener.signs.syllables).readings(heard) == (
        Reading("teng xun qq yin hang", "txqqyh"),
    )
    assert written(heard) == {"qq"}
