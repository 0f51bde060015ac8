"""Asks a question of a graph."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

from finkg.catalogue.answer import Answer, Cell, columns_of
from finkg.catalogue.parameters import bind
from finkg.catalogue.question import Question
from finkg.errors import Text
from finkg.store.names import Names
from finkg.store.view import GraphView, Solutions


def ask(question: Question, given: Mapping[str, str], view: GraphView, names: Names) -> Answer:
    """The answer of a question. Raises ParameterProblem, NameProblem, QueryProblem."""
    result = view.query(bind(question, given, names), question.layers)
    if not isinstance(result, QuerySolutions):
        raise TypeError(f"{question.name} is not a SELECT query")
    return answer_of(result, view, names, question)


def answer_of(
    result: Solutions, view: GraphView, names: Names, question: Question | None = None
) -> Answer:
    """The solutions as an answer: with a question's headings, or the variables' own names."""
    described = question.columns if question else ()
    columns = columns_of(described, [variable.value for variable in result.variables])
    rows = tuple(tuple(_cell(solution[c.name]) for c in columns) for solution in result)
    title, patterns = (question.title, question.evidence) if question else (Text("", ""), ())
    return Answer(title, columns, rows, patterns, view, names)


def _cell(term: NamedNode | Literal | BlankNode | Triple | None) -> Cell:
    return term if isinstance(term, (NamedNode, Literal)) else None
