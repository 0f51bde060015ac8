"""Whether an instrument is in force depends on the day, and on what repeals it."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.graph import KnowledgeGraph

from ..own import Own

ENTITIES = {
    "old": "Regulation",
    "new": "Regulation",
    "stated": "Regulation",
    "undated": "Regulation",
    "draft": "DraftInstrument",
    "ant": "Company",
}
STATEMENTS = """
old effectiveOn 2010-09-01
new effectiveOn 2024-07
new repeals old
stated effectiveOn 2010-09-01
stated repealedOn 2012-01-01
new repeals stated
undated promulgatedOn 2015-01-01
draft draftPublishedOn 2020-11-02
"""


@pytest.fixture
def kg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KnowledgeGraph:
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    own = Own(tmp_path / "own", ENTITIES)
    own.source("gazette", "high")
    for statement in STATEMENTS.strip().splitlines():
        own.says("gazette", statement)
    return own.build()


def status(kg: KnowledgeGraph, name: str, day: str) -> str | None:
    found = kg.as_of(day).show(name).legal_status
    return found.en if found else None


def test_force_goes_from_effect_to_repeal(kg: KnowledgeGraph) -> None:
    """The repealer takes force in July 2024; in that month nobody can say."""
    days = ("2010-08-31", "2010-09-01", "2024-06-30", "2024-07-15", "2024-08-01")
    assert [status(kg, "old", day) for day in days] == [
        "not yet in force",
        "in force",
        "in force",
        "not known whether it is in force",
        "repealed",
    ]


def test_a_stated_day_of_repeal_comes_before_that_of_the_repealer(kg: KnowledgeGraph) -> None:
    """It had been repealed in 2012 already."""
    assert [status(kg, "stated", day) for day in ("2011-12-31", "2012-01-01")] == [
        "in force",
        "repealed",
    ]


def test_what_no_source_dates_is_unknown_and_a_draft_has_no_force(kg: KnowledgeGraph) -> None:
    """And a company has no legal status at all."""
    assert status(kg, "undated", "2020-01-01") == "not known whether it is in force"
    assert status(kg, "draft", "2021-01-01") == "without legal force"
    assert status(kg, "ant", "2021-01-01") is None
