"""Rows as columns: the compact form in which a page carries a scene.

A table of rows becomes an object with a list for each field. What is said often is said once: texts
and words stand in two pools and are meant by their numbers, and what refers to another row is its
number there (-1: to none). A field with several values becomes two lists: `of`, how many each row
has, and `is`, all of them one after another.

    rows    [Claim(kind="Fact", evidence=(a, b)), Claim(kind="Plan", evidence=())]
    table   {"kind": [0, 1], "evidence": {"of": [2, 0], "is": {"source": [...], ...}}}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Generic, TypeAlias, TypeVar

from finkg.errors import Text
from finkg.view.plain import Json

Value = TypeVar("Value")

#: A column of values as plain data.
Codec: TypeAlias = Callable[[Sequence[Any]], Json]
#: How each field of a row is written.
Shape: TypeAlias = Mapping[str, Codec]


class Pool(Generic[Value]):
    """Values that are each written once, in the order in which they were met."""

    def __init__(self, *first: Value) -> None:
        self._numbers: dict[Value, int] = {}
        self.numbers(first)

    def numbers(self, values: Iterable[Value]) -> list[int]:
        """The number of each value."""
        known = self._numbers
        return [known.setdefault(value, len(known)) for value in values]

    def __iter__(self) -> Any:
        return iter(self._numbers)


class Pools:
    """The two pools of a block; the first of each is the empty one."""

    def __init__(self) -> None:
        self._texts = Pool(Text("", ""))
        self._words = Pool("")

    def texts(self, values: Sequence[Text]) -> Json:
        """Texts in zh and en, by number."""
        return [*self._texts.numbers(values)]

    def words(self, values: Sequence[str]) -> Json:
        """Words, names and days, by number."""
        return [*self._words.numbers(values)]

    def written(self) -> dict[str, Json]:
        """Both pools, to be written behind all that means them."""
        zh, en = [text.zh for text in self._texts], [text.en for text in self._texts]
        return {"texts": {"zh": [*zh], "en": [*en]}, "words": [*self._words]}


def plain(values: Sequence[Any]) -> Json:
    """Strings and numbers as they are; yes and no as 1 and 0; nothing as -1."""
    return [-1 if v is None else int(v) if isinstance(v, bool) else v for v in values]


def unlike(codec: Codec, values: Sequence[Any | None]) -> Json:
    """Values where they are told; -1 where they are as can be concluded."""
    told = iter(codec([value for value in values if value is not None]))  # type: ignore[arg-type]
    return [-1 if value is None else next(told) for value in values]


def number_in(names: Iterable[str]) -> Codec:
    """Names of rows by their numbers; -1 for what is no row."""
    known = {name: number for number, name in enumerate(names)}

    def column(values: Sequence[str]) -> Json:
        return [known.get(value, -1) for value in values]

    return column


def many(codec: Codec) -> Codec:
    """Several values in a row."""

    def column(values: Sequence[Sequence[Any]]) -> Json:
        return {"of": [*map(len, values)], "is": codec([*chain.from_iterable(values)])}

    return column


def rows(shape: Shape) -> Codec:
    """A row in a row."""
    return lambda values: table(values, shape)


def table(found: Sequence[Any], shape: Shape) -> dict[str, Json]:
    """Rows as columns."""
    return {name: codec([*map(attrgetter(name), found)]) for name, codec in shape.items()}
