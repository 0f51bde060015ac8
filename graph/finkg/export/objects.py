"""The graph as objects of rdflib and networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from finkg.store.layers import PLAIN_VIEW, Layer
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import LABEL, PREFIXES, TYPE, local_name

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from rdflib import Dataset


def to_rdflib(view: GraphView) -> Dataset:
    """A Dataset over the store itself: its default graph is the plain view."""
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    dataset = Dataset(store=OxigraphStore(store=view.store))
    for prefix, iri in PREFIXES.items():
        dataset.bind(prefix, iri)
    return dataset


def to_networkx(view: GraphView, names: Names) -> MultiDiGraph:
    """Entities as nodes with labels and types, statements as edges keyed by property."""
    from networkx import MultiDiGraph

    graph = MultiDiGraph()
    for quad in view.quads(Layer.ENTITIES):
        if quad.predicate == TYPE and isinstance(quad.subject, NamedNode):
            _add_entity(graph, names, quad.subject, quad.object)
    for layer in PLAIN_VIEW:
        for quad in view.quads(layer):
            if quad.subject in graph and quad.object in graph and quad.predicate != LABEL:
                graph.add_edge(
                    quad.subject, quad.object, key=local_name(quad.predicate), layer=layer.value
                )
    return graph


def _add_entity(graph: MultiDiGraph, names: Names, entity: NamedNode, cls: object) -> None:
    words = names.labels(entity)
    types = {local_name(cls)} if isinstance(cls, NamedNode) else set()
    types |= set(filter(None, graph.nodes.get(entity, {}).get("types", "").split("|")))
    graph.add_node(entity, label_zh=words.zh, label_en=words.en, types="|".join(sorted(types)))
