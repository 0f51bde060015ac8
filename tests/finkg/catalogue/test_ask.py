"""Asking: a question sees the plain view, the claims, and what its header opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from finkg.catalogue.ask import answer_of, ask
from finkg.errors import QueryRefused
from finkg.store.names import Names
from finkg.store.view import GraphView

if TYPE_CHECKING:
    from .conftest import AskFor

ANYWHERE = (
    "SELECT ?s WHERE { { ?s fk:metric ?m } UNION { GRAPH layer:doubtful { ?s fk:metric ?m } } }"
)


def test_doubtful_is_not_seen_unasked(write: AskFor, view: GraphView, names: Names) -> None:
    """A doubtful figure does not reach an answer whose question does not open that layer."""
    assert len(ask(write(ANYWHERE), {}, view, names)) == 0
    assert len(ask(write(ANYWHERE, 'layers = ["doubtful"]'), {}, view, names)) == 1


def test_no_layer_leaks_through_a_variable(write: AskFor, view: GraphView, names: Names) -> None:
    """`GRAPH ?g` ranges over the opened graphs only."""
    graphs = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
    seen = [row[0] for row in ask(write(graphs, 'layers = ["opinions"]'), {}, view, names).rows]
    assert [str(graph) for graph in seen] == [
        "<https://w3id.org/finkg/graph/claims>",
        "<https://w3id.org/finkg/graph/opinions>",
    ]


def test_answer_has_the_title_of_its_question(write: AskFor, view: GraphView, names: Names) -> None:
    """An answer says what it answers."""
    assert ask(write("SELECT * {}"), {}, view, names).title.zh == "哪些产品受影响？"


@pytest.mark.parametrize("body", ["ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_question_selects(write: AskFor, view: GraphView, names: Names, body: str) -> None:
    """A question is a SELECT: the answer is a table."""
    with pytest.raises(TypeError, match="some-question is not a SELECT query"):
        ask(write(body), {}, view, names)


def test_question_does_not_reach_outside(write: AskFor, view: GraphView, names: Names) -> None:
    """A question from somebody's folder is refused the network like any query."""
    with pytest.raises(QueryRefused):
        ask(write("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"), {}, view, names)


def test_query_without_a_question(view: GraphView, names: Names) -> None:
    """A bare query answers under its own variables, without evidence."""
    result = view.query("SELECT (1 AS ?one) (BNODE() AS ?nobody) WHERE {}")
    answer = answer_of(result, view, names)  # type: ignore[arg-type]
    assert [column.label.zh for column in answer.columns] == ["one", "nobody"]
    assert [[cell and cell.value for cell in row] for row in answer.rows] == [["1", None]]
    assert answer.evidence(answer.rows[0]) == []
