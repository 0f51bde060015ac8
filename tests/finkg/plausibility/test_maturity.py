"""What takes years to build up is not there in the year of the beginning."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.plausibility.maturity import FASTEST, MATURE
from finkg.vocabulary import fk

from .case import Case, tells

RULE = "mature-metric-at-start"
BILLION = "1000000000"
ENTITIES = {
    "jia": "Company",
    "app": "FinancialProduct",
    "other-app": "FinancialProduct",
    "users": "Metric",
    "served": "CumulativeMetric",
}
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
FOUNDED = "jia foundedOn 2018 (value)"
#: The founding and, with its number, the figure.
QUOTES = {
    "zh": ("甲公司成立于2018年", "截至2018年，甲公司有用户N人"),
    "en": ("Jia was founded in 2018", "As of 2018, Jia had N users"),
}


def case(
    folder: Path,
    value: str = BILLION,
    metric: str = "users",
    *,
    lang: str = "zh",
    founded: tuple[str, str] | None = None,
    measured: tuple[str, str] | None = None,
    **cells: str,
) -> Case:
    """A founding and a figure, each with its time and its quote; the text is made of both."""
    founded = founded or ("2018", QUOTES[lang][0])
    as_of, quote = measured or ("2018", QUOTES[lang][1])
    quote = quote.replace("N", value)
    own = Case(folder / "own", ENTITIES)
    own.text("page", f"{founded[1]}. {quote}.", language=lang)
    own.says("page", f"jia foundedOn {founded[0]}", quote=founded[1])
    cells = {"as_of": as_of, "quote": quote, **cells}
    own.figure("page", cells.pop("feature", "jia"), metric, value, **cells)
    return own


@LANGUAGES
def test_a_billion_users_in_the_year_of_the_founding_are_doubted(tmp_path: Path, lang: str) -> None:
    """Both years are: one of them is wrong, and nobody knows which. The words tell the two."""
    own = case(tmp_path, lang=lang)
    assert own.doubted(RULE) == [FOUNDED, f"jia users {BILLION} (as_of)"]
    (words,) = own.explanations(RULE)
    assert tells(words, "jia", "users", "2018")
    assert ("10亿" in words.zh, "1,000,000,000" in words.en) == (True, True)


@pytest.mark.parametrize("unit", ["person", "enterprise", "CNY", "USD"])
def test_from_how_much_on_depends_on_the_unit(tmp_path: Path, unit: str) -> None:
    """A bound for people, firms and money; what is just below it may be so."""
    bound = int(MATURE[fk(f"unit-{unit}")])
    for number in (bound, bound - 1):
        own = case(tmp_path / str(number), str(number), unit=unit)
        assert bool(own.doubted(RULE)) is (number == bound)


def test_what_only_adds_up_is_mature_with_a_tenth(tmp_path: Path) -> None:
    """Customers ever served are more than those of a day."""
    tenth = int(MATURE[fk("unit-person")]) // 10
    assert case(tmp_path / "a", str(tenth), "served").doubted(RULE)
    assert not case(tmp_path / "b", str(tenth - 1), "served").doubted(RULE)
    assert not case(tmp_path / "c", str(tenth), "users").doubted(RULE)


def test_a_share_has_no_size(tmp_path: Path) -> None:
    """Ninety per cent may be there from the first day."""
    assert case(tmp_path, BILLION, unit="percent").doubted(RULE) == []


@LANGUAGES
def test_a_later_year_is_sound(tmp_path: Path, lang: str) -> None:
    """A billion in the year after the founding are no fault of the dates."""
    later = ("2019", QUOTES[lang][1].replace("2018", "2019"))
    for metric in ("users", "served"):
        own = case(tmp_path / metric, metric=metric, lang=lang, measured=later)
        assert own.doubted(RULE) == []


@pytest.mark.parametrize(
    ("founded", "measured"),
    [
        (("2018", "甲公司成立于2018年"), ("2018", "截至2018年底，有用户N人")),
        (("2018-03", "甲公司成立于2018年3月"), ("2018", "截至2018年，有用户N人")),
        (("2018-03", "甲公司成立于2018年3月"), ("2018-12", "截至2018年12月，有用户N人")),
    ],
)
def test_within_a_year_what_grew_fast_may_be_so(
    tmp_path: Path, founded: tuple[str, str], measured: tuple[str, str]
) -> None:
    """The end of a year is not its beginning."""
    assert case(tmp_path, founded=founded, measured=measured).doubted(RULE) == []


@pytest.mark.parametrize(("less", "doubted"), [(0, True), (1, False)])
def test_by_the_end_of_the_year_only_what_nobody_ever_reached_is_doubted(
    tmp_path: Path, less: int, *, doubted: bool
) -> None:
    """Of what adds up, more than the fastest known products had."""
    value = str(int(FASTEST[fk("unit-person")]) - less)
    own = case(tmp_path, value, "served", measured=("2018", "截至2018年底，有用户N人"))
    assert bool(own.doubted(RULE)) is doubted


def test_the_same_printed_date_is_meant_once(tmp_path: Path) -> None:
    """甲公司成立于2018年，当年…: whoever says so means it."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", "甲公司成立于2018年，当年有用户10亿。")
    own.says("page", "jia foundedOn 2018", quote="甲公司成立于2018年")
    for metric in ("users", "served"):
        cells = {"quote": "当年有用户10亿", "context_quote": "甲公司成立于2018年"}
        own.figure("page", "jia", metric, BILLION, as_of="2018", **cells)
    assert own.doubted(RULE) == []


@pytest.mark.parametrize(("product", "doubted"), [("app", True), ("other-app", False)])
def test_the_figures_of_what_a_company_offers_count(
    tmp_path: Path, product: str, *, doubted: bool
) -> None:
    """A company is not older than its product's users; those of another product are not its own."""
    own = case(tmp_path, feature="app")
    own.says("page", f"jia offers {product}", quote="甲公司成立于2018年")
    assert bool(own.doubted(RULE)) is doubted


def test_a_launch_is_a_beginning_too(tmp_path: Path) -> None:
    """Of a product as of a company."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", "产品上线于2018年。截至2018年，产品有用户10亿。")
    own.says("page", "app launchedOn 2018", quote="产品上线于2018年")
    own.figure("page", "app", "users", BILLION, as_of="2018", quote="截至2018年，产品有用户10亿")
    assert own.doubted(RULE) == ["app launchedOn 2018 (value)", f"app users {BILLION} (as_of)"]


@pytest.mark.parametrize("kind", ["forecast", "plan", "opinion"])
def test_what_is_foretold_is_not_there_yet(tmp_path: Path, kind: str) -> None:
    """A forecast may be for any year."""
    assert case(tmp_path, kind=kind).doubted(RULE) == []


def test_two_sources_are_not_held_against_each_other(tmp_path: Path) -> None:
    """Each is read alone: what contradicts another is a matter of dispute."""
    own = Case(tmp_path / "own", ENTITIES)
    own.source("register", "high")
    own.source("press", "low")
    own.says("register", "jia foundedOn 2018")
    own.figure("press", "jia", "users", BILLION, as_of="2018")
    assert own.doubted(RULE) == []
    own.says("press", "jia foundedOn 2018")
    assert own.doubted(RULE) == [f"jia users {BILLION} (as_of)"]
