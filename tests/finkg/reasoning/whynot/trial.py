"""What the tests of why-not share: a small workspace, rules on trial, and words for what comes."""

from __future__ import annotations

from pyoxigraph import NamedNode

from finkg.graph import KnowledgeGraph
from finkg.reasoning.whynot.shortfall import Attempt, Missing, Near, WhyNot
from finkg.store.layers import Layer
from finkg.vocabulary import CLAIM_PROPERTY, CLAIM_SUBJECT, CLAIM_VALUE, local_name

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
