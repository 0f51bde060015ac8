"""effects.csv: what a source says that an instrument or a regulatory event did to a thing."""

from __future__ import annotations

from finkg.evidence.claim import Claim, Kind
from finkg.evidence.record import Effect
from finkg.vocabulary import DIRECTLY_AFFECTED_BY
from finkg.workspace.rows import SourceFolder, Statement

TABLE = "effects.csv"
EFFECT_TYPES = (
    "limit", "licensing", "infrastructure", "cost", "shrink", "restructure", "transfer",
    "delisting", "fine", "compensation", "closure", "exit", "designation", "funding", "clear-out",
    "suspension",
)  # fmt: skip


def read_effects(folder: SourceFolder) -> None:
    """The rows of effects.csv in a folder of sources."""
    for statement in folder.statements(TABLE):
        _read(statement)


def _read(statement: Statement) -> None:
    statement.needed("affected", "cause", "effect_type")
    statement.place_quote()
    affected, cause = statement.entity("affected"), statement.entity("cause")
    effect_type = statement.word("effect_type", EFFECT_TYPES)
    (occurred_on,) = statement.times("occurred_on")
    kind = statement.member("kind", Kind, Kind.FACT)
    if not (affected and cause and effect_type):
        return
    words = (statement.row["effect_zh"], statement.row["effect_en"])
    record = Effect(affected, cause, effect_type, occurred_on, *words)
    statement.state(Claim(affected, DIRECTLY_AFFECTED_BY, cause, kind, record=record))
