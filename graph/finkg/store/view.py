"""A graph as it is read: queries over the plain view, and the layers behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Protocol, runtime_checkable

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    Store,
    Variable,
)

from finkg.errors import QuerySyntaxError, Text
from finkg.store.layers import ROWS, Layer
from finkg.store.sparql import admit, line_of, stacked
from finkg.vocabulary import PREFIXES, SUBCLASS_OF

Result = QuerySolutions | QueryTriples | QueryBoolean
#: More tokens can nest so deep that the engine's process dies of it: the fewest that did were
#: 2,600, in 8,000 characters. Those of a short text are not counted.
AT_HAND: Final = 1_000
_SHORT: Final = 4_000


@runtime_checkable
class Solutions(Protocol):
    """The solutions of a SELECT query, as the engine or a process of their own gives them."""

    @property
    def variables(self) -> list[Variable]: ...

    def __iter__(self) -> Iterator[QuerySolution]: ...


_PLACE = r"error at (\d+):(\d+): expected (?:one of )?(.*)"
# The engine lists character classes beside words; only the words help people.
_NEVER_OFFERED = ("LATERAL", "SERVICE")
_COMPLAINTS = {
    "Prefix not found": Text("前缀未声明", "the prefix is not declared"),
    "The SELECT contains a variable that is unbound": Text(
        "SELECT 中的变量没有取值", "SELECT names a variable that is never bound"
    ),
}
_CHARACTER_CLASS = r"\[[^\]]*\](?:, )?"


def runs_at_hand(query: str) -> bool:
    """Whether a query is small enough for the engine to run it in this process."""
    return len(query) <= _SHORT or stacked(query) <= AT_HAND


class GraphView:
    """The read side of a store. `store` is anything of Oxigraph's, on disk or in memory."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def query(self, text: str, layers: Iterable[Layer] = ()) -> Result:
        """Run a SPARQL query over the plain view, with the claims layer as a named graph.

        `layers` opens further named graphs. Prefixes need no declaring. Raises QueryRefused,
        QuerySyntaxError.
        """
        asked = admit(text)
        named = {Layer.CLAIMS, *layers} if not (asked.default or asked.named) else {*asked.named}
        chosen: list[NamedNode | BlankNode | DefaultGraph] = [x.iri for x in asked.default]
        try:
            return self.store.query(
                text,
                prefixes=dict(PREFIXES),
                default_graph=chosen or DefaultGraph(),
                named_graphs=[layer.iri for layer in sorted(named)],
            )
        except SyntaxError as error:
            raise syntax_error(str(error), text) from None

    def rows(self, text: str, layers: Iterable[Layer] = ()) -> Iterator[QuerySolution]:
        """The solutions of a SELECT query that the program itself wrote."""
        result = self.query(text, layers)
        if not isinstance(result, QuerySolutions):
            raise TypeError("not a SELECT query")
        return iter(result)

    def quads(self, layer: Layer) -> Iterator[Quad]:
        """Every quad of a layer."""
        return self.store.quads_for_pattern(None, None, None, layer.iri)

    def objects(
        self, subject: NamedNode, predicate: NamedNode, layer: Layer | None = None
    ) -> list[NamedNode | Literal]:
        """The objects of a subject and predicate in a layer, or in the plain view; sorted."""
        graph = layer.iri if layer else DefaultGraph()
        found = self.store.quads_for_pattern(subject, predicate, None, graph)
        return sorted(
            (q.object for q in found if isinstance(q.object, (NamedNode, Literal))), key=str
        )

    def superclasses(self, classes: Iterable[NamedNode]) -> set[NamedNode]:
        """These classes and all above them."""
        above: set[NamedNode] = set()
        todo = [*classes]
        while todo:
            each = todo.pop()
            if each not in above:
                above.add(each)
                found = self.objects(each, SUBCLASS_OF)
                todo.extend(term for term in found if isinstance(term, NamedNode))
        return above

    def row_of(self, evidence: NamedNode) -> tuple[str, int] | None:
        """The file and line on which a piece of evidence was stated."""
        values = {q.predicate.value: q.object for q in self._row_quads(evidence)}
        if not values:
            return None
        file, line = (values[key] for key in sorted(values))
        return file.value, int(line.value)  # type: ignore[union-attr]

    def _row_quads(self, evidence: NamedNode) -> Iterator[Quad]:
        return self.store.quads_for_pattern(evidence, None, None, ROWS)


def syntax_error(message: str, query: str) -> QuerySyntaxError:
    """The engine's complaint as facts: place, what was expected, the line itself."""
    match = re.match(_PLACE, message, re.DOTALL)
    if not match:
        return QuerySyntaxError(1, 1, (), Text(message, message))
    line, column = int(match[1]), int(match[2])
    words = [w.strip() for w in re.sub(_CHARACTER_CLASS, "", match[3]).split(", ") if w.strip()]
    # A sentence among the expected words is the parser's own complaint.
    sentence = next((w for w in words if " " in w), "")
    complaint = _COMPLAINTS.get(sentence, Text(sentence, sentence)) if sentence else None
    expected = () if sentence else tuple(w for w in words if w not in _NEVER_OFFERED)
    return QuerySyntaxError(line, column, expected, complaint, line_of(query, line))
