"""Numbers as bars are those of the answer, and what no number counts is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle
from pyoxigraph import Literal

from finkg.errors import UnknownName
from finkg.export.plots import NothingToDraw
from finkg.export.plots.bars import exposure, years
from finkg.export.plots.looks import PAPER
from finkg.export.plots.sheet import Words
from finkg.export.plots.unplaced import beside_years
from finkg.vocabulary import XSD_INTEGER, fk

from .pictures import all_said, out_of_sight, overlapping, said, with_cells

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer
    from finkg.errors import Language
    from finkg.export.plots.figure import Plot
    from finkg.graph import KnowledgeGraph

every_language = pytest.mark.parametrize("lang", ["zh", "en"])
EXPOSURE, YEARS = "companies-by-exposure", "regulatory-events-by-year"


def bars(plot: Plot) -> list[Rectangle]:
    return [bar for bar in plot.axes[0].patches if isinstance(bar, Rectangle)]


def numbers(answer: Answer) -> list[list[int]]:
    """Of each row the cells of its second and third columns."""
    return [[int(cell.value) for cell in row[1:3] if cell] for row in answer.rows]


def words(answer: Answer, lang: Language = "en") -> Words:
    return Words(answer.title, (), "", lang)


@every_language
def test_exposure_is_that_of_the_answer(kg: KnowledgeGraph, lang: Language) -> None:
    """Companies from the top down in its order, of each one bar for each number."""
    plot, answer = kg.plot.exposure(lang=lang), kg.ask(EXPOSURE)
    axes = plot.axes[0]
    assert [bar.get_width() for bar in bars(plot)] == [n for row in numbers(answer) for n in row]
    labels = ["".join(label.get_text().split()) for label in axes.get_yticklabels()]
    assert labels == ["".join(answer.text(row[0], lang).split()) for row in answer.rows]
    bottom, top = axes.get_ylim()
    places = [bar.get_y() for bar in bars(plot)]
    assert bottom > top
    assert places == sorted(places)
    assert [t.get_text() for t in axes.texts] == [str(n) for row in numbers(answer) for n in row]


def test_exposure_of_one_company(kg: KnowledgeGraph) -> None:
    """As the question is asked with it."""
    plot, answer = kg.plot.exposure("蚂蚁集团"), kg.ask(EXPOSURE, company="蚂蚁集团")
    assert [[bar.get_width() for bar in bars(plot)]] == numbers(answer)
    assert "--companyant-group" in all_said(plot).replace("蚂蚁集团", "ant-group")


@every_language
def test_companies_beyond_the_limit_are_counted(kg: KnowledgeGraph, lang: Language) -> None:
    """The most exposed are drawn."""
    plot = kg.plot.exposure(lang=lang, limit=3)
    assert len(bars(plot)) == 2 * 3
    cut = [text for text in said(plot) if "--max-rows" in text]
    assert all(str(number) in cut[0] for number in (3, len(kg.ask(EXPOSURE))))
    assert "--max-rows" not in all_said(kg.plot.exposure(lang=lang))


@every_language
def test_years_are_those_of_the_answer(kg: KnowledgeGraph, lang: Language) -> None:
    """Each number stands at its year, and the years between have their places too."""
    plot, answer = kg.plot.regulations_by_year(lang), kg.ask(YEARS)
    found: dict[int, list[float]] = {}
    for bar in bars(plot):
        found.setdefault(round(bar.get_x() + bar.get_width() / 2), []).append(bar.get_height())
    stated = [int(row[0].value) for row in answer.rows if row[0]]
    assert found == dict(zip(stated, numbers(answer), strict=True))
    assert [*plot.axes[0].get_xticks()] == [*range(min(stated), max(stated) + 1)]


def test_every_regulation_is_counted_or_named(kg: KnowledgeGraph) -> None:
    """The bars and the note have all regulatory events and legal instruments of the graph."""
    things = kg.select(
        "SELECT DISTINCT ?x { VALUES ?c { fk:RegulatoryEvent fk:LegalInstrument }"
        " ?x a/rdfs:subClassOf* ?c }"
    )
    plot = kg.plot.regulations_by_year("en")
    counted = sum(bar.get_height() for bar in bars(plot))
    left = len(things) - int(counted)
    assert f"notimeisknown({left})" in all_said(plot)
    named = [n for row in things.rows if (n := things.text(row[0], "en"))]
    assert sum("".join(name.split()) in all_said(plot) for name in named) == left


@every_language
def test_doubtful_dates_are_told_apart_from_none(article: KnowledgeGraph, lang: Language) -> None:
    """Without the better sources the article's corrupt year is all there is of a suspension."""
    notes = beside_years(article.ask(YEARS), lang)
    name = article.names.label(article.entity("ant-ipo-suspension"), lang)
    word = {"zh": "存疑", "en": "doubtful"}[lang]
    assert [word in note for note in notes if name in note] == [True]


def test_what_is_yet_to_be_is_not_without_a_date(kg: KnowledgeGraph, own_cache: None) -> None:
    """As of a day, later events are not counted, and their time is known all the same."""
    whole, early = kg.ask(YEARS), kg.as_of("2018-01-01").ask(YEARS)
    assert len(early) < len(whole)
    assert beside_years(early, "en") == beside_years(whole, "en")


@every_language
def test_what_is_not_sure_is_an_outline(
    kg: KnowledgeGraph, own_cache: None, lang: Language
) -> None:
    """Its number has a question mark, and the legend says why."""
    possible = kg.as_of("2019-01-01", possible=True)
    for plot, answer in (
        (possible.plot.exposure(lang=lang), possible.ask(EXPOSURE)),
        (possible.plot.regulations_by_year(lang), possible.ask(YEARS)),
    ):
        unsure = [row[-1] == fk("TimeUnknown") for row in answer.rows for _ in (1, 2)]
        assert any(unsure)
        assert [to_hex(bar.get_facecolor()) == PAPER for bar in bars(plot)] == unsure
        marked = sum(text.get_text().endswith("?") for text in plot.axes[0].texts)
        uncertain = [n for row in answer.rows if row[-1] == fk("TimeUnknown") for n in row[1:3]]
        assert marked == sum(n is not None and n.value != "0" for n in uncertain)
        legend = [text.get_text() for text in plot.legends[0].get_texts()]
        assert legend[-1] == f"? {answer.text(fk('TimeUnknown'), lang)}"


@every_language
def test_a_row_of_no_year_is_told(kg: KnowledgeGraph, lang: Language) -> None:
    """Its numbers stand below."""
    number = Literal("98", datatype=XSD_INTEGER)
    answer = with_cells(kg.ask(YEARS), year=Literal(""), events=number, instruments=number)
    plot = years(answer, words(answer, lang))
    assert len(bars(plot)) == 2 * (len(answer) - 1)
    assert all_said(plot).count("98") == 2


@pytest.mark.parametrize("first", ["0001", "1000", "1950", "1985"])
def test_many_years_have_one_axis(kg: KnowledgeGraph, first: str) -> None:
    """Labels are left out before they overlap."""
    answer = with_cells(kg.ask(YEARS), year=Literal(first))
    plot = years(answer, words(answer))
    assert len(bars(plot)) == 2 * len(answer)
    assert overlapping(plot) == []


def test_large_numbers_and_long_names_have_room(kg: KnowledgeGraph) -> None:
    """Nothing overlaps and nothing is cut."""
    number = Literal("123456", datatype=XSD_INTEGER)
    answer = with_cells(kg.ask(EXPOSURE), regulations=number, company=Literal("某某集团" * 90))
    plot = exposure(answer, words(answer))
    assert overlapping(plot) == []
    assert out_of_sight(plot) == []


@every_language
def test_no_words_are_cut_or_covered(kg: KnowledgeGraph, lang: Language) -> None:
    """Of both pictures."""
    for plot in (kg.plot.exposure(lang=lang), kg.plot.regulations_by_year(lang)):
        assert out_of_sight(plot) == []
        assert overlapping(plot) == []


def test_nothing_is_not_drawn(kg: KnowledgeGraph, own_cache: None) -> None:
    """Before the first regulation there is no picture, and no error of another kind."""
    early = kg.as_of("1990-01-01")
    for draw in (early.plot.exposure, early.plot.regulations_by_year):
        with pytest.raises(NothingToDraw) as caught:
            draw()
        assert caught.value.message("zh") != caught.value.message("en")
    with pytest.raises(UnknownName):
        kg.plot.exposure("没有这家公司")


def test_an_empty_label_is_drawn(kg: KnowledgeGraph) -> None:
    """A company without a name has its bars all the same."""
    answer = replace(kg.ask(EXPOSURE), rows=((Literal(""), *kg.ask(EXPOSURE).rows[0][1:]),))
    assert len(bars(exposure(answer, words(answer)))) == 2
