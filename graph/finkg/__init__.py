"""finkg: the knowledge graph of internet finance and its regulation, with its evidence.

    import finkg
    kg = finkg.open()
    for row in kg.ask("products-affected-by-regulation").rows: ...

Importing this is light: what a call needs is loaded when it is called.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

__all__ = ["KnowledgeGraph", "build_snapshot", "check", "open"]
__version__ = "0.1.0"


def open(graph: str | Path | None = None) -> KnowledgeGraph:  # noqa: A001 - reads finkg.open()
    """Open a graph: a snapshot, a workspace (built if need be), or the packaged graph.

    Raises FileProblem, InvalidWorkspace.
    """
    from finkg.graph import open_graph

    return open_graph(graph)


def build_snapshot(workspace: str | Path, snapshot: str | Path) -> KnowledgeGraph:
    """Build a workspace into a snapshot and open it. The earlier snapshot stays on any error.

    Raises InvalidWorkspace with every problem of the run, FileProblem.
    """
    from finkg.build.pipeline import build
    from finkg.graph import open_graph

    build(Path(workspace), Path(snapshot))
    return open_graph(snapshot)


def check(workspace: str | Path) -> list[Any]:
    """Every problem of a workspace (finkg.errors.Problem), by file and line; empty if sound."""
    from tempfile import TemporaryDirectory

    from finkg.build.pipeline import check as run

    with TemporaryDirectory() as scratch:
        return list(run(Path(workspace), Path(scratch)))


def __getattr__(name: str) -> Any:
    if name == "KnowledgeGraph":
        from finkg.graph import KnowledgeGraph

        return KnowledgeGraph
    raise AttributeError(f"module 'finkg' has no attribute {name!r}")
