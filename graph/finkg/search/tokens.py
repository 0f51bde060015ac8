"""What stands in the index for a text, and what is asked of the index for a query.

SQLite's trigram tokenizer splits texts into pieces of three characters. That is right for Latin
letters; Chinese words are shorter, so that a bar is put before and after each character of a text
with Chinese in it: `|蚂|蚁|` has the pieces `|蚂|`, `蚂|蚁` and `|蚁|`. Carets before and after
a text make pieces of its beginning and its end: `^|蚂` and `蚁|^`, or `^^a`, `^an` and `nt^`.

What a name is heard as stands behind it in the same way, with a sign for each syllable (pinyin.py),
and behind that its initials in capitals, which no folded text has: the two are found like texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import Final

from finkg.search.syllables import Steps

#: Letters of a piece, where all are ASCII.
LETTERS: Final = 3
_LATIN: Final = re.compile(f"[a-z0-9]{{{LETTERS},}}")
#: Room for a character, and a bar.
_BARRED: Final = "\0|".encode("utf-32-le")
#: Characters of a long query that are looked up.
LOOKED_UP: Final = 120
#: Stands before and after each text; twice before Latin letters.
EDGE: Final = "^"
_START: Final = EDGE * (LETTERS - 1)


def to_pieces(keys: list[str], heard: list[str], initials: list[str]) -> Iterator[str]:
    """Folded texts without spaces as the trigram tokenizer splits them, each with what it is heard
    as and its initials, if any. Latin words among Chinese ones stand at the end once more. At least
    one text."""
    chinese = _barred_all([key for key in keys if not key.isascii()])
    signs = _barred_all([way for way in heard if way])
    capitals = "\n".join(initials).upper().replace("|", _START).split("\n")
    for key, way, letters in zip(keys, heard, capitals, strict=True):
        behind = f"|{next(signs)}|^" if way else ""
        if letters:
            behind += f"{EDGE}{letters}{EDGE}"
        if key.isascii():
            yield f"{_START}{key}{EDGE}{behind}"
        else:
            yield " ".join([f"^|{next(chinese)}|^{behind}", *_LATIN.findall(key)])


def _barred_all(texts: list[str]) -> Iterator[str]:
    """Texts of Chinese characters or signs with bars between the characters."""
    lines = "\n".join(texts).replace("|", EDGE)
    codes = memoryview(lines.encode("utf-32-le")).cast("I")
    barred = memoryview(bytearray(_BARRED * len(codes))).cast("I")
    barred[::2] = codes
    return iter(str(barred[:-1], "utf-32-le").split("|\n|"))


def pieces(key: str) -> list[str]:
    """The pieces that a text has if it contains the key; none of one or two letters."""
    if key.isascii():
        return _latin(key)
    if len(key) == 1:
        return [f"|{key}|"]
    return _barred(key)


def _latin(text: str) -> list[str]:
    return [text[n : n + LETTERS] for n in range(len(text) - LETTERS + 1)]


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
    return [_some(_latin(_START + start), LETTERS), chinese]


def whole(key: str) -> list[str]:
    """The pieces that a text has if it is the key, as far as that is looked up."""
    edge = EDGE if len(key) <= LOOKED_UP else ""
    start = key[:LOOKED_UP]
    if key.isascii():
        return _latin(_START + start + edge)
    return _barred(f"{EDGE}{start}{edge}")


def heard(steps: Steps) -> str:
    """The expression of FTS5 for a name in which syllables follow one another, of each of which
    there are several spellings."""
    if len(steps) == 1:
        return any_of(f'"|{each[0]}|"' for each in steps[0])
    pairs = (
        any_of(f'"{a[-1]}|{b[0]}"' for a, b in product(one, other))
        for one, other in pairwise(steps)
    )
    return " AND ".join(f"({pair})" for pair in pairs)


def hurt(key: str) -> int:
    """How many pieces of a key one wrong character changes."""
    return LETTERS if key.isascii() else 2


def first_letters(words: str) -> str:
    """The first letter of each of several words: pai for Ping An Insurance."""
    return "".join([word[0] for word in words.split()]) if " " in words else ""


def all_of(words: Iterable[str]) -> str:
    """The expression of FTS5 for a text that has all of these."""
    return " AND ".join(f'"{word}"' for word in words)


def any_of(expressions: Iterable[str]) -> str:
    """The expression of FTS5 for a text that one of these fits."""
    return " OR ".join(f"({each})" for each in dict.fromkeys(expressions) if each)
