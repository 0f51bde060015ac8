"""Files are written aside and renamed, so that a half-written one is never seen."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from finkg.store.snapshot import file_problem


def write_file(path: Path, content: bytes) -> Path:
    """Write a whole file or leave what was there. Raises NotWritable, DiskFull."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            _fill(Path(file.name), path, content)
    except OSError as error:
        raise file_problem(path, error) from error
    return path


def _fill(aside: Path, path: Path, content: bytes) -> None:
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.chmod(0o644)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
