"""Proofs in the provenance ontology of the W3C (PROV-O, Recommendation of 30 April 2013).

A claim is an entity; a use of a rule is an activity that used its premises, generated its
conclusion and followed the rule as its plan; a quote was quoted from its source, a citation is a
primary source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from finkg.catalogue.wording import Wording
from finkg.reasoning.proof import Leaf, Proof, Step
from finkg.vocabulary import LABEL, PREFIXES, TYPE, XSD_NON_NEGATIVE_INTEGER, fk

_PROV = "http://www.w3.org/ns/prov#"
_Triples = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]
#: Whoever follows the rules.
PROGRAM = NamedNode("https://w3id.org/finkg")


def _prov(name: str) -> NamedNode:
    return NamedNode(_PROV + name)


def prov(proofs: Iterable[Proof], wording: Wording) -> bytes:
    """The proofs as Turtle. The same proofs always give the same bytes."""
    triples = {t for proof in proofs for t in _proof(proof, wording)}
    ordered = sorted((Triple(*t) for t in triples), key=str)
    output = BytesIO()
    prefixes = {**PREFIXES, "prov": _PROV}
    serialize(ordered, output, RdfFormat.TURTLE, prefixes=prefixes)
    return output.getvalue()


def _proof(proof: Proof, wording: Wording) -> _Triples:
    claim = proof.claim
    yield claim, TYPE, _prov("Entity")
    for lang in ("zh", "en"):
        yield claim, LABEL, Literal(wording.statement(proof, lang), language=lang)
    for leaf in proof.evidence:
        yield from _leaf(claim, leaf)
    if proof.step:
        yield from _step(claim, proof.step, wording)


def _step(claim: NamedNode, step: Step, wording: Wording) -> _Triples:
    use, plan = step.inference, NamedNode(f"{step.inference.value}#plan")
    yield claim, _prov("wasGeneratedBy"), use
    yield use, TYPE, _prov("Activity")
    yield use, _prov("qualifiedAssociation"), plan
    yield plan, TYPE, _prov("Association")
    yield plan, _prov("agent"), PROGRAM
    yield plan, _prov("hadPlan"), step.rule
    yield PROGRAM, TYPE, _prov("SoftwareAgent")
    yield step.rule, TYPE, _prov("Plan")
    for premise in step.premises:
        yield use, _prov("used"), premise.claim
        yield claim, _prov("wasDerivedFrom"), premise.claim
        yield from _proof(premise, wording)


def _leaf(claim: NamedNode, leaf: Leaf) -> _Triples:
    yield leaf.source, TYPE, _prov("Entity")
    yield leaf.source, LABEL, Literal(leaf.title)
    if not leaf.supports:
        # PROV has no word for what speaks against a claim.
        return
    if not leaf.quote:
        yield claim, _prov("hadPrimarySource"), leaf.source
    for quote in filter(None, (leaf.quote, *leaf.contexts)):
        node = NamedNode(f"{leaf.source.value}#char={quote.start},{quote.end}")
        yield claim, _prov("wasDerivedFrom"), node
        yield node, TYPE, _prov("Entity")
        yield node, _prov("wasQuotedFrom"), leaf.source
        yield node, _prov("value"), Literal(quote.text)
        for term, place in ((fk("startOffset"), quote.start), (fk("endOffset"), quote.end)):
            yield node, term, Literal(str(place), datatype=XSD_NON_NEGATIVE_INTEGER)
