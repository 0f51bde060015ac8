"""holdings.csv: the share of an organization that an agent holds, in capital or in votes."""

from __future__ import annotations

from finkg.evidence.claim import Claim, Kind
from finkg.evidence.record import Shareholding
from finkg.vocabulary import HOLDS_SHARES_IN, local_name
from finkg.workspace.columns import modes
from finkg.workspace.rows import SourceFolder, Statement

TABLE = "holdings.csv"


def read_holdings(folder: SourceFolder) -> None:
    """The rows of holdings.csv in a folder of sources."""
    known_modes = modes(folder.reader.schema)
    for statement in folder.statements(TABLE):
        _read(statement, known_modes)


def _read(statement: Statement, known_modes: tuple[str, ...]) -> None:
    statement.check_needed()
    statement.place_quote()
    known = statement.reader.described(local_name(HOLDS_SHARES_IN))
    organization, holder = statement.entity("organization"), statement.entity("holder")
    if organization:
        statement.check_value("organization", known)
    if holder:
        statement.check_subject("holder", known)
    mode = statement.word("mode", known_modes)
    percent = statement.checked_number("percent")
    precision = statement.precision(percent)
    as_of, valid_from, valid_to = map(statement.checked_time, ("as_of", "valid_from", "valid_to"))
    if not (organization and holder and mode) or percent is None:
        return
    record = Shareholding(
        organization, holder, mode, percent, precision, as_of, valid_from, valid_to
    )
    triple = (holder, HOLDS_SHARES_IN, organization)
    statement.state(Claim(*triple, Kind.FACT, valid_from, valid_to, as_of, record))
