"""Ranks the questions of a catalogue by how likely a text asks them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.understanding.classifier import Classifier, Labelled
from finkg.understanding.examples import examples
from finkg.understanding.filling import Filled, Filler
from finkg.understanding.linking import Linker
from finkg.understanding.reading import Blank, Named, Part, Reader, wording
from finkg.understanding.roles import Roles
from finkg.understanding.strangers import strangers
from finkg.understanding.vectors import A_DAY, OF_NAMES, UNKNOWN_WORD, Vector, features

#: What makes a question likelier or less so beside the words: each name and day that a parameter
#: takes, each that none does, each parameter that is needed and not given. Added to the logarithm
#: of its probability.
NAME_USED, NAME_UNUSED, DAY_USED, DAY_IDLE, MISSING = 0.5, -1.0, 1.0, -0.2, -1.0
#: The concept of denial, and the share of examples with it that makes a question one that denies.
NOT, SOME = "not", 0.08


class Match(NamedTuple):
    """A question that a text may ask, and how `probable` that is, from 0 to 1.

    `question` is none where the text is likelier to ask what no question answers. `covered` is how
    much of its words, names and days aside, some example of the question has too, from 0 to 1. It
    `is_denial` if the text denies something and the examples do not: who does *not* use it? It
    `is_verbatim` if it is an example word for word, of that question alone, with values of its own.
    """

    question: Question | None
    filled: Filled
    probable: float
    covered: float
    is_denial: bool
    is_verbatim: bool


class Matcher:
    """Knows the questions of a catalogue and the names of a graph."""

    def __init__(
        self,
        catalogue: Catalogue,
        reader: Reader,
        linker: Linker,
        today: date,
        folder: Path | None = None,
    ) -> None:
        """`today` is the day that “now” means; what is learnt is kept in `folder`, if given."""
        self._questions = {question.name: question for question in catalogue}
        self._linker, self._reader = linker, reader
        self._filler = Filler(linker, today)
        self._roles: defaultdict[str, Roles] = defaultdict(Roles)
        self._spoken_of: defaultdict[str, set[str]] = defaultdict(set)
        self._examples: Counter[str] = Counter()
        self._denials: Counter[str] = Counter()
        self._worded: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        self._classifier = Classifier([*self._labelled(catalogue)], folder)

    def matches(self, text: str, known: Collection[str] = ()) -> list[Match]:
        """What a text may ask, the most probable first; of the questions that take all the
        parameters that are `known` without it."""
        parts = self._reader.parts(text)
        said = self._features(parts)
        found: list[tuple[float, str, Filled]] = []
        for name, probability in self._classifier.probabilities(said).items():
            question = self._questions.get(name)
            if question and not {*known} <= question.parameters.keys():
                continue
            filled = self._filled(question, parts, known)
            found.append((log(probability + 1e-12) + _fitness(filled), name, filled))
        best = max(score for score, _, _ in found)
        total = sum(exp(score - best) for score, _, _ in found)
        asked = self._classifier.weighted(said)
        worded = self._worded.get(wording(parts), set())
        verbatim = {name for _, name, filled in found if name in worded and not filled.unused}
        return sorted(
            (
                Match(
                    self._questions.get(name),
                    filled,
                    exp(score - best) / total,
                    self._covered(name, asked),
                    NOT in asked and not self._denies(name),
                    verbatim == {name},
                )
                for score, name, filled in found
            ),
            key=lambda match: (not match.is_verbatim, -match.probable),
        )

    def strangers(self, text: str) -> tuple[str, ...]:
        """The names in a text that neither the graph nor any question's example knows."""
        return tuple(strangers(text, self._reader.parts(text), self._is_known))

    def _is_known(self, word: str) -> bool:
        feature = f"{UNKNOWN_WORD}{word}"
        return any(feature in self._spoken_of[name] for name in self._questions)

    def _labelled(self, catalogue: Catalogue) -> Iterator[Labelled]:
        for example in examples(catalogue):
            parts = self._reader.example(example.text)
            self._roles[example.question].learn(parts)
            vector = self._features(parts, self._questions.get(example.question))
            self._spoken_of[example.question] |= vector.keys()
            self._examples[example.question] += 1
            self._denials[example.question] += NOT in vector
            if example.is_whole:
                self._worded[wording(parts)].add(example.question)
            yield Labelled(example.question, vector, example.weight)

    def _denies(self, name: str) -> bool:
        return self._denials[name] >= SOME * self._examples[name]

    def _covered(self, name: str, asked: Vector) -> float:
        words = {f: value * value for f, value in asked.items() if not f.startswith(OF_NAMES)}
        known = sum(value for f, value in words.items() if f in self._spoken_of[name])
        return known / sum(words.values()) if words else 0.0

    def _filled(
        self, question: Question | None, parts: list[Part], known: Collection[str]
    ) -> Filled:
        if not question:
            return Filled()
        filled = self._filler.filled(question, parts, self._roles[question.name])
        return filled._replace(missing=tuple(n for n in filled.missing if n not in known))

    def _features(self, parts: Iterable[Part], question: Question | None = None) -> Vector:
        return features(parts, self._of_name, lambda blank: self._of_blank(blank, question))

    def _of_name(self, part: Named) -> Iterator[str]:
        for entity in part.mention.entities:
            yield from (f"@{cls}" for cls in self._linker.classes(entity) & self._linker.wanted)

    @staticmethod
    def _of_blank(blank: Blank, question: Question | None) -> Iterator[str]:
        parameter = question.parameters.get(blank.parameter) if question else None
        if parameter and parameter.type == "date":
            yield A_DAY
        elif parameter:
            yield from (f"@{cls}" for cls in parameter.classes)


def _fitness(filled: Filled) -> float:
    """How well the names and days of a text fit the parameters of a question."""
    return (
        NAME_USED * (len(filled.links) + len(filled.properties))
        + NAME_UNUSED * len(filled.unused)
        + DAY_USED * len(filled.days)
        + DAY_IDLE * filled.has_idle_day
        + MISSING * len(filled.missing)
    )
