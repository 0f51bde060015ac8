"""Typing errors: names that are spelled nearly so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from finkg.search.lookup import Lookup
from finkg.search.matching import Candidate
from finkg.search.pinyin import sound
from finkg.search.tokens import all_of, any_of, hurt, pieces

#: From so many letters, or characters, one error is allowed for, and two.
_ONE: Final = {True: 4, False: 3}
_TWO: Final = {True: 9, False: 6}
#: What is longer is not a name typed by hand.
_LONGEST: Final = 60
#: Names that are compared letter by letter, of each way to gather them.
_COMPARED: Final = 150
#: Letters of pinyin that are taken to be right.
_START: Final = 3


def allowed(key: str) -> int:
    """How many errors a query may have; letters left out, added, changed, or two in the wrong
    order."""
    latin = key.isascii()
    if not _ONE[latin] <= len(key) <= _LONGEST:
        return 0
    return 2 if len(key) >= _TWO[latin] else 1


def similar(key: str, lookup: Lookup) -> list[tuple[float, Candidate]]:
    """Names like a key, each with how much it differs; the smaller, the more alike."""
    errors = allowed(key)
    if not errors:
        return []
    numbers = lookup.having(any_of(_unhurt(key, errors)), _COMPARED)
    numbers += lookup.starting(key[: len(key) // 2], _COMPARED)
    if key.isascii():
        start = sound(key)[: min(len(key) // 2, _START)]
        numbers += lookup.sounding_first(start, _COMPARED)
    found = ((_difference(key, errors, each), each) for each in lookup.candidates(numbers))
    return [(difference, each) for difference, each in found if difference is not None]


def _unhurt(key: str, errors: int) -> Iterator[str]:
    """What a name has that was meant, in one expression for each place of the errors.

    One error changes the pieces about one place: the others are all there. Of two errors, one of
    three parts of the key has none.
    """
    if errors == 1:
        every, gap = pieces(key), hurt(key) + 1
        for place in range(len(every) - gap + 1):
            yield all_of([*every[:place], *every[place + gap :]])
        return
    ends = [len(key) * n // 3 for n in range(4)]
    for start, end in pairwise(ends):
        yield all_of(pieces(key[start:end]))


def _difference(key: str, errors: int, found: Candidate) -> float | None:
    """How much a name differs from a key: as a whole, in its beginning, or a part of it."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.fuzz import partial_ratio

    if not found.kind.is_name:
        return None
    name = found.key
    whole = OSA.distance(key, name, score_cutoff=errors)
    if key.isascii():
        heard = (sound(way.joined) for way in found.readings)
        wrong = (OSA.distance(sound(key), each, score_cutoff=errors) for each in heard)
        whole = min([whole, *wrong])
    if whole <= errors:
        return whole
    lengths = range(len(key) - 1, len(key) + 2)
    start = min(OSA.distance(key, name[:n], score_cutoff=errors) for n in lengths)
    if start <= errors:
        return start + 0.5
    likeness = partial_ratio(key, name) / 100 if len(name) > len(key) else 0
    return (1 - likeness) * len(key) + 1 if likeness >= 1 - errors / len(key) else None
