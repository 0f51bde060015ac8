"""What the shapes say about a graph: SHACL, run as SPARQL over the whole graph at once.

Follows the W3C Recommendation "Shapes Constraint Language (SHACL)", 20 July 2017: Core as far as
`finkg.build.shacl.graph` lists it, and SPARQL-based constraints. What a shapes file uses beyond
that is refused, never ignored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from pyoxigraph import NamedNode, Quad, QuerySolution, QuerySolutions, Store

from finkg.build.shacl.constraint import Compiler, Constraint
from finkg.build.shacl.graph import Path, ShapesGraph, Term
from finkg.build.shacl.messages import filled
from finkg.errors import NotFound, Severity, Text
from finkg.resources import ontology
from finkg.store.layers import ROWS

__all__ = ["Constraint", "Path", "Violation", "load_shapes", "violations"]


@dataclass(frozen=True, slots=True)
class Violation:
    """One validation result (SHACL section 3.6.2)."""

    focus: Term
    #: None for a constraint of a node shape.
    path: Path | None
    #: None where no single value is to blame, as when values are too few.
    value: Term | None
    severity: Severity
    message: Text
    #: The shape, or the nearest one with an IRI that it stands in.
    shape: NamedNode
    #: For example sh:MinCountConstraintComponent.
    component: NamedNode


def load_shapes(folder: FilePath | None = None) -> tuple[Constraint, ...]:
    """The constraints of all `*.ttl` files of a folder, ours if none is given; in a stable order.

    Raises NotFound, and DefinitionProblem for a file that is no Turtle, a malformed shape, or a
    construct of SHACL that is not supported.
    """
    folder = folder or ontology() / "shapes"
    if not folder.is_dir():
        raise NotFound(str(folder))
    constraints = Compiler(ShapesGraph(folder)).constraints()
    return tuple(sorted(constraints, key=lambda c: (c.shape.value, str(c.path or ""), c.query)))


def violations(store: Store, constraints: Iterable[Constraint]) -> Iterator[Violation]:
    """What violates the constraints in all graphs of a store but `rows`, taken as one graph.

    Of each constraint by focus node and value; each is told once.
    """
    data = _data_graph(store)
    for constraint in constraints:
        found = dict.fromkeys(_violation(constraint, row) for row in _rows(data, constraint.query))
        yield from sorted(found, key=lambda v: (str(v.focus), str(v.value)))


def _data_graph(store: Store) -> Store:
    """The triples of a store as the set that SHACL validates (section 1.2), in memory.

    A copy, since a triple of two graphs counts twice in the engine's union of them, and since the
    queries over one graph in memory take a tenth of their time over several on disk.
    """
    data = Store()
    quads = (q for q in store if q.graph_name != ROWS)
    data.bulk_extend(Quad(q.subject, q.predicate, q.object) for q in quads)
    return data


def _rows(data: Store, query: str) -> Iterator[QuerySolution]:
    result = data.query(query)
    if not isinstance(result, QuerySolutions):
        raise TypeError("not a SELECT query")
    return iter(result)


def _violation(constraint: Constraint, row: QuerySolution) -> Violation:
    return Violation(
        row[constraint.focus],
        constraint.path,
        row[constraint.value] if constraint.value else None,
        constraint.severity,
        filled(constraint.message, row),
        constraint.shape,
        constraint.component,
    )
