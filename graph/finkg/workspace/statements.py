"""claims.csv: subject, property and value, with the times that belong to them."""

from __future__ import annotations

from finkg.evidence.claim import Claim, Kind
from finkg.evidence.moment import Moment
from finkg.workspace.rows import SourceFolder, Statement
from finkg.workspace.values import read_value

TABLE = "claims.csv"


def read_claims(folder: SourceFolder) -> None:
    """The rows of claims.csv in a folder of sources."""
    for statement in folder.statements(TABLE):
        read_claim(statement)


def read_claim(statement: Statement) -> None:
    """The claim of a row; what is wrong with it is reported."""
    reader = statement.reader
    statement.check_needed()
    statement.place_quote()
    known = statement.read("property", lambda name: reader.property(name, TABLE))
    subject = statement.entity("subject")
    valid_from, valid_to, as_of = map(statement.checked_time, ("valid_from", "valid_to", "as_of"))
    kind = statement.member("kind", Kind, Kind.FACT)
    if not known:
        return
    if subject:
        statement.check_subject("subject", known)
    value = read_value(statement, "value", known, statement.language)
    if known.takes == "time" and value is not None:
        statement.check_time("value", Moment.parse(statement.row["value"]))
    if subject and value is not None:
        statement.state(Claim(subject, known.iri, value, kind, valid_from, valid_to, as_of))
