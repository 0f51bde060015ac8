"""The six RDF syntaxes of the W3C, by layer. The same graph always gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from finkg.errors import UnknownFormat
from finkg.store.layers import PLAIN_VIEW, Layer
from finkg.store.view import GraphView
from finkg.vocabulary import PREFIXES


@dataclass(frozen=True, slots=True)
class Syntax:
    """One syntax: how it is called, its file suffixes, and whether it can hold named graphs."""

    name: str
    suffixes: tuple[str, ...]
    format: RdfFormat
    has_graphs: bool


SYNTAXES = (
    Syntax("turtle", (".ttl",), RdfFormat.TURTLE, has_graphs=False),
    Syntax("ntriples", (".nt",), RdfFormat.N_TRIPLES, has_graphs=False),
    Syntax("rdfxml", (".rdf", ".owl", ".xml"), RdfFormat.RDF_XML, has_graphs=False),
    Syntax("trig", (".trig",), RdfFormat.TRIG, has_graphs=True),
    Syntax("nquads", (".nq",), RdfFormat.N_QUADS, has_graphs=True),
    Syntax("jsonld", (".jsonld", ".json"), RdfFormat.JSON_LD, has_graphs=True),
)


def syntax(name: str = "", path: str = "") -> Syntax:
    """The syntax of this name, else of this file's suffix, else Turtle. Raises UnknownFormat."""
    suffix = PurePath(path).suffix.lower()
    wanted = name or suffix
    for candidate in SYNTAXES:
        if wanted in ("", candidate.name, *candidate.suffixes):
            return candidate
    raise UnknownFormat(wanted, tuple(s.name for s in SYNTAXES))


def rdf(view: GraphView, into: Syntax, layers: Iterable[Layer] = ()) -> bytes:
    """The graph in a syntax: the plain view in a triple syntax, every layer in a quad syntax.

    `layers` narrows or widens that. The default graph and its layers are never both written.
    """
    chosen = tuple(layers) or (tuple(Layer) if into.has_graphs else PLAIN_VIEW)
    quads = sorted((q for layer in chosen for q in view.quads(layer)), key=_order)
    output = BytesIO()
    if into.has_graphs:
        serialize(quads, output, into.format, prefixes=dict(PREFIXES))
    else:
        triples = (Triple(q.subject, q.predicate, q.object) for q in quads)
        serialize(triples, output, into.format, prefixes=dict(PREFIXES))
    return output.getvalue()


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)
