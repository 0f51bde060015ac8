"""What people decided: judgements.csv, and the structure of the entity tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.errors import Text
from finkg.evidence.claim import Claim
from finkg.evidence.rank import Judgement, Rank
from finkg.evidence.support import Evidence, Reliability, Source
from finkg.forms import needed
from finkg.vocabulary import BROADER, HAS_OBSERVATION, ID
from finkg.workspace.cells import Cells
from finkg.workspace.model import Entity, PlacedJudgement
from finkg.workspace.problems import BadValue, ContradictoryJudgement, DuplicateRow
from finkg.workspace.reader import Reader
from finkg.workspace.rows import EDITORS
from finkg.workspace.table import read_table
from finkg.workspace.tables import JUDGEMENTS
from finkg.workspace.values import Value, read_value

_Statement = tuple[NamedNode, NamedNode, Value]
_RECORD_ID = re.compile(r"(?:id:)?([ohx]-[0-9a-f]{16})")
#: What tells claims of one subject, property and value apart: their record, or their own id.
_DETAIL_ID = re.compile(r"(?:id:)?([chox]-[0-9a-f]{16})")
_A_RECORD = Text(
    "记录的标识符，如 o-0123456789abcdef（用“finkg show”查看）",
    "a record's id such as o-0123456789abcdef (“finkg show” prints it)",
)
_A_DETAIL = Text(
    "记录或主张的标识符，如 o-0123456789abcdef（用“finkg show”查看）",
    "the id of a record or of a claim such as o-0123456789abcdef (“finkg show” prints it)",
)


def read_judgements(path: Path, reader: Reader) -> None:
    """judgements.csv, one decision a row about the rank of a claim."""
    if not path.is_file():
        return
    judged = _Judged()
    for row in read_table(path, reader.prefix + path.name, JUDGEMENTS, reader.report):
        cells = Cells(row, reader)
        cells.needed(*needed(JUDGEMENTS))
        judgement = _judgement(cells)
        if not judgement:
            continue
        placed = PlacedJudgement(judgement, row.where())
        judged.compare(placed, cells)
        if cells.sound:
            reader.workspace.judgements.append(placed)


class _Judged:
    """The judgements of one table, by the statement that each is about.

    A workspace may judge anew what one that it extends has judged; a table judges a claim once.
    """

    def __init__(self) -> None:
        self._by_statement: defaultdict[_Statement, list[PlacedJudgement]] = defaultdict(list)

    def compare(self, placed: PlacedJudgement, cells: Cells) -> None:
        """Report a judgement on a claim that another row judges; then take it."""
        judgement = placed.judgement
        others = self._by_statement[judgement.subject, judgement.predicate, judgement.value]
        for other in others:
            earlier = other.judgement
            # Without an id it is about every record, or every time, of the statement.
            if judgement.detail and earlier.detail and judgement.detail != earlier.detail:
                continue
            if judgement.rank is earlier.rank:
                cells.fault(DuplicateRow(other.where))
            else:
                ranks = (judgement.rank.value, earlier.rank.value)
                cells.fault(ContradictoryJudgement(*ranks, other.where), "rank")
            return
        others.append(placed)


def _judgement(cells: Cells) -> Judgement | None:
    row = cells.row
    subject = cells.entity("subject")
    # Any property may be judged, one that only rules conclude too.
    known = cells.read("property", cells.reader.described)
    rank = cells.member("rank", Rank, Rank.NORMAL)
    cells.time("on")
    detail = _node(cells, "detail", _DETAIL_ID, _A_DETAIL)
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
    return _node(cells, column, _RECORD_ID, _A_RECORD)


def _node(cells: Cells, column: str, spelling: re.Pattern[str], expected: Text) -> NamedNode | None:
    """The record or claim whose id a cell holds."""

    def reading(cell: str) -> NamedNode:
        match = spelling.fullmatch(cell)
        if not match:
            raise BadValue(column, expected, cell)
        return NamedNode(ID + match[1])

    return cells.read(column, reading)


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
