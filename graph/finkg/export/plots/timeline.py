"""A timeline as a picture: one row a line, in order, at the time that it states.

A point is a day; a line through it spans the days on which the time may lie, a year for a year.
The shape of the point says what the time is, its fill and line how the statement stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from matplotlib.dates import DAILY, MONTHLY, YEARLY, AutoDateFormatter, AutoDateLocator, date2num
from matplotlib.lines import Line2D

from finkg.errors import Text
from finkg.export.plots import NothingToDraw
from finkg.export.plots.looks import INK, LOOKS, MARKERS, PAPER, Look
from finkg.export.plots.placed import ACCEPTED, Placed, placed
from finkg.export.plots.sheet import LABEL, Entry, Sheet, Words, height, own_style
from finkg.export.plots.wrapping import drawable
from finkg.vocabulary import fk

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from finkg.catalogue.answer import Answer
    from finkg.export.plots.figure import Plot

_WIDTH: Final = 11.5
_ITS_OWN: Final = Text("所述的时间", "the time that is stated")
_WITHIN: Final = Text("时间在此段之内", "at some time within the line")
_CUT: Final = Text(
    "共 {all} 行，画出最先的 {drawn} 行；可只画一个实体，或用 limit、--max-rows 放宽。",
    "The first {drawn} of {all} rows are drawn; ask for one entity, or raise limit, --max-rows.",
)
_UNREADABLE: Final = Text(
    "{count} 行的时间无法读取，未画出。", "{count} rows whose time cannot be read are not drawn."
)
#: Between a point and its words, and above the words of a row.
_BESIDE: Final = 0.14
_PADDING: Final = 0.07
_MOST_LINES: Final = 4
#: Of a picture across: at least a year, and a little beside the first and the last.
_LEAST_DAYS: Final = 365.0
_BEYOND: Final = 0.03
_POINT: Final = 7.0


class _Line(NamedTuple):
    """A row as it is drawn: its words in lines, on the right of the point or on the left."""

    row: Placed
    lines: list[str]
    right: bool

    @property
    def height(self) -> float:
        return height(len(self.lines), LABEL) + _PADDING


def timeline(answer: Answer, words: Words, limit: int | None = None) -> Plot:
    """The first `limit` rows of a timeline, all without one; what is not drawn is told.

    Raises NothingToDraw, NoFont.
    """
    found = [*placed(answer, words.lang)]
    readable = [row._replace(words=drawable(row.words)) for row in found if row]
    rows = readable[:limit]
    if not rows:
        raise NothingToDraw(words.title)
    counted = _notes(len(found), len(readable), len(rows), words)
    told = words._replace(notes=(*counted, *words.notes))
    legend = [*_legend(answer, rows, words.lang)]
    labels = [row.words for row in rows] + [meaning for _, meaning in legend]
    with own_style():
        return _drawn(rows, Sheet(told, labels, _WIDTH), legend)


def _notes(found: int, readable: int, drawn: int, words: Words) -> Iterator[str]:
    if drawn < readable:
        yield _CUT.in_language(words.lang).format(all=readable, drawn=drawn)
    if readable < found:
        yield _UNREADABLE.in_language(words.lang).format(count=found - readable)


def _drawn(rows: Sequence[Placed], sheet: Sheet, legend: list[Entry]) -> Plot:
    first, last = limits(rows)
    scale = sheet.inner_width / (last - first)
    lines = [_line(row, sheet, first, last, scale) for row in rows]
    body = sum(line.height for line in lines) + _PADDING
    plot, axes = sheet.axes(body, legend, above=True)
    axes.set_xlim(first, last)
    axes.set_ylim(body, 0)
    axes.set_yticks([])
    _dates(axes)
    sheet.grid(axes, "x")
    down = _PADDING / 2
    for place, line in enumerate(lines):
        _draw(axes, line, down + line.height / 2, f"row-{place}")
        _say(axes, line, down + line.height / 2, sheet)
        down += line.height
    return plot


def limits(rows: Sequence[Placed]) -> tuple[float, float]:
    """The first and the last day of the axis, as matplotlib counts them."""
    first = min(day_number(row.time.earliest) for row in rows)
    last = max(day_number(row.time.latest) for row in rows)
    beyond = max((last - first) * _BEYOND, (_LEAST_DAYS - (last - first)) / 2)
    # The calendar that matplotlib reckons with ends where Python's does.
    least, most = day_number(date.min) + 1, day_number(date.max) - 1
    return max(first - beyond, least), min(last + beyond, most)


def day_number(day: date) -> float:
    """A day as matplotlib counts days."""
    return float(date2num(day))


def _line(row: Placed, sheet: Sheet, first: float, last: float, scale: float) -> _Line:
    """A row's words on the right where they fit in one line, else on the roomier side."""
    before = (day_number(row.time.earliest) - first) * scale - _BESIDE
    after = (last - day_number(row.time.latest)) * scale - _BESIDE
    right = sheet.type.width(row.words, LABEL) <= after or after >= before
    room = max(after if right else before, sheet.inner_width / 4)
    return _Line(row, sheet.type.lines(row.words, room, LABEL, most=_MOST_LINES), right)


def _dates(axes: Axes) -> None:
    locator = AutoDateLocator(minticks=4, maxticks={YEARLY: 16, MONTHLY: 9, DAILY: 8})
    formatter = AutoDateFormatter(locator)
    # In figures, which are read in every language.
    formatter.scaled = {365.0: "%Y", 27.0: "%Y-%m", 1.0: "%Y-%m-%d"}
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(formatter)
    axes.tick_params(axis="x", labeltop=True)


def _draw(axes: Axes, line: _Line, down: float, name: str) -> None:
    """The days on which the time may lie, and its point in their middle."""
    time, part, standing, _ = line.row
    first, last = day_number(time.earliest), day_number(time.latest)
    look = LOOKS.get(standing, LOOKS[ACCEPTED])
    if first < last:
        across = Line2D([first, last], [down, down], **_span(look))
        across.set_gid(f"{name}-span")
        axes.add_line(across)
    for place, point in enumerate(_points(look, part)):
        marker = Line2D([(first + last) / 2], [down], **point)
        marker.set_gid(name if place == 0 else f"{name}-crossed")
        axes.add_line(marker)


def _say(axes: Axes, line: _Line, down: float, sheet: Sheet) -> None:
    time = line.row.time
    edge = day_number(time.latest if line.right else time.earliest)
    axes.annotate(
        "\n".join(line.lines),
        (edge, down),
        (_BESIDE * 72 * (1 if line.right else -1), 0),
        textcoords="offset points",
        ha="left" if line.right else "right",
        va="center",
        multialignment="left" if line.right else "right",
        linespacing=1.3,
        color=INK,
        fontproperties=sheet.type.font(LABEL),
        parse_math=False,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.0},
    )


def _span(look: Look) -> dict[str, Any]:
    return {
        "color": look.colour,
        "linewidth": 1.8,
        "linestyle": look.line,
        "zorder": 3,
    }


def _points(look: Look, part: str) -> Iterator[dict[str, Any]]:
    """What is drawn for a point, one thing over the other."""
    point = {
        "linestyle": "none",
        "marker": MARKERS.get(part, MARKERS[""]),
        "markersize": _POINT + 2 * look.crossed,
        "markeredgewidth": 1.1 if look.crossed else 1.4,
        "markeredgecolor": look.colour,
        "markerfacecolor": look.colour if look.fill != "none" else PAPER,
        "fillstyle": look.fill if look.fill != "none" else "full",
        "markerfacecoloralt": PAPER,
        "zorder": 4,
    }
    yield point
    if look.crossed:
        yield point | {"marker": "x", "markersize": _POINT - 3, "zorder": 5}


def _legend(answer: Answer, rows: Sequence[Placed], lang: str) -> Iterator[Entry]:
    """What each look and each marker means that is drawn, in the ontology's own words."""
    for standing, look in LOOKS.items():
        if any(row.standing == standing for row in rows):
            points = tuple(Line2D([], [], **point) for point in _points(look, ""))
            yield points, answer.text(fk(standing), lang)
    parts = [part for part in MARKERS if any(row.part == part for row in rows)]
    # One kind of time needs no telling apart.
    for part in parts if len(parts) > 1 else ():
        point = Line2D([], [], **next(_points(Look(INK, "none", "-"), part)))
        yield point, answer.text(fk(part), lang) if part else _ITS_OWN.in_language(lang)
    if any(row.time.days > 1 for row in rows):
        look = Look(INK, "none", "-")
        across = next(_points(look, "")) | {"linestyle": "-", "linewidth": 1.8, "color": INK}
        yield Line2D([], [], **across), _WITHIN.in_language(lang)
