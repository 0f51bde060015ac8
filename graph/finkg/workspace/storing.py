"""Stores a text as a source: its bytes as they are, and beside them the tables to fill."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from hashlib import sha256
from pathlib import Path

from finkg.errors import Location, NotFound, NotReadable, Problem, Text, UsageError
from finkg.schema import Schema
from finkg.workspace.decoding import decode
from finkg.workspace.keys import SOURCE_FILE
from finkg.workspace.model import Workspace
from finkg.workspace.problems import BadId
from finkg.workspace.read import read_workspace
from finkg.workspace.reader import is_id
from finkg.workspace.sources import TEXT_FILE
from finkg.workspace.tables import statement_columns
from finkg.workspace.template import TEMPLATES, fill, toml_string, write

_WIDE = re.compile(r"[\u3400-\u9fff]")
_TITLE_LENGTH = 80
_BEGUN = ("claims.csv", "observations.csv")


class NotStored(UsageError):
    """A file that can not be stored as a text."""

    text = Text("“{path}”未存入：{reason}", "“{path}” was not stored. {reason}")
    path: str
    reason: Text


class IdTaken(UsageError):
    """An id was chosen that another source or an entity has."""

    text = Text(
        "标识符“{name}”已在 {where} 用过。", "The id “{name}” is taken already, at {where}."
    )
    hint = Text("请另取一个。", "Choose another.")
    name: str
    where: Location


def add(
    workspace: Path,
    file: Path,
    name: str = "",
    title: str = "",
    *,
    language: str = "",
    day: date | None = None,
    schema: Schema | None = None,
) -> Path:
    """Store a text as a source, byte by byte, beside tables for its rows; the source's folder.

    `name` is its id, made of the file's name unless given; `title` is its first line, `language`
    zh or en by its letters, `day` (of recording) today, unless given.
    Raises NotFound, NotReadable, NotStored, BadId, IdTaken, NotWritable, DiskFull.
    """
    whole = read_workspace(workspace, schema or Schema())
    content = _content(file)
    text = _text(content, file)
    digest = sha256(content).hexdigest()
    name = name or _id_of(file, digest)
    _refuse(name, digest, whole, file)
    lines = (line.strip() for line in text.splitlines())
    keys = {
        "title": title or next(filter(None, lines))[:_TITLE_LENGTH],
        "recorded": (day or date.today()).isoformat(),
        "language": language or ("zh" if _WIDE.search(text) else "en"),
        "sha256": digest,
    }
    folder = workspace / "sources" / name
    write(folder / TEXT_FILE, content)
    write(folder / SOURCE_FILE, _source_toml(keys))
    for table in _BEGUN:
        write(folder / table, _heading(statement_columns(table, register=False)))
    return folder


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise NotFound(str(file)) from None
    except OSError as error:
        raise NotReadable(str(file), error.strerror or type(error).__name__) from error


def _text(content: bytes, file: Path) -> str:
    problems: list[Problem] = []
    text = decode(content, Location(str(file)), problems.append)
    if text is None:
        fault = problems[0]
        zh = fault.message("zh") + fault.advice("zh")
        raise NotStored(str(file), Text(zh, str(fault)))
    if not text.strip():
        raise NotStored(str(file), Text("文件是空的。", "The file is empty."))
    return text


def _refuse(name: str, digest: str, whole: Workspace, file: Path) -> None:
    """Refuse an id that is no id or is taken, and a text that is held already."""
    for known, source in whole.sources.items():
        if source.sha256 == digest:
            reason = Text(f"同一文本已存为“{known}”。", f"Its text is held already, as “{known}”.")
            raise NotStored(str(file), reason)
    if not is_id(name):
        raise BadId(name)
    if name in whole.places:
        raise IdTaken(name, whole.places[name])


def _id_of(file: Path, digest: str) -> str:
    """The file's name in the letters of an id; where it has none, one made of its digest."""
    name = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:64].rstrip("-")
    return name if is_id(name) else f"text-{digest[:8]}"


def _source_toml(keys: dict[str, str]) -> bytes:
    template = (TEMPLATES / SOURCE_FILE).read_text("utf-8")
    return fill(template, {key: toml_string(value) for key, value in keys.items()}).encode()


def _heading(columns: tuple[str, ...]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(columns)
    return line.getvalue().encode()
