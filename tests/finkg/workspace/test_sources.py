"""Faults of a register of cited sources, and of what its rows say."""

from __future__ import annotations

import pytest

from finkg.errors import Location
from finkg.evidence.moment import NotATime
from finkg.workspace.problems import (
    BadId,
    CitesHeldText,
    DuplicateId,
    EmptyCell,
    FactOfEditors,
    SpreadsheetDamage,
    UnknownSource,
    UnknownWord,
)

from .tiny import ARTICLE, CITATIONS, FILES, OBSERVATIONS, PRESS, Tiny

CITED = f"{PRESS}/claims.csv"
SOUND = {"id": "press-2016", "title": "News", "recorded": "2026-01-01", "reliability": "low"}
ROW = {"source": "press-2015", "subject": "ant", "property": "partOf", "value": "fund"}


@pytest.mark.parametrize(("column", "place"), [("title", 2), ("recorded", 6), ("reliability", 7)])
def test_a_citation_says_what_it_cites(tiny: Tiny, column: str, place: int) -> None:
    """Title, recording date and reliability are needed; the rest may be unknown."""
    line = tiny.row(CITATIONS, **(SOUND | {column: ""}))
    assert tiny.found(EmptyCell, column).where == Location(CITATIONS, line, place)


def test_reliability_is_one_of_three(tiny: Tiny) -> None:
    """High, medium or low: the policy ranks by it."""
    line = tiny.row(CITATIONS, **(SOUND | {"reliability": "mediun"}))
    problem = tiny.found(UnknownWord, "mediun", "medium", "high")
    assert problem.where == Location(CITATIONS, line, 7)


def test_a_citations_dates_are_times(tiny: Tiny) -> None:
    """When it was published stands at the precision that is known."""
    line = tiny.row(CITATIONS, **(SOUND | {"published": "spring"}))
    assert tiny.found(NotATime, "spring", "2013-06").where == Location(CITATIONS, line, 5)


def test_damage_in_a_register_is_noticed(tiny: Tiny) -> None:
    """Registers are opened in spreadsheets as well."""
    tiny.row(CITATIONS, **(SOUND | {"published": "May-18"}))
    assert tiny.found(SpreadsheetDamage, "May-18", "2018-05").where.column == 5


def test_a_citation_has_an_id_of_its_own(tiny: Tiny) -> None:
    """Sources are known by their ids, as entities are."""
    line = tiny.row(CITATIONS, **(SOUND | {"id": "press-2015"}))
    assert tiny.found(DuplicateId, f"{CITATIONS}:2").where == Location(CITATIONS, line, 1)


def test_a_folder_of_a_text_has_the_name_of_an_id(tiny: Tiny) -> None:
    """A text source's id is the name of its folder."""
    for name in ("source.toml", "text.txt"):
        tiny.write(f"sources/An_Article/{name}", FILES[f"{ARTICLE}/{name}"])
    assert tiny.found(BadId, "An_Article").where.file == "sources/An_Article/source.toml"


def test_a_copy_is_of_a_known_source(tiny: Tiny) -> None:
    """What a source copies is registered too, before it or after it, here or elsewhere."""
    tiny.row(CITATIONS, **(SOUND | {"copy_of": "article"}))
    tiny.row(CITATIONS, **(SOUND | {"id": "press-2017", "copy_of": "press-2018"}))
    line = tiny.row(CITATIONS, **(SOUND | {"id": "press-2018", "copy_of": "press-201"}))
    problem = tiny.found(UnknownSource, "press-201", "press-2018")
    assert problem.where == Location(CITATIONS, line, 8)
    sources = tiny.read().sources
    assert sources["press-2016"].copy_of == sources["article"].id
    assert sources["press-2017"].copy_of == sources["press-2018"].id


def test_a_text_may_be_a_copy(tiny: Tiny) -> None:
    """Whether it is does not depend on which folder is read first."""
    tiny.change(f"{ARTICLE}/source.toml", "title", 'copy_of = "press-2015"\ntitle')
    whole = tiny.read()
    assert whole.problems == []
    assert whole.sources["article"].copy_of == whole.sources["press-2015"].id


def test_a_text_copies_a_known_source(tiny: Tiny) -> None:
    """An unknown original stands on the key's line."""
    tiny.change(f"{ARTICLE}/source.toml", "title", 'copy_of = "press"\ntitle')
    assert tiny.found(UnknownSource, "press").where == Location(f"{ARTICLE}/source.toml", 1)


def test_a_row_of_a_register_names_its_source(tiny: Tiny) -> None:
    """A row without a source has no evidence."""
    line = tiny.row(CITED, **(ROW | {"source": ""}))
    assert tiny.found(EmptyCell, "source").where == Location(CITED, line, 1)


def test_a_row_names_a_registered_source(tiny: Tiny) -> None:
    """A misspelled source is named with the nearest."""
    line = tiny.row(CITED, **(ROW | {"source": "press-2051"}))
    problem = tiny.found(UnknownSource, "press-2051", "press-2015")
    assert problem.where == Location(CITED, line, 1)


def test_a_held_text_is_quoted_never_cited(tiny: Tiny) -> None:
    """Where the words are at hand, they are shown."""
    line = tiny.row(CITED, **(ROW | {"source": "article"}))
    assert tiny.found(CitesHeldText, "article").where == Location(CITED, line, 1)


@pytest.mark.parametrize("name", ["partOf", "differentFrom", "broader"])
def test_editors_decide_on_structure(tiny: Tiny, name: str) -> None:
    """How things are told apart and put together is the editors' to say."""
    ends = {"subject": "users", "property": name, "value": "fee"}
    tiny.row(CITED, source="editors", **ends)
    assert tiny.problems() == []


def test_no_fact_rests_on_the_editors(tiny: Tiny) -> None:
    """Everything else needs a source."""
    line = tiny.row(CITED, source="editors", subject="ant", property="offers", value="yuebao")
    assert tiny.found(FactOfEditors, "offers", "partOf").where == Location(CITED, line, 3)


def test_no_number_rests_on_the_editors(tiny: Tiny) -> None:
    """Records are facts too."""
    heading = FILES[OBSERVATIONS].splitlines()[0].replace("quote,context_quote,gloss,", "")
    table = f"{PRESS}/observations.csv"
    tiny.write(table, f"source,{heading}\n")
    line = tiny.row(table, source="editors", feature="yuebao", metric="users", value="6",
                    unit="person")  # fmt: skip
    assert tiny.found(FactOfEditors, "hasObservation").where == Location(table, line)
