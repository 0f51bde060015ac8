"""Names in a text that a graph does not know: who founded *PayPal*?

In Latin letters a word with a capital that does not begin the text is a name (English nouns have
none), in Chinese a run of characters of which no two stand beside each other in any example. A
question that asks about what is unknown is not answered as if it asked about everything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from finkg.understanding.lexicon import HAN, Word, stem
from finkg.understanding.reading import Part

_CAPITAL: Final = re.compile(r"(?<=\s)[“\"(]?([A-Z][A-Za-z]+)")


def strangers(text: str, parts: Iterable[Part], is_known: Callable[[str], bool]) -> Iterator[str]:
    """The words of a text that are names of nothing that is known.

    `parts` are those of the text; `is_known` tells whether a stem, or two characters, stand in an
    example.
    """
    spelled = {stem(w.casefold()): w for w in _CAPITAL.findall(unicodedata.normalize("NFKC", text))}
    for part in parts:
        if isinstance(part, Word) and not part.concepts:
            if not HAN.match(part.text):
                if part.text in spelled and not is_known(part.text):
                    yield spelled[part.text]
            elif len(part.text) > 1 and not any(map(is_known, _pairs(part.text))):
                yield part.text


def _pairs(run: str) -> Iterator[str]:
    yield from (run[place : place + 2] for place in range(len(run) - 1))
