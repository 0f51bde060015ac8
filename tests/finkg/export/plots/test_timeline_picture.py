"""A timeline as a picture shows every row of the answer where its time lies, and how it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from matplotlib.colors import to_hex
from matplotlib.dates import date2num
from pyoxigraph import Literal

from finkg.errors import UnknownName
from finkg.evidence.moment import Moment
from finkg.export.plots import NothingToDraw
from finkg.export.plots.looks import LOOKS, PAPER
from finkg.export.plots.sheet import Words
from finkg.export.plots.timeline import timeline
from finkg.vocabulary import fk, local_name

from .pictures import all_said, out_of_sight, overlapping, points, said, with_cells, year

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer
    from finkg.errors import Language
    from finkg.export.plots.figure import Plot
    from finkg.graph import KnowledgeGraph

every_language = pytest.mark.parametrize("lang", ["zh", "en"])
some_timelines = pytest.mark.parametrize("about", [None, "蚂蚁集团", "余额宝"])
LONG = "货币市场基金" * 500


Drawn = Callable[..., "Plot"]


@pytest.fixture(scope="module")
def picture(kg: KnowledgeGraph) -> Drawn:
    """Each timeline drawn once, for those who only look."""
    return cache(lambda about=None, lang="zh": kg.plot.timeline(about, lang))


def drawn(answer: Answer, lang: Language = "en") -> Plot:
    return timeline(answer, Words(answer.title, (), "", lang))


def times(answer: Answer) -> list[Moment]:
    found = [Moment.from_literal(row[0]) for row in answer.rows if isinstance(row[0], Literal)]
    return [time for time in found if time]


@some_timelines
def test_every_row_stands_at_its_time(
    kg: KnowledgeGraph, picture: Drawn, about: str | None
) -> None:
    """In the order of the answer: a point in the middle of the days on which its time may lie, and
    a line through them if there is more than one."""
    plot = picture(about)
    expected = times(kg.timeline(about))
    spans = [[date2num(t.earliest), date2num(t.latest)] for t in expected]
    assert [[*point.get_xdata()] for point in points(plot)] == [[sum(s) / 2] for s in spans]
    lines = [[*line.get_xdata()] for line in points(plot, "-span")]
    assert lines == [span for span in spans if span[0] < span[1]]
    heights = [point.get_ydata()[0] for point in points(plot)]
    assert heights == sorted(set(heights))
    assert len(heights) == len(kg.timeline(about))


@every_language
@some_timelines
def test_every_row_is_said(
    kg: KnowledgeGraph, picture: Drawn, about: str | None, lang: Language
) -> None:
    """Subject and value beside its point; so is how it stands, if it is not accepted."""
    words = [text.get_text() for text in picture(about, lang).axes[0].texts]
    answer = kg.timeline(about)
    assert len(words) == len(answer)
    for row, beside in zip(answer.rows, words, strict=True):
        told = "".join(beside.split())
        cells = [row[2], row[4], *([row[5]] if row[5] != fk("Accepted") else [])]
        assert all("".join(answer.text(cell, lang).split()) in told for cell in cells)


def test_standings_look_different(kg: KnowledgeGraph, picture: Drawn) -> None:
    """The doubtful is hollow, what lost a dispute is crossed out, the accepted is neither."""
    plot, answer = picture("蚂蚁集团"), kg.timeline("蚂蚁集团")
    standings = [local_name(row[5]) for row in answer.rows]  # type: ignore[arg-type]
    assert {*standings} == {"Accepted", "Doubtful", "Outranked"}
    for place, (standing, point) in enumerate(zip(standings, points(plot), strict=True)):
        look = LOOKS[standing]
        assert to_hex(point.get_markeredgecolor()) == look.colour
        assert (to_hex(point.get_markerfacecolor()) == PAPER) == (standing != "Accepted")
        crossed = [n for n in plot.axes[0].lines if n.get_gid() == f"row-{place}-crossed"]
        assert len(crossed) == (standing == "Outranked")


def test_what_is_not_known_to_hold_looks_so(kg: KnowledgeGraph, own_cache: None) -> None:
    """As of a day, beside what surely holds on it."""
    early = kg.as_of("2019-01-01")
    plot, answer = early.plot.timeline("蚂蚁集团"), early.timeline("蚂蚁集团")
    unknown = [row[5] == fk("TimeUnknown") for row in answer.rows]
    assert [point.get_fillstyle() == "left" for point in points(plot)] == unknown
    assert any(unknown)


@every_language
def test_the_legend_has_what_is_drawn(kg: KnowledgeGraph, picture: Drawn, lang: Language) -> None:
    """No look without a meaning, no meaning without a look."""
    answer = kg.timeline("余额宝")
    legend = picture("余额宝", lang).legends[0]
    meanings = [text.get_text() for text in legend.get_texts()]
    cells = {cell for row in answer.rows for cell in (row[1], row[5]) if cell}
    assert {answer.text(cell, lang) for cell in cells} < {*meanings}
    # Beside them the time that is a value, and a time that is longer than a day.
    assert len(meanings) == len(cells) + 2


def test_events_without_a_time_are_named(kg: KnowledgeGraph, picture: Drawn) -> None:
    """Every event and document of the graph stands in the timeline or below it."""
    plot = picture(None, "en")
    things = kg.select(
        "SELECT DISTINCT ?x { VALUES ?c { fk:Event fk:PolicyDocument } ?x a/rdfs:subClassOf* ?c }"
    )
    subjects = {row[2] for row in kg.timeline().rows}
    undated = [things.text(row[0], "en") for row in things.rows if row[0] not in subjects]
    assert undated
    note = next(text for text in said(plot) if text.startswith("Events and documents"))
    assert f"({len(undated)})" in note
    named = ["".join(name.split()) in all_said(plot) for name in undated]
    # Eight are named, and dots say that there are more.
    assert sum(named) == min(len(undated), 8)
    assert ("…" in all_said(plot)) == (len(undated) > 8)


def test_statements_without_a_time_are_counted(kg: KnowledgeGraph, picture: Drawn) -> None:
    """Those about the entity that the timeline does not have."""
    claims = kg.select(
        "SELECT DISTINCT ?s ?p ?o { GRAPH layer:claims { ?c fk:claimSubject ?s ; "
        "fk:claimProperty ?p ; fk:claimValue ?o ; fk:standing ?st "
        "FILTER (?st NOT IN (fk:Deprecated, fk:OpinionStanding, fk:NotHolding)) "
        "FILTER (id:yuebao IN (?s, ?o)) } }"
    )
    shown = {(row[2], row[3], row[4]) for row in kg.timeline("余额宝").rows}
    left = {row for row in claims.rows if row not in shown}
    assert f"{len(left)} more statements" in " ".join(said(picture("余额宝", "en")))


@every_language
def test_rows_beyond_the_limit_are_counted(
    kg: KnowledgeGraph, picture: Drawn, lang: Language
) -> None:
    """The first are drawn, and how many there are is said."""
    plot = kg.plot.timeline(lang=lang, limit=5)
    assert len(points(plot)) == 5
    assert str(len(kg.timeline())) in all_said(plot)
    assert not any("--max-rows" in text for text in said(picture(None, lang)))


@every_language
def test_a_time_that_cannot_be_read_is_counted(kg: KnowledgeGraph, lang: Language) -> None:
    """It has no place, and is not dropped silently."""
    answer = with_cells(kg.timeline("余额宝"), when=Literal("soon"))
    plot = drawn(answer, lang)
    assert len(points(plot)) == len(answer) - 1
    assert any(text.startswith(("1 行", "1 rows")) for text in said(plot))


@every_language
@some_timelines
def test_no_words_are_cut_or_covered(picture: Drawn, about: str | None, lang: Language) -> None:
    """Title, legend, years, rows, notes and source are all wholly seen."""
    plot = picture(about, lang)
    assert out_of_sight(plot) == []
    assert overlapping(plot) == []


@pytest.mark.parametrize("when", [["0001", "9999"], ["2020-02-29"], ["2011-Q1"], ["1899-12"]])
def test_any_time_of_the_calendar_has_a_place(kg: KnowledgeGraph, when: list[str]) -> None:
    """From the first year to the last, and one day alone."""
    answer = kg.timeline("余额宝")
    rows = tuple((year(text), *answer.rows[0][1:]) for text in when)
    plot = drawn(replace(answer, rows=rows))
    plot.rendered("png")
    first, last = plot.axes[0].get_xlim()
    middles = [point.get_xdata()[0] for point in points(plot)]
    assert all(first < middle < last for middle in middles)
    assert last - first >= 365
    assert overlapping(plot) == []


@pytest.mark.parametrize("words", ["$x^2$ 和 $y", r"\alpha $", "a\n\tb\x00\u202ec", "<&>--", LONG])
def test_words_are_drawn_as_they_are(kg: KnowledgeGraph, words: str) -> None:
    """No formula is made of them; what has no glyph is left out; the longest end with dots."""
    answer = with_cells(kg.timeline("余额宝"), value=Literal(words))
    plot = drawn(answer)
    shown = "".join(plot.axes[0].texts[0].get_text().split())
    expected = "".join(words.replace("\x00", "").replace("\u202e", "").split())
    assert expected in shown or (words == LONG and shown.endswith("…"))
    assert not any(text.get_parse_math() for text in plot.axes[0].texts)
    assert plot.rendered("svg")
    assert overlapping(plot) == []


def test_what_is_not_there_is_said(kg: KnowledgeGraph) -> None:
    """An entity that nobody knows, and one without a dated statement."""
    with pytest.raises(UnknownName):
        kg.plot.timeline("没有这个实体")
    undated = next(
        name
        for row in kg.select("SELECT ?x { ?x a fk:Challenge } ORDER BY ?x").rows
        if not len(kg.timeline(name := local_name(row[0])))  # type: ignore[arg-type]
    )
    with pytest.raises(NothingToDraw) as caught:
        kg.plot.timeline(undated)
    for lang in ("zh", "en"):
        assert kg.names.label(kg.entity(undated), lang) in caught.value.message(lang)


@every_language
def test_it_says_what_it_is_of(kg: KnowledgeGraph, own_cache: None, lang: Language) -> None:
    """Title, graph, day, what is asked of the graph, and the command for the same as a table."""
    plot = kg.plot.timeline("余额宝", lang)
    name = kg.names.label(kg.entity("余额宝"), lang)
    assert plot.texts[0].get_text().endswith(name)
    for told in (kg.title.in_language(lang), str(kg.day), "finkg timeline yuebao"):
        assert "".join(told.split()) in all_said(plot)
    other = kg.without("internet-finance-cases").as_of(date(2020, 1, 1), possible=True)
    words = all_said(other.plot.timeline("余额宝", lang))
    assert "2020-01-01" in words
    assert "internet-finance-cases" in words
    assert ("可能成立" if lang == "zh" else "mayhaveheld") in words
