"""One year that crowds out the others of a text is no history: what is read from it is doubted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.doubt import Part
from finkg.evidence.gate import Span
from finkg.plausibility.concentration import crowding
from finkg.plausibility.mention import Mention

from .case import Case, explanations, flags, tells

RULE = "year-concentration"
ENTITIES = {"jia": "Company", "yi": "Company", "pilot": "ProductEvent", "boom": "Trend"}
CROWDED = {
    "zh": "甲2025年成立。2025年上线。截至2025年有用户。乙2025年设立。2011年试点。2025年退出。",
    "en": "Jia was founded in 2025. It opened in 2025. By 2025 it had users. Yi was set up in "
    "2025. The pilot was in 2011. It left in 2025.",
}
FOUNDED = {"zh": "甲2025年成立", "en": "Jia was founded in 2025"}
SET_UP = {"zh": "乙2025年设立", "en": "Yi was set up in 2025"}
PILOT = {"zh": "2011年试点", "en": "The pilot was in 2011"}
JIA, YI = "jia foundedOn 2025 (value)", "yi foundedOn 2025 (value)"
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])


def case(folder: Path, lang: str = "zh", **source: str) -> Case:
    """A text in which 2025 takes five of six dates, and a founding that it tells."""
    own = Case(folder / "own", ENTITIES)
    own.text("page", CROWDED[lang], language=lang, **source)
    own.says("page", "jia foundedOn 2025", quote=FOUNDED[lang])
    return own


@LANGUAGES
def test_a_year_that_crowds_out_the_others_is_doubted(tmp_path: Path, lang: str) -> None:
    """Five of six dates say 2025, and the explanation tells how many, which and what share."""
    own = case(tmp_path, lang).assess()
    ((_, flag),) = flags(own, RULE)
    assert flag.part is Part.VALUE
    assert [mention.exact for mention in flag.mentions] == [{"zh": "2025年", "en": "2025"}[lang]]
    (words,) = explanations(own, RULE)
    assert tells(words, "5", "6", "2025", "83")


@LANGUAGES
def test_the_other_years_of_the_text_are_not_doubted(tmp_path: Path, lang: str) -> None:
    """2011 stands beside the stamped year and is left alone."""
    own = case(tmp_path, lang)
    own.says("page", "pilot occurredOn 2011", quote=PILOT[lang])
    assert own.doubted(RULE) == [JIA]


def test_a_text_whose_years_vary_is_sound(tmp_path: Path) -> None:
    """Half of the dates may well be one year."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", "甲2025年成立。2025年上线。2025年退出。2011年。2012年。2013年。")
    own.says("page", "jia foundedOn 2025", quote="甲2025年成立")
    assert own.doubted(RULE) == []


@LANGUAGES
def test_five_dates_are_too_few(tmp_path: Path, lang: str) -> None:
    """A short text may well speak of one year only."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", CROWDED[lang].replace("2011", "当"), language=lang)
    own.says("page", "jia foundedOn 2025", quote=FOUNDED[lang])
    assert own.doubted(RULE) == []


def test_what_is_not_read_from_a_printed_date_is_not_doubted(tmp_path: Path) -> None:
    """A number that is no date rests on none of them."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", CROWDED["zh"] + "甲的编号是2025。")
    own.says("page", "jia foundedOn 2025", quote="甲的编号是2025")
    assert own.doubted(RULE) == []


def test_a_citation_has_no_dates_to_count(tmp_path: Path) -> None:
    """Six rows that cite a register for one year are no text."""
    names = [f"co-{n}" for n in range(6)]
    own = Case(tmp_path / "own", dict.fromkeys(names, "Company"))
    own.source("register", "low")
    for name in names:
        own.says("register", f"{name} foundedOn 2025")
    assert own.doubted(RULE) == []


@pytest.mark.parametrize(
    "source", [{"title": "2025 年报告"}, {"published": "2025"}, {"published": "2026-01"}]
)
def test_a_report_on_a_year_names_it_rightly(tmp_path: Path, source: dict[str, str]) -> None:
    """Its title says so, or it came out in that year or the next; one founding is no wonder."""
    assert case(tmp_path, **source).doubted(RULE) == []


@pytest.mark.parametrize("source", [{"title": "2024 年报告"}, {"published": "2027-01"}])
def test_a_report_on_another_year_does_not(tmp_path: Path, source: dict[str, str]) -> None:
    """What was published two years later looks back, and history varies."""
    assert case(tmp_path, **source).doubted(RULE) == [JIA]


@LANGUAGES
def test_even_a_report_tells_of_no_two_foundings_in_its_year(tmp_path: Path, lang: str) -> None:
    """So a stamped year is seen in a text that was stamped in the year itself."""
    own = case(tmp_path, lang, published="2025")
    own.says("page", "yi foundedOn 2025", quote=SET_UP[lang])
    assert own.doubted(RULE) == [JIA, YI]


def test_a_founding_told_twice_is_one(tmp_path: Path) -> None:
    """Foundings are counted by what was founded, not by rows."""
    own = case(tmp_path, published="2025")
    own.says("page", "jia foundedOn 2025", quote="截至2025年有用户")
    assert own.doubted(RULE) == []


@pytest.mark.parametrize("kind", ["forecast", "opinion"])
def test_a_forecast_is_doubted_like_a_fact(tmp_path: Path, kind: str) -> None:
    """The stamped year is as wrong in what the text foretells or thinks."""
    own = case(tmp_path)
    own.says("page", "yi foundedOn 2025", quote="乙2025年设立", kind=kind)
    assert own.doubted(RULE) == [JIA, YI]


#: Six true years, and one stamped over every other date of the story.
STAMPED = [2011, 2025, 2012, 2025, 2013, 2025, 2014, 2025, 2016, 2025, 2017, 2025]
EVENT = {"zh": "第{}件事发生在{}年", "en": "Event number {} was in {}"}


def story(folder: Path, years: list[int], lang: str = "zh") -> Case:
    """One event after the other, each with its year."""
    own = Case(folder / "own", {f"event-{n}": "ProductEvent" for n in range(len(years))})
    quotes = [EVENT[lang].format(n, year) for n, year in enumerate(years)]
    own.text("page", ". ".join(quotes) + ".", language=lang)
    for n, (year, quote) in enumerate(zip(years, quotes, strict=True)):
        own.says("page", f"event-{n} occurredOn {year}", quote=quote)
    return own


@LANGUAGES
def test_a_year_that_the_story_keeps_falling_back_from_is_doubted(
    tmp_path: Path, lang: str
) -> None:
    """Half of the dates are too few to crowd out the others; but no story goes so."""
    own = story(tmp_path, STAMPED, lang)
    assert len(own.doubted(RULE)) == 6
    assert all(" 2025 " in statement for statement in own.doubted(RULE))
    (words,) = own.explanations(RULE)
    assert tells(words, "6", "12", "2025", "50")


@pytest.mark.parametrize(
    "years",
    [
        sorted(STAMPED),
        STAMPED[2:],
        [*range(2000, 2013), *STAMPED],
        [*STAMPED[:4], *sorted(STAMPED[4:])],
    ],
)
def test_a_year_in_its_place_is_sound(tmp_path: Path, years: list[int]) -> None:
    """Told in order, or less than six times, or than a third, or falling back but twice."""
    assert story(tmp_path, years).doubted(RULE) == []


@given(st.lists(st.sampled_from([2011, 2013, 2025]), min_size=6, max_size=20))
def test_one_more_date_of_the_year_never_lifts_the_doubt(years: list[int]) -> None:
    """A law: a year crowds the more, the more often it is printed."""
    found = crowding(mentions(years))
    if found:
        more = crowding(mentions([*years, found.year]))
        assert more
        assert (more.year, more.count, more.total) == (found.year, found.count + 1, len(years) + 1)


def mentions(years: list[int]) -> list[Mention]:
    return [Mention(Span(5 * n, 5 * n + 4), year) for n, year in enumerate(years)]


@given(st.lists(st.sampled_from([2011, 2013, 2025]), max_size=20))
def test_a_year_crowds_only_with_six_dates_and_sixty_percent(years: list[int]) -> None:
    """Never less, and then always."""
    found = crowding(mentions(years))
    most = max((years.count(year) for year in years), default=0)
    assert bool(found) is (len(years) >= 6 and 10 * most >= 6 * len(years))
