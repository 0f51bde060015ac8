"""The claims of a scene: read once from the claims layer, each with all that bears on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from finkg import vocabulary as v
from finkg.catalogue.wording import Wording
from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot
from finkg.view.documents import Documents
from finkg.view.parts import Parts
from finkg.view.said import Said, both, gathered, iris, name
from finkg.view.scene import Claim, Inference, PlausibilityRule, Source, Thing
from finkg.view.scope import source


class SceneClaims:
    """Claims and sources of a graph as a scene holds them."""

    def __init__(self, view: Snapshot, wording: Wording) -> None:
        self._view = view
        self._wording = wording
        # The claims layer, and each rule as the ontology has it.
        layers = (Layer.CLAIMS, Layer.ONTOLOGY)
        self._nodes = gathered(chain.from_iterable(map(view.quads, layers)))
        self._parts = Parts(view, wording, self._nodes)

    @cached_property
    def _by_triple(self) -> dict[tuple[object, ...], tuple[str, ...]]:
        found: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
        for claim in self._claims:
            parts = (v.CLAIM_SUBJECT, v.CLAIM_PROPERTY, v.CLAIM_VALUE)
            triple = tuple(self._nodes[claim][part][0] for part in parts)
            found[triple].append(v.local_name(claim))
        return {triple: tuple(claims) for triple, claims in found.items()}

    def of(self, quad: Quad) -> tuple[str, ...]:
        """The claims that say what a triple says, by id."""
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
            for target in iris(said, predicate):
                found[target].append(node)
        return found

    @cached_property
    def all(self) -> tuple[Claim, ...]:
        """Every claim, by id."""
        return tuple(map(self._claim, self._claims))

    def _claim(self, claim: NamedNode) -> Claim:
        said = self._nodes[claim]
        as_of, valid_from, valid_to = self._parts.times(said)
        return Claim(
            id=v.local_name(claim),
            subject=self._thing(said[v.CLAIM_SUBJECT][0]),
            relation=name(said, v.CLAIM_PROPERTY),
            value=self._thing(said[v.CLAIM_VALUE][0]),
            detail=self._parts.detail(said),
            figure=self._parts.figure(said),
            kind=name(said, v.KIND),
            rank=name(said, v.RANK),
            rank_reason=both(said, v.RANK_REASON),
            standing=name(said, v.STANDING),
            as_of=as_of,
            valid_from=valid_from,
            valid_to=valid_to,
            flags=tuple(self._parts.flags(said)),
            evidence=tuple(self._parts.evidence(said)),
            inferences=tuple(self._conclusions(claim, said)),
            disputes=tuple(map(self._parts.dispute, self._disputes.get(claim, []))),
        )

    def _thing(self, term: NamedNode | Literal) -> Thing:
        words = Text(self._wording.term(term, "zh"), self._wording.term(term, "en"))
        is_entity = isinstance(term, NamedNode) and self._view.objects(term, v.LABEL)
        return Thing(words, v.local_name(term) if isinstance(term, NamedNode) and is_entity else "")

    def _conclusions(self, claim: NamedNode, said: Said) -> list[Inference]:
        """The uses of rules that concluded a claim, those that stand as the claim does first."""
        found = [self._parts.inference(said, it) for it in self._inferences.get(claim, [])]
        return sorted(found, key=lambda it: it.standing != name(said, v.STANDING))

    def sources(self) -> Iterator[Source]:
        """Every source that evidence rests on, by id."""
        used = {e.source for claim in self.all for e in claim.evidence}
        documents = Documents(self._view, self._nodes)
        for node, said in sorted(self._nodes.items(), key=lambda item: item[0].value):
            if v.RELIABILITY in said and v.local_name(node) in used:
                yield documents.told(source(node, said), node)

    def rules(self) -> Iterator[PlausibilityRule]:
        """Every rule that doubts something here, by id."""
        used = {rule for said in self._nodes.values() for rule in iris(said, v.FLAGGED_BY)}
        for rule in sorted(used, key=v.local_name):
            yield PlausibilityRule(v.local_name(rule), both(self._nodes[rule], v.LABEL))
