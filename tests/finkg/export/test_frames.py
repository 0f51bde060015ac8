"""Answers as data frames of pandas and polars: typed, whole, and the same in both."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import pandas
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from finkg.catalogue.answer import Cell
from finkg.errors import UsageError
from finkg.export.answers import MissingPackage
from finkg.export.answers.writable import WritableAnswer
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import EDTF, PREFIXES, XSD_DATE, XSD_YEAR

from .hostile import HOSTILE, THING, answer_with

AFFECTED: Final = "products-affected-by-regulation"


def xsd(text: str, name: str) -> Literal:
    from pyoxigraph import NamedNode

    return Literal(text, datatype=NamedNode(PREFIXES["xsd"] + name))


#: What each kind of cells is called in pandas and in polars, and what it is there.
TYPED: Final[dict[str, tuple[list[Cell], str, Any, list[Any]]]] = {
    "integers": (
        [xsd("7", "integer"), xsd(str(2**63 - 1), "long"), None],
        "Int64",
        polars.Int64,
        [7, 2**63 - 1, None],
    ),
    "long integers": (
        [xsd(str(2**63), "integer"), None],
        "object",
        polars.Int128,
        [2**63, None],
    ),
    "longer integers": (
        [xsd(str(10**37), "integer"), xsd(str(2**126), "integer")],
        "object",
        polars.Int128,
        [10**37, 2**126],
    ),
    "integers beyond all": (
        [xsd(str(10**50), "integer"), None],
        "object",
        polars.String,
        [str(10**50), None],
    ),
    "decimals": (
        [xsd("1000000000", "decimal"), xsd("0.1", "decimal"), xsd("7", "integer"), None],
        "Float64",
        polars.Float64,
        [1e9, 0.1, 7.0, None],
    ),
    "exact decimals": (
        [xsd("0.1000000000000000000001", "decimal"), xsd("0", "decimal"), None],
        "object",
        polars.Decimal(38, 22),
        [Decimal("0.1000000000000000000001"), Decimal(0), None],
    ),
    "decimals beyond all": (
        [xsd("1" * 30 + "." + "1" * 30, "decimal")],
        "object",
        polars.String,
        ["1" * 30 + "." + "1" * 30],
    ),
    "doubles": (
        [xsd("1e3", "double"), xsd("2", "integer"), xsd("0.5", "decimal"), None],
        "Float64",
        polars.Float64,
        [1000.0, 2.0, 0.5, None],
    ),
    "doubles beside a number beyond them": (
        [xsd("0.5", "double"), xsd("1" * 400, "integer")],
        "Float64",
        polars.Float64,
        [0.5, float("inf")],
    ),
    "truths": (
        [xsd("true", "boolean"), xsd("0", "boolean"), None],
        "boolean",
        polars.Boolean,
        [True, False, None],
    ),
    "days": (
        [Literal("2013-06-13", datatype=XSD_DATE), Literal("0001-01-01", datatype=XSD_DATE), None],
        "datetime64[s]",
        polars.Date,
        [date(2013, 6, 13), date(1, 1, 1), None],
    ),
    "texts": ([Literal("7"), Literal("花", language="zh"), None], "string", polars.String,
              ["7", "花", None]),
    "numbers and text": ([xsd("7", "integer"), Literal("x")], "string", polars.String, ["7", "x"]),
    "truths and numbers": (
        [xsd("1", "integer"), xsd("true", "boolean")], "string", polars.String, ["1", "true"]
    ),
    "no number": ([xsd("seven", "integer")], "string", polars.String, ["seven"]),
    "nothing": ([None], "string", polars.String, [None]),
    "entities": ([THING, None], "string", polars.String, ["thing", None]),
}  # fmt: skip


def frames(*rows: tuple[Cell, ...], names: tuple[str, ...] = ("cell",)) -> WritableAnswer:
    return WritableAnswer.of(answer_with(*rows, names=names))


@pytest.mark.parametrize(("cells", "dtype", "type_", "values"), TYPED.values(), ids=list(TYPED))
def test_a_column_has_the_type_of_its_values(
    cells: list[Cell], dtype: str, type_: Any, values: list[Any]
) -> None:
    """No digit is lost, and what is missing is no value."""
    answer = frames(*((cell,) for cell in cells))
    column = answer.to_pandas()["cell"]
    assert column.dtype == dtype
    missing = [value is None for value in values]
    assert [*column.isna()] == missing
    series = answer.to_polars()["cell"]
    assert series.dtype == type_
    assert series.to_list() == values
    told = [str(v) if dtype == "object" else v for v in column[~column.isna()]]
    expected = [v for v in values if v is not None]
    if dtype == "object":
        assert [Decimal(v) for v in told] == [Decimal(v) for v in expected]
    elif dtype == "datetime64[s]":
        assert [v.date() for v in told] == expected
    else:
        assert told == expected


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=4), min_size=1))
def test_no_digit_is_lost(numbers: list[Decimal]) -> None:
    """Whatever the numbers are, a frame gives them back."""
    answer = frames(*((xsd(format(n, "f"), "decimal"),) for n in numbers))
    for values in (answer.to_pandas()["cell"].to_list(), answer.to_polars()["cell"].to_list()):
        assert [Decimal(str(v)) for v in values] == numbers


def test_a_time_stays_as_precise_as_its_source() -> None:
    """A year is no day: it is text, with the days on which it may lie beside it."""
    answer = frames(
        (Literal("2013", datatype=XSD_YEAR),),
        (Literal("2011-33", datatype=EDTF),),
        (Literal("2013-06-13", datatype=XSD_DATE),),
        (None,),
    )
    frame = answer.to_polars()
    assert frame.rows() == [
        ("2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("2011-33", date(2011, 1, 1), date(2011, 3, 31)),
        ("2013-06-13", date(2013, 6, 13), date(2013, 6, 13)),
        (None, None, None),
    ]
    assert frame.columns == ["cell", "cell_earliest", "cell_latest"]
    days = answer.to_pandas()
    assert [*map(str, days.dtypes)] == ["string", "datetime64[s]", "datetime64[s]"]
    assert days["cell_latest"][1] == datetime(2011, 3, 31)


def test_entities_are_ids_and_labels_stand_beside(kg: KnowledgeGraph) -> None:
    """Labels in the language that is asked for; none unless they are."""
    answer = kg.ask(AFFECTED)
    assert [*answer.to_pandas().columns] == answer.to_polars().columns == ["product", "cause"]
    for lang in ("zh", "en"):
        for frame in (answer.to_pandas(lang), answer.to_polars(lang)):
            assert [*frame.columns] == ["product", "product_label", "cause", "cause_label"]
            told = [*zip(frame["product"], frame["cause_label"], strict=True)]
            assert told == [(answer.identifier(p), answer.text(c, lang)) for p, c in answer.rows]


def test_the_engines_numbers_can_be_summed(kg: KnowledgeGraph) -> None:
    """What SPARQL counts is a number."""
    answer = kg.ask("companies-by-exposure")
    place = [column.name for column in answer.columns].index("products")
    total = sum(int(row[place].value) for row in answer.rows if row[place])
    assert answer.to_pandas()["products"].sum() == total == answer.to_polars()["products"].sum()


@pytest.mark.parametrize(
    ("question", "parameter"),
    [
        ("metrics", {"entity": "p2p"}),
        ("companies-by-exposure", {}),
        ("fines", {}),
        ("instrument-dates", {}),
        ("shareholdings", {}),
        ("health-of-sources", {}),
    ],
)
def test_an_answer_without_rows_has_the_types_of_its_question(
    kg: KnowledgeGraph, question: str, parameter: dict[str, str]
) -> None:
    """So that frames of one question go together, whatever was found."""
    whole = kg.ask(question)
    nothing = replace(whole, rows=(), given=parameter)
    assert len(nothing.to_pandas()) == 0
    assert nothing.to_pandas().dtypes.equals(whole.to_pandas().dtypes)
    assert nothing.to_polars().schema == whole.to_polars().schema
    pandas.concat([whole.to_pandas(), nothing.to_pandas()])


def test_few_rows_have_the_types_of_their_question(kg: KnowledgeGraph) -> None:
    """Of one fund all dates may be full days; its frame has the columns of every other."""
    whole = kg.ask("instrument-dates")
    columns = [column.name for column in whole.columns]
    place = columns.index("day")
    full = [row for row in whole.rows if row[place] and row[place].datatype == XSD_DATE]
    few = replace(whole, rows=tuple(full[:1]), given={"some": "thing"})
    assert few.to_polars().schema == whole.to_polars().schema


def test_a_query_of_ones_own_without_rows_is_text(kg: KnowledgeGraph) -> None:
    """Nothing tells what its variables would have been."""
    nothing = kg.select("SELECT ?x ?n { ?x fk:noSuchProperty ?n }")
    assert [*map(str, nothing.to_pandas().dtypes)] == ["string", "string"]
    assert nothing.to_polars().schema == {"x": polars.String, "n": polars.String}


def test_select_gives_frames_too(kg: KnowledgeGraph) -> None:
    """Its variables are the columns."""
    frame = kg.select("SELECT (COUNT(?p) AS ?n) { ?p a fk:FinancialProduct }").to_pandas()
    assert frame["n"].dtype == "Int64"
    assert frame["n"][0] > 0


def test_a_frame_remembers_what_was_asked(kg: KnowledgeGraph, own_cache: None) -> None:
    """Of which graph, as of which day and without what; as plain data, which files can keep."""
    attrs = kg.ask("products-of-company", company="ant-group").to_pandas().attrs
    assert attrs["question"] == "products-of-company"
    assert attrs["given"] == {"company": "ant-group"}
    assert attrs["day"] == kg.day.isoformat()
    assert {*attrs["title"]} == {"zh", "en"}
    assert json.loads(json.dumps(attrs)) == attrs
    derived = kg.as_of("2019-12-31").without("internet-finance-cases")
    told = derived.ask(AFFECTED).to_pandas().attrs
    assert told["day"] == "2019-12-31"
    assert told["without"] == [kg.source("internet-finance-cases").value]


@pytest.mark.parametrize("cell", HOSTILE.values(), ids=list(HOSTILE))
def test_a_text_is_kept_as_it_is(cell: str) -> None:
    """Every character of it."""
    answer = frames((Literal(cell),))
    assert answer.to_pandas()["cell"].to_list() == answer.to_polars()["cell"].to_list() == [cell]


def test_a_column_beside_gives_way_to_one_of_the_answer() -> None:
    """A variable that is called as a column beside would be called is what it is."""
    answer = frames((THING, Literal("own")), names=("a", "a_label"))
    assert answer.to_polars("en").rows() == [("thing", "own")]


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_a_missing_package_is_said_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    """In both languages, so that a person can copy what helps."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingPackage) as caught:
        getattr(frames((THING,)), f"to_{package}")()
    assert isinstance(caught.value, UsageError)
    for lang in ("zh", "en"):
        assert package in caught.value.message(lang)
        assert f'"finkg[{package}]"' in caught.value.advice(lang)
