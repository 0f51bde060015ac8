"""An answer as JSON: title, columns and rows with both languages, marks and evidence of each row.

Yes or no is written as the SPARQL 1.1 Query Results JSON Format of the W3C, section 3.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer, Cell, Row
    from finkg.export.answers import Content


def write(content: Content, output: IO[bytes]) -> None:
    """The whole answer, indented. `marks` are there where the question says what supports a row."""
    answer = content.answer
    rows: list[dict[str, Any]] = []
    for place, row in enumerate(content.rows):
        evidence = {"evidence": content.evidence[place]} if content.evidence else {}
        rows.append(_row(answer, row) | evidence)
    whole = {
        "title": {"zh": answer.title.zh, "en": answer.title.en},
        "columns": [{"name": c.name, "zh": c.label.zh, "en": c.label.en} for c in answer.columns],
        "rows": rows,
    }
    output.write(json.dumps(whole, ensure_ascii=False, indent=2).encode() + b"\n")


def boolean(value: bool) -> bytes:
    """The answer of an ASK query."""
    return json.dumps({"head": {}, "boolean": value}).encode() + b"\n"


def _row(answer: Answer, row: Row) -> dict[str, Any]:
    cells = {c.name: _cell(answer, cell) for c, cell in zip(answer.columns, row, strict=True)}
    if not answer.has_marks:
        return cells
    return cells | {"marks": [mark.slug for mark in answer.marks(row)]}


def _cell(answer: Answer, cell: Cell) -> Any:
    if isinstance(cell, NamedNode):
        label = answer.names.labels(cell)
        return {"iri": cell.value, "id": answer.identifier(cell), "zh": label.zh, "en": label.en}
    if isinstance(cell, Literal):
        marks = {"language": cell.language} if cell.language else {"datatype": cell.datatype.value}
        return {"value": cell.value, **marks}
    return None
