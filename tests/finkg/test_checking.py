"""A workspace is told what is wrong with its questions before anybody asks one."""

from __future__ import annotations

from pathlib import Path

import pytest

import finkg
from finkg.errors import Severity

HEADER = """#+ title = { zh = "有哪些产品？", en = "Which products are there?" }
#+ description = { zh = "全部产品。", en = "All products." }
#+ [columns]
#+ product = { zh = "产品", en = "Product" }
"""
QUERY = "SELECT DISTINCT ?product WHERE { ?product a fk:Product } ORDER BY ?product\n"
PREFIX = "PREFIX fk: <https://w3id.org/finkg/ns#>\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    finkg.init(folder)
    (folder / "queries" / "own").mkdir(parents=True)
    return folder


def write(own: Path, content: str, name: str = "own/products.rq") -> None:
    (own / "queries" / name).write_text(content, encoding="utf-8")


def test_a_sound_question_is_silent(own: Path) -> None:
    """So are ways to ask it."""
    write(own, HEADER + PREFIX + QUERY)
    write(
        own, "question,lang,text\nproducts,zh,列出产品\n,en,What is for lunch?\n", "phrasings.csv"
    )
    write(own, '[wares]\nzh = ["货色"]\nen = ["goods"]\n', "words.toml")
    assert finkg.check(own) == []


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("#+ title = {\n" + PREFIX + QUERY, 0, "not TOML"),
        ('#+ title = { zh = "一" }\n' + PREFIX + QUERY, 0, "needs zh and en"),
        (HEADER.replace("title", "titel") + PREFIX + QUERY, 0, "no key “titel”"),
        (HEADER.replace("product =", "thing =") + PREFIX + QUERY, 0, "describes ?thing"),
        (HEADER + PREFIX + QUERY.replace("Product }", "Product"), 6, "syntax error"),
        (HEADER + PREFIX + "ASK { ?s ?p ?o }", 0, "no SELECT"),
        (
            HEADER + PREFIX + "SELECT ?product { SERVICE <http://a> { ?product ?p ?o } }",
            6,
            "Refused",
        ),
        (HEADER + '#+ [parameters.day]\n#+ type = "date"\n' + PREFIX + QUERY, 0, "disagree"),
        ('#+ layers = ["nosuch"]\n' + HEADER + PREFIX + QUERY, 0, "nosuch"),
        ('#+ analysis = "paths"\n' + HEADER + PREFIX + QUERY, 0, "?from"),
    ],
)
def test_a_broken_question_is_told(own: Path, content: str, line: int, said: str) -> None:
    """By file, by line where the query is at fault, and in both languages."""
    write(own, content)
    (problem,) = finkg.check(own)
    assert problem.severity is Severity.VIOLATION
    assert problem.where.file == "queries/own/products.rq"
    assert problem.where.line == line
    assert said in problem.message("en")
    assert problem.message("zh") != problem.message("en")


@pytest.mark.parametrize(
    ("name", "content", "where", "said"),
    [
        ("phrasings.csv", "question,lang,text\nnosuch,zh,哪些\n", (2, 1), "nosuch"),
        ("phrasings.csv", "question,lang,text\nsources,fr,quoi\n", (2, 2), "fr"),
        ("phrasings.csv", "question,lang,text\nsources,en,of {nosuch}\n", (2, 3), "nosuch"),
        ("words.toml", "x = [", (0, 0), "not TOML"),
    ],
)
def test_broken_ways_to_ask_are_told(
    own: Path, name: str, content: str, where: tuple[int, int], said: str
) -> None:
    """By file and line, each file by itself."""
    write(own, content, name)
    (problem,) = finkg.check(own)
    assert (problem.where.file, problem.where.line, problem.where.column) == (
        f"queries/{name}",
        *where,
    )
    assert said in problem.message("en")
