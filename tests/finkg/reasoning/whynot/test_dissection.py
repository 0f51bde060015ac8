"""A rule is cut into its parts, whatever words and constructs its query has."""

from __future__ import annotations

from finkg.vocabulary import fk

from ...evidence.facts import thing
from ...own import Own
from .trial import by_rule, only, rule, said

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
