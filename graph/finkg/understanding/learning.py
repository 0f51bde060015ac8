"""What the catalogue's examples teach."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.understanding.classifier import Label, Model
from finkg.understanding.examples import Example, examples
from finkg.understanding.fitting import Labelled, fitted
from finkg.understanding.linking import Linker
from finkg.understanding.reading import Blank, Named, Part, Reader, spelling, wording
from finkg.understanding.roles import Roles, alike
from finkg.understanding.vectors import A_DAY, Vector, features, spelled

#: The concept of denial, and the share of examples with it that makes a question one that denies.
NOT, SOME = "not", 0.04
#: A pair of signs that fewer examples have tells too little of how people ask.
TWICE = 2


class Learnt(NamedTuple):
    """What the examples teach.

    `meaning` and `spelling` are models of what a text says and of how it says it. By question:
    `roles` of its parameters' values, and the features that its examples have, `spoken`. `denying`
    are the questions that ask about what is not; `worded` the questions by the wordings and the
    spellings of their examples.
    """

    meaning: Model
    spelling: Model
    roles: dict[str, Roles]
    spoken: dict[str, frozenset[str]]
    denying: frozenset[str]
    worded: dict[tuple[str, ...], frozenset[str]]


class Describer:
    """Texts and examples as features, by the classes of what they name."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker

    def said(
        self, parts: Iterable[Part], question: Question | None = None, turn: int = 0
    ) -> Vector:
        """What a text says; or an example of a question. A blank of several classes is of one at
        a time, as a name is: of which, its `turn` tells."""
        return features(parts, self._of_name, lambda blank: _of_blank(blank, question, turn))

    def spelled(self, parts: Iterable[Part], question: Question | None = None) -> Vector:
        """How it says it."""
        return spelled(parts, lambda blank: _of_blank(blank, question, 0))

    def _of_name(self, part: Named) -> Iterator[str]:
        for entity in part.mention.entities:
            yield from (f"@{cls}" for cls in self._linker.classes(entity) & self._linker.wanted)


def _of_blank(blank: Blank, question: Question | None, turn: int) -> Iterator[str]:
    parameter = question.parameters.get(blank.parameter) if question else None
    if parameter and parameter.type == "date":
        yield A_DAY
    elif parameter and parameter.classes:
        yield f"@{parameter.classes[turn % len(parameter.classes)]}"


class _Lessons:
    """Takes in one example after another."""

    def __init__(self, catalogue: Catalogue, reader: Reader, describer: Describer) -> None:
        self._questions = {question.name: question for question in catalogue}
        self._reader, self._describer = reader, describer
        self.said: list[Labelled] = []
        self.spelled: list[Labelled] = []
        self.roles: defaultdict[str, Roles] = defaultdict(Roles)
        self.spoken: defaultdict[str, set[str]] = defaultdict(set)
        self.worded: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        self._alike = {name: alike(question) for name, question in self._questions.items()}
        self.examples: Counter[str] = Counter()
        self.denials: Counter[str] = Counter()

    def learn(self, example: Example) -> None:
        name, text, weight = example
        question = self._questions.get(name)
        parts = self._reader.example(text)
        said = self._describer.said(parts, question, self.examples[name])
        self.said.append(Labelled(Label(name), said, weight))
        label = self._label(name, parts)
        if label:
            self.spelled.append(Labelled(label, self._describer.spelled(parts, question), weight))
        self.roles[name].learn(parts)
        self.spoken[name] |= said.keys()
        self.examples[name] += 1
        self.denials[name] += NOT in said
        if example.is_whole:
            for words in (wording(parts), spelling(parts)):
                self.worded[words].add(name)

    def _label(self, name: str, parts: Sequence[Part]) -> Label | None:
        """None for an example that names something without saying what it is to the question."""
        alike = self._alike.get(name, frozenset())
        if alike and any(isinstance(part, Named) and not part.concepts for part in parts):
            return None
        given = (part.parameter for part in parts if isinstance(part, Blank))
        return Label(name, " ".join(sorted({*given} & alike)))


def learnt(catalogue: Catalogue, reader: Reader, describer: Describer) -> Learnt:
    """What the examples of a catalogue teach, the same ones always alike.

    Raises DefinitionProblem, with file and line, for an example that is none.
    """
    lessons = _Lessons(catalogue, reader, describer)
    for example in examples(catalogue):
        lessons.learn(example)
    denying = (n for n, times in lessons.denials.items() if times >= SOME * lessons.examples[n])
    return Learnt(
        fitted(lessons.said),
        fitted(lessons.spelled, TWICE),
        dict(lessons.roles),
        {name: frozenset(features) for name, features in lessons.spoken.items()},
        frozenset(denying),
        {words: frozenset(names) for words, names in lessons.worded.items()},
    )
