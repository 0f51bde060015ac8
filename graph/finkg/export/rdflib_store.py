"""A graph as a store of rdflib: read at the engine's speed, and never changed.

oxrdflib has such a store too. This one differs in what matters here: writing is refused, since the
store may be the one that every other reader has open; queries pass the gate that all queries pass;
the rows of people's files, which are no layer, are not there; a plain string has no datatype; and a
term, or the graph that a triple stands in, is not made anew for each triple.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any, Final, NoReturn, TypeAlias

import pyoxigraph as ox
from rdflib import Dataset, Graph, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.query import Result
from rdflib.store import Store
from rdflib.term import IdentifiedNode, Identifier

from finkg.errors import FinkgError, Text
from finkg.export.rdflib_query import run
from finkg.export.rdflib_terms import Terms, to_engine
from finkg.store.layers import Layer
from finkg.store.view import GraphView

_Triple: TypeAlias = tuple[Any, Any, Any]
_Name: TypeAlias = ox.NamedNode | ox.DefaultGraph
_DISTINCT: Final = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"


class ReadOnlyGraph(FinkgError):
    """Something would change a graph through rdflib."""

    text = Text("图谱只读，不能{what}。", "The graph is read only: {what_en}.")
    hint = Text(
        "请改动副本：copy = rdflib.Dataset(); copy += kg.to_rdflib()。",
        "Change a copy: copy = rdflib.Dataset(); copy += kg.to_rdflib()",
    )
    what: str
    what_en: str


_ADDING: Final = "增加语句", "nothing can be added"
_REMOVING: Final = "删除语句", "nothing can be removed"
_UPDATING: Final = "执行更新", "updates are not run"
_OPENING: Final = "另开", "it is open already"


class ReadDataset(Dataset):
    """A Dataset as any other, except that rdflib's own code meets no deprecated name in it.

    rdflib 7.6 deprecates three names of Dataset and goes on using them in its queries and
    serializers: each would warn people of what they did not write.
    """

    @property
    def default_context(self) -> Graph:
        return self._default_context

    @default_context.setter
    def default_context(self, value: Graph) -> None:
        self._default_context = value

    @property
    def identifier(self) -> IdentifiedNode:
        return super(Dataset, self).identifier

    def contexts(self, triple: _Triple | None = None) -> Generator[Graph, None, None]:
        return self.graphs(triple)


class GraphStore(Store):
    """The plain view of a graph as default graph, its layers as named graphs."""

    context_aware = True
    graph_aware = True

    def __init__(self, view: GraphView, layers: Iterable[Layer]) -> None:
        self._view = view
        #: Of each graph that can be named, the engine's name.
        self._names: dict[Any, _Name] = {DATASET_DEFAULT_GRAPH_ID: ox.DefaultGraph()}
        there = {*view.store.named_graphs()}
        self.layers = tuple(layer for layer in layers if layer.iri in there)
        self._names |= {URIRef(layer.iri.value): layer.iri for layer in self.layers}
        self._graphs = {
            name: Graph(store=self, identifier=iri) for iri, name in self._names.items()
        }
        self._terms = Terms()
        self._counted: dict[_Name | None, int] = {}
        self._prefixes: dict[str, URIRef] = {}
        super().__init__()

    # What is read.

    def triples(
        self, triple_pattern: _Triple, context: Graph | None = None
    ) -> Iterator[tuple[_Triple, Iterator[Graph | None]]]:
        """The triples of a graph that fit a pattern; without `context` those of all graphs, each
        as often as it stands in one."""
        try:
            s, p, o = (None if term is None else to_engine(term) for term in triple_pattern)
        except ValueError:
            return
        terms = self._terms
        for name in self._chosen(context):
            graphs = (self._graphs[name],)
            try:
                found = self._view.store.quads_for_pattern(s, p, o, name)  # type: ignore[arg-type]
            except TypeError:  # such as a literal in the place of a subject
                return
            for subject, predicate, value, _ in found:
                yield (terms[subject], terms[predicate], terms[value]), iter(graphs)

    def _chosen(self, context: Graph | None) -> list[_Name]:
        if context is None:
            return [*self._graphs]
        name = self._names.get(context.identifier)
        return [] if name is None else [name]

    def __len__(self, context: Graph | None = None) -> int:
        """How many triples a graph has; without `context` how many different ones all have."""
        chosen = self._chosen(context)
        key = chosen[0] if context is not None and chosen else None
        if context is not None and not chosen:
            return 0
        if key not in self._counted:
            (row,) = self._view.store.query(_DISTINCT, default_graph=chosen)  # type: ignore[misc, arg-type]
            self._counted[key] = int(row["n"].value)
        return self._counted[key]

    def contexts(self, triple: _Triple | None = None) -> Iterator[Graph]:  # type: ignore[override]
        """The graphs, or those that a triple stands in."""
        if triple is None or triple == (None, None, None):
            yield from self._graphs.values()
            return
        for graph in self._graphs.values():
            if any(True for _ in self.triples(triple, graph)):
                yield graph

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib's own names
        initBindings: Mapping[str, Identifier],  # noqa: N803
        queryGraph: Any,  # noqa: N803
        **kwargs: Any,
    ) -> Result:
        """The result of a query, as the engine gives it.

        Raises QueryRefused, QuerySyntaxError, TypeError for parameters that are not known.
        """
        if queryGraph == "__UNION__":
            default: list[_Name] = [*self._graphs]
        else:
            found = self._names.get(queryGraph)
            default = [] if found is None else [found]
        return run(
            self._view, query, initNs, initBindings, default, self.layers, self._terms, **kwargs
        )

    # Prefixes belong to the object, not to the graph.

    def bind(self, prefix: str, namespace: URIRef, override: bool = True) -> None:
        """Have a prefix for a namespace; one that has another only with `override`."""
        known = self.prefix(namespace)
        if not override and (known is not None or prefix in self._prefixes):
            return
        if known is not None:
            del self._prefixes[known]
        self._prefixes[prefix] = namespace

    def prefix(self, namespace: URIRef) -> str | None:
        return next((p for p, n in self._prefixes.items() if n == namespace), None)

    def namespace(self, prefix: str) -> URIRef | None:
        return self._prefixes.get(prefix)

    def namespaces(self) -> Iterator[tuple[str, URIRef]]:
        yield from [*self._prefixes.items()]

    # What is refused.

    def add(self, *_: Any, **__: Any) -> NoReturn:
        raise ReadOnlyGraph(*_ADDING)

    def addN(self, *_: Any, **__: Any) -> NoReturn:  # noqa: N802
        raise ReadOnlyGraph(*_ADDING)

    def remove(self, *_: Any, **__: Any) -> NoReturn:
        raise ReadOnlyGraph(*_REMOVING)

    def update(self, *_: Any, **__: Any) -> NoReturn:
        raise ReadOnlyGraph(*_UPDATING)

    def add_graph(self, graph: Graph) -> None:
        """Nothing to do for a graph that is there."""
        if graph.identifier not in self._names:
            raise ReadOnlyGraph(*_ADDING)

    def remove_graph(self, *_: Any, **__: Any) -> NoReturn:
        raise ReadOnlyGraph(*_REMOVING)

    def destroy(self, *_: Any, **__: Any) -> NoReturn:
        raise ReadOnlyGraph(*_REMOVING)

    def open(self, *_: Any, **__: Any) -> NoReturn:
        raise ReadOnlyGraph(*_OPENING)
