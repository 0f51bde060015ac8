"""`finkg whatif`: the difference in conclusions, for people and as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run

REACH = ("whatif", "--extend", "pipl", "支付")


@pytest.mark.parametrize(
    ("lang", "title", "line", "told"),
    [
        ("zh", "会得出：", "+ 微信支付 在 中华人民共和国个人信息保护法 适用范围内", "新增 2 条"),
        ("en", "Would follow:", "+ WeChat Pay is within scope of Personal", "2 new"),
    ],
)
def test_each_conclusion_with_its_proof(
    run: Run, lang: str, title: str, line: str, told: str
) -> None:
    """In either language; the leaf that is supposed says so, the others are quotes or citations."""
    ran = run(*REACH, lang=lang)
    assert ran.code == 0
    assert title in ran.out
    assert line in ran.out
    assert {"zh": "假设如此，没有来源这样说", "en": "supposed; no source says so"}[lang] in ran.out
    assert told in ran.err


def test_as_data(run: Run) -> None:
    """Every change with where the statement stands in each graph, and its proof."""
    data = json.loads(run(*REACH, "--format", "json").out)
    assert {key: len(changes) for key, changes in data.items()} == {
        "new": 2, "lost": 0, "changed": 0, "stated": 0,
    }  # fmt: skip
    first = data["new"][0]
    assert (first["before"], first["after"]) == (None, "Accepted")
    assert first["proof"]["rule"] == "scope-by-activity"
    assert "urn:finkg:supposition" in json.dumps(first["proof"])


def test_the_first_ones_are_proved_and_all_if_asked_for(run: Run) -> None:
    """Every change is listed; how many proofs are left out is said."""
    short = run("whatif", "--without", "internet-finance-cases").out
    long = run("whatif", "--without", "internet-finance-cases", "--all").out
    assert short.count("\n  - ") == long.count("\n  - ") > 5
    assert "(--all prints the proofs of the other" in short
    assert long.count("    ∵") > short.count("    ∵")
    assert "--all prints" not in long


def test_what_is_left_out_is_compared_with_the_whole(run: Run) -> None:
    """--without is what is supposed here, wherever it stands, not the graph that is asked."""
    behind = run("whatif", "--without", "internet-finance-cases")
    before = run("--without", "internet-finance-cases", "whatif")
    assert behind.out == before.out
    assert "Would fall:" in behind.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Nothing is supposed"),
        (("--extend", "花呗", "支付"), "can not be supposed to reach"),
        (("--extend", "pipl", "no-such-thing"), "no-such-thing"),
        (("--without", "no-such-source"), "no-such-source"),
        (("--without", "c-0123456789abcdef"), "no source or claim"),
        (("--min-rank", "best"), "is no rank"),
        (("--min-rank", ""), "is no rank"),
        (("--add", "no-such.csv"), "no-such.csv"),
        (("--extend", "pipl", "支付", "--format", "csv"), "Unknown format"),
    ],
)
def test_what_can_not_be_supposed_is_one_clear_sentence(
    run: Run, arguments: tuple[str, ...], says: str
) -> None:
    """On stderr, with nothing on stdout and the exit code of a wrong call."""
    ran = run("whatif", *arguments)
    assert ran.code in (1, 2)
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert not ran.out


def test_a_fault_in_an_added_table_is_shown_with_its_place(run: Run, tmp_path: Path) -> None:
    """As check shows it."""
    table = tmp_path / "suppose.csv"
    table.write_text("subject,property,value\nhuabei,offers,nobody\n", "utf-8")
    ran = run("whatif", "--add", str(table))
    assert ran.code == 2
    assert f"{table}:2:3" in ran.err
