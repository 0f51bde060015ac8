"""Faults of statements: names that lead nowhere, values of the wrong kind, quotes that fail."""

from __future__ import annotations

import pytest

from finkg.errors import Location
from finkg.evidence.gate import QuoteCutsNumber, QuoteDigitsDiffer, QuoteNotFound, QuoteNotUnique
from finkg.evidence.moment import NoSuchDay, NotATime
from finkg.workspace.problems import (
    BadValue,
    ComputedProperty,
    DuplicateRow,
    EmptyCell,
    EndsBeforeStart,
    IdAsText,
    NumberNotQuoted,
    OtherTable,
    UnknownEntity,
    UnknownProperty,
    UnknownWord,
    WrongClass,
    WrongKind,
)

from .tiny import ARTICLE, CLAIMS, PRESS, Tiny

VALUE = 3


@pytest.mark.parametrize("name", ["yuebo", "余额宝", "Yuebao"])
def test_an_unknown_entity_is_named_with_the_nearest(tiny: Tiny, name: str) -> None:
    """A misspelled id, a label or an alias lead to the id that was meant."""
    line = tiny.claim(value=name)
    assert tiny.found(UnknownEntity, name, "yuebao").where == Location(CLAIMS, line, VALUE)


def test_an_unknown_subject_is_named(tiny: Tiny) -> None:
    """Each end of a statement is an entity of the catalogue."""
    line = tiny.claim(subject="nobody-at-all")
    assert tiny.found(UnknownEntity, "nobody-at-all").where == Location(CLAIMS, line, 1)


def test_an_unknown_property_is_named_with_the_nearest(tiny: Tiny) -> None:
    """A property is one that the ontology has."""
    line = tiny.claim(property="offer")
    assert tiny.found(UnknownProperty, "offer", "offers").where == Location(CLAIMS, line, 2)


def test_a_computed_property_is_not_stated(tiny: Tiny) -> None:
    """What rules conclude is no source's to say."""
    line = tiny.claim(property="affectedBy", value="notice")
    assert tiny.found(ComputedProperty, "affectedBy").where == Location(CLAIMS, line, 2)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("hasObservation", "observations.csv"),
        ("holdsSharesIn", "holdings.csv"),
        ("directlyAffectedBy", "effects.csv"),
    ],
)
def test_what_has_parts_has_a_table(tiny: Tiny, name: str, table: str) -> None:
    """A record would lose its parts in a plain claim."""
    line = tiny.claim(property=name)
    assert tiny.found(OtherTable, name, table).where == Location(CLAIMS, line, 2)


def test_a_value_is_in_the_range(tiny: Tiny) -> None:
    """A company offers products, not companies."""
    line = tiny.claim(value="ant")
    problem = tiny.found(WrongClass, "ant", "Company", "Product")
    assert problem.where == Location(CLAIMS, line, VALUE)
    assert "取值" in problem.message("zh")


def test_a_subject_is_in_the_domain(tiny: Tiny) -> None:
    """A product offers nothing."""
    line = tiny.claim(subject="yuebao")
    problem = tiny.found(WrongClass, "FinancialProduct", "Organization")
    assert problem.where == Location(CLAIMS, line, 1)
    assert "subject" in problem.message("en")


def test_a_domain_may_be_a_union(tiny: Tiny) -> None:
    """Companies and products have activities; people have none."""
    tiny.claim(subject="yuebao", property="hasActivity", value="fund")
    line = tiny.claim(subject="jack", property="hasActivity", value="fund")
    problem = tiny.found(WrongClass, "Person", "Organization", "Product")
    assert problem.where.line == line


@pytest.mark.parametrize(
    ("name", "value", "kinds"),
    [
        ("offers", "2013", ("an entity", "a time")),
        ("offers", "some product@en", ("an entity", "text")),
        ("foundedOn", "yuebao", ("a time", "an entity")),
    ],
)
def test_a_value_of_another_kind_is_told(
    tiny: Tiny, name: str, value: str, kinds: tuple[str, str]
) -> None:
    """An entity, a time and a text are not taken for each other."""
    line = tiny.claim(property=name, value=value)
    problem = tiny.found(WrongKind, name, value)
    assert problem.where == Location(CLAIMS, line, VALUE)
    assert [kind for kind in kinds if kind.split()[-1] not in problem.message("en")] == []


def test_an_id_in_the_place_of_a_text_is_asked_about(tiny: Tiny) -> None:
    """An id is no saying, unless it is marked as words."""
    line = tiny.claim(subject="yuebao", property="describedAs", value="fund")
    assert tiny.found(IdAsText, "fund", "@en").where == Location(CLAIMS, line, VALUE)
    tiny.change(CLAIMS, "describedAs,fund", "describedAs,fund@en")
    assert [p for p in tiny.problems() if isinstance(p, IdAsText)] == []


def test_a_time_is_a_time(tiny: Tiny) -> None:
    """Four spellings are read, and no other."""
    line = tiny.claim(property="foundedOn", value="summer 2013")
    assert tiny.found(NotATime, "summer 2013", "2013-06").where == Location(CLAIMS, line, VALUE)


def test_a_day_stands_in_the_calendar(tiny: Tiny) -> None:
    """There is no 31st of June."""
    line = tiny.claim(valid_to="2013-06-31")
    assert tiny.found(NoSuchDay, "2013-06-31").where == Location(CLAIMS, line, 8)


def test_a_foreign_iri_is_valid(tiny: Tiny) -> None:
    """What stands for the same thing elsewhere is a real address of it."""
    tiny.claim(property="exactMatch", value="https://example.org/a b")
    assert tiny.found(BadValue, "https://example.org/a b").where.column == VALUE


@pytest.mark.parametrize(
    ("column", "word", "near", "place"),
    [("kind", "opinon", "opinion", 10), ("stance", "refute", "refutes", 11)],
)
def test_closed_lists_are_closed(tiny: Tiny, column: str, word: str, near: str, place: int) -> None:
    """A word outside the list is named with the nearest, and the list is shown."""
    line = tiny.claim(**{column: word})
    assert tiny.found(UnknownWord, word, near, column).where == Location(CLAIMS, line, place)


def test_a_row_stands_once(tiny: Tiny) -> None:
    """The same statement on the same words counts once; the first is named."""
    tiny.claim()
    line = tiny.claim(note="again", gloss="other words")
    problem = tiny.found(DuplicateRow, f"{CLAIMS}:{line - 1}")
    assert problem.where == Location(CLAIMS, line)


def test_a_row_stands_once_in_all_registers(tiny: Tiny) -> None:
    """So it does if two registers cite one source for it."""
    heading, row, *_ = tiny.text(f"{PRESS}/claims.csv").splitlines()
    tiny.write("sources/quarry/citations.csv", tiny.text(f"{PRESS}/citations.csv").split("\n")[0])
    tiny.write("sources/quarry/claims.csv", f"{heading}\n{row}\n")
    assert tiny.found(DuplicateRow, f"{PRESS}/claims.csv:2").where.file.startswith("sources/quarry")


def test_other_words_for_one_claim_are_more_evidence(tiny: Tiny) -> None:
    """One claim may be said twice in a text: one claim, two pieces of evidence."""
    tiny.claim(quote="2013年6月推出余额宝")
    tiny.claim(quote="余额宝规模突破1000亿元")
    whole = tiny.read()
    assert whole.problems == []
    claims = [row.claim.id for row in whole.rows if row.claim.predicate.value.endswith("offers")]
    assert (len(claims), len(set(claims))) == (3, 1)


# --- quotes


def test_a_quote_stands_in_its_text(tiny: Tiny) -> None:
    """What the text does not say is no quote; the nearest words are offered."""
    line = tiny.claim(quote="余额宝的规模突破1000亿元")
    problem = tiny.found(QuoteNotFound, "余额宝的规模突破1000亿元", "规模突破1000亿元")
    assert problem.where == Location(CLAIMS, line, 4)


def test_digits_are_exact(tiny: Tiny) -> None:
    """A digit that differs is shown beside the text's own."""
    line = tiny.claim(quote="余额宝规模突破2000亿元")
    problem = tiny.found(QuoteDigitsDiffer, "2000亿元", "1000亿元")
    assert problem.where == Location(CLAIMS, line, 4)


def test_a_quote_cuts_no_number(tiny: Tiny) -> None:
    """000亿元 does not stand in 1000亿元."""
    line = tiny.claim(quote="000亿元")
    assert tiny.found(QuoteCutsNumber, "1000亿").where == Location(CLAIMS, line, 4)


def test_a_quote_has_one_place(tiny: Tiny) -> None:
    """余额宝 stands three times: which is meant has to be said."""
    line = tiny.claim(quote="余额宝")
    assert tiny.found(QuoteNotUnique, "余额宝", "3").where == Location(CLAIMS, line, 4)


def test_a_context_tells_places_apart(tiny: Tiny) -> None:
    """A context quote says where to look; it may be one of several."""
    line = tiny.claim(quote="余额宝", context_quote="蚂蚁集团成立|2013年6月推出余额宝")
    whole = tiny.read()
    assert whole.problems == []
    (row,) = (r for r in whole.rows if r.where == Location(CLAIMS, line))
    assert [q.exact for q in row.evidence.quotes] == [
        "余额宝",
        "蚂蚁集团成立",
        "2013年6月推出余额宝",
    ]


def test_a_context_stands_in_the_text_too(tiny: Tiny) -> None:
    """A context quote is a quote."""
    line = tiny.claim(context_quote="没有这句话")
    assert tiny.found(QuoteNotFound, "没有这句话").where == Location(CLAIMS, line, 5)


def test_a_text_is_not_merely_cited(tiny: Tiny) -> None:
    """Rows beside a text quote it."""
    line = tiny.claim(quote="")
    assert tiny.found(EmptyCell, "quote").where == Location(CLAIMS, line, 4)


@pytest.mark.parametrize(
    ("cells", "column", "unread"),
    [
        ({"property": "foundedOn", "value": "2013"}, "value", ("2013",)),
        ({"as_of": "2020"}, "as_of", ("2020",)),
        ({"valid_from": "2014-02", "quote": "蚂蚁集团成立于2014年"}, "valid_from", ("02",)),
        ({"valid_from": "2020-Q1"}, "valid_from", ("2020",)),
    ],
)
def test_a_time_is_readable_in_the_quote(
    tiny: Tiny, cells: dict[str, str], column: str, unread: tuple[str, ...]
) -> None:
    """A date that the words do not say rests on nothing."""
    line = tiny.claim(**cells)
    problem = tiny.found(NumberNotQuoted, column, *unread)
    assert problem.where.line == line


def test_a_context_may_say_the_time(tiny: Tiny) -> None:
    """截至2020年 stands in an earlier clause."""
    tiny.claim(subject="yuebao", property="describedAs", value="大", quote="费率约1.5%",
               context_quote="截至2020年", as_of="2020")  # fmt: skip
    assert tiny.problems() == []


def test_english_names_of_months_are_read(tiny: Tiny) -> None:
    """June 14, 2013 says 2013-06-14, and not 2013-07-14."""
    from hashlib import sha256

    text = "Yu'e Bao was launched on June 14, 2013 by Ant."
    digest = sha256(text.encode()).hexdigest()
    tiny.write("sources/english/text.txt", text)
    card = tiny.text(f"{ARTICLE}/source.toml").split("language")[0]
    tiny.write("sources/english/source.toml", f'{card}language = "en"\nsha256 = "{digest}"\n')
    tiny.write("sources/english/claims.csv", tiny.text(CLAIMS).split("\n")[0] + "\n")
    for value in ("2013-06-14", "2013-07-14"):
        tiny.row("sources/english/claims.csv", subject="yuebao", property="launchedOn",
                 value=value, quote="launched on June 14, 2013")  # fmt: skip
    problem = tiny.found(NumberNotQuoted, "07")
    assert problem.where == Location("sources/english/claims.csv", 3, VALUE)


CITED = {"source": "press-2015", "subject": "ant", "property": "offers", "value": "yuebao"}


@pytest.mark.parametrize(
    ("start", "end"),
    [("2014", "2013-06"), ("2014-06", "2014-05"), ("2014-01-01", "2014-01-01")],
)
def test_an_interval_has_a_day(tiny: Tiny, start: str, end: str) -> None:
    """The end is the first time outside, so one that is surely not after the start is wrong."""
    line = tiny.row(f"{PRESS}/claims.csv", **CITED, valid_from=start, valid_to=end)
    problem = tiny.found(EndsBeforeStart, start, end)
    assert problem.where == Location(f"{PRESS}/claims.csv", line, 6)


@pytest.mark.parametrize(("start", "end"), [("2014", "2014"), ("2014-06", "2014"), ("", "2014")])
def test_an_interval_that_may_have_a_day_is_kept(tiny: Tiny, start: str, end: str) -> None:
    """From some day of 2014 to a later one of the same year: the source is no more precise."""
    tiny.row(f"{PRESS}/claims.csv", **CITED, valid_from=start, valid_to=end)
    assert tiny.problems() == []
