"""The parameters of constraint components (SHACL section 4), checked before they are compiled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store

from finkg.build.shacl.graph import Path, ShapesGraph, Term
from finkg.build.shacl.values import NODE_KINDS

_INTEGERS: Final = frozenset(["minCount", "maxCount", "minLength", "maxLength"])
_IRIS: Final = frozenset(["class", "datatype", "nodeKind", "lessThan", "lessThanOrEquals"])
_LITERALS: Final = frozenset(
    ["pattern", "minInclusive", "maxInclusive", "minExclusive", "maxExclusive"]
)
_LISTS: Final = frozenset(["in", "languageIn", "or", "and"])
_SHAPES: Final = frozenset(["or", "and", "not", "node"])
_BOOLEANS: Final = frozenset(["uniqueLang"])
#: They count or compare the values of a path, which a node shape does not have.
_NEED_A_PATH: Final = frozenset(
    ["minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals"]
)


def arguments(graph: ShapesGraph, node: Term, path: Path | None, name: str) -> Iterator[list[Term]]:
    """For each value of a parameter at a shape the terms that it stands for: the members of a
    list, a pattern with its flags, else the value itself. Raises DefinitionProblem.
    """
    for value in graph.values(node, name):
        if path is None and name in _NEED_A_PATH:
            raise graph.problem(node, f"sh:{name} 须有 sh:path", f"sh:{name} needs a sh:path")
        terms = graph.items(node, value) if name in _LISTS else [value]
        if name == "pattern":
            terms += graph.values(node, "flags")
        if not all(_fits(name, term) for term in terms) or not _fit_together(name, terms):
            raise graph.problem(
                node, f"sh:{name} 的值不合规定", f"the value of sh:{name} is not what it takes"
            )
        yield terms


def _fits(name: str, term: Term) -> bool:
    if name in _INTEGERS:
        return isinstance(term, Literal) and term.value.isdecimal()
    if name in _BOOLEANS:
        return isinstance(term, Literal) and term.value in ("true", "false")
    if name == "nodeKind":
        return term.value in NODE_KINDS
    if name in _SHAPES:
        return not isinstance(term, Literal)
    if name in _LITERALS:
        return isinstance(term, Literal)
    # A blank node has no name in a query.
    return isinstance(term, NamedNode) if name in _IRIS else not isinstance(term, BlankNode)


def _fit_together(name: str, terms: list[Term]) -> bool:
    return name != "pattern" or _is_regular_expression(*(term.value for term in terms))


def _is_regular_expression(pattern: str, flags: str = "") -> bool:
    """Whether the engine can match the pattern at all."""
    test = f'REGEX("", {Literal(pattern)}, {Literal(flags)})'
    result = Store().query(f"SELECT ({test} AS ?matches) WHERE {{}}")
    return isinstance(result, QuerySolutions) and next(result)["matches"] is not None
