"""Begins a workspace of one's own: it builds as it is, with an invented text as an example."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from finkg.errors import Text, UsageError
from finkg.workspace.keys import PACKAGED, WORKSPACE_FILE
from finkg.workspace.quoting import quote
from finkg.workspace.storing import add
from finkg.workspace.template import files, fill, toml_string, write

__all__ = ["FolderNotEmpty", "add", "init", "quote"]


class FolderNotEmpty(UsageError):
    """A workspace was to begin in a folder that holds something."""

    text = Text("“{path}”不是空目录。", "“{path}” is not an empty folder.")
    hint = Text("请换一个新目录。", "Name a new folder.")
    path: str


def init(
    folder: Path,
    title: Text | None = None,
    *,
    extends: Sequence[str] = (PACKAGED,),
    day: date | None = None,
) -> list[Path]:
    """Begin a workspace; the paths that were written, in order.

    `title` is the folder's name unless given, `day` (up to which its editors answer for it) today.
    Files whose names begin with a dot may stand there already.
    Raises FolderNotEmpty, NotWritable, DiskFull.
    """
    if folder.is_file() or any(not path.name.startswith(".") for path in folder.glob("*")):
        raise FolderNotEmpty(str(folder))
    name = folder.resolve().name
    values = {
        "name": toml_string(name),
        "title_zh": toml_string(title.zh if title else name),
        "title_en": toml_string(title.en if title else name),
        "extends": "[" + ", ".join(map(toml_string, extends)) + "]",
        "day": toml_string((day or date.today()).isoformat()),
    }
    written: list[Path] = []
    for path, content in files("workspace"):
        if path.name == WORKSPACE_FILE:
            content = fill(content.decode(), values).encode()
        written.append(folder / path)
        write(folder / path, content)
    return written
