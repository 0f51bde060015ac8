"""From shapes to constraints: each becomes one SPARQL query of where it is violated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, NamedNode

from finkg.build.shacl.failures import Failure, Failures
from finkg.build.shacl.graph import Path, ShapesGraph, Term, sh, shown
from finkg.build.shacl.messages import message
from finkg.build.shacl.scope import Scope, union
from finkg.build.shacl.sparql import sparql_query
from finkg.build.shacl.values import is_instance
from finkg.errors import Severity, Text

_SEVERITIES: Final[Mapping[Term | None, Severity]] = {
    None: Severity.VIOLATION,
    sh("Violation"): Severity.VIOLATION,
    sh("Warning"): Severity.WARNING,
}
_TARGETS: Final[Mapping[str, Callable[[Term], str]]] = {
    "targetClass": lambda term: is_instance("?this", term),
    "targetNode": lambda term: f"VALUES ?this {{ {term} }}",
    "targetSubjectsOf": lambda term: f"?this {term} [] .",
    "targetObjectsOf": lambda term: f"[] {term} ?this .",
}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of one shape: a SELECT of the focus nodes and values that violate it."""

    #: The shape, or the nearest one with an IRI that it stands in.
    shape: NamedNode
    #: For example sh:MinCountConstraintComponent.
    component: NamedNode
    path: Path | None
    severity: Severity
    #: May name variables of the query as {?name}.
    message: Text
    query: str
    #: Names of the variables of the focus node and of the value; the latter empty if none is told.
    focus: str
    value: str


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape at its place: over which nodes, and within which named shape."""

    node: Term
    named: NamedNode
    path: Path | None
    scope: Scope
    severity: Severity


class Compiler:
    """Compiles the shapes of a graph. Raises DefinitionProblem for what is not supported."""

    def __init__(self, graph: ShapesGraph) -> None:
        self._graph = graph
        self._failures = Failures(graph)

    def constraints(self) -> Iterator[Constraint]:
        """Every constraint of every shape that has a target and is not deactivated."""
        for node in self._graph.targeted():
            yield from self._within(node, node, self._focus_nodes(node))

    def _focus_nodes(self, node: Term) -> Scope:
        """The targets of a shape (section 2.1.3)."""
        found = [(t, term) for t in _TARGETS for term in self._graph.values(node, t)]
        if any(isinstance(term, BlankNode) for _, term in found):
            raise self._graph.problem(
                node, "目标不能是空白节点", "a target can not be a blank node"
            )
        targets = union([_TARGETS[t](term) for t, term in found])
        return Scope(Scope("").each(targets))

    def _within(self, node: Term, named: NamedNode, scope: Scope) -> Iterator[Constraint]:
        """The constraints of a shape and of its property shapes, over the nodes of a scope."""
        if self._graph.is_true(node, "deactivated"):
            return
        shape = _Shape(node, named, self._graph.path(node), scope, self._severity(node))
        with self._failures.inside(node):
            for failure in self._failures.of(node, shape.path, scope):
                yield self._constraint(shape, failure)
            for part in self._graph.values(node, "sparql"):
                if not self._graph.is_true(part, "deactivated"):
                    yield self._sparql(shape, part)
            for part in self._graph.properties(node):
                inner = part if isinstance(part, NamedNode) else named
                yield from self._within(part, inner, scope.along(shape.path))

    def _severity(self, node: Term) -> Severity:
        """Section 2.1.4."""
        stated = self._graph.value(node, "severity")
        if stated not in _SEVERITIES:
            raise self._graph.unsupported(node, f"sh:severity {shown(stated)}")
        return _SEVERITIES[stated]

    def _constraint(self, shape: _Shape, failure: Failure) -> Constraint:
        name, focus = failure.component, shape.scope.node
        columns = focus if failure.value in ("", focus) else f"{focus} {failure.value}"
        return Constraint(
            shape.named,
            sh(f"{name[0].upper()}{name[1:]}ConstraintComponent"),
            shape.path,
            shape.severity,
            message(self._graph, shape.node, name, shape.path, failure.terms),
            f"SELECT DISTINCT {columns} WHERE {{ {failure.pattern} }}",
            focus[1:],
            failure.value[1:],
        )

    def _sparql(self, shape: _Shape, part: Term) -> Constraint:
        """Without a ?value of its own, a node shape's violation tells its focus node (5.3.2)."""
        if self._graph.values(part, "severity"):
            raise self._graph.unsupported(part, "sh:severity of a value of sh:sparql")
        query, names = sparql_query(self._graph, part, shape.scope)
        speaker = part if self._graph.values(part, "message") else shape.node
        return Constraint(
            shape.named,
            sh("SPARQLConstraintComponent"),
            shape.path,
            shape.severity,
            message(self._graph, speaker, "sparql", shape.path, ()),
            query,
            "this",
            "value" if "value" in names else "" if shape.path else "this",
        )
