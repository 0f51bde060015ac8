"""What finkg does not run is refused on the tokens of the query, before the engine sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from finkg.errors import QueryRefused, QuerySyntaxError
from finkg.store.layers import Layer
from finkg.store.sparql import Dataset, admit
from finkg.store.view import GraphView


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://example.org/> { ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://example.org/> { ?s ?p ?o } }",
        "ASK { { { SERVICE ?anywhere { ?s ?p ?o } } } }",
        "LOAD <http://example.org/>",
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://example.org/g> { ?s ?p ?o }",
        "PREFIX layer: <http://example.org/> SELECT * FROM layer:truth { ?s ?p ?o }",
        "SELECT * FROM <truth> { ?s ?p ?o }",
        "SELECT * " + "{" * 101 + "}" * 101,
    ],
)
def test_refused(query: str) -> None:
    """The network, changes, foreign graphs and bombs are all refused."""
    with pytest.raises(QueryRefused):
        admit(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE <http://example.org/>' }",
        'SELECT * { ?s ?p """a "LOAD" b""" }',
        "SELECT * { ?s ?p ?o } # SERVICE",
        "SELECT * { ?s fk:SERVICE ?LOAD }",
        "SELECT * { ?s <http://example.org/SERVICE> ?o }",
        "SELECT * { ?a fk:earliest ?x . FILTER(?x<?y && ?y>'2020') }",
        "SELECT * " + "{" * 100 + "}" * 100,
    ],
)
def test_admitted(query: str) -> None:
    """The same words inside strings, comments, names and IRIs mean nothing."""
    assert admit(query) == Dataset()


def test_our_layers_may_be_named() -> None:
    """FROM and FROM NAMED choose among the layers, by IRI or by prefixed name."""
    query = (
        "SELECT * FROM layer:truth FROM NAMED <https://w3id.org/finkg/graph/doubtful> { ?s ?p ?o }"
    )
    assert admit(query) == Dataset((Layer.TRUTH,), (Layer.DOUBTFUL,))


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    """Whatever is typed is refused or let through to the engine's parser, never a crash."""
    try:
        GraphView(Store()).query(text)
    except (QueryRefused, QuerySyntaxError) as error:
        assert error.message("zh")
        assert error.line >= 1
        assert error.column >= 1


def test_a_syntax_error_knows_its_place() -> None:
    """Line and column count from 1, and a caret stands under the place."""
    with pytest.raises(QuerySyntaxError) as caught:
        GraphView(Store()).query("SELECT ?x\nWHERE { ?x foo:bar ?y }")
    error = caught.value
    assert (error.line, error.column) == (2, 19)
    assert "前缀未声明" in error.message("zh")
    assert error.advice().splitlines()[-1] == " " * 18 + "^"
