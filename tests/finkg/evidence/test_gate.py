"""The quote gate: what stands in a text is found at its place, and nothing else is."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from finkg.evidence.gate import (
    QuoteCutsNumber,
    QuoteDigitsDiffer,
    QuoteNotFound,
    QuoteNotUnique,
    Span,
    StoredText,
    narrow,
)
from finkg.evidence.quantity import NUMBER

ARTICLE = "截至2025年,“微粒贷”累计授信用户超5000万,笔均贷款金额约8000元,不良率控制在1.5%左右。"
TEXTS = st.text("余额宝超年,。“”'a b\n0123456789万亿.%千", min_size=1, max_size=60)
WIDE = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})


def plainly(text: str) -> str:
    """The text without spaces, width and kinds of marks."""
    return re.sub(r"\s", "", narrow(text)).translate(str.maketrans("“”，。", '"",.'))


def pieces(text: str) -> st.SearchStrategy[Span]:
    """Every stretch of a text that begins and ends with something to see."""
    seen = [i for i, c in enumerate(text) if not c.isspace()]
    ends = st.tuples(st.sampled_from(seen), st.sampled_from(seen))
    return ends.map(lambda pair: Span(min(pair), max(pair) + 1))


def is_cut(text: str, span: Span) -> bool:
    """Whether a border of the stretch falls inside a number."""
    numbers = [match.span() for match in NUMBER.finditer(text)]
    return any(a < border < b for a, b in numbers for border in (span.start, span.end))


@given(st.data())
def test_what_stands_there_is_found_there(data: st.DataObject) -> None:
    """Any stretch that cuts no number is found, at its own offsets among others."""
    text = data.draw(TEXTS.filter(str.strip))
    span = data.draw(pieces(text))
    assume(not is_cut(text, span))
    assert span in StoredText(text).occurrences(text[span.start : span.end])


@given(st.data())
def test_places_read_as_the_quote(data: st.DataObject) -> None:
    """Wherever a quote is found, the text there is the quote, but for spaces, width and marks."""
    text = data.draw(TEXTS.filter(str.strip))
    span = data.draw(pieces(text))
    quote = text[span.start : span.end]
    stored = StoredText(text)
    try:
        places = stored.occurrences(quote)
    except QuoteCutsNumber:
        return
    for place in places:
        assert plainly(stored[place]) == plainly(quote)


@given(st.data())
def test_a_changed_digit_is_refused(data: st.DataObject) -> None:
    """Every digit of a quote is the text's own; the text's own digits are shown."""
    places = [i for i, c in enumerate(ARTICLE) if c in "0123456789"]
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from("0123456789").filter(lambda d: d != ARTICLE[place]))
    changed = ARTICLE[:place] + other + ARTICLE[place + 1 :]
    with pytest.raises(QuoteDigitsDiffer) as caught:
        StoredText(ARTICLE).occurrences(changed)
    assert caught.value.found == ARTICLE


@given(st.data())
def test_width_marks_and_spaces_do_not_matter(data: st.DataObject) -> None:
    """A quote may be typed with full-width signs, other marks and spaces around Chinese."""
    span = data.draw(pieces(ARTICLE))
    assume(not is_cut(ARTICLE, span))
    quote = ARTICLE[span.start : span.end]
    if data.draw(st.booleans()):
        quote = quote.translate(WIDE)
    marks = data.draw(st.sampled_from(['""', "「」", "『』", "“”"]))
    quote = quote.translate(str.maketrans({"“": marks[0], "”": marks[1]}))
    wide = "[\u4e00-\u9fff]"
    quote = re.sub(
        f"({wide})(?={wide})", data.draw(st.sampled_from([r"\1", r"\1 ", "\\1\n"])), quote
    )
    assert span in StoredText(ARTICLE).occurrences(quote)


@pytest.mark.parametrize(
    ("text", "quote", "number"),
    [
        ("成立于2025年", "25年", "2025"),
        ("约8000元", "000元", "8000"),
        ("约8000元", "约8", "8000"),
        ("共1,000户", "000户", "1,000"),
        ("控制在1.5%左右", "5%左右", "1.5%"),
        ("控制在1.5%左右", "控制在1.5", "1.5%"),
        ("超4800万", "超4800", "4800万"),
        ("突破千亿元", "亿元", "千亿"),
        ("共1亿2000万户", "2000万户", "1亿2000万"),
        ("超过 10 亿户", "亿户", "10 亿"),
    ],
)
def test_a_quote_cuts_no_number(text: str, quote: str, number: str) -> None:
    """25年 does not stand in 2025年: it would say another number."""
    with pytest.raises(QuoteCutsNumber) as caught:
        StoredText(text).place(quote)
    assert caught.value.number == number


def test_a_cut_number_elsewhere_does_not_matter() -> None:
    """The quote stands where it stands whole."""
    assert StoredText("2025年,25年").place("25年")[0] == Span(6, 9)


@pytest.mark.parametrize(
    ("text", "quote"),
    [("始于2014。2013年", "2013年"), ("到2020，500万户", "500万户"), ("共5万\n3亿元", "3亿元")],
)
def test_numbers_end_with_their_clause(text: str, quote: str) -> None:
    """A Chinese stop, a Chinese comma and the end of a line part one number from the next."""
    span, _ = StoredText(text).place(quote)
    assert text[span.start : span.end] == quote


def test_latin_words_keep_their_spaces() -> None:
    """Ant Group is two words; a line break between them is as good as a space."""
    stored = StoredText("the Ant\n Group's fund")
    assert stored.place("Ant Group")[0] == Span(4, 14)
    with pytest.raises(QuoteNotFound):
        stored.place("AntGroup")


def test_what_only_looks_alike_is_not_folded() -> None:
    """① is no 1, and ﬁ no fi: only width is folded."""
    with pytest.raises(QuoteNotFound):
        StoredText("第①条").place("第1条")


def test_the_nearest_words_are_offered() -> None:
    """A slip of the pen is shown beside what stands there."""
    with pytest.raises(QuoteNotFound) as caught:
        StoredText(ARTICLE).place("累计授权用户超")
    assert "累计授信用户超" in caught.value.nearest
    assert caught.value.nearest in caught.value.advice("zh")


@given(st.data())
def test_the_nearest_words_hold_what_the_quote_has_in_common(data: st.DataObject) -> None:
    """Whatever else the quote says, its longest piece that stands there is shown in its place."""
    span = data.draw(pieces(ARTICLE).filter(lambda s: s.end - s.start >= 4))
    piece = ARTICLE[span.start : span.end]
    with pytest.raises(QuoteNotFound) as caught:
        StoredText(ARTICLE).place(f"绝无{piece}此事")
    assert piece in caught.value.nearest


@pytest.mark.parametrize("quote", ["", "  \n"])
def test_nothing_stands_nowhere(quote: str) -> None:
    """An empty quote is found in no text."""
    with pytest.raises(QuoteNotFound):
        StoredText(ARTICLE).place(quote)


def test_a_quote_stands_once_or_is_told_apart() -> None:
    """A context that holds one place, or stands in its paragraph alone, says which."""
    text = "甲说好。乙说好。\n丙也说好。"
    stored = StoredText(text)
    with pytest.raises(QuoteNotUnique) as caught:
        stored.place("说好")
    assert caught.value.count == 3
    assert stored.place("说好", ["乙说好"])[0] == Span(5, 7)
    assert stored.place("说好", ["丙"]) == (Span(11, 13), (Span(9, 10),))
    with pytest.raises(QuoteNotUnique):
        stored.place("说好", ["乙"])


def test_a_context_stands_once_itself() -> None:
    """What is to tell places apart has one."""
    with pytest.raises(QuoteNotUnique, match="好"):
        StoredText("甲好。乙好。").place("甲", ["好"])


@given(st.text(max_size=30))
def test_narrowing_keeps_every_place(text: str) -> None:
    """It works one character for one, and twice is as good as once."""
    assert len(narrow(text)) == len(text)
    assert narrow(narrow(text)) == narrow(text)
