"""Asking each round only for matches of what is new finds what asking for everything finds."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from finkg.evidence.claim import Claim
from finkg.reasoning.inference import Inference
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.rule import Rule, read_rules
from finkg.vocabulary import CLAIM_PROPERTY, CLAIM_SUBJECT, CLAIM_VALUE, PREFIXES, TYPE, fk

RULES = read_rules()
#: Properties that rules match, those that they conclude among them.
PROPERTIES = sorted(
    {rule.concludes for rule in RULES}
    | {fk(name) for name in ("targets", "triggeredBy", "partOf", "implements", "imposes",
                             "appliesTo", "offers", "broader", "predecessor", "repeals",
                             "regulatesActivity", "parentOrganization")},
    key=str,
)  # fmt: skip
THINGS = [NamedNode(f"https://example.org/{letter}") for letter in "abcdef"]
#: Everything is everything, so that rules which ask for a type match.
TYPES = [
    Quad(thing, TYPE, fk(kind))
    for thing in THINGS
    for kind in ("Regulator", "RegulatoryEvent", "LegalInstrument")
]
claims = st.builds(
    Claim, st.sampled_from(THINGS), st.sampled_from(PROPERTIES), st.sampled_from(THINGS)
)


def naively(rules: Iterable[Rule], said: Iterable[Claim]) -> set[NamedNode]:
    """The inferences found by running every rule over everything, until a round finds nothing."""
    store = Store()
    store.extend(TYPES)
    found: dict[NamedNode, Inference] = {}
    new = [*said]
    while new:
        for claim in new:
            parts = (CLAIM_SUBJECT, claim.subject), (CLAIM_PROPERTY, claim.predicate)
            for term, value in (*parts, (CLAIM_VALUE, claim.value)):
                store.add(Quad(claim.id, term, value))
        drawn = {i.id: i for rule in rules for i in matches(rule, store)}
        new = [i.conclusion for key, i in drawn.items() if key not in found]
        found |= drawn
    return set(found)


def matches(rule: Rule, store: Store) -> Iterable[Inference]:
    result = store.query(rule.query, prefixes=dict(PREFIXES))
    assert isinstance(result, QuerySolutions)
    for row in result:
        subject, predicate, value = (row[name] for name in ("subject", "property", "value"))
        premises = frozenset(row[name] for name in rule.premises)
        assert isinstance(subject, NamedNode)
        assert isinstance(predicate, NamedNode)
        assert isinstance(value, (NamedNode, Literal))
        inference = Inference(rule.iri, premises, Claim(subject, predicate, value))  # type: ignore[arg-type]
        if inference.conclusion.id not in premises:
            yield inference


@settings(deadline=None, max_examples=40)
@given(st.lists(claims, max_size=14))
def test_no_match_is_missed_and_none_is_made_up(said: list[Claim]) -> None:
    """On any facts, circles among them, by all of our rules."""
    inferences = Reasoner(RULES, TYPES).infer(said)
    assert [i.id for i in inferences] == sorted(naively(RULES, said), key=str)


def test_a_long_chain_is_followed_to_its_end() -> None:
    """Forty groups within each other: every pair, by every way between them."""
    chain = [NamedNode(f"https://example.org/group-{n}") for n in range(40)]
    said = [Claim(inner, fk("memberOfGroup"), outer) for inner, outer in pairwise(chain)]
    ways = [
        i for i in Reasoner(RULES, []).infer(said) if i.conclusion.predicate == fk("memberOfGroup")
    ]
    assert len({way.conclusion.triple for way in ways}) == 39 * 40 // 2 - 39
    assert len(ways) == sum((40 - steps) * (steps - 1) for steps in range(2, 40))
