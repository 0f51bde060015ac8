"""Proofs as plain data, for JSON."""

from __future__ import annotations

from typing import Any

from finkg.catalogue.wording import Wording
from finkg.reasoning.proof import Leaf, Proof, Quoted
from finkg.vocabulary import local_name


def as_data(proof: Proof, wording: Wording) -> dict[str, Any]:
    """A proof as plain data, for JSON."""
    step = proof.step
    return {
        "claim": proof.claim.value,
        "subject": proof.subject.value,
        "property": proof.predicate.value,
        "value": proof.value.value,
        "zh": wording.sentence(proof, "zh"),
        "en": wording.sentence(proof, "en"),
        "record": proof.record.value if proof.record else None,
        "kind": proof.kind,
        "standing": proof.standing,
        "as_of": proof.times.as_of or None,
        "valid_from": proof.times.valid_from or None,
        "valid_to": proof.times.valid_to or None,
        "rank": proof.rank,
        "rank_reason": proof.rank_reason._asdict(),
        "sole_sources": list(proof.sole_sources),
        "disputes": [local_name(dispute) for dispute in proof.disputes],
        "flags": [
            {
                "rule": flag.rule.value.rpartition("/")[2],
                "part": flag.part,
                **flag.explanation._asdict(),
            }
            for flag in proof.flags
        ],
        "evidence": [_leaf_data(leaf) for leaf in proof.evidence],
        "rule": local_name(step.rule) if step else None,
        "surely_from": step.sure_from or None if step else None,
        "surely_until": step.sure_until or None if step else None,
        "premises": [as_data(premise, wording) for premise in step.premises] if step else [],
    }


def _leaf_data(leaf: Leaf) -> dict[str, Any]:
    def quoted(quote: Quoted) -> dict[str, Any]:
        return {"text": quote.text, "start": quote.start, "end": quote.end, "gloss": quote.gloss}

    return {
        "source": leaf.source.value,
        "title": leaf.title,
        "stance": "supports" if leaf.supports else "refutes",
        "quote": quoted(leaf.quote) if leaf.quote else None,
        "contexts": [quoted(context) for context in leaf.contexts],
        "note": leaf.note,
        "row": str(leaf.row) if leaf.row else None,
    }
