"""What finkg does not run is refused on the tokens of the query, before the engine sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from finkg.errors import QueryRefused, QuerySyntaxError
from finkg.store.layers import Layer
from finkg.store.sparql import Dataset, admit, stacked, words
from finkg.store.view import GraphView


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { SERVICE\n#\n<http://example.org/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o . { SELECT ?s { SERVICE <http://example.org/> { ?s ?p ?o } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE ex:there { ?s ?p ?o } } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { OPTIONAL { SERVICE ?there { ?s ?p ?o } } }",
        "DESCRIBE ?s { MINUS { SERVICE <http://example.org/> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p 1.SERVICE<http://example.org/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p true.SERVICE<http://example.org/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 'x'@en.SERVICE<http://example.org/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p '\\'' . SERVICE <http://example.org/> { ?s ?p '\\'' } }",
        "SELECT * { ?s ?p <http://example.org/#x> . SERVICE <http://example.org/> { ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://example.org/> { ?s ?p ?o } }",
        r"SELECT * { S\U00000045RVICE <http://example.org/> { ?s ?p ?o } }",
        r"SELECT * { ?s ?p 'x\u0027 . SERVICE <http://example.org/> { ?s ?p 'x' } }",
        "ASK { { { SERVICE ?anywhere { ?s ?p ?o } } } }",
        "LOAD <http://example.org/>",
        "LOAD SILENT <file:///etc/hostname> INTO GRAPH <http://example.org/g>",
        r"\u004COAD <http://example.org/>",
        "PREFIX ex: <http://example.org/> INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DROP ALL ; SELECT * { ?s ?p ?o }",
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://example.org/g> { ?s ?p ?o }",
        "SELECT * FROM <http://example.org/g> { ?s ?p ?o }",
        "ASK FROM layer:truth FROM <file:///etc/hostname> { ?s ?p ?o }",
        "DESCRIBE ?s FROM NAMED <file:///etc/hostname> { ?s ?p ?o }",
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
        "SELECT * { ?s ex:service $service . ?s service:load _:SERVICE }",
        "SELECT * { ?s fk:a.SERVICE ?o }",
        "SELECT * { ?s ?p 'it\\'s SERVICE <http://example.org/>' }",
        "SELECT * { ?s ?p 'LOAD'@en-SERVICE }",
        "SELECT * { ?s ?p '''\n# '' SERVICE\nFROM <file:///etc/hostname>''' }",
        "# LOAD <http://example.org/>\r\nASK { ?s ?p '#' } # FROM <file:///etc/hostname>",
        r"SELECT * { ?s ?p 'the \u0053ERVICE' }",
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


def test_a_caret_stands_under_what_is_refused() -> None:
    """As under what is wrong: with the line, and blanks as wide as what stands before it."""
    with pytest.raises(QueryRefused) as caught:
        admit("SELECT *\n{ ?s ?p '花呗' . SERVICE <http://example.org/> { ?s ?p ?o } }")
    error = caught.value
    assert (error.line, error.column) == (2, 16)
    line, caret = error.advice("zh").splitlines()[1:]
    assert line.startswith("{ ?s ?p '花呗' . SERVICE")
    assert caret == "         \u3000\u3000    ^"


def test_only_a_line_feed_ends_a_line() -> None:
    """As the engine counts; what else some take for the end of a line stands within one."""
    with pytest.raises(QuerySyntaxError) as caught:
        GraphView(Store()).query("# \u2028 \x0b\nSELECT ?x { ?x foo:bar ?y }")
    assert caught.value.line == 2
    assert caught.value.excerpt == "SELECT ?x { ?x foo:bar ?y }"


def test_a_prefix_has_an_end() -> None:
    """What goes on without a colon for more than a hundred characters is read word by word, so
    that no text takes long to judge, and a word in it is seen."""
    name, long = (f"{'a-' * count}SERVICE:x" for count in (40, 60))
    assert [word.text for word in words(name)] == [name]
    assert [word.kind for word in words("a-" * 60)] == ["word", "other"] * 60
    admit(f"SELECT * {{ ?s {name} ?o }} # FROM")
    with pytest.raises(QueryRefused):
        admit(f"SELECT * {{ ?s {long.replace(':', ' ')} ?o }}")


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("SELECT ?s { ?s ?p ?o }", 7),
        ("SELECT ?s { VALUES ?s { 1 2 3 '}' <a:b> } ?s ?p ?o } # and so on", 7),
        ("SELECT ?s { ?s ?p 'VALUES {' . FILTER (?s = 1 && ?s = 2) }", 19),
        ("SELECT ?s { VALUES (?s ?p) { (1 2) (3 4) } ?s ?p ?o }", 7),
    ],
)
def test_the_size_of_a_query_is_what_nests(query: str, count: int) -> None:
    """A list of values is read one by one, a comment not at all; they weigh nothing."""
    assert stacked(query) == count


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
