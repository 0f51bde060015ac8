"""Fills a scene from a graph: what stands in its layers, and what each statement rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad

from finkg import vocabulary as v
from finkg.catalogue.wording import Wording
from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.snapshot import Snapshot
from finkg.view.claims import SceneClaims
from finkg.view.kinds import KINDS, kind_of
from finkg.view.scene import LAYERS, Edge, Fact, Node, Relation, Scene, Scope

_STATED = tuple(map(Layer.named, LAYERS))
_HEADS = (v.fk("memberOfGroup"), v.fk("parentOrganization"))


def compose(
    view: Snapshot,
    names: Names,
    title: Text,
    day: str,
    focus: NamedNode | None = None,
    scope: Scope = Scope(),  # noqa: B008 - frozen
) -> Scene:
    """The scene of a graph, which `scope` describes; a focus is selected when the page opens."""
    return _Composer(view, names, scope).scene(title, day, focus)


class _Composer:
    def __init__(self, view: Snapshot, names: Names, scope: Scope) -> None:
        self._view = view
        self._names = names
        self._scope = scope
        self._wording = Wording(view, names)
        self._claims = SceneClaims(view, self._wording)

    def scene(self, title: Text, day: str, focus: NamedNode | None) -> Scene:
        edges = list(self._edges())
        facts = list(self._facts())
        return Scene(
            title=title,
            date=day,
            kinds=KINDS,
            relations=tuple(self._relations()),
            nodes=tuple(self._node(entity) for entity in self._entities),
            edges=tuple(edges),
            claims=self._claims.all,
            facts=tuple(facts),
            sources=tuple(self._claims.sources()),
            focus=v.local_name(focus) if focus and focus in self._entities else None,
            scope=self._scope,
            rules=tuple(self._claims.rules()),
        )

    @cached_property
    def _entities(self) -> dict[NamedNode, set[str]]:
        """Entities with the local names of their classes; sources are no nodes of the picture."""
        classes: defaultdict[NamedNode, set[str]] = defaultdict(set)
        for quad in self._view.quads(Layer.ENTITIES):
            subject, value = quad.subject, quad.object
            if quad.predicate == v.TYPE and isinstance(subject, NamedNode):
                classes[subject].add(v.local_name(value) if isinstance(value, NamedNode) else "")
        sources = {v.local_name(v.SOURCE_DOCUMENT), v.local_name(v.CITATION)}
        kept = {entity: names for entity, names in classes.items() if not names & sources}
        return dict(sorted(kept.items(), key=lambda item: item[0].value))

    @cached_property
    def _heads(self) -> frozenset[NamedNode]:
        """Organizations that a group is called after."""
        quads = (
            quad
            for predicate in _HEADS
            for layer in (Layer.TRUTH, Layer.INFERRED)
            for quad in self._view.store.quads_for_pattern(None, predicate, None, layer.iri)
        )
        return frozenset(q.object for q in quads if isinstance(q.object, NamedNode))

    def _node(self, entity: NamedNode) -> Node:
        classes = self._entities[entity] | ({"ParentGroup"} if entity in self._heads else set())
        aliases = self._view.objects(entity, v.ALT_LABEL)
        return Node(
            id=v.local_name(entity),
            iri=entity.value,
            kind=kind_of(classes),
            label=self._names.labels(entity),
            aliases=tuple(alias.value for alias in aliases),
            types=tuple(self._names.labels(v.fk(name)) for name in sorted(classes)),
        )

    def _statements(self) -> Iterator[tuple[Layer, Quad]]:
        """Every statement about an entity, in the order of the layers.

        What possibly holds is there only where the graph was asked for with it.
        """
        for layer in _STATED:
            if layer is Layer.POSSIBLE and not self._scope.possible:
                continue
            for quad in sorted(self._view.quads(layer), key=str):
                if quad.subject in self._entities:
                    yield layer, quad

    def _edges(self) -> Iterator[Edge]:
        for layer, quad in self._statements():
            if quad.object in self._entities:
                yield Edge(
                    id=self._identifier(quad),
                    subject=_short(quad.subject),
                    relation=_short(quad.predicate),
                    value=_short(quad.object),
                    layer=layer.value,
                    claims=self._claims.of(quad),
                )

    def _facts(self) -> Iterator[Fact]:
        for layer, quad in self._statements():
            value = quad.object
            if value not in self._entities and isinstance(value, (NamedNode, Literal)):
                yield Fact(
                    id=self._identifier(quad),
                    subject=_short(quad.subject),
                    relation=_short(quad.predicate),
                    value=Text(self._wording.term(value, "zh"), self._wording.term(value, "en")),
                    layer=layer.value,
                    claims=self._claims.of(quad),
                )

    def _identifier(self, quad: Quad) -> str:
        """The statement's first claim names it; a triple has at least one."""
        return f"s-{self._claims.of(quad)[0]}"

    def _relations(self) -> Iterator[Relation]:
        used = {claim.relation for claim in self._claims.all}
        for name in sorted(used):
            yield Relation(name, self._names.labels(v.fk(name)))


def _short(term: object) -> str:
    return v.local_name(term) if isinstance(term, NamedNode) else ""
