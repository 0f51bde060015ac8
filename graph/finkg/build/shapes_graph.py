"""The shapes graph: a folder of Turtle files, read as one, that knows which file states what.

A construct of SHACL that is not supported is refused here or where it is compiled; none is ignored.
The standard is the W3C Recommendation "Shapes Constraint Language (SHACL)" of 20 July 2017.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from finkg.errors import DefinitionProblem, Location, Text
from finkg.vocabulary import PREFIXES, TYPE

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal

SH: Final = "http://www.w3.org/ns/shacl#"

_TARGETS: Final = ("targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf")
#: Properties of SHACL that these files may use; those not compiled only document a shape.
_SUPPORTED: Final = frozenset(
    """
    targetClass targetNode targetObjectsOf targetSubjectsOf path inversePath property
    minCount maxCount datatype class nodeKind in hasValue pattern flags uniqueLang languageIn
    minInclusive maxInclusive minExclusive maxExclusive minLength maxLength
    lessThan lessThanOrEquals or and not node
    sparql select prefixes declare prefix namespace
    severity message deactivated name description order group defaultValue
    """.split()
)
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
        self._store = Store()
        self._files: dict[NamedNode, str] = {}
        for number, path in enumerate(sorted(folder.glob("*.ttl"))):
            graph = NamedNode(f"urn:file:{number}")
            self._files[graph] = path.name
            self._read(path, graph)
        for quad in self._store:
            self._refuse_unsupported(quad)

    def _read(self, path: FilePath, graph: NamedNode) -> None:
        try:
            # Renamed, since two files may use one label for different blank nodes.
            parsed = parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True)
            self._store.extend([Quad(q.subject, q.predicate, q.object, graph) for q in parsed])
        except SyntaxError as error:
            where = Location(path.name, error.lineno or 0, error.offset or 0)
            reason = Text(f"不是合法的 Turtle：{error.msg}", f"not Turtle: {error.msg}")
            raise DefinitionProblem(where, reason) from None

    def _refuse_unsupported(self, quad: Quad) -> None:
        used = quad.predicate
        is_type = used == TYPE and isinstance(quad.object, NamedNode)
        if used.value.startswith(SH) and used.value[len(SH) :] not in _SUPPORTED:
            raise self.unsupported(quad.subject, shown(used))
        if is_type and quad.object.value.startswith(SH):
            if quad.object.value[len(SH) :] not in _TYPES:
                raise self.unsupported(quad.subject, shown(quad.object))
        elif is_type and quad.object.value in _CLASSES:
            raise self.unsupported(quad.subject, f"{shown(quad.object)} (implicit class target)")

    def targeted(self) -> list[NamedNode]:
        """The shapes with a target of their own (section 2.1.3), by IRI."""
        found = {
            q.subject for t in _TARGETS for q in self._store.quads_for_pattern(None, sh(t), None)
        }
        for node in found:
            if not isinstance(node, NamedNode):
                raise self.problem(node, "有目标的形状须有 IRI", "a shape with a target needs an IRI")
        return sorted((n for n in found if isinstance(n, NamedNode)), key=str)

    def declared(self) -> set[Node]:
        """Every node that is declared to be a shape."""
        kinds = (sh("NodeShape"), sh("PropertyShape"))
        return {q.subject for k in kinds for q in self._store.quads_for_pattern(None, TYPE, k)}

    def objects(self, node: Term, predicate: NamedNode) -> list[Term]:
        """The objects of a node and predicate in all files, each once."""
        if isinstance(node, Literal):
            return []
        quads = self._store.quads_for_pattern(node, predicate, None)
        return sorted({q.object for q in quads if not isinstance(q.object, Triple)}, key=str)

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
        """The nearest named node above a node, and its file."""
        for _ in range(100):
            as_object = self._store.quads_for_pattern(None, None, node)
            above = next((q for q in as_object if q.subject != node), None)
            if not above or not isinstance(node, BlankNode):
                break
            node = above.subject
        about = self._store.quads_for_pattern(None if isinstance(node, Literal) else node, None, None)
        graph = next((q.graph_name for q in about), None)
        file = self._files.get(graph, "") if isinstance(graph, NamedNode) else ""
        return shown(node), file
