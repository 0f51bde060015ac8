"""Words of either language by what they mean: `queries/words.toml`.

    [affect]
    zh = ["影响", "波及"]
    en = ["affect", "hit"]

A table is a concept; words of both languages that mean it stand under it, so that a question in
one language is like an example in the other. A word may mean several things. What stands under
`stop` tells no question from another. A workspace that adds words to a concept, in one language or
both, names the concept again.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeGuard

from finkg.errors import DefinitionProblem, Location, Text
from finkg.folding import folded
from finkg.forms import Field, Fields
from finkg.understanding.faults import shown, text_of

#: The file of a folder of questions that has its words.
WORDS = "words.toml"
LANGUAGES = ("zh", "en")
STOP = "stop"
#: A table is a concept of any name; these are the keys of each.
CONCEPTS: Fields = (
    Field("CONCEPT.zh", "表示这一概念的中文词。", "Words in Chinese that mean the concept."),
    Field("CONCEPT.en", "表示这一概念的英文词。", "Words in English that mean it."),
    Field(f"{STOP}.zh", "分辨不出问题的中文词。", "Words in Chinese that tell no question."),
    Field(f"{STOP}.en", "分辨不出问题的英文词。", "Words in English that tell no question."),
)
#: Chinese characters, in runs; letters and digits, in words.
HAN = re.compile(r"[\u3400-\u9fff]")
_PIECE = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")


@cache
def stem(word: str) -> str:
    """The stem of an English word (Porter's second algorithm, as Snowball has it)."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    from snowballstemmer import stemmer

    return stemmer("english")


class Word(NamedTuple):
    """A word of a text, or a phrase, and what it means; no concepts if the lexicon has it not."""

    text: str
    concepts: frozenset[str]


class Lexicon:
    """The words of one or more files."""

    def __init__(self, *paths: Path) -> None:
        """Raises DefinitionProblem for a file that is no such list of words."""
        self._words: dict[tuple[str, ...], frozenset[str]] = {}
        for path in paths:
            for concept, words in _read(path).items():
                for word in words:
                    key = tuple(self._units(folded(word)))
                    self._words[key] = self._words.get(key, frozenset()) | {concept}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for units in self._words:
            lengths[units[0]].add(len(units))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}

    def words(self, text: str) -> Iterator[Word]:
        """The words of a folded text, and between them what the lexicon has not.

        A text is parted so that least of it is unknown, then into the fewest words; then the
        longest go first: 什么时候发的 is 什么时候, 发, 的.
        """
        units = [*self._units(text)]
        start, unknown = 0, ""
        for length in self._lengths_of_words(units):
            if length and unknown:
                yield Word(unknown, frozenset())
                unknown = ""
            if length:
                word = tuple(units[start : start + length])
                yield Word(_joined(word), self._words[word])
            elif HAN.match(units[start]):
                unknown += units[start]
            else:
                if unknown:
                    yield Word(unknown, frozenset())
                    unknown = ""
                yield Word(units[start], frozenset())
            start += length or 1
        if unknown:
            yield Word(unknown, frozenset())

    def _lengths_of_words(self, units: list[str]) -> Iterator[int]:
        """How long each word is, in order; nought for a unit that is in none."""
        # From each place to the end: how many units are in no word, how many words there are, and
        # how long the first is.
        best = [(0, 0, 0)] * (len(units) + 1)
        for start in range(len(units) - 1, -1, -1):
            unknown, words, _ = best[start + 1]
            chosen = (unknown + 1, words, 0)
            for length in self._lengths.get(units[start], ()):
                end = start + length
                if end <= len(units) and tuple(units[start:end]) in self._words:
                    unknown, words, _ = best[end]
                    if (unknown, words + 1) < chosen[:2]:
                        chosen = (unknown, words + 1, length)
            best[start] = chosen
        start = 0
        while start < len(units):
            length = best[start][2]
            yield length
            start += length or 1

    @staticmethod
    def _units(text: str) -> Iterator[str]:
        """What words are made of: single Chinese characters, and stems of English words."""
        for piece in _PIECE.findall(text):
            if HAN.match(piece):
                yield from piece
            else:
                yield stem(piece)


def _read(path: Path) -> dict[str, list[str]]:
    """The words of a file by concept, in both languages."""
    where = Location(shown(path))
    try:
        concepts = tomllib.loads(text_of(path))
    except tomllib.TOMLDecodeError as error:
        reason = Text(f"不是 TOML：{error}", f"this is not TOML: {error}")
        raise DefinitionProblem(where, reason) from None
    for concept, words in concepts.items():
        if not _is_concept(words):
            raise DefinitionProblem(
                where,
                Text(
                    f"概念“{concept}”须写作 zh 和 en 两列词语，词语不能为空",
                    f"the concept “{concept}” has to be lists of words, zh and en, none of them "
                    "empty",
                ),
            )
    return {c: [word for each in words.values() for word in each] for c, words in concepts.items()}


def _is_concept(words: object) -> TypeGuard[dict[str, list[str]]]:
    """Whether these are lists of words by language; a word has something that can be said."""
    return isinstance(words, dict) and all(
        lang in LANGUAGES
        and isinstance(listed, list)
        and all(isinstance(word, str) and _PIECE.search(folded(word)) for word in listed)
        for lang, listed in words.items()
    )


def _joined(units: Sequence[str]) -> str:
    """English words with spaces between them, Chinese characters without."""
    return ("" if HAN.match(units[0]) else " ").join(units)
