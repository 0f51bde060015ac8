"""Turns scenes into facts: claims about named things, each with the sources that it rests on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.cast import Cast, name_of
from generator.kinds import KIND, made
from generator.names import Name, stable
from generator.shape import SCENES, Says, Scene
from generator.times import DOCUMENTS, Time, at, beginning, day_amid, day_of

#: How many claims are remembered, lest one be made twice. Its things lie in blocks near by.
_REMEMBERED = 30_000
_TRIES = 12
_TIMES = ("@day", "@month", "@year")
#: Properties whose subject comes after its value, and before it, where either may be the older.
_YOUNGER = ("follows", "implements", "incubatedBy", "predecessor", "repeals", "supersedes",
            "triggeredBy")  # fmt: skip
_OLDER = ("draftOf",)
#: What is told of days to come.
_FORETOLD = ("plan", "forecast")


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim: what it says of what, when, and what it rests on."""

    says: Says
    subject: Name
    value: Name | Time
    times: dict[str, Time]
    #: Ids of sources; with a - they refute.
    sources: tuple[str, ...]


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
            cast = Cast(block, stable(place, number, turn))
            if scene.each:
                cast.parts[scene.each] = name_of(KIND[scene.each], number)
            keys = [_key(says, cast) for says in scene.says]
            is_new = not any(key in self._made for key in keys)
            if is_new and cast.is_sound and all(_keeps_order(says, cast) for says in scene.says):
                self._remember(keys)
                return [_fact(says, cast) for says in scene.says]
        return []

    def _remember(self, keys: list[tuple[str, ...]]) -> None:
        self._made.update(dict.fromkeys(keys))
        while len(self._made) > _REMEMBERED:
            self._made.popitem(last=False)


def _key(says: Says, cast: Cast) -> tuple[str, ...]:
    """What must not be said twice: a time of one thing, or the same of two things."""
    subject = cast.part(says.subject)
    if says.value in _TIMES:
        return subject.id, says.property
    value = _value(says, cast)
    return subject.id, says.property, value.id if isinstance(value, Name) else value.cell


def _value(says: Says, cast: Cast) -> Name | Time:
    subject = cast.part(says.subject)
    if says.value in _TIMES:
        return at(says.value, day_of(subject.id, says.property, says.variant), _crowd(says, cast))
    if says.value == "@text":
        return cast.text_about(subject, says.property)
    return cast.part(says.value)


def _crowd(says: Says, cast: Cast) -> int:
    """The year that the text of a claim has for all its years, 0 if it is no such text."""
    return cast.text.crowd if "text" in says.backing else 0


def _keeps_order(says: Says, cast: Cast) -> bool:
    """Whether what comes after another by the property does so by their days."""
    if says.property not in _YOUNGER and says.property not in _OLDER:
        return True
    subject, value = (beginning(cast.part(word).id) for word in (says.subject, says.value))
    if subject is None or value is None:
        return True
    return subject > value if says.property in _YOUNGER else subject < value


def _fact(says: Says, cast: Cast) -> Fact:
    subject, value = cast.part(says.subject), _value(says, cast)
    stated = {"as_of": says.as_of, "valid_from": says.valid_from, "valid_to": says.valid_to}
    other = value.id if isinstance(value, Name) else ""
    times = {
        column: at(precision, day_amid(subject.id, other), _crowd(says, cast))
        for column, precision in stated.items()
        if precision
    }
    since = _known_from(says, subject, value, times)
    sources = tuple(cast.source(word, since) for word in says.backing)
    return Fact(says, subject, value, times, sources)


def _known_from(says: Says, subject: Name, value: Name | Time, times: dict[str, Time]) -> date:
    """The first day on which a source can tell of it: when all that it names is there, and what it
    dates has come; of what is foretold only documents need be there."""
    things = [name.id for name in (subject, value) if isinstance(name, Name)]
    if says.kind in _FORETOLD:
        things = [thing for thing in things if thing.startswith(DOCUMENTS)]
        dated = []
    else:
        dated = [time.day for time in (value, *times.values()) if isinstance(time, Time)]
    return max([date.min, *dated, *filter(None, map(beginning, things))])
