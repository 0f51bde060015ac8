"""What a question tells of the columns of an answer that has no rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, NamedNode, Quad

from finkg.errors import NameProblem
from finkg.vocabulary import FK, ID, OBJECT_PROPERTY, PREFIXES, RULE, TYPE

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer, Row

_CELLS: Final = " | "


def entity_columns(answer: Answer) -> list[bool]:
    """Of each column whether entities belong there.

    They do where the answer that the question's file records has one, and where a pattern of its
    evidence has the column as subject or property, or as the value of an object property.
    """
    recorded = [row.split(_CELLS) for row in answer.recorded]
    return [
        _in_patterns(answer, f"?{column.name}")
        or any(_is_term(answer, row[place]) for row in recorded if len(row) == len(answer.columns))
        for place, column in enumerate(answer.columns)
    ]


def example(answer: Answer) -> tuple[Answer, Iterator[Row]] | None:
    """The same question as its file asks it, without and with its rows; nothing for a query of
    one's own."""
    from finkg.catalogue.ask import asked
    from finkg.catalogue.catalogue import Catalogue
    from finkg.store.snapshot import Snapshot

    if not answer.question or not isinstance(answer.view, Snapshot):
        return None
    question = Catalogue(f for f, _ in answer.view.inputs).question(answer.question)
    needed = (p for p in question.parameters.values() if p.required)
    given = {parameter.name: parameter.written_example for parameter in needed}
    try:
        return asked(question, given, answer.view, answer.names)
    except NameProblem:
        # A graph without the thing that the file asks about.
        return None


def _in_patterns(answer: Answer, variable: str) -> bool:
    return any(
        variable in (subject, predicate) or (variable == value and _takes_things(answer, predicate))
        for subject, predicate, value in answer.patterns
    )


def _takes_things(answer: Answer, predicate: str) -> bool:
    prefix, _, local = predicate.partition(":")
    if prefix not in PREFIXES:
        return False
    term = NamedNode(PREFIXES[prefix] + local)
    return Quad(term, TYPE, OBJECT_PROPERTY, DefaultGraph()) in answer.view.store


def _is_term(answer: Answer, cell: str) -> bool:
    """Whether a recorded cell is the last part of an IRI of which any layer says something."""
    try:
        terms = [NamedNode(base + cell) for base in (ID, FK, RULE)] if cell else []
    except ValueError:
        return False
    store = answer.view.store
    return any(True for term in terms for _ in store.quads_for_pattern(term, None, None, None))
