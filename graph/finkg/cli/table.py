"""Rows as a table on a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from finkg.cli.session import Session

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer


def marked_table(answer: Answer, session: Session) -> str:
    """A table whose rows are marked where they need a second look, and what the marks mean."""
    from finkg.export.answers.shown import Shown

    shown = Shown(answer, answer.rows, session.lang)
    if not shown.used:
        return as_table([shown.headings, *(cells for cells, _ in shown.texts())], session)
    rows = [[*cells, marks] for cells, marks in shown.texts()]
    meanings = (f"{mark} {meaning}" for mark, meaning in shown.legend)
    legend = session.words("；", "; ").join(meanings)
    return f"{as_table([[*shown.headings, ''], *rows], session)}{legend}\n"


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
