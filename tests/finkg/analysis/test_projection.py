"""What of a graph counts as a connection between things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Quad

from finkg.analysis.kinds import CONCEPT, SOURCE, Kinds
from finkg.analysis.network import Statement
from finkg.analysis.projection import DEALINGS, EVERYTHING, Projection, WrongWeight, network
from finkg.analysis.relations import Relations
from finkg.store.layers import Layer
from finkg.vocabulary import DIFFERENT_FROM, HAS_OBSERVATION, fk, local_name

from ..own import Own
from .networks import names, said, thing

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph


def triples(statements: object) -> set[tuple[NamedNode, ...]]:
    return {s[:3] for s in statements}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("question", "projection"), [("central-entities", EVERYTHING), ("communities", DEALINGS)]
)
def test_a_question_asks_for_the_same_network(
    kg: KnowledgeGraph, question: str, projection: Projection
) -> None:
    """What the question's SPARQL finds in any engine is what the program projects."""
    rows = kg.snapshot.rows(kg.questions.question(question).query)
    found = {(row["from"], row["relation"], row["to"]) for row in rows}
    assert found == triples(network(kg.snapshot, projection).statements)


def test_nothing_doubtful_counts(kg: KnowledgeGraph) -> None:
    """Every statement is accepted or the editors' own, and none stands among the doubtful."""
    statements = network(kg.snapshot).statements
    assert {s.layer for s in statements} == {Layer.ENTITIES, Layer.TRUTH, Layer.INFERRED}
    store = kg.snapshot.store
    for subject, predicate, value, layer in statements:
        assert layer
        assert Quad(subject, predicate, value, layer.iri) in store
        assert Quad(subject, predicate, value, Layer.DOUBTFUL.iri) not in store


def test_doubtful_statements_count_where_they_are_asked_for(kg: KnowledgeGraph) -> None:
    """They then say from which layer they are."""
    found = kg.network(layers=["doubtful"]).statements
    assert {s.layer for s in found} > {Layer.DOUBTFUL}


def test_nodes_are_things(kg: KnowledgeGraph) -> None:
    """Entities of the catalogue: no records, no values of closed lists, and no sources, which speak
    of things without being any."""
    kinds = Kinds(kg.snapshot)
    nodes = network(kg.snapshot).nodes
    assert all(node in kinds and SOURCE not in kinds.of(node) for node in nodes)
    assert CONCEPT in {cls for node in nodes for cls in kinds.of(node)}
    dealings = network(kg.snapshot, DEALINGS).nodes
    assert not any(CONCEPT in kinds.of(node) for node in dealings)


def test_the_ontology_tells_what_connects(kg: KnowledgeGraph) -> None:
    """Object properties of facts do; those of claims and evidence do not, nor does that two names
    are to be told apart."""
    connecting = {*Relations(kg.snapshot).connecting()}
    assert {fk("offers"), fk("affectedBy"), fk("broader"), HAS_OBSERVATION} <= connecting
    assert not {fk("evidence"), fk("premise"), fk("flag"), DIFFERENT_FROM} & connecting
    assert DIFFERENT_FROM not in {s.predicate for s in network(kg.snapshot).statements}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a affectedBy b, a changedBy b, a withinScopeOf b", ["affectedBy"]),
        # By rdfs:subPropertyOf twice over.
        ("a directlyAffectedBy b, a withinScopeOf b", ["directlyAffectedBy"]),
        # The other way round: of inverses the declared one, and below a property's inverse.
        ("a memberOfGroup b, b headsGroup a", ["memberOfGroup"]),
        ("a parentOrganization b, b headsGroup a", ["parentOrganization"]),
        ("b targets a, a changedBy b", ["targets"]),
        # Not narrower, or not about the same two.
        ("a changedBy b, a withinScopeOf b", ["changedBy", "withinScopeOf"]),
        ("a affectedBy b, b changedBy a", ["affectedBy", "changedBy"]),
        ("a affectedBy b, a changedBy c", ["affectedBy", "changedBy"]),
        ("b headsGroup a", ["headsGroup"]),
    ],
)
def test_a_wider_statement_is_no_second_connection(
    kg: KnowledgeGraph, text: str, kept: list[str]
) -> None:
    """Where a narrower one says it already; alone it counts."""
    found = Relations(kg.snapshot).narrowest(said(text))
    assert sorted(local_name(s.predicate) for s in found) == kept


def test_relations_can_be_read_the_other_way_round(kg: KnowledgeGraph) -> None:
    """Where the ontology has a name for that."""
    relations = Relations(kg.snapshot)
    assert relations.inverse(fk("parentOrganization")) == fk("hasSubsidiary")
    assert relations.inverse(fk("headsGroup")) == fk("memberOfGroup")
    assert relations.inverse(fk("offers")) is None


def test_relations_can_be_chosen(kg: KnowledgeGraph) -> None:
    """Then no other counts, and none is left out for another one's sake."""
    found = kg.network(relations=["offers", "changedBy"])
    assert {local_name(s.predicate) for s in found.statements} == {"offers", "changedBy"}
    every = kg.select("SELECT ?s ?o { ?s fk:changedBy ?o }").rows
    assert len([s for s in found.statements if s.predicate == fk("changedBy")]) == len(every)


@pytest.mark.parametrize("weight", [0, -1, 1.5])
def test_a_weight_is_a_part_of_one(kg: KnowledgeGraph, weight: float) -> None:
    """Nothing counts for nothing, or for more than a statement."""
    with pytest.raises(WrongWeight) as raised:
        kg.network(weights={"offers": weight})
    assert "offers" in raised.value.message("zh")


def test_what_may_have_held_counts_where_it_is_asked_for(
    own_cache: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """As of a day, only with `possible`: of an office without a known end nothing is sure later."""
    own = Own(tmp_path_factory.mktemp("possible") / "own", {"ant": "Company", "jack": "Person"})
    own.source("gazette", "high")
    own.says("gazette", "ant controlledBy jack", as_of="2014-12-01")
    graph = own.build()
    statement = Statement(thing("ant"), fk("controlledBy"), thing("jack"))
    assert statement[:3] in triples(graph.network().statements)
    assert len(graph.as_of("2020-01-01").network()) == 0
    possible = graph.as_of("2020-01-01", possible=True).network()
    assert [s.layer for s in possible.statements] == [Layer.POSSIBLE]
    assert names(possible.nodes) == ["ant", "jack"]
