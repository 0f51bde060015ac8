"""The claims of a scene: read once from the claims layer, each with all that bears on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad

from finkg import vocabulary as v
from finkg.catalogue.wording import Wording
from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.store.view import GraphView
from finkg.view.scene import Claim, Dispute, Evidence, Flag, Inference, Source, Thing

_Node = dict[NamedNode, list[NamedNode | Literal]]


class SceneClaims:
    """Claims and sources of a graph as a scene holds them."""

    def __init__(self, view: GraphView, wording: Wording) -> None:
        self._view = view
        self._wording = wording

    @cached_property
    def _nodes(self) -> dict[NamedNode, _Node]:
        """The claims layer by subject and predicate, and each rule as the ontology has it."""
        nodes: dict[NamedNode, _Node] = defaultdict(lambda: defaultdict(list))
        for layer in (Layer.CLAIMS, Layer.ONTOLOGY):
            for quad in sorted(self._view.quads(layer), key=str):
                if isinstance(quad.subject, NamedNode) and isinstance(
                    quad.object, (NamedNode, Literal)
                ):
                    nodes[quad.subject][quad.predicate].append(quad.object)
        return nodes

    @cached_property
    def _by_triple(self) -> dict[tuple[object, ...], tuple[str, ...]]:
        found: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
        for claim in self._claims:
            parts = (v.CLAIM_SUBJECT, v.CLAIM_PROPERTY, v.CLAIM_VALUE)
            triple = tuple(self._nodes[claim][part][0] for part in parts)
            found[triple].append(v.local_name(claim))
        return {triple: tuple(claims) for triple, claims in found.items()}

    def of(self, quad: Quad) -> tuple[str, ...]:
        """The claims that say what a triple says."""
        return self._by_triple[quad.subject, quad.predicate, quad.object]

    @cached_property
    def _claims(self) -> list[NamedNode]:
        return sorted((n for n, it in self._nodes.items() if v.CLAIM_SUBJECT in it), key=str)

    @cached_property
    def _inferences(self) -> dict[NamedNode, list[NamedNode]]:
        return self._pointing(v.CONCLUDED)

    @cached_property
    def _disputes(self) -> dict[NamedNode, list[NamedNode]]:
        return self._pointing(v.DISPUTES)

    def _pointing(self, predicate: NamedNode) -> dict[NamedNode, list[NamedNode]]:
        """Nodes by what they point at."""
        found: defaultdict[NamedNode, list[NamedNode]] = defaultdict(list)
        for node, said in sorted(self._nodes.items(), key=lambda item: item[0].value):
            for target in said.get(predicate, []):
                if isinstance(target, NamedNode):
                    found[target].append(node)
        return found

    def all(self) -> list[Claim]:
        """Every claim, by id."""
        return self._all

    @cached_property
    def _all(self) -> list[Claim]:
        return [self._claim(claim) for claim in self._claims]

    def _claim(self, claim: NamedNode) -> Claim:
        said = self._nodes[claim]
        return Claim(
            id=v.local_name(claim),
            subject=self._thing(said[v.CLAIM_SUBJECT][0]),
            relation=self._name(said, v.CLAIM_PROPERTY),
            value=self._thing(said[v.CLAIM_VALUE][0]),
            kind=self._name(said, v.KIND),
            rank=self._name(said, v.RANK),
            rank_reason=_both(said, v.RANK_REASON),
            standing=self._name(said, v.STANDING),
            as_of=_word(said, v.AS_OF),
            valid_from=_word(said, v.VALID_FROM),
            valid_to=_word(said, v.VALID_TO),
            flags=tuple(self._flag(flag) for flag in _iris(said, v.HAS_FLAG)),
            evidence=tuple(self._evidence(e) for e in _iris(said, v.HAS_EVIDENCE)),
            inferences=tuple(self._inference(claim, i) for i in self._inferences.get(claim, [])),
            disputes=tuple(self._dispute(d) for d in self._disputes.get(claim, [])),
        )

    def _thing(self, term: NamedNode | Literal) -> Thing:
        words = Text(self._wording.term(term, "zh"), self._wording.term(term, "en"))
        is_entity = isinstance(term, NamedNode) and self._view.objects(term, v.LABEL)
        return Thing(words, v.local_name(term) if isinstance(term, NamedNode) and is_entity else "")

    def _name(self, said: _Node, predicate: NamedNode) -> str:
        return next((v.local_name(term) for term in _iris(said, predicate)), "")

    def _flag(self, flag: NamedNode) -> Flag:
        said = self._nodes[flag]
        rule, part = self._name(said, v.FLAGGED_BY), self._name(said, v.DOUBTS)
        return Flag(rule, _both(said, v.EXPLANATION), part)

    def _evidence(self, evidence: NamedNode) -> Evidence:
        said = self._nodes[evidence]
        quotes = [self._nodes[q] for q in _iris(said, v.HAS_QUOTE)]
        contexts = [self._nodes[q] for q in _iris(said, v.CONTEXT_QUOTE)]
        quote: _Node = quotes[0] if quotes else {}
        return Evidence(
            source=self._name(said, v.SOURCE),
            stance=self._name(said, v.STANCE),
            quote=_word(quote, v.EXACT_TEXT),
            gloss=_both(quote, v.GLOSS),
            contexts=tuple(_word(context, v.EXACT_TEXT) for context in contexts),
            start=int(_word(quote, v.START_OFFSET)) if quotes else None,
            end=int(_word(quote, v.END_OFFSET)) if quotes else None,
            cited=not quotes,
            note=_word(said, v.NOTE),
        )

    def _inference(self, claim: NamedNode, inference: NamedNode) -> Inference:
        said = self._nodes[inference]
        rule = self._nodes[_iris(said, v.USED_RULE)[0]]
        about = self._nodes[claim]
        subject, value = about[v.CLAIM_SUBJECT][0], about[v.CLAIM_VALUE][0]
        sentence = _both(rule, v.SENTENCE)
        words = [
            template.format(
                subject=self._wording.term(subject, lang), value=self._wording.term(value, lang)
            )
            for lang, template in zip(("zh", "en"), sentence, strict=True)
        ]
        return Inference(
            rule=self._name(said, v.USED_RULE),
            sentence=Text(*words),
            premises=tuple(v.local_name(p) for p in _iris(said, v.PREMISE)),
            strength=self._name(rule, v.STRENGTH),
        )

    def _dispute(self, dispute: NamedNode) -> Dispute:
        said = self._nodes[dispute]
        sides = tuple(v.local_name(side) for side in _iris(said, v.DISPUTES))
        return Dispute(sides, _both(said, v.REASON), self._name(said, v.PREFERRED_SIDE))

    def sources(self) -> Iterator[Source]:
        """Every source that evidence rests on, by id."""
        used = {e.source for claim in self.all() for e in claim.evidence}
        for node, said in sorted(self._nodes.items(), key=lambda item: item[0].value):
            if v.RELIABILITY in said and v.local_name(node) in used:
                yield Source(
                    id=v.local_name(node),
                    title=_word(said, v.TITLE),
                    publisher=_word(said, v.PUBLISHER),
                    date=_word(said, v.ISSUED),
                    kind="text" if v.SHA256 in said else "citation",
                    reliability=self._name(said, v.RELIABILITY),
                    note=_word(said, v.NOTE),
                    address=_word(said, v.ADDRESS),
                    language=_word(said, v.LANGUAGE),
                )


def _iris(said: _Node, predicate: NamedNode) -> list[NamedNode]:
    return [term for term in said.get(predicate, []) if isinstance(term, NamedNode)]


def _word(said: _Node, predicate: NamedNode) -> str:
    return next((term.value for term in said.get(predicate, [])), "")


def _both(said: _Node, predicate: NamedNode) -> Text:
    found = [term for term in said.get(predicate, []) if isinstance(term, Literal)]
    words = {term.language: term.value for term in found}
    return Text(words.get("zh", ""), words.get("en", ""))
