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
    from finkg.errors import Problem
    from finkg.graph import KnowledgeGraph
    from finkg.workspace.quoting import PlacedQuote

__all__ = ["KnowledgeGraph", "add", "build_snapshot", "check", "init", "open", "quote"]
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


def check(workspace: str | Path) -> list[Problem]:
    """Every problem of a workspace, by file and line; empty if it is sound."""
    from tempfile import TemporaryDirectory

    from finkg.build.pipeline import check as run

    with TemporaryDirectory() as scratch:
        return run(Path(workspace), Path(scratch))


def init(folder: str | Path) -> list[Path]:
    """Begin a workspace beside the packaged graph; the paths that were written.

    Raises UsageError where the folder holds something, NotWritable, DiskFull.
    """
    from finkg.workspace.scaffold import init as run

    return run(Path(folder))


def add(workspace: str | Path, file: str | Path, name: str = "", title: str = "") -> Path:
    """Store a UTF-8 text as a source of a workspace, byte by byte; the source's folder.

    `name` is its id, the file's name unless given; `title` its first line unless given.
    Raises UsageError for what is no text or is held already, FileProblem.
    """
    from finkg.workspace.scaffold import add as run

    return run(Path(workspace), Path(file), name, title)


def quote(workspace: str | Path, words: str, source: str = "") -> list[PlacedQuote]:
    """Every place of the words in the texts of a workspace, each with a row that quotes it.

    Raises the Problem of the text that comes nearest where they stand nowhere.
    """
    from finkg.workspace.quoting import quote as run

    return run(Path(workspace), words, source)


def __getattr__(name: str) -> Any:
    if name == "KnowledgeGraph":
        from finkg.graph import KnowledgeGraph

        return KnowledgeGraph
    raise AttributeError(f"module 'finkg' has no attribute {name!r}")
