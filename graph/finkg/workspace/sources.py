"""sources/ID/: a text that is held and the rows that quote it, or a register of cited sources."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode

from finkg.errors import Location, Problem, Text
from finkg.evidence.gate import StoredText
from finkg.evidence.moment import Moment
from finkg.evidence.support import Reliability, Source
from finkg.workspace.cells import Cells, read_time
from finkg.workspace.entities import is_id
from finkg.workspace.problems import (
    BadId,
    BadValue,
    DuplicateId,
    MissingFile,
    TextChanged,
    UnknownSource,
)
from finkg.workspace.reader import Reader
from finkg.workspace.table import decode, read_table
from finkg.workspace.tables import CITATIONS
from finkg.workspace.toml import read_toml

_KEYS = (
    "title", "publisher", "address", "published", "recorded", "reliability", "copy_of", "note",
    "language", "licence", "sha256", "hold",
)  # fmt: skip
_NEEDED = ("title", "recorded", "reliability", "language", "sha256")
_TIERS = tuple(tier.value for tier in Reliability)


def read_text_source(folder: Path, shown: str, reader: Reader) -> None:
    """source.toml and text.txt; the text has to have the hash that is registered."""
    values = read_toml(
        folder / "source.toml", f"{shown}/source.toml", _KEYS, _NEEDED, reader.report
    )
    where = Location(f"{shown}/source.toml")
    if values is None or not _free(folder.name, Location(shown), reader):
        return
    source = _described(folder.name, values, where, reader)
    text = _stored(folder / "text.txt", f"{shown}/text.txt", source.sha256, reader)
    reader.workspace.sources[folder.name] = source
    if text is not None:
        reader.workspace.texts[source.id] = StoredText(text)


def _free(name: str, where: Location, reader: Reader) -> bool:
    if not is_id(name):
        reader.report(BadId(name).at(where))
        return False
    if name in reader.workspace.sources or name in reader.workspace.entities:
        reader.report(DuplicateId(name, reader.place_of(name)).at(where))
        return False
    return True


def _described(name: str, values: dict[str, Any], where: Location, reader: Reader) -> Source:
    words = {key: str(values.get(key, "")) for key in _KEYS}
    tier = words["reliability"]
    if tier not in _TIERS:
        expected = Text("、".join(_TIERS), ", ".join(_TIERS))
        reader.report(BadValue("reliability", expected, tier).at(where))
    if words["hold"] not in ("", "text"):
        reader.report(BadValue("hold", Text("text", "text"), words["hold"]).at(where))
    return Source(
        id=NamedNode(reader.workspace.base + name),
        title=words["title"],
        reliability=Reliability(tier) if tier in _TIERS else Reliability.LOW,
        publisher=words["publisher"],
        address=words["address"],
        published=_time("published", words, where, reader),
        recorded=_time("recorded", words, where, reader),
        copy_of=_copy_of(words["copy_of"], where, reader, frozenset()),
        note=words["note"],
        language=words["language"] or "zh",
        licence=words["licence"],
        sha256=words["sha256"] or "0" * 64,
    )


def _time(key: str, words: dict[str, str], where: Location, reader: Reader) -> Moment | None:
    try:
        return read_time(words[key]) if words[key] else None
    except Problem as problem:
        reader.report(problem.at(where))
        return None


def _copy_of(
    name: str, where: Location, reader: Reader, same_register: frozenset[str]
) -> NamedNode | None:
    """The original that a source copies: one known already, or one of the same register."""
    known = reader.workspace.sources.get(name)
    if known:
        return known.id
    if name and name not in same_register:
        reader.report(UnknownSource(name).at(where))
    return NamedNode(reader.workspace.base + name) if name in same_register else None


def _stored(path: Path, shown: str, expected: str, reader: Reader) -> str | None:
    if not path.is_file():
        reader.report(MissingFile("text.txt").at(Location(shown)))
        return None
    content = path.read_bytes()
    found = sha256(content).hexdigest()
    if found != expected:
        reader.report(TextChanged(expected, found).at(Location(shown)))
    # A byte-order mark is part of the bytes and no part of the text that offsets count.
    return decode(content, Location(shown), reader.report)


def read_register(folder: Path, shown: str, reader: Reader) -> None:
    """citations.csv: sources that are only cited, one a line."""
    path = f"{shown}/citations.csv"
    rows = read_table(folder / "citations.csv", path, CITATIONS, reader.report)
    ids = frozenset(row["id"] for row in rows)
    for row in rows:
        cells = Cells(row, reader)
        cells.needed("id", "title", "recorded", "reliability")
        if not row["id"] or not _free(row["id"], row.where("id"), reader):
            continue
        tier = cells.member("reliability", Reliability, Reliability.LOW)
        reader.workspace.sources[row["id"]] = Source(
            id=NamedNode(reader.workspace.base + row["id"]),
            title=row["title"],
            reliability=tier,
            publisher=row["publisher"],
            address=row["address"],
            published=cells.time("published"),
            recorded=cells.time("recorded"),
            copy_of=_copy_of(row["copy_of"], row.where("copy_of"), reader, ids),
            note=row["note"],
        )
