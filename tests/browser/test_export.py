"""What is visible can be taken away, with its evidence, in files that other programs read."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from PIL import Image
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    parse,
)
from rdflib import Graph

from finkg import vocabulary as v
from finkg.errors import Text
from finkg.view.page import render
from finkg.view.scene import Scene

from .conftest import Open, Opened
from .scene import build
from .strange import HOSTILE

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

SVG = "{http://www.w3.org/2000/svg}"
PAGES = ("cases", "packaged", "hostile", "astral", "day")
SOUND = ("truth", "inferred")


def taken(view: Opened, suffix: str) -> bytes:
    """The file that the menu gives, by a real click."""
    view.page.click("#export")
    with view.page.expect_download() as download:
        view.page.click(f"[data-export={suffix}]")
    return Path(download.value.path()).read_bytes()


def drawn(view: Opened) -> dict[str, dict[str, str]]:
    """The statements between two nodes on the canvas, by id."""
    edges = view.do("() => finkg.edges().map(id => ({ ...finkg.statement(id) }))")
    return {edge["id"]: edge for edge in edges}


def triples(content: bytes, syntax: RdfFormat = RdfFormat.TURTLE) -> list[Quad]:
    return list(parse(content, syntax))


def canonical(quads: list[Quad]) -> Dataset:
    """The same for the same triples, whatever their blank nodes are called."""
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def stated(view: Opened, quads: list[Quad]) -> set[tuple[str, str, str]]:
    """What stands plainly between two entities."""
    entities = set(view.do("() => finkg.nodes().map(node => node.iri)"))
    return {
        (q.subject.value, v.local_name(q.predicate), q.object.value)
        for q in quads
        if isinstance(q.subject, NamedNode)
        and isinstance(q.object, NamedNode)
        and {q.subject.value, q.object.value} <= entities
    }


def asked(content: bytes, query: str) -> set[tuple[str, ...]]:
    store = Store()
    store.extend(triples(content))
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in v.PREFIXES.items())
    return {tuple(cell.value for cell in row) for row in store.query(prefixes + query)}


# rdflib's own parser of JSON-LD still calls what rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph.*deprecated:DeprecationWarning")
@pytest.mark.parametrize("name", PAGES)
def test_turtle_and_jsonld_say_the_same_to_every_reader(open_page: Open, name: str) -> None:
    """Two libraries read the same triples from both files, whatever the texts look like."""
    view = open_page(name)
    turtle, jsonld = taken(view, "ttl"), taken(view, "jsonld")
    read = canonical(triples(turtle))
    assert len(read) > 100
    assert canonical(triples(jsonld, RdfFormat.JSON_LD)) == read
    assert canonical(read_by_rdflib(turtle, "turtle")) == read
    assert canonical(read_by_rdflib(jsonld, "json-ld")) == read


def read_by_rdflib(content: bytes, syntax: str) -> list[Quad]:
    lines = Graph().parse(data=content, format=syntax).serialize(format="nt", encoding="utf-8")
    return triples(lines, RdfFormat.N_TRIPLES)


@pytest.mark.parametrize("name", PAGES)
def test_turtle_reads_back_as_the_statements_in_view(open_page: Open, name: str) -> None:
    """The plain triples of the file are the sound lines of the picture: all of them, no other."""
    view = open_page(name, address="#layers=truth inferred possible doubtful opinions")
    base = view.do("() => finkg.nodes()[0].iri.slice(0, -finkg.nodes()[0].id.length)")
    sound = {
        (base + edge["subject"], edge["relation"], base + edge["value"])
        for edge in drawn(view).values()
        if edge["layer"] in SOUND
    }
    assert stated(view, triples(taken(view, "ttl"))) == sound


@pytest.mark.parametrize("name", PAGES)
def test_what_is_said_in_texts_and_dates_is_there_too(open_page: Open, name: str) -> None:
    """The sound facts of the drawn nodes, with the value that the graph has, else in words."""
    view = open_page(name)
    quads = triples(taken(view, "ttl"))
    facts = view.do(
        """() => finkg.statements().filter(it => !finkg.isEdge(it)
            && ["truth", "inferred"].includes(it.layer) && finkg.inSight().includes(it.subject))
            .map(it => ({ ...it, term: finkg.claim(it.claims[0]).value.term }))"""
    )
    expected = {
        (fact["subject"], fact["relation"], value) for fact in facts for value in values(fact)
    }
    found = {
        (v.local_name(q.subject), v.local_name(q.predicate), str(q.object))
        for q in quads
        if isinstance(q.subject, NamedNode)
        and {part for _, part, _ in expected} & {v.local_name(q.predicate)}
    }
    assert len(expected) >= 5
    assert found == expected


def values(fact: dict[str, Any]) -> set[str]:
    """The value as N-Triples writes it."""
    if fact.get("term"):
        return {fact["term"]}
    zh, en = fact["value"]["zh"], fact["value"]["en"]
    return (
        {str(Literal(zh))}
        if zh == en
        else {str(Literal(t, language=k)) for k, t in (("zh", zh), ("en", en))}
    )


def test_the_turtle_agrees_with_the_graph(open_page: Open, kg: KnowledgeGraph) -> None:
    """Each triple between entities, each label and each quote of the file is in the graph."""
    view = open_page("packaged")
    content = taken(view, "ttl")
    known = {
        (q.subject.value, v.local_name(q.predicate), q.object.value)
        for q in kg.snapshot.store.quads_for_pattern(None, None, None, None)
        if not isinstance(q.subject, BlankNode) and not isinstance(q.object, BlankNode)
    }
    labels = {
        (q.subject.value, v.local_name(q.predicate), q.object.value)
        for q in triples(content)
        if q.predicate in (v.LABEL, v.RANK, v.STANDING, v.CLAIM_PROPERTY, v.TITLE)
        and "/id/o-" not in q.subject.value
        and isinstance(q.subject, NamedNode)
    }
    assert stated(view, triples(content)) | labels <= known
    words = "SELECT ?claim ?words { ?claim fk:evidence/fk:quote/fk:exactText ?words }"
    graph = "SELECT ?claim ?words { GRAPH layer:claims " + words.partition("?words ")[2] + "}"
    quoted = {tuple(cell.value for cell in row) for row in kg.query(graph)}
    assert len(asked(content, words)) > 20
    assert asked(content, words) <= quoted


def test_the_turtle_is_asked_as_the_graph_is(open_page: Open) -> None:
    """From a product to the words of the source, along the same properties."""
    found = asked(
        taken(open_page(), "ttl"),
        """SELECT ?relation ?words ?title {
            ?claim fk:claimSubject id:huabei ; fk:claimProperty ?relation ;
                   fk:standing fk:Accepted ; fk:evidence ?evidence .
            ?evidence fk:quote/fk:exactText ?words ; fk:source/dcterms:title ?title
        }""",
    )
    expected = {
        (v.fk(claim.relation).value, e.quote, "互联网金融发展案例有何启示?")
        for claim in build().claims
        for e in claim.evidence
        if claim.subject.id == "huabei" and e.quote
    }
    assert found == expected


def test_what_is_not_sound_stands_only_as_a_claim(open_page: Open) -> None:
    """Doubt and opinion leave the page marked as such, and the head of the file says so."""
    view = open_page(address="#lang=en&layers=truth inferred doubtful opinions")
    content = taken(view, "ttl")
    unsound = {e["id"]: e for e in drawn(view).values() if e["layer"] not in SOUND}
    standings = dict(asked(content, "SELECT ?claim ?standing { ?claim fk:standing ?standing }"))
    claim = "https://w3id.org/finkg/id/xianghubao%20affectedBy%20ant-rectification"
    assert v.local_name(NamedNode(standings[claim])) == "Doubtful"
    plain = {
        (s.rpartition("/")[2], p, o.rpartition("/")[2])
        for s, p, o in stated(view, triples(content))
    }
    assert unsound
    assert {(e["subject"], e["relation"], e["value"]) for e in unsound.values()} & plain == set()
    head = [line for line in content.decode().splitlines() if line.startswith("# ")]
    assert any("only as claims" in line and "Doubtful" in line for line in head)
    assert any("2026-06-30" in line for line in head)


def test_an_inference_leads_down_to_evidence_that_is_out_of_view(open_page: Open) -> None:
    """With a conclusion go its rule and its premises, drawn or not, down to what is attested."""
    view = open_page("packaged")
    view.do("() => finkg.answer()")
    view.settle()
    content = taken(view, "ttl")
    attested = "?use fk:premise ?premise . ?premise fk:evidence/fk:source/dcterms:title ?title"
    loose = """?use fk:premise ?premise FILTER NOT EXISTS { ?premise fk:evidence [] }
        FILTER NOT EXISTS { [] fk:concluded ?premise ; fk:usedRule [] }"""
    assert len(asked(content, f"SELECT ?premise {{ {attested} }}")) > 10
    assert asked(content, f"SELECT ?premise {{ {loose} }}") == set()


def test_graphml_holds_the_nodes_and_edges_in_view(open_page: Open) -> None:
    """networkx reads them back: nodes with names and kinds, edges by statement with evidence."""
    view = open_page("packaged")
    network = nx.read_graphml(io.BytesIO(taken(view, "graphml")))
    edges = {key: told for _, _, key, told in network.edges(keys=True, data=True)}
    assert set(network) == set(view.do("() => finkg.inSight()"))
    assert {key: told["layer"] for key, told in edges.items()} == {
        key: edge["layer"] for key, edge in drawn(view).items()
    }
    assert network.nodes["huabei"]["label_en"] == "Huabei"
    assert network.nodes["huabei"]["kind"] == "product"
    assert all(told["claims"] and (told.get("sources") or told["rules"]) for told in edges.values())


def test_graphml_and_csv_keep_hostile_text_to_the_letter(open_page: Open) -> None:
    """Markup, quotes and marks of direction are text in every file."""
    view = open_page("hostile")
    network = nx.read_graphml(io.BytesIO(taken(view, "graphml")))
    assert network.nodes["huabei"]["label_en"] == HOSTILE
    assert HOSTILE in {row["引文"] for row in table(taken(view, "csv"))}


def table(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file, with the mark that tells spreadsheets of UTF-8."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_csv_has_a_row_for_each_piece_of_evidence(open_page: Open) -> None:
    """Each quote of a visible claim is there to the letter, with what the source is."""
    view = open_page(address="#lang=en")
    rows = table(taken(view, "csv"))
    visible = {row["claim id"] for row in rows}
    expected = {
        (claim.id, e.quote, e.stance.lower())
        for claim in build().claims
        for e in claim.evidence
        if claim.id in visible
    }
    found = {(row["claim id"], row["quote"], row["stance"]) for row in rows if row["stance"]}
    assert found == expected
    assert {row["statement id"] for row in rows} >= set(drawn(view))
    ap = next(row for row in rows if row["publisher"] == "Associated Press")
    assert (ap["date"], ap["layer"]) == ("2020-11-03", "Asserted")


def formulas() -> Scene:
    """The three cases, in which every quote, name and title begins as a formula does."""
    scene = build()
    starts = ("=", "+", "-", "@", "\t=", "\r=", "\uff1d")
    return replace(
        scene,
        nodes=tuple(
            n._replace(label=Text(f"{starts[i % 7]}{n.label.zh}", f"=1+{n.label.en}"))
            for i, n in enumerate(scene.nodes)
        ),
        claims=tuple(
            c._replace(evidence=tuple(e._replace(quote='=HYPERLINK("x","y")') for e in c.evidence))
            for c in scene.claims
        ),
    )


@pytest.fixture
def formula_page(files: dict[str, Path]) -> Iterator[str]:
    path = files["cases"].with_name("formulas.html")
    path.write_text(render(formulas(), "zh"), encoding="utf-8", newline="\n")
    files["formulas"] = path
    yield "formulas"
    del files["formulas"]


def test_no_cell_of_the_csv_is_run_as_a_formula(open_page: Open, formula_page: str) -> None:
    """What a spreadsheet would run stands behind an apostrophe, and is otherwise the same."""
    rows = table(taken(open_page(formula_page), "csv"))
    cells = [cell for row in rows for cell in row.values()]
    assert [
        cell for cell in cells if re.match("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", cell)
    ] == []
    assert '\'=HYPERLINK("x","y")' in cells


def test_the_svg_is_the_picture(open_page: Open) -> None:
    """Every label of the canvas is a text in it, every line a path, dashed where the line is."""
    view = open_page("packaged", address="#lang=en")
    root = ET.fromstring(taken(view, "svg"))
    texts = [text.text for text in root.iter(f"{SVG}text")]
    written = [line for label in view.labels().values() for line in label["lines"]]
    assert len(written) > 30
    assert [line for line in written if line not in texts] == []
    inferred = sum(edge["layer"] == "inferred" for edge in drawn(view).values())
    dashed = [p for p in root.iter(f"{SVG}path") if p.get("stroke-dasharray") == "10 5"]
    assert len(dashed) == inferred + 1  # and the sample in the legend


@pytest.mark.parametrize(
    ("address", "heads"),
    [
        ("#view=answer&lang=en", ("Rule or event", "Requirement", "Product", "Same reasons")),
        ("#layout=derivation&lang=zh", ("监管机构", "法规与事件", "产品", "公司")),
        ("#layout=lanes&lang=en", ("No date", "Company", "Regulation", "2015", "2020")),
    ],
)
def test_a_layout_takes_its_heads_along(
    open_page: Open, address: str, heads: tuple[str, ...]
) -> None:
    """Columns, lanes, years and boxes have their names in the picture that is taken, too, within
    the frame."""
    view = open_page("packaged", address=address)
    view.settle()
    root = ET.fromstring(taken(view, "svg"))
    places = {text.text: text for text in root.iter(f"{SVG}text")}
    width = float(root.get("width", "0"))
    for head in heads:
        assert 0 < float(places[head].get("x", "nan")) < width


def test_a_picture_says_what_it_shows(open_page: Open) -> None:
    """Title, legend, date, how much of the graph it shows and how many sources that rests on."""
    view = open_page(address="#lang=en")
    root = ET.fromstring(taken(view, "svg"))
    words = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    nodes = len(view.do("() => finkg.inSight()"))
    shown = f"Showing {nodes} of 46 nodes and {len(drawn(view))} of 79 statements"
    for part in ("Three cases", "Company 5", "Inferred 5", "2026-06-30", shown, "Sources: 4"):
        assert part in words


def test_a_picture_counts_as_the_page_does(open_page: Open) -> None:
    """Of how many statements it shows some: what holds on some past day only is none of them."""
    view = open_page("packaged", address="#lang=en")
    below = view.page.locator("#showing").inner_text()
    (told,) = set(re.findall(r"of ([\d,]+)\s+statements", below))
    root = ET.fromstring(taken(view, "svg"))
    words = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert f"of {told} statements" in words


def test_the_overview_is_taken_as_a_picture(open_page: Open) -> None:
    """Every bubble with its name and size; the menu offers no statements, since none are seen."""
    view = open_page("packaged", address="#view=overview&lang=en")
    view.settle()
    offered = view.page.locator("#exports [data-export]:not([hidden])")
    assert offered.evaluate_all("all => all.map(it => it.dataset.export)") == ["png", "svg"]
    root = ET.fromstring(taken(view, "svg"))
    texts = [text.text for text in root.iter(f"{SVG}text")]
    bubbles = view.do("() => finkg.bubbles()")
    assert len(bubbles) > 10
    for bubble in bubbles:
        assert {*bubble["lines"], f"{len(bubble['group']['members'])} nodes"} <= {*texts}
    view.page.click("#overview-tool")
    assert offered.count() == 6


def test_a_hostile_svg_is_harmless(open_page: Open, tmp_path: Path) -> None:
    """Opened by itself, without our policy, nothing in it runs, and the text stands as it is."""
    view = open_page("hostile")
    path = tmp_path / "hostile.svg"
    path.write_bytes(taken(view, "svg"))
    assert {node.tag for node in ET.parse(path).iter()} == {
        SVG + name for name in ("svg", "title", "path", "text")
    }
    page = view.page.context.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("() => window.cracked") is None


@pytest.mark.parametrize("address", ["#theme=dark", "#theme=light", "#table=1"])
def test_the_png_is_twice_as_fine_as_the_screen(open_page: Open, address: str) -> None:
    """On the ground of the theme; from the table, too, the picture can be taken."""
    view = open_page(address=address)
    image = Image.open(io.BytesIO(taken(view, "png"))).convert("RGB")
    width = view.do("() => document.getElementById('network').clientWidth")
    ground = view.do("() => getComputedStyle(document.body).backgroundColor")
    assert image.width == width * 2
    assert f"rgb{image.getpixel((1, image.height - 1))}" == ground
    assert len(image.getcolors(1 << 24) or []) > 200


def test_only_what_is_in_view_is_taken(open_page: Open) -> None:
    """On the stage of an answer that is the answer; a layer that is off stays behind."""
    view = open_page("packaged")
    view.do("() => finkg.answer()")
    view.settle()
    network = nx.read_graphml(io.BytesIO(taken(view, "graphml")))
    relations = {told["relation"] for *_, told in network.edges(data=True)}
    assert relations == {edge["relation"] for edge in drawn(view).values()}
    assert {"affectedBy", "targets", "offers"} <= relations
    assert len(network) < len(view.do("() => finkg.nodes()")) / 5
    view.page.click("[data-layer=doubtful]")
    layers = {row["图层"] for row in table(taken(view, "csv"))}
    assert "推理得出" in layers
    assert "存疑" not in layers


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("leave()", "finkg-home-2026-06-30.csv"),
        ("select('huabei')", "finkg-huabei-2026-06-30.csv"),
        ("answer()", "finkg-answer-2026-06-30.csv"),
    ],
)
def test_the_file_is_called_after_the_view(open_page: Open, step: str, name: str) -> None:
    """By what is selected or asked, and the day of the graph."""
    view = open_page()
    view.do(f"() => finkg.{step}")
    view.page.click("#export")
    with view.page.expect_download() as download:
        view.page.click("[data-export=csv]")
    assert download.value.suggested_filename == name
    assert name in (view.page.locator("#status").text_content() or "")


def test_the_same_view_gives_the_same_bytes(open_page: Open) -> None:
    """Nothing of the hour or of the machine is in a file."""
    one, other = open_page(), open_page()
    for suffix in ("svg", "graphml", "csv", "ttl", "jsonld"):
        assert taken(one, suffix) == taken(other, suffix)


def test_nothing_is_asked_of_the_network(open_page: Open, files: dict[str, Path]) -> None:
    """The files are made in the page; no address but its own is touched."""
    view = open_page()
    for suffix in ("png", "svg", "graphml", "csv", "ttl", "jsonld"):
        taken(view, suffix)
    outside = [url for url in view.requests if not url.startswith("blob:")]
    assert outside == [files["cases"].as_uri()]


def focused(view: Opened) -> str:
    return str(view.do("() => document.activeElement.dataset.export ?? document.activeElement.id"))


def test_the_menu_is_used_by_keyboard(open_page: Open) -> None:
    """Arrows walk around, Home and End leap, a letter finds, Escape leads back to the button."""
    view = open_page()
    view.page.focus("#export")
    walked = []
    for key in ("ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "t", "Escape"):
        view.page.keyboard.press(key)
        walked.append(focused(view))
    assert walked == ["png", "svg", "jsonld", "png", "jsonld", "png", "ttl", "export"]
    assert view.page.locator("#exports").is_hidden()


def test_the_menu_tells_what_it_is(open_page: Open) -> None:
    """A screen reader hears of a menu, and whether it is open; leaving it closes it."""
    view = open_page(address="#lang=en")
    button = view.page.get_by_role("button", name="Export")
    assert button.get_attribute("aria-haspopup") == "menu"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    assert view.page.get_by_role("menu").get_by_role("menuitem").count() == 6
    view.page.keyboard.press("Tab")
    assert button.get_attribute("aria-expanded") == "false"
    assert view.do("() => finkg.state.selected") is None


def test_escape_in_the_menu_leaves_the_page_as_it_is(open_page: Open) -> None:
    """It closes the menu only: what was selected stays selected."""
    view = open_page(address="#sel=huabei")
    view.page.click("#export")
    view.page.keyboard.press("Escape")
    assert view.do("() => finkg.state.selected") == "huabei"


def test_literals_keep_their_language(open_page: Open) -> None:
    """Labels are told apart by language, quotes stand as they are."""
    quads = triples(taken(open_page(), "ttl"))
    labels = {
        (q.object.language, q.object.value)
        for q in quads
        if q.predicate == v.LABEL
        and q.subject == NamedNode(v.ID + "huabei")
        and isinstance(q.object, Literal)
    }
    assert labels == {("zh", "花呗"), ("en", "Huabei")}
