"""What people decided: judgements.csv, identities.csv, and the structure of the entity tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.errors import Text
from finkg.evidence.claim import Claim
from finkg.evidence.moment import Moment
from finkg.evidence.rank import Judgement, Rank
from finkg.evidence.support import Evidence, Reliability, Source
from finkg.vocabulary import BROADER, DIFFERENT_FROM, HAS_OBSERVATION, ID
from finkg.workspace.cells import Cells
from finkg.workspace.model import Entity, PlacedJudgement
from finkg.workspace.problems import BadValue
from finkg.workspace.reader import Reader
from finkg.workspace.rows import EDITORS
from finkg.workspace.table import read_table
from finkg.workspace.tables import IDENTITIES, JUDGEMENTS
from finkg.workspace.values import Value, read_value

_SIGNED = ("reason_zh", "reason_en", "by", "on")
_RECORD_ID = re.compile(r"(?:id:)?([ohx]-[0-9a-f]{16})")
_A_RECORD = Text(
    "记录的标识符，如 o-0123456789abcdef（用“finkg show”查看）",
    "a record's id such as o-0123456789abcdef (“finkg show” prints it)",
)


class Identity(StrEnum):
    """Whether two entities are one; unsure is a judgement too."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


def read_judgements(path: Path, reader: Reader) -> None:
    """judgements.csv, one decision a row about the rank of a claim."""
    if not path.is_file():
        return
    for row in read_table(path, reader.prefix + path.name, JUDGEMENTS, reader.report):
        cells = Cells(row, reader)
        cells.needed("subject", "property", "value", "rank", *_SIGNED)
        judgement = _judgement(cells)
        if judgement and cells.sound:
            reader.workspace.judgements.append(PlacedJudgement(judgement, row.where()))


def _judgement(cells: Cells) -> Judgement | None:
    row = cells.row
    subject = cells.entity("subject")
    # Any property may be judged, one that only rules conclude too.
    known = cells.read("property", cells.reader.described)
    rank = cells.member("rank", Rank, Rank.NORMAL)
    cells.time("on")
    detail = _record(cells, "detail")
    value: Value | None = None
    if known:
        observed = known.iri == HAS_OBSERVATION
        value = _record(cells, "value") if observed else read_value(cells, "value", known, "zh")
    if not subject or not known or value is None:
        return None
    reason = Text(row["reason_zh"], row["reason_en"])
    return Judgement(subject, known.iri, value, detail, rank, reason, row["by"], row["on"])


def _record(cells: Cells, column: str) -> NamedNode | None:
    """The record whose id a cell holds."""

    def reading(cell: str) -> NamedNode:
        match = _RECORD_ID.fullmatch(cell)
        if not match:
            raise BadValue(column, _A_RECORD, cell)
        return NamedNode(ID + match[1])

    return cells.read(column, reading)


def read_identities(path: Path, reader: Reader) -> None:
    """identities.csv: only `different` makes a statement, which rests on the editors."""
    if not path.is_file():
        return
    for row in read_table(path, reader.prefix + path.name, IDENTITIES, reader.report):
        cells = Cells(row, reader)
        cells.needed("id", "other", "judgement", *_SIGNED)
        one, other = cells.entity("id"), cells.entity("other")
        judgement = cells.member("judgement", Identity, Identity.UNSURE)
        decided = cells.time("on")
        if one and other and judgement is Identity.DIFFERENT and cells.sound:
            _tell_apart(cells, one, other, decided)


def _tell_apart(cells: Cells, one: NamedNode, other: NamedNode, decided: Moment | None) -> None:
    claim = Claim(one, DIFFERENT_FROM, other)
    row = cells.row
    note = f"{row['reason_zh']} / {row['reason_en']}"
    source = editors_source(cells.reader)
    evidence = Evidence(claim.id, source.id, note=note, recorded=decided)
    cells.reader.take(claim, evidence, row.where())


def state_structure(entities: Iterable[Entity], reader: Reader) -> None:
    """The scheme structure of the entity tables, as claims that rest on the editors."""
    for entity in entities:
        for above in entity.broader:
            claim = Claim(entity.iri, BROADER, above)
            evidence = Evidence(claim.id, editors_source(reader).id)
            reader.take(claim, evidence, entity.where)


def editors_source(reader: Reader) -> Source:
    """The source of decisions about structure; one is made where the workspace has none."""
    return reader.workspace.sources.setdefault(
        EDITORS,
        Source(
            reader.iri(EDITORS),
            "编者关于结构的决定 / Decisions of the editors on structure",
            Reliability.HIGH,
            language="zh",
        ),
    )
