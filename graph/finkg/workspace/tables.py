"""The tables of a workspace and their columns, in the order in which they are written."""

from __future__ import annotations

ENTITIES = ("id", "type", "label_zh", "label_en", "aliases", "broader", "note")
JUDGEMENTS = (
    "subject", "property", "value", "detail", "rank", "reason_zh", "reason_en", "by", "on",
)  # fmt: skip
IDENTITIES = ("id", "other", "judgement", "reason_zh", "reason_en", "by", "on")
CITATIONS = (
    "id", "title", "publisher", "address", "published", "recorded", "reliability", "copy_of",
    "note",
)  # fmt: skip
LEFT_OUT = ("quote", "reason_zh", "reason_en")

_QUOTE = ("quote", "context_quote", "gloss")
#: For each table of statements, the columns before those of the quote and those behind them.
_STATEMENTS = {
    "claims.csv": (
        ("subject", "property", "value"),
        ("valid_from", "valid_to", "as_of", "kind", "stance", "note"),
    ),
    "observations.csv": (
        (
            "feature", "metric", "value", "unit", "precision", "lower", "upper", "as_of", "period",
            "valid_from", "valid_to",
        ),
        ("kind", "stance", "note"),
    ),
    "holdings.csv": (
        (
            "organization", "holder", "mode", "percent", "precision", "as_of", "valid_from",
            "valid_to",
        ),
        ("stance", "note"),
    ),
    "effects.csv": (
        ("affected", "cause", "effect_type", "occurred_on", "effect_zh", "effect_en"),
        ("kind", "stance", "note"),
    ),
}  # fmt: skip
STATEMENT_TABLES = tuple(_STATEMENTS)


def statement_columns(table: str, *, register: bool) -> tuple[str, ...]:
    """A table beside a text has quotes; one in a register names the source of each row."""
    before, after = _STATEMENTS[table]
    return ("source", *before, *after) if register else (*before, *_QUOTE, *after)
