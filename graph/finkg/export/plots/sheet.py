"""The sheet that all pictures share: title, legend, axes, notes and source, from the top down.

Words are measured before anything is placed, so that nothing is cut and nothing overlaps. All
measures are inches, those of type points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from math import ceil
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import matplotlib
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

from finkg.errors import Language, Text
from finkg.export.plots.figure import Plot
from finkg.export.plots.fonts import BOLD, REGULAR, families, has_bold
from finkg.export.plots.looks import GRID, INK, PALE_INK
from finkg.export.plots.wrapping import drawable, wrapped

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

#: Sizes of type.
TITLE, LABEL, SMALL = 14.0, 9.5, 8.5
MARGIN: Final = 0.3
_GAP: Final = 0.12
#: Of a line of type to its size.
_LEADING: Final = 1.45
#: Room for the numbers along an axis.
AXIS: Final = 0.3
#: Of an entry of the legend, beside its words.
_HANDLE: Final = 0.75
_ENTRY: Final = 0.23
#: Characters are measured in a size and at a density at which hinting no longer shows.
_MEASURED: Final = 10.0
_FINE: Final = 720
#: What stands on axes, beside what is told.
_FIGURES: Final = "0123456789-.−"

#: What is drawn in a legend, one thing or several over one another, and what it means.
Entry = tuple["Artist | tuple[Artist, ...]", str]


class Words(NamedTuple):
    """What a picture says around its axes."""

    title: Text
    notes: tuple[str, ...]
    source: str
    lang: Language


class Typeface:
    """Fonts that show all that is said, and how wide words are in them."""

    def __init__(self, texts: Iterable[str], lang: Language) -> None:
        """Raises NoFont."""
        self.families = families((_FIGURES, *texts), lang)
        self._has_bold = has_bold(self.families)
        self._renderer = RendererAgg(1, 1, _FINE)
        self._advance = lru_cache(maxsize=None)(self._measured)

    def font(self, size: float, *, bold: bool = False) -> FontProperties:
        weight = BOLD if bold and self._has_bold else REGULAR
        return FontProperties(family=self.families, size=size, weight=weight)

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """The sum of what each character takes; what kerning saves is room to spare."""
        return sum(self._advance(c, bold) for c in text) * size

    def _measured(self, character: str, bold: bool) -> float:
        """How far a character moves what follows it, in a size of one point."""
        font = self.font(_MEASURED, bold=bold)
        beside, alone = (
            self._renderer.get_text_width_height_descent(text, font, ismath=False)[0]
            for text in (f"H{character}H", "HH")
        )
        return float(beside - alone) / _FINE / _MEASURED

    def lines(
        self, text: str, width: float, size: float, *, bold: bool = False, most: int = 99
    ) -> list[str]:
        """A text as lines of at most a width."""
        return wrapped(text, width, lambda part: self.width(part, size, bold), most)


def height(lines: int, size: float) -> float:
    """The height of lines of type."""
    return lines * size * _LEADING / 72


class Sheet:
    """One picture while it is put together."""

    def __init__(self, words: Words, labels: Iterable[str], width: float) -> None:
        """`labels` are all further words that will be drawn. Raises NoFont."""
        self.lang: Language = words.lang
        self._titled = drawable(words.title.in_language(words.lang))
        self._noted = [*map(drawable, words.notes)]
        self._sourced = drawable(words.source)
        said = (self._titled, *self._noted, self._sourced, *labels)
        self.type = Typeface(said, words.lang)
        self.width = width

    @property
    def inner_width(self) -> float:
        return self.width - 2 * MARGIN

    def axes(
        self, body: float, legend: Sequence[Entry], *, left: float = 0.0, above: bool = False
    ) -> tuple[Plot, Axes]:
        """The figure, and its axes, as high as `body`; `left` of them is room for labels, and with
        `above` there is an axis above them too."""
        rows = ceil(len(legend) / self._columns(legend))
        head = height(len(self._title), TITLE) + _GAP + rows * _ENTRY + _GAP + AXIS * above
        whole = MARGIN + head + body + AXIS + 2 * _GAP + self._foot + MARGIN
        plot = Plot(self._titled, self.lang, self.width, whole)
        self._say(plot, self._title, MARGIN, TITLE, INK, bold=True)
        self._add_legend(plot, legend, MARGIN + height(len(self._title), TITLE) + _GAP)
        left += MARGIN
        bottom, across = whole - MARGIN - head - body, self.width - MARGIN - left
        axes = plot.add_axes((left / self.width, bottom / whole, across / self.width, body / whole))
        self._plain(axes)
        down = whole - MARGIN - self._foot
        for lines, colour in self._notes:
            self._say(plot, lines, down, SMALL, colour)
            down += height(len(lines), SMALL)
        return plot, axes

    @cached_property
    def _title(self) -> list[str]:
        return self.type.lines(self._titled, self.inner_width, TITLE, bold=True)

    @cached_property
    def _notes(self) -> list[tuple[list[str], str]]:
        told = [(note, INK) for note in self._noted] + [(self._sourced, PALE_INK)]
        return [(self.type.lines(text, self.inner_width, SMALL), colour) for text, colour in told]

    @property
    def _foot(self) -> float:
        return height(sum(len(lines) for lines, _ in self._notes), SMALL)

    def _columns(self, legend: Sequence[Entry]) -> int:
        widest = max((self.type.width(words, LABEL) for _, words in legend), default=0.0)
        return max(1, min(len(legend), int(self.inner_width / (widest + _HANDLE))))

    def _add_legend(self, plot: Plot, legend: Sequence[Entry], down: float) -> None:
        if not legend:
            return
        whole = plot.get_figheight()
        # Matplotlib draws what is in a tuple over one another, which its types do not say.
        artists: Any = [artist for artist, _ in legend]
        plot.legend(
            artists,
            [words for _, words in legend],
            loc="upper left",
            bbox_to_anchor=(MARGIN / self.width, 1 - down / whole),
            ncols=self._columns(legend),
            prop=self.type.font(LABEL),
            labelcolor=INK,
            frameon=False,
            borderpad=0,
            borderaxespad=0,
            handlelength=2.4,
            columnspacing=1.6,
        )

    def _say(
        self,
        plot: Plot,
        lines: list[str],
        down: float,
        size: float,
        colour: str,
        *,
        bold: bool = False,
    ) -> None:
        """Lines of type, `down` from the upper edge."""
        for line in lines:
            plot.text(
                MARGIN / self.width,
                1 - (down + size / 72) / plot.get_figheight(),
                line,
                va="baseline",
                color=colour,
                fontproperties=self.type.font(size, bold=bold),
                parse_math=False,
            )
            down += height(1, size)

    def _plain(self, axes: Axes) -> None:
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.set_axisbelow(True)
        axes.tick_params(
            length=0, labelsize=LABEL, labelcolor=INK, labelfontfamily=self.type.families
        )
        axes.grid(axis="both", visible=False)

    def grid(self, axes: Axes, axis: str) -> None:
        """Lines across one axis."""
        axes.grid(axis=axis, color=GRID, linewidth=0.8)  # type: ignore[arg-type]


@contextmanager
def own_style() -> Iterator[None]:
    """Within it artists are made in matplotlib's own style, whatever the user's is."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        yield
