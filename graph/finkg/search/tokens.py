"""What stands in the index for a text, and what is asked of the index for a query.

SQLite's trigram tokenizer splits texts into pieces of three characters. That is right for Latin
letters; Chinese words are shorter, so that a bar is put before and after each character of a text
with Chinese in it: `|蚂|蚁|` has the pieces `|蚂|`, `蚂|蚁` and `|蚁|`. Carets before a text make
pieces of its beginning. The whole forms of a name (as written, pinyin, initials, sound) are words
of another table, each with a mark before it: forms of one mark that begin alike are neighbours
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from operator import add
from typing import Final

from finkg.search.pinyin import Spelled

#: Letters of a piece, where all are ASCII.
LETTERS: Final = 3
_LATIN: Final = re.compile(f"[a-z0-9]{{{LETTERS},}}")
#: Characters of a long query that are looked up.
LOOKED_UP: Final = 120
#: Stands before each text.
_START: Final = "^^"


class Mark(StrEnum):
    """What kind of whole form a word of the index is."""

    NAME = "="
    PINYIN = "~"
    INITIALS = "<"
    SOUND = ">"


_NAME, _PINYIN, _INITIALS, _SOUND = (mark.value for mark in Mark)


def to_pieces(key: str) -> str:
    """A folded text as the trigram tokenizer splits it; Latin words among Chinese ones stand at
    the end once more, without bars."""
    if key.isascii():
        return _START + key
    return " ".join([f"{_START}|{'|'.join(key)}|", *_LATIN.findall(key)])


def pieces(key: str) -> list[str]:
    """The pieces that a text has if it contains the key; none of one or two letters."""
    if key.isascii():
        return [key[n : n + LETTERS] for n in range(len(key) - LETTERS + 1)]
    if len(key) == 1:
        return [f"|{key}|"]
    return _barred(key)


def _barred(key: str) -> list[str]:
    return [f"{a}|{b}" for a, b in pairwise(key)]


def cover(key: str) -> list[str]:
    """Some of the pieces of a key, in which each of its characters is: what has these all is
    compared in full anyway."""
    return _some(pieces(key[:LOOKED_UP]), hurt(key))


def _some(every: list[str], step: int) -> list[str]:
    return [*dict.fromkeys([*every[::step], *every[-1:]])]


def starts(key: str) -> list[list[str]]:
    """The pieces that a text has if it begins with the key, whether Latin letters or also Chinese
    characters follow."""
    start = key[:LOOKED_UP]
    chinese = [f"^|{start[0]}", *_some(_barred(start), 2)]
    if not key.isascii():
        return [chinese]
    text = _START + start
    latin = [text[n : n + LETTERS] for n in range(len(start))]
    return [_some(latin, LETTERS), chinese]


def hurt(key: str) -> int:
    """How many pieces of a key one wrong character changes."""
    return LETTERS if key.isascii() else 2


def forms(words: str, ways: Iterable[Spelled], initials: str) -> list[str]:
    """The whole forms of a name, each with its mark; `initials` of one that nobody reads as
    pinyin."""
    found = [_NAME + words.replace(" ", "")]
    for way in ways:
        found += (_PINYIN + way.joined, _INITIALS + way.initials, _SOUND + way.sound)
    if initials:
        found.append(_INITIALS + initials)
    return found


def first_letters(words: str) -> str:
    """The first letter of each of several words: pai for Ping An Insurance."""
    return "".join([word[0] for word in words.split()]) if " " in words else ""


def spoken(syllables: list[str]) -> str:
    """The syllables of a name, and each with the next as one word: of several that are asked for
    the pairs tell more than each alone."""
    return " ".join([*syllables, *map(add, syllables, syllables[1:])])


def heard(syllables: tuple[str, ...]) -> list[str]:
    """Of what `spoken` gives, what a name has in which these syllables follow one another."""
    return [*dict.fromkeys(map(add, syllables, syllables[1:]))] or [*syllables]
