"""Reads a whole workspace, and those that it extends."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from finkg.collecting import uncollected
from finkg.errors import Location, NotFound, NotReadable, Problem
from finkg.evidence.policy import Policy
from finkg.schema import Schema
from finkg.workspace.copies import Copy, join_copies
from finkg.workspace.decisions import read_judgements, state_structure
from finkg.workspace.effects import read_effects
from finkg.workspace.entities import read_entities
from finkg.workspace.holdings import read_holdings
from finkg.workspace.identities import read_identities
from finkg.workspace.keys import SOURCE_FILE, WORKSPACE_FILE
from finkg.workspace.left_out import TABLE as LEFT_OUT_TABLE
from finkg.workspace.left_out import read_left_out
from finkg.workspace.model import Workspace
from finkg.workspace.observations import read_observations
from finkg.workspace.parts import Part, parts_of
from finkg.workspace.policy import packaged_policy, read_policy
from finkg.workspace.problems import EmptyWorkspace, MissingFile, TextAndRegister, UnknownFile
from finkg.workspace.reader import Reader
from finkg.workspace.rows import SourceFolder
from finkg.workspace.sources import (
    REGISTER,
    TEXT_FILE,
    read_register,
    read_text_source,
)
from finkg.workspace.statements import read_claims
from finkg.workspace.tables import STATEMENT_TABLES

_JUDGEMENTS, _IDENTITIES = "judgements.csv", "identities.csv"
_TABLES = (_JUDGEMENTS, _IDENTITIES)
_SOURCE_FILES = (SOURCE_FILE, TEXT_FILE, REGISTER, LEFT_OUT_TABLE, *STATEMENT_TABLES)


def read_workspace(folder: Path, schema: Schema) -> Workspace:
    """The workspace of a folder, with all that it extends.

    What is wrong in it is never raised: every problem is collected, by file and line.
    Raises NotFound, NotReadable.
    """
    try:
        return _read(folder, schema)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotReadable(str(error.filename or folder), reason) from error


def _read(folder: Path, schema: Schema) -> Workspace:
    if not (folder / WORKSPACE_FILE).is_file():
        raise NotFound(str(folder / WORKSPACE_FILE))
    problems: list[Problem] = []
    return read_parts(list(parts_of(folder, problems.append)), schema, problems)


def read_parts(
    parts: list[Part], schema: Schema, problems: list[Problem] | None = None
) -> Workspace:
    """The workspace that the last of the parts is, on top of those before it."""
    with uncollected():
        return _whole(parts, schema, [] if problems is None else problems)


def _whole(parts: list[Part], schema: Schema, problems: list[Problem]) -> Workspace:
    whole = parts[-1]
    workspace = Workspace(whole.folder, whole.title, whole.base, whole.day, problems=problems)
    for part in parts:
        workspace.parts.append((part.folder, part.prefix))
        _fill(part, Reader(workspace, schema, part.folder, part.base, part.prefix))
    workspace.policy = _policy(parts, problems)
    if not workspace.rows and not workspace.entities and not workspace.violations:
        problems.append(EmptyWorkspace().at(Location(WORKSPACE_FILE)))
    problems.sort(key=_place)
    return workspace


def _policy(parts: list[Part], problems: list[Problem]) -> Policy:
    """The workspace's own policy; else of the last that it extends; else ours."""
    stated = [read_policy(part.folder, part.prefix, problems.append) for part in parts]
    chosen = [policy for policy in stated if policy]
    return chosen[-1] if chosen else packaged_policy(problems.append)


def _place(problem: Problem) -> tuple[str, int, int, str]:
    where = problem.where
    return where.file, where.line, where.column, str(problem)


def _fill(part: Part, reader: Reader) -> None:
    """Sources and entities first, so that rows may name any of them."""
    _check_files(part, reader)
    sources = part.folder / "sources"
    folders = sorted(p for p in sources.iterdir() if p.is_dir()) if sources.is_dir() else []
    copies = [copy for path in folders for copy in _read_source(path, reader)]
    join_copies(copies, reader)
    known = frozenset(reader.workspace.entities)
    read_entities(part.folder / "entities", f"{part.prefix}entities", reader)
    state_structure(
        (e for name, e in reader.workspace.entities.items() if name not in known), reader
    )
    for path in folders:
        _read_rows(path, reader)
    read_identities(part.folder / _IDENTITIES, reader)
    read_judgements(part.folder / _JUDGEMENTS, reader)


def _check_files(part: Part, reader: Reader) -> None:
    """Tables that stand where none is read: a misspelled name must not silence its rows."""
    for folder, shown, known in (
        (part.folder, part.prefix, _TABLES),
        (part.folder / "sources", f"{part.prefix}sources/", ()),
    ):
        for path in sorted(folder.glob("*.csv")):
            if path.name not in known:
                near = tuple(get_close_matches(path.name, known, 1))
                reader.report(UnknownFile(path.name, near).at(Location(f"{shown}{path.name}")))


def _read_source(path: Path, reader: Reader) -> list[Copy]:
    shown = f"{reader.prefix}sources/{path.name}"
    files = sorted(file.name for file in path.iterdir() if not file.name.startswith("."))
    for name in files:
        if name not in _SOURCE_FILES:
            near = tuple(get_close_matches(name, _SOURCE_FILES, 1))
            reader.report(UnknownFile(name, near).at(Location(f"{shown}/{name}")))
    if SOURCE_FILE in files and REGISTER in files:
        reader.report(TextAndRegister().at(Location(shown)))
    if REGISTER in files:
        return read_register(path, shown, reader)
    if SOURCE_FILE in files:
        return read_text_source(path, shown, reader)
    if files:
        reader.report(MissingFile(SOURCE_FILE).at(Location(f"{shown}/{SOURCE_FILE}")))
    return []


def _read_rows(path: Path, reader: Reader) -> None:
    """The tables of a folder, unless its own source could not be read."""
    is_register = (path / REGISTER).is_file()
    source = None if is_register else reader.workspace.sources.get(path.name)
    # The id may be one that another workspace took first.
    if not is_register and (source is None or source.id != reader.iri(path.name)):
        return
    folder = SourceFolder(path, f"{reader.prefix}sources/{path.name}", reader, source)
    read_claims(folder)
    read_observations(folder)
    read_holdings(folder)
    read_effects(folder)
    read_left_out(folder)
