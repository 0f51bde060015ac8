"""Every clause of a text is quoted, left out on purpose, or named as uncovered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.gate import Span
from finkg.workspace.coverage import clauses, spans_of, uncovered

from .tiny import ARTICLE, TEXT, Tiny


def words(text: str, spans: list[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_clauses_end_at_marks_and_lines() -> None:
    """Commas, colons, full stops and the like end a clause; 、 only lists."""
    text = "支付、理财,信贷;见下:\n甲!乙?“丙。”丁\nOne, two. Three"
    assert words(text, list(clauses(text))) == [
        "支付、理财", "信贷", "见下", "甲", "乙", "“丙", "”丁", "One", "two", "Three",
    ]  # fmt: skip


def test_marks_inside_numbers_end_nothing() -> None:
    """1,000 and 1.5 and 10:30 are one number or time each."""
    text = "共1,000户,费率1.5%,10:30开始"
    assert words(text, list(clauses(text))) == ["共1,000户", "费率1.5%", "10:30开始"]


def test_a_clause_is_covered_by_any_span_that_touches_it() -> None:
    """A few words of a clause are enough; touching its border is not."""
    text = "甲乙丙,丁戊,己"
    assert words(text, uncovered(text, [Span(1, 2), Span(6, 7)])) == ["丁戊", "己"]
    assert words(text, uncovered(text, [Span(0, 5)])) == ["己"]


def test_quotes_contexts_and_left_out_cover(tiny: Tiny) -> None:
    """What rows quote, in whatever role, and what is left out."""
    whole = tiny.read()
    source = whole.sources["article"].id
    assert words(TEXT, uncovered(TEXT, spans_of(whole, source))) == [
        "余额宝规模突破1000亿元",
        "费率约1.5%",
    ]
    tiny.row(f"{ARTICLE}/left-out.csv", quote="费率约1.5%", reason_zh="理由", reason_en="Reason")
    whole = tiny.read()
    assert words(TEXT, uncovered(TEXT, spans_of(whole, source))) == ["余额宝规模突破1000亿元"]


spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda x: Span(x[0], sum(x)))


@given(st.text("甲乙a1,，。:.、 \n", max_size=60), st.lists(spans, max_size=8))
def test_uncovered_is_what_no_span_touches(text: str, given_spans: list[Span]) -> None:
    """The same as asking each clause about each span, in whatever order the spans come."""
    expected = [
        clause
        for clause in clauses(text)
        if not any(s.start < clause.end and clause.start < s.end for s in given_spans)
    ]
    assert uncovered(text, given_spans) == expected


@given(st.text("甲乙a1,，。:.、 \n", max_size=60))
def test_clauses_hold_every_letter_once(text: str) -> None:
    """No word of a text is outside its clauses, and none is in two."""
    found = list(clauses(text))
    inside = "".join(words(text, found))
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]
    assert found == sorted(found)
