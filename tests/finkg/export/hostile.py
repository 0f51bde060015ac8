"""Answers of one's own cells, and cells that mean something to a format that they only pass."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from finkg.catalogue.answer import Answer, Cell
from finkg.catalogue.question import Column
from finkg.errors import Language, Text
from finkg.export import answers
from finkg.store.names import Names
from finkg.store.view import GraphView

HOSTILE: Final = {
    "formula": '=HYPERLINK("http://x.example","x")',
    "sum": "+1+1",
    "minus": "-1+1",
    "call": "@SUM(A1)",
    "tab formula": "\t=1+1",
    "pipe": "a|b\\|c",
    "quotes": "\"'`「」",
    "line ends": "a\r\nb\rc\nd",
    "markup": "<script>alert(1)</script>&amp;<!--",
    "markdown": "# *a* _b_ [c](d) ~e~ `f` $g$ ![h](i)",
    "item": "1. - + a",
    "control": "a\x01\x0b\x1f\x7f\x85b",
    "nul": "a\0b",
    "right to left": "\u202eabc\u2066def",
    "no character": "\ufffe\uffff",
    "astral": "\U0001f600\U00020000",
    "spaces": "  a  ",
    "empty": "",
    "long": "长" * 33_000,
}


def answer_with(*rows: tuple[Cell, ...], names: tuple[str, ...] = ("cell",)) -> Answer:
    """An answer over an empty graph."""
    view = GraphView(Store())
    columns = tuple(Column(name, Text(f"{name}（中）", name)) for name in names)
    return Answer(Text("甲|乙", "A|B"), columns, rows, (), view, Names(view))


def texts(*cells: str) -> Answer:
    """One column of plain literals."""
    return answer_with(*((Literal(cell),) for cell in cells))


def written(
    answer: Answer,
    name: str,
    lang: Language = "en",
    evidence: list[list[str]] | None = None,
) -> bytes:
    output = BytesIO()
    content = answers.Content(answer, answer.rows, answers.named(name), lang, evidence)
    answers.write(content, output)
    return output.getvalue()


THING: Final = NamedNode("http://x.example/thing")
