"""Ranks the questions of a catalogue by how likely a text asks them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.understanding.classifier import Classifier
from finkg.understanding.examples import FILE
from finkg.understanding.filling import Filled, Filler, Said
from finkg.understanding.keeping import fingerprint, kept
from finkg.understanding.learning import NOT, Describer, Learnt, learnt
from finkg.understanding.lexicon import WORDS
from finkg.understanding.linking import Linker
from finkg.understanding.reading import Part, Reader, spelling, wording
from finkg.understanding.strangers import strangers
from finkg.understanding.vectors import OF_NAMES, UNKNOWN_WORD, Vector

#: What the two models count, and what makes a question likelier or less so beside the words: each
#: name and day that a parameter takes, each that none does, each parameter that is needed and not
#: given. Added to the logarithm of its probability; fitted to examples that were not learnt from.
OF_MEANING, OF_SPELLING = 1.0, 0.6
NAME_USED, NAME_UNUSED, DAY_USED, DAY_IDLE, MISSING = 1.3, -0.75, 0.5, -0.3, -1.2
#: How many questions are looked at more closely than by their words.
LIKELIEST = 12


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


class _Score(NamedTuple):
    """The logarithm of how likely a question is by the words of a text, and, if it is asked, of how
    likely they give which of the parameters that take the same things."""

    name: str
    score: float
    likely: Mapping[str, float]


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
        self._linker, self._reader, self._describer = linker, reader, Describer(linker)
        self._filler = Filler(linker, today)
        self._learnt = self._lessons(catalogue, linker, folder)
        self._meaning = Classifier(self._learnt.meaning)
        self._spelling = Classifier(self._learnt.spelling)

    def _lessons(self, catalogue: Catalogue, linker: Linker, folder: Path | None) -> Learnt:
        def learn() -> Learnt:
            return learnt(catalogue, self._reader, self._describer)

        if folder is None:
            return learn()
        files = (f / name for f in catalogue.folders for name in (WORDS, FILE))
        mark = fingerprint(catalogue, linker, *(path for path in files if path.is_file()))
        return kept(folder / f"{mark}.npy", learn)

    def matches(self, text: str, known: Collection[str] = ()) -> list[Match]:
        """What a text may ask, the most probable first: of the questions that take all the
        parameters that are `known` without it, those that its words make the likeliest."""
        parts = self._reader.parts(text)
        said = self._describer.said(parts)
        worded, is_spelled = self._worded(parts)
        values = self._filler.said(parts)
        found: list[tuple[float, str, Filled]] = []
        for name, score, likely in self._likeliest(self._scores(parts, said), worded, known):
            filled = self._filled(name, values, likely, known)
            found.append((score + _fitness(filled), name, filled))
        best = max(score for score, _, _ in found)
        total = sum(exp(score - best) for score, _, _ in found)
        asked = self._meaning.weighted(said)
        words = {f: v * v for f, v in asked.items() if not f.startswith(OF_NAMES)}
        verbatim = {
            name
            for _, name, filled in found
            if name in worded and (is_spelled or not filled.unused)
        }
        return sorted(
            (
                Match(
                    self._questions.get(name),
                    filled,
                    exp(score - best) / total,
                    self._covered(name, words),
                    NOT in asked and name not in self._learnt.denying,
                    verbatim == {name},
                )
                for score, name, filled in found
            ),
            key=lambda match: (not match.is_verbatim, -match.probable),
        )

    def _likeliest(
        self, scores: Iterable[_Score], worded: Collection[str], known: Collection[str]
    ) -> Iterator[_Score]:
        """The questions worth filling, and that none is asked; a text that is an example word for
        word may ask that."""
        left = LIKELIEST
        for each in sorted(scores, key=lambda one: -one.score):
            question = self._questions.get(each.name)
            if question is None:
                yield each
            elif {*known} <= question.parameters.keys() and (left > 0 or each.name in worded):
                left -= 1
                yield each

    def _worded(self, parts: Sequence[Part]) -> tuple[Collection[str], bool]:
        """The questions of which a text is an example, and whether that has the very same names."""
        worded = self._learnt.worded
        spelled = worded.get(spelling(parts), frozenset())
        return (spelled, True) if spelled else (worded.get(wording(parts), frozenset()), False)

    def properties(self, text: str) -> list[list[str]]:
        """The local names of the properties whose words all mean something that a text says: when
        was it *launched*? Those of most words first, those of as many together."""
        said = {concept for each in self._reader.meanings(text) for concept in each}
        spelled_out = self._linker.spelled_out
        means = {name: self._reader.meanings(words) for name, words in spelled_out.items()}
        meant = sorted(
            name
            for name, words in means.items()
            # A word of several meanings is said if half of them are.
            if words and all(len(word & said) * 2 >= len(word) > 0 for word in words)
        )
        lengths = sorted({len(means[name]) for name in meant}, reverse=True)
        return [[name for name in meant if len(means[name]) == length] for length in lengths]

    def strangers(self, text: str) -> tuple[str, ...]:
        """The names in a text that neither the graph nor any question's example knows."""
        return tuple(strangers(text, self._reader.parts(text), self._is_known))

    def _is_known(self, word: str) -> bool:
        feature = f"{UNKNOWN_WORD}{word}"
        return any(feature in self._learnt.spoken[name] for name in self._questions)

    def _scores(self, parts: Sequence[Part], said: Vector) -> Iterator[_Score]:
        """By what a text says and how it says it."""
        meant = self._meaning.log_probabilities(said).tolist()
        spelled = self._spelling.log_probabilities(self._describer.spelled(parts)).tolist()
        likely: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for (name, given), score in zip(self._spelling.labels, spelled, strict=True):
            likely[name][given] = score
        for (name, _), score in zip(self._meaning.labels, meant, strict=True):
            by_given = likely[name]
            best = max(by_given.values())
            whole = best + log(sum(exp(each - best) for each in by_given.values()))
            given_as = {given: each - whole for given, each in by_given.items()}
            yield _Score(name, OF_MEANING * score + OF_SPELLING * whole, given_as)

    def _covered(self, name: str, words: Vector) -> float:
        spoken = self._learnt.spoken[name]
        known = sum(value for f, value in words.items() if f in spoken)
        return known / sum(words.values()) if words else 0.0

    def _filled(
        self, name: str, said: Said, likely: Mapping[str, float], known: Collection[str]
    ) -> Filled:
        if name not in self._questions:
            return Filled()
        question, roles = self._questions[name], self._learnt.roles[name]
        filled = self._filler.filled(question, said, roles, likely)
        return filled._replace(missing=tuple(n for n in filled.missing if n not in known))


def _fitness(filled: Filled) -> float:
    """How well the names and days of a text fit the parameters of a question."""
    return (
        NAME_USED * (len(filled.links) + len(filled.properties))
        + NAME_UNUSED * len(filled.unused)
        + DAY_USED * len(filled.days)
        + DAY_IDLE * filled.has_idle_day
        + MISSING * len(filled.missing)
    )
