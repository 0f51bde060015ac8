"""Why the packaged graph says what it says: every minimal proof, and without which sources."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.graph import KnowledgeGraph
from finkg.reasoning.claims import Claims
from finkg.reasoning.proof import Proof
from finkg.vocabulary import local_name

ARTICLE = "internet-finance-cases"
HUABEI = ("huabei", "affectedBy", "ant-rectification")


def sources(proof: Proof) -> set[str]:
    return {local_name(leaf.source) for leaf in proof.leaves() if leaf.supports}


def conclusions(kg: KnowledgeGraph) -> list[NamedNode]:
    rows = kg.snapshot.rows("SELECT ?c { GRAPH layer:claims { ?c a fk:InferredClaim } }")
    return sorted((row["c"] for row in rows), key=str)


def test_one_proof_from_the_article_and_one_from_better_sources(kg: KnowledgeGraph) -> None:
    """That the rectification affected 花呗: each stands without the other."""
    found = [sources(proof) for proof in kg.why(*HUABEI)]
    assert {ARTICLE} in found
    assert any(ARTICLE not in named for named in found)


@pytest.mark.usefixtures("own_cache")
def test_without_either_the_other_proof_remains(
    kg: KnowledgeGraph, article: KnowledgeGraph
) -> None:
    """And without both nothing does."""
    assert all(sources(proof) == {ARTICLE} for proof in article.why(*HUABEI))
    assert article.why(*HUABEI)
    better = kg.without(ARTICLE)
    assert better.why(*HUABEI)
    assert not any(ARTICLE in sources(proof) for proof in better.why(*HUABEI))
    cut = kg.falls_without(kg.why(*HUABEI))[0]
    without = kg.without(*(source.value for source in cut))
    assert not without.why(*HUABEI)


def test_every_leaf_of_every_proof_is_a_quote_or_a_citation(kg: KnowledgeGraph) -> None:
    """A quote stands in its text at its offsets."""
    reader, text = Claims(kg.snapshot), kg.source_text(ARTICLE)
    assert text
    counted = 0
    for conclusion in conclusions(kg):
        for proof in reader.every_proof(conclusion):
            assert list(proof.leaves())
            for leaf in proof.leaves():
                counted += 1
                for quote in (leaf.quote, *leaf.contexts) if leaf.quote else ():
                    assert text[quote.start : quote.end] == quote.text
    assert counted > 1000


def test_no_conclusion_is_without_a_proof(kg: KnowledgeGraph) -> None:
    """Nor does one rest on another that rests on it."""
    reader = Claims(kg.snapshot)
    assert [c for c in conclusions(kg) if not reader.every_proof(c)] == []


@pytest.mark.usefixtures("own_cache")
def test_what_rests_on_one_source_falls_without_it(kg: KnowledgeGraph) -> None:
    """Computed anew without a source, the graph has lost exactly what was said to fall with it."""
    reader = Claims(kg.snapshot)
    source = kg.source(ARTICLE)
    falling = {
        conclusion
        for conclusion in conclusions(kg)
        if frozenset({source}) in reader.falls_without(reader.every_proof(conclusion))
    }
    assert falling
    left = set(conclusions(kg.without(ARTICLE)))
    assert {c for c in conclusions(kg) if c not in left} == falling


def test_the_graph_says_who_backs_a_statement(kg: KnowledgeGraph) -> None:
    """The sources of the evidence in support, a copy counted as what it copies: neither more nor
    less; and if it is one, that it is alone."""
    reader = Claims(kg.snapshot)
    alone = 0
    for claim in reader.pointing(v.TYPE, v.CLAIM):
        behind = set()
        for evidence in reader.nodes(claim, v.HAS_EVIDENCE):
            if reader.nodes(evidence, v.STANCE) == [v.fk("Supports")]:
                (source,) = reader.nodes(evidence, v.SOURCE)
                behind |= {*reader.nodes(source, v.COPY_OF)} or {source}
        assert {*reader.nodes(claim, v.BACKED_BY)} == behind
        assert {*reader.nodes(claim, v.BACKED_ONLY_BY)} == (behind if len(behind) == 1 else set())
        alone += len(behind) == 1
    assert alone > 500


def test_the_graph_says_what_is_drawn_from_one_source(kg: KnowledgeGraph) -> None:
    """All leaves of all of its proofs are of that source, but for what the editors decided."""
    reader, editors = Claims(kg.snapshot), kg.source("editors")
    told = 0
    for conclusion in conclusions(kg):
        for source in reader.nodes(conclusion, v.DRAWN_ONLY_FROM):
            told += 1
            grounds = {g for proof in reader.every_proof(conclusion) for g in proof.grounds()}
            behind = {s for ground in grounds for s in reader.independent(ground)}
            assert behind - {editors} == {source}
    assert told > 100


def test_the_graph_says_what_rests_on_one_source(kg: KnowledgeGraph) -> None:
    """As it follows from all minimal proofs: neither more nor less."""
    reader = Claims(kg.snapshot)
    for conclusion in conclusions(kg):
        cuts = reader.falls_without(reader.every_proof(conclusion))
        said = reader.nodes(conclusion, v.FALLS_WITHOUT)
        assert {*said} == {source for cut in cuts if len(cut) == 1 for source in cut}
