"""effects.csv: what a source says that an instrument or a regulatory event did to a thing."""

from __future__ import annotations

from finkg.evidence.claim import Claim, Kind
from finkg.evidence.record import Effect
from finkg.vocabulary import DIRECTLY_AFFECTED_BY, local_name
from finkg.workspace.columns import effect_types
from finkg.workspace.rows import SourceFolder, Statement

TABLE = "effects.csv"


def read_effects(folder: SourceFolder) -> None:
    """The rows of effects.csv in a folder of sources."""
    types = effect_types(folder.reader.schema)
    for statement in folder.statements(TABLE):
        _read(statement, types)


def _read(statement: Statement, types: tuple[str, ...]) -> None:
    statement.check_needed()
    statement.place_quote()
    known = statement.reader.described(local_name(DIRECTLY_AFFECTED_BY))
    affected, cause = statement.entity("affected"), statement.entity("cause")
    if affected:
        statement.check_subject("affected", known)
    if cause:
        statement.check_value("cause", known)
    effect_type = statement.word("effect_type", types)
    occurred_on = statement.checked_time("occurred_on")
    kind = statement.member("kind", Kind, Kind.FACT)
    if not (affected and cause and effect_type):
        return
    words = (statement.row["effect_zh"], statement.row["effect_en"])
    record = Effect(affected, cause, effect_type, occurred_on, *words)
    statement.state(Claim(affected, DIRECTLY_AFFECTED_BY, cause, kind, record=record))
