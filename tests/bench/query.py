"""Prints what `kg.query()` costs beside pyoxigraph's own `Store.query` on the same store.

    python tests/bench/query.py [TRIPLES]

Queries of every form run over a generated graph of about so many triples, with the layers that a
query sees by itself and with further ones, and both get the same default graph and named graphs.
Each is read once as Python terms and once serialised (rows as CSV, triples as N-Triples); CPU time,
by turns in one process, and the ratio is the median of the rounds. The last column is the same rows
with a deadline, from a process of their own, whose time counts too: what that costs, not a bar.
Nothing fails here: the bar stands beside the figures.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from pyoxigraph import (
    DefaultGraph,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
)
from questions import TRIPLES, graph

from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.store.view import Result
from finkg.vocabulary import PREFIXES

#: CPU seconds that one way is repeated for in a round, and rounds.
AT_LEAST, ROUNDS = 0.02, 7
#: Seconds of a deadline that never comes, and runs with it.
DEADLINE, BOUNDED_RUNS = 60.0, 3
#: At most so many times the engine alone, where the engine takes so many seconds or more.
BAR, FROM_SECONDS = 1.3, 1e-3

_OPENED: Final = "{ ?s ?p ?o } UNION { GRAPH layer:doubtful { ?s ?p ?o } }"


class Form(NamedTuple):
    """A query of one form. `layers` are opened besides those that each query sees."""

    name: str
    text: str
    layers: tuple[Layer, ...] = ()


def forms(kg: KnowledgeGraph) -> list[Form]:
    """Queries of every form; the last is as long as a list of values makes it."""
    labelled = kg.snapshot.rows("SELECT DISTINCT ?x { ?x rdfs:label ?name } ORDER BY ?x")
    ids = [row["x"] for row in labelled]
    values = " ".join(map(str, ids))
    doubtful = (Layer.DOUBTFUL, Layer.OPINIONS)
    return [
        Form("one thing", f"SELECT ?p ?o {{ {ids[-1]} ?p ?o }}"),
        Form("one row of a join", "SELECT ?a { ?a fk:offers ?b . ?b fk:affectedBy ?c } LIMIT 1"),
        Form("rows of a join", "SELECT ?a ?c { ?a fk:offers ?b . ?b fk:affectedBy ?c }"),
        Form("many rows", "SELECT ?s ?p ?o { ?s ?p ?o }"),
        Form("rows in order", "SELECT ?s ?name { ?s rdfs:label ?name } ORDER BY ?name ?s"),
        Form(
            "every claim",
            "SELECT ?c ?s ?p ?o { GRAPH layer:claims "
            "{ ?c fk:claimSubject ?s ; fk:claimProperty ?p ; fk:claimValue ?o } }",
        ),
        Form("aggregate", "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"),
        Form("path", "SELECT ?x ?c { ?x a/rdfs:subClassOf* ?c }"),
        Form("yes", "ASK { ?a fk:affectedBy ?b }"),
        Form("no, after a look at all", "ASK { ?s ?p ?o FILTER (CONTAINS(STR(?o), 'no such')) }"),
        Form("construct", "CONSTRUCT { ?b fk:changed ?a } WHERE { ?a fk:affectedBy ?b }"),
        Form("construct, much", "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH layer:claims { ?s ?p ?o } }"),
        Form("describe", f"DESCRIBE {ids[-1]}"),
        Form("more layers", f"SELECT ?s ?p ?o {{ {_OPENED} }}", doubtful),
        Form("more layers, one row", f"SELECT (COUNT(*) AS ?n) {{ {_OPENED} }}", doubtful),
        Form("layers by FROM", "SELECT ?s ?p ?o FROM layer:truth FROM layer:inferred { ?s ?p ?o }"),
        Form("a list of values", f"SELECT * {{ VALUES ?x {{ {values} }} ?x rdfs:label ?name }}"),
    ]


def alone(kg: KnowledgeGraph, form: Form) -> Result:
    """The engine's own call, with the graphs that ours gives it."""
    store, prefixes = kg.snapshot.store, dict(PREFIXES)
    if " FROM " in form.text:
        return store.query(form.text, prefixes=prefixes)
    named = [Layer.CLAIMS.iri, *(layer.iri for layer in form.layers)]
    return store.query(
        form.text, prefixes=prefixes, default_graph=DefaultGraph(), named_graphs=named
    )


def ours(kg: KnowledgeGraph, form: Form, timeout: float | None = None) -> object:
    return kg.query(form.text, form.layers, timeout=timeout)


def read(result: object) -> int:
    """Every term, as Python has it; how many rows."""
    if isinstance(result, QueryBoolean):
        return int(bool(result))
    return sum(1 for row in result if [*row])  # type: ignore[attr-defined]


def serialised(result: object) -> int:
    """How many bytes."""
    if isinstance(result, QueryBoolean):
        return len(result.serialize(format=QueryResultsFormat.JSON) or b"")
    into = QueryResultsFormat.CSV if isinstance(result, QuerySolutions) else RdfFormat.N_TRIPLES
    return len(result.serialize(format=into) or b"")  # type: ignore[attr-defined]


def spent() -> float:
    """CPU seconds of this process and of those that have ended under it."""
    both = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def seconds(step: Callable[[], int]) -> float:
    """The mean of as many runs as fill the time: one may be too short for the clock."""
    start, runs = spent(), 0
    while (taken := spent() - start) < AT_LEAST:
        step()
        runs += 1
    return taken / runs


def by_turns(first: Callable[[], int], second: Callable[[], int]) -> tuple[float, float]:
    """Seconds of the first, and how many times as long the second takes; medians."""
    if first() != second():
        raise SystemExit("not the same answer")
    rounds = [(seconds(first), seconds(second)) for _ in range(ROUNDS)]
    return median(a for a, _ in rounds), median(b / a for a, b in rounds)


def bounded(kg: KnowledgeGraph, form: Form) -> float:
    """Seconds of the same with a deadline."""
    start = spent()
    for _ in range(BOUNDED_RUNS):
        read(ours(kg, form, DEADLINE))
    return (spent() - start) / BOUNDED_RUNS


def compared(kg: KnowledgeGraph, form: Form) -> list[float]:
    """Prints a line; the ratios that the bar is for."""
    rows = read(alone(kg, form))
    terms, times = by_turns(lambda: read(alone(kg, form)), lambda: read(ours(kg, form)))
    content, content_times = by_turns(
        lambda: serialised(alone(kg, form)), lambda: serialised(ours(kg, form))
    )
    within = bounded(kg, form)
    print(
        f"{form.name:<26}{rows:>8}{terms * 1e3:>9.2f} ms{times:>7.2f} x"
        f"{content * 1e3:>9.2f} ms{content_times:>7.2f} x{within * 1e3:>9.1f} ms",
        flush=True,
    )
    both = ((terms, times), (content, content_times))
    return [ratio for alone_, ratio in both if alone_ >= FROM_SECONDS]


def main() -> None:
    triples = int(sys.argv[1]) if len(sys.argv) > 1 else TRIPLES
    with TemporaryDirectory() as scratch:
        kg = graph(Path(scratch), triples)
        print(f"{'':<26}{'rows':>8}{'terms':>12}{'ours':>9}{'content':>12}{'ours':>9}", end="")
        print(f"{'deadline':>12}")
        ratios = [ratio for form in forms(kg) for ratio in compared(kg, form)]
    print(f"most where the engine takes {FROM_SECONDS * 1e3:g} ms or more: {max(ratios):.2f} x")
    print(f"The bar: at most {BAR} x there.")


if __name__ == "__main__":
    main()
