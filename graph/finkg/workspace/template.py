"""Fills in the files that a workspace begins with, and writes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from finkg.files import writing
from finkg.resources import code

TEMPLATES = code() / "workspace" / "template"
_MARK = re.compile(r"\{(\w+)\}")


def files(folder: str) -> Iterator[tuple[Path, bytes]]:
    """Every file of a folder of templates, by its path below it."""
    root = TEMPLATES / folder
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        yield path.relative_to(root), path.read_bytes()


def fill(template: str, values: Mapping[str, str]) -> str:
    """A TOML template with its {marks} filled in; a mark without a value stays."""
    return _MARK.sub(lambda mark: values.get(mark[1], mark[0]), template)


def toml_string(words: str) -> str:
    """Words as a TOML basic string (TOML 1.0, String): JSON's escapes are among its own."""
    sound = words.encode("utf-8", "replace").decode()
    return json.dumps(sound, ensure_ascii=False).replace("\x7f", "\\u007f")


def write(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it. Raises NotWritable, DiskFull."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
