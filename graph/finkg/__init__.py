"""finkg: the knowledge graph of internet finance and its regulation, with its evidence.

    import finkg
    kg = finkg.open()
    for row in kg.ask("products-affected-by-regulation").rows: ...

Importing this is light: what a call needs is loaded when it is called.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from finkg.displaying import show_with

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from finkg.errors import Problem
    from finkg.graph import KnowledgeGraph
    from finkg.workspace.quoting import PlacedQuote

__all__ = [
    "KnowledgeGraph",
    "add",
    "build_snapshot",
    "check",
    "init",
    "load_ipython_extension",
    "open",
    "quote",
]
__version__ = "0.1.0"


def open(graph: str | Path | None = None) -> KnowledgeGraph:  # noqa: A001 - reads finkg.open()
    """Open a graph: a snapshot, a workspace (built if need be), or the packaged graph.

    Raises FileProblem, InvalidWorkspace.

    >>> kg = finkg.open()
    >>> kg.title.en
    'Knowledge graph of internet finance and its regulation'
    """
    from finkg.graph import open_graph

    return open_graph(graph)


def build_snapshot(workspace: str | Path, snapshot: str | Path) -> KnowledgeGraph:
    """Build a workspace into a snapshot and open it. The earlier snapshot stays on any error.

    Raises InvalidWorkspace with every problem of the run, FileProblem.
    """
    from finkg.building import build
    from finkg.graph import open_graph

    build(Path(workspace), Path(snapshot))
    return open_graph(snapshot)


def check(workspace: str | Path) -> list[Problem]:
    """Every problem of a workspace, by file and line; empty if it is sound."""
    from tempfile import TemporaryDirectory

    from finkg.checking import check as run

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


def load_ipython_extension(ipython: InteractiveShell) -> None:
    """What `%load_ext finkg` runs in IPython or a notebook: the magics `%%sparql` and `%ask`.

    `%%sparql -g kg --layer doubtful --timeout 10 --lang en found <<` runs the query below it over
    the graph in the variable `kg`, else the packaged one, and keeps the answer in `found`; all of
    that is optional. `%ask` takes a named question with its parameters, or plain words; `%%ask`
    the words below it. An error is said in a sentence, with the place in the query.

    Graphs, answers, proofs and cards show themselves without it. The extra `notebook` installs
    IPython.
    """
    from finkg.notebook.magics import KnowledgeGraphMagics

    ipython.register_magics(KnowledgeGraphMagics)


def _html(thing: object) -> str | None:
    from finkg.notebook.html import html

    return html(thing)


show_with(_html)


def __getattr__(name: str) -> Any:
    if name == "KnowledgeGraph":
        from finkg.graph import KnowledgeGraph

        return KnowledgeGraph
    raise AttributeError(f"module 'finkg' has no attribute {name!r}")
