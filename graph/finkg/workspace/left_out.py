"""left-out.csv: stretches of a text that are given no row on purpose, each with its reason."""

from __future__ import annotations

from finkg.errors import Text
from finkg.forms import needed
from finkg.workspace.cells import Cells
from finkg.workspace.model import LeftOut
from finkg.workspace.rows import SourceFolder
from finkg.workspace.table import read_table
from finkg.workspace.tables import LEFT_OUT

TABLE = "left-out.csv"


def read_left_out(folder: SourceFolder) -> None:
    """The table beside a text, if there is one."""
    path, reader, source = folder.path / TABLE, folder.reader, folder.source
    text = reader.workspace.texts.get(source.id) if source else None
    if not path.is_file() or not source or not text:
        return
    for row in read_table(path, f"{folder.shown}/{TABLE}", LEFT_OUT, reader.report):
        cells = Cells(row, reader)
        cells.needed(*needed(LEFT_OUT))
        placed = cells.read("quote", text.place)
        if placed and cells.sound:
            reason = Text(row["reason_zh"], row["reason_en"])
            reader.workspace.left_out.append(LeftOut(source.id, placed[0], reason, row.where()))
