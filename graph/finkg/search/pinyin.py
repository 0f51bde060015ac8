"""How Chinese is typed on a Latin keyboard: pinyin, its initials, and what it sounds like.

Readings of characters and phrases are those of pypinyin, without tones. A character that no phrase
settles is read in each way in common use (`readings.txt`): 央行 as yang hang, 人行 as ren xing and
as ren hang.

A name as it is heard has one sign in the place of each Chinese character, that of the syllable; all
else of it, such as Latin words, stands as it is. Several ways to read it are parted by bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import islice, product
from pathlib import Path
from typing import Final, NamedTuple

from finkg.folding import table
from finkg.search.folding import key

_READINGS: Final = Path(__file__).with_name("readings.txt")
#: A name is read in so many ways at most.
_MOST: Final = 4
#: Longer phrases are made of shorter ones.
_LONGEST_PHRASE: Final = 4
#: Characters with what stands around them whose readings are kept.
_KEPT: Final = 1 << 16
#: Signs are characters of private use (Unicode, section 23.5), which no folded text has.
_FIRST_SIGN: Final = 0xE000
#: What stands in a name as it is heard as it was written.
_WRITTEN: Final = re.compile("[^\ue000-\uf8ff\\s|]+")
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
    listener = _listener()
    heard = listener.heard(words)
    return () if heard == words else listener.signs.readings(heard)


def is_sign(spelling: str) -> bool:
    """Whether this is the sign of a syllable."""
    return "\ue000" <= spelling <= "\uf8ff"


def written(heard: str) -> set[str]:
    """What stands in names as they are heard that is no syllable: Latin words."""
    return {*_WRITTEN.findall(heard)}


class Signs:
    """A sign for each syllable, in the order in which they are first asked for."""

    def __init__(self, syllables: Iterable[str] = ()) -> None:
        self._of: dict[str, str] = {}
        self._spoken: dict[int, str] = {}
        self._letters: dict[int, str] = {}
        for syllable in syllables:
            self.of(syllable)

    @property
    def syllables(self) -> Mapping[str, str]:
        """Each syllable with its sign."""
        return self._of

    def of(self, syllable: str) -> str:
        """The sign of a syllable."""
        if syllable not in self._of:
            code = _FIRST_SIGN + len(self._of)
            self._of[syllable] = chr(code)
            self._spoken[code] = f" {syllable} "
            self._letters[code] = syllable[0]
        return self._of[syllable]

    def readings(self, heard: str) -> tuple[Reading, ...]:
        """The ways to read a name that is heard so."""
        spoken = heard.translate(self._spoken).split("|")
        syllables = (" ".join(way.split()) for way in spoken)
        return tuple(map(Reading, syllables, self.initials(heard).split("|")))

    def initials(self, heard: str) -> str:
        """The first letter of each syllable, and all else without spaces."""
        return heard.translate(self._letters).replace(" ", "")


class Listener:
    """Hears how names are read; loads what pypinyin knows."""

    def __init__(self) -> None:
        self.signs = Signs()
        self._known = _known()
        self._translation = _Translation(self.signs)
        self._settled = lru_cache(_KEPT)(self._in_phrase)

    def heard(self, lines: str) -> str:
        """Folded names, one a line, as they are heard; as they were where nothing is Chinese."""
        known = self._known
        settled = known.doubtful.sub(self._settle, lines)
        return known.unsettled.sub(self._every_way, settled).translate(self._translation)

    def _settle(self, found: re.Match[str]) -> str:
        """The sign of a character that has several readings, where its phrase settles it."""
        place, text = found.start(), found.string
        start = max(0, place - _LONGEST_PHRASE + 1)
        # The next line is another name.
        end = place + _LONGEST_PHRASE
        line_end = text.find("\n", place, end)
        around = text[start : end if line_end < 0 else line_end]
        return self._settled(around, place - start)

    def _in_phrase(self, around: str, place: int) -> str:
        """A character read as in the longest phrase around it, or as it always is; else itself."""
        phrases, common = self._known.phrases, self._known.common
        for length in range(_LONGEST_PHRASE, 1, -1):
            for start in range(max(0, place - length + 1), place + 1):
                phrase = phrases.get(around[start : start + length])
                if phrase:
                    return self.signs.of(_untoned(phrase[place - start][0]))
        ways = common[around[place]]
        return self.signs.of(ways[0]) if len(ways) == 1 else around[place]

    def _every_way(self, line: re.Match[str]) -> str:
        """The ways to read a name with characters that nothing settles."""
        common = self._known.common
        every = [[*map(self.signs.of, common.get(each, ()))] or [each] for each in line[0]]
        return "|".join("".join(way) for way in islice(product(*every), _MOST))


class _Known:
    """What pypinyin knows, and `readings.txt`."""

    def __init__(self) -> None:
        from pypinyin.constants import PHRASES_DICT

        self.phrases: Mapping[str, list[list[str]]] = PHRASES_DICT
        rows = (line.split() for line in table(_READINGS))
        #: Characters whose reading depends on the phrase, each with those in common use.
        self.common = {character: ways for character, *ways in rows}
        any_of_them = f"[{''.join(self.common)}]"
        self.doubtful = re.compile(any_of_them)
        self.unsettled = re.compile(f"^.*{any_of_them}.*$", re.MULTILINE)


class _Translation(dict[int, str]):
    """For str.translate, filled as characters are met: the sign of each that has a reading."""

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs

    def __missing__(self, code: int) -> str:
        syllable = _syllable(code)
        self[code] = found = self._signs.of(syllable) if syllable else chr(code)
        return found


@cache
def _syllable(code: int) -> str:
    """How a character is mostly read; empty for one without a reading."""
    from pypinyin.constants import PINYIN_DICT

    first, _, _ = PINYIN_DICT.get(code, "").partition(",")
    return _untoned(first)


@cache
def _untoned(syllable: str) -> str:
    return key(syllable)


@cache
def _known() -> _Known:
    return _Known()


@cache
def _listener() -> Listener:
    return Listener()
