"""What would follow in the packaged graph, beside the graph built anew without a source."""

from __future__ import annotations

import pytest

from finkg.evidence.supposition import SUPPOSED
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import fk, local_name

from ..finkg.standings import COUNTING, counting

ARTICLE = "internet-finance-cases"


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize("source", [ARTICLE, "reuters-abc7-2020-12-27", "editors"])
def test_it_agrees_with_the_graph_without_a_source(kg: KnowledgeGraph, source: str) -> None:
    """Doubts that go with the source, disputes that it decided, and conclusions: all of it."""
    changes = {change.claim: change.after for change in kg.whatif(without=[source]).changes}
    supposed = {claim: changes.get(claim, standing) for claim, standing in counting(kg).items()}
    supposed |= changes
    assert {c: s for c, s in supposed.items() if s in COUNTING} == counting(kg.without(source))


def test_what_the_rectification_affected_stands_without_the_article(kg: KnowledgeGraph) -> None:
    """Better sources say it of 花呗; of what the article alone says it falls."""
    lost = kg.whatif(without=[ARTICLE]).lost
    affected = {local_name(c.proof.subject) for c in lost if c.proof.predicate == fk("affectedBy")}
    assert "huabei" not in affected
    assert "ant-fortune" in affected


def test_a_law_that_reached_payment(kg: KnowledgeGraph) -> None:
    """Scope follows and no effect: a law on an activity has not acted on any product yet."""
    found = kg.whatif(extend=[("pipl", "payment")])
    assert found.new
    assert {change.proof.predicate for change in found.new} == {fk("withinScopeOf")}
    for change in found.new:
        leaves = list(change.proof.leaves())
        assert SUPPOSED.id in {leaf.source for leaf in leaves}
        assert all(leaf.title for leaf in leaves)
