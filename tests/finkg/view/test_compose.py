"""A scene is filled with what a graph says: as of a day, without a source, in dispute."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from finkg.errors import Text
from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.view.scene import Claim, Scene, Scope
from finkg.vocabulary import fk, local_name

from ..own import Own

ENTITIES = {
    "ant": "Company",
    "jack": "Person",
    "bao": "FinancialProduct",
    "mutual": "FinancialProduct",
    "order": "RegulatoryEvent",
    "users": "Metric",
}
DAY = "2020-12-31"

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    own = Own(tmp_path_factory.mktemp("view") / "own", ENTITIES)
    own.source("good", "high")
    own.source("fair", "medium")
    own.says("good", "ant offers bao")
    own.says("good", "bao launchedOn 2013-06")
    own.says("fair", "bao launchedOn 2014")
    own.says("good", "mutual launchedOn 2018")
    own.says("good", "mutual closedOn 2020-06-30")
    own.says("good", "ant offers mutual")
    own.says("fair", "order occurredOn 2020-11-02")
    stake = {"organization": "ant", "holder": "jack", "mode": "votes"}
    own.row("good", "holdings.csv", **stake, percent="53.46", valid_to="2023-01-07")
    own.row("fair", "holdings.csv", **stake, percent="50.5", precision="about", valid_to="2023-01")
    effect = {"affected": "bao", "cause": "order", "effect_type": "limit", "effect_zh": "设上限"}
    own.row("good", "effects.csv", **effect, effect_en="capped", occurred_on="2020-11-02")
    figure = {"feature": "bao", "metric": "users", "value": "600", "unit": "person"}
    own.row("good", "observations.csv", **figure, as_of="2020")
    return own.build()


def claims(scene: Scene, subject: str, relation: str) -> list[Claim]:
    return [c for c in scene.claims if (c.subject.id, c.relation) == (subject, relation)]


def layers(scene: Scene) -> dict[tuple[str, str, str], str]:
    return {(e.subject, e.relation, e.value): e.layer for e in scene.edges}


def test_the_scope_is_that_of_the_graph(graph: KnowledgeGraph) -> None:
    """The day, the possible, and each source left out with its title, which the graph has lost."""
    assert graph.scene().scope == Scope()
    scope = graph.without("fair").as_of(DAY, possible=True).scene().scope
    assert (scope.as_of, scope.possible) == (DAY, True)
    assert [(s.id, s.title, s.reliability) for s in scope.without] == [
        ("fair", "The fair", "Medium")
    ]


def test_the_possible_is_there_only_if_asked_for(graph: KnowledgeGraph) -> None:
    """A product with a launch and no sign of life since is no statement of a later day."""
    offer = ("ant", "offers", "bao")
    assert layers(graph.scene())[offer] == "truth"
    assert offer not in layers(graph.as_of("2025-01-01").scene())
    possible = layers(graph.as_of("2025-01-01", possible=True).scene())
    assert possible[offer] == "possible"


def test_what_does_not_hold_is_a_claim_and_no_edge(graph: KnowledgeGraph) -> None:
    """After its closing a product is offered no more; the claim stays, and says so."""
    scene = graph.as_of(DAY, possible=True).scene()
    assert ("ant", "offers", "mutual") not in layers(scene)
    offered = [c for c in claims(scene, "ant", "offers") if c.value.id == "mutual"]
    assert [claim.standing for claim in offered] == ["NotHolding"]


def test_every_scene_holds_together(graph: KnowledgeGraph) -> None:
    """No reference leads nowhere, whatever a graph was derived by."""
    derived = graph.as_of(DAY), graph.as_of(DAY, possible=True), graph.without("good")
    assert [one.scene().dangling() for one in (graph, *derived)] == [[], [], [], []]


def test_shareholdings_have_mode_percentage_and_times(graph: KnowledgeGraph) -> None:
    """Detail and figure in both languages, the time from the record; each claim its own."""
    held = claims(graph.scene(), "jack", "holdsSharesIn")
    told = {(c.detail, c.figure, c.valid_to) for c in held}
    assert told == {
        (Text("表决权53.46%", "votes 53.46%"), Text("53.46%", "53.46%"), "2023-01-07"),
        (Text("表决权约50.5%", "votes about 50.5%"), Text("约50.5%", "about 50.5%"), "2023-01"),
    }


def test_a_statement_has_the_percentages_by_which_it_stands(tmp_path: Path) -> None:
    """The last two, the earlier first, each once; not those that better ones outrank."""
    own = Own(tmp_path / "own", ENTITIES)
    own.source("good", "high")
    stake = {"organization": "ant", "holder": "jack", "mode": "votes"}
    for percent, begin, end in (
        ("20", "2012", "2013"),
        ("50.5", "2016", "2018"),
        ("30", "2014", "2016"),
        ("50.5", "2018", "2020"),
    ):
        own.row("good", "holdings.csv", **stake, percent=percent, valid_from=begin, valid_to=end)
    (held,) = (e for e in own.build().scene().edges if e.relation == "holdsSharesIn")
    assert [figure.en for figure in held.figures] == ["30%", "50.5%"]


def test_an_outranked_percentage_is_on_no_line(graph: KnowledgeGraph) -> None:
    """Of two sources that differ the better one is drawn."""
    scene = graph.scene()
    (held,) = (e for e in scene.edges if e.relation == "holdsSharesIn")
    standings = {c.figure.en: c.standing for c in claims(scene, "jack", "holdsSharesIn")}
    stated = [figure for figure, standing in standings.items() if standing == "Accepted"]
    assert [figure.en for figure in held.figures] == stated
    assert {edge.figures for edge in scene.edges if edge is not held} == {()}


def test_a_statement_stands_through_the_years_by_any_of_its_claims(tmp_path: Path) -> None:
    """Of two claims of one statement, told apart by their percentages, the outranked one stands in
    no year, whichever of both comes first."""
    holders = [f"holder{number}" for number in range(8)]
    own = Own(tmp_path / "own", {**ENTITIES, **dict.fromkeys(holders, "Company")})
    own.source("good", "high")
    own.source("fair", "medium")
    for holder in holders:
        stake = {"organization": "ant", "holder": holder, "mode": "votes", "valid_to": "2023-01"}
        own.row("good", "holdings.csv", **stake, percent="30.5")
        own.row("fair", "holdings.csv", **stake, percent="40")
    scene = own.build().scene()
    held = [e for e in scene.edges if e.relation == "holdsSharesIn"]
    ranks = {claim.id: claim.standing for claim in scene.claims}
    assert {ranks[edge.claims[0]] for edge in held} == {"Accepted", "Outranked"}
    assert scene.timeline is not None
    then = dict(zip((s.id for s in scene.statements), scene.timeline.then, strict=True))
    assert len({then[edge.id] for edge in held}) == 1


def test_facts_are_the_triples_of_the_graph(kg: KnowledgeGraph) -> None:
    """Subject, property and term of a fact, read as RDF, are a triple of its layer, and no triple
    about a node is missing."""
    scene = kg.scene()
    iris = {node.id: NamedNode(node.iri) for node in scene.nodes}
    # What stands on some other day only is in no layer of this graph.
    facts = [fact for fact in scene.facts if fact.layer]
    told = {(f.layer, iris[f.subject], fk(f.relation), f.term) for f in facts}
    nodes = {*iris.values()}
    stated = {
        (layer, quad.subject, quad.predicate, str(quad.object))
        for layer in {fact.layer for fact in facts}
        for quad in kg.snapshot.quads(Layer(layer))
        if quad.subject in nodes and quad.object not in nodes
    }
    assert told == stated
    for *_, term in told:
        (triple,) = parse(f"<x:> <x:> {term} .", format=RdfFormat.N_TRIPLES)
        assert str(triple.object) == term


def test_the_same_graph_gives_the_same_scene(own_cache: None) -> None:
    """Whatever seed Python hashes by, and whichever answer comes first."""
    program = (
        "import finkg, hashlib, json; from finkg.view.plain import as_json\n"
        "scene = json.dumps(as_json(finkg.open().scene()), ensure_ascii=False)\n"
        "print(hashlib.sha256(scene.encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1


def test_effects_have_type_and_day(graph: KnowledgeGraph) -> None:
    """An effect has no figure for the line of the picture."""
    (effect,) = claims(graph.scene(), "bao", "directlyAffectedBy")
    assert effect.detail.en.endswith(", 2020-11-02")
    assert effect.figure == Text("", "")


def test_an_observation_tells_its_time_once(graph: KnowledgeGraph) -> None:
    """The words of its value have it, so the claim has not."""
    (observed,) = claims(graph.scene(), "bao", "hasObservation")
    assert "2020" in observed.value.label.en
    assert observed.as_of == ""


def test_a_dispute_has_its_preferred_side_first(graph: KnowledgeGraph) -> None:
    """Both sides carry the same dispute, with its state and its reason."""
    sides = claims(graph.scene(), "bao", "launchedOn")
    (dispute,) = {dispute for claim in sides for dispute in claim.disputes}
    assert dispute.state == "SettledDispute"
    assert dispute.sides[0] == dispute.preferred
    standings = {claim.id: claim.standing for claim in sides}
    assert [standings[side] for side in dispute.sides] == ["Accepted", "Outranked"]


def test_the_better_evidence_comes_first(tmp_path: Path) -> None:
    """What supports before what denies, the better source before the other."""
    own = Own(tmp_path / "own", ENTITIES)
    for name, tier in (("blog", "low"), ("wire", "high"), ("paper", "medium")):
        own.source(name, tier)
    own.says("blog", "ant offers bao")
    own.says("wire", "ant offers bao", stance="refutes")
    own.says("paper", "ant offers bao")
    (offer,) = claims(own.build().scene(), "ant", "offers")
    assert [evidence.source for evidence in offer.evidence] == ["paper", "blog", "wire"]


def test_a_conclusion_says_when_it_surely_holds(graph: KnowledgeGraph) -> None:
    """From the day of its cause; how a graph writes “from ever” reaches no reader."""
    found = [i for c in claims(graph.scene(), "bao", "affectedBy") for i in c.inferences]
    assert {(it.dated, it.sure_from, it.sure_until) for it in found} == {(True, "2020-11-02", "")}


def test_relations_say_what_repeats_them(kg: KnowledgeGraph) -> None:
    """What is directly affected by something is affected by it and within its scope, which says no
    more; to be told apart from a name connects nothing."""
    relations = {relation.id: relation for relation in kg.scene().relations}
    assert {"affectedBy", "withinScopeOf"} <= {*relations["directlyAffectedBy"].wider}
    assert "changedBy" in relations["targets"].turned
    assert "directlyAffectedBy" not in relations["affectedBy"].wider
    assert [name for name, it in relations.items() if name == "differentFrom" and it.connects] == []
    assert relations["offers"].connects


def test_a_page_has_all_connections_that_a_claim_tells(kg: KnowledgeGraph) -> None:
    """Paths of the page walk the network of the graph, but for how concepts are ordered, which no
    source says."""
    edges = {(e.subject, e.relation, e.value) for e in kg.scene().edges}
    missing = {
        s.predicate
        for s in kg.network().statements
        if tuple(map(local_name, (s.subject, s.predicate, s.value))) not in edges
    }
    assert missing == {fk("broader")}
