"""Asks a question of a graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

from finkg.catalogue.answer import Answer, Cell, Row, columns_of
from finkg.catalogue.parameters import bind
from finkg.catalogue.question import Question
from finkg.errors import Text
from finkg.store.names import Names
from finkg.store.view import GraphView, Solutions


def ask(question: Question, given: Mapping[str, str], view: GraphView, names: Names) -> Answer:
    """The answer of a question. Raises ParameterProblem, NameProblem, QueryProblem."""
    answer, rows = asked(question, given, view, names)
    return replace(answer, rows=tuple(rows))


def asked(
    question: Question, given: Mapping[str, str], view: GraphView, names: Names
) -> tuple[Answer, Iterator[Row]]:
    """The answer of a question without its rows, and the rows as they come."""
    result = view.query(bind(question, given, names), question.layers)
    if not isinstance(result, QuerySolutions):
        raise TypeError(f"{question.name} is not a SELECT query")
    answer, rows = begun(result, view, names, question)
    return replace(answer, question=question.name, given=dict(given)), rows


def answer_of(result: Solutions, view: GraphView, names: Names) -> Answer:
    """The solutions as an answer, with the variables' own names for headings."""
    answer, rows = begun(result, view, names)
    return replace(answer, rows=tuple(rows))


def begun(
    result: Solutions, view: GraphView, names: Names, question: Question | None = None
) -> tuple[Answer, Iterator[Row]]:
    """An answer without its rows, and the rows as they come: with a question's headings, or the
    variables' own names."""
    described = question.columns if question else ()
    columns = columns_of(described, [variable.value for variable in result.variables])
    rows = (tuple(_cell(solution[c.name]) for c in columns) for solution in result)
    if question is None:
        return Answer(Text("", ""), columns, (), (), view, names), rows
    title, patterns = question.title, question.evidence
    return Answer(title, columns, (), patterns, view, names, question.answer), rows


def _cell(term: NamedNode | Literal | BlankNode | Triple | None) -> Cell:
    return term if isinstance(term, (NamedNode, Literal)) else None
