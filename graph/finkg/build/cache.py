"""The packaged graph, built on first use into the user's cache folder."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph

from finkg import resources
from finkg.environment import cache_folder
from finkg.store.snapshot import is_snapshot, read_manifest

_INPUTS = (".csv", ".toml", ".txt", ".ttl", ".rq", ".py")


def snapshot_of(folder: Path) -> tuple[Path, dict[str, str]]:
    """Where the cache keeps the snapshot of a workspace, and the marks it has to carry."""
    place = zlib.crc32(str(folder.resolve()).encode())
    marks = {"workspace": str(folder.resolve()), "fingerprint": fingerprint(folder)}
    return cache_folder() / f"graph-{place:08x}", marks


def built(folder: Path) -> Path:
    """The snapshot of a workspace in the cache, built if its files or the program changed."""
    snapshot, marks = snapshot_of(folder)
    if not is_snapshot(snapshot) or not marks.items() <= read_manifest(snapshot).items():
        # Imported here: asking a graph that is built needs none of the build.
        from finkg.build.pipeline import build

        build(folder, snapshot, marks)
    return snapshot


def fingerprint(folder: Path) -> str:
    """A name that changes with any file that the graph is made from, with the program, and with
    what is installed beside it, for packages may offer plausibility rules.

    Sizes and times are looked at, not contents: it is computed at every start.
    """
    checksum, newest, size = 0, 0, 0
    roots = {resources.ontology(), resources.packaged_workspace(), resources.code(), folder}
    for path in sorted({file for root in roots for file in _files(str(root))}):
        status = os.stat(path)  # noqa: PTH116 - a path object for each file costs more than this
        line = f"{path}\n{status.st_size}\n{status.st_mtime_ns}\n"
        checksum = zlib.crc32(line.encode(), checksum)
        newest, size = max(newest, status.st_mtime_ns), size + status.st_size
    return f"{checksum:08x}-{newest}-{size}-{_installed():x}"


def _installed() -> int:
    """When a package was last installed or removed, as the folder of packages says."""
    packages = os.path.dirname(os.path.dirname(pyoxigraph.__file__))  # noqa: PTH120
    return os.stat(packages).st_mtime_ns  # noqa: PTH116


def _files(root: str) -> Iterator[str]:
    for parent, _, names in os.walk(root):
        yield from (os.path.join(parent, n) for n in names if n.endswith(_INPUTS))  # noqa: PTH118
