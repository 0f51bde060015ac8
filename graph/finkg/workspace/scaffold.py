"""Begins a workspace of one's own, and stores texts in it."""

from __future__ import annotations

import csv
import errno
import io
import json
import re
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from finkg.errors import (
    DiskFull,
    Location,
    NotFound,
    NotReadable,
    NotWritable,
    Problem,
    Text,
    UsageError,
)
from finkg.resources import code
from finkg.schema import Schema
from finkg.workspace.decoding import decode
from finkg.workspace.model import Workspace
from finkg.workspace.parts import PACKAGED, WORKSPACE_FILE
from finkg.workspace.problems import BadId
from finkg.workspace.read import read_workspace
from finkg.workspace.reader import is_id
from finkg.workspace.sources import SOURCE_FILE, TEXT_FILE
from finkg.workspace.tables import statement_columns

_TEMPLATE = code() / "workspace" / "template"
_WIDE = re.compile(r"[\u3400-\u9fff]")
_TITLE_LENGTH = 80
_BEGUN = ("claims.csv", "observations.csv")


class FolderNotEmpty(UsageError):
    """A workspace was to begin in a folder that holds something."""

    text = Text("“{path}”不是空目录。", "“{path}” is not an empty folder.")
    hint = Text("请换一个新目录。", "Name a new folder.")
    path: str


class NotStored(UsageError):
    """A file that can not be stored as a text."""

    text = Text("未存入“{path}”：{reason}", "“{path}” was not stored. {reason}")
    path: str
    reason: Text


class IdTaken(UsageError):
    text = Text("标识符“{name}”已在 {where} 用过。", "The id “{name}” is taken already, at {where}.")
    hint = Text("请另取一个。", "Choose another.")
    name: str
    where: Location


def init(
    folder: Path,
    title: Text | None = None,
    *,
    extends: Sequence[str] = (PACKAGED,),
    day: date | None = None,
) -> list[Path]:
    """Begin a workspace that builds as it is; the paths that were written, in order.

    `title` is the folder's name unless given, `day` (up to which its editors answer for it) today.
    Files whose names begin with a dot may stand there already.
    Raises FolderNotEmpty, NotWritable, DiskFull.
    """
    if folder.is_dir() and any(not p.name.startswith(".") for p in folder.iterdir()):
        raise FolderNotEmpty(str(folder))
    name = folder.resolve().name
    filled = {
        "{name}": _quoted(name),
        "{title_zh}": _quoted(title.zh if title else name),
        "{title_en}": _quoted(title.en if title else name),
        "{extends}": "[" + ", ".join(map(_quoted, extends)) + "]",
        "{day}": _quoted((day or date.today()).isoformat()),
    }
    written: list[Path] = []
    for path in sorted(p for p in _TEMPLATE.rglob("*") if p.is_file()):
        content = path.read_bytes()
        if path.name == WORKSPACE_FILE:
            content = _filled(content.decode(), filled).encode()
        written.append(folder / path.relative_to(_TEMPLATE))
        _write(written[-1], content)
    return written


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
    _refuse_twice(whole, digest, file)
    name = name or _id_of(file, digest)
    if not is_id(name):
        raise BadId(name)
    if name in whole.places:
        raise IdTaken(name, whole.places[name])
    lines = (line.strip() for line in text.splitlines())
    keys = {
        "title": title or next(filter(None, lines))[:_TITLE_LENGTH],
        "recorded": (day or date.today()).isoformat(),
        "language": language or ("zh" if _WIDE.search(text) else "en"),
        "sha256": digest,
    }
    folder = workspace / "sources" / name
    _write(folder / TEXT_FILE, content)
    _write(folder / SOURCE_FILE, _source_toml(keys).encode())
    for table in _BEGUN:
        _write(folder / table, _heading(statement_columns(table, register=False)))
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
        zh, en = (f"{problems[0].message(lang)} {problems[0].advice(lang)}" for lang in ("zh", "en"))
        raise NotStored(str(file), Text(zh.strip(), en.strip()))
    if not text.strip():
        raise NotStored(str(file), Text("文件是空的。", "The file is empty."))
    return text


def _refuse_twice(whole: Workspace, digest: str, file: Path) -> None:
    for name, source in whole.sources.items():
        if source.sha256 == digest:
            reason = Text(f"同一文本已存为“{name}”。", f"The same text is held already, as “{name}”.")
            raise NotStored(str(file), reason)


def _id_of(file: Path, digest: str) -> str:
    """The file's name in the letters of an id; where it has none, one made of its digest."""
    name = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:64].rstrip("-")
    return name if is_id(name) else f"text-{digest[:8]}"


def _filled(text: str, values: dict[str, str]) -> str:
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


def _quoted(words: str) -> str:
    """Words as a TOML basic string, whose escapes (TOML 1.0, String) JSON's are among."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _source_toml(keys: dict[str, str]) -> str:
    template = (_TEMPLATE.parent / "source.toml").read_text("utf-8")
    return _filled(template, {f"{{{key}}}": _quoted(value) for key, value in keys.items()})


def _heading(columns: tuple[str, ...]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(columns)
    return line.getvalue().encode()


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(str(path)) from error
        raise NotWritable(str(path), error.strerror or type(error).__name__) from error
