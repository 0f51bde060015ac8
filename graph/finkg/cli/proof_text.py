"""Proofs as a tree of lines: statements, rules, and quotes at the leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from finkg.catalogue.wording import Wording, when
from finkg.errors import Text
from finkg.evidence.supposition import SUPPOSED
from finkg.reasoning.proof import Leaf, Proof, Quoted, Step
from finkg.store.names import Names
from finkg.vocabulary import local_name

STANDINGS = {
    "Accepted": Text("成立", "accepted"),
    "Doubtful": Text("存疑", "doubtful"),
    "Outranked": Text("另有更优说法", "outranked"),
    "Deprecated": Text("已弃用", "deprecated"),
    "OpinionStanding": Text("观点", "opinion"),
    "TimeUnknown": Text("当日是否成立不明", "not known to hold on the day"),
    "NotHolding": Text("当日不成立", "not holding on the day"),
}


class ProofText:
    """Words a proof in one language."""

    def __init__(self, wording: Wording, names: Names, lang: str) -> None:
        self._wording = wording
        self._names = names
        self._lang = lang

    def _say(self, zh: str, en: str) -> str:
        return Text(zh, en).in_language(self._lang)

    def statement(self, proof: Proof) -> str:
        """Subject, property, value in words, with a mark where it is not accepted."""
        words = self._wording.statement(proof, self._lang)
        if proof.standing == "Accepted":
            return words
        mark = STANDINGS[proof.standing].in_language(self._lang)
        return f"{words}{self._say(f'〔{mark}〕', f' [{mark}]')}"

    def lines(self, proof: Proof, indent: str = "", mark: str = "") -> Iterator[str]:
        """The tree below and with a statement, which may bear a mark."""
        record = f"  {local_name(proof.record)}" if proof.record else ""
        yield f"{indent}{mark}{self.statement(proof)}{record}"
        deeper = indent + "    "
        for flag in proof.flags:
            yield f"{deeper}⚠ {flag.explanation.in_language(self._lang)}"
        if proof.disputes or proof.rank != "NormalRank" or proof.standing == "Outranked":
            yield f"{deeper}⚖ {proof.rank_reason.in_language(self._lang)}"
        if proof.sole_sources:
            titles = "".join(f"《{t}》" for t in proof.sole_sources)
            quoted = ", ".join(f"“{t}”" for t in proof.sole_sources)
            yield f"{deeper}※ {self._say(f'缺此不立：{titles}', f'falls without {quoted}')}"
        for leaf in proof.evidence:
            yield from self.leaf(leaf, deeper)
        if proof.step:
            sentence = self._say(proof.step.sentence_zh, proof.step.sentence_en).format(
                subject=self._wording.term(proof.subject, self._lang),
                value=self._wording.term(proof.value, self._lang),
            )
            rule = local_name(proof.step.rule)
            yield f"{deeper}∵ {sentence}{self._say(f'（规则 {rule}）', f' (rule {rule})')}"
            yield f"{deeper}  {self._duration(proof.step)}"
            for premise in proof.step.premises:
                yield from self.lines(premise, deeper + "  ")

    def _duration(self, step: Step) -> str:
        """From when and until when a conclusion surely holds."""
        start, end = step.sure_from, step.sure_until
        if not start:
            return self._say("何时成立：不明", "when it holds: unknown")
        if start == date.min.isoformat():
            start = ""
        if not start and not end:
            return self._say("何时成立：始终", "when it holds: at all times")
        clause = when("", start, end, lang=self._lang).strip(" （）()")
        return self._say(f"何时成立：{clause}", f"when it holds: {clause}")

    def leaf(self, leaf: Leaf, indent: str) -> Iterator[str]:
        """A quote with its contexts, gloss and source; or a citation, said to be only that."""
        against = "" if leaf.supports else self._say("反对：", "against: ")
        place = f"{leaf.row}" if leaf.row else ""
        if leaf.source == SUPPOSED.id:
            supposed = self._say("假设如此，没有来源这样说", "supposed; no source says so")
            yield f"{indent}{supposed} {place}".rstrip()
            return
        if not leaf.quote:
            cited = self._say("仅引证，未存原文", "cited only, its text is not held")
            yield f"{indent}{against}{leaf.title} ({cited}) {place}".rstrip()
            return
        yield f"{indent}{against}{self._quoted(leaf.quote)}"
        gloss = leaf.quote.gloss
        if gloss and self._lang == "en":
            yield f"{indent}  ≈ {gloss}"
        for context in leaf.contexts:
            yield f"{indent}  … {self._quoted(context)}"
        yield f"{indent}  — {leaf.title} [{leaf.quote.start}–{leaf.quote.end}] {place}".rstrip()

    def _quoted(self, quote: Quoted) -> str:
        return f"「{quote.text}」"


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
