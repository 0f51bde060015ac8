"""Prints what the objects of rdflib and networkx cost beside other ways to get the same.

    python tests/bench/objects.py [STATEMENTS] [--triples TRIPLES]

A Dataset of `to_rdflib` reads a graph of about so many triples beside the engine's own calls on the
same store, beside oxrdflib, and beside a Graph of rdflib in memory, triples and queries.

`to_networkx` makes a network of so many statements, beside plain loops over rdflib that make the
same network: over a Dataset that first has to be read from N-Quads, over one of oxrdflib's, and
over one that is in memory already; beside rdflib's own function, which makes less; and beside what
networkx alone takes for edges in a list, which no way can do without. A tenth of it with what the
claims say. CPU seconds of one run. Nothing fails here: the bar stands beside the figures.
"""

from __future__ import annotations

import gc
import warnings
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any, Final, NamedTuple

import networkx as nx
from oxrdflib import OxigraphStore
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store
from questions import graph
from rdflib import RDF, RDFS, Dataset, Graph, URIRef
from rdflib.extras.external_graph_libs import rdflib_to_networkx_multidigraph

from finkg.export.objects import to_networkx, to_rdflib
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.snapshot import Snapshot, write_snapshot
from finkg.vocabulary import FK, ID, LABEL, PREFIXES, TYPE, XSD_DATE, XSD_YEAR

STATEMENTS, TRIPLES = 1_000_000, 100_000
#: Statements for each entity; one claim in so many states a time; sources of all.
OF_AN_ENTITY, DATED, SOURCES = 10, 4, 500
BAR: Final = "The bar: at least 5 times as fast as from rdflib."
_PROPERTIES: Final = (
    "offers", "hasActivity", "affectedBy", "appliesTo", "regulatesActivity", "involves", "imposes",
    "withinScopeOf", "changedBy", "issuedBy", "holdsSharesIn", "usesTechnology",
)  # fmt: skip
_LAYERS: Final = (Layer.TRUTH, Layer.INFERRED)


class Way(NamedTuple):
    """One way to get a thing, and CPU seconds that it took."""

    name: str
    seconds: float
    result: Any


def timed(name: str, step: Callable[[], Any], runs: int = 1) -> Way:
    """The least of some runs."""
    best, result = float("inf"), None
    for _ in range(runs):
        result = None
        gc.collect()
        start = process_time()
        result = step()
        best = min(best, process_time() - start)
    return Way(name, best, result)


# The Dataset.


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


# The network.


def stated(statements: int, *, claims: bool) -> Iterator[str]:
    """N-Quads of entities and of statements between them, perhaps with a claim for each."""
    random, entities = Random(1), statements // OF_AN_ENTITY
    said_in = f"<{Layer.CLAIMS.iri.value}>"
    for number in range(entities):
        thing = f"<{ID}thing-{number}>"
        for layer in (f" <{Layer.ENTITIES.iri.value}>", ""):
            yield f"{thing} {TYPE} <{FK}Company>{layer} .\n"
            yield f'{thing} {LABEL} "公司{number}"@zh{layer} .\n'
            yield f'{thing} {LABEL} "Company {number}"@en{layer} .\n'
        for layer in (f" <{Layer.TRUTH.iri.value}>", ""):
            yield f'{thing} <{FK}foundedOn> "{2000 + number % 20}"^^{XSD_YEAR}{layer} .\n'
    seen: set[tuple[int, str, int]] = set()
    while len(seen) < statements:
        statement = (
            random.randrange(entities),
            random.choice(_PROPERTIES),
            random.randrange(entities),
        )
        if statement in seen:
            continue
        number = len(seen)
        seen.add(statement)
        subject, value = f"<{ID}thing-{statement[0]}>", f"<{ID}thing-{statement[2]}>"
        property_, layer = f"<{FK}{statement[1]}>", _LAYERS[number % 3 == 0].iri
        claim, evidence = f"<{ID}c-{number:016x}>", f"<{ID}e-{number:016x}>"
        yield f"{subject} {property_} {value} {layer} .\n{subject} {property_} {value} .\n"
        if not claims:
            continue
        for term, of in (
            ("claimSubject", subject), ("claimProperty", property_), ("claimValue", value),
            ("standing", f"<{FK}Accepted>"), ("rank", f"<{FK}NormalRank>"), ("evidence", evidence),
        ):  # fmt: skip
            yield f"{claim} <{FK}{term}> {of} {said_in} .\n"
        yield f"{evidence} <{FK}source> <{ID}source-{number % SOURCES}> {said_in} .\n"
        yield f"{evidence} <{FK}stance> <{FK}Supports> {said_in} .\n"
        if number % DATED == 0:
            yield f'{claim} <{FK}validFrom> "{2000 + number % 20}-01-01"^^{XSD_DATE} {said_in} .\n'


def stated_snapshot(statements: int, scratch: Path, *, claims: bool = False) -> Snapshot:
    file = scratch / "statements.nq"
    with file.open("w", encoding="utf-8") as output:
        output.writelines(stated(statements, claims=claims))
    with write_snapshot(scratch / "statements") as writer:
        writer.store.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
        writer.describe({})
    file.unlink()
    return Snapshot(scratch / "statements")


def looped(dataset: Dataset, *, claims: bool = False) -> nx.MultiDiGraph:
    """The same network by a plain loop over rdflib."""
    network = nx.MultiDiGraph()
    named = {
        layer: dataset.get_context(URIRef(layer.iri.value)) for layer in (Layer.ENTITIES, *_LAYERS)
    }
    if claims:
        named[Layer.CLAIMS] = dataset.get_context(URIRef(Layer.CLAIMS.iri.value))
    entities = named[Layer.ENTITIES]
    for entity in entities.subjects(RDF.type, unique=True):
        labels = {label.language: str(label) for label in entities.objects(entity, RDFS.label)}  # type: ignore[union-attr]
        types = "|".join(sorted(local(each) for each in entities.objects(entity, RDF.type)))
        zh, en = labels["zh"], labels["en"]
        network.add_node(local(entity), label_zh=zh, label_en=en, types=types)
    for layer in _LAYERS:
        for subject, property_, value in named[layer]:
            start, name = local(subject), local(property_)
            if not isinstance(value, URIRef):
                network.nodes[start][name] = str(value)
                continue
            end = local(value)
            more = said(named[Layer.CLAIMS], subject, property_, value) if claims else {}
            network.add_edge(
                start, end, f"{start}.{name}.{end}",
                property=name, label_zh=name, label_en=name, layer=layer.value, **more,
            )  # fmt: skip
    return network


def said(claims: Graph, subject: Any, property_: Any, value: Any) -> dict[str, str | int]:
    """What the only claim of a statement says."""
    fk = URIRef(FK)
    for claim in claims.subjects(fk + "claimValue", value):
        if (claim, fk + "claimSubject", subject) not in claims:
            continue
        if (claim, fk + "claimProperty", property_) not in claims:
            continue
        sources = {
            source
            for evidence in claims.objects(claim, fk + "evidence")
            if (evidence, fk + "stance", fk + "Supports") in claims
            for source in claims.objects(evidence, fk + "source")
        }
        told: dict[str, str | int] = {
            "claims": local(claim),
            "standing": local(claims.value(claim, fk + "standing")),
            "sources": len(sources),
            "rank": local(claims.value(claim, fk + "rank")),
        }
        if begun := claims.value(claim, fk + "validFrom"):
            told["valid_from"] = str(begun)
        return told
    return {}


def local(term: Any) -> str:
    return str(term).rpartition("#" if "#" in term else "/")[2]


def dumped(view: Snapshot, layers: tuple[Layer, ...]) -> bytes:
    output = BytesIO()
    for layer in layers:
        for quad in view.quads(layer):
            output.write(f"{quad} .\n".encode())
    return output.getvalue()


def read(content: bytes) -> Dataset:
    dataset = Dataset()
    dataset.parse(data=content, format="nquads")
    return dataset


def networks(statements: int, scratch: Path) -> None:
    """Prints a line for each way to a network, and how many times as long as ours it takes."""
    view = stated_snapshot(statements, scratch)
    layers = (Layer.ENTITIES, *_LAYERS)
    print(f"{statements:,} statements")
    ours = timed("to_networkx", lambda: to_networkx(view, Names(view)))
    content = dumped(view, layers)
    reading = timed("(N-Quads read by rdflib)", lambda: read(content))
    memory = timed("loop over rdflib in memory", lambda: looped(reading.result))
    compared(ours, memory)
    oxigraph = Dataset(store=OxigraphStore(store=view.store))
    disk = timed("loop over oxrdflib", lambda: looped(oxigraph))
    triples = Graph()
    for layer in _LAYERS:
        triples += reading.result.get_context(URIRef(layer.iri.value))
    extras = timed(
        "rdflib_to_networkx_multidigraph", lambda: rdflib_to_networkx_multidigraph(triples)
    )
    edges = [*ours.result.edges(keys=True, data=True)]
    alone = timed("networkx alone, from a list", lambda: nx.MultiDiGraph().add_edges_from(edges))
    whole = Way("read by rdflib, then the loop", reading.seconds + memory.seconds, None)
    shown(ours, whole, disk, memory, extras, alone)


def with_claims(statements: int, scratch: Path) -> None:
    """The same with what the claims say, of a tenth of the statements: rdflib needs much memory."""
    view = stated_snapshot(statements, scratch, claims=True)
    layers = (Layer.ENTITIES, *_LAYERS, Layer.CLAIMS)
    print(f"{statements:,} statements with what their claims say")
    ours = timed("to_networkx, claims", lambda: to_networkx(view, Names(view), claims=True))
    content = dumped(view, layers)
    reading = timed("(N-Quads read by rdflib)", lambda: read(content))
    memory = timed("loop over rdflib in memory", lambda: looped(reading.result, claims=True))
    compared(ours, memory)
    shown(
        ours, memory, Way("read by rdflib, then the loop", reading.seconds + memory.seconds, None)
    )


def compared(one: Way, other: Way) -> None:
    if not nx.utils.graphs_equal(one.result, other.result):
        raise SystemExit(f"{one.name}, {other.name}: not the same network")


def shown(ours: Way, *others: Way) -> None:
    print(f"{ours.name:<34}{ours.seconds:>9.2f} s")
    for each in others:
        print(
            f"{each.name:<34}{each.seconds:>9.2f} s{each.seconds / ours.seconds:>8.1f} x",
            flush=True,
        )


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("statements", type=int, nargs="?", default=STATEMENTS)
    parser.add_argument("--triples", type=int, default=TRIPLES)
    chosen = parser.parse_args()
    # rdflib's own code calls what rdflib deprecates.
    warnings.simplefilter("ignore", DeprecationWarning)
    with TemporaryDirectory() as scratch:
        read_by_rdflib(chosen.triples, Path(scratch) / "read")
        for measure, statements in (
            (networks, chosen.statements),
            (with_claims, chosen.statements // 10),
        ):
            folder = Path(scratch) / measure.__name__
            folder.mkdir()
            measure(statements, folder)
    print(BAR)


if __name__ == "__main__":
    main()
