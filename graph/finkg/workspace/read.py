"""Reads a whole workspace, and those that it extends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from finkg.errors import Location, NotFound, NotReadable, Problem, Text
from finkg.evidence.moment import Moment
from finkg.resources import packaged_workspace
from finkg.schema import Schema
from finkg.vocabulary import ID, local_name
from finkg.workspace.decisions import editors_source, read_identities, read_judgements
from finkg.workspace.effects import read_effects
from finkg.workspace.entities import read_entities
from finkg.workspace.holdings import read_holdings
from finkg.workspace.left_out import TABLE as LEFT_OUT_TABLE
from finkg.workspace.left_out import read_left_out
from finkg.workspace.model import Workspace
from finkg.workspace.observations import read_observations
from finkg.workspace.problems import BadValue, EmptyWorkspace, UnknownFile
from finkg.workspace.reader import Reader
from finkg.workspace.rows import SourceFolder
from finkg.workspace.sources import read_register, read_text_source
from finkg.workspace.statements import read_claims
from finkg.workspace.tables import STATEMENT_TABLES
from finkg.workspace.toml import read_toml

_FILE = "workspace.toml"
_KEYS = ("name", "title", "base", "date", "extends", "languages", "licence")
_A_DAY = Text("日期，如 2026-01-31", "a day such as 2026-01-31")
_A_BASE = Text("以 / 或 # 结尾的 IRI", "an IRI that ends in / or #")
_BOTH = Text("{ zh = …, en = … }", "{ zh = ..., en = ... }")
_FOLDERS = Text("“packaged”或工作区路径", "“packaged” or the path of a workspace")
_SOURCE_FILES = ("source.toml", "text.txt", "citations.csv", LEFT_OUT_TABLE, *STATEMENT_TABLES)


def read_workspace(folder: Path, schema: Schema) -> Workspace:
    """The workspace of a folder. Every problem is collected, by file and line.

    Raises NotFound, NotReadable.
    """
    if not (folder / _FILE).is_file():
        raise NotFound(str(folder / _FILE))
    try:
        workspace = _read(folder, schema, frozenset())
    except PermissionError as error:
        raise NotReadable(str(error.filename or folder), error.strerror or "") from error
    workspace.problems.sort(key=_place)
    return workspace


def _place(problem: Problem) -> tuple[str, int, int, str]:
    where = problem.where
    return where.file, where.line, where.column, str(problem)


def _read(folder: Path, schema: Schema, above: frozenset[Path], prefix: str = "") -> Workspace:
    problems: list[Problem] = []
    values = read_toml(folder / _FILE, _FILE, _KEYS, ("title", "date"), problems.append) or {}
    workspace = Workspace(folder, _title(values, problems), _base(values, problems), date.min)
    workspace.problems = problems
    workspace.day = _day(values, problems)
    above |= {folder.resolve()}
    for name, extended in _extended(values, folder, above, problems):
        _merge(workspace, _read(extended, schema, above, f"{prefix}{name}:"))
    workspace.folders.append(folder)
    _fill(workspace, Reader(workspace, schema, prefix))
    return workspace


def _wrong(problems: list[Problem], key: str, expected: Text, found: object) -> None:
    problems.append(BadValue(key, expected, str(found)).at(Location(_FILE)))


def _title(values: dict[str, Any], problems: list[Problem]) -> Text:
    title = values.get("title")
    if isinstance(title, dict) and title.get("zh") and title.get("en"):
        return Text(str(title["zh"]), str(title["en"]))
    if title:
        _wrong(problems, "title", _BOTH, title)
    return Text("", "")


def _base(values: dict[str, Any], problems: list[Problem]) -> str:
    base = str(values.get("base", ID))
    if "://" not in base or not base.endswith(("/", "#")) or any(c in base for c in ' <>"{}|^`\\'):
        _wrong(problems, "base", _A_BASE, base)
        return ID
    return base


def _day(values: dict[str, Any], problems: list[Problem]) -> date:
    """The day up to which the editors answer; a time stated more broadly ends on its last day."""
    found = values.get("date", "")
    try:
        return Moment.parse(str(found)).latest if found else date.min
    except Problem:
        _wrong(problems, "date", _A_DAY, found)
        return date.min


def _extended(
    values: dict[str, Any], folder: Path, above: frozenset[Path], problems: list[Problem]
) -> Iterator[tuple[str, Path]]:
    names = values.get("extends", [])
    for name in names if isinstance(names, list) else [names]:
        path = packaged_workspace() if name == "packaged" else folder / str(name)
        if not (path / _FILE).is_file() or path.resolve() in above:
            _wrong(problems, "extends", _FOLDERS, name)
        else:
            yield str(name), path


def _merge(into: Workspace, other: Workspace) -> None:
    """All that another workspace says, beside what this one will say."""
    into.entities.update(other.entities)
    into.sources.update(other.sources)
    into.texts.update(other.texts)
    into.rows += other.rows
    into.judgements += other.judgements
    into.left_out += other.left_out
    into.folders += [f for f in other.folders if f not in into.folders]
    into.problems += other.problems


def _fill(workspace: Workspace, reader: Reader) -> None:
    folder = workspace.folder
    before = (len(workspace.rows), len(workspace.entities))
    folders = sorted(p for p in (folder / "sources").glob("*") if p.is_dir())
    for path in folders:
        _read_source(path, reader)
    read_entities(folder / "entities", f"{reader.prefix}entities", reader)
    if any(entity.broader for entity in workspace.entities.values()):
        editors_source(reader)
    for path in folders:
        _read_rows(path, reader)
    read_identities(folder / "identities.csv", reader)
    read_judgements(folder / "judgements.csv", reader)
    if (len(workspace.rows), len(workspace.entities)) == before and not workspace.problems:
        reader.report(EmptyWorkspace().at(Location(_FILE)))


def _read_source(path: Path, reader: Reader) -> None:
    shown = f"{reader.prefix}sources/{path.name}"
    if (path / "citations.csv").is_file():
        read_register(path, shown, reader)
    elif (path / "source.toml").is_file():
        read_text_source(path, shown, reader)
    for file in sorted(path.iterdir()):
        if file.name not in _SOURCE_FILES and not file.name.startswith("."):
            reader.report(UnknownFile(file.name).at(Location(f"{shown}/{file.name}")))


def _read_rows(path: Path, reader: Reader) -> None:
    sources = reader.workspace.sources
    is_register = (path / "citations.csv").is_file()
    source = None if is_register else sources.get(path.name)
    if not is_register and (source is None or local_name(source.id) != path.name):
        return
    folder = SourceFolder(
        path, f"{reader.prefix}sources/{path.name}", reader, source, frozenset(sources)
    )
    read_claims(folder)
    read_observations(folder)
    read_holdings(folder)
    read_effects(folder)
    read_left_out(folder)
