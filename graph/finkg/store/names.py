"""Names: from a label or alias in either language to the entity, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode

from finkg.errors import AmbiguousName, Text, UnknownName
from finkg.folding import folded_name
from finkg.store.layers import Layer
from finkg.store.view import GraphView
from finkg.vocabulary import (
    ALT_LABEL,
    DATATYPE_PROPERTY,
    ID,
    LABEL,
    OBJECT_PROPERTY,
    TYPE,
    fk,
    local_name,
)
from finkg.words import nearest

ENTITY, PROPERTY = Text("实体", "entity"), Text("属性", "property")
_FIRST = frozenset({fk("Product"), fk("Organization")})
#: How many entities are offered for a name that none has.
_OFFERED = 3


class Names:
    """Looks names up in the plain view of a graph; `base` is the IRI base of its own entities."""

    def __init__(self, view: GraphView, base: str = ID) -> None:
        self._view = view
        self._bases = (base, ID)

    def label(self, term: NamedNode, lang: str) -> str:
        """The label in a language, else in the other, else the last part of the IRI."""
        found = {o.language: o.value for o in self._labels(term)}
        return found.get(lang) or next(iter(found.values()), local_name(term))

    def labels(self, term: NamedNode) -> Text:
        """The labels of a term, by language."""
        return Text(self.label(term, "zh"), self.label(term, "en"))

    def _labels(self, term: NamedNode) -> list[Literal]:
        return [o for o in self._view.objects(term, LABEL) if isinstance(o, Literal)]

    def find(
        self, name: str, what: Text = ENTITY, classes: frozenset[NamedNode] = frozenset()
    ) -> NamedNode:
        """The entity of this id, IRI, label or alias; of one of `classes`, if any are given.

        `what` is how an error calls it. Raises UnknownName, AmbiguousName.
        """
        # Bytes of an argument that are no text in the locale's encoding name nothing.
        name = name.encode("utf-8", "replace").decode()
        for candidates in self._by_closeness(name):
            best = self.preferred(self._of(classes, candidates))
            if len(best) == 1:
                return best[0]
            if best:
                raise AmbiguousName(name, tuple(self._described(e) for e in best))
        raise UnknownName(what, name, self._nearest(name, classes))

    def beginning(
        self, start: str, classes: frozenset[NamedNode] = frozenset()
    ) -> list[tuple[str, NamedNode]]:
        """The names that begin so, each with its entity: ids, then labels, then aliases; of
        entities of one of `classes`, if any are given."""
        wanted = folded_name(start)
        labels = [*self._all(LABEL)]
        ids = sorted(
            ((local_name(entity), entity) for entity, _ in labels), key=lambda pair: pair[0]
        )
        named = ((name, entity) for entity, name in (*labels, *self._all(ALT_LABEL)))
        found = {name: e for name, e in (*ids, *named) if folded_name(name).startswith(wanted)}
        return [(name, e) for name, e in found.items() if self._of(classes, [e])]

    def _of(self, classes: frozenset[NamedNode], entities: list[NamedNode]) -> list[NamedNode]:
        return [e for e in entities if not classes or self.classes(e) & classes]

    def _by_closeness(self, name: str) -> Iterator[list[NamedNode]]:
        """Candidates, an id before an exact label, before an alias, before folded spellings."""
        yield self._by_id(name)
        for predicate in (LABEL, ALT_LABEL):
            yield self._exactly(predicate, name)
        wanted = folded_name(name)
        for predicate in (LABEL, ALT_LABEL):
            found = {e for e, label in self._all(predicate) if folded_name(label) == wanted}
            yield sorted(found, key=str)

    def _by_id(self, name: str) -> list[NamedNode]:
        iris = [name] if "://" in name else [base + name for base in self._bases]
        for iri in iris:
            try:
                node = NamedNode(iri)
            except (ValueError, UnicodeEncodeError):
                continue
            if self._view.objects(node, TYPE):
                return [node]
        return []

    def _exactly(self, predicate: NamedNode, name: str) -> list[NamedNode]:
        found = {
            quad.subject
            for lang in ("zh", "en")
            for quad in self._view.store.quads_for_pattern(
                None, predicate, Literal(name, language=lang), Layer.ENTITIES.iri
            )
        }
        return sorted((e for e in found if isinstance(e, NamedNode)), key=str)

    def all(self) -> Iterator[tuple[NamedNode, str]]:
        """Every label and alias in either language, each with its entity; labels first."""
        for predicate in (LABEL, ALT_LABEL):
            yield from self._all(predicate)

    def _all(self, predicate: NamedNode) -> Iterator[tuple[NamedNode, str]]:
        graph = Layer.ENTITIES.iri
        for quad in self._view.store.quads_for_pattern(None, predicate, None, graph):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject, quad.object.value

    def property(self, name: str) -> NamedNode:
        """The property of this local name, with or without `fk:`. Raises UnknownName."""
        known = {local_name(each): each for each in self.properties()}
        found = known.get(name.removeprefix("fk:"))
        if not found:
            raise UnknownName(PROPERTY, name, nearest(name, sorted(known)))
        return found

    def properties(self) -> Iterator[NamedNode]:
        """The properties of the ontology."""
        for kind in (OBJECT_PROPERTY, DATATYPE_PROPERTY):
            quads = self._view.store.quads_for_pattern(None, TYPE, kind, DefaultGraph())
            yield from (q.subject for q in quads if isinstance(q.subject, NamedNode))

    def preferred(self, candidates: list[NamedNode]) -> list[NamedNode]:
        """Products and organizations before anything else of the same name."""
        if len(candidates) < 2:
            return candidates
        first = [e for e in candidates if self.classes(e) & _FIRST]
        return first or candidates

    def classes(self, entity: NamedNode) -> set[NamedNode]:
        """The classes of an entity, and every class above them."""
        direct = self._view.objects(entity, TYPE)
        return self._view.superclasses(c for c in direct if isinstance(c, NamedNode))

    def _described(self, entity: NamedNode) -> str:
        # A source has one title, in its own language.
        labels = dict.fromkeys(self.label(entity, lang) for lang in ("zh", "en"))
        return f"{local_name(entity)} ({' / '.join(labels)})"

    def _nearest(self, name: str, classes: frozenset[NamedNode]) -> tuple[str, ...]:
        """What the name may have been meant for; of several things of one name the likeliest."""
        spelled: defaultdict[str, list[NamedNode]] = defaultdict(list)
        for predicate in (LABEL, ALT_LABEL):
            for entity, label in self._all(predicate):
                for spelling in (folded_name(label), local_name(entity)):
                    spelled[spelling].append(entity)
        offered: dict[NamedNode, None] = {}
        for spelling in nearest(folded_name(name), spelled, len(spelled)):
            offered |= dict.fromkeys(self.preferred(self._of(classes, spelled[spelling])))
            if len(offered) >= _OFFERED:
                break
        return tuple(self._described(entity) for entity in [*offered][:_OFFERED])
