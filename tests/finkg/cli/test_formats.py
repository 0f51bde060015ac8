"""The format of an answer is named, or told from the suffix of the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from finkg.export.answers import FORMATS

if TYPE_CHECKING:
    from conftest import Run

QUESTION = "products-affected-by-regulation"
QUERY = "SELECT ?product { ?product fk:affectedBy ?cause } ORDER BY ?product ?cause"


@pytest.mark.parametrize("name", [each.name for each in FORMATS if not each.binary])
@pytest.mark.parametrize("asked", [("ask", QUESTION), ("query", QUERY)], ids=["ask", "query"])
def test_a_file_has_what_a_pipe_has(
    run: Run, tmp_path: Path, asked: tuple[str, str], name: str
) -> None:
    """Byte by byte, by suffix as by name."""
    path = tmp_path / f"answer.{name}"
    assert run(*asked, "-o", str(path)).code == 0
    assert path.read_text("utf-8") == run(*asked, "--format", name).out


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_binary_formats_go_to_a_file(run: Run, tmp_path: Path, name: str) -> None:
    """The same suffixes for questions and queries."""
    for asked in (("ask", QUESTION), ("query", QUERY)):
        path = tmp_path / f"answer.{name}"
        assert run(*asked, "-o", str(path)).code == 0
        assert path.stat().st_size > 1000
        path.unlink()


def test_a_timeline_has_the_formats_too(run: Run) -> None:
    """It is an answer."""
    assert run("timeline", "花呗", "--format", "md").out.startswith("## Timeline\n")


@pytest.mark.parametrize(("lang", "word"), [("zh", "未知的格式"), ("en", "Unknown format")])
def test_an_unknown_format_is_refused(run: Run, lang: str, word: str) -> None:
    """With those that there are."""
    for asked in (("ask", QUESTION), ("query", QUERY), ("timeline",)):
        ran = run(*asked, "--format", "yaml", lang=lang)
        assert (ran.code, ran.out) == (2, "")
        assert word in ran.err
        assert all(each.name in ran.err for each in FORMATS)


@pytest.mark.parametrize("name", ["md", "html"])
def test_evidence_stands_under_each_row(run: Run, name: str) -> None:
    """The same proofs as in the text."""
    quote = "「断开与信贷业务的不当连接」"
    text = run("ask", QUESTION, "--evidence").out
    ran = run("ask", QUESTION, "--evidence", "--format", name)
    assert ran.code == 0
    assert ran.out.count(quote) == text.count(quote) > 0


@pytest.mark.parametrize("name", ["csv", "tsv", "xml", "xlsx", "parquet"])
def test_formats_that_hold_no_evidence_say_so(run: Run, tmp_path: Path, name: str) -> None:
    """And which hold it; nothing is written."""
    path = tmp_path / f"answer.{name}"
    for where in (("--format", name), ("-o", str(path))):
        ran = run("ask", QUESTION, "--evidence", *where)
        assert (ran.code, ran.out) == (2, "")
        assert "table, json, md, html" in ran.err
    assert not path.exists()


def test_json_says_the_marks_of_rows(run: Run) -> None:
    """Of a question, whose evidence is known; a query knows none."""
    asked = json.loads(run("ask", "shareholdings", "--format", "json").out)
    assert [row["marks"] for row in asked["rows"][:2]] == [["single-source"], ["disputed"]]
    queried = json.loads(run("query", QUERY, "--format", "json").out)
    assert "marks" not in queried["rows"][0]


def test_an_empty_answer_has_the_heading_of_a_full_one(run: Run) -> None:
    """So that a program finds its columns."""
    full = run("ask", "products-of-company", "--company", "ant-group").out
    empty = run("ask", "products-of-company", "--company", "alipay").out
    assert empty.splitlines() == full.splitlines()[:1]


def test_yes_and_no_in_the_formats_of_the_w3c(run: Run) -> None:
    """As they are named; else in plain words, and never as a table of rows."""
    ask = ("query", "ASK { id:huabei fk:affectedBy ?cause }")
    assert json.loads(run(*ask, "--format", "json").out) == {"head": {}, "boolean": True}
    assert "<boolean>true</boolean>" in run(*ask, "--format", "xml").out
    assert run(*ask, "--format", "csv").out == run(*ask).out == "true\n"
    assert run(*ask, "--format", "md").code == 2
