"""Letters that are typed, read as syllables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import heappop, heappush
from itertools import islice, takewhile
from typing import Final, TypeAlias

#: Letters are read as syllables in so many ways at most.
_WAYS: Final = 16
#: Letters whose folding is kept.
_KEPT: Final = 4_096
#: Of each syllable in turn the spellings in an index that it may have there.
Steps: TypeAlias = list[Sequence[str]]


class Syllables:
    """Syllables that occur, each with its spellings in an index: its sign, or Latin letters.

    `folded` tells what is alike in the letters of a syllable.
    """

    def __init__(
        self, spellings: Iterable[tuple[str, str]], folded: Callable[[str], str] = str
    ) -> None:
        self._folded = lru_cache(_KEPT)(folded)
        self._spellings: dict[str, list[str]] = {}
        longest = 0
        for syllable, spelling in spellings:
            longest = max(longest, len(syllable))
            self._spellings.setdefault(folded(syllable), []).append(spelling)
        self._longest = longest

    def whole(self, letters: str) -> list[Steps]:
        """The likeliest ways to read letters as syllables."""
        return [[self._spellings[each] for each in way] for way in self._likeliest(letters)]

    def begun(self, letters: str) -> list[Steps]:
        """The same where more letters may follow: the last syllable may be any that begins so."""
        return [
            [*(self._spellings[each] for each in before), self._beginning(last)]
            for *before, last in self._likeliest(letters, is_begun=True)
        ]

    def _likeliest(self, letters: str, *, is_begun: bool = False) -> Iterator[tuple[str, ...]]:
        return islice(self.ways(letters, is_begun=is_begun), _WAYS)

    def ways(self, letters: str, *, is_begun: bool = False) -> Iterator[tuple[str, ...]]:
        """The ways to read letters as syllables, those of few syllables first: xian as xian and as
        xi an. Of the last the beginning is enough if it is only begun."""
        end = len(letters)
        #: Of each place from which the end is reached the fewest syllables to there, and the ends
        #: of the first of them, with the syllable.
        fewest = {end: 0}
        firsts: dict[int, list[tuple[int, str]]] = {}
        for place in range(end - 1, -1, -1):
            far = range(place + 1, min(place + self._longest, end) + 1)
            read = ((each, self._folded(letters[place:each])) for each in far if each in fewest)
            firsts[place] = reached = [
                (each, syllable)
                for each, syllable in read
                if syllable in self._spellings
                or (is_begun and each == end and self._beginning(syllable))
            ]
            if reached:
                fewest[place] = 1 + min(fewest[each] for each, _ in reached)
        todo: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())] if 0 in fewest else []
        while todo:
            _, back, before = heappop(todo)
            if -back == end:
                yield before
            for each, syllable in firsts.get(-back, ()):
                way = (*before, syllable)
                heappush(todo, (len(way) + fewest[each], -each, way))

    def _beginning(self, letters: str) -> list[str]:
        """The spellings of the syllables that begin so."""
        every = self._in_order
        found = islice(every, bisect_left(every, letters), None)
        return [
            spelling
            for syllable in takewhile(lambda each: each.startswith(letters), found)
            for spelling in self._spellings[syllable]
        ]

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._spellings)
