"""Analyses as answers: a question's SELECT gives the edges, a method here makes rows of them.

    #+ analysis = "paths"

names the method. The query selects `?from ?relation ?to`, each solution a statement that counts, so
that any SPARQL client can run it; the columns of the header are those of the method. The values of
the question's parameters are handed to the method by their names.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import Literal, NamedNode

if TYPE_CHECKING:
    from finkg.analysis.network import Network, Statement
    from finkg.catalogue.analyses.made import Made
    from finkg.store.view import GraphView, Solutions

#: What the query of an analysis selects.
EDGE: Final = ("from", "relation", "to")

Given = Mapping[str, NamedNode | Literal]
Method = Callable[["Network", "GraphView", Given], "Made"]


class Analysis(NamedTuple):
    """A method: the module here that has it, as `of_question`, and the columns that it makes."""

    module: str
    columns: tuple[str, ...]

    def made(self, network: Network, view: GraphView, given: Given) -> Made:
        """The rows of a network, with their grounds."""
        method: Method = importlib.import_module(f"{__name__}.{self.module}").of_question
        return method(network, view, given)


#: What a question's header may name.
ANALYSES: Final = {
    "paths": Analysis(
        "connections",
        (
            "path", "step", "from", "direction", "relation", "to", "cost", "standing", "sources",
        ),
    ),
    "bridges": Analysis("between", ("bridge", "share", "case", "connections")),
    "centrality": Analysis("central", ("rank", "entity", "connections", "betweenness", "pagerank")),
    "communities": Analysis(
        "cases", ("first", "second", "third", "members", "inside", "cohesion")
    ),
    "members": Analysis("members", ("member", "inside", "outside")),
    "similarity": Analysis("alike", ("one", "other", "similarity", "shared", "either", "telling")),
}  # fmt: skip


def edges(solutions: Solutions) -> Iterable[Statement]:
    """The solutions of a question as statements; what is no edge between things is none."""
    from finkg.analysis.network import Statement

    for solution in solutions:
        subject, predicate, value = (solution[name] for name in EDGE)
        if (
            isinstance(subject, NamedNode)
            and isinstance(predicate, NamedNode)
            and isinstance(value, NamedNode)
        ):
            yield Statement(subject, predicate, value)
