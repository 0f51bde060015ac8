"""SPARQL algebra as rdflib draws it, walked node by node, so that a lint reads no text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rdflib.paths import MulPath, Path
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Node, Variable

Triple = tuple[Node, Any, Node]


def algebra(query: str) -> CompValue:
    """The algebra of a query that declares every prefix it uses; else rdflib raises."""
    tree: CompValue = translateQuery(parseQuery(query)).algebra
    return tree


def nodes(tree: Any, name: str = "") -> Iterator[CompValue]:
    """Every node below and with this one, or those of one name."""
    if isinstance(tree, CompValue):
        if name in ("", tree.name):
            yield tree
        for key, part in tree.items():
            if key != "_vars":
                yield from nodes(part, name)
    elif isinstance(tree, (list, tuple)):
        for part in tree:
            yield from nodes(part, name)


def triples(tree: CompValue) -> list[Triple]:
    """Every triple pattern; the predicate may be a path."""
    return [triple for bgp in nodes(tree, "BGP") for triple in bgp["triples"]]


def repeats(predicate: Any) -> bool:
    """Whether a path has `*`, `+` or `?` in it."""
    if isinstance(predicate, MulPath):
        return True
    inner = [*getattr(predicate, "args", ()), getattr(predicate, "arg", None)]
    return isinstance(predicate, Path) and any(repeats(part) for part in inner)


def bound_elsewhere(tree: CompValue) -> set[Node]:
    """Variables that a plain triple pattern or VALUES binds, wherever a path starts from them."""
    plain = [t for t in triples(tree) if not repeats(t[1])]
    inline = [row for node in nodes(tree, "values") for row in node["res"]]
    return {n for s, _, o in plain for n in (s, o)} | {n for row in inline for n in row}


def variables(expression: Any) -> set[Variable]:
    """The variables that stand anywhere in an expression."""
    if isinstance(expression, Variable):
        return {expression}
    parts: Any = ()
    if isinstance(expression, CompValue):
        parts = [part for key, part in expression.items() if key != "_vars"]
    elif isinstance(expression, (list, tuple)):
        parts = expression
    return {found for part in parts for found in variables(part)}


def surely_bound(tree: Any) -> set[Variable]:
    """The variables that have a value in every solution of a pattern, given that BIND can not
    fail (SPARQL 1.1, section 18.6)."""
    match tree.name:
        case "BGP":
            return {n for s, _, o in tree["triples"] for n in (s, o) if isinstance(n, Variable)}
        case "Join":
            return surely_bound(tree["p1"]) | surely_bound(tree["p2"])
        case "Union":
            return surely_bound(tree["p1"]) & surely_bound(tree["p2"])
        case "LeftJoin" | "Minus":
            return surely_bound(tree["p1"])
        case "Extend":
            return surely_bound(tree["p"]) | {tree["var"]}
        case "values":
            rows = [{v for v, term in row.items() if isinstance(term, Node)} for row in tree["res"]]
            return set.intersection(*rows) if rows else set()
        case "AggregateJoin":
            # What groups are made by comes back as an Extend of its own.
            return set()
        case "Project":
            return surely_bound(tree["p"]) & {*tree["PV"]}
        case _:
            return surely_bound(tree["p"])
