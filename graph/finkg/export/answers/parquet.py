"""An answer as Apache Parquet, for programs: identifiers, and labels beside them, as in CSV.

A column whose every value is an integer, decimal, double, truth value or full date has that type;
every other is of text.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO, TYPE_CHECKING

import pyarrow
import pyarrow.parquet

from finkg.export.answers.separated import FIRST, entity_columns, headings
from finkg.export.answers.typed import value

if TYPE_CHECKING:
    from finkg.catalogue.answer import Cell
    from finkg.export.answers import Content


def write(content: Content, output: IO[bytes]) -> None:
    """One table. A cell without a value is null."""
    rows = [*content.rows]
    named = entity_columns(content.answer, rows[:FIRST])
    names = headings(content.answer, named)
    columns = [*_columns(content, rows, named)]
    packed = BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_arrays(columns, names=names), packed)
    output.write(packed.getbuffer())


def _columns(
    content: Content, rows: list[tuple[Cell, ...]], named: list[bool]
) -> Iterator[pyarrow.Array]:
    answer = content.answer
    for place, has_names in enumerate(named):
        cells = [row[place] for row in rows]
        yield _typed(cells, [answer.identifier(c) if c else None for c in cells])
        if has_names:
            labels = [answer.text(c, content.lang) if c else None for c in cells]
            yield pyarrow.array(labels, pyarrow.string())


def _typed(cells: list[Cell], texts: list[str | None]) -> pyarrow.Array:
    """Values of one type if all have it and it can hold them, else their texts."""
    values = [value(cell) for cell in cells]
    stated = [v for v, cell in zip(values, cells, strict=True) if cell is not None]
    if stated and None not in stated and len({type(v) for v in stated}) == 1:
        try:
            return pyarrow.array(values)
        except (pyarrow.ArrowInvalid, OverflowError):
            pass
    return pyarrow.array(texts, pyarrow.string())
