"""SPARQL as people type it: every form and format, mistakes shown at their place, no harm."""

from __future__ import annotations

import csv
import io
import json
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from finkg.catalogue.question import Parameter
from finkg.errors import NameProblem, ParameterProblem
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import PREFIXES
from finkg.workspace.tables import ENTITIES

from ..own import Own

if TYPE_CHECKING:
    from conftest import Run

TRIPLES = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
HOSTILE = (
    "} UNION { ?s ?p ?o",
    'Ant" } # Group',
    "Ant ''' \\u0022 } LIMIT 0",
    "\u202eputorG tnA\u202c\u2066{",
    'Ant, "Group"\r\nSERVICE <http://example.org/> { }',
)


@pytest.mark.parametrize("form", ["CONSTRUCT WHERE { id:huabei ?p ?o }", "DESCRIBE id:huabei"])
@pytest.mark.parametrize("name", TRIPLES)
def test_triples_in_every_syntax(run: Run, form: str, name: str) -> None:
    """Read back they are the same, and 花呗 is among them."""
    read = parse(run("query", form, "--format", name).out.encode(), TRIPLES[name])
    found = {str(quad.triple) for quad in read}
    lines = run("query", form, "--format", "ntriples").out.splitlines()
    assert found == {line.removesuffix(" .") for line in lines}
    assert any('"花呗"@zh' in line for line in found)


def test_prefixes_need_no_declaring_and_may_be_declared(run: Run) -> None:
    """Ours are known; one that a query declares itself means what it says there."""
    for prefix, iri in PREFIXES.items():
        ran = run("query", f"SELECT (STR({prefix}:x) AS ?x) {{}}", "--format", "tsv")
        assert ran.out == f"x\n{iri}x\n"
    own = "PREFIX fk: <http://example.org/> SELECT (STR(fk:x) AS ?x) {}"
    assert run("query", own, "--format", "tsv").out == "x\nhttp://example.org/x\n"


def test_a_layer_is_opened_beside_others(run: Run) -> None:
    """Each that is named, and no other; `claims` always."""
    query = "SELECT DISTINCT ?layer { GRAPH ?layer { ?s ?p ?o } } ORDER BY ?layer"

    def opened(*layers: str) -> list[str]:
        options = [word for layer in layers for word in ("--layer", layer)]
        return run("query", query, *options, "--format", "tsv").out.splitlines()[1:]

    assert [row.partition("\t")[0] for row in opened()] == ["claims"]
    both = [row.partition("\t")[0] for row in opened("doubtful", "opinions")]
    assert both == ["claims", "doubtful", "opinions"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("query", "ASK {}", "--layer", "doubtfull"), "doubtful"),
        (("query", "ASK {}", "--format", "cvs"), "csv"),
        (("query", "DESCRIBE id:huabei", "--format", "turtel"), "turtle"),
        (("ask", "products-of-company", "--compny", "ant-group"), "company"),
        (("ask", "products-of-company", "--company", "蚂蚁集团公司"), "ant-group"),
        (("ask", "products-of-company", "--company", "ant grop"), "ant-group"),
        (("ask", "products-afected"), "products-affected-by-regulation"),
        (("why", "花呗", "afectedBy"), "affectedBy"),
        (("ask", "sources", "--without", "wikipedia-ant-grop"), "wikipedia-ant-group"),
    ],
)
def test_the_nearest_name_is_offered_first(
    run: Run, lang: str, arguments: tuple[str, ...], meant: str
) -> None:
    """In both languages, whatever was misspelt."""
    ran = run(*arguments, lang=lang)
    assert (ran.out, ran.code) in (("", 1), ("", 2))
    offered = ran.err.partition({"zh": "是否指：", "en": "Did you mean: "}[lang])[2]
    assert offered.startswith(meant)


@pytest.mark.parametrize(("lang", "word"), [("zh", "拒绝执行"), ("en", "Refused")])
@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:1/>",
        "DELETE WHERE { ?s ?p ?o }",
    ],
)
def test_what_is_refused_is_shown_at_its_place(run: Run, lang: str, word: str, query: str) -> None:
    """Exit 2 and a caret, with a deadline and without; nothing on stdout."""
    for timeout in ("60", "0"):
        ran = run("query", query, "--timeout", timeout, lang=lang)
        assert (ran.code, ran.out) == (2, "")
        assert word in ran.err
        assert ran.err.splitlines()[-2] == query
        assert ran.err.rstrip("\n").endswith(" ^") or query.startswith(("LOAD", "DELETE"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_deadline_says_that_it_cut(run: Run, lang: str) -> None:
    """Of rows, one row, triples, yes and no; a query that is quick does not meet it."""
    endless = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    for form in ("SELECT *", "SELECT (COUNT(*) AS ?n)", "CONSTRUCT { ?a ?b ?i } WHERE"):
        ran = run("query", f"{form} {endless}", "--timeout", "0.7", "--format", "json", lang=lang)
        if form.startswith("CONSTRUCT"):
            ran = run("query", f"{form} {endless}", "--timeout", "0.7", lang=lang)
        assert (ran.code, ran.out) == (2, "")
        assert {"zh": "0.7 秒的时限", "en": "deadline of 0.7 s"}[lang] in ran.err
        assert "--timeout" in ran.err
    assert run("query", "ASK { ?a ?b ?c }", "--timeout", "30", lang=lang).err == ""


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """Products whose names are hostile; each is offered by a company of such a name."""
    own = Own(tmp_path / "own", {})
    own.source("press", "medium")
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(ENTITIES)
    for number, name in enumerate(HOSTILE):
        rows.writerow([f"firm-{number}", "Company", f"公司{name}", f"Firm {name}", "", "", ""])
        rows.writerow([f"thing-{number}", "FinancialProduct", name, f"{name} too", "", "", ""])
        own.says("press", f"firm-{number} offers thing-{number}")
    own.write("entities/hostile.csv", file.getvalue())
    return own


def test_a_hostile_label_is_a_name_like_any_other(run: Run, own: Own) -> None:
    """An entity is asked for by it as by its id, and it comes back as it was written."""
    graph = own.build().snapshot.path
    for number, name in enumerate(HOSTILE):
        written = " ".join(name.split())
        by_id, by_name = (
            run("ask", "products-of-company", "--company", each, "--format", "json", graph=graph)
            for each in (f"firm-{number}", f"Firm {name}")
        )
        assert by_id.code == by_name.code == 0, by_name.err
        assert by_id.out == by_name.out
        (row,) = json.loads(by_id.out)["rows"]
        assert row["product"]["id"] == f"thing-{number}"
        assert " ".join(row["product"]["zh"].split()) == written


def given(parameter: Parameter) -> str:
    """The example of a question's file, as it is typed."""
    return parameter.example.strip('"').removeprefix("id:").removeprefix("fk:")


def test_a_hostile_value_is_a_value_of_its_type_or_none(kg: KnowledgeGraph) -> None:
    """Through each parameter of each question: an entity, property or day of that name there is
    none, and as a text it is looked for and not found."""
    types: set[str] = set()
    hostile = cycle(HOSTILE)
    for question in kg.questions:
        parameters = question.parameters
        examples = {p.name: given(p) for p in parameters.values() if p.required}
        for name, parameter in parameters.items():
            asked = examples | {name: next(hostile)}
            types.add(parameter.type)
            if parameter.type == "text":
                assert kg.ask(question.name, **asked).rows == ()
                continue
            with pytest.raises((NameProblem, ParameterProblem)):
                kg.ask(question.name, **asked)
    assert types >= {"entity", "property", "date"}
