"""Where the components of a shape fail, as patterns over whole sets of nodes.

Shapes within shapes combine their failures (SHACL section 4.6): sh:or joins those of its members,
sh:and unites them, sh:not takes them away from the value nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from finkg.build.shacl.graph import Path, ShapesGraph, Term
from finkg.build.shacl.parameters import arguments
from finkg.build.shacl.scope import OF_A_PATH, Scope, has_value, union
from finkg.build.shacl.values import TESTS


@dataclass(frozen=True, slots=True)
class Failure:
    """Where a component fails; `value` is the variable of a value that is to blame, if one is."""

    #: The parameter that stands for the component, for example "minCount".
    component: str
    terms: Sequence[Term]
    pattern: str
    value: str = ""


def _or(failing: Sequence[str], _values: Scope) -> str:
    """Section 4.6.3: fails where all members fail."""
    return " ".join(failing) if all(failing) else ""


def _all(failing: Sequence[str], _values: Scope) -> str:
    """Sections 4.6.2 and 4.7.1: fails where any member fails."""
    return union([pattern for pattern in failing if pattern])


def _not(failing: Sequence[str], values: Scope) -> str:
    """Section 4.6.1: fails where the shape does not."""
    return values.pattern + "".join(f" MINUS {pattern}" for pattern in failing if pattern)


_LOGIC: Final[Mapping[str, Callable[[Sequence[str], Scope], str]]] = {
    "or": _or,
    "and": _all,
    "not": _not,
    "node": _all,
}


class Failures:
    """Compiles the components of the shapes of a graph. Raises DefinitionProblem."""

    def __init__(self, graph: ShapesGraph) -> None:
        self._graph = graph
        self._within: list[Term] = []

    @contextmanager
    def inside(self, node: Term) -> Generator[None, None, None]:
        """Refuses a shape within itself, whose meaning SHACL leaves open (section 3.4.3)."""
        if node in self._within:
            raise self._graph.unsupported(node, "a shape that refers to itself")
        self._within.append(node)
        try:
            yield
        finally:
            self._within.pop()

    def of(self, node: Term, path: Path | None, scope: Scope) -> Iterator[Failure]:
        """The failures of each component that a shape itself has, over the nodes of a scope."""
        values = scope.along(path)
        for name, test in TESTS.items():
            for terms in arguments(self._graph, node, path, name):
                pattern = values.where(test(scope.node, values.node, terms))
                yield Failure(name, terms, pattern, values.node)
        yield from self._of_all_values(node, path, scope)
        for name, combined in _LOGIC.items():
            for terms in arguments(self._graph, node, path, name):
                pattern = combined([self._failing(term, values) for term in terms], values)
                if pattern:
                    yield Failure(name, terms, pattern, values.node)

    def _of_all_values(self, node: Term, path: Path | None, scope: Scope) -> Iterator[Failure]:
        for terms in arguments(self._graph, node, path, "hasValue"):
            yield Failure("hasValue", terms, has_value(scope, path, terms[0]))
        for name, of_path in OF_A_PATH.items():
            for terms in arguments(self._graph, node, path, name):
                # A shape without a path was refused with its arguments.
                if path:
                    yield Failure(name, terms, of_path(scope, path, terms[0]))

    def _failing(self, node: Term, scope: Scope) -> str:
        """The nodes of a scope that do not conform to a shape; empty if all of them do."""
        if self._graph.is_true(node, "deactivated"):
            return ""
        if self._graph.values(node, "sparql"):
            raise self._graph.unsupported(node, "sh:sparql in a shape that another refers to")
        path = self._graph.path(node)
        with self.inside(node):
            patterns = [failure.pattern for failure in self.of(node, path, scope)]
            values = scope.along(path)
            parts = [self._failing(part, values) for part in self._graph.properties(node)]
        patterns += filter(None, parts)
        return scope.each(union(patterns)) if patterns else ""
