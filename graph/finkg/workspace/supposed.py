"""A workspace as it is supposed to be: without some sources or claims, with some statements more.

What is supposed is stated by nobody: its source says so, and it wins every dispute, for the
question is what would follow if it held.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.errors import Location, NotReadable, Text, UsageError
from finkg.evidence.claim import Claim
from finkg.evidence.rank import Judgement, Rank
from finkg.evidence.support import Evidence
from finkg.evidence.supposition import SUPPOSED, Supposition
from finkg.forms import needed
from finkg.schema import Property, Schema
from finkg.vocabulary import local_name
from finkg.workspace.model import PlacedJudgement, Row, Workspace
from finkg.workspace.reader import Reader
from finkg.workspace.rows import SourceFolder, Statement
from finkg.workspace.statements import TABLE, read_claim
from finkg.workspace.table import read_table
from finkg.workspace.tables import statement_columns

#: What an instrument may reach, in the order in which its reach is told from what is named.
_REACH = ("regulatesActivity", "regulatesData", "regulatesSector")
_REASON = Text("假设如此。", "It is supposed to be so.")


class CannotReach(UsageError):
    """An extension that no property of regulation can state."""

    text = Text(
        "不能假设“{instrument}”规范“{thing}”。",
        "“{instrument}” can not be supposed to reach “{thing}”.",
    )
    hint = Text(
        "前者须是法规文件，后者须是业务、数据类别或行业。",
        "The first is a legal instrument, the second an activity, a kind of data or a sector.",
    )
    instrument: str
    thing: str


class NothingToLeaveOut(UsageError):
    """What is to be left out is neither a source nor a claim of the graph."""

    text = Text("图谱中没有来源或主张“{name}”。", "The graph has no source or claim “{name}”.")
    hint = Text(
        "写来源的 id 或标题，或主张的 id（finkg why … --format json 中的 c-…）。",
        "Name a source by id or title, or a claim by its id (c-… in finkg why … --format json).",
    )
    name: str


def suppose(workspace: Workspace, schema: Schema, supposition: Supposition) -> None:
    """Change a workspace as supposed. What is wrong with an added table is among its problems.

    Raises CannotReach, NothingToLeaveOut, NotReadable.
    """
    _leave_out(workspace, supposition.without)
    before = len(workspace.rows)
    workspace.sources["supposition"] = SUPPOSED
    for instrument, thing in supposition.extended:
        _state(
            workspace, Claim(instrument, _reach(workspace, schema, instrument, thing).iri, thing)
        )
    for path in supposition.added:
        _read(path, workspace, schema)
    workspace.judgements += [_preferred(row) for row in workspace.rows[before:]]


def _leave_out(workspace: Workspace, left_out: frozenset[NamedNode]) -> None:
    sources = {source.id for source in workspace.sources.values()} & left_out
    claims = left_out - sources
    gone = [row for row in workspace.rows if not claims.isdisjoint(_ids(row.claim))]
    found = {name for row in gone for name in _ids(row.claim)}
    for name in sorted(claims - found, key=str):
        raise NothingToLeaveOut(local_name(name))
    workspace.drop(sources)
    dropped = {row.claim.id for row in gone}
    workspace.rows = [row for row in workspace.rows if row.claim.id not in dropped]


def _ids(claim: Claim) -> set[NamedNode]:
    return {claim.id, claim.record.id} if claim.record else {claim.id}


def _reach(
    workspace: Workspace, schema: Schema, instrument: NamedNode, thing: NamedNode
) -> Property:
    above = {
        entity.iri: {cls for own in entity.types for cls in schema.superclasses(own)}
        for entity in workspace.entities.values()
        if entity.iri in (instrument, thing)
    }
    for name in _REACH:
        known = schema.properties[name]
        if above.get(instrument, set()) & known.domains and above.get(thing, set()) & known.ranges:
            return known
    raise CannotReach(local_name(instrument), local_name(thing))


def _state(workspace: Workspace, claim: Claim) -> None:
    evidence = Evidence(claim.id, SUPPOSED.id)
    workspace.rows.append(Row(claim, evidence, Location("")))


def _read(path: Path, workspace: Workspace, schema: Schema) -> None:
    reader = Reader(workspace, schema, path.parent, workspace.base)
    for statement in _statements(path, reader):
        read_claim(statement)


def _statements(path: Path, reader: Reader) -> Iterator[Statement]:
    columns = statement_columns(TABLE, register=False)
    optional = [column for column in columns if not column.needed]
    folder = SourceFolder(path.parent, "", reader, SUPPOSED)
    try:
        rows = read_table(path, str(path), columns, reader.report, optional)
    except OSError as error:
        raise NotReadable(str(path), error.strerror or type(error).__name__) from error
    return (Statement(row, folder, needed(columns)) for row in rows)


def _preferred(row: Row) -> PlacedJudgement:
    claim = row.claim
    parts = claim.subject, claim.predicate, claim.value, claim.id
    return PlacedJudgement(Judgement(*parts, Rank.PREFERRED, _REASON, "", ""), row.where)
