"""Colours, markers and hatches: told apart in colour, without it, and by the colour-blind.

The colours are those of M. Okabe and K. Ito, Color Universal Design (2008).
"""

from __future__ import annotations

from typing import Final, NamedTuple

INK: Final = "#222222"
PALE_INK: Final = "#595959"
GRID: Final = "#d9d9d9"
PAPER: Final = "#ffffff"
BLUE: Final = "#0072b2"
ORANGE: Final = "#e69f00"
VERMILION: Final = "#d55e00"
GREY: Final = "#808080"


class Look(NamedTuple):
    """How a statement of one standing is drawn."""

    colour: str
    #: As matplotlib has it: full, none, left.
    fill: str
    #: Of the line across the days on which its time may lie.
    line: str
    #: Whether it is crossed out.
    crossed: bool = False


#: By standing.
LOOKS: Final = {
    "Accepted": Look(BLUE, "full", "-"),
    "Doubtful": Look(VERMILION, "none", "--"),
    "Outranked": Look(GREY, "none", "-", crossed=True),
    "TimeUnknown": Look(INK, "left", ":"),
}
#: By the part of a statement that a time is; empty for the value itself.
MARKERS: Final = {"": "o", "validFrom": ">", "validTo": "<", "asOf": "D"}


class Bars(NamedTuple):
    """How the bars of one series are drawn."""

    colour: str
    hatch: str


#: Of two series, the first and the second.
BARS: Final = (Bars(BLUE, ""), Bars(ORANGE, "////"))
