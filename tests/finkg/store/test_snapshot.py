"""A snapshot is switched in whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from finkg.errors import DiskFull, NotASnapshot, NotFound, NotWritable
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot, SnapshotWriter, is_snapshot, write_snapshot
from finkg.vocabulary import ID, LABEL, fk

THING = NamedNode(f"{ID}thing")


def stated(layer: Layer, text: str) -> Quad:
    return Quad(THING, LABEL, Literal(text, language="en"), layer.iri)


def write(path: Path, *quads: Quad) -> None:
    with write_snapshot(path) as writer:
        writer.add(quads)
        writer.describe({"day": "2026-01-01"})


def labels(path: Path) -> list[str]:
    return [term.value for term in Snapshot(path).objects(THING, LABEL)]


def test_the_plain_view_is_the_default_graph(tmp_path: Path) -> None:
    """Truth is seen by every query; doubtful only when its layer is opened."""
    write(tmp_path / "s", stated(Layer.TRUTH, "sound"), stated(Layer.DOUBTFUL, "doubtful"))
    snapshot = Snapshot(tmp_path / "s")
    query = "SELECT ?x { { ?s rdfs:label ?x } UNION { GRAPH ?g { ?s rdfs:label ?x } } }"
    assert [row["x"].value for row in snapshot.rows(query)] == ["sound"]
    opened = [row["x"].value for row in snapshot.rows(query, [Layer.DOUBTFUL])]
    assert sorted(opened) == ["doubtful", "sound"]


def test_a_failed_write_leaves_the_old_graph(tmp_path: Path) -> None:
    """The earlier snapshot is untouched, and nothing of the failed one is left behind."""
    path = tmp_path / "s"
    write(path, stated(Layer.TRUTH, "old"))
    before = sorted(p.name for p in path.iterdir())
    with pytest.raises(ZeroDivisionError), write_snapshot(path) as writer:
        writer.add([stated(Layer.TRUTH, "new")])
        raise ZeroDivisionError
    assert labels(path) == ["old"]
    assert sorted(p.name for p in path.iterdir()) == before


def test_a_new_graph_replaces_the_old(tmp_path: Path) -> None:
    """After the switch a reader sees the new graph; one that was open keeps the old."""
    path = tmp_path / "s"
    write(path, stated(Layer.TRUTH, "old"))
    reader = Snapshot(path)
    write(path, stated(Layer.TRUTH, "new"))
    assert labels(path) == ["new"]
    assert [term.value for term in reader.objects(THING, LABEL)] == ["old"]
    assert len(list(path.glob("generation-*"))) == 1


def test_a_full_disk_is_said_and_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ENOSPC while writing becomes DiskFull; what was there stays."""
    path = tmp_path / "s"
    write(path, stated(Layer.TRUTH, "old"))

    def full(self: SnapshotWriter, quads: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(SnapshotWriter, "add", full)
    with pytest.raises(DiskFull), write_snapshot(path) as writer:
        writer.add([stated(Layer.TRUTH, "new")])
    assert labels(path) == ["old"]


def test_a_file_in_the_way_is_not_writable(tmp_path: Path) -> None:
    """A path whose parent is a file can not become a folder."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(NotWritable), write_snapshot(tmp_path / "file" / "s"):
        pass


def test_what_is_no_snapshot_is_said_to_be_none(tmp_path: Path) -> None:
    """A missing folder, an empty folder, a foreign store."""
    Store(str(tmp_path / "foreign")).add(Quad(THING, fk("x"), THING, DefaultGraph()))
    with pytest.raises(NotFound):
        Snapshot(tmp_path / "nothing")
    with pytest.raises(NotASnapshot):
        Snapshot(tmp_path / "foreign")
    assert not is_snapshot(tmp_path)
