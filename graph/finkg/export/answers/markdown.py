"""An answer as Markdown: a table of GitHub Flavored Markdown, section 4.10; with evidence, a
numbered list, since a table holds no lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from finkg.export.answers.characters import printable
from finkg.export.answers.shown import Item, Shown, tree

if TYPE_CHECKING:
    from finkg.export.answers import Content

#: Characters that mean something within a line; `$` begins a formula on GitHub.
_ACTIVE = re.compile(r"[\\`*_\[\]~|$]")
#: What begins a block of its own at the start of a line.
_BLOCK = re.compile(r"^(\d+(?=[.)])|(?=[-+#=]))")
_BREAKS = re.compile(r"\r\n|\r|\n")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def write(content: Content, output: IO[bytes]) -> None:
    """A heading with the title, if there is one; rows; what the marks mean."""
    shown = Shown(content.answer, content.rows, content.lang)
    title = content.answer.title.in_language(content.lang)
    lines = [f"## {inline(title)}", ""] if title else []
    lines += _table(shown) if content.evidence is None else _list(shown, content.evidence)
    legend = [f"{mark} {inline(meaning)}" for mark, meaning in shown.legend]
    if legend:
        lines += ["", ("；" if content.lang == "zh" else "; ").join(legend)]
    output.write(("\n".join(lines) + "\n").encode())


def inline(text: str) -> str:
    """A text that shows itself, in one line, whatever it holds."""
    plain = re.sub(r"[&<>]", lambda m: _ENTITIES[m[0]], printable(text).strip())
    return _BREAKS.sub("<br>", _ACTIVE.sub(r"\\\g<0>", plain))


def _table(shown: Shown) -> Iterator[str]:
    headings = [*map(inline, shown.headings), *([""] if shown.used else [])]
    yield _line(headings)
    yield _line("---" for _ in headings)
    for cells, marks in shown.texts():
        yield _line([*map(inline, cells), *([inline(marks)] if shown.used else [])])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _list(shown: Shown, evidence: list[list[str]]) -> Iterator[str]:
    rows = zip(shown.texts(), evidence, strict=True)
    for number, ((cells, marks), lines) in enumerate(rows, 1):
        bullet = f"{number}. "
        words = r" \| ".join(map(inline, cells))
        yield f"{bullet}{_begun(words)} {inline(marks)}".rstrip()
        yield from _items(tree(lines), " " * len(bullet))


def _items(items: list[Item], indent: str) -> Iterator[str]:
    for item in items:
        yield f"{indent}- {_begun(inline(item.text))}"
        yield from _items(item.below, f"{indent}  ")


def _begun(line: str) -> str:
    """A line that begins no block within its item."""
    return _BLOCK.sub(r"\1\\", line, count=1)
