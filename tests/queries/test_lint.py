"""Each question is complete in both languages, and runs alike in every SPARQL engine."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from pyoxigraph import NamedNode, QuerySolutions, Store
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import BNode, Literal, Node, URIRef, Variable

from finkg import vocabulary as v
from finkg.catalogue.analyses import EDGE
from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.schema import Schema
from finkg.store.layers import OPENED_BY_NAME, Layer

from .algebra import (
    algebra,
    bound_elsewhere,
    nodes,
    repeats,
    surely_bound,
    triples,
    variables,
)

THEMES = {
    "companies", "products", "technologies", "regulation", "events", "metrics",
    "challenges-and-trends", "evidence", "analysis",
}  # fmt: skip
_CJK = re.compile(r"[\u3400-\u9fff]")
_ASCII_AFTER_CJK = re.compile(r"[\u3400-\u9fff][,.:;?!()]")
_BOUNDS = {v.fk(n) for n in ("earliest", "latest")} | {
    v.fk(f"{n}{end}") for n in ("validFrom", "validTo") for end in ("Earliest", "Latest")
}
_NEVER_FAILS = {"Builtin_COALESCE", "Builtin_BOUND", "Builtin_IF"}


def test_the_catalogue_covers_its_themes() -> None:
    """There are more than twenty questions, and each theme has some."""
    themes = Counter(question.theme for question in Catalogue())
    assert set(themes) == THEMES
    assert themes.total() > 20


def test_no_phrasing_means_two_questions() -> None:
    """No way of asking leads to two questions."""
    said = [p for q in Catalogue() for lang in q.phrasings.values() for p in lang]
    assert [p for p, times in Counter(said).items() if times > 1] == []


def test_name_is_ascii_with_hyphens(question: Question) -> None:
    """A question is named on a command line, so its name needs no quoting."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", question.name)


def test_header_is_complete_in_both_languages(question: Question) -> None:
    """Title, description, headings and parameters stand in Chinese and in English."""
    columns = [column.label for column in question.columns]
    parameters = [parameter.label for parameter in question.parameters.values()]
    for text in (question.title, question.description, *columns, *parameters):
        assert _CJK.search(text.zh)
        assert text.en
        assert not _CJK.search(text.en)
        assert not _ASCII_AFTER_CJK.search(text.zh), text.zh


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_five_phrasings(question: Question, lang: str) -> None:
    """Each language has five ways of asking, in that language."""
    phrasings = question.phrasings[lang]
    assert len(set(phrasings)) == 5
    for phrasing in phrasings:
        assert bool(_CJK.search(phrasing)) == (lang == "zh"), phrasing
        assert phrasing[-1] in {"zh": "？。", "en": "?."}[lang], phrasing


def test_every_column_is_described(question: Question) -> None:
    """The header describes the projected variables, all of them, in their order; of an analysis
    the columns that its method makes of the projected edges."""
    result = Store().query(question.query)
    assert isinstance(result, QuerySolutions)
    projected = [variable.value for variable in result.variables]
    described = [column.name for column in question.columns]
    if question.analysis:
        assert projected[: len(EDGE)] == [*EDGE]
        assert described == [*question.analysis.columns]
    else:
        assert described == projected


def test_evidence_speaks_of_columns_and_terms(question: Question) -> None:
    """A pattern of evidence names projected variables or terms of the ontology."""
    columns = {f"?{column.name}" for column in question.columns}
    for pattern in question.evidence:
        for part in pattern:
            assert part in columns or part.startswith("fk:"), pattern


def test_every_term_is_declared(question: Question) -> None:
    """Whatever a question names of our vocabulary, the ontology declares."""
    subjects = (quad.subject for quad in Schema().triples())
    declared = {subject.value for subject in subjects if isinstance(subject, NamedNode)}
    patterns = " ".join(part for pattern in question.evidence for part in pattern)
    used = re.findall(r"\bfk:([\w-]+)", re.sub(r"^#.*$", "", question.query, flags=re.M) + patterns)
    assert {name for name in used if v.FK + name not in declared} == set()


def test_only_options_are_commented_out(question: Question) -> None:
    """The file as it stands asks for the example of what is required, and without options."""
    lines = [line for line in question.query.splitlines() if "# parameter: " in line]
    commented = {line.rpartition(" ")[2] for line in lines if line.lstrip().startswith("#")}
    assert commented == {p.name for p in question.parameters.values() if not p.required}


def test_two_parsers_read_it(question: Question) -> None:
    """It is SPARQL 1.1 to Oxigraph and to rdflib, every prefix declared, and it stays so when all
    its parameters are given."""
    examples = {p.name: p.example for p in question.parameters.values()}
    for query in (question.query, question.with_values(examples)):
        assert isinstance(Store().query(query), QuerySolutions)
        assert algebra(query)


def test_no_path_with_two_free_ends(question: Question) -> None:
    """A repeating path starts or ends at a term, or at a variable that something else binds."""
    tree = algebra(question.query)
    bound = bound_elsewhere(tree)
    for subject, predicate, value in triples(tree):
        if repeats(predicate):
            assert any(_fixed(end) or end in bound for end in (subject, value)), predicate


def _fixed(end: Node) -> bool:
    return not isinstance(end, (Variable, BNode))


def test_rows_are_distinct(question: Question) -> None:
    """Engines count the ways of a path differently, so rows are distinct or grouped."""
    tree = algebra(question.query)
    assert next(nodes(tree, "Distinct"), None) or next(nodes(tree, "AggregateJoin"), None)


def test_rows_have_an_order(question: Question) -> None:
    """The order is stated, and no dated literal decides it: dates sort by their bounds."""
    tree = algebra(question.query)
    order = next(nodes(tree, "OrderBy"))
    assert variables(order["expr"])
    assert variables(order["expr"]).isdisjoint({Variable("date"), Variable("as_of")})


def test_no_text_search(question: Question) -> None:
    """No REGEX: engines disagree about it over IRIs, and it reads every row."""
    assert list(nodes(algebra(question.query), "Builtin_REGEX")) == []


def test_binds_can_not_fail(question: Question) -> None:
    """BIND holds a term, a variable or what has a value in any case; the text of a variable is
    such where the variable is bound in every solution."""
    for extend in nodes(algebra(question.query), "Extend"):
        assert _has_a_value(extend["expr"], surely_bound(extend["p"]))


def _has_a_value(expression: Any, bound: set[Variable]) -> bool:
    if isinstance(expression, (Variable, URIRef, Literal)) or expression.name in _NEVER_FAILS:
        return True
    if expression.name == "Builtin_STR":
        return expression["arg"] in bound
    return expression.name == "Builtin_CONCAT" and all(
        _has_a_value(part, bound) for part in expression["arg"]
    )


def test_dates_compare_through_bounds(question: Question) -> None:
    """Only bounds of times compare, with each other or with a day that is asked for, or two values
    of one property as text, to put a pair in order; and no year or month is matched as a term."""
    tree = algebra(question.query)
    bounds = {str(o) for _, p, o in triples(tree) if isinstance(p, URIRef) and _is_bound(p)}
    bounds |= {p.variable for p in question.parameters.values() if p.type == "date"}
    counts = {str(found) for node in nodes(tree, "AggregateJoin") for found in variables(node)}
    for node in nodes(tree, "RelationalExpression"):
        if node["op"] in ("<", ">", "<=", ">=") and not _puts_a_pair_in_order(node, tree):
            assert {str(found) for found in variables(node)} <= bounds | counts
    assert not re.search(r"xsd:g(Year|YearMonth)\b", question.query)


def _puts_a_pair_in_order(comparison: CompValue, tree: CompValue) -> bool:
    sides = comparison["expr"], comparison["other"]
    if any(not isinstance(s, CompValue) or s.name != "Builtin_STR" for s in sides):
        return False
    one, other = (side["arg"] for side in sides)
    of = [{p for _, p, o in triples(tree) if o == end} for end in (one, other)]
    return bool(of[0] & of[1]) and not any(map(_is_bound, of[0] | of[1]))


def _is_bound(predicate: URIRef) -> bool:
    return NamedNode(str(predicate)) in _BOUNDS


def test_opens_the_layers_it_names(question: Question) -> None:
    """Graphs are named outright: claims, and those layers that the header says it opens."""
    named = {graph["term"] for graph in nodes(algebra(question.query), "Graph")}
    layers = {layer for layer in Layer if URIRef(layer.iri.value) in named}
    assert len(layers) == len(named)
    assert layers - {Layer.CLAIMS} == set(question.layers)
    assert set(question.layers) <= set(OPENED_BY_NAME)
    assert "FROM" not in question.query
