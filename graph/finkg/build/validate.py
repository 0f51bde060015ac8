"""What the shapes say of a built graph, as problems that people can find in their files."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Store

from finkg.build.shacl.graph import shown
from finkg.build.shapes import Violation, load_shapes, violations
from finkg.errors import Location, Problem, Severity, Text
from finkg.store.view import GraphView
from finkg.vocabulary import HAS_EVIDENCE


class AgainstShape(Problem):
    """A node of the graph that a SHACL shape refuses."""

    text = Text("{node}：{reason}", "{node}: {reason}")
    node: str
    reason: Text


class ShapeWarning(AgainstShape):
    """The same, of a shape whose severity is no violation."""

    severity = Severity.WARNING


def shape_problems(store: Store) -> list[Problem]:
    """Every violation of the shapes, placed at the row that states the node where there is one."""
    view = GraphView(store)
    found = violations(store, load_shapes())
    return sorted((_problem(v, view) for v in found), key=lambda p: (str(p.where), str(p)))


def _problem(violation: Violation, view: GraphView) -> Problem:
    kind = AgainstShape if violation.severity is Severity.VIOLATION else ShapeWarning
    node = violation.focus
    place = next(_rows(node, view), None) if isinstance(node, NamedNode) else None
    value = "" if violation.value is None else f" ({shown(violation.value)})"
    message = Text(f"{violation.message.zh}{value}", f"{violation.message.en}{value}")
    return kind(shown(node), message).at(Location(*place) if place else Location("graph"))


def _rows(node: NamedNode, view: GraphView) -> Iterator[tuple[str, int]]:
    """The row of a node itself, or of the evidence of a claim."""
    evidence = view.store.quads_for_pattern(node, HAS_EVIDENCE, None, None)
    for candidate in (node, *(q.object for q in evidence)):
        if isinstance(candidate, NamedNode) and (row := view.row_of(candidate)):
            yield row
