"""Why not: what a rule lacked is told, and with what is missing it draws the conclusion."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from finkg.evidence.claim import Claim
from finkg.graph import KnowledgeGraph
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.rule import read_rules
from finkg.reasoning.whynot.nearest import DEPTH, MATCHES, RULES, why_not
from finkg.reasoning.whynot.shortfall import Attempt, Hindrance, Missing, Near, WhyNot
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
from ...own import Own

ENTITIES = {
    "law": "Regulation",
    "law-before": "Regulation",
    "draft": "DraftInstrument",
    "crackdown": "RegulatoryEvent",
    "bank": "Bank",
    "card": "FinancialProduct",
    "payment": "BusinessActivity",
    "credit": "BusinessActivity",
    "rule-one": "RegulatoryRequirement",
    "group": "Company",
    "old-group": "Company",
}
HEADER = """#+ label = { zh = "试", en = "Trial" }
#+ sentence = { zh = "{subject}与{value}。", en = "{subject} and {value}." }
#+ strength = "plausible"
"""


@pytest.fixture
def own(tmp_path: Path) -> Own:
    workspace = Own(tmp_path / "own", ENTITIES)
    workspace.source("press", "medium")
    return workspace


def rule(own: Own, name: str, query: str) -> None:
    own.write(f"rules/{name}.rq", HEADER + query)


def by_rule(found: WhyNot) -> dict[str, Near]:
    return {near.rule.name: near for near in found.nearest}


def only(found: WhyNot, name: str) -> Attempt:
    """The one match of a rule."""
    (attempt,) = by_rule(found)[name].attempts
    return attempt


def said(missing: Missing) -> tuple[str, str, str]:
    """A missing premise by its names; nothing where it is open."""
    value = missing.value
    return (
        local_name(missing.subject) if missing.subject else "",
        "|".join(map(local_name, missing.properties)),
        local_name(value) if isinstance(value, NamedNode) else "",
    )


def told(kg: KnowledgeGraph, claim: NamedNode) -> str:
    """A claim, as “subject property value”."""
    quads = kg.snapshot.store.quads_for_pattern
    terms = (
        next(quads(claim, p, None, Layer.CLAIMS.iri)).object
        for p in (CLAIM_SUBJECT, CLAIM_PROPERTY, CLAIM_VALUE)
    )
    return " ".join(local_name(t) for t in terms if isinstance(t, NamedNode))


def test_what_is_there_and_what_is_missing(own: Own) -> None:
    """A law regulates payment; that the card is payment is all that scope lacks."""
    own.says("press", "law regulatesActivity payment")
    kg = own.build()
    attempt = only(kg.why_not("card", "withinScopeOf", "law"), "scope-by-activity")
    assert [told(kg, claim) for claim in attempt.there] == ["law regulatesActivity payment"]
    assert [said(missing) for missing in attempt.missing] == [("card", "hasActivity", "payment")]
    assert attempt.unmet == ()
    assert attempt.hindrance is None


def test_the_rule_that_lacks_least_comes_first(own: Own) -> None:
    """Of rules that lack one premise that which has one there goes before that which has none; a
    rule that lacks two comes last."""
    own.says("press", "law regulatesActivity payment")
    names = [near.rule.name for near in own.build().why_not("card", "withinScopeOf", "law").nearest]
    assert names == ["scope-by-activity", "affected-is-in-scope", "scope-by-data"]


def test_a_draft_fails_the_condition_on_its_class(own: Own) -> None:
    """All premises are there; a draft is no legal instrument."""
    own.says("press", "draft regulatesActivity payment")
    own.says("press", "card hasActivity payment")
    attempt = only(own.build().why_not("card", "withinScopeOf", "draft"), "scope-by-activity")
    assert attempt.missing == ()
    (unmet,) = attempt.unmet
    assert (unmet.term, unmet.classes) == (thing("draft"), (fk("LegalInstrument"),))
    assert unmet.sparql == "?value a/rdfs:subClassOf* fk:LegalInstrument"


def uncounted(kg: KnowledgeGraph, *goal: str) -> list[str]:
    """What is said of the one missing premise of the nearest rule, and does not count."""
    (missing,) = kg.why_not(*goal).nearest[0].attempts[0].missing
    return [told(kg, claim) for claim in missing.not_counted]


def test_an_opinion_is_there_and_does_not_count(own: Own) -> None:
    """A commentator says whom the crackdown targets."""
    own.says("press", "crackdown targets card", kind="opinion")
    assert uncounted(own.build(), "card", "affectedBy", "crackdown") == ["crackdown targets card"]


def test_a_deprecated_claim_is_there_and_does_not_count(own: Own) -> None:
    """People judged the statement out."""
    own.says("press", "crackdown targets card")
    own.judge("crackdown targets card", "deprecated")
    assert uncounted(own.build(), "card", "affectedBy", "crackdown") == ["crackdown targets card"]


def test_an_outranked_claim_is_there_and_does_not_count(own: Own) -> None:
    """A better source names another parent."""
    own.source("gazette", "high")
    own.says("press", "bank parentOrganization old-group")
    own.says("gazette", "bank parentOrganization group")
    found = uncounted(own.build(), "bank", "memberOfGroup", "old-group")
    assert found == ["bank parentOrganization old-group"]


def test_what_is_said_comes_nearer_than_what_nobody_says(own: Own) -> None:
    """Both rules lack one premise; the one of which a source says so, if as an opinion, is first,
    though the other has a premise there."""
    own.says("press", "rule-one appliesTo card")
    own.says("press", "crackdown targets card", kind="opinion")
    found = own.build().why_not("card", "affectedBy", "crackdown")
    names = [near.rule.name for near in found.nearest]
    assert names[:2] == ["target-of-regulatory-event", "requirement-names-it"]


def test_what_a_doubtful_premise_gives_is_there(own: Own) -> None:
    """A claim that a peer denies is doubtful, and a premise all the same."""
    own.source("other", "medium")
    own.says("press", "law regulatesActivity payment")
    own.says("other", "law regulatesActivity payment", stance="refutes")
    attempt = only(own.build().why_not("card", "withinScopeOf", "law"), "scope-by-activity")
    assert len(attempt.there) == 1


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize(("kind", "rank"), [("opinion", ""), ("", "deprecated"), ("", "")])
def test_as_of_a_day_what_does_not_hold_may_be_there(own: Own, kind: str, rank: str) -> None:
    """In 2013 nobody is targeted yet. A fact is a premise all the same, for what it brought about
    may have stayed; an opinion or what was judged out is none on any day."""
    own.says("press", "law regulatesActivity payment", kind=kind, valid_from="2015")
    if rank:
        own.judge("law regulatesActivity payment", rank)
    found = own.build().as_of("2013-01-01").why_not("card", "withinScopeOf", "law")
    there = len(only(found, "scope-by-activity").there)
    assert there == (0 if kind or rank else 1)


def test_premises_that_never_hold_together(own: Own) -> None:
    """The card was closed before the law took effect: nothing is missing but a common day."""
    own.says("press", "law regulatesActivity payment")
    own.says("press", "law effectiveOn 2014-01-01")
    own.says("press", "card hasActivity payment")
    own.says("press", "card closedOn 2012-01-01")
    kg = own.build()
    attempt = only(kg.why_not("card", "withinScopeOf", "law"), "scope-by-activity")
    assert (attempt.missing, attempt.unmet) == ((), ())
    assert attempt.hindrance is Hindrance.NEVER_TOGETHER
    dates = {told(kg, claim) for claim in attempt.dates}
    assert dates == {"card closedOn", "law effectiveOn"}


def test_a_rule_does_not_bring_back_what_was_judged(own: Own) -> None:
    """People deprecated the membership that a source states; the premise of the rule stands."""
    own.says("press", "bank parentOrganization group")
    own.says("press", "bank memberOfGroup group")
    own.judge("bank memberOfGroup group", "deprecated")
    kg = own.build()
    found = kg.why_not("bank", "memberOfGroup", "group")
    assert only(found, "parent-makes-group").hindrance is Hindrance.JUDGED
    assert [told(kg, claim) for claim in found.claims] == ["bank memberOfGroup group"]


def test_what_stands_lacks_nothing(own: Own) -> None:
    """A statement that the graph has is no part of the answer, nor is it where no value is asked
    for."""
    own.says("press", "crackdown targets card")
    kg = own.build()
    found = kg.why_not("card", "affectedBy", "crackdown")
    assert found.nearest == ()
    assert len(found.claims) == 1
    anything = kg.why_not("card", "affectedBy")
    values = {a.value for near in anything.nearest for a in near.attempts}
    assert thing("crackdown") not in values


def test_one_of_several_properties_will_do(own: Own) -> None:
    """The notice took the place of another or, for all that anybody says, put an end to it."""
    missing = only(
        own.build().why_not("law", "succeeds", "law-before"), "superseding-is-succession"
    )
    assert [said(m) for m in missing.missing] == [("law", "repeals|supersedes", "law-before")]


def test_a_property_that_no_rule_concludes(own: Own) -> None:
    """Nothing comes near; a source has to state it."""
    found = own.build().why_not("bank", "offers", "card")
    assert (found.of, found.nearest, found.statable) == (0, (), True)


def test_what_is_unknown_twice_has_one_name(own: Own) -> None:
    """Some product that the bank offers, and which the law affected: one and the same."""
    attempt = only(own.build().why_not("bank", "exposedTo", "law"), "exposure-by-product")
    assert [said(m) for m in attempt.missing] == [("bank", "offers", ""), ("", "affectedBy", "law")]
    assert [m.variables for m in attempt.missing] == [("subject", "product"), ("product", "value")]


def test_without_a_value_what_is_there_binds_it(own: Own) -> None:
    """Of all that regulates what the card is, the draft is no instrument; the law is in force."""
    own.says("press", "card hasActivity payment")
    own.says("press", "law regulatesActivity payment")
    own.says("press", "draft regulatesActivity payment")
    attempt = only(own.build().why_not("card", "withinScopeOf"), "scope-by-activity")
    assert (attempt.value, attempt.missing) == (thing("draft"), ())
    assert [unmet.term for unmet in attempt.unmet] == [thing("draft")]


def test_what_has_nothing_to_do_with_the_ends_is_not_there(own: Own) -> None:
    """That some law regulates credit brings a card of which nothing is known no nearer."""
    own.says("press", "law regulatesActivity credit")
    found = own.build().why_not("card", "withinScopeOf")
    assert by_rule(found).keys() >= {"scope-by-activity"}
    assert {a.there for near in found.nearest for a in near.attempts} == {()}


def test_an_end_that_the_property_does_not_take_is_told(own: Own) -> None:
    """A card supersedes nothing: the ontology asks for a document."""
    found = own.build().why_not("card", "succeeds", "law")
    attempts = by_rule(found)["superseding-is-succession"].attempts
    for unmet in (u for a in attempts for u in a.unmet):
        assert unmet.term == thing("card")
        assert unmet.of in (fk("supersedes"), fk("repeals"))
    assert all(a.unmet for a in attempts)
    plain = own.build().why_not("law", "succeeds", "draft")
    assert any(not a.unmet for a in by_rule(plain)["superseding-is-succession"].attempts)


def deeper(found: WhyNot) -> list[WhyNot]:
    return [
        m.why_not
        for near in found.nearest
        for attempt in near.attempts
        for m in attempt.missing
        if m.why_not
    ]


def test_a_missing_premise_is_asked_in_turn(own: Own) -> None:
    """Scope lacks the activity; the activity lacks that its narrower one is a kind of it."""
    own.says("press", "law regulatesActivity payment")
    own.says("press", "card hasActivity credit")
    found = own.build().why_not("card", "withinScopeOf", "law")
    (below,) = deeper(replace(found, nearest=found.nearest[:1]))
    assert (below.subject, below.predicate, below.value) == (
        thing("card"),
        fk("hasActivity"),
        thing("payment"),
    )
    (missing,) = only(below, "activity-is-also-broader").missing
    assert said(missing) == ("credit", "broader", "payment")


def test_what_needs_the_conclusion_itself_comes_no_nearer(own: Own) -> None:
    """That the law would succeed something if it succeeded something is no help."""
    found = own.build().why_not("law", "succeeds")
    assert found.of == 3
    assert by_rule(found).keys() == {"superseding-is-succession", "regulator-succeeds-predecessor"}


@pytest.mark.parametrize("links", [2, 6])
def test_questions_go_no_deeper_and_in_no_circle(own: Own, links: int) -> None:
    """A chain of rules is followed two levels down; a circle of rules ends where it began."""
    names = ["reliesOn", "offers", "partOf", "faces", "exemplifies", "hasTrend"][:links]
    for place, name in enumerate(names):
        premise = names[(place + 1) % len(names)]
        rule(
            own,
            f"trial-{name.lower()}",
            f"""
SELECT ?subject (fk:{name} AS ?property) ?value ?premise WHERE {{
  ?premise fk:claimSubject ?subject ; fk:claimProperty fk:{premise} ; fk:claimValue ?value }}""",
        )
    level, depth, seen = [own.build().why_not("bank", names[0], "card")], 0, set[NamedNode]()
    while level:
        seen |= {found.predicate for found in level}
        level = [below for found in level for below in deeper(found)]
        depth += 1
    assert depth == len(seen) == min(len(names), 1 + DEPTH)


ODD = """PREFIX x: <https://w3id.org/finkg/ns#>   # SELECT { nothing }
SELECT ?subject (x:exposedTo AS ?property) ?value ?premise1 ?premise2 WHERE {
  BIND (x:regulatesActivity AS ?regulates)  # what it does }
  { ?premise1 x:claimSubject ?value ; x:claimProperty ?regulates ; x:claimValue ?what }
  UNION { ?premise1 x:claimSubject ?value ; x:claimProperty x:targets ; x:claimValue ?what }
  ?premise2 x:claimSubject ?subject . # the product
  ?premise2 x:claimProperty x:hasActivity ; x:claimValue ?what .
  FILTER (?subject != ?value) # not itself
  FILTER EXISTS { ?value a ?unwanted }
  ?value a/rdfs:subClassOf* ?wanted .
} VALUES ?wanted { x:LegalInstrument }"""


def test_all_that_a_rule_may_say_is_understood(own: Own) -> None:
    """Unions, BIND, prefixes and comments of one's own, a premise in two parts, VALUES behind."""
    rule(own, "odd", ODD)
    own.says("press", "law regulatesActivity payment")
    near = by_rule(own.build().why_not("bank", "exposedTo", "law"))["odd"]
    (missing,) = near.attempts[0].missing
    assert said(missing) == ("bank", "hasActivity", "payment")
    assert near.attempts[0].unmet == ()
    own.says("press", "draft regulatesActivity payment")
    own.says("press", "bank hasActivity payment")
    kg = own.build()
    assert kg.why_not("bank", "exposedTo", "law").claims
    attempt = only(kg.why_not("bank", "exposedTo", "draft"), "odd")
    (unmet,) = attempt.unmet
    assert (unmet.term, unmet.classes) == (thing("draft"), (fk("LegalInstrument"),))


def test_a_premise_that_is_a_union_is_missing_as_a_whole(own: Own) -> None:
    """It says no one triple, so its SPARQL stands for it."""
    rule(own, "odd", ODD)
    own.says("press", "bank hasActivity payment")
    (missing,) = only(own.build().why_not("bank", "exposedTo", "law"), "odd").missing
    assert missing.sparql.startswith("{ ?premise1 x:claimSubject ?value")
    assert (missing.subject, missing.properties, missing.value) == (None, (), None)


FILTERED = """
SELECT ?subject (fk:exposedTo AS ?property) ?value ?premise1 ?premise2 WHERE {
  ?premise1 fk:claimSubject ?value ; fk:claimProperty fk:regulatesActivity ; fk:claimValue ?what .
  ?premise2 fk:claimSubject ?subject ; fk:claimProperty fk:hasActivity ; fk:claimValue ?what .
  ?value a ?cls . ?cls rdfs:subClassOf fk:PolicyDocument .
  FILTER (?what != id:payment)
}"""


def test_a_filter_on_what_is_missing_is_left_open(own: Own) -> None:
    """Which activity it would be is not known, so nothing is said against it."""
    rule(own, "filtered", FILTERED)
    attempt = only(own.build().why_not("bank", "exposedTo", "draft"), "filtered")
    assert len(attempt.missing) == 2
    assert attempt.unmet == ()


def test_a_filter_on_what_is_there_is_asked(own: Own) -> None:
    """The activity is payment, of all."""
    rule(own, "filtered", FILTERED)
    own.says("press", "draft regulatesActivity payment")
    attempt = only(own.build().why_not("bank", "exposedTo", "draft"), "filtered")
    assert [unmet.sparql for unmet in attempt.unmet] == ["FILTER (?what != id:payment)"]


def test_conditions_are_met_together_or_not(own: Own) -> None:
    """The event has a class, and some class is right below that of documents; none is both."""
    rule(own, "filtered", FILTERED)
    attempt = only(own.build().why_not("bank", "exposedTo", "crackdown"), "filtered")
    told = [unmet.sparql for unmet in attempt.unmet if not unmet.of]
    assert told == ["?cls rdfs:subClassOf fk:PolicyDocument"]


def test_much_is_cut_and_said_to_be(own: Own) -> None:
    """Of many activities three are told; of several rules three."""
    for number in range(5):
        own.write(f"entities/more-{number}.csv", f"{COLUMNS}\nkind-{number},BusinessActivity,"
                  f"业{number},Kind {number},,,\n")  # fmt: skip
        own.says("press", f"law regulatesActivity kind-{number}")
    found = own.build().why_not("card", "withinScopeOf", "law")
    assert found.cut
    assert len(found.nearest) == RULES < found.of
    near = by_rule(found)["scope-by-activity"]
    assert near.cut
    assert len(near.attempts) == MATCHES
    assert not by_rule(found)["affected-is-in-scope"].cut


COLUMNS = "id,type,label_zh,label_en,aliases,broader,note"


def test_the_answer_repeats(own: Own, tmp_path: Path) -> None:
    """The same statements in another order of files give the same answer."""
    other = Own(tmp_path / "other", dict(reversed(ENTITIES.items())))
    other.source("press", "medium")
    statements = [f"law regulatesActivity {a}" for a in ("payment", "credit")]
    statements += ["bank offers card", "crackdown targets bank", "crackdown imposes rule-one"]
    for workspace, ordered in ((own, statements), (other, statements[::-1])):
        for statement in ordered:
            workspace.says("press", statement)
    graphs = own.build(), other.build()
    for question in (("withinScopeOf", "law"), ("affectedBy", "crackdown"), ("affectedBy",)):
        one, two = (stripped(kg.why_not("card", *question)) for kg in graphs)
        assert one == two


def stripped(found: WhyNot) -> list[tuple[str, tuple[Attempt, ...]]]:
    return [(near.rule.name, near.attempts) for near in found.nearest]


HOSTILE = [
    '"quoted" {brace} }',
    "a\\b\n'c' # d",
    "} UNION { ?s ?p ?o",
    "?value . <x:y>",
    "{subject}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_value_is_taken_for_a_piece_of_a_query(own: Own, text: str) -> None:
    """Quotes, braces and comments in a value are matched as they stand."""
    rule(
        own,
        "names",
        """
SELECT ?subject (fk:describedAs AS ?property) ?value ?premise1 ?premise2 WHERE {
  ?premise1 fk:claimSubject ?subject ; fk:claimProperty fk:legalName ; fk:claimValue ?value .
  ?premise2 fk:claimSubject ?subject ; fk:claimProperty fk:offers ; fk:claimValue ?any . }""",
    )
    own.says("press", "bank offers card")
    kg = own.build()
    folders = [folder for folder, _ in kg.snapshot.inputs]
    goal = thing("bank"), fk("describedAs"), Literal(text)
    attempt = only(why_not(kg.snapshot, folders, *goal), "names")
    assert [told(kg, claim) for claim in attempt.there] == ["bank offers card"]
    (missing,) = attempt.missing
    assert missing.value == Literal(text)


# ==== On generated claims

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
