"""What the README shows is what the program prints; both languages show the same."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"README.md": "en", "README.zh.md": "zh"}
INSTALL = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/finkg demo"
TEST = '.venv/bin/pip install ".[test]" && .venv/bin/pytest -n auto'
#: A line that stands for any number of lines that a page leaves out.
LEFT_OUT = "…"


def read(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def blocks(page: str, language: str) -> list[str]:
    """The contents of the page's fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", read(page), re.MULTILINE | re.DOTALL)


def steps(page: str) -> Iterator[tuple[str, list[str]]]:
    """Each command that a transcript of the page types, with the lines that it shows."""
    for block in blocks(page, "console"):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = step.rstrip("\n").split("\n")
            yield command, shown


def pattern(shown: list[str]) -> str:
    """Lines as they are, but for the mark that lines are left out and for a cut line's end."""
    parts = (r"(?:.*\n)*?" if x == LEFT_OUT else re.escape(x.rstrip()) + r"[ ]*\n" for x in shown)
    return "".join(parts)


@pytest.mark.parametrize("page", PAGES)
def test_the_two_commands_stand_in_the_page(page: str) -> None:
    """The whole way from a checkout to an answer, and to the tests, each in one line."""
    assert f"<!-- install -->\n```sh\n{INSTALL}\n```\n" in read(page)
    assert f"<!-- test -->\n```sh\n{TEST}\n```\n" in read(page)


@pytest.mark.parametrize("page", PAGES)
def test_a_result_stands_near_the_top(page: str) -> None:
    """A reader sees what the program answers before being asked to install it."""
    above = read(page).split("```console\n", 1)
    shown = above[1].split("\n```\n", 1)[0]
    assert f"{above[0]}{shown}".count("\n") < 30


@pytest.mark.parametrize(("page", "lang"), PAGES.items())
def test_transcripts_are_real(
    page: str, lang: str, environment: dict[str, str], tmp_path: Path
) -> None:
    """Every line that a page shows of a command's output is printed by that command."""
    found = list(steps(page))
    assert found
    for command, shown in found:
        run = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            env={**environment, "FINKG_LANG": lang},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 0, f"{command}\n{run.stderr}"
        printed = run.stdout + run.stderr
        assert re.fullmatch(pattern(shown), printed), f"{command}\n{printed}"


@pytest.mark.parametrize("page", PAGES)
def test_python_examples_run(page: str, environment: dict[str, str], tmp_path: Path) -> None:
    """An example that is copied from the page works."""
    examples = blocks(page, "python")
    assert examples
    for example in examples:
        run = subprocess.run(
            [sys.executable, "-c", example],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 0, run.stderr
        assert run.stdout


@pytest.mark.parametrize("page", PAGES)
def test_sparql_examples_answer(page: str, environment: dict[str, str]) -> None:
    """A query that is copied from the page has rows in the packaged graph."""
    examples = blocks(page, "sparql")
    assert examples
    for example in examples:
        command = [sys.executable, "-c", "from finkg.cli import main; main()", "query", "-"]
        run = subprocess.run(
            command, env=environment, input=example, capture_output=True, encoding="utf-8"
        )
        assert run.returncode == 0, run.stderr
        assert len(run.stdout.splitlines()) > 1


def test_both_languages_show_the_same() -> None:
    """The two pages have the same parts, and show the same commands and examples."""
    one, other = PAGES
    assert [c for c, _ in steps(one)] == [c for c, _ in steps(other)]
    for language in ("python", "sparql"):
        assert len(blocks(one, language)) == len(blocks(other, language))
    parts = [re.findall(r"^#+", read(page), re.MULTILINE) for page in PAGES]
    assert parts[0] == parts[1]


def test_links_lead_somewhere() -> None:
    """A relative link or picture of any page is a file of the repository."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
