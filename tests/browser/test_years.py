"""The slider of years shows what held on 31 December of each, and tells what it is out of."""

from __future__ import annotations

from typing import Any

import pytest

from finkg.graph import KnowledgeGraph
from finkg.view.scene import LAYERS, Scene

from .conftest import Open, Opened

_THEN = """(year) => {
    finkg.change({ year });
    return finkg.statements().map(({ id, layer }) => [id, layer ?? ""]);
}"""
#: Early, within, at the turn of most of what happened, and the last.
SOME_YEARS = (2004, 2013, 2020, 2026)


@pytest.fixture(scope="module")
def scene(kg: KnowledgeGraph) -> Scene:
    return kg.scene()


def told(scene: Scene) -> set[tuple[str, str, str, str]]:
    """Subject, relation, value and layer of each statement."""
    found = {(e.subject, e.relation, e.value, e.layer) for e in scene.edges}
    return found | {(f.subject, f.relation, f.value.zh, f.layer) for f in scene.facts}


def test_every_year_shows_where_each_statement_stands(open_page: Open, scene: Scene) -> None:
    """For each year of the axis every statement is in the page in the layer that it has then."""
    assert scene.timeline is not None
    view = open_page("packaged")
    for place, year in enumerate(scene.timeline.axis):
        wanted = {
            statement.id: (*LAYERS, "")[int(then[place])]
            for statement, then in zip(scene.statements, scene.timeline.then, strict=True)
        }
        assert dict(view.do(_THEN, year)) == wanted, year


@pytest.mark.parametrize("year", SOME_YEARS)
def test_a_year_is_the_graph_as_of_its_last_day(
    open_page: Open, kg: KnowledgeGraph, scene: Scene, year: int
) -> None:
    """What the page shows of a year is what the graph as of that day holds, unknown apart."""
    view = open_page("packaged")
    layers = dict(view.do(_THEN, year))
    statements = {statement.id: statement for statement in scene.statements}
    shown = {
        (s.subject, s.relation, getattr(s.value, "zh", s.value), layers[s.id])
        for s in statements.values()
        if layers[s.id]
    }
    assert shown == told(kg.as_of(f"{year}-12-31", possible=True).scene())


def test_the_slider_is_moved_by_keys_and_says_its_day(open_page: Open) -> None:
    """An arrow goes a year back; the day is written beside it, and a button ends it."""
    view = open_page("packaged", address="#lang=en")
    view.page.focus("#years input")
    view.page.keyboard.press("ArrowLeft")
    assert view.do("() => finkg.state.year") == 2025
    assert "As of 2025-12-31" in view.page.locator("#years").inner_text()
    assert "year=2025" in view.do("() => location.hash")
    view.page.click("#years button")
    assert view.do("() => finkg.state.year") is None


def test_what_is_not_known_of_the_day_is_drawn_apart(open_page: Open) -> None:
    """It has its own line in the legend, its own look, and is counted by itself."""
    view = open_page("packaged", address="#year=2016")
    drawn = view.do("() => finkg.edges().map(id => finkg.statement(id).layer)")
    assert drawn.count("possible") > 0
    assert view.page.locator("[data-layer=possible]").count() == 1
    before = len(drawn)
    view.page.click("[data-layer=possible]")
    left = view.do("() => finkg.edges().map(id => finkg.statement(id).layer)")
    assert "possible" not in left
    assert len(left) == before - drawn.count("possible")


def test_bars_tell_sound_from_doubtful(open_page: Open, scene: Scene) -> None:
    """Each year has a bar as high as what begins in it; doubtful dates are hatched and counted."""
    timeline = scene.timeline
    assert timeline is not None
    assert sum(timeline.doubtful) == timeline.doubted > 0
    bars = open_page("packaged").do(
        """() => [...document.querySelectorAll('#years rect[data-year]')].map(bar =>
            [bar.classList[0], Number(bar.dataset.year), Number(bar.getAttribute('height')) > 0])"""
    )
    high = {(name, year) for name, year, is_high in bars if is_high}
    sound = {("sound", y) for y, n in zip(timeline.axis, timeline.sound, strict=True) if n}
    hatched = {("doubtful", y) for y, n in zip(timeline.axis, timeline.doubtful, strict=True) if n}
    assert high == sound | hatched


def counted(view: Opened) -> dict[str, Any]:
    counts: dict[str, Any] = view.do("() => finkg.counts().statements")
    return counts


def test_what_does_not_hold_is_counted(open_page: Open, scene: Scene) -> None:
    """Drawn, in the details, not holding, switched off, elsewhere: together all statements."""
    view = open_page("packaged", address="#year=2014")
    counts = counted(view)
    assert sum(counts.values()) == len(scene.statements)
    assert counts["then"] > 0
    assert view.page.locator("#showing").inner_text().count("1,326") == 1


def test_a_graph_as_of_a_day_has_no_slider(open_page: Open) -> None:
    """Its day was chosen before; a second one would contradict it."""
    assert not open_page("day").page.locator("#years").is_visible()
