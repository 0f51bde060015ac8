"""A snapshot: a built graph on disk, written aside and switched in atomically.

    SNAPSHOT/
      finkg-snapshot.json      names the current generation; replacing this file is the switch
      GENERATION/
        manifest.json          what was built, from what, when and with how much
        inputs/                the files that it was built from, one folder for each workspace
        store/                 Oxigraph's files
        search.sqlite          the search index
        view.json              of a large graph: what pages of its view carry

Readers open what the file names. Nobody sees a half-written generation; a failed build leaves the
old one as it was.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, Quad, Store

from finkg.errors import NotASnapshot, NotFound, Text
from finkg.files import write_through, writing
from finkg.store.layers import PLAIN_VIEW, Layer
from finkg.store.view import GraphView

FORMAT = 2
_POINTER = "finkg-snapshot.json"
_MANIFEST = "manifest.json"
INPUTS = "inputs"


class Snapshot(GraphView):
    """A snapshot opened for reading. It does not see later builds until it is opened again."""

    def __init__(self, path: Path) -> None:
        """Raises NotFound, NotASnapshot."""
        self.path = path
        try:
            folder, store = _open(path)
        except OSError:
            # A build may have switched between reading the name and opening the folder.
            folder, store = _open(path)
        #: The folder of the generation that is open.
        self.folder = folder
        self.manifest = _manifest(folder)
        super().__init__(store)

    @property
    def inputs(self) -> list[tuple[Path, str]]:
        """The files that it was built from: each workspace's folder and what it is called."""
        kept = self.manifest.get("inputs", [])
        return [(self.folder / INPUTS / name, prefix) for name, prefix in kept]

    @property
    def generation(self) -> str:
        """A name that no other generation of this snapshot has, or had."""
        written = (self.folder / _MANIFEST).stat().st_mtime_ns
        return f"{self.folder.name}-{written}"


def read_manifest(path: Path) -> dict[str, Any]:
    """What the current generation says of itself. Raises NotFound, NotASnapshot."""
    return _manifest(_current(path))


def _manifest(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / _MANIFEST).read_text("utf-8"))
    return manifest


def _open(path: Path) -> tuple[Path, Store]:
    folder = _current(path)
    return folder, Store.read_only(str(folder / "store"))


def is_snapshot(path: Path) -> bool:
    """Whether a folder holds a snapshot that this version reads."""
    try:
        _current(path)
    except (NotFound, NotASnapshot):
        return False
    return True


def _current(path: Path) -> Path:
    if not path.exists():
        raise NotFound(str(path))
    try:
        pointer = json.loads((path / _POINTER).read_text("utf-8"))
    except (OSError, ValueError):
        reason = Text(f"缺少 {_POINTER}", f"it has no {_POINTER}")
        raise NotASnapshot(str(path), reason) from None
    if pointer.get("format") != FORMAT:
        reason = Text("格式版本不同", "its format is of another version")
        raise NotASnapshot(str(path), reason)
    folder = path / str(pointer["generation"])
    if not (folder / "store").is_dir():
        raise NotASnapshot(str(path), Text("内容不完整", "it is incomplete"))
    return folder


class SnapshotWriter:
    """One generation being written. Quads of a layer of the plain view stand there twice: in
    their layer, and in the default graph that queries see."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(str(folder / "store"))
        self._plain = {layer.iri for layer in PLAIN_VIEW}

    def show(self, layer: Layer) -> None:
        """Have a further layer in the plain view of this generation."""
        self._plain.add(layer.iri)

    def add(self, quads: Iterable[Quad]) -> None:
        """Write quads, those of the plain view twice."""
        self.store.bulk_extend(self._with_plain_view(quads))

    def _with_plain_view(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        for quad in quads:
            yield quad
            if quad.graph_name in self._plain:
                yield Quad(quad.subject, quad.predicate, quad.object, DefaultGraph())

    def describe(self, manifest: dict[str, object]) -> None:
        """Write the manifest, the last thing before the switch."""
        # What came in several writes stands in several files, and each look-up reads them all.
        self.store.optimize()
        self.store.flush()
        text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True)
        write_through(self.folder / _MANIFEST, f"{text}\n".encode())


@contextmanager
def write_snapshot(path: Path) -> Iterator[SnapshotWriter]:
    """Write a generation aside; switch to it if the block ends well, else leave all as it was.

    Raises NotWritable, DiskFull.
    """
    with writing(path):
        path.mkdir(parents=True, exist_ok=True)
        before = _current(path) if is_snapshot(path) else None
        folder = _fresh_folder(path)
        with ExitStack() as undo:
            undo.callback(_remove, folder)
            writer = SnapshotWriter(folder)
            yield writer
            del writer
            pointer = {"format": FORMAT, "generation": folder.name}
            write_through(path / f"{_POINTER}.new", f"{json.dumps(pointer)}\n".encode())
            (path / f"{_POINTER}.new").replace(path / _POINTER)
            undo.pop_all()
        if before:
            # A reader that has the old generation open keeps it as long as it needs.
            _remove(before)


def _fresh_folder(path: Path) -> Path:
    for number in range(1, 1_000_000):
        folder = path / f"generation-{number}"
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        return folder
    raise FileExistsError(errno.EEXIST, "no free name for a generation", str(path))


def _remove(folder: Path) -> None:
    """Remove a folder as far as it can be removed."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
