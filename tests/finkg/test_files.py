"""A file is seen whole or not at all, and what keeps it from being written is said."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from finkg.errors import DiskFull, NotWritable
from finkg.files import write_file, writing


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Nothing is left beside it, and a folder that is not there is said."""
    write_file(tmp_path / "a.ttl", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["a.ttl"]
    with pytest.raises(NotWritable):
        write_file(tmp_path / "missing" / "a.ttl", b"new")


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full before the rename: the old content stays, with nothing beside it."""
    path = write_file(tmp_path / "a.ttl", b"old")

    def full(aside: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DiskFull):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.ttl"]


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EACCES, NotWritable)],
)
def test_what_the_system_says_becomes_an_error_for_people(
    tmp_path: Path, number: int, kind: type[Exception]
) -> None:
    """A full disk and a used-up quota are told from a folder without rights."""
    with pytest.raises(kind), writing(tmp_path):
        raise OSError(number, "said by the system")
