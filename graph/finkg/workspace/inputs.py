"""The files that a graph is made from, kept beside it: it can be built again from itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from finkg.schema import Schema
from finkg.workspace.model import Workspace
from finkg.workspace.parts import parts_at
from finkg.workspace.read import read_parts

#: Where people's files stand in a workspace; nothing else of its folder is copied.
_FILES = (
    "*.toml",
    "*.csv",
    "entities/*.csv",
    "sources/*/*.csv",
    "sources/*/*.toml",
    "sources/*/*.txt",
    "rules/*.rq",
    "queries/**/*.rq",
    "queries/phrasings.csv",
    "queries/words.toml",
)


def keep_inputs(workspace: Workspace, folder: Path) -> Iterator[tuple[str, str]]:
    """Copy the files of each part of a workspace below `folder`; the name and prefix of each."""
    for number, (part, prefix) in enumerate(workspace.parts):
        for path in _inputs(part):
            copy = folder / str(number) / path.relative_to(part)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        (folder / str(number)).mkdir(parents=True, exist_ok=True)
        yield str(number), prefix


def _inputs(part: Path) -> Iterator[Path]:
    for pattern in _FILES:
        yield from (path for path in sorted(part.glob(pattern)) if path.is_file())


def read_inputs(kept: Iterable[tuple[Path, str]], schema: Schema) -> Workspace:
    """The workspace whose parts were kept, each in its folder and with its prefix."""
    return read_parts(parts_at(kept), schema)
