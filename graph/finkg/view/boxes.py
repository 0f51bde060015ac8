"""The room that a node takes on the page: its shape and its label below, in both languages.

The page measures its labels with the browser's own fonts; the numbers here only reserve room, so
they are generous averages. One unit is one CSS pixel at scale 1.
"""

from __future__ import annotations

import math
import unicodedata
from typing import Final

from finkg.view.scene import Node

LINE: Final = 104.0
LINES: Final = 3
LINE_HEIGHT: Final = 15.0
WIDE: Final = 12.0
NARROW: Final = 6.4
SHAPE: Final = 30.0
MARGIN: Final = 12.0
#: From the top of the room to the middle of the shape.
ABOVE: Final = (SHAPE + MARGIN) / 2


def box(node: Node) -> tuple[float, float]:
    """Width and height of the room for a node, whichever language is shown."""
    sizes = [_text_size(text) for text in node.label]
    width = max(SHAPE, *(width for width, _ in sizes))
    height = SHAPE + max(height for _, height in sizes)
    return width + MARGIN, height + MARGIN


def _text_size(text: str) -> tuple[float, float]:
    length = sum(map(_advance, text))
    lines = min(LINES, max(1, math.ceil(length / LINE)))
    return min(LINE, length / lines + NARROW), lines * LINE_HEIGHT


def _advance(character: str) -> float:
    return WIDE if unicodedata.east_asian_width(character) in "WF" else NARROW
