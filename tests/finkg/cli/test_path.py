"""finkg path: how two things are connected, in both languages and every format."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run


def test_a_path_is_data(run: Run) -> None:
    """Steps on stdout, each with ids and labels; what was left aside on stderr."""
    ran = run("path", "微众银行", "花呗")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert ran.code == 0
    assert {row["path"] for row in rows} == {"1", "2", "3"}
    assert (rows[0]["from"], rows[0]["from_label"]) == ("webank", "WeBank")
    assert rows[-1]["to"] == "huabei"
    assert "credit" not in {row["to"] for row in rows}
    assert ran.err.startswith("Not through hubs: Credit")


def test_the_question_gives_the_same(run: Run) -> None:
    """As `ask connections`, byte for byte, beside what it says."""
    path, asked = (
        run("path", "webank", "huabei"),
        run("ask", "connections", "--start", "webank", "--end", "huabei"),
    )
    assert path == asked


def test_quiet_says_nothing(run: Run) -> None:
    """The rows alone are left."""
    assert run("path", "微众银行", "花呗", "--quiet").err == ""


@pytest.mark.parametrize(("lang", "said"), [("zh", "不经枢纽：信贷"), ("en", "Not through hubs")])
def test_the_two_languages_are_equals(run: Run, lang: str, said: str) -> None:
    """Headings, relations and what is said beside."""
    ran = run("path", "微众银行", "花呗", "--format", "table", lang=lang)
    assert said in ran.err
    assert ("使用数据" in ran.out) is (lang == "zh")
    assert ("uses data" in ran.out) is (lang == "en")
    assert ("代价" in ran.out) is (lang == "zh")


def test_each_step_has_its_evidence(run: Run) -> None:
    """Quotes under each step for people, proofs for programs."""
    shown = run("path", "微众银行", "花呗", "--evidence", "--paths", "1", lang="zh")
    assert "其核心产品“微粒贷”" in shown.out
    data = run("path", "微众银行", "花呗", "--evidence", "--paths", "1", "--format", "json")
    rows = json.loads(data.out)["rows"]
    assert len(rows) == 3
    assert all(row["evidence"] for row in rows)
    assert "single-source" in {mark for row in rows for mark in row["marks"]}


def test_hubs_are_passed_on_request(run: Run) -> None:
    """One by name, or all of them."""
    through = run("path", "微众银行", "花呗", "--through", "信贷")
    paths = {row["path"]: [] for row in csv.DictReader(io.StringIO(through.out))}  # type: dict[str, list[str]]
    for row in csv.DictReader(io.StringIO(through.out)):
        paths[row["path"]].append(row["to"])
    assert all("credit" in passed for passed in paths.values())
    assert run("path", "微众银行", "花呗", "--hubs").err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("花呗", "花呗"), "Start and end are the same thing: Huabei."),
        (("网络攻击", "花呗"), "No path connects Cyber-attacks and Huabei."),
        (("微众银行", "花呗", "--via", "Product"), "through things of the chosen kinds only"),
    ],
)
def test_no_path_is_an_empty_answer(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """Exit 0 and headings alone; why there is none stands on stderr."""
    ran = run("path", *arguments)
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 1
    assert said in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("微众银行", "没有此物"), "no entity named “没有此物”"),
        (("微众银行", "花呗", "--through", "没有此物"), "no entity named “没有此物”"),
        (("微众银行", "花呗", "--via", "Prodct"), "Did you mean: Product"),
        (("微众银行", "花呗", "--relation", "offer"), "offers"),
        (("微众银行", "PBOC Shenzhen branch or not", "--quiet"), "no entity named"),
    ],
)
def test_what_nobody_knows_is_an_error(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """Exit 1, nothing on stdout."""
    ran = run("path", *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err


def test_an_unknown_layer_is_wrong_use(run: Run) -> None:
    """Exit 2, with the layers that there are."""
    ran = run("path", "微众银行", "花呗", "--layer", "nonsense")
    assert ran.code == 2
    assert "doubtful" in ran.err


@pytest.mark.parametrize("question", ["communities", "similar-products", "central-entities"])
def test_analyses_are_asked_as_other_questions(run: Run, question: str) -> None:
    """In csv, which otherwise comes row by row, as in json, and in plain words."""
    streamed = list(csv.DictReader(io.StringIO(run("ask", question).out)))
    whole = json.loads(run("ask", question, "--format", "json").out)["rows"]
    assert len(streamed) == len(whole) > 0
    assert run("ask", question, "--explain").out.startswith("#+ title")


def test_a_path_is_asked_for_in_plain_words(run: Run) -> None:
    """In either language."""
    named = run("path", "webank", "huabei").out
    assert run("ask", "微众银行和花呗之间有什么联系？", lang="en").out == named
    assert run("ask", "How is WeBank connected with Huabei?").out == named
