"""What other parts rely on exists, under the name they use, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Store

ONTOLOGY = Path(__file__).parents[2] / "ontology"
FK = "https://w3id.org/finkg/ns#"
OWL = "http://www.w3.org/2002/07/owl#"
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
DEFINITION = NamedNode("http://www.w3.org/2004/02/skos/core#definition")
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

#: The closed lists of the machinery: class and members.
LISTS = {
    "Rank": "PreferredRank NormalRank DeprecatedRank",
    "Standing": "Accepted Doubtful Outranked Deprecated OpinionStanding TimeUnknown NotHolding",
    "ClaimKind": "Fact Opinion Forecast Norm Plan",
    "Stance": "Supports Refutes",
    "Precision": "About Over AtLeast Under AtMost",
    "Lasting": "Momentary State LegalForce Permanent",
    "ValueKind": "TimeValue TextValue",
    "RelationEnd": "SubjectEnd ObjectEnd",
    "ClaimPart": "ValuePart AsOfPart ValidFromPart ValidToPart",
    "Reliability": "High Medium Low",
    "Strength": "Certain Plausible",
    "DisputeState": "OpenDispute SettledDispute",
    "Unit": "unit-CNY unit-USD unit-person unit-enterprise unit-platform unit-institution "
    "unit-percent unit-point",
    "ShareholdingMode": "Equity Votes",
    "EffectType": "effect-limit effect-licensing effect-infrastructure effect-cost effect-shrink "
    "effect-restructure effect-transfer effect-delisting effect-fine effect-compensation "
    "effect-closure effect-exit effect-designation effect-funding effect-clear-out "
    "effect-suspension",
    "Severity": "Impossible Implausible",
    "LifePoint": "LifeStart LifeEnd ForceStart ForceEnd",
    "IdentityVerdict": "Same Different Unsure",
    "SpecialValue": "None",
}
#: Properties of the machinery, by the class whose instances carry them.
MACHINERY = {
    "Claim": "claimSubject claimProperty claimValue detail earliest latest validFrom validTo asOf "
    "validFromEarliest validFromLatest validToEarliest validToLatest kind rank rankReason standing "
    "evidence flag agreesWith contradictedBy fallsWithout "
    "backedBy backedOnlyBy drawnOnlyFrom",
    "Evidence": "stance source quote contextQuote note recordedOn",
    "Quote": "source exactText startOffset endOffset gloss",
    "Source": "address reliability copyOf sha256 recordedOn datedMentions doubtfulMentions "
    "agreements contradictions suggestedReliability",
    "Flag": "flaggedBy doubts explanation doubtedMention comparedWith",
    "PlausibilityRule": "severity",
    "Inference": "usedRule premise concluded standing surelyFrom surelyUntil possiblyFrom "
    "possiblyUntil",
    "Rule": "sentence strength",
    "Dispute": "disputes disputeState preferredSide reason",
    "IdentityJudgement": "judgedEntity identityVerdict reason decidedBy decidedOn",
    "MetricObservation": "featureOfInterest metric numericValue unit precision lowerBound "
    "upperBound period asOf",
    "Shareholding": "holder heldOrganization shareholdingMode percent precision asOf",
    "RegulatoryEffect": "affectedThing cause effectType occurredOn description",
}
#: The property that leads to each record, and the class of the record.
RECORDS = {
    "hasObservation": "MetricObservation",
    "holdsSharesIn": "Shareholding",
    "directlyAffectedBy": "RegulatoryEffect",
}


def fk(name: str) -> NamedNode:
    return NamedNode(FK + name)


def kinds(terms: Store, name: str) -> set[str]:
    """The OWL kinds of a term of ours, by local name; empty if it is not declared."""
    types = {quad.object.value for quad in terms.quads_for_pattern(fk(name), TYPE, None)}
    return {t.removeprefix(OWL) for t in types if t.startswith(OWL)}


def named(terms: Store, cls: str) -> set[str]:
    """The local names of the instances of a class of ours."""
    quads = terms.quads_for_pattern(None, TYPE, fk(cls))
    return {quad.subject.value.removeprefix(FK) for quad in quads}


@pytest.mark.parametrize("cls", LISTS)
def test_closed_list_has_its_members(cls: str, terms: Store) -> None:
    """Neither a member fewer nor a member more than the program knows."""
    assert kinds(terms, cls) == {"Class"}
    assert named(terms, cls) == set(LISTS[cls].split())


@pytest.mark.parametrize("cls", MACHINERY)
def test_machinery_is_declared(cls: str, terms: Store) -> None:
    """Each class of the machinery exists, and each property that its instances carry."""
    assert kinds(terms, cls) == {"Class"}
    assert [name for name in MACHINERY[cls].split() if not kinds(terms, name)] == []


@pytest.mark.parametrize("name", ["claimSubject", "claimProperty", "claimValue"])
def test_claims_assert_nothing(name: str, terms: Store) -> None:
    """What a claim says hangs on annotations: a false one cannot make the ontology inconsistent."""
    assert kinds(terms, name) == {"AnnotationProperty"}


@pytest.mark.parametrize("name", RECORDS)
def test_record_is_written_through_its_property(name: str, terms: Store) -> None:
    """The annotation that the tables follow names the class of the record."""
    found = {quad.object for quad in terms.quads_for_pattern(fk(name), fk("detailClass"), None)}
    assert found == {fk(RECORDS[name])}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("predicate", [LABEL, DEFINITION], ids=["label", "definition"])
def test_both_languages_say_as_much(lang: str, predicate: NamedNode, terms: Store) -> None:
    """As many terms are named and defined in one language as there are terms."""
    ours = {s for s in (q.subject for q in terms) if getattr(s, "value", "").startswith(FK)}
    said = {
        quad.subject
        for quad in terms.quads_for_pattern(None, predicate, None)
        if isinstance(quad.object, Literal) and quad.object.language == lang
    }
    assert len(ours) > 200
    assert said & ours == ours


def test_properties_with_one_end_last_with_it(terms: Store) -> None:
    """What a product is offered, does and is like lasts as long as the product."""
    found = {
        quad.subject.value.removeprefix(FK): quad.object
        for quad in terms.quads_for_pattern(None, fk("lastsWith"), None)
    }
    assert found == {
        "offers": fk("ObjectEnd"),
        "hasActivity": fk("SubjectEnd"),
        "hasFeature": fk("SubjectEnd"),
    }


def test_only_rules_conclude_what_is_computed(terms: Store) -> None:
    """No table states effect, scope, change or exposure: a source states a direct effect, a target
    or a requirement; nor who succeeds at whatever remove, or heads a group at whatever depth."""
    computed = terms.quads_for_pattern(None, fk("computed"), None)
    names = {quad.subject.value.removeprefix(FK) for quad in computed}
    effects = {"affectedBy", "withinScopeOf", "changedBy", "exposedTo"}
    assert names == effects | {"succeeds", "headsGroup"}


@pytest.mark.parametrize(
    "path",
    [*sorted((ONTOLOGY / "rules").glob("*.rq")), *sorted((ONTOLOGY / "shapes").glob("*.ttl"))],
    ids=lambda path: path.stem,
)
def test_rules_and_shapes_speak_of_what_exists(path: Path, terms: Store) -> None:
    """Every term of ours that a rule, or a query within a shape, names is declared."""
    spoken = set(re.findall(r"(?<![\w:])fk:([A-Za-z][\w-]*)", path.read_text("utf-8")))
    assert {name for name in spoken if not kinds(terms, name)} == set()
