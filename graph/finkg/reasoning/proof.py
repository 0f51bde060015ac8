"""Proofs: why a statement stands, down to quotes or citations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.errors import Location, Text
from finkg.store.layers import Layer
from finkg.store.view import GraphView
from finkg.vocabulary import fk

Term = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Quoted:
    """A verbatim span as it is shown: code points, 0-based, end exclusive; gloss may be empty."""

    text: str
    start: int
    end: int
    gloss: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One piece of evidence. Without a quote it is a citation, and says so."""

    source: NamedNode
    title: str
    supports: bool
    quote: Quoted | None
    contexts: tuple[Quoted, ...]
    note: str
    row: Location | None


@dataclass(frozen=True, slots=True)
class Step:
    """One use of a rule: its sentence is a template over {subject} and {value}."""

    rule: NamedNode
    sentence_zh: str
    sentence_en: str
    premises: tuple[Proof, ...]
    #: First day on which the conclusion surely holds, and the first on which it may no longer hold;
    #: both empty where no day is sure, the second where there is no end.
    sure_from: str
    sure_until: str


@dataclass(frozen=True, slots=True)
class Doubted:
    """A doubt about a part of a claim ("ValuePart", "AsOfPart" ...): the rule that has it, and what
    the rule saw."""

    rule: NamedNode
    part: str
    explanation: Text


@dataclass(frozen=True, slots=True)
class Times:
    """When a claim holds, as its source states it; what is not said is empty."""

    as_of: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim with what it rests on: evidence, or else the step that concluded it."""

    claim: NamedNode
    subject: NamedNode
    predicate: NamedNode
    value: Term
    #: The record that carries the parts of what is said, if it has parts.
    record: NamedNode | None
    kind: str
    standing: str
    flags: tuple[Doubted, ...]
    evidence: tuple[Leaf, ...]
    step: Step | None
    times: Times
    #: "PreferredRank", "NormalRank" or "DeprecatedRank", and why.
    rank: str
    rank_reason: Text
    #: The disputes of which it is a side.
    disputes: tuple[NamedNode, ...]

    def leaves(self) -> Iterator[Leaf]:
        """Every piece of evidence that the proof ends in."""
        yield from self.evidence
        for premise in self.step.premises if self.step else ():
            yield from premise.leaves()


def claims_of(
    view: GraphView,
    subject: NamedNode,
    predicate: NamedNode | None = None,
    value: Term | None = None,
) -> list[NamedNode]:
    """The claims about a subject, narrowed by property and value; by property, then by id."""
    pick = Claims(view)
    quads = view.store.quads_for_pattern(None, v.CLAIM_SUBJECT, subject, Layer.CLAIMS.iri)
    claims = [q.subject for q in quads if isinstance(q.subject, NamedNode)]
    if predicate:
        claims = [c for c in claims if pick.one(c, v.CLAIM_PROPERTY) == predicate]
    if value:
        claims = [c for c in claims if pick.one(c, v.CLAIM_VALUE) == value]
    return sorted(claims, key=lambda c: (str(pick.one(c, v.CLAIM_PROPERTY)), str(c)))


class Claims:
    """Reads claims, evidence and inferences out of the claims layer."""

    def __init__(self, view: GraphView) -> None:
        self._view = view

    def all(self, subject: NamedNode, predicate: NamedNode) -> list[Term]:
        return self._view.objects(subject, predicate, Layer.CLAIMS)

    def one(self, subject: NamedNode, predicate: NamedNode) -> Term | None:
        return next(iter(self.all(subject, predicate)), None)

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        return [o for o in self.all(subject, predicate) if isinstance(o, NamedNode)]

    def words(self, subject: NamedNode, predicate: NamedNode, lang: str = "") -> str:
        found = [o for o in self.all(subject, predicate) if isinstance(o, Literal)]
        in_lang = [o for o in found if not lang or o.language == lang]
        return next((o.value for o in (*in_lang, *found)), "")

    def both(self, subject: NamedNode, predicate: NamedNode) -> Text:
        """A text in zh and in en."""
        return Text(self.words(subject, predicate, "zh"), self.words(subject, predicate, "en"))

    def pointing(self, predicate: NamedNode, value: NamedNode) -> list[NamedNode]:
        """The nodes of the claims layer that point at another."""
        quads = self._view.store.quads_for_pattern(None, predicate, value, Layer.CLAIMS.iri)
        return sorted((q.subject for q in quads if isinstance(q.subject, NamedNode)), key=str)

    def prove(self, claim: NamedNode, above: frozenset[NamedNode] = frozenset()) -> Proof:
        """The proof of a claim: its evidence, or the best step that concluded it.

        `above` are the claims being proved, so that no claim is proved by itself.
        """
        subject, predicate = self.one(claim, v.CLAIM_SUBJECT), self.one(claim, v.CLAIM_PROPERTY)
        value = self.one(claim, v.CLAIM_VALUE)
        if not (isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and value):
            raise LookupError(f"{claim} is not a claim of this graph")
        evidence = tuple(self._leaf(e) for e in self.nodes(claim, v.HAS_EVIDENCE))
        return Proof(
            claim,
            subject,
            predicate,
            value,
            next(iter(self.nodes(claim, v.DETAIL)), None),
            self._name(claim, v.KIND),
            self._name(claim, v.STANDING),
            tuple(self._flag(f) for f in self.nodes(claim, v.HAS_FLAG)),
            evidence,
            None if evidence else self._step(claim, above | {claim}),
            self._times(claim),
            self._name(claim, v.RANK),
            self.both(claim, v.RANK_REASON),
            tuple(self.pointing(v.DISPUTES, claim)),
        )

    def _times(self, claim: NamedNode) -> Times:
        """The times of a claim, or of its record."""
        nodes = [claim, *self.nodes(claim, v.DETAIL)]
        found = (
            next(filter(None, (self.words(node, term) for node in nodes)), "")
            for term in (v.AS_OF, v.VALID_FROM, v.VALID_TO)
        )
        return Times(*found)

    def inferences(self, claim: NamedNode) -> list[NamedNode]:
        """The uses of rules that concluded a claim: accepted first, then the shorter."""
        return sorted(self.pointing(v.CONCLUDED, claim), key=self._preference)

    def _preference(self, inference: NamedNode) -> tuple[str, int, str]:
        premises = self.nodes(inference, v.PREMISE)
        return self._name(inference, v.STANDING), len(premises), str(inference)

    def _step(self, claim: NamedNode, above: frozenset[NamedNode]) -> Step | None:
        for inference in self.inferences(claim):
            premises = self.nodes(inference, v.PREMISE)
            if above.isdisjoint(premises):
                return self._used(inference, premises, above)
        return None

    def _used(
        self, inference: NamedNode, premises: list[NamedNode], above: frozenset[NamedNode]
    ) -> Step:
        rule = self.nodes(inference, v.USED_RULE)[0]
        sentences = [o for o in self._view.objects(rule, v.SENTENCE) if isinstance(o, Literal)]
        words = {o.language: o.value for o in sentences}
        proofs = [self.prove(premise, above) for premise in premises]
        # By property, so that two uses of a rule read alike.
        proofs.sort(key=lambda proof: (proof.predicate.value, proof.claim.value))
        sure = (self.words(inference, fk(f"surely{end}")) for end in ("From", "Until"))
        return Step(rule, words.get("zh", ""), words.get("en", ""), tuple(proofs), *sure)

    def _name(self, subject: NamedNode, predicate: NamedNode) -> str:
        return next((v.local_name(o) for o in self.nodes(subject, predicate)), "")

    def _flag(self, flag: NamedNode) -> Doubted:
        rule = self.nodes(flag, v.FLAGGED_BY)[0]
        return Doubted(rule, self._name(flag, v.DOUBTS), self.both(flag, v.EXPLANATION))

    def _leaf(self, evidence: NamedNode) -> Leaf:
        source = self.nodes(evidence, v.SOURCE)[0]
        quotes = [self._quoted(q) for q in self.nodes(evidence, v.HAS_QUOTE)]
        row = self._view.row_of(evidence)
        return Leaf(
            source,
            self.words(source, v.TITLE),
            self._name(evidence, v.STANCE) == "Supports",
            quotes[0] if quotes else None,
            tuple(self._quoted(q) for q in self.nodes(evidence, v.CONTEXT_QUOTE)),
            self.words(evidence, v.NOTE),
            Location(*row) if row else None,
        )

    def _quoted(self, quote: NamedNode) -> Quoted:
        return Quoted(
            self.words(quote, v.EXACT_TEXT),
            int(self.words(quote, v.START_OFFSET)),
            int(self.words(quote, v.END_OFFSET)),
            self.words(quote, v.GLOSS),
        )
