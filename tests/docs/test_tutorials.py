"""What the tutorials show is what the program does; both languages tell the same.

A reader works through a page from top to bottom at a terminal. So does the test: each page in a
folder of its own, its files written as it says, its commands typed in order.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "tutorial"
PAGES = sorted(path.name.removesuffix(".zh.md") for path in FOLDER.glob("*.zh.md"))
SUFFIXES = (".md", ".zh.md")
CONTENTS = "README"
#: A line that stands for any number of lines that a page leaves out.
LEFT_OUT = "…"
_BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>write|add|change|fails)(?:: (?P<path>\S+))? -->\n)?"
    r"^```(?P<language>\w+)\n(?P<content>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


#: What is said in one of the languages: a question in plain words, a title, a text in quotes.
_WORDS = (
    re.compile(r"(?<=finkg ask )(?![a-z-]+ --|[a-z-]+$|--).+?(?= --graph|$)"),
    re.compile(r"(?<=finkg quote )'[^']*'|(?<=--title )'[^']*'"),
    re.compile(r"'[^']*[^\x00-\x7f←—][^']*'|'(?:en|zh)'|'\(cited only\)'|'Which [^']*'"),
)


class Block(NamedTuple):
    """A fenced block, and what the comment above it says to do with it."""

    mark: str
    path: str
    language: str
    content: str


def read(page: str, lang: str) -> str:
    return (FOLDER / f"{page}{'.zh' if lang == 'zh' else ''}.md").read_text("utf-8")


def blocks(page: str, lang: str) -> list[Block]:
    found = _BLOCK.finditer(read(page, lang))
    return [Block(m["mark"] or "", m["path"] or "", m["language"], m["content"]) for m in found]


def steps(transcript: str) -> Iterator[tuple[str, list[str]]]:
    """Each command that a transcript types, with the lines that it shows."""
    for step in re.split(r"^\$ ", transcript, flags=re.MULTILINE)[1:]:
        command, *shown = step.rstrip("\n").split("\n")
        yield command, shown


def pattern(shown: list[str]) -> str:
    """Lines as they are, but for spaces at their ends and where lines are left out."""
    return "".join(
        r"(?:.*\n)*?" if line == LEFT_OUT else rf"{re.escape(line.rstrip())}[ ]*\n"
        for line in shown
    )


def at_terminal(command: str, folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """The exit code of a command and what a terminal shows of it, messages too."""
    pty = pytest.importorskip("pty", reason="a terminal is simulated by a POSIX pseudo-terminal")
    leader, follower = pty.openpty()
    run = subprocess.Popen(
        ["bash", "-c", command],
        cwd=folder,
        env={**environment, "TERM": "dumb", "COLUMNS": "80"},
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    shown = b"".join(_chunks(leader))
    os.close(leader)
    return run.wait(), shown.decode().replace("\r\n", "\n")


def _chunks(terminal: int) -> Iterator[bytes]:
    """What is written to a terminal, until nobody holds its other end (Linux: an error)."""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            return
        if not chunk:
            return
        yield chunk


class Reader:
    """Works through a page."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment
        self.printed = ""

    def take(self, block: Block) -> None:
        if block.path:
            self.save(block)
        else:
            getattr(self, block.language)(block)

    def save(self, block: Block) -> None:
        """A file as the page has it: anew, with more lines, or with lines replaced (- by +)."""
        path = self.folder / block.path
        path.parent.mkdir(parents=True, exist_ok=True)
        before = "" if block.mark == "write" else path.read_text("utf-8")
        if block.mark == "change":
            old, new = ("".join(re.findall(rf"^\{s}(.*\n)", block.content, re.M)) for s in "-+")
            assert before.count(old) == 1
            path.write_text(before.replace(old, new), "utf-8")
        else:
            path.write_text(before + block.content, "utf-8")

    def console(self, block: Block) -> None:
        for command, shown in steps(block.content):
            code, printed = at_terminal(command, self.folder, self.environment)
            assert bool(code) is (block.mark == "fails"), f"{command} → {code}\n{printed}"
            assert re.fullmatch(pattern(shown), printed), f"{command}\n{printed}"

    def python(self, block: Block) -> None:
        run = subprocess.run(
            [sys.executable, "-c", block.content],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 0, run.stderr
        self.printed = run.stdout

    def text(self, block: Block) -> None:
        """What the Python above it printed."""
        assert re.fullmatch(pattern(block.content.splitlines()), self.printed), self.printed

    def sparql(self, block: Block) -> None:
        run = subprocess.run(
            ["finkg", "query", "-"],
            cwd=self.folder,
            env=self.environment,
            input=block.content,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 0, run.stderr
        assert len(run.stdout.splitlines()) > 1


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("page", [page for page in PAGES if page != CONTENTS])
def test_a_reader_gets_what_the_page_shows(
    page: str, lang: str, environment: dict[str, str], tmp_path: Path
) -> None:
    """Typed in order, every command and example of a page gives what the page says."""
    reader = Reader(tmp_path, {**environment, "FINKG_LANG": lang})
    for block in blocks(page, lang):
        reader.take(block)


def outline(page: str, lang: str) -> list[str]:
    """What the pages of both languages share: headings, commands, files, examples."""
    text = read(page, lang)
    found: list[str] = re.findall(r"^(#+) ", text, re.MULTILINE)
    for block in blocks(page, lang):
        if block.language == "console":
            found += [_without_words(command) for command, _ in steps(block.content)]
        elif block.language == "python":
            found.append(_without_words(ast.unparse(ast.parse(block.content))))
        else:
            found.append(f"{block.mark} {block.path} {block.language}")
    return found


def _without_words(code: str) -> str:
    """A command or program without what is said in one of the languages."""
    for words in _WORDS:
        code = words.sub("…", code)
    return code


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_tell_the_same(page: str) -> None:
    """The same parts, the same commands in the same order, the same files and examples."""
    assert outline(page, "en") == outline(page, "zh")


def test_every_page_stands_in_both_languages_and_in_the_contents() -> None:
    """The page of contents leads to each page in its own language."""
    assert {p.name for p in FOLDER.glob("*")} == {f"{p}{s}" for p in PAGES for s in SUFFIXES}
    for lang, suffix in zip(("en", "zh"), SUFFIXES, strict=True):
        contents = read(CONTENTS, lang)
        others = [page for page in PAGES if page != CONTENTS]
        assert [page for page in others if f"({page}{suffix})" not in contents] == []
