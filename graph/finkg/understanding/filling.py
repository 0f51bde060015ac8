"""Gives the names and days of a text to the parameters of a question."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
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
#: What it counts beside the neighbours of the names that the words of a text as a whole give some.
OF_GIVEN = 1.0
#: What it counts that a value is a usual one.
OF_USUAL = 1.5
#: More names than this in one text are more than any question takes.
AT_MOST = 6


class Link(NamedTuple):
    """A name as the text has it, and what it may mean as the value of a parameter.

    Where a parameter names a class and one above it, its usual values are of the first: regulators,
    and other organizations that act as one. `usual` is 1 for such a value, -1 for another, and 0
    where the parameter makes no difference.
    """

    text: str
    entities: tuple[NamedNode, ...]
    usual: int = 0


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
    unused: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    has_idle_day: bool = False


class Said(NamedTuple):
    """What a text says that a parameter may take: its parts, the places of names among them, days,
    and the local names of properties."""

    parts: Sequence[Part]
    names: Sequence[int]
    days: Sequence[date]
    properties: Sequence[str]
    says_today: bool


class Filler:
    """Fills questions from texts; `today` is the day that “now” means."""

    def __init__(self, linker: Linker, today: date) -> None:
        self._linker = linker
        self._today = today

    def said(self, parts: Sequence[Part]) -> Said:
        """What the parts of a text give to whatever question."""
        words = [part for part in parts if isinstance(part, Word)]
        known = self._linker.properties
        return Said(
            parts,
            [n for n, part in enumerate(parts) if isinstance(part, Named)],
            [part.day for part in parts if isinstance(part, Day)],
            [known[word.text] for word in words if word.text in known],
            any(TODAY in word.concepts for word in words),
        )

    def filled(
        self, question: Question, said: Said, roles: Roles, likely: Mapping[str, float]
    ) -> Filled:
        """The parameters of a question as a text gives them.

        `likely` is the logarithm of how likely its words give which of the parameters that take
        the same things.
        """
        parameters = question.parameters.values()
        chosen, *others = self._assigned(parameters, said, roles, likely)
        links = dict(chosen.values())
        given = said.days
        wanted = [p.name for p in parameters if p.type == "date"]
        if wanted and not given and said.says_today:
            given = [self._today]
        dated = dict(zip(wanted, given, strict=False))
        asked = (p.name for p in parameters if p.type == "property")
        properties = dict(zip(asked, said.properties, strict=False))
        filled = {*links, *dated, *properties}
        left = (said.parts[n] for n in said.names if n not in chosen)
        return Filled(
            links,
            tuple(dict(other.values()) for other in others),
            dated,
            properties,
            tuple(
                part.mention.text for part in left if isinstance(part, Named) and not part.concepts
            ),
            tuple(p.name for p in parameters if p.required and p.name not in filled),
            len(given) > len(dated),
        )

    def _assigned(
        self,
        parameters: Collection[Parameter],
        said: Said,
        roles: Roles,
        likely: Mapping[str, float],
    ) -> list[_Assignment]:
        """The likeliest assignment, then those that are hardly less likely.

        More names used go before fewer, then what their roles make of them.
        """
        places = said.names[:AT_MOST]
        if not places:
            return [{}]
        choices = [[None, *self._choices(parameters, said.parts[n])] for n in places]
        scored: list[tuple[int, float, _Assignment]] = []
        for each in product(*choices):
            taken = {n: one for n, one in zip(places, each, strict=True) if one}
            if len({name for name, _ in taken.values()}) == len(taken):
                names = " ".join(sorted(name for name, _ in taken.values()))
                fits = OF_GIVEN * likely.get(names, 0.0) + sum(
                    roles.likelihood(name, said.parts, n) + OF_USUAL * link.usual
                    for n, (name, link) in taken.items()
                )
                scored.append((len(taken), fits, taken))
        scored.sort(key=lambda one: (-one[0], -one[1]))
        most, likeliest, _ = scored[0]
        return [
            taken
            for used, fits, taken in scored
            if used == most and fits >= likeliest - HARDLY_LESS
        ]

    def _choices(self, parameters: Collection[Parameter], part: Part) -> Iterator[tuple[str, Link]]:
        """What may be a mere word (数据) is a value only where the question needs one."""
        if not isinstance(part, Named):
            return
        for parameter in parameters:
            if parameter.type == "entity" and (parameter.required or not part.concepts):
                fitting = self._fitting(parameter, part)
                if fitting:
                    usual = self._usual(parameter, fitting[0])
                    yield parameter.name, Link(part.mention.text, fitting, usual)

    def _usual(self, parameter: Parameter, entity: NamedNode) -> int:
        narrower = self._linker.narrower(parameter.classes)
        if not narrower:
            return 0
        return 1 if self._linker.classes(entity) & narrower else -1

    def _fitting(self, parameter: Parameter, part: Named) -> tuple[NamedNode, ...]:
        """What a name may mean that is of a class of the parameter."""
        entities = [*part.mention.entities]
        if parameter.classes:
            wanted = {*parameter.classes}
            entities = [e for e in entities if self._linker.classes(e) & wanted]
        return tuple(self._linker.preferred(entities))
