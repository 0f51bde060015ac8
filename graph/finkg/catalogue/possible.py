"""Answers of a graph that has what possibly holds: which rows are sure, and which are not."""

from __future__ import annotations

from dataclasses import replace

from finkg.catalogue.answer import Answer
from finkg.catalogue.question import Column
from finkg.errors import Text
from finkg.vocabulary import fk

_HOLDS = Column("holds", Text("当日成立", "Holds on the day"))
_SURE, _POSSIBLE = fk("Accepted"), fk("TimeUnknown")


def marked(answer: Answer, sure: Answer) -> Answer:
    """The answer with a further column: rows that stand without what is uncertain are sure.

    `sure` answers the same question over the graph that has only what surely holds.
    """
    known = {*sure.rows}
    rows = ((*row, _SURE if row in known else _POSSIBLE) for row in answer.rows)
    return replace(answer, columns=(*answer.columns, _HOLDS), rows=tuple(rows))
