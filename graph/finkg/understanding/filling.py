"""Gives the names and days of a text to the parameters of a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple, TypeAlias

from pyoxigraph import NamedNode

from finkg.catalogue.question import Parameter, Question
from finkg.understanding.days import Day
from finkg.understanding.lexicon import Word
from finkg.understanding.linking import Linker
from finkg.understanding.reading import Named, Part
from finkg.understanding.roles import Roles

#: The concept of words such as 现在 and “today”.
TODAY = "today"
#: By how much the logarithm of a likelihood may fall short and still be believed.
HARDLY_LESS = 2.0
#: More names than this in one text are more than any question takes.
AT_MOST = 6


class Link(NamedTuple):
    """A name as the text has it, and what it may mean as the value of a parameter."""

    text: str
    entities: tuple[NamedNode, ...]


#: By the place of a name in the text: the parameter, and the value.
_Assignment: TypeAlias = dict[int, tuple[str, Link]]


class Filled(NamedTuple):
    """The values that a text gives to a question.

    `links`, `days` and `properties` (local names) are by parameter. `others` are other ways to give
    as many names to parameters, hardly less likely by the words. `unused` are names that no
    parameter takes, `missing` parameters that the question needs.
    """

    links: Mapping[str, Link] = {}
    others: tuple[Mapping[str, Link], ...] = ()
    days: Mapping[str, date] = {}
    properties: Mapping[str, str] = {}
    unused: tuple[Named, ...] = ()
    missing: tuple[str, ...] = ()
    has_idle_day: bool = False


class Filler:
    """Fills questions from texts; `today` is the day that “now” means."""

    def __init__(self, linker: Linker, today: date) -> None:
        self._linker = linker
        self._today = today

    def filled(self, question: Question, parts: Sequence[Part], roles: Roles) -> Filled:
        """The parameters of a question as a text gives them."""
        parameters = [*question.parameters.values()]
        chosen, *others = self._assigned(parameters, parts, roles)
        links = dict(chosen.values())
        given = [part.day for part in parts if isinstance(part, Day)]
        wanted = [p.name for p in parameters if p.type == "date"]
        if wanted and not given and self._says_today(parts):
            given = [self._today]
        dated = dict(zip(wanted, given, strict=False))
        properties = self._properties(parameters, parts)
        filled = {*links, *dated, *properties}
        names = (n for n, part in enumerate(parts) if isinstance(part, Named))
        left = (parts[n] for n in names if n not in chosen)
        return Filled(
            links,
            tuple(dict(other.values()) for other in others),
            dated,
            properties,
            tuple(part for part in left if isinstance(part, Named) and not part.concepts),
            tuple(p.name for p in parameters if p.required and p.name not in filled),
            len(given) > len(dated),
        )

    def _properties(self, parameters: Sequence[Parameter], parts: Sequence[Part]) -> dict[str, str]:
        known = self._linker.properties
        words = (part.text for part in parts if isinstance(part, Word))
        named = [known[word] for word in words if word in known]
        wanted = [p.name for p in parameters if p.type == "property"]
        return dict(zip(wanted, named, strict=False))

    def _assigned(
        self, parameters: Sequence[Parameter], parts: Sequence[Part], roles: Roles
    ) -> list[_Assignment]:
        """The likeliest assignment, then those that are hardly less likely.

        More names used go before fewer, then what their roles make of them.
        """
        places = [n for n, part in enumerate(parts) if isinstance(part, Named)][:AT_MOST]
        choices = [[None, *self._choices(parameters, parts[n])] for n in places]
        scored: list[tuple[int, float, _Assignment]] = []
        for each in product(*choices):
            taken = {n: one for n, one in zip(places, each, strict=True) if one}
            if len({name for name, _ in taken.values()}) == len(taken):
                likely = sum(roles.likelihood(name, parts, n) for n, (name, _) in taken.items())
                scored.append((len(taken), likely, taken))
        scored.sort(key=lambda one: (-one[0], -one[1]))
        most, likeliest, _ = scored[0]
        return [
            taken
            for used, likely, taken in scored
            if used == most and likely >= likeliest - HARDLY_LESS
        ]

    def _choices(self, parameters: Sequence[Parameter], part: Part) -> Iterator[tuple[str, Link]]:
        """What may be a mere word (数据) is a value only where the question needs one."""
        if not isinstance(part, Named):
            return
        for parameter in parameters:
            if parameter.type == "entity" and (parameter.required or not part.concepts):
                fitting = self._fitting(parameter, part)
                if fitting:
                    yield parameter.name, Link(part.mention.text, fitting)

    def _fitting(self, parameter: Parameter, part: Named) -> tuple[NamedNode, ...]:
        """What a name may mean that is of a class of the parameter."""
        entities = [*part.mention.entities]
        if parameter.classes:
            wanted = {*parameter.classes}
            entities = [e for e in entities if self._linker.classes(e) & wanted]
        return tuple(self._linker.preferred(entities))

    @staticmethod
    def _says_today(parts: Sequence[Part]) -> bool:
        return any(isinstance(part, Word) and TODAY in part.concepts for part in parts)
