"""Turns scenes into facts: claims about named things, each with the sources that it rests on."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds import CITED_KIND, KIND, ROLES, Kind, made
from generator.names import Name, named, stable
from generator.sentences import praise
from generator.shape import (
    BLOCKS_PER_TEXT,
    CROWDED_TEXTS,
    ENGLISH_TEXTS,
    LOW_IN_HUNDRED,
    MEDIUM_IN_HUNDRED,
    SCENES,
    Says,
    Scene,
)
from generator.times import Time, at, day_of

_WORD = re.compile(r"([a-z]+)([0-9]?)")
#: Things of a kind that a block chooses among, where it has none or few of its own.
_WINDOW = 3
#: Regulators and issuers are named all over the graph, the first ones most often.
_EVERYWHERE = ("regulator", "authority", "licence", "channel", "trend", "sector", "person")
#: How many claims are remembered, lest one be made twice. Its things lie in blocks near by.
_REMEMBERED = 30_000
_TRIES = 12
_TIMES = ("@day", "@month", "@year")
#: Crowding years lie behind all that happens.
_CROWDING_FROM, _CROWDING_YEARS = 2019, 6


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim: what it says of what, when, and what it rests on."""

    says: Says
    subject: Name
    value: Name | Time
    times: dict[str, Time]
    #: Ids of sources; with a - they refute.
    sources: tuple[str, ...]


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


class Facts:
    """Makes the facts of block after block, and remembers only those made last."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[str, ...], None] = OrderedDict()

    def of(self, block: int) -> Iterator[Fact]:
        """Every fact of a block, scene by scene."""
        for place, scene in enumerate(SCENES):
            for number in range(made(scene.count, block), made(scene.count, block + 1)):
                yield from self._scene(scene, block, place, number)

    def _scene(self, scene: Scene, block: int, place: int, number: int) -> list[Fact]:
        """The facts of a scene, about things of which nothing of the kind was said before."""
        for turn in range(_TRIES):
            cast = _Cast(block, stable(place, number, turn))
            if scene.each:
                cast.parts[scene.each] = name_of(KIND[scene.each], number)
            keys = [_key(says, cast) for says in scene.says]
            if not any(key in self._made for key in keys) and cast.is_sound:
                self._remember(keys)
                return [_fact(says, cast) for says in scene.says]
        return []

    def _remember(self, keys: list[tuple[str, ...]]) -> None:
        self._made.update(dict.fromkeys(keys))
        while len(self._made) > _REMEMBERED:
            self._made.popitem(last=False)


class _Cast:
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
            return Name(f"文〔2020〕{number}号@zh", "", "")
        if property_name == "secCik":
            return Name(f"{number:010}", "", "")
        return Name(f"原{subject.zh}@zh", f"原{subject.zh}", f"Old {subject.en}")

    def source(self, word: str) -> str:
        """The id of a source of this tier that the scene has not called on yet."""
        refutes = word.startswith("-")
        tier = word.removeprefix("-")
        if tier == "text":
            return self.text.id
        if tier == "editors":
            return tier
        kind = CITED_KIND[self._tier() if tier == "cited" else tier]
        end = made(kind.count, self.block + 1)
        first = min(made(kind.count, self.block), max(0, end - _WINDOW))
        number = first + (self._draw("source") + len(self._sources)) % (end - first)
        self._sources.append(kind.name)
        return f"{'-' if refutes else ''}{kind.name}-{number}"

    def _tier(self) -> str:
        hundredth = self._draw("tier") % 100
        if hundredth < LOW_IN_HUNDRED:
            return "tip"
        return "aggregator" if hundredth < LOW_IN_HUNDRED + MEDIUM_IN_HUNDRED else "newsroom"


def _key(says: Says, cast: _Cast) -> tuple[str, ...]:
    """What must not be said twice: a time of one thing, or the same of two things."""
    subject = cast.part(says.subject)
    if says.value in _TIMES:
        return subject.id, says.property
    value = _value(says, cast)
    return subject.id, says.property, value.id if isinstance(value, Name) else value.cell


def _value(says: Says, cast: _Cast) -> Name | Time:
    subject = cast.part(says.subject)
    if says.value in _TIMES:
        return at(says.value, day_of(subject.id, says.property, says.variant), _crowd(says, cast))
    if says.value == "@text":
        return cast.text_about(subject, says.property)
    return cast.part(says.value)


def _crowd(says: Says, cast: _Cast) -> int:
    """The year that the text of a claim has for all its years, 0 if it is no such text."""
    return cast.text.crowd if "text" in says.backing else 0


def _fact(says: Says, cast: _Cast) -> Fact:
    subject = cast.part(says.subject)
    stated = {"as_of": says.as_of, "valid_from": says.valid_from, "valid_to": says.valid_to}
    times = {
        column: at(precision, day_of(subject.id, column), _crowd(says, cast))
        for column, precision in stated.items()
        if precision
    }
    sources = tuple(cast.source(word) for word in says.backing)
    return Fact(says, subject, _value(says, cast), times, sources)
