"""Which parameter a name is the value of, by the words beside it.

In “companies founded by Ping An” Ping An founds, in “who founded Ping An” it is founded. What
stands beside the blanks of the examples is counted, and a name goes where its own neighbours are
likeliest (naive Bayes with additive smoothing: Manning, Raghavan, Schütze 2008, section 13.2).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from finkg.catalogue.question import Question
from finkg.understanding.lexicon import STOP, Word
from finkg.understanding.reading import Blank, Part

#: The edge of a text, as a neighbour.
EDGE = "|"
#: What a neighbour counts that was never seen, and how many different ones are reckoned with.
UNSEEN, DIFFERENT = 0.3, 20
#: What the meaning of the nearest word counts beside the very word.
OF_MEANING = 0.3


def alike(question: Question) -> frozenset[str]:
    """The parameters of a question of which another takes the same things: who founds and who is
    founded."""
    taken = {p.name: {*p.classes} for p in question.parameters.values() if p.type == "entity"}
    return frozenset(
        name
        for name, classes in taken.items()
        if any(classes & others for other, others in taken.items() if other != name)
    )


class Roles:
    """What stands beside the values of each parameter of one question."""

    def __init__(self) -> None:
        self._beside: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._examples: Counter[str] = Counter()

    @classmethod
    def restored(cls, learnt: Mapping[str, tuple[int, Mapping[str, int]]]) -> Roles:
        """Those that `learnt` tells of."""
        roles = cls()
        for parameter, (examples, beside) in learnt.items():
            roles._examples[parameter] = examples
            roles._beside[parameter] = Counter(beside)
        return roles

    def learnt(self) -> dict[str, tuple[int, dict[str, int]]]:
        """By parameter: the examples that have it, and what stands beside it, how often."""
        return {name: (n, dict(self._beside[name])) for name, n in self._examples.items()}

    def learn(self, parts: Sequence[Part]) -> None:
        """From an example with blanks."""
        for place, part in enumerate(parts):
            if isinstance(part, Blank):
                self._beside[part.parameter].update(each for each, _ in _neighbours(parts, place))
                self._examples[part.parameter] += 1

    def likelihood(self, parameter: str, parts: Sequence[Part], place: int) -> float:
        """The logarithm of how likely the neighbours of a part are beside this parameter."""
        seen, examples = self._beside[parameter], self._examples[parameter]
        total = examples + UNSEEN * DIFFERENT
        likely = (
            weight * log((seen[each] + UNSEEN) / total)
            for each, weight in _neighbours(parts, place)
        )
        return log((examples + 1) / (self._examples.total() + 2)) + sum(likely)


def _neighbours(parts: Sequence[Part], place: int) -> Iterator[tuple[str, float]]:
    """The words on either side, and what the nearest that mean something mean; what each counts."""
    for side, end, beside in (("<", -1, [*reversed(parts[:place])]), (">", 0, parts[place + 1 :])):
        yield side + (_text(beside[0], end) if beside else EDGE), 1.0
        for concept in _first_meaning(beside):
            yield f"{side}{side}{concept}", OF_MEANING


def _text(part: Part, end: int) -> str:
    """A Chinese word, or the English one at that end of a phrase: “by” of “founded by”."""
    return part.text.split()[end] if isinstance(part, Word) else "@"


def _first_meaning(parts: Iterable[Part]) -> list[str]:
    for part in parts:
        if isinstance(part, Word) and (part.concepts - {STOP} or not part.concepts):
            return sorted(part.concepts - {STOP}) or [part.text]
    return [EDGE]
