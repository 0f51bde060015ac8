"""Words of a text become a row that the reader accepts."""

from __future__ import annotations

import csv
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finkg.errors import UnknownName
from finkg.evidence.gate import QuoteCutsNumber, QuoteDigitsDiffer, QuoteNotFound, Span, StoredText
from finkg.workspace.problems import NumberNotQuoted
from finkg.workspace.quoting import NoTexts, PlacedQuote, quote

from .tiny import ARTICLE, CLAIMS, FILES, TEXT, Tiny, schema


def places(tiny: Tiny, words: str, source: str = "") -> list[PlacedQuote]:
    return quote(tiny.folder, words, source, schema=schema())


def hold(tiny: Tiny, name: str, text: str) -> None:
    """Another text beside the article."""
    digest = sha256(text.encode()).hexdigest()
    card = tiny.text(f"{ARTICLE}/source.toml").split("sha256")[0]
    tiny.write(f"sources/{name}/source.toml", f'{card}sha256 = "{digest}"\n')
    tiny.write(f"sources/{name}/text.txt", text)


def test_words_are_found_with_their_offsets(tiny: Tiny) -> None:
    """Offsets count code points; words that stand once need no context."""
    (place,) = places(tiny, "2013年6月推出余额宝")
    start = TEXT.index("2013年6月")
    assert place == PlacedQuote("article", Span(start, start + 12), "2013年6月推出余额宝", "")


def test_the_row_has_the_texts_own_words(tiny: Tiny) -> None:
    """Width and spaces may be typed otherwise; the row quotes what stands there."""
    (place,) = places(tiny, "２０１３年 6 月推出余额宝")
    (cells,) = csv.reader([place.row])
    assert dict(zip(place.header.split(","), cells, strict=True)) == {
        **dict.fromkeys(place.header.split(","), ""),
        "quote": "2013年6月推出余额宝",
    }


def test_the_row_is_accepted(tiny: Tiny) -> None:
    """Filled in and pasted, it makes a statement, at each of its places."""
    found = places(tiny, "余额宝")
    assert len(found) == 3
    for place in found:
        cells = dict(zip(place.header.split(","), next(csv.reader([place.row])), strict=True))
        tiny.claim(**cells | {"subject": "ant", "property": "offers", "value": "yuebao"})
    whole = tiny.read()
    assert whole.problems == []
    spans = {r.evidence.quote.span for r in whole.rows[3:6] if r.evidence.quote}
    assert spans == {place.span for place in found}


def test_neighbours_are_told_apart(tiny: Tiny) -> None:
    """Where clause and sentence do not help, a few characters do."""
    hold(tiny, "echo", "它增长很快,它增长很快。")
    text = StoredText("它增长很快,它增长很快。")
    for place in places(tiny, "它增长很快"):
        assert text.place(place.exact, [place.context])[0] == place.span


def test_places_that_nothing_tells_apart_have_no_context(tiny: Tiny) -> None:
    """Two equal paragraphs: any context would stand twice as well."""
    hold(tiny, "twice", f"{'同' * 50}甲{'同' * 50}\n" * 2)
    assert [place.context for place in places(tiny, "甲", "twice")] == ["", ""]


def test_all_texts_are_searched(tiny: Tiny) -> None:
    """Unless one is named."""
    hold(tiny, "second", "2013年6月推出余额宝")
    assert [p.source for p in places(tiny, "2013年6月推出余额宝")] == ["article", "second"]
    assert [p.source for p in places(tiny, "2013年6月推出余额宝", "second")] == ["second"]


@pytest.mark.parametrize(
    ("words", "reason", "told"),
    [
        ("2014年6月推出余额宝", QuoteDigitsDiffer, "2013年6月推出余额宝"),
        ("3年6月推出", QuoteCutsNumber, "2013"),
        ("在6月推出余额宝", QuoteNotFound, "6月推出余额宝"),
    ],
)
def test_the_most_telling_reason_is_given(
    tiny: Tiny, words: str, reason: type[QuoteNotFound], told: str
) -> None:
    """Of several texts the one that comes nearest says why."""
    hold(tiny, "aa-other", "别的话,与此无关。")
    with pytest.raises(reason) as caught:
        places(tiny, words)
    assert told in str(caught.value)


def test_an_unknown_source_is_named_with_the_nearest(tiny: Tiny) -> None:
    """A source whose text is not held can not be quoted either."""
    with pytest.raises(UnknownName, match="article"):
        places(tiny, "余额宝", "artikel")
    with pytest.raises(UnknownName):
        places(tiny, "余额宝", "press-2015")


def test_a_workspace_without_texts_says_so(tiny: Tiny) -> None:
    """And what to do about it."""
    for path in FILES:
        if path.startswith(ARTICLE):
            (tiny.folder / path).unlink()
    with pytest.raises(NoTexts, match="finkg add"):
        places(tiny, "余额宝")


def test_faults_elsewhere_do_not_matter(tiny: Tiny) -> None:
    """Quotes are looked for while a workspace is being written."""
    tiny.change(CLAIMS, "2014", "1999")
    assert [type(p) for p in tiny.problems()] == [NumberNotQuoted]
    assert places(tiny, "费率约1.5%")


@settings(max_examples=50)
@given(st.text("甲乙,。1|\n ", min_size=1, max_size=40), st.data())
def test_a_context_always_tells(text: str, data: st.DataObject) -> None:
    """Whenever a context is offered, it leads to the place for which it is offered."""
    from finkg.workspace.quoting import _places

    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    stored = StoredText(text)
    try:
        found = list(_places("x", stored, words))
    except (QuoteNotFound, QuoteCutsNumber):
        return
    for place in found:
        if place.context:
            assert stored.place(place.exact, [place.context])[0] == place.span
