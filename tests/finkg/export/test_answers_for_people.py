"""What people open shows every cell as it is, and runs none of them."""

from __future__ import annotations

import io
import re
from datetime import datetime
from html.parser import HTMLParser
from typing import Any

import openpyxl
import pytest
from markdown_it import MarkdownIt
from pyoxigraph import Literal

from finkg.export.answers.sheet import LONGEST
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import XSD_DATE, XSD_DECIMAL

from .hostile import HOSTILE, answer_with, texts, written

every_cell = pytest.mark.parametrize("cell", HOSTILE.values(), ids=list(HOSTILE))
_REPLACED = dict.fromkeys((0, 1, 0xB, 0x1F, 0xFFFE, 0xFFFF), "\ufffd")


class Page(HTMLParser):
    """The tags of a page, and the text of its cells or of its items."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: dict[str, dict[str, str | None]] = {}
        self.cells: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes[tag] = dict(attrs)
        if tag in ("td", "li"):
            self.cells.append("")
        self._inside = tag in ("td", "li") or (tag == "br" and self._inside)
        if tag == "br" and self._inside:
            self.cells[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.cells[-1] += data


def rendered(content: bytes) -> Page:
    """Markdown as GitHub's flavour of it renders, as far as tables go."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return Page(markdown.render(content.decode()))


def shown(cell: str) -> str:
    """A cell as a page can show it."""
    return re.sub(r"\r\n?", "\n", cell.translate(_REPLACED))


@every_cell
def test_markdown_shows_a_cell_as_it_is(cell: str) -> None:
    """One cell in one row, no markup made of it; a line end is a break."""
    page = rendered(written(texts(cell), "md"))
    assert page.cells == [shown(cell).strip()]
    assert {*page.tags} <= {"h2", "table", "thead", "tbody", "tr", "th", "td", "br"}


@every_cell
def test_markdown_with_evidence_shows_it_as_it_is(cell: str) -> None:
    """A row and what is below it are items of nested lists."""
    page = rendered(written(texts(cell), "md", evidence=[[f"x{cell}", "  a", "    b", "  c"]]))
    assert page.tags.count("li") == 5
    assert [c.strip() for c in page.cells[2:]] == ["a", "b", "c"]
    assert {*page.tags} <= {"h2", "ol", "ul", "li", "br"}


@every_cell
def test_html_shows_a_cell_as_it_is(cell: str) -> None:
    """No tag is made of it, and there is no script on the page."""
    content = written(texts(cell), "html", evidence=[[f"x{cell}"]])
    page = Page(content.decode())
    assert re.sub(r"\r\n?", "\n", page.cells[0]) == shown(cell)
    assert "script" not in page.tags
    assert len(page.cells) == 3


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_html_says_its_language(lang: Any, tag: str) -> None:
    """Readers aloud and fonts go by it; the title is in it too."""
    content = written(texts("a"), "html", lang)
    page = Page(content.decode())
    assert page.attributes["html"]["lang"] == tag
    assert page.attributes["th"]["scope"] == "col"
    assert ("<title>甲|乙</title>" in content.decode()) == (lang == "zh")


def sheet(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content)).active


@every_cell
def test_no_cell_of_a_sheet_is_a_formula(cell: str) -> None:
    """Text stays text; it ends with an ellipsis where a cell can hold no more."""
    found = sheet(written(texts(cell), "xlsx"))["A2"]
    assert found.data_type != "f"
    expected = cell.translate(_REPLACED)
    if len(expected) > LONGEST:
        expected = f"{expected[: LONGEST - 1]}…"
    # XML gives a reader line feeds for carriage returns.
    assert re.sub(r"\r\n?", "\n", found.value or "") == re.sub(r"\r\n?", "\n", expected)
    if cell.startswith(("=", "+", "-", "@")):
        assert found.quotePrefix


def test_a_sheet_counts_as_spreadsheets_do() -> None:
    """In UTF-16, and no character is cut in two."""
    found = sheet(written(texts("\U0001f600" * 20_000), "xlsx"))["A2"].value
    assert found == "\U0001f600" * ((LONGEST - 1) // 2) + "…"


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        (Literal("1.5", datatype=XSD_DECIMAL), 1.5),
        (Literal("2020-02-29", datatype=XSD_DATE), datetime(2020, 2, 29)),
        (Literal(True), True),
        # What a spreadsheet would round, or not take for a day, is text.
        (Literal("1234567890123456", datatype=XSD_DECIMAL), "1234567890123456"),
        (Literal("1888-01-01", datatype=XSD_DATE), "1888-01-01"),
        (Literal("2020-02-30", datatype=XSD_DATE), "2020-02-30"),
    ],
)
def test_cells_of_a_sheet_have_types(literal: Literal, value: object) -> None:
    """Numbers, truth values and full dates."""
    assert sheet(written(answer_with((literal,)), "xlsx"))["A2"].value == value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_marks_stand_last_with_their_meanings_below(kg: KnowledgeGraph, lang: Any) -> None:
    """In every format for people, as in the table."""
    answer = kg.ask("shareholdings")
    meaning = {"zh": "有争议", "en": "in dispute"}[lang]
    rows = [*sheet(written(answer, "xlsx", lang)).iter_rows(values_only=True)]
    assert [row[8] for row in rows[1:3]] == ["※", "⚖"]
    assert f"⚖ {meaning}" in [row[0] for row in rows[-2:]]
    markdown = written(answer, "md", lang).decode().splitlines()
    assert markdown[4].endswith("| ※ |")
    assert f"⚖ {meaning}" in markdown[-1]
    assert f"<dt>⚖</dt><dd>{meaning}</dd>" in written(answer, "html", lang).decode()
