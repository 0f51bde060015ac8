"""Laws of why-not, on generated claims."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from finkg.evidence.claim import Claim
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.rule import read_rules
from finkg.reasoning.whynot.nearest import why_not
from finkg.reasoning.whynot.shortfall import Attempt
from finkg.schema import Schema
from finkg.store.layers import Layer
from finkg.store.view import GraphView
from finkg.vocabulary import (
    CLAIM_PROPERTY,
    CLAIM_SUBJECT,
    CLAIM_VALUE,
    KIND,
    RANK,
    STANDING,
    TYPE,
    fk,
    local_name,
)

from ...evidence.facts import thing

THINGS = {
    "a": "Regulation", "b": "RegulatoryEvent", "c": "DraftInstrument", "d": "Company",
    "e": "FinancialProduct", "f": "BusinessActivity", "g": "RegulatoryRequirement",
}  # fmt: skip
OUR_RULES = read_rules()
CONCLUDED = sorted({local_name(rule.concludes) for rule in OUR_RULES})
USED = sorted(
    {"targets", "imposes", "appliesTo", "offers", "hasActivity", "regulatesActivity", "implements",
     "triggeredBy", "partOf", "directlyAffectedBy", "broader", "supersedes", "memberOfGroup",
     "parentOrganization", *CONCLUDED}
)  # fmt: skip
ENDS = st.sampled_from(sorted(THINGS)).map(thing)
CLAIMS = st.lists(st.builds(Claim, ENDS, st.sampled_from(USED).map(fk), ENDS), max_size=7)
TYPES = [Quad(thing(name), TYPE, fk(cls)) for name, cls in THINGS.items()]


@cache
def ontology() -> tuple[Quad, ...]:
    return tuple(Schema().triples())


def drawn(claims: list[Claim]) -> dict[NamedNode, Claim]:
    """What our rules conclude, by id, all times left out."""
    inferences = Reasoner(OUR_RULES, [*ontology(), *TYPES]).infer(claims)
    return {inference.conclusion.id: inference.conclusion for inference in inferences}


def graph(claims: list[Claim]) -> GraphView:
    """The claims and what follows from them, in the layers that they would stand in."""
    store = Store()
    for quads, layer in ((ontology(), Layer.ONTOLOGY), (TYPES, Layer.ENTITIES)):
        store.extend(Quad(q.subject, q.predicate, q.object, layer.iri) for q in quads)
    store.extend(Quad(*list(quad)[:3]) for quad in (*ontology(), *TYPES))
    for claim in (*claims, *drawn(claims).values()):
        terms = {CLAIM_SUBJECT: claim.subject, CLAIM_PROPERTY: claim.predicate}
        terms |= {CLAIM_VALUE: claim.value, STANDING: fk("Accepted"), KIND: fk("Fact")}
        terms |= {RANK: fk("NormalRank")}
        store.extend(Quad(claim.id, p, o, Layer.CLAIMS.iri) for p, o in terms.items())
    return GraphView(store)


def whole(attempt: Attempt) -> list[Claim]:
    """The missing premises as claims, if nothing about them is open."""
    found = [
        Claim(m.subject, m.properties[0], m.value)
        for m in attempt.missing
        if m.subject and m.properties and m.value
    ]
    return found if len(found) == len(attempt.missing) and not attempt.unmet else []


@settings(max_examples=60)
@given(CLAIMS, ENDS, st.sampled_from(CONCLUDED).map(fk), st.one_of(st.none(), ENDS))
def test_with_what_is_missing_the_rule_draws_it(
    claims: list[Claim], subject: NamedNode, predicate: NamedNode, value: NamedNode | None
) -> None:
    """Whatever is there: given its missing premises a rule concludes what was asked for."""
    for near in why_not(graph(claims), [], subject, predicate, value).nearest:
        for attempt in near.attempts:
            if (given_ := whole(attempt)) and isinstance(attempt.value, NamedNode):
                wanted = Claim(subject, predicate, attempt.value)
                inferences = Reasoner([near.rule], [*ontology(), *TYPES]).infer(
                    [*claims, *drawn(claims).values(), *given_]
                )
                assert wanted.id in {i.conclusion.id for i in inferences}


@settings(max_examples=60)
@given(CLAIMS, ENDS, st.sampled_from(CONCLUDED).map(fk), ENDS)
def test_a_rule_that_lacks_nothing_has_drawn_it(
    claims: list[Claim], subject: NamedNode, predicate: NamedNode, value: NamedNode
) -> None:
    """What is concluded, or stated, leaves nothing to tell; what is not lacks something of every
    rule."""
    goal = Claim(subject, predicate, value).id
    stands = goal in drawn(claims) or goal in {claim.id for claim in claims}
    found = why_not(graph(claims), [], subject, predicate, value)
    if stands:
        assert found.nearest == ()
    for attempt in (a for near in found.nearest for a in near.attempts):
        assert attempt.missing or attempt.unmet
