"""An answer as one HTML document that needs nothing else: no script, no network; light and dark as
the reader's system is."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from finkg.errors import Text
from finkg.export.answers.shown import Shown, tree
from finkg.export.answers.templates import template

if TYPE_CHECKING:
    from finkg.export.answers import Content

_PAGE: Final = Path(__file__).with_name("page.html.jinja")
_UNTITLED = Text("查询结果", "Answer of a query")
_WORDS = {
    "marks": Text("标记", "Marks"),
    "rows": Text("{} 行", "{} rows"),
    "row": Text("{} 行", "{} row"),
    "evidence": Text("依据", "Evidence"),
}


def write(content: Content, output: IO[bytes]) -> None:
    """A table with a caption; under each row its evidence, if it is given, as a nested list."""
    shown = Shown(content.answer, content.rows, content.lang)
    lang = content.lang
    page = template(_PAGE).render(
        lang="zh-CN" if lang == "zh" else "en",
        title=content.answer.title.in_language(lang) or _UNTITLED.in_language(lang),
        shown=shown,
        rows=[*shown.texts()],
        evidence=None if content.evidence is None else [tree(lines) for lines in content.evidence],
        words={name: text.in_language(lang) for name, text in _WORDS.items()},
    )
    output.write(page.encode())
