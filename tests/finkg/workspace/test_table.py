"""Faults of tables: their columns, their rows, and what spreadsheets do to cells."""

from __future__ import annotations

import pytest

from finkg.errors import Location
from finkg.workspace.problems import (
    DuplicateColumn,
    EmptyCell,
    MissingColumn,
    RaggedRow,
    SpreadsheetDamage,
    UnknownColumn,
    UnknownProperty,
    WrongDelimiter,
)

from .tiny import CLAIMS, OBSERVATIONS, PRESS, Tiny

HOLDINGS = f"{PRESS}/holdings.csv"


def test_a_missing_column_makes_its_table_unreadable(tiny: Tiny) -> None:
    """Without the column no row means anything; the table's own columns are listed."""
    tiny.change(HOLDINGS, "mode,percent", "mode,share")
    problem = tiny.found(MissingColumn, "percent", "organization")
    assert problem.where == Location(HOLDINGS, 1)
    assert HOLDINGS not in {row.where.file for row in tiny.read().rows}


def test_an_unknown_column_is_named_with_the_nearest(tiny: Tiny) -> None:
    """A column that nobody reads is a slip of the pen; the rest of its table is read."""
    tiny.write(HOLDINGS, "".join(f"{x},\n" for x in tiny.text(HOLDINGS).splitlines()))
    tiny.change(HOLDINGS, "note,", "note,as_off")
    problem = tiny.found(UnknownColumn, "as_off", "as_of")
    assert problem.where == Location(HOLDINGS, 1, 12)
    assert HOLDINGS in {row.where.file for row in tiny.read().rows}


def test_a_column_stands_once(tiny: Tiny) -> None:
    """Of two columns of one name nobody knows which is meant."""
    tiny.write(HOLDINGS, "".join(f"{x},note\n" for x in tiny.text(HOLDINGS).splitlines()))
    assert tiny.found(DuplicateColumn, "note").where == Location(HOLDINGS, 1, 12)


@pytest.mark.parametrize(("mark", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_other_delimiters_are_recognised(tiny: Tiny, mark: str, name: str) -> None:
    """One clear sentence in the place of a dozen missing columns."""
    tiny.write(HOLDINGS, tiny.text(HOLDINGS).replace(",", mark))
    problem = tiny.found(WrongDelimiter)
    assert name in problem.message("en")
    assert len(tiny.problems()) == 2


def test_a_ragged_row_says_how_many_cells(tiny: Tiny) -> None:
    """A comma outside quotation marks makes a cell too many."""
    line = tiny.claim()
    tiny.change(CLAIMS, "余额宝规模突破1000亿元", "余额宝,规模突破1000亿元")
    problem = tiny.found(RaggedRow, "12", "13")
    assert problem.where == Location(CLAIMS, line)


def test_an_empty_file_lacks_its_columns(tiny: Tiny) -> None:
    """No heading is no table."""
    tiny.write("judgements.csv", "")
    missing = [p for p in tiny.problems() if isinstance(p, MissingColumn)]
    assert [p.where for p in missing] == [Location("judgements.csv", 1)] * 9


@pytest.mark.parametrize(
    ("column", "place"), [("subject", 1), ("property", 2), ("value", 3), ("quote", 4)]
)
def test_needed_cells_are_filled(tiny: Tiny, column: str, place: int) -> None:
    """A statement has a subject, a property, a value and its quote."""
    line = tiny.claim(**{column: ""})
    assert tiny.found(EmptyCell, column).where == Location(CLAIMS, line, place)


def test_all_faults_of_a_row_are_told(tiny: Tiny) -> None:
    """One run says everything, so that one round of repair is enough."""
    tiny.claim(subject="nobody", property="offer", quote="没有这句话", as_of="Jun-13", kind="guess")
    kinds = sorted(type(p).__name__ for p in tiny.problems())
    assert kinds == [
        "QuoteNotFound",
        "SpreadsheetDamage",
        "UnknownEntity",
        "UnknownProperty",
        "UnknownWord",
    ]


def test_problems_stand_in_the_order_of_files_and_lines(tiny: Tiny) -> None:
    """So a reader goes through a file once."""
    for path in (CLAIMS, f"{PRESS}/claims.csv"):
        for value in ("xx", "yy"):
            tiny.row(path, subject=value, property="offer", value="zz")
    tiny.change("workspace.toml", "date", "dat = 1\ndate")
    places = [p.where for p in tiny.problems()]
    assert places == sorted(places)
    assert len({place.file for place in places}) == 3


def test_lines_are_those_of_the_file(tiny: Tiny) -> None:
    """Cells may span lines, blank lines may stand between: a row stands where it begins."""
    tiny.claim(note="one\ntwo\nthree")
    tiny.write(CLAIMS, tiny.text(CLAIMS) + "\n\n")
    line = tiny.claim(property="offer")
    assert line == 10
    assert tiny.found(UnknownProperty, "offers").where == Location(CLAIMS, 10, 2)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Jun-13", "2013-06"),
        ("13-Jun", "2013-06"),
        ("Jun-2013", "2013-06"),
        ("14-Jun-13", "2013-06-14"),
        ("2013/6/14", "2013-06-14"),
        ("2018/6/6", "2018-06-06"),
        ("2013/6", "2013-06"),
        ("6/14/2013", "2013-06-14"),
        ("14/6/2013", "2013-06-14"),
        ("2013-6-1", "2013-06-01"),
        ("2013-06-14 0:00:00", "2013-06-14"),
        ("2013年6月14日", "2013-06-14"),
        ("41439", "2013-06-14"),
        ("TRUE", ""),
    ],
)
def test_damaged_times_say_what_was_meant(tiny: Tiny, cell: str, meant: str) -> None:
    """What a spreadsheet makes of 2013-06 is recognised, and what it was is offered."""
    line = tiny.claim(as_of=cell)
    problem = tiny.found(SpreadsheetDamage, cell, meant)
    assert (problem.meant, problem.where) == (meant, Location(CLAIMS, line, 9))


@pytest.mark.parametrize(
    ("cell", "meant"),
    [("1E+11", "100000000000"), ("1.00E+11", "100000000000"), ("4.8e7", "48000000"), ("FALSE", "")],
)
def test_damaged_numbers_say_what_was_meant(tiny: Tiny, cell: str, meant: str) -> None:
    """Long numbers come back with an exponent."""
    line = tiny.observation(value=cell)
    problem = tiny.found(SpreadsheetDamage, cell, meant)
    assert (problem.meant, problem.where) == (meant, Location(OBSERVATIONS, line, 3))


@pytest.mark.parametrize(("cell", "meant"), [("1816007", "0001816007"), ("1.8E6", "0001800000")])
def test_lost_leading_zeros_are_noticed(tiny: Tiny, cell: str, meant: str) -> None:
    """The register number of the SEC has ten digits, of which the first are often zeros."""
    line = tiny.claim(property="secCik", value=cell)
    problem = tiny.found(SpreadsheetDamage, cell, meant)
    assert (problem.meant, problem.where) == (meant, Location(CLAIMS, line, 3))


@pytest.mark.parametrize("cell", ["#NAME?", "#REF!", "#N/A", "########"])
def test_a_spreadsheets_own_complaint_is_no_cell(tiny: Tiny, cell: str) -> None:
    """What it could not compute or show stands in the place of what was written."""
    line = tiny.claim(note=cell)
    assert tiny.found(SpreadsheetDamage, cell).where == Location(CLAIMS, line, 12)


def test_good_times_and_numbers_are_not_suspected(tiny: Tiny) -> None:
    """The four spellings of a time pass, a plain number too."""
    for time in ("2020", "2020-Q1"):
        tiny.claim(as_of=time, quote="截至2020年,余额宝用户超过6亿户")
    tiny.row(f"{PRESS}/claims.csv", source="press-2015", subject="ant", property="foundedOn",
             value="2014-10-16")  # fmt: skip
    for name, value in (("secCik", "0001816007"), ("describedAs", "12")):
        tiny.claim(property=name, value=value)
    assert tiny.problems() == []
