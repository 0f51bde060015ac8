"""As many premises of a rule are matched as there are, and conditions on what is there alone."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal

from finkg.reasoning.whynot.nearest import why_not
from finkg.vocabulary import fk

from ...evidence.facts import thing
from ...own import Own
from .trial import by_rule, only, rule, said, told


def test_one_of_several_properties_will_do(own: Own) -> None:
    """The notice took the place of another or, for all that anybody says, put an end to it."""
    missing = only(
        own.build().why_not("law", "succeeds", "law-before"), "superseding-is-succession"
    )
    assert [said(m) for m in missing.missing] == [("law", "repeals|supersedes", "law-before")]


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
