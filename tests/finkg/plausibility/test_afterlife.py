"""What has ended is affected by nothing that comes after."""

from __future__ import annotations

from pathlib import Path

import pytest

from .case import Case, tells

RULE = "effect-after-end"
ENTITIES = {
    "jia": "Company",
    "app": "FinancialProduct",
    "other-app": "FinancialProduct",
    "rules": "Regulation",
}
EFFECT = "app rules limit (as_of)"


def case(folder: Path, end: str = "app closedOn 2018-06") -> Case:
    own = Case(folder / "own", ENTITIES)
    own.source("gazette", "high")
    own.source("paper", "low")
    own.says("gazette", end)
    return own


@pytest.mark.parametrize(
    ("occurred", "doubted"),
    [("2019", True), ("2018-07", True), ("2018-06", False), ("2018", False), ("2017", False)],
)
def test_an_effect_of_after_the_end_is_doubted(
    tmp_path: Path, occurred: str, *, doubted: bool
) -> None:
    """If all its days come after the last on which the thing can have been there."""
    own = case(tmp_path)
    own.effect("paper", "app", "rules", occurred)
    assert own.doubted(RULE) == ([EFFECT] if doubted else [])


def test_a_company_ends_by_its_dissolution(tmp_path: Path) -> None:
    """Of a company as of a product, and the words tell effect and end in both languages."""
    own = case(tmp_path, "jia dissolvedOn 2018")
    own.effect("paper", "jia", "rules", "2019")
    assert own.doubted(RULE) == ["jia rules limit (as_of)"]
    (words,) = own.explanations(RULE)
    assert tells(words, "jia", "rules", "2019", "2018")


@pytest.mark.parametrize(
    ("lang", "quotes"),
    [
        ("zh", ("应用2018年关闭", "2019年办法限制应用")),
        ("en", ("The app was closed in 2018", "In 2019 the rules limited the app")),
    ],
)
def test_where_one_text_tells_both_either_may_be_wrong(
    tmp_path: Path, lang: str, quotes: tuple[str, str]
) -> None:
    """Nothing else speaks for the end, so it is doubted with the effect."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", f"{quotes[0]}. {quotes[1]}.", language=lang)
    own.says("page", "app closedOn 2018", quote=quotes[0])
    told = {"effect_type": "limit", "effect_zh": "设上限", "effect_en": "capped"}
    told |= {"affected": "app", "cause": "rules", "occurred_on": "2019", "quote": quotes[1]}
    own.row("page", "effects.csv", **told)
    assert own.doubted(RULE) == ["app closedOn 2018 (value)", EFFECT]


def test_an_end_with_a_source_of_its_own_stands(tmp_path: Path) -> None:
    """A second source for the end, even a poor one, leaves the effect alone to doubt."""
    own = case(tmp_path)
    own.effect("gazette", "app", "rules", "2019")
    assert own.doubted(RULE) == ["app closedOn 2018-06 (value)", EFFECT]
    own.says("paper", "app closedOn 2018-06")
    assert own.doubted(RULE) == [EFFECT]


@pytest.mark.parametrize("occurred", ["2018-07", "2018-12-31", "2018"])
def test_an_effect_of_the_year_of_the_end_is_sound(tmp_path: Path, occurred: str) -> None:
    """Nobody says that it ended on the first of January."""
    own = case(tmp_path, "app closedOn 2018")
    own.effect("paper", "app", "rules", occurred)
    assert own.doubted(RULE) == []


@pytest.mark.parametrize("occurred", ["", "2019"])
def test_what_does_not_end_or_has_no_date_is_free(tmp_path: Path, occurred: str) -> None:
    """An effect without a day, and one on another product."""
    own = case(tmp_path)
    own.effect("paper", "other-app" if occurred else "app", "rules", occurred)
    assert own.doubted(RULE) == []


def test_an_end_that_lost_its_dispute_ends_nothing(tmp_path: Path) -> None:
    """The better source has the product closed after the effect."""
    own = case(tmp_path, "app closedOn 2020")
    own.says("paper", "app closedOn 2018")
    own.effect("paper", "app", "rules", "2019")
    assert own.doubted(RULE) == []
