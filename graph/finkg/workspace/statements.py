"""claims.csv: subject, property and value, with the times that belong to them."""

from __future__ import annotations

from finkg.errors import Problem
from finkg.evidence.claim import Claim, Kind
from finkg.evidence.moment import Moment
from finkg.schema import Property
from finkg.workspace.rows import SourceFolder, Statement

TABLE = "claims.csv"


def read_claims(folder: SourceFolder) -> None:
    """The rows of claims.csv in a folder of sources."""
    for statement in folder.statements(TABLE):
        _read(statement)


def _read(statement: Statement) -> None:
    statement.needed("subject", "property", "value")
    statement.place_quote()
    known = _property(statement)
    subject = statement.entity("subject")
    valid_from, valid_to, as_of = statement.times("valid_from", "valid_to", "as_of")
    kind = statement.member("kind", Kind, Kind.FACT)
    if not known:
        return
    if subject:
        _check_subject(statement, known)
    value = statement.value("value", known, statement.language)
    if known.takes == "time" and value is not None and statement.sound:
        statement.check_time("value", Moment.parse(statement.row["value"]))
    if subject and value is not None:
        statement.state(Claim(subject, known.iri, value, kind, valid_from, valid_to, as_of))


def _property(statement: Statement) -> Property | None:
    name = statement.row["property"]
    try:
        return statement.reader.property(name, TABLE) if name else None
    except Problem as problem:
        statement.fault(problem, "property")
        return None


def _check_subject(statement: Statement, known: Property) -> None:
    try:
        statement.reader.check_subject(statement.row["subject"], known)
    except Problem as problem:
        statement.fault(problem, "subject")
