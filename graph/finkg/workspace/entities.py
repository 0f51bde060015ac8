"""entities/*.csv: who and what exists. An identity row is a decision, a fact is a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.errors import Location, Problem, Text
from finkg.forms import needed
from finkg.schema import Property
from finkg.vocabulary import BROADER, fk, local_name
from finkg.workspace.cells import Cells
from finkg.workspace.model import Entity
from finkg.workspace.problems import (
    AliasIsLabel,
    AliasWithRemark,
    BroaderCycle,
    MissingLabel,
    UnknownClass,
    UnknownFile,
)
from finkg.workspace.reader import Reader
from finkg.workspace.table import TableRow, read_table
from finkg.workspace.tables import ENTITIES, LABELS

#: Brackets that hold a remark. Brackets alone do not: 支付宝（中国）is part of a name.
_REMARK = re.compile(r"[(（][^)）]*(?:[,，;；:：]|旧|原|曾|\bold\b|former|memory|\bnow\b)", re.I)
_LANGUAGES = (Text("中文", "Chinese"), Text("英文", "English"))
#: What else may not be empty, a missing label being told by its language.
_NEEDED = [column for column in needed(ENTITIES) if column not in LABELS]


def read_entities(folder: Path, shown: str, reader: Reader) -> None:
    """Every entity of the folder; broader concepts are looked up once all are known."""
    rows = list(_rows(folder, shown, reader))
    taken = [row for row in rows if row["id"] and reader.claim_id(row["id"], row.where("id"))]
    for row in taken:
        reader.workspace.entities[row["id"]] = _entity(row, reader)
    for row in taken:
        _take_broader(row, reader)
    _check_aliases(taken, reader)
    _check_cycles(taken, reader)


def _rows(folder: Path, shown: str, reader: Reader) -> Iterator[TableRow]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix == ".csv":
            for row in read_table(path, f"{shown}/{path.name}", ENTITIES, reader.report):
                Cells(row, reader).needed(*_NEEDED)
                yield row
        elif not path.name.startswith("."):
            reader.report(UnknownFile(path.name).at(Location(f"{shown}/{path.name}")))


def _entity(row: TableRow, reader: Reader) -> Entity:
    for column, language in zip(LABELS, _LANGUAGES, strict=True):
        if not row[column]:
            reader.report(MissingLabel(row["id"], language).at(row.where(column)))
    return Entity(
        row["id"],
        reader.iri(row["id"]),
        tuple(_classes(row, reader)),
        Text(row["label_zh"], row["label_en"]),
        _several(row["aliases"]),
        (),
        row["note"],
        row.where(),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _classes(row: TableRow, reader: Reader) -> Iterator[NamedNode]:
    known = reader.schema.classes
    for name in _several(row["type"]):
        try:
            found = fk(name) in known
        except ValueError:
            found = False
        if found:
            yield fk(name)
        else:
            near = tuple(get_close_matches(name, sorted(map(local_name, known)), 2))
            reader.report(UnknownClass(name, near).at(row.where("type")))


def _take_broader(row: TableRow, reader: Reader) -> None:
    names = _several(row["broader"])
    if not names:
        return
    known = reader.described(local_name(BROADER))
    cells = Cells(row, reader)
    cells.read("broader", lambda _: reader.check_subject(row["id"], known))
    above = [_above(name, known, cells) for name in names]
    found = tuple(iri for iri in above if iri)
    reader.workspace.entities[row["id"]] = replace(
        reader.workspace.entities[row["id"]], broader=found
    )


def _above(name: str, known: Property, cells: Cells) -> NamedNode | None:
    """A broader concept, or nothing if it is not known or no concept."""
    try:
        iri = cells.reader.entity(name)
        cells.reader.check_value(name, known)
    except Problem as problem:
        cells.fault(problem, "broader")
        return None
    return iri


def _check_aliases(rows: Iterable[TableRow], reader: Reader) -> None:
    entities = reader.workspace.entities
    labels = {word: entity.id for entity in entities.values() for word in entity.label}
    for row in rows:
        for alias in entities[row["id"]].aliases:
            other = labels.get(alias, row["id"])
            if _REMARK.search(alias):
                reader.report(AliasWithRemark(alias).at(row.where("aliases")))
            elif other != row["id"]:
                reader.report(AliasIsLabel(alias, other).at(row.where("aliases")))


def _check_cycles(rows: Iterable[TableRow], reader: Reader) -> None:
    entities = reader.workspace.entities
    above = {entity.iri: entity.broader for entity in entities.values() if entity.broader}
    for row in rows:
        entity = entities[row["id"]]
        if entity.broader and entity.iri in _all_above(entity.iri, above):
            reader.report(BroaderCycle(entity.id).at(row.where("broader")))


def _all_above(start: NamedNode, above: dict[NamedNode, tuple[NamedNode, ...]]) -> set[NamedNode]:
    seen: set[NamedNode] = set()
    todo = list(above.get(start, ()))
    while todo:
        current = todo.pop()
        if current not in seen:
            seen.add(current)
            todo.extend(above.get(current, ()))
    return seen
