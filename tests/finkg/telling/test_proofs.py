"""A proof in words is a tree that ends in what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from finkg.graph import KnowledgeGraph
from finkg.reasoning.proof import Proof
from finkg.telling.proofs import Part, ProofText, Told

LEAVES = {Part.QUOTE, Part.CITATION, Part.SUPPOSED}


def every(told: Told) -> Iterator[Told]:
    yield told
    for each in told.below:
        yield from every(each)


@pytest.fixture(scope="module")
def proofs(kg: KnowledgeGraph) -> list[Proof]:
    """Conclusions and stated claims, accepted, doubted and disputed ones."""
    return [*kg.why("huabei", "affectedBy"), *kg.show("yuebao").statements]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_leaf_is_told_once(kg: KnowledgeGraph, proofs: list[Proof], lang: str) -> None:
    """In the proof's own order; a quote with its source and offsets below it."""
    text = ProofText(kg.wording, lang)
    for proof in proofs:
        found = [each for each in every(text.told(proof)) if each.part in LEAVES]
        leaves = [*proof.leaves()]
        assert len(found) == len(leaves)
        for told, leaf in zip(found, leaves, strict=True):
            if leaf.quote:
                (source,) = (each for each in told.below if each.part is Part.SOURCE)
                assert leaf.quote.text in told.text
                assert source.text == f"{leaf.title} [{leaf.quote.start}–{leaf.quote.end}]"
                assert source.aside == str(leaf.row)
            else:
                assert leaf.title in told.text


def test_both_languages_tell_the_same(kg: KnowledgeGraph, proofs: list[Proof]) -> None:
    """Part by part; only a gloss, which translates a quote, is for English readers alone."""
    for proof in proofs:
        zh, en = (
            [each.part for each in every(ProofText(kg.wording, lang).told(proof))]
            for lang in ("zh", "en")
        )
        assert zh == [part for part in en if part is not Part.GLOSS]


def test_lines_are_the_tree_indented(kg: KnowledgeGraph, proofs: list[Proof]) -> None:
    """Each line once, in order, further in than what it stands below."""
    for proof in proofs:
        told = ProofText(kg.wording, "en").told(proof)
        lines = [*told.lines()]
        assert [line.strip() for line in lines] == [each.line.strip() for each in every(told)]
        assert [n for n, line in enumerate(lines) if not line.startswith(" ")] == [0]
