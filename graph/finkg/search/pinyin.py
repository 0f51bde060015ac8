"""How Chinese is typed on a Latin keyboard: pinyin, its initials, and what it sounds like.

Readings of characters and phrases are those of pypinyin, without tones. A character that no phrase
settles is read in each way in common use (`readings.txt`): 央行 as yang hang, 人行 as ren xing and
as ren hang.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, islice, product
from pathlib import Path
from typing import Final, NamedTuple

from finkg.folding import table
from finkg.search.folding import key

_READINGS: Final = Path(__file__).with_name("readings.txt")
#: A name is read in so many ways at most.
_MOST: Final = 4
#: Letters of the longest syllables, such as zhuang.
_LONGEST_SYLLABLE: Final = 6
#: Longer phrases are made of shorter ones.
_LONGEST_PHRASE: Final = 4
#: Characters with what stands around them whose readings are kept.
_KEPT: Final = 1 << 16
#: The first character of private use (Unicode, section 23.5).
_PRIVATE: Final = 0xE000
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


class Spelled(NamedTuple):
    """One way to read a name, with all that it is found by: its syllables parted by spaces and
    joined, the first letter of each, and what it sounds like."""

    syllables: str
    joined: str
    initials: str
    sound: str


def sound(joined: str) -> str:
    """Pinyin without what is often confounded: zh and z, ng and n, l and n."""
    for spelled, alike in _ALIKE:
        joined = joined.replace(spelled, alike)
    return joined


def readings(words: str) -> tuple[Reading, ...]:
    """The ways to read folded words, the likeliest first; none if nothing in them is Chinese."""
    if words.isascii():
        return ()
    return tuple(Reading(way.syllables, way.initials) for way in spelled([words])[0])


def spelled(names: Sequence[str]) -> list[tuple[Spelled, ...]]:
    """The ways to read each of several folded names, in less time than of one after the other."""
    known = _tables()
    ways = [known.told_apart(words) for words in names]
    lines = "\n".join(chain.from_iterable(ways))
    syllables = [" ".join(line.split()) for line in lines.translate(known.syllables).split("\n")]
    joined = "\n".join(syllables).replace(" ", "")
    initials = lines.translate(known.initials)
    read = map(
        Spelled, syllables, *(each.split("\n") for each in (joined, initials, sound(joined)))
    )
    found = [tuple(islice(read, len(each))) for each in ways]
    return [
        () if each[0].syllables == words else each for words, each in zip(names, found, strict=True)
    ]


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


class _Tables:
    """What pypinyin knows, loaded when a Chinese name is first read."""

    def __init__(self) -> None:
        from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

        self._phrases: Mapping[str, list[list[str]]] = PHRASES_DICT
        rows = (line.split() for line in table(_READINGS))
        #: Characters whose reading depends on the phrase, each with those in common use.
        self._common = {character: ways for character, *ways in rows}
        self._several = frozenset(self._common)
        self.syllables = _Translation(PINYIN_DICT, _apart)
        self.initials = _Translation(PINYIN_DICT, _first_letter)
        #: What stands for each syllable in the place of a character that is read so.
        self._signs: dict[str, str] = {}
        self._read = lru_cache(_KEPT)(self._ways)

    def told_apart(self, words: str) -> list[str]:
        """The words once for each way to read them, with a sign for a syllable in the place of each
        character that is read in several ways."""
        if self._several.isdisjoint(words):
            return [words]
        several, longest = self._several, _LONGEST_PHRASE
        every: list[str] = [*words]
        most = 1
        for place, character in enumerate(words):
            if character in several:
                start = max(0, place - longest + 1)
                every[place] = self._read(words[start : place + longest], place - start)
                most *= len(every[place])
        if most == 1:
            return ["".join(every)]
        return ["".join(way) for way in islice(product(*every), _MOST)]

    def _ways(self, around: str, place: int) -> str:
        """How to read a character: as in the longest phrase around it, else in each common way; the
        sign of each."""
        for length in range(_LONGEST_PHRASE, 1, -1):
            for start in range(max(0, place - length + 1), place + 1):
                phrase = self._phrases.get(around[start : start + length])
                if phrase:
                    return self._sign(key(phrase[place - start][0]))
        return "".join(map(self._sign, self._common[around[place]]))

    def _sign(self, syllable: str) -> str:
        if syllable not in self._signs:
            # No folded text has a character of private use.
            self._signs[syllable] = sign = chr(_PRIVATE + len(self._signs))
            self.syllables[ord(sign)] = _apart(sign, syllable)
            self.initials[ord(sign)] = syllable[0]
        return self._signs[syllable]


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
    return syllable[:1] or character.strip(" ")
