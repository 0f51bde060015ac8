"""Answers of a graph that has what possibly holds: which rows are sure, and which are not."""

from __future__ import annotations

from dataclasses import replace

from finkg.catalogue.answer import Answer, Row
from finkg.catalogue.question import Column
from finkg.errors import Text
from finkg.vocabulary import fk

_HOLDS = Column("holds", Text("当日成立", "Holds on the day"))
_SURE, _POSSIBLE = fk("Accepted"), fk("TimeUnknown")


def marked(answer: Answer, sure: Answer) -> Answer:
    """The answer with a further column: rows that stand without what is uncertain are sure.

    `sure` answers the same question over the graph that has only what surely holds. A row's place
    in the list does not count.
    """
    said = [place for place, column in enumerate(answer.columns) if not column.ordinal]
    known = {_at(said, row) for row in sure.rows}
    rows = {row: (*row, _SURE if _at(said, row) in known else _POSSIBLE) for row in answer.rows}
    return replace(
        answer,
        columns=(*answer.columns, _HOLDS),
        rows=tuple(rows[row] for row in answer.rows),
        grounds={rows[row]: statements for row, statements in answer.grounds.items()},
    )


def _at(places: list[int], row: Row) -> Row:
    return tuple(row[place] for place in places)
