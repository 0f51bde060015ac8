"""Rows as a table on a terminal, as CSV in a pipe, as TSV or JSON on demand."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from pyoxigraph import Literal, NamedNode

from finkg.catalogue.answer import Answer, Cell
from finkg.cli.session import Session
from finkg.errors import UnknownFormat

FORMATS = ("table", "csv", "tsv", "json")


def answer_format(session: Session) -> str:
    """The format asked for, else by suffix of -o, else a table on a terminal and CSV in a pipe."""
    suffix = session.output.rpartition(".")[2] if "." in session.output else ""
    known = suffix if suffix in FORMATS else ""
    chosen = session.format or known or ("table" if session.on_terminal else "csv")
    if chosen not in FORMATS:
        raise UnknownFormat(chosen, FORMATS)
    return chosen


def written(answer: Answer, session: Session, evidence: list[list[Any]] | None = None) -> str:
    """The answer as text in the session's format."""
    chosen = answer_format(session)
    if chosen == "json":
        return as_json(answer, evidence)
    if chosen == "table":
        return _marked_table(answer, session)
    return _separated(answer, "\t" if chosen == "tsv" else ",", session.lang)


def _marked_table(answer: Answer, session: Session) -> str:
    """A table whose rows are marked where they need a second look, and what the marks mean."""
    from finkg.catalogue.marks import Mark

    marks = [answer.marks(row) for row in answer.rows]
    used = [mark for mark in Mark if any(mark in found for found in marks)]
    heading, *rows = answer.table(session.lang)
    if not used:
        return as_table([heading, *rows], session)
    marked = [[*row, "".join(found)] for row, found in zip(rows, marks, strict=True)]
    meanings = (f"{mark} {mark.meaning.in_language(session.lang)}" for mark in used)
    legend = session.words("；", "; ").join(meanings)
    return f"{as_table([[*heading, ''], *marked], session)}{legend}\n"


def as_table(rows: Iterable[list[str]], session: Session) -> str:
    """A table that minds the width of Chinese characters; the first row is the heading."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Cells

    lines = iter(rows)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in next(lines):
        table.add_column(Cells(heading), overflow="fold")
    for line in lines:
        table.add_row(*(Cells(cell) for cell in line))
    output = io.StringIO()
    width = None if session.on_terminal else 120
    Console(file=output, force_terminal=session.on_terminal, width=width, highlight=False).print(
        table
    )
    return output.getvalue()


def _separated(answer: Answer, delimiter: str, lang: str) -> str:
    """Identifiers for programs, and beside each column of entities the labels for people."""
    output = io.StringIO()
    write = csv.writer(output, delimiter=delimiter, lineterminator="\n")
    named = [
        any(isinstance(row[i], NamedNode) for row in answer.rows) for i in range(_width(answer))
    ]
    headings: list[str] = []
    for column, has_names in zip(answer.columns, named, strict=True):
        headings += [column.name, f"{column.name}_label"] if has_names else [column.name]
    write.writerow(headings)
    for row in answer.rows:
        cells: list[str] = []
        for cell, has_names in zip(row, named, strict=True):
            label = [answer.text(cell, lang)] if has_names else []
            cells += [answer.identifier(cell), *label]
        write.writerow(cells)
    return output.getvalue()


def _width(answer: Answer) -> int:
    return len(answer.columns)


def as_json(answer: Answer, evidence: list[list[Any]] | None = None) -> str:
    """Title, columns and rows with both languages; the evidence of each row if it is given."""
    rows: list[dict[str, Any]] = []
    for place, row in enumerate(answer.rows):
        record = {
            c.name: _json_cell(answer, cell) for c, cell in zip(answer.columns, row, strict=True)
        }
        rows.append(record | ({"evidence": evidence[place]} if evidence else {}))
    content = {
        "title": {"zh": answer.title.zh, "en": answer.title.en},
        "columns": [{"name": c.name, "zh": c.label.zh, "en": c.label.en} for c in answer.columns],
        "rows": rows,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _json_cell(answer: Answer, cell: Cell) -> Any:
    if isinstance(cell, NamedNode):
        label = answer.names.labels(cell)
        return {"iri": cell.value, "id": answer.identifier(cell), "zh": label.zh, "en": label.en}
    if isinstance(cell, Literal):
        marks = {"language": cell.language} if cell.language else {"datatype": cell.datatype.value}
        return {"value": cell.value, **marks}
    return None
