"""What a source tells as a fact has happened when it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.plausibility.lateness import LaterThanSource

from ..evidence.facts import said
from .case import Case, tells
from .rows import survey

RULE = "later-than-source"
ENTITIES = {
    "jia": "Company",
    "jack": "Person",
    "app": "FinancialProduct",
    "sweep": "RegulatoryEvent",
    "rules": "Regulation",
    "capital-rule": "RegulatoryRequirement",
    "funds": "BusinessActivity",
    "users": "Metric",
}


def case(folder: Path, published: str = "2018", tier: str = "low") -> Case:
    own = Case(folder / "own", ENTITIES)
    own.source("press", tier, published)
    return own


@pytest.mark.parametrize(
    ("published", "time", "doubted"),
    [
        ("2018", "2019", True),
        ("2018", "2019-01-01", True),
        ("2018", "2018-12-31", False),
        ("2018", "2018", False),
        ("2018-05", "2018", False),
        ("2018-05", "2018-06", True),
        ("2018-05-02", "2018-05-03", True),
        ("2018-05-02", "2018-05", False),
    ],
)
def test_a_fact_of_after_the_source_is_doubted(
    tmp_path: Path, published: str, time: str, *, doubted: bool
) -> None:
    """If all of its days come after the last on which the source can have been published."""
    own = case(tmp_path, published)
    own.says("press", f"jia foundedOn {time}")
    assert own.doubted(RULE) == ([f"jia foundedOn {time} (value)"] if doubted else [])


@pytest.mark.parametrize(
    ("lang", "text", "quote"),
    [
        ("zh", "甲公司成立于2019年。", "甲公司成立于2019年"),
        ("en", "Jia was founded in 2019.", "Jia was founded in 2019"),
    ],
)
def test_of_a_text_as_of_a_citation(tmp_path: Path, lang: str, text: str, quote: str) -> None:
    """The words tell the time, the day of the source and what it says of it, in both languages."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", text, language=lang, published="2018-05-02")
    own.says("page", "jia foundedOn 2019", quote=quote)
    assert own.doubted(RULE) == ["jia foundedOn 2019 (value)"]
    (words,) = own.explanations(RULE)
    assert tells(words, "2018-05-02", "2019", "jia")


def test_what_names_no_day_of_its_own_was_there_when_it_was_recorded(tmp_path: Path) -> None:
    """A page without a date was read on some day, and can not know what came after."""
    own = case(tmp_path, published="")
    own.says("press", "jia foundedOn 2025")
    own.says("press", "app launchedOn 2027")
    assert own.doubted(RULE) == ["app launchedOn 2027 (value)"]


def test_a_younger_source_bears_it_out(tmp_path: Path) -> None:
    """Somebody who could know says the same; who could not either does not help."""
    own = case(tmp_path)
    own.source("older", "high", "2016")
    own.source("younger", "low", "2020")
    own.says("press", "jia foundedOn 2019")
    own.says("older", "jia foundedOn 2019")
    assert own.doubted(RULE) == ["jia foundedOn 2019 (value)"]
    own.says("younger", "jia foundedOn 2019")
    assert own.doubted(RULE) == []


def test_a_source_of_which_no_day_is_known_may_be_the_younger_one() -> None:
    """Neither published nor recorded on any day that is told."""
    rule = LaterThanSource()
    for sources, count in ((("paper",), 1), (("paper", "blog"), 1), (("paper", "monthly"), 0)):
        assert len(list(rule.doubts(survey(said("jia", "foundedOn", "2020", *sources))))) == count


@pytest.mark.parametrize("kind", ["forecast", "plan", "opinion", "norm"])
def test_what_is_not_told_as_a_fact_may_lie_ahead(tmp_path: Path, kind: str) -> None:
    """Plans and forecasts name days to come."""
    own = case(tmp_path)
    own.says("press", "app launchedOn 2019", kind=kind)
    assert own.doubted(RULE) == []


@pytest.mark.parametrize(
    ("statement", "doubted"),
    [
        ("rules effectiveOn 2019", False),
        ("rules repealedOn 2019", False),
        ("sweep plannedFor 2019", False),
        ("rules promulgatedOn 2019", True),
        ("rules signedOn 2019", True),
        ("sweep occurredOn 2019", True),
        ("sweep startedOn 2019", True),
        ("jia dissolvedOn 2019", True),
    ],
)
def test_an_instrument_names_the_day_from_which_it_counts(
    tmp_path: Path, statement: str, *, doubted: bool
) -> None:
    """Force may begin, or end, on a day to come; what happens is not told before it does."""
    own = case(tmp_path)
    own.says("press", statement)
    assert own.doubted(RULE) == ([f"{statement} (value)"] if doubted else [])


def test_the_end_of_a_term_is_known_before(tmp_path: Path) -> None:
    """From when something holds is not, but for a duty that is set for days to come."""
    own = case(tmp_path)
    own.says("press", "jia controlledBy jack", valid_from="2017", valid_to="2030")
    assert own.doubted(RULE) == []
    own.says("press", "jia controlledBy jack", valid_from="2019")
    assert own.doubted(RULE) == ["jia controlledBy jack (valid_from)"]


def test_a_duty_is_set_for_days_to_come(tmp_path: Path) -> None:
    """What an instrument regulates it regulates from the day that it names."""
    own = case(tmp_path)
    own.says("press", "rules regulatesActivity funds", valid_from="2019")
    assert own.doubted(RULE) == []


def test_a_figure_is_measured_before_it_is_told(tmp_path: Path) -> None:
    """As of which day is part of the record."""
    own = case(tmp_path)
    own.figure("press", "app", "users", "600", as_of="2018")
    own.figure("press", "app", "users", "700", as_of="2019")
    assert own.doubted(RULE) == ["app users 700 (as_of)"]


def test_who_lost_a_dispute_is_doubted_all_the_same(tmp_path: Path) -> None:
    """That a better source says otherwise does not make it possible to have known."""
    own = case(tmp_path)
    own.source("gazette", "high", "2020")
    own.says("gazette", "jia foundedOn 2014")
    own.says("press", "jia foundedOn 2019")
    assert own.doubted(RULE) == ["jia foundedOn 2019 (value)"]
