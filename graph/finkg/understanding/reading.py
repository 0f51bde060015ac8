"""A text in parts: words, the names of entities, days, and the blanks of an example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from finkg.folding import folded
from finkg.understanding.days import Day, days
from finkg.understanding.lexicon import STOP, Lexicon, Word
from finkg.understanding.linking import Linker, Mention

BLANK = re.compile(r"\{([\w-]+)\}")


class Blank(NamedTuple):
    """Where an example says a parameter's name instead of a value: `{company}`."""

    parameter: str


class Named(NamedTuple):
    """A name, and what the same words mean if they are no name: 数据 is a category, and a word."""

    mention: Mention
    concepts: frozenset[str]


#: Any value, in a wording.
VALUE = "{}"
Part: TypeAlias = Word | Named | Day | Blank


def wording(parts: Iterable[Part]) -> tuple[str, ...]:
    """A text word by word, whatever it names: 谁创办了微众银行 is worded as 谁创办了{company}."""
    return tuple(part.text if isinstance(part, Word) else VALUE for part in parts)


def spelling(parts: Iterable[Part]) -> tuple[str, ...]:
    """A text word by word, with what it names; a blank is any value."""
    return tuple(
        part.text
        if isinstance(part, Word)
        else part.mention.text
        if isinstance(part, Named)
        else VALUE
        for part in parts
    )


class Reader:
    """Reads texts with one lexicon and the names of one graph."""

    def __init__(self, lexicon: Lexicon, linker: Linker) -> None:
        self._lexicon = lexicon
        self._linker = linker

    def parts(self, text: str) -> list[Part]:
        """The parts of a text, in order."""
        return [*self._parts(folded(text))]

    def example(self, text: str) -> list[Part]:
        """The parts of an example, in which `{parameter}` stands for a value."""
        found: list[Part] = []
        pieces = BLANK.split(text)
        for number, piece in enumerate(pieces):
            found += [Blank(piece)] if number % 2 else self._parts(folded(piece))
        return found

    def meanings(self, text: str) -> list[frozenset[str]]:
        """What each word of a text may mean; of those that tell a question from another."""
        words = self._lexicon.words(folded(text))
        return [word.concepts for word in words if STOP not in word.concepts]

    def _parts(self, text: str) -> Iterator[Part]:
        place = 0
        for each in self._places(text):
            yield from self._lexicon.words(text[place : each.start])
            place = each.end
            yield each if isinstance(each, Day) else Named(each, self._meaning(each))
        yield from self._lexicon.words(text[place:])

    def _places(self, text: str) -> list[Day | Mention]:
        """Names and days in order, a name before a day that is part of it."""
        names = [*self._linker.mentions(text)]
        apart = (
            day
            for day in days(text)
            if all(day.end <= name.start or name.end <= day.start for name in names)
        )
        return sorted([*names, *apart], key=lambda each: each.start)

    def _meaning(self, mention: Mention) -> frozenset[str]:
        words = [*self._lexicon.words(mention.text)]
        return words[0].concepts - {STOP} if len(words) == 1 else frozenset()
