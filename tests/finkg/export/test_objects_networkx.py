"""A network of networkx holds each statement between entities, and says where it stands."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from finkg.errors import UnknownLayer
from finkg.export.network_values import Short
from finkg.export.objects import to_networkx
from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import ID, LABEL, PREFIXES, TYPE, XSD_DECIMAL, fk

from ..own import Own

OWN = "https://example.org/"


@pytest.fixture(scope="module")
def network(kg: KnowledgeGraph) -> nx.MultiDiGraph:
    return kg.to_networkx()


def small(*said: tuple[str, NamedNode, NamedNode | Literal, Layer]) -> nx.MultiDiGraph:
    """The network of a few statements, of a graph whose own base is `OWN`."""
    store = Store()
    for subject, predicate, value, layer in said:
        store.add(Quad(NamedNode(subject), predicate, value, layer.iri))
    view = GraphView(store)
    return to_networkx(view, Names(view, OWN), OWN)


def test_each_statement_between_entities_is_an_edge(
    kg: KnowledgeGraph, network: nx.MultiDiGraph
) -> None:
    """As a query of the plain view finds them: none is lost where two are parallel."""
    rows = kg.snapshot.rows(
        "SELECT ?s ?p ?o FROM layer:truth FROM layer:inferred FROM layer:entities "
        "FROM NAMED layer:entities { ?s ?p ?o FILTER (?p != rdf:type) "
        "FILTER EXISTS { GRAPH layer:entities { ?s a ?a } } "
        "FILTER EXISTS { GRAPH layer:entities { ?o a ?b } } }"
    )
    short = Short(ID).of
    expected = Counter((short(r["s"]), short(r["p"]), short(r["o"])) for r in rows)
    found = Counter((s, d["property"], o) for s, o, d in network.edges(data=True))
    assert found == expected
    assert max(Counter(network.edges()).values()) > 1


def test_each_key_is_the_statement(network: nx.MultiDiGraph) -> None:
    """In the whole network no two edges have one key, as files of graphs need it."""
    keys = [key for *_, key in network.edges(keys=True)]
    assert len(keys) == len({*keys})
    assert network.has_edge("huabei", "ant-rectification", "huabei.affectedBy.ant-rectification")


def test_it_is_as_networkx_would_have_made_it(network: nx.MultiDiGraph) -> None:
    """Edges go both ways through it, and nothing is missing for its algorithms."""
    again = nx.MultiDiGraph()
    again.add_nodes_from(network.nodes(data=True))
    again.add_edges_from(network.edges(keys=True, data=True))
    assert nx.utils.graphs_equal(network, again)
    assert nx.utils.graphs_equal(network.reverse(), again.reverse())
    assert all(again.in_degree(node) == network.in_degree(node) for node in again)


def test_entities_say_what_they_are(kg: KnowledgeGraph, network: nx.MultiDiGraph) -> None:
    """Ids are texts; each has a label in both languages, its classes, and what is said of it."""
    assert {*network} == {Short(ID).of(r["e"]) for r in kg.snapshot.rows(_ENTITIES)}
    for node, told in network.nodes(data=True):
        assert isinstance(node, str)
        assert told["label_zh"]
        assert told["label_en"]
        assert told["types"]
    yuebao = network.nodes["yuebao"]
    assert (yuebao["label_zh"], yuebao["label_en"]) == ("余额宝", "Yu'e Bao")
    assert yuebao["launchedOn"] == "2013-06"
    assert "FinancialProduct" in yuebao["types"].split("|")


_ENTITIES = "SELECT DISTINCT ?e FROM layer:entities { ?e a ?c }"


def test_edges_say_what_they_state(network: nx.MultiDiGraph) -> None:
    """The property with its labels, and the layer, which is one of the plain view."""
    told = network.edges["huabei", "ant-rectification", "huabei.affectedBy.ant-rectification"]
    assert told == {
        "property": "affectedBy",
        "label_zh": "受…影响",
        "label_en": "is affected by",
        "layer": "inferred",
    }
    assert {d["layer"] for *_, d in network.edges(data=True)} == {"truth", "inferred", "entities"}


def graphml(network: nx.MultiDiGraph, path: Path) -> nx.MultiDiGraph:
    nx.write_graphml(network, path)
    return nx.read_graphml(path, force_multigraph=True)


def gexf(network: nx.MultiDiGraph, path: Path) -> nx.MultiDiGraph:
    nx.write_gexf(network, path)
    read = nx.read_gexf(path)
    for node in read.nodes.values():  # its own place for a label, which it fills with the id
        del node["label"]
    for edge in read.edges.values():  # a number of its own
        del edge["id"]
    return read


def pickled(network: nx.MultiDiGraph, path: Path) -> nx.MultiDiGraph:
    path.write_bytes(pickle.dumps(network))
    read: nx.MultiDiGraph = pickle.loads(path.read_bytes())
    return read


@pytest.mark.parametrize("through", [graphml, gexf, pickled])
@pytest.mark.parametrize("claims", [False, True])
def test_a_file_holds_all_of_it(
    kg: KnowledgeGraph, tmp_path: Path, through: Callable[..., Any], claims: bool
) -> None:
    """GraphML, GEXF and a pickle give the same nodes, edges, keys and attributes again."""
    network = kg.to_networkx(["doubtful", "opinions"], records=True, claims=claims)
    read = through(network, tmp_path / "file")
    assert dict(read.nodes(data=True)) == dict(network.nodes(data=True))
    edges = {edge[:3]: edge[3] for edge in read.edges(keys=True, data=True)}
    assert edges == {edge[:3]: edge[3] for edge in network.edges(keys=True, data=True)}


def test_doubt_is_told(kg: KnowledgeGraph, network: nx.MultiDiGraph) -> None:
    """What the plain view does not say is there only when its layer is opened, and is marked."""
    opened = kg.to_networkx(["doubtful", "opinions"])
    more = {*opened.edges(keys=True)} - {*network.edges(keys=True)}
    assert {opened.edges[edge]["layer"] for edge in more} == {"doubtful", "opinions"}
    assert not {*network.edges(keys=True)} - {*opened.edges(keys=True)}
    for node, told in opened.nodes(data=True):
        added = {name for name in told if name not in network.nodes[node]}
        assert all(name.startswith(("doubtful:", "opinions:")) for name in added)
        assert all(told[name] == value for name, value in network.nodes[node].items())
    assert opened.nodes["aml-measures-2018"]["doubtful:promulgatedOn"]
    with pytest.raises(UnknownLayer):
        kg.to_networkx(["doubt"])


def test_records_are_nodes_when_asked_for(kg: KnowledgeGraph, network: nx.MultiDiGraph) -> None:
    """Then their numbers are numbers; else only their ids are told."""
    records = kg.to_networkx(records=True)
    rows = kg.snapshot.rows("SELECT ?o ?v FROM layer:truth { ?o fk:numericValue ?v }")
    expected = {Short(ID).of(row["o"]): Decimal(row["v"].value) for row in rows}
    assert expected
    assert {n: Decimal(repr(records.nodes[n]["numericValue"])) for n in expected} == expected
    assert not network.nodes & expected.keys()
    assert {*network.nodes["yuebao"]["hasObservation"].split("|")} == {
        end
        for _, end, d in records.out_edges("yuebao", data=True)
        if d["property"] == "hasObservation"
    }


def test_claims_are_told_when_asked_for(kg: KnowledgeGraph) -> None:
    """An edge has the claims by which it stands in its layer, and what they say."""
    network = kg.to_networkx(["doubtful", "opinions"], claims=True)
    standing = {"doubtful": "Doubtful", "opinions": "OpinionStanding"}
    edges = [(key, told) for *_, key, told in network.edges(keys=True, data=True)]
    claimed = [(key, told) for key, told in edges if told["layer"] != "entities"]
    assert claimed
    for key, told in claimed:
        subject, property_, value = key.split(".")
        assert told["standing"] == standing.get(told["layer"], "Accepted")
        for claim in told["claims"].split("|"):
            assert kg.query(
                f"ASK {{ GRAPH layer:claims {{ id:{claim} fk:claimSubject id:{subject} ; "
                f"fk:claimProperty fk:{property_} ; fk:claimValue id:{value} ; "
                f"fk:standing fk:{told['standing']} }} }}"
            )
        assert {*told["rank"].split("|")} <= {"PreferredRank", "NormalRank", "DeprecatedRank"}
        assert (told["sources"] > 0) is (told["layer"] != "inferred") or told["layer"] == "doubtful"


def test_sources_are_counted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two passages of one source are one source; times stand as they were stated."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    own = Own(tmp_path / "own", {"ant": "Company", "yuebao": "Product"})
    for source in ("paper", "gazette"):
        own.source(source, "high")
        own.says(source, "ant offers yuebao")
    own.says("paper", "ant offers yuebao", valid_from="2019")
    network = own.build().to_networkx(claims=True)
    ((told),) = network.get_edge_data("ant", "yuebao").values()
    assert told["sources"] == 2
    assert told["valid_from"] == "2019"
    assert len(told["claims"].split("|")) == 2


def test_as_of_a_day_it_has_what_is_possible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If that is asked for, and its edges say so."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    own = Own(tmp_path / "own", {"ant": "Company", "yuebao": "Product"})
    own.source("paper", "high", published="2019-01-01")
    own.says("paper", "ant offers yuebao")
    kg = own.build()
    assert kg.as_of("2021-01-01").to_networkx().number_of_edges() == 0
    possible = kg.as_of("2021-01-01", possible=True).to_networkx(claims=True)
    ((told),) = possible.get_edge_data("ant", "yuebao").values()
    assert (told["layer"], told["standing"]) == ("possible", "TimeUnknown")


def test_two_things_never_share_an_id() -> None:
    """Of things of two bases that are called alike the graph's own has the short id."""
    said = [
        (base + "ant", TYPE, fk("Company"), Layer.ENTITIES) for base in (ID, OWN, "https://other/")
    ]
    said.append((ID + "ant", fk("offers"), NamedNode(OWN + "ant"), Layer.TRUTH))
    network = small(*said)
    assert {*network} == {"ant", ID + "ant", "https://other/ant"}
    assert [*network.edges(keys=True)] == [(ID + "ant", "ant", f"{ID}ant.offers.ant")]


def test_what_stands_in_two_layers_is_told_of_by_the_first() -> None:
    """One statement is one edge."""
    said = [(OWN + name, TYPE, fk("Company"), Layer.ENTITIES) for name in "ab"]
    said += [
        (OWN + "a", fk("offers"), NamedNode(OWN + "b"), layer)
        for layer in (Layer.INFERRED, Layer.TRUTH)
    ]
    network = small(*said)
    assert [told["layer"] for *_, told in network.edges(data=True)] == ["truth"]


def test_a_label_in_one_language_stands_for_both() -> None:
    """And what has none is called by its id."""
    said = [(OWN + name, TYPE, fk("Company"), Layer.ENTITIES) for name in "abc"]
    network = small(
        *said,
        (OWN + "a", LABEL, Literal("甲", language="zh"), Layer.ENTITIES),
        (OWN + "b", LABEL, Literal("B"), Layer.ENTITIES),
    )
    labels = {node: (told["label_zh"], told["label_en"]) for node, told in network.nodes.items()}
    assert labels == {"a": ("甲", "甲"), "b": ("B", "B"), "c": ("c", "c")}


def test_a_file_is_written_of_any_text(tmp_path: Path) -> None:
    """Characters that XML has no place for do not break it."""
    text = 'a\x00b\x1b|c\ud7ff<&>"'
    network = small(
        (OWN + "a", TYPE, fk("Company"), Layer.ENTITIES),
        (OWN + "a", fk("note"), Literal(text), Layer.ENTITIES),
    )
    read = graphml(network, tmp_path / "file")
    assert read.nodes["a"]["note"] == text.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_loses_nothing(number: Decimal) -> None:
    """It is a number where that is exactly what the graph says, and a text otherwise."""
    text = f"{number:f}"
    value = Short(ID).joined([Literal(text, datatype=XSD_DECIMAL)])
    assert isinstance(value, (float, str))
    assert value == text if isinstance(value, str) else Decimal(repr(value)) == number


@pytest.mark.parametrize(
    ("text", "datatype", "value"),
    [
        ("12", "integer", 12),
        ("1.5", "double", 1.5),
        ("INF", "double", "INF"),
        ("true", "boolean", True),
        ("0", "boolean", False),
        ("x", "integer", "x"),
        ("2013-06", "gYearMonth", "2013-06"),
    ],
)
def test_values_of_each_type(text: str, datatype: str, value: object) -> None:
    """What files of networks have a type for keeps it; all else is text."""
    literal = Literal(text, datatype=NamedNode(PREFIXES["xsd"] + datatype))
    found = Short(ID).joined([literal])
    assert (found, type(found)) == (value, type(value))


def test_several_values_are_in_order() -> None:
    """Whatever order they came in; one that comes twice counts once."""
    short = Short(ID)
    terms = [Literal("b"), NamedNode(f"{ID}a"), Literal("b"), fk("c"), NamedNode("https://x/y")]
    assert short.joined(terms) == short.joined([*reversed(terms)]) == "a|b|c|https://x/y"
