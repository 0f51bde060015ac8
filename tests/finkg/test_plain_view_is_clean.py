"""What is outranked, deprecated, doubtful or an opinion is found only where it was asked for.

A marker stands in one value of each, and each is said of one relation, too. Asked for is what names
a statement's evidence or rank (show, why, disputes, timeline, the layers by name, quad syntaxes,
which hold all layers), and a row of a question that says how its statement stands. The picture
draws doubtful statements in a look of their own, and opinions once they are switched on. All else
is the plain view.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from pyoxigraph import Literal, NamedNode

from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.cli import main
from finkg.export.rdf import SYNTAXES
from finkg.graph import KnowledgeGraph
from finkg.store.layers import PLAIN_VIEW, Layer
from finkg.store.snapshot import Snapshot
from finkg.view.page import render
from finkg.vocabulary import local_name

from .own import Own
from .view.carried import block, inflated

MARKER = "quaxolite"
FIGURE = "987654321"
ENTITIES = {
    "maker": "Company",
    "loan": "FinancialProduct",
    "users": "Metric",
    "rule": "Regulation",
    "owner": "Company",
    "not-owner": "Company",
    "not-founder": "Person",
    "not-sure": "FinancialProduct",
    "worry": "Challenge",
}
#: What the maker is said to have to do with each, and where that stands.
UNBELIEVED = {
    "not-owner": "Outranked",
    "not-founder": "Deprecated",
    "not-sure": "Doubtful",
    "worry": "OpinionStanding",
}
DEPRECATED = (f"maker describedAs {MARKER} deprecated@en", "maker foundedBy not-founder")


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each value and each relation beside a better one, an equal one, a judgement or a denial."""
    own = Own(tmp_path_factory.mktemp("marked") / "own", ENTITIES)
    tiers = {"good": "high", "fair": "medium", "other": "medium", "poor": "low"}
    for source, tier in tiers.items():
        own.source(source, tier)
    own.says("good", "maker legalName Maker Limited@en")
    own.says("poor", f"maker legalName {MARKER} outranked@en")
    own.says("fair", f"rule documentNumber {MARKER} doubtful@en")
    own.says("other", "rule documentNumber No. 2@en")
    own.says("good", f"loan describedAs {MARKER} opinion@en", kind="opinion")
    own.says("good", "maker offers loan")
    own.says("good", "maker parentOrganization owner")
    own.says("poor", "maker parentOrganization not-owner")
    own.says("fair", "maker offers not-sure")
    own.says("other", "maker offers not-sure", stance="refutes")
    own.says("good", "maker faces worry", kind="opinion")
    for statement in DEPRECATED:
        own.says("fair", statement)
        own.judge(statement, "deprecated")
    figure = {"feature": "loan", "metric": "users", "unit": "person", "as_of": "2020-12-31"}
    for source, value in (("fair", FIGURE), ("other", "1000")):
        own.row(source, "observations.csv", **figure, value=value)
    return own.build().snapshot.path


@pytest.fixture(scope="module")
def marked(snapshot: Path) -> KnowledgeGraph:
    return KnowledgeGraph(Snapshot(snapshot))


def is_marked(text: object) -> bool:
    """A figure is found with or without separators, in Chinese units too."""
    digits = re.sub(r"[,\s.]", "", str(text))
    return MARKER in str(text) or FIGURE in digits


#: A value of each type that a question may need.
GIVEN = {"entity": "maker", "date": "2020-12-31", "number": "1", "text": "maker"}


class Ran(NamedTuple):
    out: str
    err: str


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], snapshot: Path) -> Callable[..., Ran]:
    def ran(*arguments: str) -> Ran:
        main(["--graph", str(snapshot), "--lang", "en", *arguments])
        captured = capfdbinary.readouterr()
        return Ran(captured.out.decode(), captured.err.decode())

    return ran


def test_the_marker_stands_in_one_value_of_each(marked: KnowledgeGraph) -> None:
    """What the other tests look for is there, and stands as it should."""
    rows = marked.snapshot.rows(
        "SELECT ?v ?standing ?n { GRAPH layer:claims { ?c fk:claimValue ?v ; fk:standing ?standing"
        " . OPTIONAL { GRAPH layer:doubtful { ?v fk:numericValue ?n } } } }",
        [Layer.DOUBTFUL],
    )
    found = {local_name(r["standing"]) for r in rows if is_marked(r["v"]) or is_marked(r["n"])}
    assert found == {"Outranked", "Deprecated", "Doubtful", "OpinionStanding"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "SELECT * { ?s ?p ?o }"),
        ("query", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"),
        ("query", "DESCRIBE ?s { ?s a fk:Company }"),
        ("query", "SELECT * { ?s ?p ?o }", "--format", "json"),
        *(
            ("export", "--format", s.name, *(p for x in PLAIN_VIEW for p in ("--layer", x)))
            for s in SYNTAXES
        ),
        *(("export", "--format", s.name) for s in SYNTAXES if not s.has_graphs),
        ("prefixes",),
        ("ask",),
    ],
)
def test_no_command_prints_it_unasked(run: Callable[..., Ran], arguments: tuple[str, ...]) -> None:
    """Query, and export of the plain view in every syntax."""
    ran = run(*arguments)
    assert ran.out
    assert not is_marked(ran.out)
    assert not is_marked(ran.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "maker"),
        ("why", "maker", "legalName"),
        ("disputes",),
        ("timeline", "loan"),
        ("export", "--format", "nquads"),
        ("query", "SELECT * { GRAPH layer:opinions { ?s ?p ?o } }", "--layer", "opinions"),
        ("query", "SELECT * { GRAPH layer:claims { ?s fk:claimValue ?o } }"),
    ],
)
def test_it_is_found_where_it_is_asked_for(
    run: Callable[..., Ran], arguments: tuple[str, ...]
) -> None:
    """Nothing is swallowed: one step further it is there."""
    assert is_marked(run(*arguments).out)


@pytest.mark.parametrize(
    "question", [q for q in Catalogue() if q.theme != "evidence"], ids=lambda q: q.name
)
def test_a_question_says_how_such_a_row_stands(marked: KnowledgeGraph, question: Question) -> None:
    """No row has it but one that says that it is doubtful, outranked, disputed or a saying.

    Questions about evidence ask for all that sources say.
    """
    given = {p.name: GIVEN[p.type] for p in question.parameters.values() if p.required}
    answer = marked.ask(question.name, **given)
    says = {"Doubtful", "Outranked", "Deprecated", "Opinion", "OpinionStanding", "OpenDispute"}
    for row in answer.rows:
        if any(is_marked(answer.text(cell, "en")) for cell in row):
            assert says & {answer.identifier(cell) for cell in row}, row


def test_the_python_face_has_it_in_no_plain_object(marked: KnowledgeGraph) -> None:
    """rdflib's default graph, networkx and pyvis, and what select returns."""
    plain = marked.to_rdflib().default_graph
    assert not [triple for triple in plain if is_marked(triple[2])]
    network = marked.to_networkx()
    assert network.number_of_edges()
    assert not is_marked([*network.nodes(data=True), *network.edges(data=True)])
    answer = marked.select("SELECT ?s ?p ?o { ?s ?p ?o }")
    assert not [row for row in answer.rows if is_marked(row)]


def test_as_of_a_day_it_is_as_clean(
    marked: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what is possible, too, and without a source."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path))
    graphs = (
        marked.as_of("2021-01-01"),
        marked.as_of("2021-01-01", possible=True),
        marked.without("other").as_of("2021-01-01"),
    )
    for number, graph in enumerate(graphs):
        found = [row for row in graph.select("SELECT ?s ?o { ?s ?p ?o }").rows if is_marked(row)]
        # Without the other side, the two disputed values stand undisputed.
        assert bool(found) is (number == 2)


def of_the_maker(graph: KnowledgeGraph, pattern: str, *layers: str) -> set[str]:
    answer = graph.select(f"SELECT ?x {{ {pattern} }}", layers)
    return {answer.identifier(row[0]) for row in answer.rows}


def test_each_relation_stands_as_it_should(marked: KnowledgeGraph) -> None:
    """What the next tests look for is there."""
    rows = marked.snapshot.rows(
        "SELECT ?x ?s { GRAPH layer:claims { ?c fk:claimSubject id:maker ; fk:claimValue ?x ; "
        "fk:standing ?s } }"
    )
    found = {local_name(r["x"]): local_name(r["s"]) for r in rows if "id/" in str(r["x"])}
    assert found | UNBELIEVED == found
    assert (found["owner"], found["loan"]) == ("Accepted", "Accepted")


def test_no_relation_of_the_plain_view_is_one_that_is_not_believed(
    marked: KnowledgeGraph, run: Callable[..., Ran]
) -> None:
    """By query, by question, in rdflib and in networkx; each is there once its layer is named."""
    related = of_the_maker(marked, "id:maker ?p ?x")
    assert {"owner", "loan"} <= related
    assert not related & UNBELIEVED.keys()
    assert of_the_maker(marked, "GRAPH layer:doubtful { id:maker ?p ?x }", "doubtful") >= {
        "not-sure"
    }
    products = run("ask", "products-of-company", "--company", "maker").out
    assert "loan" in products
    assert "not-sure" not in products
    ends = {o for s, o in marked.to_networkx().edges() if s == "maker"}
    assert {"owner", "loan"} <= ends
    assert not ends & UNBELIEVED.keys()
    plain = marked.to_rdflib().default_graph
    assert not [o for _, _, o in plain if str(o).endswith(tuple(f"/{n}" for n in UNBELIEVED))]


def test_the_picture_draws_each_in_the_look_of_its_layer(marked: KnowledgeGraph) -> None:
    """What is outranked or deprecated is not drawn at all; pyvis has the looks of the picture."""
    drawn = {(e.value, e.layer) for e in marked.scene().edges if e.subject == "maker"}
    assert drawn == {
        ("loan", "truth"),
        ("owner", "truth"),
        ("owner", "inferred"),
        ("not-sure", "doubtful"),
        ("worry", "opinions"),
    }
    looks = {e["to"]: e["color"] for e in marked.to_pyvis().edges if e["from"] == "maker"}
    assert looks.keys() == {value for value, _ in drawn}
    assert len({looks["loan"], looks["not-sure"], looks["worry"]}) == 3
    hidden = {e["to"] for e in marked.to_pyvis().edges if e["from"] == "maker" and e["hidden"]}
    assert hidden == {"worry"}


def test_the_statements_of_the_page_keep_the_others_aside(marked: KnowledgeGraph) -> None:
    """A text that is not believed is no statement of truth; as a claim it says how it stands."""
    scene = marked.scene()
    layers = {fact.layer for fact in scene.facts if is_marked((fact.value.zh, fact.value.en))}
    assert layers == {"doubtful", "opinions"}
    stands = {c.standing for c in scene.claims if is_marked(c.value)}
    assert stands >= {"Outranked", "Deprecated", "Doubtful", "OpinionStanding"}
    assert "Accepted" not in stands


def test_the_file_of_the_view_has_no_other_place_for_it(marked: KnowledgeGraph) -> None:
    """In the page it stands in the columns of facts and claims, with its layer or its standing, and
    in rows of the plain table that say how they stand; nowhere else, not in the heading."""
    page = render(marked.scene(), "en")
    graph = block(page, "graph-block")
    assert MARKER in inflated(page, "evidence-block")
    assert is_marked(graph.pop("texts"))
    assert not is_marked(graph)
    data = marked.scene().to_json()
    assert isinstance(data, dict)
    for name, part in data.items():
        if name not in {"claims", "facts"}:
            assert not is_marked(part), name
    rows = [line for line in page.splitlines() if MARKER in line]
    assert rows
    assert all(re.search("<td>(doubtful|opinion)<td>", row) for row in rows)


def test_no_literal_of_the_plain_view_has_it(marked: KnowledgeGraph) -> None:
    """The layers themselves, triple by triple."""
    for layer in PLAIN_VIEW:
        for quad in marked.snapshot.quads(layer):
            assert isinstance(quad.subject, NamedNode) or layer is Layer.ONTOLOGY
            assert not (isinstance(quad.object, Literal) and is_marked(quad.object.value))
