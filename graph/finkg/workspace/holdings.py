"""holdings.csv: the share of an organization that an agent holds, in capital or in votes."""

from __future__ import annotations

from finkg.errors import Problem
from finkg.evidence.claim import Claim, Kind
from finkg.evidence.record import PRECISIONS, Shareholding
from finkg.vocabulary import HOLDS_SHARES_IN, local_name
from finkg.workspace.rows import SourceFolder, Statement

TABLE = "holdings.csv"
MODES = ("equity", "votes")


def read_holdings(folder: SourceFolder) -> None:
    """The rows of holdings.csv in a folder of sources."""
    for statement in folder.statements(TABLE):
        _read(statement)


def _read(statement: Statement) -> None:
    statement.needed("organization", "holder", "mode", "percent")
    statement.place_quote()
    organization, holder = statement.entity("organization"), statement.entity("holder")
    if organization and holder:
        _check_classes(statement)
    mode = statement.word("mode", MODES)
    percent = statement.number("percent")
    statement.check_numbers("percent", [percent])
    precision = statement.word("precision", tuple(PRECISIONS))
    as_of, valid_from, valid_to = statement.times("as_of", "valid_from", "valid_to")
    if not (organization and holder and mode) or percent is None:
        return
    record = Shareholding(
        organization, holder, mode, percent, precision, as_of, valid_from, valid_to
    )
    triple = (holder, HOLDS_SHARES_IN, organization)
    statement.state(Claim(*triple, Kind.FACT, valid_from, valid_to, as_of, record))


def _check_classes(statement: Statement) -> None:
    reader = statement.reader
    known = reader.schema.properties[local_name(HOLDS_SHARES_IN)]
    for check, column in ((reader.check_subject, "holder"), (reader.check_value, "organization")):
        try:
            check(statement.row[column], known)
        except Problem as problem:
            statement.fault(problem, column)
