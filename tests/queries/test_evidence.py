"""Nothing without evidence: every row of every answer leads to what it rests on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from finkg.catalogue.question import Question
from finkg.reasoning.proof import Leaf, Proof, Quoted
from finkg.resources import packaged_workspace
from finkg.vocabulary import local_name

from .examples import required

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

_NO_STATEMENTS = {
    "evidence-of-statement",
    "sources",
    "sources-that-copy",
    "health-of-sources",
    "names-told-apart",
}


@cache
def _text(source: str) -> str:
    return (packaged_workspace() / "sources" / source / "text.txt").read_bytes().decode()


def _stands_in_text(quoted: Quoted, source: str) -> bool:
    return _text(source)[quoted.start : quoted.end] == quoted.text


def _sound(leaf: Leaf) -> bool:
    """A quote that stands in the stored text at its offsets, as do its contexts; or a citation."""
    source = local_name(leaf.source)
    quotes = [leaf.quote, *leaf.contexts] if leaf.quote else []
    return all(_stands_in_text(quoted, source) for quoted in quotes)


def _grounded(proof: Proof) -> bool:
    leaves = list(proof.leaves())
    return bool(leaves) and all(_sound(leaf) for leaf in leaves)


def test_every_row_leads_to_its_evidence(kg: KnowledgeGraph, stating: Question) -> None:
    """Each row has a proof, and each of its proofs ends in quotes of the text or in citations."""
    answer = kg.ask(stating.name, **required(stating))
    assert answer.rows
    for row in answer.rows:
        proofs = answer.evidence(row)
        assert proofs, row
        assert all(_grounded(proof) for proof in proofs), row


def test_questions_about_statements_say_which(question: Question) -> None:
    """Every question names the statements that support its rows, but those about evidence, and
    those that count."""
    counts = question.theme == "analysis"
    assert bool(question.evidence) == (question.name not in _NO_STATEMENTS and not counts)


def test_an_effect_is_proved_from_five_premises(article: KnowledgeGraph) -> None:
    """That the rectification affected 花呗 rests on five statements of the article, quoted."""
    answer = article.ask("products-affected-by-regulation", product="huabei")
    (proof,) = answer.evidence(answer.rows[0])
    assert proof.step
    assert local_name(proof.step.rule) == "requirement-on-its-activity"
    assert len(proof.step.premises) == 5
    assert {leaf.quote is not None for leaf in proof.leaves()} == {True}
