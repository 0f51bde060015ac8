"""A query that rdflib hands over, run by the engine behind the gate that all queries pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

import pyoxigraph as ox
from rdflib import Graph, Variable
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result, ResultRow
from rdflib.term import Identifier

from finkg.errors import QueryRefused, Text
from finkg.export.rdflib_terms import Terms, to_engine
from finkg.store.layers import Layer
from finkg.store.sparql import admit
from finkg.store.view import GraphView, runs_at_hand, syntax_error
from finkg.vocabulary import PREFIXES

#: What the engine says of a variable that it is to give a value and that the answer does not have.
_NOT_PROJECTED: Final = "SELECT projection"
#: Rows that are made at a time.
_ROWS: Final = 256
_LONG: Final = Text("太长，请用 kg.query()", "is too long here: use kg.query()")
_GIVEN_AND_FROM: Final = Text(
    "与不在结果中的 initBindings 不能同用",
    "can not be used with initBindings of variables that the answer does not have",
)


def run(
    view: GraphView,
    query: str | Query,
    prefixes: Mapping[str, Any],
    given: Mapping[str, Identifier],
    default: Sequence[ox.NamedNode | ox.DefaultGraph],
    layers: Iterable[Layer],
    terms: Terms,
    base: str | None = None,
) -> Result:
    """The result of a query over some graphs as default graph, with layers as named graphs.

    FROM and FROM NAMED take the place of both. `given` are values of variables. Raises
    QueryRefused, QuerySyntaxError.
    """
    if isinstance(query, Query):
        # What rdflib has prepared knows the text that it was made of.
        query, own, base = query._original_args  # pyright: ignore[reportPrivateUsage]
        prefixes = {**prefixes, **own}
    asked = admit(query)
    if not runs_at_hand(query):
        raise QueryRefused(query[:20], 1, 1, _LONG, "")
    chosen = [layer.iri for layer in asked.default] if asked.default else [*default]
    named = asked.named if asked.default or asked.named else layers
    try:
        result = view.store.query(
            query,
            base_iri=base,
            prefixes=PREFIXES | {prefix: str(iri) for prefix, iri in prefixes.items()},
            default_graph=chosen,  # type: ignore[arg-type]
            named_graphs=[layer.iri for layer in named],
            substitutions={ox.Variable(name): to_engine(term) for name, term in given.items()},
        )
    except SyntaxError as error:
        raise syntax_error(str(error), query) from None
    except RuntimeError as error:
        if _NOT_PROJECTED not in str(error):
            raise
        if asked.default or asked.named:
            raise QueryRefused("FROM", 1, 1, _GIVEN_AND_FROM, "") from None
        # rdflib's own engine then takes the query, over this store.
        raise NotImplementedError from error
    return _result(result, terms)


def _result(result: ox.QueryBoolean | ox.QuerySolutions | ox.QueryTriples, terms: Terms) -> Result:
    if isinstance(result, ox.QueryBoolean):
        answer = Result("ASK")
        answer.askAnswer = bool(result)
        return answer
    if isinstance(result, ox.QuerySolutions):
        return Rows(result, terms)
    answer = Result("CONSTRUCT")
    answer.graph = Graph()
    for s, p, o in result:
        answer.graph.add((terms[s], terms[p], terms[o]))
    return answer


def _is_bound(term: object) -> bool:
    return term is not None


class Rows(Result):
    """The rows of a SELECT query, made as they are read; they can be read again."""

    def __init__(self, solutions: ox.QuerySolutions, terms: Terms) -> None:
        super().__init__("SELECT")
        self.vars = [Variable(variable.value) for variable in solutions.variables]
        self._labels = {str(name): place for place, name in enumerate(self.vars)}
        self._terms = terms
        self._left = iter(solutions)
        self._read: list[ResultRow] = []

    def __iter__(self) -> Iterator[ResultRow]:
        """Rows of rdflib: tuples, whose members have the names of the variables, too."""
        place = 0
        while place < len(self._read) or self._more():
            yield from self._read[place : (place := len(self._read))]

    def _more(self) -> bool:
        """Reads some rows more; whether there are any."""
        terms, labels, keep = self._terms, self._labels, self._read.append
        before = len(self._read)
        for solution in islice(self._left, _ROWS):
            # As the constructor, which makes two dictionaries for each row.
            row = tuple.__new__(
                ResultRow, [None if term is None else terms[term] for term in solution]
            )
            row.labels = labels
            keep(row)
        return len(self._read) > before

    @property  # type: ignore[misc]
    def bindings(self) -> list[Mapping[Variable, Identifier]]:  # type: ignore[override]
        """Each row as a dictionary, without the variables that have no value."""
        names = self.vars or []
        return [
            {name: term for name, term in zip(names, row, strict=True) if _is_bound(term)}
            for row in self
        ]

    def __len__(self) -> int:
        return sum(1 for _ in self)
