"""Dates as texts print them: where they stand, what they say, and what is no date."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.gate import Span, narrow
from finkg.evidence.moment import Moment
from finkg.plausibility.mention import Mention, Mentions, mentions

Date = tuple[str, int, int, int, bool]


def dates(text: str, language: str) -> list[Date]:
    """Each date as the text prints it, with year, month, day and whether it is narrowed down."""
    found = mentions(text, language)
    return [
        (text[m.span.start : m.span.end], m.year, m.month, m.day, bool(m.narrowed)) for m in found
    ]


def years(text: str, language: str) -> list[int]:
    return [m.year for m in mentions(text, language)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("成立于2013年。", ("2013年", 2013, 0, 0, False)),
        ("2013年6月推出", ("2013年6月", 2013, 6, 0, False)),
        ("2013年06月13日上线", ("2013年06月13日", 2013, 6, 13, False)),
        ("2013年12月31号", ("2013年12月31号", 2013, 12, 31, False)),
        ("２０１３年６月", ("２０１３年６月", 2013, 6, 0, False)),
        ("自1999年起", ("1999年", 1999, 0, 0, False)),
    ],
)
def test_a_chinese_date_is_read_as_far_as_it_goes(text: str, date: Date) -> None:
    """Year, month and day, in digits of either width."""
    assert dates(text, "zh") == [date]


@pytest.mark.parametrize(
    "printed",
    [
        "2015年底", "2015年年底", "2015年末", "2015年初", "2015年年中", "2015年春", "2015年秋",
        "2015年上半年", "2015年下半年", "2015年第三季度", "2015年四季度", "2015年1季度",
        "2015年伊始", "2015年岁末", "2015年晚些时候", "2015年早些时候",
    ],
)  # fmt: skip
def test_a_chinese_year_may_be_narrowed_down(printed: str) -> None:
    """Not by a month, yet 2015年底 says more than 2015年."""
    assert dates(f"截至{printed}，公司", "zh") == [(printed, 2015, 0, 0, True)]


@pytest.mark.parametrize("after", ["，公司", "。", "旬", ""])
def test_the_middle_of_a_chinese_year(after: str) -> None:
    """2015年中 stands before a stop, or at the end of the text."""
    assert dates(f"2015年中{after}", "zh") == [("2015年中", 2015, 0, 0, True)]


@pytest.mark.parametrize(
    "text", ["2015年中国平安", "2015年初期", "2015年末期", "2015年13月", "2015年的秋天"]
)
def test_what_only_begins_like_a_part_of_the_year(text: str) -> None:
    """2015年中国平安 is about 中国平安 in 2015, and there is no thirteenth month."""
    assert dates(text, "zh") == [("2015年", 2015, 0, 0, False)]


@pytest.mark.parametrize("dash", ["-", "—", "–", "～", "~", "至", " - "])
def test_a_chinese_range_has_two_years(dash: str) -> None:
    """The first without the word for year, whatever joins them."""
    assert dates(f"2011{dash}2025年间", "zh") == [
        ("2011", 2011, 0, 0, False),
        ("2025年", 2025, 0, 0, False),
    ]


@pytest.mark.parametrize(
    "text", ["2025万元", "12025年", "3.2025年", "1899年", "025年", "2025", "3015年", "共2025家"]
)
def test_a_chinese_number_is_a_year_only_with_the_word_for_it(text: str) -> None:
    """Four digits from 1900 on, and 年; not the end of a longer number."""
    assert years(text, "zh") == []


def test_chinese_is_often_typed_with_spaces_around_digits() -> None:
    """2013 年 6 月 13 日 says the same as without, and quotes are found either way."""
    assert dates("成立于 2013 年 6 月 13 日。", "zh") == [
        ("2013 年 6 月 13 日", 2013, 6, 13, False)
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Founded in 2013, it", ("2013", 2013, 0, 0, False)),
        ("in June 2013.", ("June 2013", 2013, 6, 0, False)),
        ("on June 13, 2013, it", ("June 13, 2013", 2013, 6, 13, False)),
        ("on 13 June 2013 it", ("13 June 2013", 2013, 6, 13, False)),
        ("the 1st May 2013", ("1st May 2013", 2013, 5, 1, False)),
        ("Sept. 2013", ("Sept. 2013", 2013, 9, 0, False)),
        ("Dec. 5, 2013", ("Dec. 5, 2013", 2013, 12, 5, False)),
        ("on 2013-06-13.", ("2013-06-13", 2013, 6, 13, False)),
        ("(2013)", ("2013", 2013, 0, 0, False)),
        ("2013's best", ("2013", 2013, 0, 0, False)),
        ("It ended in 2013.", ("2013", 2013, 0, 0, False)),
    ],
)
def test_an_english_date_is_read_as_far_as_it_goes(text: str, date: Date) -> None:
    """In either order of day and month, with short names of months, and as ISO 8601 has it."""
    assert dates(text, "en") == [date]


@pytest.mark.parametrize(
    "printed",
    [
        "end of 2015", "beginning of 2015", "early 2015", "late 2015", "mid-2015", "early in 2015",
        "later in 2015", "earlier in 2015",
        "second half of 2015", "third quarter of 2015", "Q3 2015", "H1 2015", "year-end 2015",
        "spring of 2015", "Summer 2015", "close of the year 2015",
    ],
)  # fmt: skip
def test_an_english_year_may_be_narrowed_down(printed: str) -> None:
    """The end of 2015 says more than 2015."""
    (found,) = mentions(f"by the {printed}, it", "en")
    assert (found.year, found.month, bool(found.narrowed)) == (2015, 0, True)


@pytest.mark.parametrize(
    "text", ["as early as 2015", "since 2015", "the year 2015", "summer, 2015"]
)
def test_what_does_not_narrow_an_english_year(text: str) -> None:
    """As early as 2015 is some time in 2015."""
    (found,) = mentions(text, "en")
    assert not found.narrowed


@pytest.mark.parametrize("dash", ["-", "–", "—", " to "])
def test_an_english_range_has_two_years(dash: str) -> None:
    """2011-2025 is no longer number."""
    assert years(f"from 2011{dash}2025,", "en") == [2011, 2025]


@pytest.mark.parametrize(
    "text",
    [
        "$2015", "€2015", "¥2015 million", "2,015 users", "2015,500", "12015", "20155", "2015%",
        "2015.5", "1.2015", "v2015x", "1899", "2100", "No. 7-2015-3",
    ],
)  # fmt: skip
def test_money_and_longer_numbers_are_no_english_years(text: str) -> None:
    """Four digits that count money or belong to more digits."""
    assert years(text, "en") == []


@pytest.mark.parametrize("text", ["a fine of 2000 yuan", "RMB 2000", "USD 2000", "2000 million"])
def test_money_has_words_for_its_currency_too(text: str) -> None:
    """What counts money is no year, with a sign or with a word."""
    assert years(text, "en") == []


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("2015年底", "2015年", "zh"),
        ("2015年上半年", "2015年下半年", "zh"),
        ("2015年3月", "2015年5月", "zh"),
        ("early 2015", "late 2015", "en"),
        ("May 2015", "May 5, 2015", "en"),
    ],
)
def test_two_dates_of_a_year_may_differ_in_words(one: str, other: str, language: str) -> None:
    """The first half of a year is not the second, and a month not the year."""
    words = [m.words for text in (one, other, one) for m in mentions(text, language)]
    assert words[0] == words[2] != words[1]


def test_offsets_are_code_points() -> None:
    """What stands outside the Basic Multilingual Plane counts as one, as in the stored text."""
    text = "𠮷😀公司2013年成立😀，2015年底关闭"
    assert [m.span for m in mentions(text, "zh")] == [Span(4, 9), Span(13, 19)]


@pytest.mark.parametrize(
    ("mention", "time", "says"),
    [
        (Mention(Span(0, 5), 2013), "2013", True),
        (Mention(Span(0, 5), 2013), "2013-06-13", True),
        (Mention(Span(0, 7), 2013, 6), "2013", True),
        (Mention(Span(0, 7), 2013, 6), "2013-06", True),
        (Mention(Span(0, 7), 2013, 6), "2013-Q2", True),
        (Mention(Span(0, 7), 2013, 6), "2013-07", False),
        (Mention(Span(0, 7), 2013, 6), "2013-Q3", False),
        (Mention(Span(0, 5), 2013), "2014", False),
        (Mention(Span(0, 10), 2013, 6, 13), "2013-06-13", True),
        (Mention(Span(0, 10), 2013, 6, 13), "2013-06-14", False),
    ],
)
def test_which_times_can_have_been_read_from_a_date(
    mention: Mention, time: str, *, says: bool
) -> None:
    """A date that says more, or less, than a time may be where it is from; never another one."""
    assert mention.says(Moment.parse(time)) is says


PIECES = st.one_of(
    st.sampled_from(
        ["2013", "年", "6月", "底", "中", "-", "至", "２０", "１３", "$", ",", ".", "%", " ",
         "June ", "13, ", "end of ", "1999", "😀", "𠮷", "中国", "2025年", "2011-2025年", "Q1 "]
    ),
    st.text(max_size=4),
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)
LANGUAGES = st.sampled_from(["zh", "zh-Hans", "en", "de"])


@given(TEXTS, LANGUAGES)
def test_every_date_stands_where_it_says(text: str, language: str) -> None:
    """A law: its stretch of the text prints its year, in order and apart from the others."""
    found = mentions(text, language)
    for mention in found:
        printed = narrow(text[mention.span.start : mention.span.end])
        assert str(mention.year) in printed
        assert 0 <= mention.month <= 12
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


@given(TEXTS, LANGUAGES, st.text("😀 。\n", max_size=5).map("{}\n".format))
def test_what_stands_before_a_text_moves_its_dates(text: str, language: str, before: str) -> None:
    """A law: by as many code points as it has, and alters none."""
    moved = [
        Mention(Span(m.span.start + len(before), m.span.end + len(before)), *m.words)
        for m in mentions(text, language)
    ]
    assert mentions(before + text, language) == moved


@given(TEXTS, LANGUAGES)
def test_the_width_of_digits_does_not_matter(text: str, language: str) -> None:
    """A law: ２０１３年 says what 2013年 says, at the same place."""
    wide = text.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})
    assert mentions(wide, language) == mentions(text, language)


@given(TEXTS, LANGUAGES, st.integers(0, 60), st.integers(0, 60))
def test_the_dates_of_a_stretch_begin_in_it(
    text: str, language: str, start: int, length: int
) -> None:
    """All of them and no others."""
    stretch = Span(start, start + length)
    found = Mentions(text, language).within(stretch)
    assert found == [
        m for m in mentions(text, language) if stretch.start <= m.span.start < stretch.end
    ]


def test_two_spellings_of_the_end_of_a_year_say_the_same() -> None:
    """2015年底 and 2015年年底; end-2015 is no bare year."""
    one, other = mentions("2015年底，2015年年底", "zh")
    assert one.words == other.words
    assert [m.narrowed for m in mentions("at end-2015", "en")] == ["end-"]
