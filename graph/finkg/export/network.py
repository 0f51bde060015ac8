"""A graph as a network of networkx: entities as nodes, statements as edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import Literal, NamedNode, QuerySolution

from finkg.collecting import uncollected
from finkg.export.network_claims import Claims
from finkg.export.network_values import Short, Term, Value
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import LABEL, TYPE

if TYPE_CHECKING:
    from networkx import MultiDiGraph

#: An edge: from, to, key, attributes.
_Edge: TypeAlias = tuple[str, str, str, dict[str, Value]]
#: Of the plain view all but the ontology, which speaks of terms.
_STATED: Final = (Layer.ENTITIES, Layer.TRUTH, Layer.INFERRED)


class Network:
    """Makes the network of a graph; what is in it, `finkg.export.objects.to_networkx` says."""

    def __init__(self, view: GraphView, names: Names, base: str, opened: Iterable[Layer]) -> None:
        """`opened` are layers beside the plain view."""
        self._view = view
        self._names = names
        self._short = Short(base)
        self._base = base
        self._layers = tuple(dict.fromkeys((*_STATED, *opened)))
        #: Of each node what is said of it that is no edge, by attribute.
        self._said: defaultdict[str, dict[str, list[Term]]] = defaultdict(dict)

    def made(self, *, records: bool, claims: bool) -> MultiDiGraph:
        """The network, with nodes for records, and with what the claims say of each edge."""
        from networkx import MultiDiGraph

        with uncollected():
            nodes = self._nodes(self._layers if records else (Layer.ENTITIES,))
            known = Claims(self._view, nodes, self._short) if claims else None
            graph = MultiDiGraph()
            graph.add_nodes_from(nodes.values())
            _add(graph, self._edges(nodes, known))
            for node, attributes in graph.nodes(data=True):
                attributes.update(self._attributes(node))
        return graph

    def _nodes(self, layers: Iterable[Layer]) -> dict[Term, str]:
        """What has a type in one of the layers, each with its id; what is not of this graph's own
        base has the whole IRI for an id where the short one is taken."""
        typed = dict.fromkeys(
            quad.subject
            for layer in layers
            for quad in self._view.store.quads_for_pattern(None, TYPE, None, layer.iri)
            if isinstance(quad.subject, NamedNode)
        )
        ids: dict[str, Term] = {}
        for node in sorted(typed, key=lambda node: not node.value.startswith(self._base)):
            short = self._short.of(node)
            ids[node.value if short in ids else short] = node
        return {node: name for name, node in ids.items()}

    def _edges(self, nodes: dict[Term, str], claims: Claims | None) -> Iterator[_Edge]:
        """The statements between nodes; all others are kept, as what is said of their subject."""
        known = nodes.get
        for layer in self._layers:
            for predicate in self._predicates(layer):
                told = self._property(predicate, layer)
                between = f".{told['property']}."
                links = predicate != TYPE
                for subject, value in self._pairs(predicate, layer):
                    start = known(subject)
                    if start is None:
                        continue
                    end = known(value) if links else None
                    if end is None:
                        self._say(start, predicate, value, layer)
                        continue
                    key = start + between + end
                    attributes = told.copy()
                    if claims:
                        attributes |= claims.of(key, layer)
                    yield start, end, key, attributes

    def _say(self, node: str, predicate: NamedNode, value: Term, layer: Layer) -> None:
        language = value.language if isinstance(value, Literal) else None
        called = self._called(predicate, language, layer)
        self._said[node].setdefault(called, []).append(value)

    def _predicates(self, layer: Layer) -> list[NamedNode]:
        rows = self._view.rows(
            f"SELECT DISTINCT ?p {{ GRAPH layer:{layer} {{ ?s ?p ?o }} }}", [layer]
        )
        return sorted((row["p"] for row in rows), key=lambda predicate: predicate.value)

    def _pairs(self, predicate: NamedNode, layer: Layer) -> Iterator[QuerySolution]:
        """Subjects and values. To look a term up is most of what reading costs: so each triple has
        two to look up, as a quad it would have four."""
        query = f"SELECT ?s ?o {{ GRAPH layer:{layer} {{ ?s {predicate} ?o }} }}"
        return self._view.rows(query, [layer])

    def _property(self, predicate: NamedNode, layer: Layer) -> dict[str, Value]:
        label = self._names.labels(predicate)
        return {
            "property": self._short.of(predicate),
            "label_zh": label.zh,
            "label_en": label.en,
            "layer": layer.value,
        }

    @cache  # noqa: B019 - lives as long as the network is made
    def _called(self, predicate: NamedNode, language: str | None, layer: Layer) -> str:
        """The attribute of a node; what the plain view does not say begins with its layer."""
        name = {TYPE: "types", LABEL: "label"}.get(predicate) or self._short.of(predicate)
        marked = name if layer in _STATED else f"{layer.value}:{name}"
        return f"{marked}_{language}" if language else marked

    def _attributes(self, node: str) -> dict[str, Value]:
        """With a label in one language only, it stands for the other too."""
        said = {name: self._short.joined(terms) for name, terms in self._said[node].items()}
        labels = [said[name] for name in ("label_zh", "label_en", "label") if name in said]
        some = labels[0] if labels else node
        return {"label_zh": some, "label_en": some, "types": ""} | said


def _add(graph: MultiDiGraph, edges: Iterable[_Edge]) -> None:
    """As `graph.add_edge` for each, between nodes that are there, in two thirds of the time."""
    after, before = graph._succ, graph._pred  # pyright: ignore[reportAttributeAccessIssue]
    for start, end, key, attributes in edges:
        parallel = after[start].get(end)
        if parallel is None:
            after[start][end] = before[end][start] = {key: attributes}
        else:
            # What stands in two layers is told of by the first.
            parallel.setdefault(key, attributes)
