"""What would settle a doubt: for each flagged claim what a better source says, and the judgement
that would follow. A proposal is a row for judgements.csv, to be signed by a person or thrown away:
the program never applies one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.catalogue.wording import Wording
from finkg.displaying import Displayed, Listed
from finkg.errors import Text
from finkg.evidence.moment import Moment
from finkg.reasoning.claims import Claims
from finkg.reasoning.proof import Leaf, Proof, Times
from finkg.store.layers import Layer
from finkg.store.view import GraphView

#: Standings of claims that can settle something, best first.
_SETTLING = ("Accepted", "Outranked", "Doubtful")
_CONTRADICTED = Text(
    "与更可靠的来源不符：《{title}》称“{other}”{quote}。疑点：{doubt}",
    "At odds with a better source: “{title}” has “{other}”{quote}. The doubt: {doubt}",
)
_AGREED = Text(
    "得到更可靠的来源印证：《{title}》称“{other}”{quote}。疑点：{doubt}",
    "Borne out by a better source: “{title}” has “{other}”{quote}. The doubt: {doubt}",
)
_QUOTE = Text("（原文：“{words}”）", " (“{words}”)")


@dataclass(frozen=True, slots=True)
class Proposal(Displayed):
    """A flagged claim, the better-sourced claim that would settle it, and the judgement for it."""

    claim: Proof
    #: What settles it, if anything does.
    settled_by: Proof | None
    #: Whether that agrees with the claim.
    agrees: bool
    reason: Text

    @property
    def rank(self) -> str:
        """The rank that would follow; empty if nothing does, or if the policy has settled it: what
        agrees and is more precise stands already."""
        if not self.settled_by or (self.agrees and self.claim.standing == "Outranked"):
            return ""
        return "preferred" if self.agrees else "deprecated"

    @property
    def _detail(self) -> str:
        """What tells the claim from others of the statement: its record, or its own id if it has
        times."""
        if self.claim.record:
            return v.local_name(self.claim.record)
        return v.local_name(self.claim.claim) if _is_timed(self.claim.times) else ""

    def row(self) -> dict[str, str]:
        """The cells of judgements.csv. Who decides signs it: `by` and `on` are left empty."""
        return {
            "subject": v.local_name(self.claim.subject),
            "property": v.local_name(self.claim.predicate),
            "value": _cell(self.claim.value),
            "detail": self._detail,
            "rank": self.rank,
            "reason_zh": self.reason.zh,
            "reason_en": self.reason.en,
            "by": "",
            "on": "",
        }


def _is_timed(times: Times) -> bool:
    return any((times.as_of, times.valid_from, times.valid_to))


def _cell(value: NamedNode | Literal) -> str:
    """A value as a table has it."""
    if isinstance(value, NamedNode):
        return v.local_name(value)
    time = Moment.from_literal(value)
    if time:
        return time.text
    return f"{value.value}@{value.language}" if value.language else value.value


def proposals(view: GraphView, wording: Wording, about: NamedNode | None = None) -> list[Proposal]:
    """A proposal for each flagged claim, all or those about an entity or of a source; those that
    something settles first."""
    reader = Claims(view)
    quads = view.store.quads_for_pattern(None, v.HAS_FLAG, None, Layer.CLAIMS.iri)
    claims = sorted({q.subject for q in quads if isinstance(q.subject, NamedNode)}, key=str)
    found = [_proposal(reader, wording, reader.prove(claim)) for claim in claims]
    if about:
        found = [p for p in found if about in (p.claim.subject, p.claim.value, *_sources(p.claim))]
    return Listed(sorted(found, key=_order))


def _order(proposal: Proposal) -> tuple[bool, str, str, str]:
    claim = proposal.claim
    return not proposal.settled_by, claim.subject.value, claim.predicate.value, claim.claim.value


def _sources(claim: Proof) -> Iterator[NamedNode]:
    yield from (leaf.source for leaf in claim.evidence)


def _proposal(reader: Claims, wording: Wording, claim: Proof) -> Proposal:
    for term, agrees in ((v.CONTRADICTED_BY, False), (v.AGREES_WITH, True)):
        others = [reader.prove(node) for node in reader.nodes(claim.claim, term)]
        settling = sorted((o for o in others if o.standing in _SETTLING), key=_strength)
        if settling:
            reason = _reason(wording, claim, settling[0], _AGREED if agrees else _CONTRADICTED)
            return Proposal(claim, settling[0], agrees, reason)
    return Proposal(claim, None, False, _doubt(claim))


def _strength(claim: Proof) -> tuple[int, int, str]:
    return _SETTLING.index(claim.standing), -len(claim.evidence), claim.claim.value


def _reason(wording: Wording, claim: Proof, other: Proof, template: Text) -> Text:
    leaf = next(leaf for leaf in other.evidence if leaf.supports)
    zh, en = (
        words.format(
            title=leaf.title,
            other=wording.statement(other, lang),
            quote=_quoted(leaf, lang),
            doubt=doubt,
        )
        for lang, words, doubt in zip(("zh", "en"), template, _doubt(claim), strict=True)
    )
    return Text(zh, en)


def _quoted(leaf: Leaf, lang: str) -> str:
    return _QUOTE.in_language(lang).format(words=leaf.quote.text) if leaf.quote else ""


def _doubt(claim: Proof) -> Text:
    """The first of its doubts, in words."""
    return claim.flags[0].explanation
