"""Prints what a Dataset of rdflib costs beside the engine's own calls on the same store.

    python tests/bench/dataset.py [TRIPLES]

The Dataset of `to_rdflib` reads a graph of about so many triples: triples and queries, as multiples
of the engine's own time, beside oxrdflib and a Graph of rdflib in memory. CPU seconds, the best of
some runs. Nothing fails here.
"""

from __future__ import annotations

import warnings
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from oxrdflib import OxigraphStore
from pyoxigraph import DefaultGraph, NamedNode, Store
from questions import graph
from rdflib import RDF, Dataset, Graph, URIRef
from timing import timed

from finkg.export.objects import to_rdflib
from finkg.vocabulary import LABEL, PREFIXES

TRIPLES = 100_000


def read_by_rdflib(triples: int, scratch: Path) -> None:
    """Prints a line for each way to read, as multiples of the engine's own time."""
    view = graph(scratch, triples).snapshot
    ours, theirs = to_rdflib(view), Dataset(store=OxigraphStore(store=view.store))
    memory = Graph()
    for triple in ours.triples((None, None, None)):
        memory.add(triple)
    for prefix, iri in PREFIXES.items():
        theirs.bind(prefix, iri, replace=True)
        memory.bind(prefix, iri, replace=True)
    print(f"{'':<22}{'rows':>9}{'engine':>12}{'to_rdflib':>11}{'oxrdflib':>11}{'in memory':>11}")
    for name, engine, by_rdflib in readings(view.store, memory):
        alone = timed("", engine, 5)
        others = [timed("", partial(by_rdflib, each), 3) for each in (ours, theirs, memory)]
        if {each.result for each in others} != {alone.result}:
            raise SystemExit(f"{name}: not the same")
        cells = "".join(f"{each.seconds / alone.seconds:>9.2f} x" for each in others)
        print(f"{name:<22}{alone.result:>9}{alone.seconds * 1e3:>9.2f} ms{cells}", flush=True)


def readings(
    store: Store, memory: Graph
) -> Iterator[tuple[str, Callable[[], int], Callable[[Any], int]]]:
    """What is read: by the engine's own call, and from anything of rdflib's."""

    def found(*pattern: NamedNode | None) -> int:
        return sum(1 for s, p, o, _ in store.quads_for_pattern(*pattern, DefaultGraph()))

    def rows(query: str) -> int:
        return sum(1 for row in store.query(query, prefixes=dict(PREFIXES)) if [*row])  # type: ignore[union-attr]

    label, some = URIRef(LABEL.value), [*memory.subjects(RDF.type, unique=True)][:2_000]
    nodes = [NamedNode(each) for each in some if isinstance(each, URIRef)]
    yield "all triples", lambda: found(None, None, None), lambda d: len_of(d, (None, None, None))
    yield (
        "of one property",
        lambda: found(None, LABEL, None),
        lambda d: len_of(d, (None, label, None)),
    )
    yield (
        "of 2,000 subjects",
        lambda: sum(found(node, None, None) for node in nodes),
        lambda d: sum(len_of(d, (URIRef(node.value), None, None)) for node in nodes),
    )
    for name, query in (
        ("query: all", "SELECT ?s ?p ?o { ?s ?p ?o }"),
        ("query: a join", "SELECT ?a ?name { ?a fk:withinScopeOf ?b . ?b rdfs:label ?name }"),
        ("query: an aggregate", "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"),
    ):
        yield (
            name,
            lambda q=query: rows(q),
            lambda d, q=query: sum(1 for row in d.query(q) if [*row]),
        )  # type: ignore[misc]


def len_of(dataset: Any, pattern: tuple[Any, Any, Any]) -> int:
    return sum(1 for _ in dataset.triples(pattern))


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("triples", type=int, nargs="?", default=TRIPLES)
    chosen = parser.parse_args()
    # rdflib's own code calls what rdflib deprecates.
    warnings.simplefilter("ignore", DeprecationWarning)
    with TemporaryDirectory() as scratch:
        read_by_rdflib(chosen.triples, Path(scratch))


if __name__ == "__main__":
    main()
