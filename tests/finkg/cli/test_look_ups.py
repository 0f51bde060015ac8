"""Asking, querying, showing, proving: data on stdout, messages on stderr, exit codes that tell."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run

MAIN = "products-affected-by-regulation"


def test_an_answer_in_a_pipe_is_csv(run: Run) -> None:
    """Ids for programs, and labels beside them for people."""
    ran = run("ask", MAIN)
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert (ran.code, ran.err) == (0, "")
    assert {("huabei", "Huabei"), ("jiebei", "Jiebei")} <= {
        (row["product"], row["product_label"]) for row in rows
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_two_languages_are_equals(run: Run, lang: str) -> None:
    """The same rows, with labels and proofs in the language that was asked for."""
    ran = run("ask", MAIN, "--evidence", "--format", "table", lang=lang)
    assert "花呗" in ran.out
    assert ("Huabei" in ran.out) is (lang == "en")
    assert ("规则" in ran.out) is (lang == "zh")
    assert "「信贷(花呗、借呗)」" in ran.out


def test_json_carries_both_languages_and_the_evidence(run: Run) -> None:
    """Every row with its labels, every proof with quotes, offsets, file and line."""
    given = ("--product", "花呗", "--evidence", "--format", "json")
    rows = json.loads(run("ask", MAIN, *given).out)["rows"]
    (row,) = (row for row in rows if row["cause"]["id"] == "ant-rectification")
    assert row["product"]["zh"] == "花呗"
    (proof,) = row["evidence"]
    leaves = [leaf for premise in proof["premises"] for leaf in premise["evidence"]]
    leaf = next(leaf for leaf in leaves if leaf["quote"])
    assert leaf["quote"]["end"] - leaf["quote"]["start"] == len(leaf["quote"]["text"])
    assert leaf["row"].startswith("sources/internet-finance-cases/claims.csv:")


def test_options_may_stand_before_or_after_the_command(run: Run) -> None:
    """One after the command overrides one before it."""
    assert run("--format", "csv", "ask", MAIN).out == run("ask", MAIN, "--format", "csv").out
    assert "花呗" in run("ask", MAIN, "--lang", "zh").out


def test_entities_are_named_by_label_or_alias(run: Run) -> None:
    """蚂蚁金服, Ant Group and ant-group are one company."""
    answers = {
        run("ask", "products-of-company", "--company", name).out
        for name in (
            "蚂蚁金服",
            "Ant Group",
            "ant-group",
            "螞蟻集團",
        )
    }
    assert len(answers) == 1
    assert "huabei" in answers.pop()


def test_an_unknown_question_offers_the_nearest(run: Run) -> None:
    """Exit 1, and a name that would have worked."""
    ran = run("ask", "products-affected-by-regulations")
    assert ran.code == 1
    assert MAIN in ran.err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_unknown_entity_offers_the_nearest(run: Run, lang: str) -> None:
    """微利贷 is nothing; both look-alikes are offered and none is chosen."""
    ran = run("ask", MAIN, "--product", "微利贷", lang=lang)
    assert (ran.code, ran.out) == (1, "")
    assert "weilidai" in ran.err
    assert "weiyedai" in ran.err


def test_wrong_parameters_are_wrong_use(run: Run) -> None:
    """A parameter that the question has not, one that is missing, one without a value."""
    assert run("ask", MAIN, "--colour", "red").code == 2
    assert run("ask", "products-of-company").code == 2
    assert run("ask", MAIN, "--product").code == 2


def test_hostile_text_stays_a_value(run: Run) -> None:
    """What would end the query if it were pasted is only an unknown name."""
    ran = run("ask", MAIN, "--product", "huabei } } INSERT DATA { <a:b> <a:b> <a:b> }")
    assert (ran.code, ran.out) == (1, "")


def test_queries_of_every_form(run: Run) -> None:
    """SELECT as rows, ASK as a word, CONSTRUCT and DESCRIBE as triples."""
    assert "huabei" in run("query", "SELECT ?p { ?p fk:affectedBy ?c }").out
    assert run("query", "ASK { id:huabei fk:affectedBy ?c }").out == "true\n"
    construct = "CONSTRUCT WHERE { id:huabei fk:affectedBy ?c }"
    assert "fk:affectedBy" in run("query", construct).out
    assert "<http" in run("query", construct, "--format", "ntriples").out
    assert "花呗" in run("query", "DESCRIBE id:huabei").out


def test_malformed_sparql_shows_its_place(run: Run) -> None:
    """Exit 2, line and column, the line itself and a caret."""
    ran = run("query", "SELECT ?x\nWHERE { ?x foo:bar ?y }", lang="zh")
    assert ran.code == 2
    assert "第 2 行第 19 列" in ran.err
    assert ran.err.rstrip().endswith("^")


def test_doubtful_is_seen_when_its_layer_is_opened(run: Run) -> None:
    """Without --layer the query sees nothing of it, with an unknown layer it is wrong use."""
    query = "SELECT ?t { GRAPH layer:doubtful { ?o fk:metric id:npl-ratio ; fk:asOf ?t } }"
    assert "2025" not in run("query", query).out
    assert "2025" in run("query", query, "--layer", "doubtful").out
    assert run("query", query, "--layer", "nonsense").code == 2


def test_show_has_quote_file_and_line(run: Run) -> None:
    """Doubt and rank are explained where the date stands."""
    ran = run("show", "余额宝", lang="zh")
    assert "2025年推出余额宝" in ran.out
    assert "一个年份挤掉了其他年份" in ran.out
    assert "让位于“2013-06”" in ran.out
    assert "sources/internet-finance-cases/claims.csv:" in ran.out


def test_why_ends_in_quotes(run: Run) -> None:
    """A proof of one statement; nothing to prove is no error, and says why not."""
    ran = run("why", "huabei", "affectedBy", "ant-rectification")
    assert ran.out.count("「断开与信贷业务的不当连接」") == 1
    nothing = run("why", "huabei", "affectedBy", "p2p-crisis")
    assert nothing.code == 0
    assert nothing.err == "The graph has no such statement.\n"
    assert run("why", "huabei", "affectedby").code == 1


def test_prefixes_are_those_of_every_query(run: Run) -> None:
    """What is printed can be pasted above a query for any other client."""
    assert "PREFIX fk:" in run("prefixes").out


def test_quiet_leaves_out_messages_and_keeps_errors(run: Run) -> None:
    """Errors are said all the same."""
    assert run("why", "huabei", "affectedBy", "p2p-crisis", "--quiet").err == ""
    assert run("ask", "no-such-question", "--quiet").err


def test_verbose_says_where_an_error_came_from(run: Run) -> None:
    """The sentence for people first; the traceback only for who asks."""
    assert "Traceback" not in run("ask", "no-such-question").err
    assert "Traceback" in run("ask", "no-such-question", "-v").err


def test_the_console_script_writes_all_and_ends_well(packaged_snapshot: Path) -> None:
    """It ends without tidying up, so what it printed into a pipe is looked at from outside."""
    script = "from finkg.cli import program; program()"
    command = [sys.executable, "-c", script, "--graph", str(packaged_snapshot)]
    ran = subprocess.run([*command, "ask"], capture_output=True, check=True, text=True)
    assert MAIN in ran.stdout
    unknown = subprocess.run([*command, "ask", "nonsense"], capture_output=True, text=True)
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert unknown.stderr
