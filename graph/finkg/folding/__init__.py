"""Names and questions as they are compared: width, case and traditional characters folded.

One way for all: what `search` finds, `show` and a parameter know as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

_APOSTROPHES: Final = str.maketrans("’‘", "''")


def folded(text: str) -> str:
    """A text with width, case, traditional characters and apostrophes folded.

    >>> folded("螞蟻集團 ＡＮＴ")
    '蚂蚁集团 ant'
    """
    if text.isascii():
        return text.casefold()
    wide = unicodedata.normalize("NFKC", text).casefold()
    return simplified(wide.translate(_APOSTROPHES))


def folded_name(name: str) -> str:
    """The same of a name, whose spaces do not count.

    >>> folded_name("Ant  Group")
    'antgroup'
    """
    return "".join(folded(name).split())


def simplified(text: str) -> str:
    """A text with a simplified character for each traditional one; as long as it was.

    >>> simplified("支付寶")
    '支付宝'
    """
    if text.isascii() or not (simpler := simpler_ones({*text})):
        return text
    return text.translate({ord(each): other for each, other in simpler.items()})


def simpler_ones(characters: Iterable[str]) -> dict[str, str]:
    """Of these characters the traditional ones, each with its simplified one.

    >>> simpler_ones("支付寶")
    {'寶': '宝'}
    """
    known = _simplified()
    return {each: known[each] for each in characters if each in known}


def table(path: Path) -> list[str]:
    """The lines of a table; those that begin with # explain it."""
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]


@cache
def _simplified() -> dict[str, str]:
    lines = table(Path(__file__).with_name("simplified.txt"))
    pairs = {pair[0]: pair[1] for pair in " ".join(lines).split()}
    # What a character became may itself stand for a simpler one in other words.
    return {each: pairs.get(simpler, simpler) for each, simpler in pairs.items()}
