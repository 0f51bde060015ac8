"""The notebooks run, and show what they were recorded to show, in each language."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from finkg.export.plots.fonts import NoFont, families

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "notebook"
NOTEBOOKS = {"story.ipynb": "en", "story.zh.ipynb": "zh"}
#: What a notebook says in its own language: which that is, and nothing else.
_LANGUAGE = re.compile(r"(?<=FINKG_LANG=)(?:en|zh)|\"(?:en|zh)\"")
#: How HTML looks tells nothing of the graph.
_LOOKS = re.compile(r"<style>.*?</style>\n?", re.DOTALL)
#: Which form of an output a notebook shows: the first that there is. Pictures depend on the fonts
#: of the machine; that there is one does not.
_SEEN = ("text/html", "image/png", "text/plain")


def cells(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cells"]
    return found


def code(path: Path) -> list[dict[str, Any]]:
    return [cell for cell in cells(path) if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def executed(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the notebooks as they come out of a fresh run of this interpreter."""
    try:
        families(["余额宝"], "zh")
    except NoFont as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(f"no font for Chinese: the notebooks could not draw ({error})")
    folder = tmp_path_factory.mktemp("notebooks")
    run = subprocess.run(
        [sys.executable, FOLDER / "execute.py", folder],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return folder


def shown(cell: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a reader sees of a cell, by kind: HTML if it has any, of a picture that it is one."""
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            yield output["name"], "".join(output["text"])
            continue
        data = output["data"]
        kind = next(kind for kind in _SEEN if kind in data)
        yield kind, "" if kind.startswith("image/") else _LOOKS.sub("", "".join(data[kind]))


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_shows_what_is_recorded(name: str, executed: Path) -> None:
    """Texts, tables and proofs are the same, cell by cell; where they are no longer, run
    `make notebooks` and read what has changed."""
    recorded, now = code(FOLDER / name), code(executed / name)
    assert [cell["source"] for cell in recorded] == [cell["source"] for cell in now]
    for before, after in zip(recorded, now, strict=True):
        assert list(shown(before)) == list(shown(after)), "".join(after["source"])


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_cell_of_code_shows_something(name: str) -> None:
    """They are committed with their outputs: a reader on a web page sees the story."""
    assert [c["source"] for c in code(FOLDER / name) if not c["outputs"]] == []
    kinds = {kind for cell in code(FOLDER / name) for kind, _ in shown(cell)}
    assert kinds >= {"stdout", "text/html", "image/png"}


def test_both_tell_the_same_story() -> None:
    """The same cells in the same order, the same code but for the name of the language."""
    english, chinese = ([*map(_told, cells(FOLDER / name))] for name in NOTEBOOKS)
    assert english == chinese


def _told(cell: dict[str, Any]) -> str:
    source = "".join(cell["source"])
    if cell["cell_type"] == "code":
        return _LANGUAGE.sub("lang", source)
    return " ".join(re.findall(r"^#+", source, re.MULTILINE))


@pytest.mark.parametrize(("name", "lang"), NOTEBOOKS.items())
def test_each_speaks_its_language(name: str, lang: str) -> None:
    """What is shown as HTML is in the language of the notebook."""
    pages = [text for c in code(FOLDER / name) for kind, text in shown(c) if kind == "text/html"]
    assert pages
    assert [page for page in pages if f'lang="{lang}' not in page] == []


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_links_lead_somewhere(name: str) -> None:
    """A relative link of a notebook is a file of the repository."""
    text = "\n".join("".join(cell["source"]) for cell in cells(FOLDER / name))
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert links
    assert [link for link in links if not (FOLDER / link).exists()] == []
