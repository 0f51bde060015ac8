"""Writes a whole workspace, block by block, in memory that does not grow with its size."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count, islice
from pathlib import Path

from finkg.workspace.tables import CITATIONS, ENTITIES, IDENTITIES, JUDGEMENTS
from generator.cast import name_of, text_of
from generator.facts import Fact, Facts
from generator.kinds import CITED, KIND, KINDS, Kind, made
from generator.names import named
from generator.rows import cells_of, table_of
from generator.shape import BLOCKS_PER_REGISTER, IDENTITY_JUDGEMENTS, SCENES
from generator.sources import published
from generator.tables import RECORDED, SourceText, Tables, cited_row, statement_headings

_WORKSPACE = """\
name = "generated"
base = "https://w3id.org/finkg/generated/"
date = "2026-11-24"
languages = ["zh", "en"]

[title]
zh = "生成的知识图谱"
en = "Generated knowledge graph"
"""
_SIGNED = {"by": "generator", "on": RECORDED}
_EDITORS = {
    "id": "editors",
    "title": "关于结构的决定 / Decisions on structure",
    "publisher": "generator",
    "recorded": RECORDED,
    "reliability": "high",
    "note": "只涉及结构。 / Structure only.",
}
#: Of each five concepts that may have a broader one, how far before them it stands.
_BROADER = {1: 1, 2: 2, 3: 1}


def write_workspace(folder: Path, claims: int) -> None:
    """Write a workspace of so many claims or a few more.

    Raises FileExistsError if the folder has one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "workspace.toml").open("x", encoding="utf-8", newline="\n") as file:
        file.write(_WORKSPACE)
    with _Writer(folder) as writer:
        for block in count():
            writer.block(block, claims)
            if writer.claims >= claims:
                return


class _Writer(ExitStack):
    """The tables of a workspace, as far as they are written."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.claims = 0
        self._sources = folder / "sources"
        self._facts = Facts()
        entities = {f"{kind.table}.csv": ENTITIES for kind in KINDS}
        self._entities = self.enter_context(Tables(folder / "entities", entities))
        decisions = {"identities.csv": IDENTITIES, "judgements.csv": JUDGEMENTS}
        self._decisions = self.enter_context(Tables(folder, decisions))
        self._editors = self.enter_context(_register(self._sources / "editors"))
        self._editors.write("citations.csv", _EDITORS)
        self._cited = self._editors
        self._text = SourceText(text_of(0))
        self.callback(self._end_text)

    def block(self, block: int, claims: int) -> None:
        """Write a block, up to so many claims in all."""
        self._begin(block)
        for kind in KINDS:
            for number in _new(kind, block):
                self._entities.write(f"{kind.table}.csv", entity := entity_row(kind, number))
                self.claims += bool(entity["broader"])
        for row in identity_rows(block):
            self._decisions.write("identities.csv", row)
            self.claims += row["judgement"] == "different"
        for row in _citations(block):
            self._cited.write("citations.csv", row)
        for fact in islice(self._facts.of(block), max(_whole(block), claims - self.claims)):
            self._take(fact)
            self.claims += 1

    def _begin(self, block: int) -> None:
        """Go on to the next text and the next register where the block asks for it."""
        text = text_of(block)
        if text != self._text.text:
            self._end_text()
            self._text = SourceText(text)
        if block % BLOCKS_PER_REGISTER == 0:
            name = f"cited-{block // BLOCKS_PER_REGISTER}"
            self._cited = self.enter_context(_register(self._sources / name))

    def _end_text(self) -> None:
        self._text.write(self._sources)

    def _take(self, fact: Fact) -> None:
        for source in fact.sources:
            if source == self._text.text.id:
                self._text.take(fact)
            else:
                register = self._editors if source == "editors" else self._cited
                register.write(table_of(fact), cited_row(fact, source))
        if fact.says.rank:
            self._decisions.write("judgements.csv", _judgement(fact))


def _whole(block: int) -> int:
    """How many facts come first in a block and must not be cut off: each thing has its own."""
    needed = (scene for scene in SCENES if scene.each)
    return sum(len(scene.says) * len(_new(KIND[scene.each], block)) for scene in needed)


def _register(folder: Path) -> Tables:
    return Tables(folder, {"citations.csv": CITATIONS, **statement_headings(register=True)})


def _new(kind: Kind, block: int) -> range:
    """The numbers of the things of a kind that a block adds."""
    return range(made(kind.count, block), made(kind.count, block + 1))


def entity_row(kind: Kind, number: int) -> dict[str, str]:
    """An entity with its names; of concepts that may have a broader one three in five do."""
    name = name_of(kind, number)
    aliases = named(kind.name, number, kind.alias_zh, kind.alias_en)
    above = _BROADER.get(number % 5) if kind.has_broader else None
    return {
        "id": name.id,
        "type": kind.types,
        "label_zh": name.zh,
        "label_en": name.en,
        "aliases": f"{aliases.zh}|{aliases.en}" if kind.alias_zh else "",
        "broader": "" if above is None else name_of(kind, number - above).id,
        "note": "A generated thing." if number % 4 == 0 else "",
    }


def identity_rows(block: int) -> Iterator[dict[str, str]]:
    """Judgements on pairs of things of one kind that come one behind the other."""
    reason = {"reason_zh": "名称相近，已经核对。", "reason_en": "The names are alike; looked into."}
    for judgement, often, kinds in IDENTITY_JUDGEMENTS:
        for pair in range(made(often, block), made(often, block + 1)):
            kind, number = KIND[kinds[pair % len(kinds)]], pair // len(kinds)
            one, other = name_of(kind, number), name_of(kind, number + 1)
            yield {"id": one.id, "other": other.id, "judgement": judgement, **reason, **_SIGNED}


def _citations(block: int) -> Iterator[dict[str, str]]:
    for kind in CITED:
        for number in _new(kind, block):
            yield citation_row(kind, number)


def citation_row(kind: Kind, number: int) -> dict[str, str]:
    """A cited source. Mirrors copy a report of a newsroom, tips have no address."""
    name = name_of(kind, number)
    day = published(kind.name, number)
    publisher = name_of(kind, number // 5).en
    is_tip = kind.name == "tip"
    return {
        "id": name.id,
        "title": f"{publisher}, report {number}",
        "publisher": publisher,
        "address": "" if is_tip else f"https://{name.id}.example/{number}",
        "published": day.isoformat() if day else "",
        "recorded": RECORDED,
        "reliability": kind.types,
        "copy_of": f"newsroom-{number}" if kind.name == "mirror" else "",
        "note": "no public address" if is_tip else "",
    }


def _judgement(fact: Fact) -> dict[str, str]:
    cells = cells_of(fact)
    return {
        **{column: cells[column] for column in ("subject", "property", "value")},
        "rank": fact.says.rank,
        "reason_zh": "核对原始登记后认定。",
        "reason_en": "Settled after a look at the original register.",
        **_SIGNED,
    }
