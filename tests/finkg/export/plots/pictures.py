"""What tests read off a picture: what it says, what it draws, what would be seen of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from pyoxigraph import Literal

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from finkg.catalogue.answer import Answer, Cell
    from finkg.export.plots.figure import Plot


def said(plot: Plot) -> list[str]:
    """Every text of a picture, lines joined."""
    return [text.get_text() for text in texts(plot)]


def all_said(plot: Plot) -> str:
    """All words without what parts lines."""
    return "".join("".join(said(plot)).split())


def texts(plot: Plot) -> list[Text]:
    """The texts that are seen; matplotlib makes labels beyond an axis too."""
    plot.canvas.draw()
    beyond = {id(label) for axes in plot.axes for label in _beyond(axes)}
    found = [text for text in plot.findobj(Text) if isinstance(text, Text)]
    return [t for t in found if t.get_text() and t.get_visible() and id(t) not in beyond]


def _beyond(axes: Axes) -> Iterator[Text]:
    for axis, limits in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
        for tick in axis.get_major_ticks():
            if not min(limits) <= tick.get_loc() <= max(limits):
                yield from (tick.label1, tick.label2)


def points(plot: Plot, suffix: str = "") -> list[Line2D]:
    """What is drawn for each row of a timeline, in order."""
    lines = {line.get_gid(): line for line in plot.axes[0].lines}
    count = sum(1 for name in lines if name and name.removeprefix("row-").isdigit())
    return [lines[f"row-{n}{suffix}"] for n in range(count) if f"row-{n}{suffix}" in lines]


def out_of_sight(plot: Plot) -> list[str]:
    """Texts that are not wholly within the picture."""
    whole = plot.bbox
    return [
        text.get_text()
        for text in texts(plot)
        if not (whole.x0 <= _box(text).x0 <= _box(text).x1 <= whole.x1)
        or not (whole.y0 <= _box(text).y0 <= _box(text).y1 <= whole.y1)
    ]


def overlapping(plot: Plot) -> list[tuple[str, str]]:
    """Pairs of texts of which one covers a part of the other."""
    boxes = [(text.get_text(), _box(text)) for text in texts(plot)]
    return [
        (one, other)
        for (one, box), (other, its) in combinations(boxes, 2)
        if box.x0 < its.x1 and its.x0 < box.x1 and box.y0 < its.y1 and its.y0 < box.y1
    ]


def _box(artist: Artist) -> Bbox:
    # Of an annotation the words alone, without what it points at.
    get = Text.get_window_extent if isinstance(artist, Text) else Artist.get_window_extent
    return get(artist)  # type: ignore[arg-type]


def with_cells(answer: Answer, **cells: Cell) -> Answer:
    """An answer whose first row has other cells."""
    names = [column.name for column in answer.columns]
    first = tuple(cells.get(n, cell) for n, cell in zip(names, answer.rows[0], strict=True))
    return replace(answer, rows=(first, *answer.rows[1:]))


def year(text: str) -> Literal:
    """A year as a graph holds it."""
    from finkg.evidence.moment import Moment

    return Moment.parse(text).literal
