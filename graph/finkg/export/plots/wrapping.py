"""Words as a picture can show them: characters that have a glyph, lines of a width.

Latin words are parted at spaces, Chinese between characters, where punctuation stays with what it
belongs to (Requirements for Chinese Text Layout, W3C, section 3.1.3: prohibition rules).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final
from unicodedata import category

from finkg.export.answers.characters import printable

_OPENING: Final = "（《〈「『【〔“"
_CLOSING: Final = "、，。；：？！）》〉」』】〕”…％"
_WIDE: Final = "\u2e80-\u303f\u3040-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
_UNIT: Final = re.compile(
    rf"[{_OPENING}]*(?:[{_WIDE}](?<![{_OPENING}{_CLOSING}])|[^\s{_WIDE}{_OPENING}{_CLOSING}]+)?"
    rf"[{_CLOSING}]*\s*"
)
#: What has no glyph of its own: controls, formats, variation selectors.
_SILENT: Final = frozenset(("Cc", "Cf", "Cs"))
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_ELLIPSIS: Final = "…"


def drawable(text: str) -> str:
    """A text in one line, without characters that are never seen; U+FFFD for what is none."""
    spaced = " ".join(text.split())
    seen = (c for c in _SELECTORS.sub("", spaced) if category(c) not in _SILENT)
    return printable("".join(seen))


def wrapped(text: str, width: float, measure: Callable[[str], float], most: int = 99) -> list[str]:
    """Lines of at most a width, by `measure` of a text; what is longer than `most` lines ends with
    an ellipsis."""
    lines = [""]
    for unit in _units(text, width, measure):
        if lines[-1] and measure((lines[-1] + unit).rstrip()) > width:
            lines.append("")
        lines[-1] += unit
    lines = [line.rstrip() for line in lines]
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and measure(last + _ELLIPSIS) > width:
        last = last[:-1]
    return [*lines[: most - 1], last + _ELLIPSIS]


def _units(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """What is not parted; a word wider than a line is, at any character."""
    for unit in (match[0] for match in _UNIT.finditer(text) if match[0]):
        if measure(unit.rstrip()) > width:
            yield from unit
        else:
            yield unit
