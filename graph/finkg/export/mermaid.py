"""Proofs as Mermaid flowcharts (mermaid.js.org, Flowcharts): quotes above, the conclusion below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from finkg.catalogue.wording import Wording
from finkg.errors import Language
from finkg.reasoning.proof import Leaf, Proof, Step
from finkg.vocabulary import local_name

#: Characters that mean something in a label, as Mermaid's entity codes.
_CODES = str.maketrans(
    {
        "#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "&": "#amp;",
        "\\": "#92;", "\n": " ", "\r": " ",
    }
)  # fmt: skip


def mermaid(proofs: Iterable[Proof], wording: Wording, lang: Language) -> str:
    """One flowchart of all proofs: a claim, a use of a rule or a source stands in it once."""
    lines = dict.fromkeys(line for proof in proofs for line in _Chart(wording, lang).lines(proof))
    return "\n".join(["flowchart TD", *(f"  {line}" for line in lines)]) + "\n"


class _Chart:
    def __init__(self, wording: Wording, lang: Language) -> None:
        self._wording = wording
        self._lang = lang

    def lines(self, proof: Proof) -> Iterator[str]:
        claim = _name(proof.claim)
        yield f'{claim}["{_label(self._wording.statement(proof, self._lang))}"]'
        for number, leaf in enumerate(proof.evidence):
            yield f'{claim}_e{number}[/"{_label(_said(leaf))}"/]'
            arrow = "-->" if leaf.supports else "-. ✗ .->"
            yield f"{claim}_e{number} {arrow} {claim}"
        if proof.step:
            yield from self._step(proof.step, proof, claim)

    def _step(self, step: Step, proof: Proof, claim: str) -> Iterator[str]:
        sentence = step.sentence_zh if self._lang == "zh" else step.sentence_en
        told = sentence.format(
            subject=self._wording.term(proof.subject, self._lang),
            value=self._wording.term(proof.value, self._lang),
        )
        use = _name(step.inference)
        yield f'{use}{{{{"{_label(told)}"}}}}'
        yield f"{use} --> {claim}"
        for premise in step.premises:
            yield from self.lines(premise)
            yield f"{_name(premise.claim)} --> {use}"


def _name(node: NamedNode) -> str:
    return local_name(node).replace("-", "_")


def _said(leaf: Leaf) -> str:
    if not leaf.quote:
        return leaf.title
    return f"「{leaf.quote.text}」 {leaf.title} [{leaf.quote.start}–{leaf.quote.end}]"


def _label(words: str) -> str:
    return words.translate(_CODES)
