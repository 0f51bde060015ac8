"""Who plays which part in a scene: the things, texts and sources that its claims are about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.kinds import CITED_KIND, KIND, ROLES, Kind, made
from generator.names import Name, named, stable
from generator.sentences import praise
from generator.shape import (
    BLOCKS_PER_TEXT,
    CROWDED_TEXTS,
    ENGLISH_TEXTS,
    LOW_IN_HUNDRED,
    MEDIUM_IN_HUNDRED,
)
from generator.sources import source_of
from generator.times import day_of

_WORD = re.compile(r"([a-z]+)([0-9]?)")
#: Things of a kind that a block chooses among, where it has none or few of its own.
_WINDOW = 3
#: Regulators and issuers are named all over the graph, the first ones most often.
_EVERYWHERE = ("regulator", "authority", "licence", "channel", "trend", "sector", "person")
#: Crowding years lie behind all that the texts date.
_CROWDING_FROM, _CROWDING_YEARS = 2019, 6


@dataclass(frozen=True, slots=True)
class Text:
    """What is settled about a text before it is written."""

    number: int
    language: str
    #: The year that crowds out the others, 0 if none does.
    crowd: int

    @property
    def id(self) -> str:
        return f"text-{self.number}"


def text_of(block: int) -> Text:
    """The text that a block's claims are quoted from."""
    number = block // BLOCKS_PER_TEXT
    crowded = number % CROWDED_TEXTS == 0
    year = _CROWDING_FROM + number % _CROWDING_YEARS if crowded else 0
    return Text(number, "en" if number % ENGLISH_TEXTS == ENGLISH_TEXTS - 1 else "zh", year)


def name_of(kind: Kind, number: int) -> Name:
    return named(kind.name, number, kind.zh, kind.en)


class Cast:
    """Who plays which part in one scene."""

    def __init__(self, block: int, seed: int) -> None:
        self.block = block
        self.text = text_of(block)
        self._seed = seed
        self.parts: dict[str, Name] = {}
        self._sources: list[str] = []

    @property
    def is_sound(self) -> bool:
        """Whether all parts are played by different things, and none comes before its second.

        What one is part of, repeals or descends from is older, so that nothing goes in circles.
        """
        places = {word: name.id.rsplit("-", 1) for word, name in self.parts.items()}
        for word, (kind, number) in places.items():
            first_kind, first = places.get(word.rstrip("2"), ["", ""])
            if word.endswith("2") and first_kind == kind and int(first) <= int(number):
                return False
        return len({name.id for name in self.parts.values()}) == len(self.parts)

    def part(self, word: str) -> Name:
        """The thing that a word stands for in this scene."""
        if word == "text":
            return Name(self.text.id, "本文", "This article")
        if word not in self.parts:
            match = _WORD.fullmatch(word)
            assert match, word
            kinds = ROLES.get(match[1], (match[1],))
            kind = KIND[kinds[self._draw(word, "kind") % len(kinds)]]
            self.parts[word] = name_of(kind, self._number(kind, word))
        return self.parts[word]

    def _draw(self, *parts: object) -> int:
        return stable(self._seed, *parts)

    def _number(self, kind: Kind, word: str) -> int:
        end = made(kind.count, self.block + 1)
        if kind.name in _EVERYWHERE and self._draw(word, "far") % 2:
            return int(end * (self._draw(word, "place") / 2**32) ** 2)
        first = min(made(kind.count, self.block), max(0, end - _WINDOW))
        return first + self._draw(word, "near") % (end - first)

    def text_about(self, subject: Name, property_name: str) -> Name:
        """A text or a code that is said of a thing, as the table writes it and in words."""
        if property_name == "describedAs":
            zh, en = praise(self._draw("praise"))
            return Name(f"{zh}@zh", zh, en)
        number = stable(subject.id) % 10**9
        if property_name == "documentNumber":
            year = day_of(subject.id, "promulgatedOn").year
            return Name(f"文〔{year}〕{number}号@zh", "", "")
        if property_name == "secCik":
            return Name(f"{number:010}", "", "")
        return Name(f"原{subject.zh}@zh", f"原{subject.zh}", f"Old {subject.en}")

    def source(self, word: str, since: date) -> str:
        """The id of a source of this tier that can tell of a day, if there is one that the scene
        has not called on yet."""
        refutes = word.startswith("-")
        tier = word.removeprefix("-")
        if tier == "text":
            return self.text.id
        if tier == "editors":
            return tier
        kind = CITED_KIND[self._tier() if tier == "cited" else tier]
        end = made(kind.count, self.block + 1)
        among = range(min(made(kind.count, self.block), max(0, end - _WINDOW)), end)
        found = source_of(kind, among, self._draw("source"), since, self._sources)
        self._sources.append(found)
        return f"-{found}" if refutes else found

    def _tier(self) -> str:
        hundredth = self._draw("tier") % 100
        if hundredth < LOW_IN_HUNDRED:
            return "tip"
        return "aggregator" if hundredth < LOW_IN_HUNDRED + MEDIUM_IN_HUNDRED else "newsroom"
