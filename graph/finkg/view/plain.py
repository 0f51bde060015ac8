"""Dataclasses and named tuples as plain data: dicts, lists, strings and numbers."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def as_json(value: object) -> Json:
    """The value with the names of its fields; a Text becomes `{"zh": ..., "en": ...}`."""
    if is_dataclass(value):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        if names := getattr(value, "_fields", None):
            return dict(zip(names, map(as_json, value), strict=True))
        return [as_json(item) for item in value]
    assert value is None or isinstance(value, bool | int | float | str)
    return value
