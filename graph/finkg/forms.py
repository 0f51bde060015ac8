"""What the files that people write may hold: the names of keys and columns, each with its meaning.

Readers go by these names, messages of errors list them, and docs/settings.md is written from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from finkg.words import Text

if TYPE_CHECKING:
    from pyoxigraph import NamedNode


class ClosedLists(Protocol):
    """What keeps closed lists, as the ontology does."""

    def members(self, cls: NamedNode) -> tuple[str, ...]:
        """Local names of the individuals of a class."""
        ...


#: The words of a closed list, some of which the ontology keeps.
Words: TypeAlias = Callable[[ClosedLists], tuple[str, ...]]


class Field(str):
    """The name of a key or a column, and what is known of it.

    It is a name like any other, and so can be compared and written as it is.
    """

    __slots__ = ("default", "meaning", "needed", "words")

    meaning: Text
    #: Whether it may not be left empty.
    needed: bool
    #: All that it takes, if that is a closed list.
    words: Words | None
    #: What holds where it is not stated.
    default: str

    def __new__(
        cls,
        name: str,
        zh: str,
        en: str,
        *,
        needed: bool = False,
        words: Words | None = None,
        default: str = "",
    ) -> Field:
        self = super().__new__(cls, name)
        self.meaning, self.needed, self.words, self.default = Text(zh, en), needed, words, default
        return self


Fields: TypeAlias = tuple[Field, ...]


class Form(NamedTuple):
    """A file, by its name, or one of its tables: what it is for, and its fields in order."""

    name: str
    meaning: Text
    fields: Fields


def needed(fields: Iterable[Field]) -> tuple[str, ...]:
    """Those that may not be left empty."""
    return tuple(field for field in fields if field.needed)


def members(words: type[StrEnum]) -> Words:
    """The words of an enumeration."""
    return lambda _: tuple(word.value for word in words)


def keys(fields: Iterable[str], table: str = "") -> tuple[str, ...]:
    """The keys that stand at the top of a TOML file, or in one of its tables: fields are named by
    the whole way, such as `recency.days`."""
    way = f"{table}." if table else ""
    below = (field[len(way) :] for field in fields if field.startswith(way))
    return tuple(dict.fromkeys(name.partition(".")[0] for name in below))


def unknown(values: Mapping[str, Any], fields: Fields, *table: str) -> Iterator[str]:
    """The ways to what no field names. A part in capitals, such as NAME, stands for any name, and
    what a field takes may be a table itself."""
    for key, value in values.items():
        way = (*table, key)
        fitting = [field for field in fields if _fits(way, field.split("."))]
        if not fitting:
            yield ".".join(way)
        elif isinstance(value, dict) and all(field.count(".") >= len(way) for field in fitting):
            yield from unknown(value, fields, *way)


def _fits(way: tuple[str, ...], parts: list[str]) -> bool:
    return all(one == part or part.isupper() for one, part in zip(way, parts, strict=False))
