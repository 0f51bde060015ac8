"""Reads claims, evidence and inferences out of a graph, and proves what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.errors import Location, Text
from finkg.reasoning.proof import Doubted, Leaf, Proof, Quoted, Step, Term, Times
from finkg.store.layers import Layer
from finkg.store.view import GraphView
from finkg.vocabulary import fk

if TYPE_CHECKING:
    from finkg.reasoning.minimal import Tree, Way


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
        step = None if self.nodes(claim, v.HAS_EVIDENCE) else self._step(claim, above | {claim})
        return self._proof(claim, step)

    def every_proof(self, claim: NamedNode) -> list[Proof]:
        """Every minimal proof of a claim, smallest first: no claim of one can be left out, and
        none rests on all that another rests on. A claim that a source states is its own proof."""
        # Imported here: an answer's first proofs need none of it.
        from finkg.reasoning.minimal import minimal_proofs

        ways, stated = self._recorded(claim)
        found = minimal_proofs(claim, ways, stated)
        return [
            replace(self._of_tree(tree), number=number, of=len(found.trees), capped=found.capped)
            for number, tree in enumerate(found.trees, 1)
        ]

    def falls_without(self, proofs: Sequence[Proof]) -> list[frozenset[NamedNode]]:
        """The smallest sets of sources without which none of the minimal proofs of a claim is
        left; a copy counts as what it copies."""
        from finkg.reasoning.robustness import falls_without

        return falls_without((proof.grounds() for proof in proofs), self.independent)

    def independent(self, claim: NamedNode) -> frozenset[NamedNode]:
        """The sources that support a claim, with each copy counted as what it copies."""
        return frozenset(self.nodes(claim, v.BACKED_BY))

    def _recorded(
        self, goal: NamedNode
    ) -> tuple[dict[NamedNode, list[Way[NamedNode]]], set[NamedNode]]:
        """The uses of rules below a claim, by what they conclude, and the claims that a source
        states."""
        from finkg.reasoning.minimal import Way

        ways: dict[NamedNode, list[Way[NamedNode]]] = {}
        todo, stated = [goal], set[NamedNode]()
        while todo:
            claim = todo.pop()
            if claim in ways:
                continue
            if self.nodes(claim, v.HAS_EVIDENCE):
                stated.add(claim)
            inferences = self.pointing(v.CONCLUDED, claim)
            ways[claim] = [Way(i, frozenset(self.nodes(i, v.PREMISE))) for i in inferences]
            todo.extend(premise for way in ways[claim] for premise in way.premises)
        return ways, stated

    def _of_tree(self, tree: Tree[NamedNode]) -> Proof:
        if tree.way is None:
            return self._proof(tree.claim, None)
        below = [self._of_tree(part) for part in tree.below]
        return self._proof(tree.claim, self._used(tree.way.inference, below))

    def _proof(self, claim: NamedNode, step: Step | None) -> Proof:
        """A claim with its evidence, or with the step that concluded it."""
        subject, predicate = self.one(claim, v.CLAIM_SUBJECT), self.one(claim, v.CLAIM_PROPERTY)
        value = self.one(claim, v.CLAIM_VALUE)
        if not (isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and value):
            raise LookupError(f"{claim} is not a claim of this graph")
        evidence = () if step else (self._leaf(e) for e in self.nodes(claim, v.HAS_EVIDENCE))
        return Proof(
            claim,
            subject,
            predicate,
            value,
            next(iter(self.nodes(claim, v.DETAIL)), None),
            self._name(claim, v.KIND),
            self._name(claim, v.STANDING),
            tuple(self._flag(f) for f in self.nodes(claim, v.HAS_FLAG)),
            tuple(evidence),
            step,
            self._times(claim),
            self._name(claim, v.RANK),
            self.both(claim, v.RANK_REASON),
            tuple(self.pointing(v.DISPUTES, claim)),
            tuple(self.words(s, v.TITLE) for s in self.nodes(claim, v.FALLS_WITHOUT)),
            view=self._view,
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
                return self._used(inference, [self.prove(p, above) for p in premises])
        return None

    def _used(self, inference: NamedNode, proofs: list[Proof]) -> Step:
        """The use of a rule, with a proof of each premise."""
        rule = self.nodes(inference, v.USED_RULE)[0]
        sentences = [o for o in self._view.objects(rule, v.SENTENCE) if isinstance(o, Literal)]
        words = {o.language: o.value for o in sentences}
        # By property, so that two uses of a rule read alike.
        proofs.sort(key=lambda proof: (proof.predicate.value, proof.claim.value))
        sure = (self.words(inference, fk(f"surely{end}")) for end in ("From", "Until"))
        return Step(inference, rule, words.get("zh", ""), words.get("en", ""), tuple(proofs), *sure)

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
