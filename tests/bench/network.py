"""Prints what a network of networkx costs beside other ways to get the same.

    python tests/bench/network.py [STATEMENTS]

`to_networkx` makes a network of so many statements, beside plain loops over rdflib that make the
same network: over a Dataset that first has to be read from N-Quads, over one of oxrdflib's, and
over one that is in memory already; beside rdflib's own function, which makes less; and beside what
networkx alone takes for edges in a list, which no way can do without. A tenth of it with what the
claims say. CPU seconds of one run. Nothing fails here: the bar stands beside the figures.
"""

from __future__ import annotations

import warnings
from argparse import ArgumentParser
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

import networkx as nx
from oxrdflib import OxigraphStore
from pyoxigraph import RdfFormat
from rdflib import RDF, RDFS, Dataset, Graph, URIRef
from rdflib.extras.external_graph_libs import rdflib_to_networkx_multidigraph
from timing import Way, timed

from finkg.export.objects import to_networkx
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.snapshot import Snapshot, write_snapshot
from finkg.vocabulary import FK, ID, LABEL, TYPE, XSD_DATE, XSD_YEAR

STATEMENTS = 1_000_000
#: Statements for each entity; one claim in so many states a time; sources of all.
OF_AN_ENTITY, DATED, SOURCES = 10, 4, 500
BAR: Final = "The bar: at least 5 times as fast as from rdflib."
_PROPERTIES: Final = (
    "offers", "hasActivity", "affectedBy", "appliesTo", "regulatesActivity", "involves", "imposes",
    "withinScopeOf", "changedBy", "issuedBy", "holdsSharesIn", "usesTechnology",
)  # fmt: skip
_LAYERS: Final = (Layer.TRUTH, Layer.INFERRED)


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
        claim = f"<{ID}c-{number:016x}>"
        yield f"{subject} {property_} {value} {layer} .\n{subject} {property_} {value} .\n"
        if not claims:
            continue
        for term, of in (
            ("claimSubject", subject), ("claimProperty", property_), ("claimValue", value),
            ("standing", f"<{FK}Accepted>"), ("rank", f"<{FK}NormalRank>"),
            ("backedBy", f"<{ID}source-{number % SOURCES}>"),
        ):  # fmt: skip
            yield f"{claim} <{FK}{term}> {of} {said_in} .\n"
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
        sources = {*claims.objects(claim, fk + "backedBy")}
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
    chosen = parser.parse_args()
    # rdflib's own code calls what rdflib deprecates.
    warnings.simplefilter("ignore", DeprecationWarning)
    with TemporaryDirectory() as scratch:
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
