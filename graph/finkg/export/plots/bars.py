"""Numbers of things as a picture: of each row of an answer one bar for each number in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator
from pyoxigraph import Literal, NamedNode

from finkg.errors import Text
from finkg.export.plots import NothingToDraw
from finkg.export.plots.looks import BARS, INK, PAPER, Bars
from finkg.export.plots.placed import ACCEPTED
from finkg.export.plots.sheet import LABEL, Entry, Sheet, Words, height, own_style
from finkg.export.plots.wrapping import drawable
from finkg.vocabulary import fk

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from finkg.catalogue.answer import Answer, Row
    from finkg.export.plots.figure import Plot

#: The column that says of each row whether it is sure, where an answer has one.
_HOLDS: Final = "holds"
_CUT: Final = Text(
    "共 {all} 行，画出最先的 {drawn} 行；用 limit、--max-rows 放宽。",
    "The first {drawn} of {all} rows are drawn; more with limit, --max-rows.",
)
_NO_YEAR: Final = Text("年份不详的：{told}", "Of an unknown year: {told}")
_WIDTH: Final = 9.0
_WIDEST: Final = 16.0
#: Of two bars and the gap to the next, and of labels beside them.
_GROUP: Final = 0.6
_LABELS: Final = 2.8
_THICK: Final = 0.38
_BODY: Final = 3.6
#: Years up to which each has its own label, and each bar its number.
_MANY_YEARS: Final = 30


class Group(NamedTuple):
    """A row: its label, its numbers, and whether it is sure."""

    label: str
    numbers: tuple[int, ...]
    sure: bool


def groups(answer: Answer, lang: str) -> list[Group]:
    """The rows of an answer of a label and numbers."""
    names = [column.name for column in answer.columns]
    holds = names.index(_HOLDS) if _HOLDS in names else len(names)
    return [_group(answer, row, holds, lang) for row in answer.rows]


def _group(answer: Answer, row: Row, holds: int, lang: str) -> Group:
    label = drawable(answer.text(row[0], lang))
    numbers = tuple(int(cell.value) for cell in row[1:holds] if isinstance(cell, Literal))
    sure = holds == len(row) or row[holds] == fk(ACCEPTED)
    return Group(label, numbers, sure)


def exposure(answer: Answer, words: Words, limit: int | None = None) -> Plot:
    """Bars across, a company above the other in the order of the answer.

    Raises NothingToDraw, NoFont.
    """
    found = groups(answer, words.lang)
    drawn = found[:limit]
    if not drawn:
        raise NothingToDraw(answer.title)
    if len(drawn) < len(found):
        cut = _CUT.in_language(words.lang).format(all=len(found), drawn=len(drawn))
        words = words._replace(notes=(cut, *words.notes))
    with own_style():
        legend = [*_legend(answer, drawn, words.lang)]
        sheet = Sheet(words, [*_labels(drawn, legend)], _WIDTH)
        return _across(drawn, sheet, legend)


def years(answer: Answer, words: Words) -> Plot:
    """Bars upward, on an axis of all years from the first to the last; a row of no year is told.

    Raises NothingToDraw, NoFont.
    """
    found = groups(answer, words.lang)
    dated = {int(group.label): group for group in found if group.label.isdecimal()}
    if not dated:
        raise NothingToDraw(answer.title)
    undated = [group for group in found if not group.label.isdecimal()]
    notes = [_of_no_year(answer, group, words.lang) for group in undated]
    words = words._replace(notes=(*notes, *words.notes))
    with own_style():
        legend = [*_legend(answer, [*dated.values()], words.lang)]
        many = max(dated) - min(dated) + 1
        width = min(max(_WIDTH, many * 0.5 + 1), _WIDEST)
        sheet = Sheet(words, [*_labels([*dated.values()], legend)], width)
        return _upward(dated, sheet, legend)


def _of_no_year(answer: Answer, group: Group, lang: str) -> str:
    comma, colon = ("，", "：") if lang == "zh" else (", ", ": ")
    headings = (column.label.in_language(lang) for column in answer.columns[1:])
    told = (f"{heading}{colon}{number}" for heading, number in zip(headings, group.numbers))  # noqa: B905
    return _NO_YEAR.in_language(lang).format(told=comma.join(told))


def _labels(drawn: Sequence[Group], legend: Sequence[Entry]) -> Iterator[str]:
    yield from (group.label for group in drawn)
    yield from (meaning for _, meaning in legend)
    yield "?"


def _across(drawn: Sequence[Group], sheet: Sheet, legend: list[Entry]) -> Plot:
    labels = [sheet.type.lines(group.label, _LABELS, LABEL, most=3) for group in drawn]
    widest = max(sheet.type.width(line, LABEL) for lines in labels for line in lines)
    heights = [max(_GROUP, height(len(lines), LABEL) + 0.1) for lines in labels]
    plot, axes = sheet.axes(sum(heights), legend, left=widest + 0.1)
    places, down = [], 0.0
    for each in heights:
        places.append(down + each / 2)
        down += each
    thick = _THICK * _GROUP
    for place, group in zip(places, drawn, strict=True):
        for series, number in enumerate(group.numbers):
            middle = place + (series - (len(group.numbers) - 1) / 2) * thick
            axes.barh(middle, number, thick, **_look(BARS[series], group.sure))
            _number(axes, sheet, group, number, (number, middle), (4, 0))
    axes.set_ylim(down, 0)
    axes.set_yticks(
        places,
        ["\n".join(lines) for lines in labels],
        fontproperties=sheet.type.font(LABEL),
        parse_math=False,
    )
    axes.set_xlim(0, 1.08 * max(1, *(max(group.numbers) for group in drawn)))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    sheet.grid(axes, "x")
    return plot


def _upward(dated: dict[int, Group], sheet: Sheet, legend: list[Entry]) -> Plot:
    first, last = min(dated), max(dated)
    plot, axes = sheet.axes(_BODY, legend, left=0.25)
    many = last - first + 1 > _MANY_YEARS
    for year, group in dated.items():
        for series, number in enumerate(group.numbers):
            middle = year + (series - (len(group.numbers) - 1) / 2) * _THICK
            axes.bar(middle, number, _THICK, **_look(BARS[series], group.sure))
            if not many:
                _number(axes, sheet, group, number, (middle, number), (0, 3))
    axes.set_xlim(first - 0.6, last + 0.6)
    axes.set_ylim(0, 1.12 * max(1, *(max(group.numbers) for group in dated.values())))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    if not many:
        axes.set_xticks(range(first, last + 1))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    sheet.grid(axes, "y")
    return plot


def _look(bars: Bars, sure: bool) -> dict[str, Any]:
    """A bar that is not sure is an outline."""
    return {
        "facecolor": bars.colour if sure else PAPER,
        "edgecolor": INK,
        "linewidth": 0.7,
        "linestyle": "-" if sure else "--",
        "hatch": bars.hatch,
    }


def _number(
    axes: Axes,
    sheet: Sheet,
    group: Group,
    number: int,
    place: tuple[float, float],
    beside: tuple[int, int],
) -> None:
    """The number at the end of its bar; none of nothing."""
    if number:
        axes.annotate(
            f"{number}" if group.sure else f"{number}?",
            place,
            beside,
            textcoords="offset points",
            ha="left" if beside[0] else "center",
            va="bottom" if beside[1] else "center_baseline",
            color=INK,
            fontproperties=sheet.type.font(LABEL),
        )


def _legend(answer: Answer, drawn: Sequence[Group], lang: str) -> Iterator[Entry]:
    for column, look in zip(answer.columns[1:], BARS, strict=False):
        yield Patch(**_look(look, sure=True)), column.label.in_language(lang)
    if not all(group.sure for group in drawn):
        unsure: NamedNode = fk("TimeUnknown")
        yield Patch(**_look(BARS[0], sure=False)), f"? {answer.text(unsure, lang)}"
