"""The ontology as the program needs it: what each property takes, and how it lasts.

Read from ontology/finkg.ttl and concepts.ttl, so that a term is described in one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store

from finkg import vocabulary as v
from finkg.resources import ontology

_FILES = ("finkg.ttl", "concepts.ttl", "alignments.ttl")
_OBJECT_PROPERTY = NamedNode(v.PREFIXES["owl"] + "ObjectProperty")
_DATATYPE_PROPERTY = NamedNode(v.PREFIXES["owl"] + "DatatypeProperty")
_CLASS = NamedNode(v.PREFIXES["owl"] + "Class")
_UNION_OF = NamedNode(v.PREFIXES["owl"] + "unionOf")
_FIRST = NamedNode(v.PREFIXES["rdf"] + "first")
_REST = NamedNode(v.PREFIXES["rdf"] + "rest")


@dataclass(frozen=True, slots=True)
class Property:
    """A property of facts: what it joins, what its value is and how many it has at a time."""

    iri: NamedNode
    #: "entity", "time" or "text".
    takes: str
    #: Classes to one of which the subject, or the value, belongs; none if anything may.
    domains: frozenset[NamedNode]
    ranges: frozenset[NamedNode]
    single_valued: bool
    #: Only rules may conclude it.
    computed: bool
    #: The record through whose table alone it is written, if any.
    detail_class: NamedNode | None
    #: Local name of the individual of fk:Lasting, empty if none is declared.
    lasting: str
    #: The end of the relation with whose life it lasts: "SubjectEnd", "ObjectEnd" or empty.
    lasts_with: str = ""
    #: The points of its subject's life and legal force that its value, a time, marks: "LifeStart",
    #: "LifeEnd", "ForceStart", "ForceEnd".
    marks: frozenset[str] = frozenset()
    #: Properties of the same subject whose time is never before the one that is its value.
    not_after: tuple[NamedNode, ...] = ()

    @property
    def name(self) -> str:
        return v.local_name(self.iri)


class Schema:
    """Classes and properties of an ontology folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or ontology()
        self._above: dict[NamedNode, frozenset[NamedNode]] = {}
        self._store = Store()
        for name in _FILES:
            self._store.load(path=self.folder / name, format=RdfFormat.TURTLE)

    def triples(self) -> list[Quad]:
        """Everything the ontology files state."""
        return list(self._store)

    @cached_property
    def classes(self) -> frozenset[NamedNode]:
        return frozenset(
            q.subject
            for q in self._store.quads_for_pattern(None, v.TYPE, _CLASS)
            if isinstance(q.subject, NamedNode) and q.subject.value.startswith(v.FK)
        )

    @cached_property
    def properties(self) -> dict[str, Property]:
        """Properties that a table may name, by local name."""
        found = (
            q.subject
            for kind in (_OBJECT_PROPERTY, _DATATYPE_PROPERTY)
            for q in self._store.quads_for_pattern(None, v.TYPE, kind)
        )
        mine = (s for s in found if isinstance(s, NamedNode) and s.value.startswith(v.FK))
        read = (self._property(iri) for iri in sorted(set(mine), key=str))
        return {p.name: p for p in read if p.takes and p.lasting}

    def superclasses(self, cls: NamedNode) -> frozenset[NamedNode]:
        """The class and every class above it."""
        if cls not in self._above:
            self._above[cls] = self._superclasses(cls)
        return self._above[cls]

    def _superclasses(self, cls: NamedNode) -> frozenset[NamedNode]:
        above: set[NamedNode] = set()
        todo = [cls]
        while todo:
            current = todo.pop()
            if current not in above:
                above.add(current)
                todo.extend(self._named(current, v.SUBCLASS_OF))
        return frozenset(above)

    def members(self, cls: NamedNode) -> tuple[str, ...]:
        """Local names of the individuals of a closed list, in alphabetical order."""
        quads = self._store.quads_for_pattern(None, v.TYPE, cls)
        return tuple(
            sorted(v.local_name(q.subject) for q in quads if isinstance(q.subject, NamedNode))
        )

    def label(self, term: NamedNode, lang: str) -> str:
        """The label in a language, or the local name where there is none."""
        for quad in self._store.quads_for_pattern(term, v.LABEL, None):
            if isinstance(quad.object, Literal) and quad.object.language == lang:
                return quad.object.value
        return v.local_name(term)

    def _property(self, iri: NamedNode) -> Property:
        is_object = Quad(iri, v.TYPE, _OBJECT_PROPERTY) in self._store
        kind = self._one(iri, v.VALUE_KIND)
        takes = {"TimeValue": "time", "TextValue": "text"}.get(kind, "entity" if is_object else "")
        return Property(
            iri,
            takes,
            frozenset(self._classes_of(iri, v.DOMAIN)),
            frozenset(self._classes_of(iri, v.RANGE)),
            self._true(iri, v.SINGLE_VALUED),
            self._true(iri, v.COMPUTED),
            next(iter(self._named(iri, v.DETAIL_CLASS)), None),
            self._one(iri, v.LASTING),
            self._one(iri, v.LASTS_WITH),
            frozenset(map(v.local_name, self._named(iri, v.MARKS))),
            tuple(sorted(self._named(iri, v.NOT_AFTER), key=str)),
        )

    def _named(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        quads = self._store.quads_for_pattern(subject, predicate, None)
        return [q.object for q in quads if isinstance(q.object, NamedNode)]

    def _classes_of(self, iri: NamedNode, end: NamedNode) -> Iterator[NamedNode]:
        """The classes of a domain or range; of a union (OWL 2 Mapping, table 13) its parts."""
        yield from self._named(iri, end)
        for quad in self._store.quads_for_pattern(iri, end, None):
            rest = self._object(quad.object, _UNION_OF)
            while rest and rest.value != v.PREFIXES["rdf"] + "nil":
                part = self._object(rest, _FIRST)
                if isinstance(part, NamedNode):
                    yield part
                rest = self._object(rest, _REST)

    def _object(self, subject: object, predicate: NamedNode) -> NamedNode | BlankNode | None:
        if not isinstance(subject, (NamedNode, BlankNode)):
            return None
        quads = self._store.quads_for_pattern(subject, predicate, None)
        found = (q.object for q in quads)
        return next((o for o in found if isinstance(o, (NamedNode, BlankNode))), None)

    def _one(self, subject: NamedNode, predicate: NamedNode) -> str:
        return next((v.local_name(o) for o in self._named(subject, predicate)), "")

    def _true(self, subject: NamedNode, predicate: NamedNode) -> bool:
        quads = self._store.quads_for_pattern(subject, predicate, None)
        return any(isinstance(q.object, Literal) and q.object.value == "true" for q in quads)
