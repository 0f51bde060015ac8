"""Shapes: what each constraint component of SHACL refuses, and what is refused as a shape."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store

from finkg.build.shacl.graph import shown
from finkg.build.shapes import Violation, load_shapes, violations
from finkg.errors import DefinitionProblem, NotFound, Severity, Text
from finkg.store.layers import ROWS, Layer
from finkg.vocabulary import PREFIXES, fk

#: Each file is shapes and data in one; its `#>` lines are the violations: focus, path, component,
#: value.
CASES = sorted((Path(__file__).parent / "shapes").glob("*.ttl"))
PROLOGUE = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + (
    "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
)
CLAIM_SHAPE = "fk:ClaimShape a sh:NodeShape ; sh:targetClass fk:Claim ; "

Found = tuple[str, str, str, str]


def folder_of(folder: Path, **files: str) -> Path:
    """A folder of Turtle files, each with the prologue of prefixes."""
    for name, text in files.items():
        (folder / f"{name}.ttl").write_text(PROLOGUE + text, "utf-8")
    return folder


def told(found: Iterable[Violation]) -> list[Found]:
    """Violations in the short form that the files expect them in."""
    return sorted(
        (
            shown(v.focus),
            v.path.shown if v.path else "",
            shown(v.component).removeprefix("sh:").removesuffix("ConstraintComponent"),
            shown(v.value).strip() if v.value else "",
        )
        for v in found
    )


def expected(case: Path) -> list[Found]:
    lines = case.read_text("utf-8").splitlines()
    rows = ([part.strip() for part in x[2:].split("|")] for x in lines if x.startswith("#>"))
    return sorted((focus, path, component, value) for focus, path, component, value in rows)


def violated(folder: Path, shapes: str, data: str) -> list[Violation]:
    store = Store()
    store.load(PROLOGUE + data, format=RdfFormat.TURTLE)
    return list(violations(store, load_shapes(folder_of(folder, shapes=shapes))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_component_refuses_exactly_what_its_file_says(case: Path, tmp_path: Path) -> None:
    """Each constraint component finds the bad nodes and values of its file, and no good ones."""
    (tmp_path / case.name).write_bytes(case.read_bytes())
    store = Store()
    store.load(path=case)
    assert told(violations(store, load_shapes(tmp_path))) == expected(case)


def test_graphs_are_one_set_of_triples(tmp_path: Path) -> None:
    """A triple in a layer and in the plain view is one value, and each violation is told once."""
    shapes = (
        CLAIM_SHAPE + "sh:property [ sh:path fk:rank ; sh:maxCount 1 ; sh:nodeKind sh:Literal ]."
    )
    claim, rank = NamedNode("https://w3id.org/finkg/id/c"), fk("NormalRank")
    store = Store()
    for graph in (Layer.TRUTH.iri, DefaultGraph()):
        store.add(Quad(claim, NamedNode(PREFIXES["rdf"] + "type"), fk("Claim"), graph))
        store.add(Quad(claim, fk("rank"), rank, graph))
    found = told(violations(store, load_shapes(folder_of(tmp_path, shapes=shapes))))
    assert found == [("id:c", "fk:rank", "NodeKind", "fk:NormalRank")]


def test_query_counts_a_triple_of_two_graphs_once(tmp_path: Path) -> None:
    """A count in a query sees the set of triples, not the graphs that they stand in."""
    shapes = CLAIM_SHAPE + (
        'sh:sparql [ sh:select "SELECT $this { $this <https://w3id.org/finkg/ns#rank> ?r }'
        ' GROUP BY $this HAVING(COUNT(*) > 1)" ].'
    )
    store = Store()
    for graph in (Layer.TRUTH.iri, DefaultGraph()):
        store.load(
            PROLOGUE + "id:c a fk:Claim ; fk:rank fk:NormalRank .", RdfFormat.TURTLE, to_graph=graph
        )
    assert not list(violations(store, load_shapes(folder_of(tmp_path, shapes=shapes))))


def test_rows_are_no_data(tmp_path: Path) -> None:
    """The graph of file and line is outside of what the shapes judge; every other graph is in."""
    shapes = "fk:S sh:targetSubjectsOf fk:rowLine ; sh:nodeKind sh:Literal ."
    constraints = load_shapes(folder_of(tmp_path, shapes=shapes))
    quad = (NamedNode("https://w3id.org/finkg/id/e"), fk("rowLine"), Literal(1))
    store = Store()
    store.add(Quad(*quad, ROWS))
    assert not list(violations(store, constraints))
    store.add(Quad(*quad, Layer.CLAIMS.iri))
    assert len(list(violations(store, constraints))) == 1


def test_severity_and_message_are_the_shapes_own(tmp_path: Path) -> None:
    """A property shape speaks for itself: it inherits neither severity nor message."""
    shapes = CLAIM_SHAPE + (
        'sh:severity sh:Warning ; sh:message "外"@zh , "outer"@en ; sh:nodeKind sh:Literal ;'
        "sh:property [ sh:path fk:rank ; sh:minCount 1 ;"
        ' sh:message "缺等级。"@zh , "No rank."@en ] .'
    )
    found = violated(tmp_path, shapes, "id:c a fk:Claim .")
    assert [(v.severity, v.message, v.shape) for v in found] == [
        (Severity.WARNING, Text("外", "outer"), fk("ClaimShape")),
        (Severity.VIOLATION, Text("缺等级。", "No rank."), fk("ClaimShape")),
    ]


def test_missing_message_has_a_sentence_in_both_languages(tmp_path: Path) -> None:
    """Where a shape says nothing in a language, the component's own sentence stands there."""
    shapes = CLAIM_SHAPE + (
        'sh:property [ sh:path fk:rank ; sh:minCount 1 ; sh:message "No rank."@en ] ,'
        "[ sh:path fk:kind ; sh:in ( fk:Fact fk:Plan ) ]."
    )
    words = {v.message for v in violated(tmp_path, shapes, "id:c a fk:Claim ; fk:kind fk:Other .")}
    assert words == {
        Text("“fk:rank”的值太少，至少须有 1 个。", "No rank."),
        Text(
            "“fk:kind”的值须为下列之一：fk:Fact、fk:Plan。",
            "A value of “fk:kind” must be one of: fk:Fact, fk:Plan.",
        ),
    }


def test_message_names_what_the_query_found(tmp_path: Path) -> None:
    """`{?name}` and `{$this}` in a message are what the query bound; an unknown name stays."""
    shapes = CLAIM_SHAPE + (
        'sh:sparql [ sh:select "SELECT $this ?r { $this <https://w3id.org/finkg/ns#rank> ?r }" ;'
        'sh:message "{$this} 的等级是 {?r}"@zh , "{?this}: {$r}, {?none}"@en ].'
    )
    found = violated(tmp_path, shapes, "id:c a fk:Claim ; fk:rank fk:NormalRank .")
    assert found[0].message == Text("id:c 的等级是 fk:NormalRank", "id:c: fk:NormalRank, {?none}")


def test_violation_names_the_nearest_shape_with_an_iri(tmp_path: Path) -> None:
    """A property shape with an IRI is named itself, also when several shapes share it."""
    shapes = (
        "fk:LabelShape a sh:PropertyShape ; sh:path rdfs:label ; sh:minCount 1 ."
        + CLAIM_SHAPE
        + "sh:property fk:LabelShape . fk:S sh:targetClass fk:Event ; sh:property fk:LabelShape ."
    )
    found = violated(tmp_path, shapes, "id:c a fk:Claim . id:e a fk:Event .")
    assert [(shown(v.focus), v.shape) for v in found] == [
        ("id:c", fk("LabelShape")),
        ("id:e", fk("LabelShape")),
    ]


UNSUPPORTED = {
    "sh:closed": "sh:closed true",
    "sh:xone": "sh:xone ( [ sh:minLength 1 ] )",
    "sh:qualifiedValueShape": "sh:property [ sh:path fk:p ; sh:qualifiedValueShape [ ] ]",
    "sh:equals": "sh:property [ sh:path fk:p ; sh:equals fk:q ]",
    "sh:target ": 'sh:target [ sh:select "SELECT ?this { }" ]',
    "sh:targetclass": "sh:targetclass fk:Claim",
    "sh:path": "sh:property [ sh:path ( fk:p fk:q ) ]",
    "sh:severity sh:Info": "sh:severity sh:Info",
    "rdf:type rdfs:Class": "a rdfs:Class",
    "rdf:type sh:Rule": "a sh:Rule",
    "sh:severity of": 'sh:sparql [ sh:severity sh:Warning ; sh:select "SELECT $this { }" ]',
    "refers to itself": "sh:node fk:ClaimShape",
    "sh:sparql in": 'sh:not [ sh:sparql [ sh:select "SELECT $this { }" ] ]',
    "MINUS": 'sh:sparql [ sh:select "SELECT $this { $this a ?t MINUS { } }" ]',
    "$PATH": 'sh:sparql [ sh:select "SELECT $this { $this $PATH ?t }" ]',
    "GRAPH": 'sh:sparql [ sh:select "SELECT $this { GRAPH ?g { $this a ?t } }" ]',
    "LIMIT": 'sh:sparql [ sh:select "SELECT $this { $this a ?t } LIMIT 1" ]',
}


@pytest.mark.parametrize(("construct", "shape"), UNSUPPORTED.items(), ids=UNSUPPORTED)
def test_what_is_not_supported_is_refused(construct: str, shape: str, tmp_path: Path) -> None:
    """A construct that is not run raises, and the error names it, its shape and its file."""
    folder = folder_of(tmp_path, other="", claim=CLAIM_SHAPE + shape + " .")
    with pytest.raises(DefinitionProblem) as raised:
        load_shapes(folder)
    assert raised.value.where.file == "claim.ttl"
    for lang, words in (("zh", "不支持"), ("en", "is not supported")):
        message = raised.value.message(lang)
        assert words in message
        assert construct.strip() in message
        assert "fk:ClaimShape" in message


def test_words_in_names_and_strings_are_no_clauses(tmp_path: Path) -> None:
    """A term, variable, string or comment may be spelled like a clause that is refused."""
    shapes = (
        CLAIM_SHAPE
        + """sh:sparql [ sh:select '''PREFIX fk: <https://w3id.org/finkg/ns#>
        SELECT $this ("a { LIMIT" AS ?limit) WHERE { # GRAPH {
            $this fk:effectType fk:effect-limit ; fk:values ?from }''' ] ."""
    )
    data = "id:c a fk:Claim ; fk:effectType fk:effect-limit ; fk:values 1 ."
    assert told(violated(tmp_path, shapes, data)) == [("id:c", "", "SPARQL", "id:c")]


MALFORMED = {
    "number": "sh:property [ sh:path fk:p ; sh:minCount -1 ]",
    "node-kind": "sh:nodeKind sh:Node",
    "pattern": 'sh:pattern "("',
    "lookahead": 'sh:pattern "(?=a)"',
    "count-of-node": "sh:maxCount 1",
    "property-without-path": "sh:property [ sh:minCount 1 ]",
    "two-paths": "sh:property [ sh:path fk:p , fk:q ]",
    "list": "sh:in [ rdf:first 1 ]",
    "circular-list": "sh:in fk:List . fk:List rdf:first 1 ; rdf:rest fk:List",
    "blank-value": "sh:property [ sh:path fk:p ; sh:hasValue [ ] ]",
    "blank-target": "sh:targetNode [ ]",
    "nameless": "sh:nodeKind sh:IRI . [] sh:targetClass fk:Claim ; sh:nodeKind sh:IRI",
    "idle": "sh:nodeKind sh:IRI . fk:Idle sh:nodeKind sh:IRI",
    "no-select": "sh:sparql [ sh:message 'x' ]",
    "no-this": 'sh:sparql [ sh:select "SELECT ?value { ?value a ?t }" ]',
    "no-sparql": 'sh:sparql [ sh:select "SELECT $this { $this a }" ]',
    "undeclared-prefix": 'sh:sparql [ sh:select "SELECT $this { $this fk:rank ?r }" ]',
    "network": 'sh:sparql [ sh:select "SELECT $this { \\\\u0053ERVICE <http://x> { } }" ]',
}


@pytest.mark.parametrize("shape", MALFORMED.values(), ids=MALFORMED)
def test_malformed_shape_is_refused(shape: str, tmp_path: Path) -> None:
    """A shape that SHACL does not allow, or that could never apply, raises instead of passing."""
    with pytest.raises(DefinitionProblem):
        load_shapes(folder_of(tmp_path, claim=CLAIM_SHAPE + shape + " ."))


def test_file_that_is_no_turtle_is_placed(tmp_path: Path) -> None:
    """A syntax error names file, line and column."""
    (tmp_path / "bad.ttl").write_text("@prefix a: <http://a/> .\na:b a:c d .", "utf-8")
    with pytest.raises(DefinitionProblem) as raised:
        load_shapes(tmp_path)
    assert str(raised.value.where) == "bad.ttl:2:9"


def test_missing_folder_is_not_an_empty_one(tmp_path: Path) -> None:
    """A folder without files has no constraints; one that does not exist is an error."""
    assert load_shapes(tmp_path) == ()
    with pytest.raises(NotFound):
        load_shapes(tmp_path / "none")


def test_files_share_prefixes_but_not_blank_nodes(tmp_path: Path) -> None:
    """Prefixes declared in one file serve another; one blank node label in two files is two."""
    folder = folder_of(
        tmp_path,
        a='fk:all sh:declare [ sh:prefix "fk" ; sh:namespace "https://w3id.org/finkg/ns#" ] .'
        "fk:A sh:targetClass fk:Claim ; sh:property _:p . _:p sh:path fk:rank ; sh:minCount 1 .",
        b='fk:B sh:targetClass fk:Claim ; sh:sparql [ sh:prefixes fk:all ; sh:select "SELECT $this'
        ' { $this a fk:Claim }" ] ; sh:property _:p . _:p sh:path fk:kind ; sh:minCount 1 .',
    )
    paths = [c.path.shown for c in load_shapes(folder) if c.path]
    assert sorted(paths) == ["fk:kind", "fk:rank"]
    assert len(load_shapes(folder)) == 3


def test_constraints_come_in_one_order(tmp_path: Path) -> None:
    """Two readings give equal constraints in one order, though blank nodes are named anew."""
    parts = "".join(f"sh:property [ sh:path fk:p{n} ; sh:minCount 1 ] ; " for n in range(9))
    folder = folder_of(tmp_path, shapes=f"{CLAIM_SHAPE}{parts} sh:nodeKind sh:IRI .")
    constraints = load_shapes(folder)
    assert constraints == load_shapes(folder)
    assert [str(c.path or "")[-4:-1] for c in constraints] == ["", *(f"#p{n}" for n in range(9))]
