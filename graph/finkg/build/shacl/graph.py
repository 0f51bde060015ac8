"""The shapes graph: a folder of Turtle files, read as one, that knows which file states what.

A construct of SHACL that is not supported is refused here or where it is compiled; none is ignored.
The standard is the W3C Recommendation "Shapes Constraint Language (SHACL)" of 20 July 2017.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from finkg.errors import DefinitionProblem, Location, Text
from finkg.vocabulary import PREFIXES, TYPE

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal

SH: Final = "http://www.w3.org/ns/shacl#"

_TARGETS: Final = ("targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf")
_SHAPES: Final = ("property", "or", "and", "not", "node", "path", "inversePath")
_OF_ALL_VALUES: Final = ("minCount", "maxCount", "hasValue", "uniqueLang")
_OF_A_VALUE: Final = ("class", "datatype", "nodeKind", "in", "languageIn", "pattern", "flags")
_COMPARED: Final = ("lessThan", "lessThanOrEquals", "minLength", "maxLength")
_BOUNDED: Final = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
_PREFIXES: Final = ("declare", "prefix", "namespace")
_SPARQL: Final = ("sparql", "select", "prefixes", *_PREFIXES)
_RESULT: Final = ("severity", "message", "deactivated")
#: Section 2.3.2: they document a shape and have no effect.
_DOCUMENTATION: Final = ("name", "description", "order", "group", "defaultValue")
_CORE: Final = (*_TARGETS, *_SHAPES, *_OF_ALL_VALUES, *_OF_A_VALUE, *_COMPARED, *_BOUNDED)
#: Properties of SHACL that shapes may use.
_SUPPORTED: Final = frozenset([*_CORE, *_SPARQL, *_RESULT, *_DOCUMENTATION])
_TYPES: Final = frozenset(
    ["NodeShape", "PropertyShape", "SPARQLConstraint", "PrefixDeclaration", "PropertyGroup"]
)
#: A shape that is a class as well targets its instances (section 2.1.3.3).
_CLASSES: Final = frozenset([PREFIXES["rdfs"] + "Class", PREFIXES["owl"] + "Class"])
_FIRST: Final = NamedNode(PREFIXES["rdf"] + "first")
_REST: Final = NamedNode(PREFIXES["rdf"] + "rest")
_NIL: Final = NamedNode(PREFIXES["rdf"] + "nil")
_IMPORTS: Final = NamedNode(PREFIXES["owl"] + "imports")


def sh(name: str) -> NamedNode:
    """The term of SHACL with this local name."""
    return NamedNode(SH + name)


def shown(term: object) -> str:
    """A term as people read it: a literal's text, an IRI with its prefix where that is known."""
    if isinstance(term, Literal):
        return term.value
    if isinstance(term, NamedNode):
        known = {**PREFIXES, "sh": SH}.items()
        found = [(p, iri) for p, iri in known if term.value.startswith(iri)]
        prefix, iri = max(found, key=lambda item: len(item[1]), default=("", ""))
        return f"{prefix}:{term.value[len(iri) :]}" if prefix else str(term)
    return str(term)


@dataclass(frozen=True, slots=True)
class Path:
    """A property path (section 2.3.1): a predicate, or the inverse of one."""

    predicate: NamedNode
    inverse: bool = False

    def __str__(self) -> str:
        """As SPARQL writes it."""
        return f"^{self.predicate}" if self.inverse else str(self.predicate)

    @property
    def shown(self) -> str:
        """As people read it."""
        return f"{'^' if self.inverse else ''}{shown(self.predicate)}"


class ShapesGraph:
    """All triples of the `*.ttl` files of a folder. Raises DefinitionProblem for what is amiss."""

    def __init__(self, folder: FilePath) -> None:
        self._objects: defaultdict[tuple[Term, NamedNode], set[Term]] = defaultdict(set)
        self._above: dict[Term, Node] = {}
        self._files: dict[Term, str] = {}
        for path in sorted(folder.glob("*.ttl")):
            self._read(path)
        for (node, predicate), objects in self._objects.items():
            self._refuse_unsupported(node, predicate, objects)

    def _read(self, path: FilePath) -> None:
        try:
            # Renamed, since two files may use one label for different blank nodes.
            for q in parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True):
                if not isinstance(q.subject, Triple) and not isinstance(q.object, Triple):
                    self._objects[q.subject, q.predicate].add(q.object)
                    self._above[q.object] = q.subject
                    self._files.setdefault(q.subject, path.name)
        except SyntaxError as error:
            where = Location(path.name, error.lineno or 0, error.offset or 0)
            reason = Text(f"不是合法的 Turtle：{error.msg}", f"not Turtle: {error.msg}")
            raise DefinitionProblem(where, reason) from None

    def _refuse_unsupported(self, node: Term, predicate: NamedNode, objects: set[Term]) -> None:
        if predicate.value.startswith(SH):
            self._refuse_unsupported_property(node, predicate.value.removeprefix(SH))
        elif predicate == TYPE:
            types = {kind.value for kind in objects}
            wrong = {t for t in types if t.startswith(SH) and t.removeprefix(SH) not in _TYPES}
            for kind in sorted(wrong | types & _CLASSES):
                raise self.unsupported(node, f"rdf:type {shown(NamedNode(kind))}")

    def _refuse_unsupported_property(self, node: Term, name: str) -> None:
        if name not in _SUPPORTED:
            raise self.unsupported(node, f"sh:{name}")
        used = node in self._above or any((node, sh(t)) in self._objects for t in _TARGETS)
        if name not in _PREFIXES and not used:
            raise self.problem(
                node, "没有目标，也没有被引用", "has no target and is referred to by no shape"
            )

    def targeted(self) -> list[NamedNode]:
        """The shapes with a target of their own (section 2.1.3), by IRI."""
        targets = {sh(name) for name in _TARGETS}
        found = {node for node, predicate in self._objects if predicate in targets}
        named = [node for node in found if isinstance(node, NamedNode)]
        for node in found.difference(named):
            raise self.problem(node, "有目标的形状须有 IRI", "a shape with a target needs an IRI")
        return sorted(named, key=str)

    def objects(self, node: Term, predicate: NamedNode) -> list[Term]:
        """The objects of a node and predicate in all files, each once."""
        return sorted(self._objects.get((node, predicate), ()), key=str)

    def properties(self, node: Term) -> list[Term]:
        """The property shapes of a shape."""
        parts = self.values(node, "property")
        if not all(self.path(part) for part in parts):
            raise self.problem(node, "sh:property 的值须有 sh:path", "sh:property needs a sh:path")
        return parts

    def values(self, node: Term, name: str) -> list[Term]:
        """The values of a property of SHACL."""
        return self.objects(node, sh(name))

    def value(self, node: Term, name: str) -> Term | None:
        """The one value of a property of SHACL, None if it has none."""
        values = self.values(node, name)
        if len(values) > 1:
            raise self.problem(
                node, f"sh:{name} 只能有一个值", f"sh:{name} may have one value only"
            )
        return values[0] if values else None

    def is_true(self, node: Term, name: str) -> bool:
        """Whether a boolean property of SHACL is true at a node."""
        value = self.value(node, name)
        return isinstance(value, Literal) and value.value == "true"

    def items(self, node: Term, head: Term) -> list[Term]:
        """The members of a list (section 1.1), which must be well formed."""
        members: list[Term] = []
        while head != _NIL:
            first, rest = self.objects(head, _FIRST), self.objects(head, _REST)
            if len(first) != 1 or len(rest) != 1 or len(members) > 10_000:
                raise self.problem(node, "列表不完整", "a list is not well formed")
            members += first
            head = rest[0]
        return members

    def path(self, node: Term) -> Path | None:
        """The path of a property shape, None for a node shape."""
        value = self.value(node, "path")
        inverse = self.values(value, "inversePath") if isinstance(value, BlankNode) else []
        if value is None or isinstance(value, NamedNode):
            return Path(value) if value else None
        if len(inverse) == 1 and isinstance(inverse[0], NamedNode):
            return Path(inverse[0], inverse=True)
        raise self.unsupported(node, "sh:path (neither predicate nor inverse of one)")

    def imported(self, node: Term) -> Iterator[Term]:
        """The node and what it imports, at any depth (section 5.2.1: sh:prefixes/owl:imports*)."""
        todo, seen = [node], set[Term]()
        while todo:
            current = todo.pop()
            if current not in seen:
                seen.add(current)
                todo += self.objects(current, _IMPORTS)
                yield current

    def unsupported(self, node: Term, construct: str) -> DefinitionProblem:
        """A construct of SHACL that finkg does not run."""
        return self.problem(node, f"不支持 {construct}", f"{construct} is not supported")

    def problem(self, node: Term, zh: str, en: str) -> DefinitionProblem:
        """What is wrong at a node, with its file and the shape that it belongs to."""
        owner, file = self._owner(node)
        return DefinitionProblem(Location(file), Text(f"{owner}：{zh}", f"{owner}: {en}"))

    def _owner(self, node: Term) -> tuple[str, str]:
        """The nearest node above a node that has an IRI, and its file."""
        met = {node}
        while isinstance(node, BlankNode) and self._above.get(node, node) not in met:
            node = self._above[node]
            met.add(node)
        return shown(node), self._files.get(node, "")
