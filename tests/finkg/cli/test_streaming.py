"""Rows are written as they come: in little memory, before the last is found, and until a cut."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from ..own import Own

if TYPE_CHECKING:
    from conftest import Run

#: Some million rows; the second, more than anybody can wait for.
MANY = "SELECT ?a ?b ?c ?d ?e ?f { ?a a ?b . ?c fk:affectedBy ?d . ?e fk:offers ?f }"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
FEW, LARGE = 2_000, 200_000
#: The header of a question.
CARD = """#+ title = { zh = "试", en = "Trial" }
#+ description = { zh = "试。", en = "A trial." }"""
#: Runs a command and says the peak of its memory, in kB, on stderr.
MEASURED = """
import resource, sys
from finkg.cli import main
try:
    main(sys.argv[1:])
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def peak(snapshot: Path, *arguments: str) -> tuple[int, int]:
    """Lines written and peak memory in kB."""
    command = [sys.executable, "-c", MEASURED, "--graph", str(snapshot), *arguments]
    run = subprocess.run(command, capture_output=True, check=True)
    return run.stdout.count(b"\n"), int(run.stderr.split()[-1])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no getrusage")
@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_memory_does_not_grow_with_the_rows(packaged_snapshot: Path, name: str) -> None:
    """A hundred times the rows, the same memory."""
    few, low = peak(packaged_snapshot, "query", f"{MANY} LIMIT {FEW}", "--format", name)
    large, high = peak(packaged_snapshot, "query", f"{MANY} LIMIT {LARGE}", "--format", name)
    assert (few, large) == (FEW + 1, LARGE + 1)
    # As a list, the rows of the larger one take some 100 MB more.
    assert high < low * 1.3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no getrusage")
@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_nor_does_it_where_a_question_is_asked_by_name(tmp_path: Path, name: str) -> None:
    """Of a workspace with questions of its own."""
    own = Own(tmp_path / "own", {"bank": "Bank"})
    numbers = " ".join(map(str, range(450)))
    body = "SELECT ?a ?b { " + "".join(f"VALUES ?{c} {{ {numbers} }} " for c in "ab")
    for question, rows in (("few", FEW), ("large", LARGE)):
        own.write(f"queries/own/{question}.rq", f"{CARD}\n{body} }} LIMIT {rows}")
    snapshot = own.build().snapshot.path
    few, low = peak(snapshot, "ask", "few", "--format", name)
    large, high = peak(snapshot, "ask", "large", "--format", name)
    assert (few, large) == (FEW + 1, LARGE + 1)
    assert high < low * 1.3


@pytest.mark.skipif(sys.platform == "win32", reason="closes a pipe as shells of Unix do")
@pytest.mark.parametrize("entry", ["from finkg.cli import main; main()", "-m"])
def test_a_reader_that_goes_away_ends_it_quietly(packaged_snapshot: Path, entry: str) -> None:
    """The first rows are there long before the last; then no complaint, and exit 0."""
    program = ["-m", "finkg"] if entry == "-m" else ["-c", entry]
    command = [sys.executable, *program, "--graph", str(packaged_snapshot), "query"]
    start = monotonic()
    with subprocess.Popen(
        [*command, ENDLESS, "--timeout", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        lines = [process.stdout.readline() for _ in range(10)]
        process.stdout.close()
        assert process.wait(30) == 0
        assert process.stderr.read() == b""
    assert lines[0].startswith(b"a,")
    assert all(lines)
    assert monotonic() - start < 30


@pytest.mark.parametrize(("lang", "word"), [("zh", "时限"), ("en", "deadline")])
def test_rows_before_the_deadline_are_written(run: Run, lang: str, word: str) -> None:
    """Whole lines on stdout, the error on stderr, the exit code of a query that timed out."""
    ran = run("query", ENDLESS, "--timeout", "1.5", "--format", "tsv", lang=lang)
    assert ran.code == 2
    assert word in ran.err
    lines = ran.out.split("\n")
    assert len(lines) > 100
    assert lines[-1] == ""
    assert {line.count("\t") for line in lines[:-1]} == {lines[0].count("\t")}


@pytest.mark.parametrize("name", ["csv", "tsv", "json"])
def test_of_a_file_that_was_cut_nothing_is_left(run: Run, tmp_path: Path, name: str) -> None:
    """What was there stays as it was."""
    path = tmp_path / f"answer.{name}"
    path.write_text("before", encoding="utf-8")
    assert run("query", ENDLESS, "--timeout", "0.7", "-o", str(path)).code == 2
    assert path.read_text("utf-8") == "before"
    assert [*tmp_path.iterdir()] == [path]


def test_the_first_thousand_rows_decide_the_heading(run: Run) -> None:
    """An entity that comes later stands in a column without labels, by its identifier."""
    rows = " ".join([*("1" for _ in range(1_000)), "id:alipay"])
    ran = run("query", f"SELECT ?x {{ VALUES ?x {{ {rows} }} }}")
    assert ran.out.splitlines()[0] == "x"
    assert ran.out.splitlines()[-1] == "alipay"
    sooner = rows.replace("1 ", "", 1)
    assert run("query", f"SELECT ?x {{ VALUES ?x {{ {sooner} }} }}").out.startswith("x,x_label\n")


@pytest.mark.parametrize(("lang", "word"), [("zh", "前 3 行"), ("en", "after 3 rows")])
def test_max_rows_cuts_and_says_so(run: Run, lang: str, word: str) -> None:
    """In every format, of triples too; not where there were no more."""
    query = "{ ?product fk:affectedBy ?cause }"
    for name, lines in (("csv", 4), ("md", 5)):
        ran = run("query", f"SELECT * {query}", "--max-rows", "3", "--format", name, lang=lang)
        assert (ran.code, ran.out.count("\n"), word in ran.err) == (0, lines, True)
    triples = ("query", f"CONSTRUCT WHERE {query}", "--format", "ntriples", "--max-rows", "3")
    assert run(*triples, lang=lang).out.count("\n") == 3
    exact = run("query", f"SELECT * {query} LIMIT 3", "--max-rows", "3", lang=lang)
    assert (exact.out.count("\n"), exact.err) == (4, "")
    assert run("query", f"SELECT * {query}", "--max-rows", "0").code == 2
