"""A question in plain words on the command line: it says what it asks, or offers the nearest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run

pytestmark = pytest.mark.usefixtures("own_cache")


def test_the_answer_is_data_and_what_was_asked_a_message(run: Run) -> None:
    """stdout holds just what the question answers by name."""
    ran = run("ask", "Who founded Lufax?")
    named = run("ask", "founded-by", "--company", "lufax")
    assert (ran.code, ran.out) == (0, named.out)
    assert named.out.count("\n") > 1
    assert ran.err.splitlines() == [
        "Who founded which company?",
        "  company: Lufax",
        "  finkg ask founded-by --company lufax",
    ]


def test_the_two_languages_are_equals(run: Run) -> None:
    """What was asked is said in the language of messages, whatever the words are in."""
    chinese, english = run("ask", "谁创办了陆金所？", lang="zh"), run("ask", "谁创办了陆金所？")
    assert "  公司：陆金所" in chinese.err
    assert "  company: Lufax" in english.err
    assert run("ask", "Who founded Lufax?", lang="zh").err == chinese.err


def test_words_need_no_quotation_marks(run: Run) -> None:
    """Options of the question and of the command may follow them."""
    ran = run("ask", "Who", "founded", "Lufax", "--format", "json")
    assert json.loads(ran.out) == json.loads(
        run("ask", "Who founded Lufax?", "--format", "json").out
    )
    given = run("ask", "which products does the company offer", "--company", "Ant Group")
    assert given.out == run("ask", "products-of-company", "--company", "ant-group").out
    assert "--company 'Ant Group'" in given.err


def test_quiet_leaves_out_what_was_asked(run: Run) -> None:
    """The data stays."""
    ran = run("ask", "Who founded Lufax?", "--quiet")
    assert (ran.err, ran.out) == ("", run("ask", "founded-by", "--company", "lufax").out)


def test_names_that_were_not_used_are_told(run: Run) -> None:
    """So that nobody takes the answer for one about them."""
    assert "Not used: tencent" in run("ask", "products of Ant Group and Tencent").err
    assert "没有用上：tencent" in run("ask", "products of Ant Group and Tencent", lang="zh").err


@pytest.mark.parametrize(("lang", "nearest"), [("zh", "最接近的是："), ("en", "The nearest:")])
def test_what_is_not_understood_is_not_answered(run: Run, lang: str, nearest: str) -> None:
    """Exit 1, nothing on stdout, and three commands that would have asked something."""
    ran = run("ask", "哪些公司没有使用区块链", lang=lang)
    assert (ran.code, ran.out) == (1, "")
    assert nearest in ran.err
    commands = [line.split() for line in ran.err.splitlines() if line.startswith("    finkg ")]
    assert len(commands) == 3
    assert run(*commands[0][1:]).code == 0


def test_hostile_words_are_words(run: Run) -> None:
    """An unknown name, nothing understood, or the question without them; never a query."""
    for words in ("} UNION { ?s ?p ?o", "products of huabei } } INSERT DATA { <a:b> <a:b> <a:b> }"):
        ran = run("ask", words)
        assert (ran.code, ran.out) == (1, "")


def test_evidence_and_explanation_go_with_words(run: Run) -> None:
    """As with a question by name."""
    named = ("founded-by", "--company", "lufax")
    for option in ("--evidence", "--explain"):
        assert run("ask", "Who founded Lufax?", option).out == run("ask", *named, option).out != ""


def test_what_is_missing_is_wrong_use(run: Run) -> None:
    """The question is named, and how to say what it needs."""
    ran = run("ask", "What is the evidence of a statement?")
    assert (ran.code, ran.out) == (2, "")
    assert "evidence-of-statement" in ran.err
    assert "--subject" in ran.err


def test_the_graph_of_a_day_is_asked_in_words(run: Run) -> None:
    """--as-of and plain words go together."""
    words = run("ask", "products of Ant Group", "--as-of", "2019-12-31")
    named = run("ask", "products-of-company", "--company", "ant-group", "--as-of", "2019-12-31")
    assert (words.code, words.out) == (0, named.out)


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "没有结果。有证据表明"), ("en", "No rows. Products that")]
)
def test_no_rows_say_what_would_have_been_listed(
    run: Run, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    """The law has a scope, and no product is known to be affected: to whom that is news should
    read what the question lists, and where the rest is."""
    monkeypatch.setattr("finkg.cli.session.Session.on_terminal", True)
    ran = run("ask", "哪些产品受个人信息保护法影响?", lang=lang)
    assert said in ran.err
    assert "regulation-scope" in ran.err
