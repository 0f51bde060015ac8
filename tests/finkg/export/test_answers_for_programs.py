"""Programs read the same terms back from every format."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, QueryResultsFormat, parse_query_results
from rdflib import Variable
from rdflib.query import Result

from finkg.catalogue.answer import Cell
from finkg.export.answers.results import boolean
from finkg.vocabulary import XSD_DATE, XSD_DECIMAL, XSD_INTEGER

from .hostile import HOSTILE, THING, answer_with, texts, written

ANYTHING = st.text(st.characters(codec="utf-8"))


def separated(content: bytes, delimiter: str) -> list[list[str]]:
    before = csv.field_size_limit(1 << 20)
    try:
        return [*csv.reader(io.StringIO(content.decode(), newline=""), delimiter=delimiter)]
    finally:
        # The limit is the whole process's; without it a table's faults would go unseen.
        csv.field_size_limit(before)


@given(st.lists(st.tuples(ANYTHING, ANYTHING), min_size=1))
def test_separated_cells_come_back(rows: list[tuple[str, str]]) -> None:
    """Whatever characters they hold, carriage returns among them."""
    answer = answer_with(*((Literal(a), Literal(b)) for a, b in rows), names=("a", "b"))
    for name, delimiter in (("csv", ","), ("tsv", "\t")):
        found = separated(written(answer, name), delimiter)
        assert found == [["a", "b"], *map(list, rows)]


@given(st.lists(st.tuples(ANYTHING, ANYTHING)))
def test_json_cells_come_back(rows: list[tuple[str, str]]) -> None:
    """Whatever characters they hold."""
    answer = answer_with(*((Literal(a), Literal(b)) for a, b in rows), names=("a", "b"))
    found = json.loads(written(answer, "json"))["rows"]
    assert [(row["a"]["value"], row["b"]["value"]) for row in found] == rows


@pytest.mark.parametrize("cell", HOSTILE.values(), ids=list(HOSTILE))
def test_separated_and_json_change_nothing(cell: str) -> None:
    """The cells that mean something elsewhere."""
    answer = texts(cell)
    assert separated(written(answer, "csv"), ",")[1] == [cell]
    assert separated(written(answer, "tsv"), "\t")[1] == [cell]
    assert json.loads(written(answer, "json"))["rows"][0]["cell"]["value"] == cell


TERMS: list[Cell] = [
    THING,
    Literal("你好", language="zh"),
    Literal("2020-02-29", datatype=XSD_DATE),
    Literal("a\r\n<b>&  "),
    None,
]


def test_the_engine_reads_the_xml() -> None:
    """IRIs, languages, datatypes, unbound variables."""
    content = written(answer_with(*((term,) for term in TERMS)), "xml")
    read = parse_query_results(content, QueryResultsFormat.XML)
    assert [[*row] for row in read] == [[term] for term in TERMS]  # type: ignore[union-attr]


def test_rdflib_reads_the_xml() -> None:
    """The same terms, by an implementation of its own."""
    content = written(answer_with(*((term,) for term in TERMS)), "xml")
    rows = Result.parse(io.BytesIO(content), format="xml").bindings
    read = [row.get(Variable("cell")) for row in rows]
    assert [str(term) if term is not None else None for term in read] == [
        term.value if term else None for term in TERMS
    ]
    assert read[1].language == "zh"  # type: ignore[union-attr]
    assert str(read[2].datatype) == XSD_DATE.value  # type: ignore[union-attr]


@pytest.mark.parametrize("cell", HOSTILE.values(), ids=list(HOSTILE))
def test_xml_is_well_formed(cell: str) -> None:
    """What XML has no character for stands as U+FFFD; all else comes back."""
    content = written(texts(cell), "xml")
    (row,) = Result.parse(io.BytesIO(content), format="xml")
    replaced = cell.translate(dict.fromkeys((0, 1, 0xB, 0x1F, 0xFFFE, 0xFFFF), "\ufffd"))
    assert str(row[0]) == replaced  # type: ignore[index]


def test_yes_and_no_as_xml() -> None:
    """Both readers agree."""
    for value in (True, False):
        read = parse_query_results(boolean(value), QueryResultsFormat.XML)
        assert bool(read) == value
        assert Result.parse(io.BytesIO(boolean(value)), format="xml").askAnswer == value


def parquet(*cells: Cell) -> pyarrow.ChunkedArray:
    content = written(answer_with(*((cell,) for cell in cells)), "parquet")
    return pyarrow.parquet.read_table(io.BytesIO(content)).column(0)


@pytest.mark.parametrize(
    ("literals", "values"),
    [
        ([Literal("7", datatype=XSD_INTEGER)], [7]),
        ([Literal("1.50", datatype=XSD_DECIMAL)], [Decimal("1.50")]),
        ([Literal("2020-02-29", datatype=XSD_DATE)], [date(2020, 2, 29)]),
        ([Literal(True)], [True]),
        # Of two types, or more than a type can hold: text.
        ([Literal("7", datatype=XSD_INTEGER), Literal("x")], ["7", "x"]),
        ([Literal("9" * 30, datatype=XSD_INTEGER)], ["9" * 30]),
        ([Literal("2020", datatype=XSD_DATE)], ["2020"]),
        ([Literal("1" * 90, datatype=XSD_DECIMAL)], ["1" * 90]),
        ([Literal("INF", datatype=Literal(1.5).datatype)], ["INF"]),
    ],
)
def test_columns_of_parquet_have_types(literals: list[Literal], values: list[object]) -> None:
    """Numbers, truth values and full dates; a missing cell is null."""
    assert parquet(*literals, None).to_pylist() == [*values, None]


@pytest.mark.parametrize("cell", HOSTILE.values(), ids=list(HOSTILE))
def test_parquet_changes_no_text(cell: str) -> None:
    """A column of text holds any."""
    assert parquet(Literal(cell)).to_pylist() == [cell]


def test_labels_stand_beside_entities() -> None:
    """In separated formats and in parquet; a column of literals has none."""
    answer = answer_with((THING, Literal("a")), names=("thing", "text"))
    assert written(answer, "csv") == b"thing,thing_label,text\nthing,thing,a\n"
    table = pyarrow.parquet.read_table(io.BytesIO(written(answer, "parquet")))
    assert table.column_names == ["thing", "thing_label", "text"]
