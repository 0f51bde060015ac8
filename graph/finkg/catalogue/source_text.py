"""The stored text of a source, from the files that a graph keeps."""

from __future__ import annotations

from pyoxigraph import NamedNode

from finkg.store.snapshot import Snapshot
from finkg.vocabulary import local_name


def source_text(snapshot: Snapshot, source: NamedNode) -> str | None:
    """The text as received, or nothing for a source whose text is not held. Without a byte-order
    mark, which offsets do not count."""
    for folder, _ in snapshot.inputs:
        path = folder / "sources" / local_name(source) / "text.txt"
        if path.is_file():
            return path.read_bytes().decode("utf-8-sig")
    return None
