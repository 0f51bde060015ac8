"""Faults of observations, holdings and effects: numbers, units, words of precision, classes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from finkg.errors import Location, Severity
from finkg.workspace.problems import (
    BadNumber,
    BadValue,
    BoundsReversed,
    EmptyCell,
    EndsBeforeStart,
    NumberNotQuoted,
    PrecisionUnread,
    UnknownWord,
    WrongClass,
)
from finkg.workspace.readable import Readable

from .tiny import OBSERVATIONS, PRESS, Tiny

HOLDINGS, EFFECTS = f"{PRESS}/holdings.csv", f"{PRESS}/effects.csv"
HOLDING = {"source": "press-2015", "organization": "ant", "holder": "jack", "mode": "votes",
           "percent": "50"}  # fmt: skip
EFFECT = {"source": "press-2015", "affected": "ant", "cause": "notice", "effect_type": "limit"}


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("1,000", "1000"),
        ("4800万", "48000000"),
        ("千亿", "100000000000"),
        ("1.5%", "1.5"),
        ("8000元", "8000"),
        ("1.2 billion", "1200000000"),
        ("６", "6"),
        ("350-950", ""),
        ("many", ""),
        ("5.", "5"),
        ("007", "7"),
    ],
)
def test_a_number_is_plain_digits(tiny: Tiny, cell: str, meant: str) -> None:
    """No thousands marks, multipliers or units; where one number is printed, it is written out."""
    line = tiny.observation(value=cell)
    problem = tiny.found(BadNumber, cell, meant)
    assert (problem.meant, problem.where) == (meant, Location(OBSERVATIONS, line, 3))


@pytest.mark.parametrize(
    ("column", "word", "near", "place"),
    [
        ("unit", "persons", "person", 4),
        ("precision", "abut", "about", 5),
        ("kind", "fakt", "fact", 15),
        ("stance", "support", "supports", 16),
    ],
)
def test_closed_lists_are_closed(tiny: Tiny, column: str, word: str, near: str, place: int) -> None:
    """Units, words of precision, kinds and stances are those of the ontology."""
    line = tiny.observation(**{column: word})
    assert tiny.found(UnknownWord, word, near).where == Location(OBSERVATIONS, line, place)


@pytest.mark.parametrize(
    ("column", "place"), [("feature", 1), ("metric", 2), ("value", 3), ("unit", 4)]
)
def test_an_observation_is_whole(tiny: Tiny, column: str, place: int) -> None:
    """A number without its thing, metric or unit says nothing."""
    line = tiny.observation(**{column: ""})
    assert tiny.found(EmptyCell, column).where == Location(OBSERVATIONS, line, place)


def test_a_metric_is_a_metric(tiny: Tiny) -> None:
    """What is measured has one definition, which is an entity of its class."""
    line = tiny.observation(metric="fund")
    problem = tiny.found(WrongClass, "fund", "BusinessActivity", "Metric")
    assert problem.where == Location(OBSERVATIONS, line, 2)


def test_a_period_is_a_duration(tiny: Tiny) -> None:
    """P1Y is a year; so is nothing else."""
    line = tiny.observation(period="yearly")
    assert tiny.found(BadValue, "yearly", "P1Y").where == Location(OBSERVATIONS, line, 9)


@pytest.mark.parametrize(
    ("column", "number", "place"), [("value", "1.6", 3), ("lower", "1.4", 6), ("upper", "2", 7)]
)
def test_a_number_is_readable_in_the_quote(
    tiny: Tiny, column: str, number: str, place: int
) -> None:
    """A number that the words do not print rests on nothing."""
    line = tiny.observation(**{column: number})
    problem = tiny.found(NumberNotQuoted, column, number)
    assert problem.where == Location(OBSERVATIONS, line, place)


@pytest.mark.parametrize(
    ("value", "quote"), [("100000000000", "规模突破1000亿元"), ("600000000", "用户超过6亿户")]
)
def test_numbers_are_compared_as_quantities(tiny: Tiny, value: str, quote: str) -> None:
    """1000亿 is 100000000000."""
    tiny.observation(metric="users", value=value, unit="CNY", quote=quote, precision="over")
    assert tiny.problems() == []


def test_a_word_of_precision_is_read(tiny: Tiny) -> None:
    """约 stands before 1.5 %, and the row does not say so: a warning."""
    line = tiny.observation(precision="")
    problem = tiny.found(PrecisionUnread, "约", "about")
    assert problem.where == Location(OBSERVATIONS, line, 5)
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("words", "number", "word"),
    [
        ("约8000元", 8000, "about"),
        ("1.5%左右", "1.5", "about"),
        ("超200万户", 2000000, "over"),
        ("突破千亿元", 10**11, "over"),
        ("不超过5%", 5, "at-most"),
        ("降低60%以上", 60, "at-least"),
        ("近3亿户", 3 * 10**8, "under"),
        ("100多家", 100, "over"),
        ("5000名左右", 5000, "about"),
        ("more than 5 million users", 5000000, "over"),
        ("no more than 5 percent", 5, "at-most"),
        ("达5000亿元", 5 * 10**11, None),
        ("1元起购", 1, None),
        ("最近,3家公司", 3, None),
        ("约5家,共5家", 5, None),
    ],
)
def test_words_of_precision_stand_beside_their_number(
    words: str, number: int | str, word: str | None
) -> None:
    """Before it or behind it, the longest word counts; 不超过 is not 超过."""
    found = Readable(words).precision(Decimal(number))
    assert (found[1] if found else None) == word


@pytest.mark.parametrize(
    ("column", "cell", "kind", "place"),
    [
        ("mode", "shares", UnknownWord, 4),
        ("percent", "50%", BadNumber, 5),
        ("percent", "", EmptyCell, 5),
        ("holder", "yuebao", WrongClass, 3),
        ("organization", "jack", WrongClass, 2),
    ],
)
def test_a_holding_is_of_an_agent_in_an_organization(
    tiny: Tiny, column: str, cell: str, kind: type[UnknownWord], place: int
) -> None:
    """Each part of a shareholding is what it has to be."""
    line = tiny.row(HOLDINGS, **(HOLDING | {column: cell}))
    assert tiny.found(kind, cell).where == Location(HOLDINGS, line, place)


@pytest.mark.parametrize(
    ("column", "cell", "kind", "place"),
    [
        ("effect_type", "clearout", UnknownWord, 4),
        ("effect_type", "", EmptyCell, 4),
        ("cause", "fund", WrongClass, 3),
        ("cause", "", EmptyCell, 3),
    ],
)
def test_an_effect_has_a_regulatory_cause(
    tiny: Tiny, column: str, cell: str, kind: type[UnknownWord], place: int
) -> None:
    """The cause is an instrument or a regulatory event, the effect one of the list."""
    line = tiny.row(EFFECTS, **(EFFECT | {column: cell}))
    assert tiny.found(kind, cell).where == Location(EFFECTS, line, place)


def test_bounds_are_in_order(tiny: Tiny) -> None:
    """A lower bound above the upper one leaves no number between them."""
    line = tiny.observation(
        lower="2020", upper="1.5", quote="截至2020年,余额宝用户超过6亿户,费率约1.5%"
    )
    problem = tiny.found(BoundsReversed, "2020", "1.5")
    assert problem.where == Location(OBSERVATIONS, line, 6)


def test_a_record_does_not_end_before_it_starts(tiny: Tiny) -> None:
    """Holdings and observations hold over intervals as claims do."""
    line = tiny.row(HOLDINGS, **HOLDING, valid_from="2020", valid_to="2019-12")
    assert tiny.found(EndsBeforeStart, "2020", "2019-12").where == Location(HOLDINGS, line, 9)
    quote = "余额宝用户超过6亿户,费率约1.5%"
    context = {"context_quote": "截至2020年|2013年6月"}
    line = tiny.observation(quote=quote, **context, valid_from="2020", valid_to="2013")
    faults = [p for p in tiny.problems() if isinstance(p, EndsBeforeStart)]
    assert Location(OBSERVATIONS, line, 11) in [p.where for p in faults]


def test_holdings_and_effects_quote_a_text_too(tiny: Tiny) -> None:
    """Beside a text these tables have quotes, and their numbers and dates are looked for there."""
    from finkg.workspace.tables import statement_columns

    for table in ("holdings.csv", "effects.csv"):
        heading = ",".join(statement_columns(table, register=False))
        tiny.write(f"sources/article/{table}", f"{heading}\n")
    quote = {"quote": "蚂蚁集团成立于2014年"}
    held = {k: v for k, v in HOLDING.items() if k != "source"}
    tiny.row("sources/article/holdings.csv", **held, **quote)
    caused = {k: v for k, v in EFFECT.items() if k != "source"}
    tiny.row("sources/article/effects.csv", **caused, **quote, occurred_on="2015")
    unread = [p for p in tiny.problems() if isinstance(p, NumberNotQuoted)]
    assert [(p.column, p.number) for p in unread] == [("occurred_on", "2015"), ("percent", "50")]
