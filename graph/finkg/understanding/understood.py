"""A question in plain words, understood or not."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import NamedNode

from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.errors import AmbiguousName, MissingParameter, NameProblem, Text, UnknownParameter
from finkg.store.names import Names
from finkg.understanding.filling import Filled
from finkg.understanding.lexicon import Lexicon
from finkg.understanding.linking import Linker
from finkg.understanding.matching import Match, Matcher
from finkg.understanding.reading import Reader
from finkg.vocabulary import local_name

WORDS = "words.toml"
#: A question is asked if it is so probable and if its examples speak of so much of what was said.
PROBABLE, COVERED = 0.5, 0.5
#: How many questions are offered when none is sure.
OFFERED = 3
_NAME = re.compile(r"[A-Za-z0-9][\w-]*", re.ASCII)


def is_name(text: str) -> bool:
    """Whether a text is the name of a question, or means to be one, and no plain words."""
    return bool(_NAME.fullmatch(text))


class Understood(NamedTuple):
    """What a question in plain words asks: a question of the catalogue, and what it is given.

    `given` is by parameter, as the catalogue takes it: IRIs, ISO 8601 days, local names of
    properties. `unused` are the names in the words that the question can not be asked about.
    """

    question: Question
    given: dict[str, str]
    unused: tuple[str, ...] = ()

    def command(self) -> str:
        """The same as a command that asks by name."""
        options = (f"--{name} {_short(value)}" for name, value in self.given.items())
        return " ".join(["finkg ask", self.question.name, *options])


def entity(value: str) -> NamedNode | None:
    """The entity whose IRI a value is; none for a day, a property, or what somebody wrote."""
    try:
        return NamedNode(value) if "://" in value else None
    except ValueError:
        return None


def _short(value: str) -> str:
    """A value as a shell takes it; an entity by the last part of its IRI."""
    named = entity(value)
    return shlex.quote(local_name(named) if named else value)


class NotUnderstood(NameProblem):
    """Plain words that no question answers surely; `nearest` are the questions to choose from."""

    text = Text(
        "不能确定“{words}”问的是哪个问题，故不作答。",
        "No question surely answers “{words}”, so nothing is answered.",
    )
    unknown = Text("这里不认识：{strangers}。", "Not known here: {strangers}.")
    words: str
    nearest: tuple[Understood, ...] = ()
    strangers: tuple[str, ...] = ()

    def advice(self, lang: str = "en") -> str:
        lines: list[str] = []
        if self.strangers:
            lines.append(self.unknown.in_language(lang).format(**self.facts(lang)))
        if self.nearest:
            lines.append(Text("最接近的是：", "The nearest:").in_language(lang))
        for each in self.nearest:
            lines += [f"  {each.question.title.in_language(lang)}", f"    {each.command()}"]
        return "\n".join(lines)


class Understanding:
    """Understands plain words by a catalogue and the names of a graph."""

    def __init__(
        self,
        catalogue: Catalogue,
        names: Names,
        today: date,
        answers: Callable[[Question, Mapping[str, str]], bool],
        folder: Path | None = None,
    ) -> None:
        """`today` is the day that “now” means; `answers` tells whether a question has any rows;
        what is learnt from the catalogue's examples is kept in `folder`, if given."""
        self._answers = answers
        lexicon = Lexicon(*(path for f in catalogue.folders if (path := f / WORDS).is_file()))
        classes = {
            cls
            for question in catalogue
            for parameter in question.parameters.values()
            for cls in parameter.classes
        }
        linker = Linker(names, classes)
        self._matcher = Matcher(catalogue, Reader(lexicon, linker), linker, today, folder)

    def understood(self, words: str, given: Mapping[str, str] | None = None) -> Understood:
        """The question that the words ask; `given` are parameters that are known already.

        Raises NotUnderstood with the nearest; AmbiguousName if a name may mean several things;
        MissingParameter if the question is clear but not what it is asked about, UnknownParameter
        if it is given what no question takes.
        """
        known = dict(given or {})
        matches = self._matcher.matches(words, known)
        likely = [(match.question, match.filled) for match in matches if match.question]
        if not likely:
            self._check_known(words, known)
        strangers = self._matcher.strangers(words)
        if strangers or not _is_sure(matches[0]):
            nearest = tuple(_of(*each, known) for each in likely[:OFFERED])
            raise NotUnderstood(words, nearest, strangers)
        question, filled = likely[0]
        filled = self._as_the_graph_has_it(question, filled, known)
        self._check(question, filled, known)
        return _of(question, filled, known)

    def _check_known(self, words: str, known: Mapping[str, str]) -> None:
        """That the question which the words alone ask takes what is known."""
        best = self._matcher.matches(words)[0]
        if _is_sure(best) and best.question:
            parameters = best.question.parameters
            strange = next(name for name in known if name not in parameters)
            raise UnknownParameter(best.question.name, strange, tuple(parameters))

    def _as_the_graph_has_it(
        self, question: Question, filled: Filled, known: Mapping[str, str]
    ) -> Filled:
        """Where the words leave open which name is which, the way that has an answer."""
        if filled.others and not filled.missing:
            for links in (filled.links, *filled.others):
                tried = filled._replace(links=links)
                if self._answers(question, _of(question, tried, known).given):
                    return tried
        return filled

    @staticmethod
    def _check(question: Question, filled: Filled, known: Mapping[str, str]) -> None:
        for name, link in filled.links.items():
            if len(link.entities) > 1 and name not in known:
                raise AmbiguousName(link.text, tuple(map(local_name, link.entities)))
        for name in filled.missing:
            raise MissingParameter(question.name, name, question.parameters[name].written_example)


def _is_sure(match: Match) -> bool:
    """Whether a text asks a question, so probably and in so many words that it is answered."""
    is_likely = match.probable >= PROBABLE and match.covered >= COVERED
    return match.question is not None and is_likely and not match.is_denial


def _of(question: Question, filled: Filled, known: Mapping[str, str]) -> Understood:
    given = {name: link.entities[0].value for name, link in filled.links.items()}
    given |= {name: day.isoformat() for name, day in filled.days.items()}
    given |= filled.properties
    unused = tuple(part.mention.text for part in filled.unused)
    return Understood(question, given | dict(known), unused)
