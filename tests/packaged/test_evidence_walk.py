"""Nothing without evidence: from any triple down to quotes or citations, at any depth."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from finkg import vocabulary as v
from finkg.graph import KnowledgeGraph
from finkg.reasoning.claims import Claims, claims_of
from finkg.reasoning.proof import Leaf, Proof
from finkg.resources import packaged_workspace
from finkg.store.layers import Layer
from finkg.vocabulary import local_name

TEXT = packaged_workspace() / "sources" / "internet-finance-cases" / "text.txt"


def statements(kg: KnowledgeGraph, layer: Layer) -> list[Quad]:
    """The direct triples of a layer; those of a record belong to the claim that points to it."""
    found = [q for q in kg.snapshot.quads(layer) if isinstance(q.subject, NamedNode)]
    return [q for q in found if not local_name(q.subject).startswith(("o-", "h-", "x-"))]


def proofs(kg: KnowledgeGraph, quad: Quad) -> list[Proof]:
    subject, value = quad.subject, quad.object
    assert isinstance(subject, NamedNode)
    assert isinstance(value, NamedNode | Literal)
    reader = Claims(kg.snapshot)
    return [reader.prove(c) for c in claims_of(kg.snapshot, subject, quad.predicate, value)]


def stands(leaf: Leaf, text: str) -> bool:
    """A quote stands at its offsets in the stored text; a citation is said to be only that."""
    quotes = [q for q in (leaf.quote, *leaf.contexts) if q]
    return bool(leaf.title) and all(text[q.start : q.end] == q.text for q in quotes)


def test_every_triple_of_truth_leads_to_its_quote(kg: KnowledgeGraph) -> None:
    """Claim, evidence, quote: each is there, and the quote is the source's own text."""
    text = TEXT.read_text("utf-8")
    for quad in statements(kg, Layer.TRUTH):
        found = [p for p in proofs(kg, quad) if p.standing == "Accepted"]
        assert found, quad
        for proof in found:
            assert proof.evidence, quad
            assert all(stands(leaf, text) for leaf in proof.evidence), quad


def test_every_inferred_triple_leads_to_its_rule_and_premises(kg: KnowledgeGraph) -> None:
    """Inference, rule, premises, and so on down to quotes or citations."""
    text = TEXT.read_text("utf-8")
    inferred = statements(kg, Layer.INFERRED)
    assert inferred
    for quad in inferred:
        (proof,) = proofs(kg, quad)
        assert proof.step, quad
        assert proof.step.premises, quad
        leaves = list(proof.leaves())
        assert leaves, quad
        assert all(stands(leaf, text) for leaf in leaves), quad


def test_doubtful_and_opinions_lead_to_their_quotes_too(kg: KnowledgeGraph) -> None:
    """What is not in the plain view is as well evidenced as what is."""
    text = TEXT.read_text("utf-8")
    for layer in (Layer.DOUBTFUL, Layer.OPINIONS):
        for quad in statements(kg, layer):
            leaves = [leaf for proof in proofs(kg, quad) for leaf in proof.leaves()]
            assert leaves, quad
            assert all(stands(leaf, text) for leaf in leaves), quad


HOME_OF = {
    "Accepted": Layer.TRUTH,
    "Doubtful": Layer.DOUBTFUL,
    "OpinionStanding": Layer.OPINIONS,
}


def test_every_record_hangs_on_a_claim_of_its_layer(kg: KnowledgeGraph) -> None:
    """No half of a fact survives the other: a record stands where its claim does."""
    layers = {layer.iri: layer for layer in Layer}
    rows = kg.snapshot.rows(
        "SELECT ?record ?standing { GRAPH layer:claims {"
        " ?c fk:detail ?record ; fk:standing ?standing } }"
    )
    homes: dict[str, set[Layer]] = {}
    for row in rows:
        home = HOME_OF.get(local_name(row["standing"]), Layer.CLAIMS)
        homes.setdefault(row["record"].value, set()).add(home)
    for record, claimed in homes.items():
        quads = kg.snapshot.store.quads_for_pattern(NamedNode(record), None, None, None)
        found = {layers[q.graph_name] for q in quads if q.graph_name in layers}
        # Two kinds of saying may share a record; then it stands with the better.
        assert found == {min(claimed, key=list(Layer).index)}


def test_every_claim_knows_its_file_and_line(kg: KnowledgeGraph) -> None:
    """Each piece of evidence leads back to the row of the table that states it."""
    for quad in kg.snapshot.store.quads_for_pattern(None, v.HAS_EVIDENCE, None, Layer.CLAIMS.iri):
        assert isinstance(quad.object, NamedNode)
        row = kg.snapshot.row_of(quad.object)
        assert row, quad
        line = (packaged_workspace() / row[0]).read_text("utf-8").splitlines()[row[1] - 1]
        assert line


def test_layers_are_disjoint(kg: KnowledgeGraph) -> None:
    """A triple stands in one layer, so that no query counts it twice."""
    seen: set[tuple[object, object, object]] = set()
    for layer in Layer:
        triples = {(q.subject, q.predicate, q.object) for q in kg.snapshot.quads(layer)}
        assert not seen & triples, layer
        seen |= triples
