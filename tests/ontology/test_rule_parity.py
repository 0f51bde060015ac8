"""Where OWL can say what a rule says, rules and axioms conclude the same from facts without dates.

What OWL cannot say, or what it would say too widely, has a rule alone: that both ends of a
`predecessor` be regulators, that the cause of an exit be regulatory, that an instrument have legal
force, and that two ways meet again in one activity, sector or requirement.
"""

from __future__ import annotations

from collections.abc import Iterable

import owlrl
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize
from rdflib import OWL, RDF, RDFS, Graph

from finkg.evidence.claim import Claim
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.rule import read_rules

from .conftest import FK, PREFIXES, Reason

EXAMPLE = PREFIXES[""]
#: What the rules under comparison conclude.
COMPARED = [
    "affectedBy", "withinScopeOf", "changedBy", "memberOfGroup", "hasActivity", "usesData",
    "exposedTo", "succeeds", "headsGroup",
]  # fmt: skip
#: The axioms that say how properties follow from each other.
AXIOMS = (RDFS.subPropertyOf, OWL.propertyChainAxiom, OWL.inverseOf, RDF.first, RDF.rest)
Facts = set[tuple[str, str, str]]

#: Facts by what they try; each word is the local name of a thing or of a property of ours.
CASES = {
    "direct-effect": "product directlyAffectedBy notice",
    "affected-is-changed": "requirement appliesTo product, notice imposes requirement",
    "affected-is-in-scope": "requirement appliesTo company, event imposes requirement",
    "part-of-larger-event": (
        "product directlyAffectedBy fine, fine partOf campaign, campaign partOf clean-up"
    ),
    "implements-instrument": (
        "product directlyAffectedBy fine, fine partOf campaign, campaign implements law"
    ),
    "group-within-group": (
        "leaf memberOfGroup middle, middle memberOfGroup upper, upper memberOfGroup top"
    ),
    "parent-makes-group": "leaf parentOrganization middle, middle parentOrganization top",
    "activity-is-also-broader": (
        "loan hasActivity consumer-credit, consumer-credit broader credit, credit broader finance,"
        "deposit hasActivity finance"
    ),
    "data-is-also-broader": (
        "app usesData face-image, face-image broader biometrics, biometrics broader personal-data"
    ),
    "changed-by-event": "exit targets product, exit triggeredBy crisis",
    "exposure-by-product": (
        "lender offers product, product directlyAffectedBy notice,"
        "investor holdsSharesIn lender, other offers card"
    ),
    "exposure-of-group": (
        "lender parentOrganization holding, holding memberOfGroup top, sister memberOfGroup top,"
        "lender offers product, product directlyAffectedBy fine, fine implements law"
    ),
    "superseding-is-succession": "new supersedes old, newest repeals new, old supersedes oldest",
}


def stated(case: str) -> Facts:
    found = (tuple(fact.split()) for fact in CASES[case].split(","))
    return {(subject, predicate, value) for subject, predicate, value in found}


def kept(triples: Iterable[tuple[str, str, str]]) -> Facts:
    """The triples to compare, by local name."""
    own = [t for t in triples if t[0].startswith(EXAMPLE) and t[2].startswith(EXAMPLE)]
    named = {
        (s.removeprefix(EXAMPLE), p.removeprefix(FK), o.removeprefix(EXAMPLE)) for s, p, o in own
    }
    return {triple for triple in named if triple[1] in COMPARED}


def claims(facts: Facts) -> list[Claim]:
    return [
        Claim(NamedNode(EXAMPLE + s), NamedNode(FK + p), NamedNode(EXAMPLE + o))
        for s, p, o in facts
    ]


def by_rules(facts: Facts, terms: Store) -> Facts:
    said = claims(facts)
    drawn = (i.conclusion for i in Reasoner(read_rules(), terms).infer(said))
    triples = (claim.triple for claim in (*said, *drawn))
    return kept((s.value, p.value, o.value) for s, p, o in triples)


def by_axioms(facts: Facts, terms: Store) -> Facts:
    """What owlrl concludes, by the rules of OWL 2 RL (Profiles, section 4.3)."""
    about = [*terms.quads_for_pattern(None, None, NamedNode(OWL.TransitiveProperty))]
    for axiom in AXIOMS:
        about += terms.quads_for_pattern(None, NamedNode(axiom), None)
    about += [Quad(*claim.triple) for claim in claims(facts)]
    text = serialize((quad.triple for quad in about), format=RdfFormat.N_TRIPLES)
    graph = Graph().parse(data=text, format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return kept((str(s), str(p), str(o)) for s, p, o in graph)


def by_hermit(facts: Facts, reason: Reason) -> Facts:
    world = reason(" ".join(f":{s} fk:{p} :{o} ." for s, p, o in facts))
    # owlready2 takes over the most specific property only, and of two inverse ones either.
    below = {name: list(world[FK + name].descendants()) for name in COMPARED}
    forward = (
        (subject.iri, FK + name, value.iri)
        for name, properties in below.items()
        for prop in properties
        for subject, value in prop.get_relations()
    )
    backward = (
        (subject.iri, FK + name, value.iri)
        for name in COMPARED
        if (inverse := world[FK + name].inverse_property)
        for prop in inverse.descendants()
        for value, subject in prop.get_relations()
    )
    return kept((*forward, *backward))


@pytest.mark.parametrize("case", CASES)
def test_rules_and_owl_rl_agree(case: str, terms: Store) -> None:
    """Nothing follows from the axioms alone, nor from the rules alone."""
    facts = stated(case)
    found = by_rules(facts, terms)
    assert found - facts
    assert by_axioms(facts, terms) == found


@pytest.mark.parametrize("case", CASES)
def test_rules_and_hermit_agree(case: str, terms: Store, reason: Reason) -> None:
    """The same by a reasoner that knows all of OWL 2 DL."""
    facts = stated(case)
    assert by_hermit(facts, reason) == by_rules(facts, terms)


def test_a_regulator_succeeds_its_predecessor_by_rule_alone(terms: Store, reason: Reason) -> None:
    """No axiom makes every predecessor one that was succeeded, nor a company a regulator."""
    facts = {("nfra", "predecessor", "cbirc")}
    assert by_rules(facts, terms) == set()
    assert by_hermit(facts, reason) == set()
