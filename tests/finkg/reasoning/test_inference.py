"""Rules run to a fixpoint; every conclusion keeps its premises and is no better than they are."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from finkg.errors import DefinitionProblem, QueryRefused
from finkg.evidence.assessment import Standing
from finkg.evidence.claim import Claim
from finkg.reasoning.inference import Inference, standings
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.rule import Rule, read_rule, read_rules
from finkg.vocabulary import ID, TYPE, fk


def thing(name: str) -> NamedNode:
    return NamedNode(ID + name)


def said(subject: str, predicate: str, value: str) -> Claim:
    return Claim(thing(subject), fk(predicate), thing(value))


RECTIFICATION = (
    said("event", "imposes", "requirement"),
    said("requirement", "appliesTo", "credit"),
    said("event", "targets", "company"),
    said("company", "offers", "product"),
    said("product", "hasActivity", "credit"),
)
EVENT = [Quad(thing("event"), TYPE, fk("RegulatoryEvent"))]


def concluded(claims: tuple[Claim, ...] | list[Claim]) -> set[tuple[str, str, str]]:
    inferences = Reasoner(read_rules(), EVENT).infer(claims)
    triples = (i.conclusion.triple for i in inferences)
    return {(s.value[len(ID) :], p.value.split("#")[1], o.value[len(ID) :]) for s, p, o in triples}


def test_a_requirement_reaches_the_product_of_the_targeted_company() -> None:
    """Event, requirement, activity, company and product meet in one conclusion."""
    assert ("product", "affectedBy", "event") in concluded(RECTIFICATION)


@pytest.mark.parametrize("missing", range(len(RECTIFICATION)))
def test_without_any_one_premise_it_falls(missing: int) -> None:
    """Each of the five premises is needed."""
    rest = [claim for place, claim in enumerate(RECTIFICATION) if place != missing]
    assert ("product", "affectedBy", "event") not in concluded(rest)


def test_an_untargeted_company_is_not_reached() -> None:
    """A credit product of another company is in no conclusion about effect."""
    others = [said("bank", "offers", "loan"), said("loan", "hasActivity", "credit")]
    subjects = {s for s, p, _ in concluded([*RECTIFICATION, *others]) if p == "affectedBy"}
    assert "loan" not in subjects


def test_a_market_event_is_no_regulation() -> None:
    """What a crisis acts on was changed by it, and not affected by regulation."""
    found = concluded([said("crisis", "targets", "lender")])
    assert ("lender", "changedBy", "crisis") in found
    assert not {p for s, p, _ in found if s == "lender"} & {"affectedBy", "withinScopeOf"}


def test_a_narrow_activity_is_a_broad_one_and_not_the_reverse() -> None:
    """Consumer credit is credit; a product of credit is not so a product of consumer credit."""
    structure = said("consumer-credit", "broader", "credit")
    assert ("loan", "hasActivity", "credit") in concluded(
        [structure, said("loan", "hasActivity", "consumer-credit")]
    )
    assert not concluded([structure, said("loan", "hasActivity", "credit")])


def test_order_does_not_matter() -> None:
    """The rules and claims in any order draw the same inferences."""
    rules = read_rules()
    runs = [
        [i.id for i in Reasoner(order, EVENT).infer(claims)]
        for order in (rules, rules[::-1])
        for claims in list(permutations(RECTIFICATION))[::40]
    ]
    assert all(run == runs[0] for run in runs)


@given(st.sets(st.sampled_from(RECTIFICATION)))
def test_a_conclusion_is_as_doubtful_as_its_most_doubtful_premise(doubtful: set[Claim]) -> None:
    """One doubtful premise makes the only proof doubtful, and so its conclusion."""
    inferences = Reasoner(read_rules(), EVENT).infer(RECTIFICATION)
    known = {c.id: Standing.DOUBTFUL if c in doubtful else Standing.ACCEPTED for c in RECTIFICATION}
    effect = said("product", "affectedBy", "event")
    expected = Standing.DOUBTFUL if doubtful else Standing.ACCEPTED
    assert standings(inferences, known)[effect.id] is expected


def test_a_circle_of_inferences_lifts_nobody() -> None:
    """Two claims that follow from each other stand no better than what they began with."""
    one, other, seed = (said(name, "broader", "x") for name in ("one", "other", "seed"))
    rule = thing("rule")
    circle = [
        Inference(rule, frozenset({one.id}), other),
        Inference(rule, frozenset({other.id}), one),
        Inference(rule, frozenset({seed.id}), one),
    ]
    assert standings(circle, {seed.id: Standing.DOUBTFUL})[other.id] is Standing.DOUBTFUL
    assert standings(circle, {seed.id: Standing.ACCEPTED})[other.id] is Standing.ACCEPTED


def test_a_rule_does_not_bring_back_what_was_judged() -> None:
    """A refused conclusion is not drawn, nor anything from it."""
    effect = said("product", "affectedBy", "event")
    inferences = Reasoner(read_rules(), EVENT).infer(RECTIFICATION, frozenset({effect.id}))
    about = {i.conclusion.triple[1] for i in inferences if i.conclusion.subject == thing("product")}
    assert about == set()


HEADER = """#+ label = { zh = "规则", en = "Rule" }
#+ sentence = { zh = "因为", en = "because" }
#+ strength = "certain"
"""
BODY = """SELECT ?subject (fk:affectedBy AS ?property) ?value ?premise {
  ?premise fk:claimSubject ?subject ; fk:claimValue ?value
}"""


def rule_file(tmp_path: Path, text: str) -> Rule:
    path = tmp_path / "a-rule.rq"
    path.write_text(text, encoding="utf-8")
    return read_rule(path)


def test_a_rule_file_is_read(tmp_path: Path) -> None:
    """Header and variables become a rule called after its file."""
    rule = rule_file(tmp_path, HEADER + BODY)
    assert (rule.name, rule.premises, rule.label.zh) == ("a-rule", ("premise",), "规则")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        HEADER.replace("certain", "perhaps") + BODY,
        HEADER.replace('zh = "规则", ', "") + BODY,
        HEADER + BODY.replace("?premise {", "{"),
        HEADER + BODY.replace("?value", ""),
        HEADER + "SELECT ?subject",
        HEADER + "ASK { ?s ?p ?o }",
        "#+ label = \n" + BODY,
    ],
)
def test_what_is_no_rule_is_refused_with_its_file(tmp_path: Path, text: str) -> None:
    """Header, both languages, strength, conclusion and premises are all needed."""
    with pytest.raises(DefinitionProblem) as caught:
        rule_file(tmp_path, text)
    assert caught.value.where.file == "a-rule.rq"


def test_a_rule_can_not_reach_the_network(tmp_path: Path) -> None:
    """Rules are held to what queries are held to."""
    with pytest.raises(QueryRefused):
        rule_file(tmp_path, HEADER + BODY.replace("{", "{ SERVICE <http://example.org/> {") + "}")


def test_the_properties_that_premises_match_are_told(tmp_path: Path) -> None:
    """By name, or by the data of a variable; nothing where a rule leaves them open."""
    path = tmp_path / "a-rule.rq"
    body = """SELECT ?subject (fk:affectedBy AS ?property) ?value ?premise1 ?premise2 ?premise3 {
      VALUES ?of { fk:offers fk:targets }
      ?premise1 fk:claimProperty ?of ; fk:claimSubject ?subject .
      ?premise2 fk:claimProperty fk:partOf ; fk:claimSubject ?subject ; fk:claimValue ?value .
      ?premise3 fk:claimProperty ?any ; fk:claimSubject ?value .
    }"""
    path.write_text(HEADER + body, "utf-8")
    assert read_rule(path).matches == {
        "premise1": {fk("offers"), fk("targets")},
        "premise2": {fk("partOf")},
        "premise3": None,
    }
