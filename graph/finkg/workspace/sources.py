"""sources/ID/: a text that is held and the rows that quote it, or a register of cited sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pyoxigraph import NamedNode

from finkg.errors import Location, Problem, Text
from finkg.evidence.gate import StoredText
from finkg.evidence.support import Reliability, Source
from finkg.forms import needed
from finkg.workspace.addresses import Addresses, read_address
from finkg.workspace.cells import Cells, read_time
from finkg.workspace.copies import Copy
from finkg.workspace.decoding import decode
from finkg.workspace.keys import SOURCE_FILE, TEXT_SOURCE
from finkg.workspace.problems import BadValue, MissingFile, TextChanged
from finkg.workspace.reader import Reader
from finkg.workspace.table import read_table
from finkg.workspace.tables import CITATIONS
from finkg.workspace.toml import TomlFile, read_toml

TEXT_FILE, REGISTER = "text.txt", "citations.csv"
_T = TypeVar("_T")
_TIERS = tuple(tier.value for tier in Reliability)
_A_TIER = Text("、".join(_TIERS) + " 之一", "one of " + ", ".join(_TIERS))
_A_LANGUAGE = Text("语种代码，如 zh 或 en", "a language tag such as zh or en")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_A_DIGEST = Text("64 位小写十六进制数", "64 lower-case hexadecimal digits")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_HELD = Text("text（存有原文）", "text (the text is held)")


def read_text_source(folder: Path, shown: str, reader: Reader) -> list[Copy]:
    """source.toml and text.txt; the text has to have the digest that is registered."""
    file = read_toml(folder / SOURCE_FILE, f"{shown}/{SOURCE_FILE}", TEXT_SOURCE, reader.report)
    if file is None or not reader.claim_id(folder.name, Location(file.shown)):
        return []
    source = _described(reader.iri(folder.name), file, reader)
    reader.workspace.sources[folder.name] = source
    text = _stored(folder / TEXT_FILE, f"{shown}/{TEXT_FILE}", source.sha256, reader)
    if text is not None:
        reader.workspace.texts[source.id] = StoredText(text)
    original = file.word("copy_of")
    return [(folder.name, original, file.where("copy_of"))] if original else []


class _Keys:
    """The keys of a source.toml as values. A wrong one is reported on its line."""

    def __init__(self, file: TomlFile, reader: Reader) -> None:
        self.file = file
        self.reader = reader

    def read(self, key: str, reading: Callable[[str], _T]) -> _T | None:
        """The value of a key; nothing if it is not stated or wrong."""
        if not self.file.word(key):
            return None
        try:
            return reading(self.file.word(key))
        except Problem as problem:
            self.reader.report(problem.at(self.file.where(key)))
            return None

    def spelled(self, key: str, spelling: re.Pattern[str], expected: Text) -> str:
        """A value that has to be spelled so."""

        def reading(found: str) -> str:
            if not spelling.fullmatch(found):
                raise BadValue(key, expected, found)
            return found

        return self.read(key, reading) or ""


def _described(iri: NamedNode, file: TomlFile, reader: Reader) -> Source:
    keys = _Keys(file, reader)
    tier = keys.spelled("reliability", re.compile("|".join(_TIERS)), _A_TIER)
    keys.spelled("hold", re.compile("text"), _HELD)
    return Source(
        id=iri,
        title=file.word("title"),
        reliability=Reliability(tier) if tier else Reliability.LOW,
        publisher=file.word("publisher"),
        address=keys.read("address", read_address) or "",
        published=keys.read("published", read_time),
        recorded=keys.read("recorded", read_time),
        note=file.word("note"),
        language=keys.spelled("language", _LANGUAGE, _A_LANGUAGE) or "zh",
        licence=file.word("licence"),
        # A source whose digest is missing or misspelled is a text all the same.
        sha256=keys.spelled("sha256", _DIGEST, _A_DIGEST) or "0" * 64,
    )


def _stored(path: Path, shown: str, expected: str, reader: Reader) -> str | None:
    """The text, without its byte-order mark, which offsets do not count."""
    where = Location(shown)
    if not path.is_file():
        reader.report(MissingFile(path.name).at(where))
        return None
    content = path.read_bytes()
    found = sha256(content).hexdigest()
    if found != expected:
        reader.report(TextChanged(expected, found).at(where))
    return decode(content, where, reader.report)


def read_register(folder: Path, shown: str, reader: Reader) -> list[Copy]:
    """citations.csv: sources that are only cited, one a line."""
    copies: list[Copy] = []
    addresses = Addresses(reader.workspace)
    for row in read_table(folder / REGISTER, f"{shown}/{REGISTER}", CITATIONS, reader.report):
        cells = Cells(row, reader)
        cells.needed(*needed(CITATIONS))
        name = row["id"]
        if not name or not reader.claim_id(name, row.where("id")):
            continue
        reader.workspace.sources[name] = Source(
            id=reader.iri(name),
            title=row["title"],
            reliability=cells.member("reliability", Reliability, Reliability.LOW),
            publisher=row["publisher"],
            address=addresses.take(name, cells),
            published=cells.time("published"),
            recorded=cells.time("recorded"),
            note=row["note"],
        )
        if row["copy_of"]:
            copies.append((name, row["copy_of"], row.where("copy_of")))
    return copies
