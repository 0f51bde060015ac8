"""Asks a question of a graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

from finkg.catalogue.answer import Answer, Cell, Row, columns_of
from finkg.catalogue.parameters import in_place, values
from finkg.catalogue.question import Question
from finkg.errors import Text
from finkg.store.names import Names
from finkg.store.view import GraphView, Solutions

if TYPE_CHECKING:
    from finkg.catalogue.analyses.made import Made


def ask(question: Question, given: Mapping[str, str], view: GraphView, names: Names) -> Answer:
    """The answer of a question. Raises ParameterProblem, NameProblem, QueryProblem."""
    answer, rows = asked(question, given, view, names)
    return replace(answer, rows=tuple(rows))


def asked(
    question: Question, given: Mapping[str, str], view: GraphView, names: Names
) -> tuple[Answer, Iterator[Row]]:
    """The answer of a question without its rows, and the rows as they come; those of an analysis
    come all together."""
    chosen = values(question, given, names)
    result = view.query(in_place(question, chosen), question.layers)
    if not isinstance(result, QuerySolutions):
        raise TypeError(f"{question.name} is not a SELECT query")
    if question.analysis:
        answer, rows = analysed(result, view, names, question, chosen)
    else:
        answer, rows = begun(result, view, names, question)
    return replace(answer, question=question.name, given=dict(given)), rows


def answer_of(result: Solutions, view: GraphView, names: Names) -> Answer:
    """The solutions as an answer, with the variables' own names for headings."""
    answer, rows = begun(result, view, names)
    return replace(answer, rows=tuple(rows))


def analysed(
    result: Solutions,
    view: GraphView,
    names: Names,
    question: Question,
    chosen: Mapping[str, NamedNode | Literal],
) -> tuple[Answer, Iterator[Row]]:
    """An answer without its rows, and the rows that the question's analysis makes of the solutions.

    `chosen` are the values of its parameters. Raises DefinitionProblem.
    """
    from finkg.analysis.network import Network
    from finkg.catalogue.analyses import edges

    assert question.analysis
    question.refuse_solutions(tuple(variable.value for variable in result.variables))
    made = question.analysis.made(Network(edges(result)), view, chosen)
    answer = made_answer(question, made, view, names, {})
    return replace(answer, rows=()), iter(answer.rows)


def made_answer(
    question: Question, made: Made, view: GraphView, names: Names, given: Mapping[str, str]
) -> Answer:
    """What an analysis made, under the headings of a question of its kind."""
    assert question.analysis
    columns = columns_of(question.columns, [*question.analysis.columns])
    return Answer(
        question.title,
        columns,
        made.rows,
        (),
        view,
        names,
        question.answer,
        question.name,
        given,
        grounds=made.grounds,
        falls_with_grounds=made.falls_with_grounds,
        remark=made.remark,
    )


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
    answer = Answer(title, columns, (), patterns, view, names, question.answer)
    return replace(answer, counts=question.counts), rows


def _cell(term: NamedNode | Literal | BlankNode | Triple | None) -> Cell:
    return term if isinstance(term, (NamedNode, Literal)) else None
