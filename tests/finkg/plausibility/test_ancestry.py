"""A product is not older than the company that offers it, unless somebody had it before."""

from __future__ import annotations

from pathlib import Path

import pytest

from .case import Case, tells

RULE = "product-older-than-company"
ENTITIES = {
    "jia": "Company",
    "yi": "Company",
    "app": "FinancialProduct",
    "old-app": "FinancialProduct",
}
TEXT = {
    "zh": "应用上线于2011年。甲公司成立于2015年。甲公司提供应用。",
    "en": "The app was launched in 2011. Jia was founded in 2015. Jia offers the app.",
}
QUOTES = {
    "zh": ("应用上线于2011年", "甲公司成立于2015年", "甲公司提供应用"),
    "en": ("The app was launched in 2011", "Jia was founded in 2015", "Jia offers the app"),
}
FAULT = ["app launchedOn 2011 (value)", "jia foundedOn 2015 (value)"]


def case(folder: Path, lang: str = "zh", **offering: str) -> Case:
    """A product of 2011, offered by a company of 2015."""
    own = Case(folder / "own", ENTITIES)
    own.text("page", TEXT[lang], language=lang)
    launch, founding, offer = QUOTES[lang]
    own.says("page", "app launchedOn 2011", quote=launch)
    own.says("page", "jia foundedOn 2015", quote=founding)
    own.says("page", "jia offers app", quote=offer, **offering)
    return own


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_product_of_before_its_company_is_doubted(tmp_path: Path, lang: str) -> None:
    """Launch and founding both: one of the two dates is wrong. The offer itself is sound."""
    own = case(tmp_path, lang)
    assert own.doubted(RULE) == FAULT
    (words,) = own.explanations(RULE)
    assert tells(words, "app", "2011", "jia", "2015")


def test_a_product_of_the_same_year_is_sound(tmp_path: Path) -> None:
    """2015 and May 2015 may be in either order, and 2016 is later."""
    own = Case(tmp_path / "own", ENTITIES)
    own.source("register", "high")
    own.says("register", "jia foundedOn 2015-05")
    for app, time in (("app", "2015"), ("old-app", "2016")):
        own.says("register", f"{app} launchedOn {time}")
        own.says("register", f"jia offers {app}")
    assert own.doubted(RULE) == []


@pytest.mark.parametrize("inherits", ["jia predecessor yi", "app predecessor old-app"])
def test_what_came_from_something_else_may_be_older(tmp_path: Path, inherits: str) -> None:
    """A predecessor of either, named by whichever source, had it before."""
    own = case(tmp_path)
    own.source("register", "low")
    own.says("register", inherits)
    assert own.doubted(RULE) == []


def test_what_came_to_the_company_later_may_be_older(tmp_path: Path) -> None:
    """Whoever began it: the offer says since when; a time of before the launch says nothing."""
    launch, founding, _ = QUOTES["zh"]
    later = case(tmp_path / "later", valid_from="2015", context_quote=founding)
    assert later.doubted(RULE) == []
    earlier = case(tmp_path / "earlier", valid_from="2011", context_quote=launch)
    assert {*FAULT} <= {*earlier.doubted(RULE)}


def test_who_comes_after_the_company_explains_nothing(tmp_path: Path) -> None:
    """That another company carries it on is no reason for its product to be older."""
    own = case(tmp_path)
    own.source("register", "low")
    own.says("register", "yi predecessor jia")
    assert own.doubted(RULE) == FAULT


def test_somebody_else_may_have_begun_it(tmp_path: Path) -> None:
    """Where the text names two who offer the product, the older one may have launched it."""
    own = case(tmp_path)
    own.says("page", "yi offers app", quote="甲公司提供应用")
    assert own.doubted(RULE) == []


def test_who_else_offers_it_in_another_source_does_not_count(tmp_path: Path) -> None:
    """A text is held to what it says itself."""
    own = case(tmp_path)
    own.source("register", "high")
    own.says("register", "yi offers app")
    assert own.doubted(RULE) == FAULT


def test_an_offer_that_is_an_opinion_ties_nothing(tmp_path: Path) -> None:
    """Only facts are held against each other."""
    assert case(tmp_path, kind="opinion").doubted(RULE) == []


def test_times_of_two_sources_are_a_matter_of_dispute(tmp_path: Path) -> None:
    """The founding from one, the launch and the offer from the other."""
    own = Case(tmp_path / "own", ENTITIES)
    own.source("register", "high")
    own.source("press", "low")
    own.says("register", "jia foundedOn 2015")
    own.says("press", "app launchedOn 2011")
    own.says("press", "jia offers app")
    assert own.doubted(RULE) == []
