"""entities/*.csv: who and what exists. An identity row is a decision, a fact is a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.errors import Location, Problem, Text
from finkg.vocabulary import fk, local_name
from finkg.workspace.model import Entity
from finkg.workspace.problems import (
    AliasIsLabel,
    AliasWithRemark,
    BadId,
    BroaderCycle,
    DuplicateId,
    MissingLabel,
    UnknownClass,
)
from finkg.workspace.reader import Reader
from finkg.workspace.table import TableRow, read_table
from finkg.workspace.tables import ENTITIES

_ID = re.compile(r"(?![a-z]-)[a-z][a-z0-9-]{1,63}")
_REMARK = re.compile(r"[(（].*(?:[,，;；]|旧|原|曾|old|former|memory|now )", re.IGNORECASE)
_ZH, _EN = Text("中文", "zh"), Text("英文", "en")


def read_entities(folder: Path, shown: str, reader: Reader) -> None:
    """Every entity of the folder; broader concepts are looked up once all are known."""
    rows = [
        row
        for path in sorted(folder.glob("*.csv"))
        for row in read_table(path, f"{shown}/{path.name}", ENTITIES, reader.report)
    ]
    taken = [row for row in rows if _take_id(row["id"], row.where("id"), reader, rows)]
    for row in taken:
        reader.workspace.entities[row["id"]] = _entity(row, reader)
    for row in taken:
        _take_broader(row, reader)
    own = [reader.workspace.entities[row["id"]] for row in taken]
    _check_aliases(own, reader)
    _check_cycles(own, reader)


def is_id(name: str) -> bool:
    """Whether a name may be an id: readable ASCII that no machine's id looks like."""
    return _ID.fullmatch(name) is not None


def _take_id(name: str, where: Location, reader: Reader, rows: list[TableRow]) -> bool:
    if not is_id(name):
        reader.report(BadId(name).at(where))
        return False
    if name in reader.workspace.entities or name in reader.workspace.sources:
        reader.report(DuplicateId(name, reader.place_of(name)).at(where))
        return False
    first = next(row for row in rows if row["id"] == name)
    if first.where("id") != where:
        reader.report(DuplicateId(name, first.where()).at(where))
        return False
    return True


def _entity(row: TableRow, reader: Reader) -> Entity:
    for column, language in (("label_zh", _ZH), ("label_en", _EN)):
        if not row[column]:
            reader.report(MissingLabel(row["id"], language).at(row.where(column)))
    return Entity(
        row["id"],
        NamedNode(reader.workspace.base + row["id"]),
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
    names = sorted(local_name(cls) for cls in known)
    for name in _several(row["type"]) or ("",):
        if name and fk(name) in known:
            yield fk(name)
        else:
            near = tuple(get_close_matches(name, names, 2))
            reader.report(UnknownClass(name, near).at(row.where("type")))


def _take_broader(row: TableRow, reader: Reader) -> None:
    entity = reader.workspace.entities[row["id"]]
    above: list[NamedNode] = []
    known = reader.schema.properties["broader"]
    for name in _several(row["broader"]):
        try:
            above.append(reader.entity(name))
            reader.check_value(name, known)
            reader.check_subject(row["id"], known)
        except Problem as problem:
            reader.report(problem.at(row.where("broader")))
    parts = (entity.id, entity.iri, entity.types, entity.label, entity.aliases)
    reader.workspace.entities[row["id"]] = Entity(*parts, tuple(above), entity.note, entity.where)


def _check_aliases(own: Iterable[Entity], reader: Reader) -> None:
    labels = {word: e.id for e in reader.workspace.entities.values() for word in e.label}
    for entity in own:
        for alias in entity.aliases:
            other = labels.get(alias, entity.id)
            if _REMARK.search(alias):
                reader.report(AliasWithRemark(alias).at(entity.where))
            elif other != entity.id:
                reader.report(AliasIsLabel(alias, other).at(entity.where))


def _check_cycles(own: Iterable[Entity], reader: Reader) -> None:
    above = {e.iri: e.broader for e in reader.workspace.entities.values()}
    for entity in own:
        seen: set[NamedNode] = set()
        todo = list(entity.broader)
        while todo:
            current = todo.pop()
            if current not in seen:
                seen.add(current)
                todo.extend(above.get(current, ()))
        if entity.iri in seen:
            reader.report(BroaderCycle(entity.id).at(entity.where))
