"""Doubt is raised by the text itself, names the part it doubts, and repairs nothing."""

from pyoxigraph import NamedNode

from finkg.evidence.claim import Claim
from finkg.evidence.doubt import Part, crowding, doubts_of_year, year_mentions
from finkg.evidence.gate import Span, StoredText
from finkg.evidence.moment import Moment
from finkg.evidence.support import Evidence, Quote
from finkg.vocabulary import ID, fk

SOURCE, BETTER = NamedNode(f"{ID}a-page"), NamedNode(f"{ID}a-register")
CROWDED = "2025年成立。2025年上线。截至2025年有用户。2025年整改。2011年试点。2025年退出。"
SOUND = "2004年成立。2013年上线。截至2020年有用户。2020年整改。2011年试点。2025年退出。"


def founded(year: str, quote: str, text: str = CROWDED) -> tuple[Claim, Evidence]:
    claim = Claim(NamedNode(f"{ID}a-company"), fk("foundedOn"), Moment.parse(year).literal)
    span, _ = StoredText(text).place(quote)
    return claim, Evidence(claim.id, SOURCE, quote=Quote(SOURCE, span, quote))


def test_a_year_that_crowds_out_the_others_is_found() -> None:
    """Five of six dated mentions are one year: it takes 60 % or more of six or more."""
    found = crowding(CROWDED, "zh")
    assert found
    assert (found.year, len(found.mentions), found.total) == (2025, 5, 6)


def test_true_years_raise_nothing() -> None:
    """A text whose years differ is not doubted."""
    assert crowding(SOUND, "zh") is None


def test_five_mentions_are_too_few() -> None:
    """A short text may well speak of one year only."""
    assert crowding("2025年一。2025年二。2025年三。2025年四。2025年五。", "zh") is None


def test_a_number_is_a_year_only_with_the_word_for_year() -> None:
    """2025万 is no year, 2011-2025年 is two, and 025年 inside 12025年 is none."""
    assert [m.year for m in year_mentions("2011-2025年，2025万元，12025年", "zh")] == [2011, 2025]


def test_english_texts_have_years_too() -> None:
    """In 2013 a year stands alone; 2,013 and 2013% do not."""
    words = "Founded in 2013, listed in 2020; 2,013 users, $2015, 2016%."
    assert [m.year for m in year_mentions(words, "en")] == [2013, 2020]


def test_the_flag_names_the_value() -> None:
    """A founding year that crowds is doubted in its value, with an explanation in zh and en."""
    claim, evidence = founded("2025", "2025年成立")
    found = crowding(CROWDED, "zh")
    assert found
    (flag,) = doubts_of_year(claim, [evidence], {SOURCE: found})
    assert flag.part is Part.VALUE
    assert "6" in flag.explanation.zh
    assert "2025" in flag.explanation.en


def test_the_other_years_of_the_text_are_not_doubted() -> None:
    """2011 stands in the same text and is left alone."""
    claim, evidence = founded("2011", "2011年试点")
    found = crowding(CROWDED, "zh")
    assert found
    assert not list(doubts_of_year(claim, [evidence], {SOURCE: found}))


def test_a_better_source_for_the_same_year_lifts_the_doubt() -> None:
    """What also rests on a source that is not corrupt does not rest on the corrupt one."""
    claim, evidence = founded("2025", "2025年成立")
    found = crowding(CROWDED, "zh")
    assert found
    both = [evidence, Evidence(claim.id, BETTER)]
    assert not list(doubts_of_year(claim, both, {SOURCE: found}))


def test_a_year_that_the_quote_does_not_show_is_not_doubted() -> None:
    """The doubt is about a mention in the text, so the evidence has to quote one."""
    claim = Claim(NamedNode(f"{ID}a-company"), fk("foundedOn"), Moment.parse("2025").literal)
    elsewhere = Quote(SOURCE, Span(30, 32), "用户")
    found = crowding(CROWDED, "zh")
    assert found
    assert not list(
        doubts_of_year(claim, [Evidence(claim.id, SOURCE, quote=elsewhere)], {SOURCE: found})
    )
