"""How Chinese is typed on a Latin keyboard: pinyin, its initials, and what it sounds like.

Readings of characters and phrases are those of pypinyin, without tones. A character that no phrase
settles is read in each way in common use (`readings.txt`): 央行 as yang hang, 人行 as ren xing and
as ren hang.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice, product
from typing import Final, NamedTuple

from finkg.search.folding import key, table

#: A name is read in so many ways at most.
_MOST: Final = 4
#: Letters of the longest syllables, such as zhuang.
_LONGEST_SYLLABLE: Final = 6
#: Longer phrases are made of shorter ones.
_LONGEST_PHRASE: Final = 4
#: Syllables that dialects and input methods do not tell apart.
_ALIKE: Final = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("ang", "an"),
    ("eng", "en"),
    ("ing", "in"),
    ("l", "n"),
    ("nv", "nu"),
)


class Reading(NamedTuple):
    """One way to read a name: its syllables parted by spaces, and the first letter of each.

    Words in Latin letters stand in both as they are: 腾讯QQ is `teng xun qq` and `txqq`.
    """

    syllables: str
    initials: str

    @property
    def joined(self) -> str:
        return self.syllables.replace(" ", "")


def sound(joined: str) -> str:
    """Pinyin without what is often confounded: zh and z, ng and n, l and n."""
    for spelled, alike in _ALIKE:
        joined = joined.replace(spelled, alike)
    return joined


def readings(words: str) -> tuple[Reading, ...]:
    """The ways to read folded words, the likeliest first; none if nothing in them is Chinese."""
    if words.isascii():
        return ()
    known = _tables()
    if known.several.isdisjoint(words):
        syllables = " ".join(words.translate(known.syllables).split())
        if syllables == words:
            return ()
        return (Reading(syllables, words.translate(known.initials)),)
    ways = islice(product(*_parts(words)), _MOST)
    return tuple(_joined(way) for way in ways)


def syllabified(letters: str, syllables: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The ways to read letters as syllables: xian as xian and as xi an."""
    #: Of each place the ends of the syllables that begin there and from which the end is reached.
    ends: dict[int, list[int]] = {len(letters): []}
    for place in range(len(letters) - 1, -1, -1):
        far = range(place + 1, min(place + _LONGEST_SYLLABLE, len(letters)) + 1)
        reached = [end for end in far if end in ends and letters[place:end] in syllables]
        if reached:
            ends[place] = reached

    begun: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while begun:
        place, before = begun.pop()
        if place == len(letters):
            yield before
        for end in ends.get(place, ()):
            begun.append((end, (*before, letters[place:end])))


def _joined(parts: Iterable[Reading]) -> Reading:
    syllables, initials = ("".join(each) for each in zip(*parts, strict=True))
    return Reading(" ".join(syllables.split()), initials)


def _parts(words: str) -> Iterator[tuple[Reading, ...]]:
    """The ways to read each character with several, and what stands between these."""
    known = _tables()
    start = 0
    for place, character in enumerate(words):
        if character in known.several:
            yield (_plainly(words[start:place]),)
            yield _ways(words, place)
            start = place + 1
    yield (_plainly(words[start:]),)


def _plainly(words: str) -> Reading:
    known = _tables()
    return Reading(words.translate(known.syllables), words.translate(known.initials))


def _ways(words: str, place: int) -> tuple[Reading, ...]:
    """How to read a character: as in the longest phrase around it, else in each common way."""
    known = _tables()
    for length in range(_LONGEST_PHRASE, 1, -1):
        for start in range(max(0, place - length + 1), place + 1):
            phrase = known.phrases.get(words[start : start + length])
            if phrase:
                return (_syllable(key(phrase[place - start][0])),)
    return tuple(map(_syllable, known.common[words[place]]))


def _syllable(spelled: str) -> Reading:
    return Reading(f" {spelled} ", spelled[0])


class _Tables:
    """What pypinyin knows, loaded when a Chinese name is first read."""

    def __init__(self) -> None:
        from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

        self.phrases: Mapping[str, list[list[str]]] = PHRASES_DICT
        rows = (line.split() for line in table("readings.txt"))
        #: Characters whose reading depends on the phrase, each with those in common use.
        self.common = {character: ways for character, *ways in rows}
        self.several = frozenset(self.common)
        self.syllables = _Translation(PINYIN_DICT, _apart)
        self.initials = _Translation(PINYIN_DICT, _first_letter)


@cache
def _tables() -> _Tables:
    return _Tables()


class _Translation(dict[int, str]):
    """For str.translate, filled as characters are met: what is put for each and its syllable."""

    def __init__(self, spelled: Mapping[int, str], put: Callable[[str, str], str]) -> None:
        super().__init__()
        self._spelled, self._put = spelled, put

    def __missing__(self, code: int) -> str:
        first, _, _ = self._spelled.get(code, "").partition(",")
        self[code] = found = self._put(chr(code), key(first))
        return found


def _apart(character: str, syllable: str) -> str:
    """Between spaces; a character without a reading stays as it is."""
    return f" {syllable} " if syllable else character


def _first_letter(character: str, syllable: str) -> str:
    """The first letter; spaces fall away."""
    return syllable[:1] or character.strip()
