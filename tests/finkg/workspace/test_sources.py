"""Faults of a register of cited sources, and of what its rows say."""

from __future__ import annotations

import pytest

from finkg.errors import Location, Severity
from finkg.evidence.moment import NotATime
from finkg.workspace.problems import (
    BadAddress,
    BadId,
    CircularCopy,
    CitesHeldText,
    DuplicateId,
    EmptyCell,
    FactOfEditors,
    RepeatedAddress,
    SpreadsheetDamage,
    UnknownSource,
    UnknownWord,
)

from .tiny import ARTICLE, CITATIONS, ENTITY_TABLE, FILES, OBSERVATIONS, PRESS, Tiny

CITED = f"{PRESS}/claims.csv"
SOUND = {"id": "press-2016", "title": "News", "publisher": "Press", "recorded": "2026-01-01",
         "reliability": "low"}  # fmt: skip
ROW = {"source": "press-2015", "subject": "ant", "property": "partOf", "value": "fund"}


@pytest.mark.parametrize(
    ("column", "place"), [("title", 2), ("publisher", 3), ("recorded", 6), ("reliability", 7)]
)
def test_a_citation_says_what_it_cites(tiny: Tiny, column: str, place: int) -> None:
    """Title, publisher, recording date and reliability are needed; the rest may be unknown."""
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


def second_register(tiny: Tiny, **cells: str) -> Location:
    """A register read after the first one, with one line; where that stands."""
    table = "sources/web/citations.csv"
    tiny.write(table, FILES[CITATIONS].splitlines()[0] + "\n")
    return Location(table, tiny.row(table, **(SOUND | cells)))


@pytest.mark.parametrize(
    ("name", "first"), [("press-2015", f"{CITATIONS}:2"), ("article", f"{ARTICLE}/source.toml")]
)
def test_ids_of_sources_hold_across_folders(tiny: Tiny, name: str, first: str) -> None:
    """Two registers may not give one id twice, nor a register that of a text."""
    where = second_register(tiny, id=name)
    assert tiny.found(DuplicateId, name, first).where == Location(*where[:2], 1)


def test_a_source_is_no_entity(tiny: Tiny) -> None:
    """An id that is a source's can not be an entity's too: rows name both."""
    line = tiny.entity(id="press-2015")
    problem = tiny.found(DuplicateId, "press-2015", f"{CITATIONS}:2")
    assert problem.where == Location(ENTITY_TABLE, line, 1)


ADDRESSES = [
    ("javascript:alert(1)", "http"),
    ("ftp://example.org/file", "https"),
    ("www.example.org/page", "http"),
    ("https:///page", "host"),
    ("https://me:secret@example.org/", "user name"),
    ("https://example.org/two words", "space"),
    ("https://example.org/<b>", "malformed"),
    ("https://[::1/", "malformed"),
    ("https://example.org:eighty/", "malformed"),
]


@pytest.mark.parametrize(("address", "reason"), ADDRESSES)
def test_an_address_can_be_followed(tiny: Tiny, address: str, reason: str) -> None:
    """It becomes a link in the view, so it is an http(s) URL with a host and without a password."""
    line = tiny.row(CITATIONS, **(SOUND | {"address": address}))
    problem = tiny.found(BadAddress, address)
    assert problem.where == Location(CITATIONS, line, 4)
    assert reason in problem.message("en")


def test_a_texts_address_can_be_followed(tiny: Tiny) -> None:
    """In a source.toml a wrong address stands on its line, and is not kept."""
    tiny.change(f"{ARTICLE}/source.toml", "recorded", 'address = "file:///etc/passwd"\nrecorded')
    problem = tiny.found(BadAddress, "file:///etc/passwd")
    assert problem.where == Location(f"{ARTICLE}/source.toml", 2)
    assert tiny.read().sources["article"].address == ""


@pytest.mark.parametrize(
    "address",
    ["http://example.org", "https://example.org:8443/a?b=c#d", "https://例子.中国/页?q=支付宝"],
)
def test_good_addresses_are_kept(tiny: Tiny, address: str) -> None:
    """Ports, queries and Chinese characters (RFC 3987) are part of addresses."""
    tiny.row(CITATIONS, **(SOUND | {"address": address}))
    whole = tiny.read()
    assert whole.problems == []
    assert whole.sources["press-2016"].address == address


def test_an_address_stands_once(tiny: Tiny) -> None:
    """Two lines for one page would count as two witnesses: a warning, also across registers."""
    where = second_register(tiny, address="https://example.org/1")
    problem = tiny.found(RepeatedAddress, "https://example.org/1", "press-2015", f"{CITATIONS}:2")
    assert problem.where == Location(*where[:2], 4)
    assert problem.severity is Severity.WARNING
    assert "press-2016" in tiny.read().sources


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


def test_a_source_is_no_copy_of_itself(tiny: Tiny) -> None:
    """A copy confirms nothing, so something has to be the original."""
    line = tiny.row(CITATIONS, **(SOUND | {"copy_of": "press-2016"}))
    problem = tiny.found(CircularCopy, "press-2016 → press-2016")
    assert problem.where == Location(CITATIONS, line, 8)


def test_copies_do_not_go_in_a_circle(tiny: Tiny) -> None:
    """The way round is told once, at its first line; what copies into it is no part of it."""
    tiny.row(CITATIONS, **(SOUND | {"id": "press-2020", "copy_of": "press-2017"}))
    line = tiny.row(CITATIONS, **(SOUND | {"id": "press-2017", "copy_of": "press-2018"}))
    tiny.row(CITATIONS, **(SOUND | {"id": "press-2018", "copy_of": "press-2019"}))
    tiny.row(CITATIONS, **(SOUND | {"id": "press-2019", "copy_of": "press-2017"}))
    problem = tiny.found(CircularCopy, "press-2017 → press-2018 → press-2019 → press-2017")
    assert problem.where == Location(CITATIONS, line, 8)


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
