"""Proofs in words: a tree of statements, rules and doubts, its leaves quotes and citations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from finkg.catalogue.wording import Wording, when
from finkg.errors import Text
from finkg.evidence.supposition import SUPPOSED
from finkg.reasoning.proof import Leaf, Proof, Quoted, Step
from finkg.vocabulary import local_name

STANDINGS: Final = {
    "Accepted": Text("成立", "accepted"),
    "Doubtful": Text("存疑", "doubtful"),
    "Outranked": Text("未采信", "outranked"),
    "Deprecated": Text("已弃用", "deprecated"),
    "OpinionStanding": Text("观点", "opinion"),
    "TimeUnknown": Text("当日是否成立不明", "not known to hold on the day"),
    "NotHolding": Text("当日不成立", "not holding on the day"),
}


class Part(StrEnum):
    """What a line of a proof tells."""

    STATEMENT = "statement"
    DOUBT = "doubt"
    RANK = "rank"
    SOLE_SOURCES = "sole-sources"
    RULE = "rule"
    DURATION = "duration"
    QUOTE = "quote"
    GLOSS = "gloss"
    CONTEXT = "context"
    SOURCE = "source"
    CITATION = "citation"
    SUPPOSED = "supposed"

    @property
    def mark(self) -> str:
        """What stands before such a line."""
        return _MARKS.get(self, "")


_MARKS: Final = {
    Part.DOUBT: "⚠ ",
    Part.RANK: "⚖ ",
    Part.SOLE_SOURCES: "※ ",
    Part.RULE: "∵ ",
    Part.GLOSS: "≈ ",
    Part.CONTEXT: "… ",
    Part.SOURCE: "— ",
}


class Told(NamedTuple):
    """A line of a proof, and the lines below it."""

    part: Part
    text: str
    #: Where it stands, or by which record: for who looks closer.
    aside: str = ""
    below: tuple[Told, ...] = ()

    @property
    def line(self) -> str:
        """The line with its mark."""
        gap = "  " if self.part is Part.STATEMENT else " "
        return self.part.mark + gap.join(filter(None, (self.text, self.aside)))

    def lines(self, indent: str = "", mark: str = "") -> Iterator[str]:
        """The tree as indented lines, the first of which may bear a mark."""
        yield f"{indent}{mark}{self.line}"
        deeper = indent + ("    " if self.part is Part.STATEMENT else "  ")
        for each in self.below:
            yield from each.lines(deeper)


class ProofText:
    """Words a proof in one language."""

    def __init__(self, wording: Wording, lang: str) -> None:
        self._wording = wording
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

    def number(self, proof: Proof) -> str:
        """Which of several proofs of its statement it is; empty where there is one."""
        if proof.of == 1:
            return ""
        return self._say(
            f"证明 {proof.number}/{proof.of}：", f"proof {proof.number} of {proof.of}: "
        )

    def lines(self, proof: Proof, indent: str = "", mark: str = "") -> Iterator[str]:
        """The tree below and with a statement, which may bear a mark."""
        return self.told(proof).lines(indent, mark)

    def told(self, proof: Proof) -> Told:
        """A statement and below it what is doubted, what it is ranked by, what it rests on."""
        record = local_name(proof.record) if proof.record else ""
        return Told(Part.STATEMENT, self.statement(proof), record, tuple(self._below(proof)))

    def _below(self, proof: Proof) -> Iterator[Told]:
        for flag in proof.flags:
            yield Told(Part.DOUBT, flag.explanation.in_language(self._lang))
        if proof.disputes or proof.rank != "NormalRank" or proof.standing == "Outranked":
            yield Told(Part.RANK, proof.rank_reason.in_language(self._lang))
        if proof.sole_sources:
            titles = "".join(f"《{t}》" for t in proof.sole_sources)
            quoted = ", ".join(f"“{t}”" for t in proof.sole_sources)
            without = self._say(f"缺此不立：{titles}", f"falls without {quoted}")
            yield Told(Part.SOLE_SOURCES, without)
        yield from map(self._leaf, proof.evidence)
        if proof.step:
            yield self._step(proof, proof.step)

    def _step(self, proof: Proof, step: Step) -> Told:
        sentence = self._say(step.sentence_zh, step.sentence_en).format(
            subject=self._wording.term(proof.subject, self._lang),
            value=self._wording.term(proof.value, self._lang),
        )
        rule = local_name(step.rule)
        named = self._say(f"{sentence}（规则 {rule}）", f"{sentence} (rule {rule})")
        premises = map(self.told, step.premises)
        return Told(Part.RULE, named, below=(Told(Part.DURATION, self._duration(step)), *premises))

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

    def _leaf(self, leaf: Leaf) -> Told:
        """A quote with its contexts, gloss and source; or a citation, said to be only that."""
        against = "" if leaf.supports else self._say("反对：", "against: ")
        place = f"{leaf.row}" if leaf.row else ""
        if leaf.source == SUPPOSED.id:
            supposed = self._say("假设如此，没有来源这样说", "supposed; no source says so")
            return Told(Part.SUPPOSED, supposed, place)
        if not leaf.quote:
            cited = self._say("仅引证，未存原文", "cited only, its text is not held")
            return Told(Part.CITATION, f"{against}{leaf.title} ({cited})", place)
        below = tuple(self._around(leaf, leaf.quote, place))
        return Told(Part.QUOTE, f"{against}{_quoted(leaf.quote)}", below=below)

    def _around(self, leaf: Leaf, quote: Quoted, place: str) -> Iterator[Told]:
        if quote.gloss and self._lang == "en":
            yield Told(Part.GLOSS, quote.gloss)
        for context in leaf.contexts:
            yield Told(Part.CONTEXT, _quoted(context))
        yield Told(Part.SOURCE, f"{leaf.title} [{quote.start}–{quote.end}]", place)


def _quoted(quote: Quoted) -> str:
    return f"「{quote.text}」"
