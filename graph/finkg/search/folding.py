"""Texts as they are compared: width, case, accents, traditional characters and spaces folded."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

#: Accents and tone marks, once they stand apart from their letters.
_MARKS: Final = re.compile("[\u0300-\u036f]+")
_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")


def words(text: str) -> str:
    """The words of a text as they are compared, parted by single spaces.

    A run of Chinese characters is one word: where Chinese words end is not told by spaces.
    """
    if not text.isascii():
        apart = _MARKS.sub("", unicodedata.normalize("NFKD", text))
        text = simplified(unicodedata.normalize("NFC", apart))
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()


def simplified(text: str) -> str:
    """A text with a simplified character for each traditional one; as long as it was."""
    return text if text.isascii() else text.translate(_simplified())


def key(text: str) -> str:
    """A text as it is compared, without spaces: `Yu'e Bao` as `yuebao`."""
    return words(text).replace(" ", "")


def table(name: str) -> list[str]:
    """The lines of a table beside this module; those that begin with # explain it."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@cache
def _simplified() -> dict[int, str]:
    pairs = {pair[0]: pair[1] for pair in " ".join(table("simplified.txt")).split()}
    # What a character became may itself stand for a simpler one in other words.
    return {ord(each): pairs.get(simpler, simpler) for each, simpler in pairs.items()}
