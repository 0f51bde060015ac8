"""identities.csv: what people decided on whether two things are one."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from finkg.errors import Text
from finkg.evidence.claim import Claim
from finkg.evidence.identities import IdentityJudgement, Verdict, contradictions
from finkg.evidence.support import Evidence
from finkg.forms import needed
from finkg.vocabulary import DIFFERENT_FROM, local_name
from finkg.workspace.cells import Cells
from finkg.workspace.decisions import editors_source
from finkg.workspace.model import PlacedIdentity
from finkg.workspace.problems import (
    AlsoUnsure,
    DuplicateRow,
    IdentityContradiction,
    JudgedAgainstItself,
    OppositeVerdicts,
)
from finkg.workspace.reader import Reader
from finkg.workspace.table import read_table
from finkg.workspace.tables import IDENTITIES


def read_identities(path: Path, reader: Reader) -> None:
    """Each row is a judgement; only `different` makes a statement, which rests on the editors."""
    if not path.is_file():
        return
    known = reader.workspace.identities
    first = {placed.judgement.pair: placed for placed in known}
    old = {judgement for judgement, _ in contradictions(p.judgement for p in known)}
    for row in read_table(path, reader.prefix + path.name, IDENTITIES, reader.report):
        cells = Cells(row, reader)
        judgement = _judgement(cells)
        if judgement is None:
            continue
        placed = PlacedIdentity(judgement, row.where())
        earlier = first.setdefault(judgement.pair, placed)
        if earlier is not placed:
            _compare(cells, judgement, earlier)
        if cells.sound:
            known.append(placed)
            _tell_apart(cells, judgement)
    _report_chains(reader, old)


def _judgement(cells: Cells) -> IdentityJudgement | None:
    cells.needed(*needed(IDENTITIES))
    row = cells.row
    one, other = cells.entity("id"), cells.entity("other")
    verdict = cells.member("judgement", Verdict, Verdict.UNSURE)
    decided = cells.time("on")
    if one and one == other:
        cells.fault(JudgedAgainstItself(local_name(one)), "other")
    if not (one and other and decided and cells.sound):
        return None
    reason = Text(row["reason_zh"], row["reason_en"])
    return IdentityJudgement(one, other, verdict, reason, row["by"], decided)


def _compare(cells: Cells, judgement: IdentityJudgement, earlier: PlacedIdentity) -> None:
    """Report a second row about one pair."""
    verdicts = (judgement.verdict, earlier.judgement.verdict)
    ends = (local_name(judgement.one), local_name(judgement.other))
    if verdicts[0] is verdicts[1]:
        cells.fault(DuplicateRow(earlier.where))
    elif Verdict.UNSURE in verdicts:
        cells.warn(AlsoUnsure(*ends, *verdicts, earlier.where), "judgement")
    else:
        cells.fault(OppositeVerdicts(*ends, *verdicts, earlier.where), "judgement")


def _tell_apart(cells: Cells, judgement: IdentityJudgement) -> None:
    if judgement.verdict is not Verdict.DIFFERENT:
        return
    claim = Claim(judgement.one, DIFFERENT_FROM, judgement.other)
    note = " / ".join(judgement.reason)
    source = editors_source(cells.reader)
    evidence = Evidence(claim.id, source.id, note=note, recorded=judgement.on)
    cells.reader.take(claim, evidence, cells.row.where())


def _report_chains(reader: Reader, old: Container[IdentityJudgement]) -> None:
    """Report each pair told apart that other rows make one, unless that is old news."""
    places = {placed.judgement: placed.where for placed in reader.workspace.identities}
    for judgement, chain in contradictions(places):
        if judgement in old:
            continue
        ends = (local_name(judgement.one), local_name(judgement.other))
        problem = IdentityContradiction(*ends, " = ".join(map(local_name, chain)))
        reader.report(problem.at(places[judgement]))
