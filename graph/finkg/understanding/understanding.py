"""Understands questions in plain words, by a catalogue and the names of a graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.errors import AmbiguousName, MissingParameter, UnknownParameter
from finkg.store.names import Names
from finkg.understanding.filling import Filled
from finkg.understanding.lexicon import WORDS, Lexicon
from finkg.understanding.linking import Linker
from finkg.understanding.matching import Match, Matcher
from finkg.understanding.reading import Reader
from finkg.understanding.understood import NotUnderstood, Understood
from finkg.vocabulary import local_name

#: A question is asked if it is so probable and if its examples speak of so much of what was said.
PROBABLE, COVERED = 0.6, 0.5
#: How many questions are offered when none is sure.
OFFERED = 3


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
        filled = self._with_property(question, filled, known, words)
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
        """Where the words leave open which name is which, the way that has an answer; without the
        unusual values of which there is none: who is fined is no regulator that fines."""
        ways = [filled, *(filled._replace(links=links) for links in filled.others)]
        unusual = any(link.usual < 0 for link in filled.links.values())
        if filled.missing or not (filled.others or unusual):
            return filled
        for tried in ways:
            if self._answers(question, _of(question, tried, known).given):
                return tried
        return _with_usual_values(question, filled)

    def _with_property(
        self, question: Question, filled: Filled, known: Mapping[str, str], words: str
    ) -> Filled:
        """Where a question takes a property and none is named, the only one that the words mean
        and that the graph states of what they name."""
        free = [p.name for p in question.parameters.values() if p.type == "property"]
        free = [name for name in free if name not in {*filled.properties, *known}]
        if not free or filled.missing:
            return filled
        for names in self._matcher.properties(words):
            ways = [filled._replace(properties={free[0]: name}) for name in names]
            stated = [w for w in ways if self._answers(question, _of(question, w, known).given)]
            if stated:
                return stated[0] if len(stated) == 1 else filled
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
    is_likely = match.probable >= PROBABLE and match.covered >= COVERED and not match.is_denial
    return match.question is not None and (is_likely or match.is_verbatim)


def _of(question: Question, filled: Filled, known: Mapping[str, str]) -> Understood:
    given = {name: link.entities[0].value for name, link in filled.links.items()}
    given |= {name: day.isoformat() for name, day in filled.days.items()}
    given |= filled.properties
    return Understood(question, given | dict(known), filled.unused)


def _with_usual_values(question: Question, filled: Filled) -> Filled:
    """Without the unusual ones that the question does not need."""
    parameters = question.parameters
    unusual = {
        n for n, link in filled.links.items() if link.usual < 0 and not parameters[n].required
    }
    left = tuple(link.text for name, link in filled.links.items() if name in unusual)
    links = {name: link for name, link in filled.links.items() if name not in unusual}
    return filled._replace(links=links, unused=(*filled.unused, *left))
