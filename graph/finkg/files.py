"""Files are written whole or not at all, and what keeps one from being written is said clearly."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from finkg.errors import DiskFull, NotWritable

_DISK_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns what the system says while a path is written into NotWritable or DiskFull."""
    try:
        yield
    except OSError as error:
        if error.errno in _DISK_FULL or "No space left" in str(error):
            raise DiskFull(str(path)) from error
        raise NotWritable(str(path), error.strerror or str(error)) from error


def write_file(path: Path, content: bytes) -> Path:
    """Write a file aside and rename it, so that a half-written one is never seen.

    Raises NotWritable, DiskFull.
    """
    with written_aside(path) as file:
        file.write(content)
    return path


@contextmanager
def written_aside(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place at the end; nothing is left where that is not met.

    Raises NotWritable, DiskFull.
    """
    # Loaded when used: asking a built graph writes nothing.
    from tempfile import NamedTemporaryFile

    with writing(path):
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            aside = Path(file.name)
        try:
            with aside.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            aside.chmod(0o644)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)


def write_through(path: Path, content: bytes) -> None:
    """Write a file down to the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
