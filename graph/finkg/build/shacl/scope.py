"""Scopes, and the constraints on all values of a node together.

A scope is a graph pattern that binds the nodes to be checked; a constraint extends it to a pattern
that binds those which fail, a whole set at a time. Sections name the W3C Recommendation SHACL.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from finkg.build.shacl.graph import Path, Term


@dataclass(frozen=True, slots=True)
class Scope:
    """A pattern and its variables, of which the last stands for the node to be checked."""

    pattern: str
    variables: tuple[str, ...] = ("?this",)

    @property
    def node(self) -> str:
        return self.variables[-1]

    def along(self, path: Path | None) -> Scope:
        """The value nodes (section 2.3): what the path leads to, or without one the node itself."""
        if path is None:
            return self
        value = f"?value{len(self.variables)}"
        return Scope(f"{self.pattern} {self.node} {path} {value} .", (*self.variables, value))

    def where(self, test: str) -> str:
        """The solutions for which an expression is true."""
        return f"{self.pattern} FILTER({test})"

    def each(self, pattern: str) -> str:
        """The solutions of a pattern as those of the scope's own variables, each once."""
        return f"{{ SELECT DISTINCT {' '.join(self.variables)} WHERE {{ {pattern} }} }}"

    def counted(self, values: str, condition: str) -> str:
        """The solutions whose number of different `?counted` in a pattern meets a condition."""
        names = " ".join(self.variables)
        having = f"GROUP BY {names} HAVING(COUNT(DISTINCT ?counted) {condition})"
        return f"{{ SELECT {names} WHERE {{ {self.pattern} {values} }} {having} }}"


def union(patterns: list[str]) -> str:
    """The solutions of any of the patterns."""
    return " UNION ".join(f"{{ {pattern} }}" for pattern in patterns)


def min_count(scope: Scope, path: Path, term: Term) -> str:
    """Section 4.2.1."""
    count = int(term.value)
    if count == 1:
        return scope.where(f"NOT EXISTS {{ {scope.node} {path} [] }}")
    return scope.counted(f"OPTIONAL {{ {scope.node} {path} ?counted }}", f"< {count}")


def max_count(scope: Scope, path: Path, term: Term) -> str:
    """Section 4.2.2."""
    return scope.counted(f"{scope.node} {path} ?counted .", f"> {int(term.value)}")


def unique_lang(scope: Scope, path: Path, term: Term) -> str:
    """Section 4.4.5; two values in each of two languages are told as one failure."""
    if term.value != "true":
        return scope.where("false")
    pair = f"{scope.pattern} {scope.node} {path} ?one, ?other ."
    same = 'LANG(?one) != "" && LANG(?one) = LANG(?other) && !sameTerm(?one, ?other)'
    return f"{pair} FILTER({same})"


def has_value(scope: Scope, path: Path | None, term: Term) -> str:
    """Section 4.8.2."""
    if path is None:
        return scope.where(f"!sameTerm({scope.node}, {term})")
    return scope.where(f"NOT EXISTS {{ {scope.node} {path} {term} }}")


#: Constraints that make no sense without a path.
OF_A_PATH: Final[Mapping[str, Callable[[Scope, Path, Term], str]]] = {
    "minCount": min_count,
    "maxCount": max_count,
    "uniqueLang": unique_lang,
}
