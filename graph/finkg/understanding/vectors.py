"""Texts as features, weighted by inverse document frequency.

(Manning, Raghavan, Schütze, Introduction to Information Retrieval, 2008, section 6.2.) What a text
says has concepts for features instead of words, so that a text in one language is compared with
examples in both. How it says it has characters and stems, alone and in pairs: they tell apart what
the same concepts ask in another order, and know the words that the lexicon does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from math import log, sqrt

from finkg.understanding.days import Day
from finkg.understanding.lexicon import HAN, STOP, Word
from finkg.understanding.reading import Blank, Named, Part

#: What counts beside a concept: a word that the lexicon does not know, the class of what is named,
#: and the very thing that is named.
UNKNOWN, OF_CLASS, ITSELF = 0.5, 0.4, 0.2
A_DAY = "@day"
#: How the feature of a word begins that the lexicon does not know.
UNKNOWN_WORD = "?"
#: How features begin that stand for names and days, and not for words.
OF_NAMES = ("@", "=")

#: What a character or stem counts beside a pair of neighbours, and at most however often it stands.
ALONE, AT_MOST = 0.6, 1.5
#: What stands for a name, and for either end of a text.
A_NAME, BEGIN, END = "@", "^", "$"

Vector = dict[str, float]
_Weights = defaultdict[str, float]


def features(
    parts: Iterable[Part],
    classes: Callable[[Named], Iterable[str]],
    asked: Callable[[Blank], Iterable[str]],
) -> Vector:
    """The features of a text; `classes` of what a name may mean, and of what fills a blank.

    They are in the order of their names, so that sums over them are the same in every process.
    """
    found: _Weights = defaultdict(float)
    for part in parts:
        if isinstance(part, Word):
            _add_word(found, part)
        elif isinstance(part, Day):
            found[A_DAY] += 1.0
        elif isinstance(part, Blank):
            _spread(found, asked(part), OF_CLASS)
        else:
            _spread(found, classes(part), OF_CLASS)
            _spread(found, part.concepts)
            entities = part.mention.entities
            _spread(found, (f"={entity.value}" for entity in entities), ITSELF)
    return dict(sorted(found.items()))


def spelled(parts: Iterable[Part], asked: Callable[[Blank], Iterable[str]]) -> Vector:
    """The characters and stems of a text and the pairs of them, whatever it names."""
    signs = [BEGIN, *(sign for part in parts for sign in _signs(part, asked)), END]
    found: _Weights = defaultdict(float)
    for sign in signs[1:-1]:
        found[sign] += ALONE
    for pair in pairwise(signs):
        found[" ".join(pair)] += 1.0
    return {sign: min(weight, AT_MOST) for sign, weight in sorted(found.items())}


def _signs(part: Part, asked: Callable[[Blank], Iterable[str]]) -> Iterable[str]:
    if isinstance(part, Word):
        return part.text if HAN.match(part.text) else part.text.split()
    is_day = isinstance(part, Day) or (isinstance(part, Blank) and A_DAY in asked(part))
    return (A_DAY if is_day else A_NAME,)


def _add_word(found: _Weights, word: Word) -> None:
    if word.concepts:
        _spread(found, word.concepts - {STOP})
    elif HAN.match(word.text) and len(word.text) > 2:
        _spread(
            found,
            (f"{UNKNOWN_WORD}{word.text[n : n + 2]}" for n in range(len(word.text) - 1)),
            UNKNOWN,
        )
    else:
        found[f"{UNKNOWN_WORD}{word.text}"] += UNKNOWN


def _spread(found: _Weights, names: Iterable[str], weight: float = 1.0) -> None:
    """One weight over several features, as the sides of a vector of that length."""
    distinct = {*names}
    for name in distinct:
        found[name] += weight / sqrt(len(distinct))


def inverse_frequency(documents: Iterable[Vector]) -> Callable[[str], float]:
    """How much a feature tells, by how few of the documents have it."""
    having: _Weights = defaultdict(float)
    number = 0
    for document in documents:
        number += 1
        for feature, weight in document.items():
            having[feature] += min(1.0, weight / 2)
    return lambda feature: log((number + 1) / (having.get(feature, 0) + 0.5))


def weighted(vector: Vector, weight: Callable[[str], float]) -> Vector:
    """A vector of length 1, each feature weighted."""
    scaled = {feature: value * weight(feature) for feature, value in vector.items()}
    length = sqrt(sum(value * value for value in scaled.values())) or 1.0
    return {feature: value / length for feature, value in scaled.items()}
