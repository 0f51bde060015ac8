"""judgements.csv and identities.csv: what people decided, by whom, when and why."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from finkg.errors import Text
from finkg.evidence.claim import Claim
from finkg.evidence.moment import Moment
from finkg.evidence.rank import Judgement, Rank
from finkg.evidence.support import Evidence, Reliability, Source
from finkg.schema import Property
from finkg.vocabulary import DIFFERENT_FROM, ID
from finkg.workspace.cells import Cells
from finkg.workspace.model import PlacedJudgement, Row
from finkg.workspace.problems import UnknownProperty
from finkg.workspace.reader import Reader
from finkg.workspace.rows import EDITORS
from finkg.workspace.table import read_table
from finkg.workspace.tables import IDENTITIES, JUDGEMENTS

_SIGNED = ("reason_zh", "reason_en", "by", "on")


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
    known = _property(cells)
    rank = cells.member("rank", Rank, Rank.NORMAL)
    cells.time("on")
    value = _judged_value(cells, known) if known else None
    if not subject or not known or value is None:
        return None
    detail = NamedNode(ID + row["detail"].removeprefix("id:")) if row["detail"] else None
    reason = Text(row["reason_zh"], row["reason_en"])
    return Judgement(subject, known.iri, value, detail, rank, reason, row["by"], row["on"])


def _judged_value(cells: Cells, known: Property) -> NamedNode | Literal | None:
    """The value as the claim has it; of a record, its counterpart or its own id."""
    if known.name == "hasObservation":
        return NamedNode(ID + cells.row["value"])
    return cells.value("value", known, "zh")


def _property(cells: Cells) -> Property | None:
    """Any property may be judged, a conclusion's too."""
    name = cells.row["property"]
    known = cells.reader.schema.properties
    if name and name not in known:
        cells.fault(UnknownProperty(name, tuple(get_close_matches(name, known, 3))), "property")
    return known.get(name)


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
    cells.reader.workspace.rows.append(Row(claim, evidence, row.where()))


def editors_source(reader: Reader) -> Source:
    """The source of decisions about structure; one is made where the workspace has none."""
    workspace = reader.workspace
    if EDITORS not in workspace.sources:
        workspace.sources[EDITORS] = Source(
            NamedNode(workspace.base + EDITORS),
            "编者关于结构的决定 / Decisions of the editors on structure",
            Reliability.HIGH,
            language="zh",
        )
    return workspace.sources[EDITORS]
