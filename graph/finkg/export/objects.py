"""The graph as objects of rdflib and networkx."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import ID, PREFIXES

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from rdflib import Dataset


def to_rdflib(view: GraphView, layers: Iterable[Layer] = ()) -> Dataset:
    """A Dataset over the store itself, to be read: its default graph is the plain view, its named
    graphs are the layers, or those of `layers`.

    Queries run in the engine (SPARQL 1.1), behind the gate that all queries pass: SERVICE, updates
    and FROM of anything but a layer raise QueryRefused, long texts too (`kg.query` runs those in a
    process of their own). `GRAPH ?g` ranges over the named graphs of the Dataset. Where
    `initBindings` gives a value to a variable that the answer does not have, rdflib's own engine
    takes over behind the gate; who asks for that engine by `use_store_provided=False` has no gate.

    Whatever would change it raises ReadOnlyGraph; `copy = Dataset(); copy += this` is in memory,
    and one's own.
    """
    from finkg.export.rdflib_store import GraphStore, ReadDataset

    dataset = ReadDataset(store=GraphStore(view, tuple(layers) or tuple(Layer)))
    for prefix, iri in PREFIXES.items():
        dataset.bind(prefix, iri, replace=True)
    return dataset


def to_networkx(
    view: GraphView,
    names: Names,
    base: str = ID,
    layers: Iterable[Layer] = (),
    *,
    records: bool = False,
    claims: bool = False,
) -> MultiDiGraph:
    """A network of the plain view: its entities, and each statement between two of them as an edge.

    Nodes are ids, such as `huabei`, or the IRI of what has no id here. They have `label_zh`,
    `label_en`, `types`, and each other property that they have as an attribute: numbers as numbers,
    all else as text, several values parted by `|`; texts in a language by the name of the property
    and the language, such as `formerName_zh`.

    The key of an edge is the statement, `ant-group.offers.huabei`, and as such the only one of its
    kind; attributes are `property`, its labels `label_zh` and `label_en`, and `layer`. With
    `claims`, also `claims` (ids), `sources` (how many back them, a copy counted as what it copies)
    and, as far as these say it,
    `standing`, `rank`, `valid_from`, `valid_to` and `as_of`.

    `layers` opens layers beside the plain view: `layer` of their edges names them, attributes of
    nodes begin with the name, such as `doubtful:launchedOn`. With `records`, observations,
    shareholdings and effects are nodes too. All values are such as GraphML and GEXF hold.
    """
    from finkg.export.network import Network

    return Network(view, names, base, layers).made(records=records, claims=claims)
