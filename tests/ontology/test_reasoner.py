"""What follows from the ontology, by HermiT: it is consistent, and says what it means to say."""

from __future__ import annotations

import owlready2
import pytest

from .conftest import FK, Reason


def values(world: owlready2.World, subject: str, name: str) -> set[str]:
    """Local names of what an example has as values of a property of ours, or of one below it:
    owlready2 takes over from HermiT the most specific property only.
    """
    thing = world[f"urn:example:{subject}"]
    found = (value for prop in world[FK + name].descendants() for value in prop[thing])
    return {value.iri.rpartition(":")[2] for value in found}


def classes(world: owlready2.World, subject: str) -> set[str]:
    found = world[f"urn:example:{subject}"].is_a
    return {cls.iri.removeprefix(FK) for cls in found if isinstance(cls, owlready2.ThingClass)}


def test_ontology_is_consistent(reason: Reason) -> None:
    """It has a model, and each of its classes can have an instance."""
    assert list(reason("").inconsistent_classes()) == []


@pytest.mark.parametrize(
    "types",
    [
        "fk:Company , fk:Product",
        "fk:Bank , fk:RegulatoryEvent",
        "fk:Person , fk:Organization",
        "fk:Regulation , fk:DraftInstrument",
        "fk:Product , fk:Technology",
        "fk:Metric , fk:Company",
        "fk:MetricObservation , fk:Shareholding",
        "fk:SourceDocument , fk:Citation",
        "fk:Claim , fk:Evidence",
    ],
)
def test_things_of_two_kinds_are_caught(types: str, reason: Reason) -> None:
    """Nothing is a company and a product at once, nor of other kinds that exclude each other."""
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(f":thing a {types} .")


def test_product_can_be_a_channel(reason: Reason) -> None:
    """微信 is offered as a product and reaches the customers of others."""
    world = reason(":wechat a fk:Product , fk:Channel .")
    assert classes(world, "wechat") == {"Product", "Channel"}


def test_wrong_end_of_a_relation_is_caught(reason: Reason) -> None:
    """A product that offers a company has the relation the wrong way round."""
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(":huabei a fk:Product ; fk:offers :ant-group . :ant-group a fk:Company .")


def test_two_ranks_of_one_claim_are_caught(reason: Reason) -> None:
    """The members of a closed list are different things, and a claim has one rank."""
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(":claim a fk:Claim ; fk:rank fk:PreferredRank , fk:NormalRank .")


def test_parent_is_classified_as_group(reason: Reason) -> None:
    """Who has a subsidiary is a parent group; the subsidiary is not."""
    world = reason(":parent a fk:Company . :child a fk:Company ; fk:parentOrganization :parent .")
    assert classes(world, "parent") == {"Company", "ParentGroup"}
    assert classes(world, "child") == {"Company"}


def test_parent_controls_and_heads_the_group(reason: Reason) -> None:
    """A parent is a controller and a group; a group of a group is a group, a controller is not."""
    world = reason(
        ":leaf a fk:Company ; fk:parentOrganization :middle ."
        ":middle a fk:Company ; fk:parentOrganization :top . :top a fk:Company ."
    )
    assert values(world, "leaf", "memberOfGroup") == {"middle", "top"}
    assert values(world, "leaf", "controlledBy") == {"middle"}


def test_effect_reaches_what_the_requirement_names(reason: Reason) -> None:
    """A requirement on a thing makes the event that imposes it, and the whole event, affect it."""
    world = reason(
        ":event a fk:RegulatoryEvent ; fk:imposes :requirement ; fk:partOf :whole ;"
        "  fk:implements :measures . :requirement fk:appliesTo :huabei ."
    )
    assert values(world, "huabei", "affectedBy") == {"event", "whole", "measures"}
    assert values(world, "huabei", "withinScopeOf") == {"event", "whole", "measures"}
    assert values(world, "huabei", "changedBy") == {"event", "whole", "measures"}


def test_market_event_changes_and_does_not_affect(reason: Reason) -> None:
    """An exit changes a product, and so does what triggered it; no regulation is inferred."""
    world = reason(
        ":exit a fk:CorporateEvent ; fk:targets :p2p ; fk:triggeredBy :crisis ."
        ":crisis a fk:MarketEvent . :p2p a fk:Product ."
    )
    assert values(world, "p2p", "changedBy") == {"exit", "crisis"}
    assert values(world, "p2p", "affectedBy") == set()


def test_narrow_activity_is_the_broader_one_too(reason: Reason) -> None:
    """A product of consumer finance does credit; the way back is not inferred."""
    world = reason(
        ":loan a fk:Product ; fk:hasActivity :consumer-finance ."
        ":consumer-finance fk:broader :credit . :other a fk:Product ; fk:hasActivity :credit ."
    )
    assert values(world, "loan", "hasActivity") == {"consumer-finance", "credit"}
    assert values(world, "other", "hasActivity") == {"credit"}


def test_order_of_events_reads_both_ways(reason: Reason) -> None:
    """What follows an event is preceded by it, and by all that came before."""
    world = reason(":exit fk:follows :crisis . :listing fk:follows :exit .")
    assert values(world, "crisis", "precedes") == {"exit", "listing"}
