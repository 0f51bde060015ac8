"""The names of our terms, as the program uses them. A test holds them against ontology/."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

ONTOLOGY: Final = "https://w3id.org/finkg/ns"
FK: Final = "https://w3id.org/finkg/ns#"
ID: Final = "https://w3id.org/finkg/id/"
GRAPH: Final = "https://w3id.org/finkg/graph/"
RULE: Final = "https://w3id.org/finkg/rule/"

#: Prefixes that every query knows without declaring them.
PREFIXES: Final = {
    "fk": FK,
    "id": ID,
    "layer": GRAPH,
    "rule": RULE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}


def fk(name: str) -> NamedNode:
    """The term of our ontology with this local name."""
    return NamedNode(FK + name)


def _outside(name: str) -> NamedNode:
    prefix, local = name.split(":")
    return NamedNode(PREFIXES[prefix] + local)


def local_name(term: NamedNode) -> str:
    """The part of an IRI after its last `#` or `/`."""
    return local_part(term.value)


def local_part(iri: str) -> str:
    """The same of an IRI as it is written."""
    return iri.rpartition("#" if "#" in iri else "/")[2]


TYPE: Final = _outside("rdf:type")
LABEL: Final = _outside("rdfs:label")
OWL_CLASS: Final = _outside("owl:Class")
OBJECT_PROPERTY: Final = _outside("owl:ObjectProperty")
DATATYPE_PROPERTY: Final = _outside("owl:DatatypeProperty")
SUBCLASS_OF: Final = _outside("rdfs:subClassOf")
DOMAIN: Final = _outside("rdfs:domain")
RANGE: Final = _outside("rdfs:range")
ALT_LABEL: Final = _outside("skos:altLabel")
DEFINITION: Final = _outside("skos:definition")
TITLE: Final = _outside("dcterms:title")
PUBLISHER: Final = _outside("dcterms:publisher")
ISSUED: Final = _outside("dcterms:issued")
LANGUAGE: Final = _outside("dcterms:language")
LICENSE: Final = _outside("dcterms:license")

XSD_DATE: Final = _outside("xsd:date")
XSD_YEAR_MONTH: Final = _outside("xsd:gYearMonth")
XSD_YEAR: Final = _outside("xsd:gYear")
XSD_DECIMAL: Final = _outside("xsd:decimal")
XSD_INTEGER: Final = _outside("xsd:integer")
XSD_NON_NEGATIVE_INTEGER: Final = _outside("xsd:nonNegativeInteger")
XSD_DURATION: Final = _outside("xsd:duration")
XSD_ANY_URI: Final = _outside("xsd:anyURI")
EDTF: Final = _outside("edtf:EDTF")

CLAIM: Final = fk("Claim")
INFERRED_CLAIM: Final = fk("InferredClaim")
CLAIM_SUBJECT: Final = fk("claimSubject")
CLAIM_PROPERTY: Final = fk("claimProperty")
CLAIM_VALUE: Final = fk("claimValue")
DETAIL: Final = fk("detail")
EARLIEST: Final = fk("earliest")
LATEST: Final = fk("latest")
VALID_FROM: Final = fk("validFrom")
VALID_TO: Final = fk("validTo")
AS_OF: Final = fk("asOf")
KIND: Final = fk("kind")
RANK: Final = fk("rank")
RANK_REASON: Final = fk("rankReason")
STANDING: Final = fk("standing")
HAS_EVIDENCE: Final = fk("evidence")
HAS_FLAG: Final = fk("flag")

EVIDENCE: Final = fk("Evidence")
QUOTED_EVIDENCE: Final = fk("QuotedEvidence")
CITED_EVIDENCE: Final = fk("CitedEvidence")
STANCE: Final = fk("stance")
SOURCE: Final = fk("source")
HAS_QUOTE: Final = fk("quote")
CONTEXT_QUOTE: Final = fk("contextQuote")
NOTE: Final = fk("note")
RECORDED_ON: Final = fk("recordedOn")
ROW_FILE: Final = fk("rowFile")
ROW_LINE: Final = fk("rowLine")

QUOTE: Final = fk("Quote")
EXACT_TEXT: Final = fk("exactText")
START_OFFSET: Final = fk("startOffset")
END_OFFSET: Final = fk("endOffset")
GLOSS: Final = fk("gloss")

SOURCE_DOCUMENT: Final = fk("SourceDocument")
CITATION: Final = fk("Citation")
ADDRESS: Final = fk("address")
RELIABILITY: Final = fk("reliability")
COPY_OF: Final = fk("copyOf")
SHA256: Final = fk("sha256")

FLAG: Final = fk("Flag")
FLAGGED_BY: Final = fk("flaggedBy")
DOUBTS: Final = fk("doubts")
DOUBTED_MENTION: Final = fk("doubtedMention")
COMPARED_WITH: Final = fk("comparedWith")
EXPLANATION: Final = fk("explanation")
PLAUSIBILITY_RULE: Final = fk("PlausibilityRule")
SEVERITY: Final = fk("severity")
FALLS_WITHOUT: Final = fk("fallsWithout")
BACKED_BY: Final = fk("backedBy")
BACKED_ONLY_BY: Final = fk("backedOnlyBy")
DRAWN_ONLY_FROM: Final = fk("drawnOnlyFrom")
AGREES_WITH: Final = fk("agreesWith")
CONTRADICTED_BY: Final = fk("contradictedBy")
DATED_MENTIONS: Final = fk("datedMentions")
DOUBTFUL_MENTIONS: Final = fk("doubtfulMentions")
AGREEMENTS: Final = fk("agreements")
CONTRADICTIONS: Final = fk("contradictions")
SUGGESTED_RELIABILITY: Final = fk("suggestedReliability")

INFERENCE: Final = fk("Inference")
USED_RULE: Final = fk("usedRule")
PREMISE: Final = fk("premise")
CONCLUDED: Final = fk("concluded")
RULE_CLASS: Final = fk("Rule")
SENTENCE: Final = fk("sentence")
STRENGTH: Final = fk("strength")

DISPUTE: Final = fk("Dispute")
DISPUTES: Final = fk("disputes")
DISPUTE_STATE: Final = fk("disputeState")
PREFERRED_SIDE: Final = fk("preferredSide")
REASON: Final = fk("reason")

IDENTITY_JUDGEMENT: Final = fk("IdentityJudgement")
JUDGED_ENTITY: Final = fk("judgedEntity")
IDENTITY_VERDICT: Final = fk("identityVerdict")
DECIDED_BY: Final = fk("decidedBy")
DECIDED_ON: Final = fk("decidedOn")

BROADER: Final = fk("broader")
DIFFERENT_FROM: Final = fk("differentFrom")
HAS_OBSERVATION: Final = fk("hasObservation")
HOLDS_SHARES_IN: Final = fk("holdsSharesIn")
DIRECTLY_AFFECTED_BY: Final = fk("directlyAffectedBy")
SINGLE_VALUED: Final = fk("singleValued")
COMPUTED: Final = fk("computed")
DETAIL_CLASS: Final = fk("detailClass")
VALUE_KIND: Final = fk("valueKind")
LASTING: Final = fk("lasting")
SINGLE_VALUE_METRIC: Final = fk("SingleValueMetric")
CUMULATIVE_METRIC: Final = fk("CumulativeMetric")
FOUNDED_ON: Final = fk("foundedOn")
MARKS: Final = fk("marks")
NOT_AFTER: Final = fk("notAfter")
LASTS_WITH: Final = fk("lastsWith")
NONE: Final = fk("None")
