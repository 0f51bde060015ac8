"""A source can be left out: what rests on nothing else falls, and what was concluded from it."""

from __future__ import annotations

import pytest

from finkg.graph import KnowledgeGraph
from finkg.view.scene import Scene

from .conftest import Open

_LEFT = """async (id) => {
    await finkg.leaveOut(id);
    return finkg.statements().filter(({ layer }) => layer).map(({ id }) => id);
}"""


@pytest.fixture(scope="module")
def scene(kg: KnowledgeGraph) -> Scene:
    return kg.scene()


def told(scene: Scene) -> set[tuple[str, str, str]]:
    edges = {(e.subject, e.relation, e.value) for e in scene.edges if e.layer}
    return edges | {(f.subject, f.relation, f.value.zh) for f in scene.facts if f.layer}


@pytest.mark.parametrize("source", ["internet-finance-cases", "editors"])
def test_what_falls_is_what_the_graph_without_it_lacks(
    open_page: Open, kg: KnowledgeGraph, scene: Scene, source: str
) -> None:
    """The page keeps nothing that the graph computed anew without the source has not."""
    left = set(open_page("packaged").do(_LEFT, source))
    ends = {
        s.id: (s.subject, s.relation, getattr(s.value, "zh", s.value)) for s in scene.statements
    }
    kept, anew = {ends[name] for name in left}, told(kg.without(source).scene())
    assert kept < told(scene)
    assert kept - anew == set()
    # Claims that its statements outranked come back only where all is computed anew.
    assert told(scene) & anew - kept == set()


def test_a_source_left_out_is_told_and_comes_back(open_page: Open) -> None:
    """The page says how many sources do not count and what fell; a click lets one count again."""
    view = open_page("packaged", address="#src=internet-finance-cases&lang=en")
    view.page.click("text=Leave this source out")
    view.settle()
    fell = view.do("() => finkg.counts().statements.fallen")
    assert fell > 0
    assert f"{fell} statements" in view.page.locator("#out").inner_text()
    assert "out=internet-finance-cases" in view.do("() => location.hash")
    view.page.click("text=Let this source count again")
    assert view.do("() => finkg.counts().statements.fallen") == 0
    assert not view.page.locator("#out").is_visible()


def test_an_address_leaves_sources_out(open_page: Open) -> None:
    """A view that was shared without a source opens without it."""
    view = open_page("packaged", address="#out=internet-finance-cases")
    view.settle()
    assert view.do("() => finkg.counts().statements.fallen") > 0
