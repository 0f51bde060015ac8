"""The layouts of the picture: organic, as a derivation, along time."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from .conftest import Open, Opened

PLACES = "() => Object.fromEntries(finkg.inSight().map(id => [id, finkg.place(id)]))"


def laid(view: Opened, layout: str) -> dict[str, Any]:
    view.page.click(f"#layouts [data-layout={layout}]")
    view.settle()
    return dict(view.do(PLACES))


def test_a_derivation_has_a_column_for_each_kind_of_thing(open_page: Open) -> None:
    """Regulators stand left of what they lay down, that of products, those of companies."""
    view = open_page("packaged")
    places = laid(view, "derivation")
    columns = view.do("() => finkg.columns()")
    assert [it["name"] for it in columns] == ["regulator", "cause", "product", "company"]
    assert sorted(name for it in columns for name in it["ids"]) == sorted(places)
    for left, right in pairwise(columns):
        rightmost = max(places[name]["x"] for name in left["ids"])
        assert rightmost < min(places[name]["x"] for name in right["ids"])


def test_no_two_nodes_stand_on_each_other(open_page: Open) -> None:
    """Whatever the layout, each node has room for its shape."""
    view = open_page("packaged")
    for layout in ("derivation", "lanes"):
        places = [*laid(view, layout).values()]
        assert all(
            abs(one["x"] - other["x"]) > 20 or abs(one["y"] - other["y"]) > 20
            for at, one in enumerate(places)
            for other in places[:at]
        )


def test_time_runs_from_left_to_right(open_page: Open) -> None:
    """Nodes stand by the earliest day told of them; what has none stands left of the others."""
    view = open_page("packaged")
    places = laid(view, "lanes")
    days = {name: view.do("(id) => finkg.day(id)", name) for name in places}
    dated = sorted((day["time"], places[name]["x"]) for name, day in days.items() if day)
    assert [x for _, x in dated] == sorted(x for _, x in dated)
    undated = [places[name]["x"] for name, day in days.items() if not day]
    assert undated
    assert max(undated) < dated[0][1]
    assert days["webank"]["text"].startswith("2014")


def test_each_kind_has_its_lane(open_page: Open) -> None:
    """Kinds stand in the order of the legend, no node in the lane of another kind."""
    view = open_page("packaged")
    places = laid(view, "lanes")
    kinds = view.do("() => Object.fromEntries(finkg.nodes().map(({ id, kind }) => [id, kind]))")
    lanes = view.do("() => finkg.lanes()")
    heights: dict[str, list[float]] = {kind: [] for kind in lanes}
    for name, place in places.items():
        heights[kinds[name]].append(place["y"])
    for upper, lower in pairwise(lanes):
        assert max(heights[upper]) < min(heights[lower])


def test_a_doubtful_day_is_used_only_where_no_other_is_told(open_page: Open) -> None:
    """A node with a sound day stands by it; one with a doubtful day only is marked and counted."""
    view = open_page("packaged")
    view.do("() => finkg.openEvidence()")
    days = view.do("() => finkg.nodes().map(({ id }) => [id, finkg.day(id)]).filter(it => it[1])")
    doubtful = [name for name, day in days if day["doubtful"]]
    assert 0 < len(doubtful) < len(days) / 4
    view.do(
        "(id) => finkg.change({ offLayers: new Set(), selected: id, added: [id] })", doubtful[0]
    )
    laid(view, "lanes")
    assert "虚线圈" in view.page.locator("#cut").inner_text()


def test_pins_hold_in_the_organic_layout(open_page: Open) -> None:
    """A layout puts every node where it belongs; back in the organic one, a pinned node is where it
    was put, and all others where they were."""
    view = open_page("packaged")
    view.do("() => finkg.pin('huabei', { x: 700, y: -300 })")
    view.page.click("#fit")
    view.settle()
    before = view.do("() => finkg.inSight().map(id => finkg.place(id).x - finkg.place('webank').x)")
    laid(view, "derivation")
    view.do("() => finkg.pin('jiebei', { x: 0, y: 0 })")
    assert view.do("() => [...finkg.state.pins.keys()]") == ["huabei"]
    laid(view, "organic")
    after = view.do("() => finkg.inSight().map(id => finkg.place(id).x - finkg.place('webank').x)")
    assert max(abs(a - b) for a, b in zip(before, after, strict=True)) < 0.5


def test_the_layout_is_kept_and_taken_back(open_page: Open) -> None:
    """It is a step that can be undone, and stands in the address; another name for one does not."""
    view = open_page("packaged")
    laid(view, "lanes")
    again = open_page("packaged", view.do("() => location.hash"))
    again.settle()
    assert again.do("() => finkg.lanes()") == view.do("() => finkg.lanes()") != []
    view.page.click("#undo")
    assert view.do("() => finkg.state.layout") == "organic"
    assert open_page("packaged", "#layout=spiral").do("() => finkg.state.layout") == "organic"


def test_the_layout_says_when_it_does_not_fit(open_page: Open) -> None:
    """Where nodes lie beyond the frame, that is said, with their number, in either language."""
    view = open_page("packaged", "", {"width": 900, "height": 500})
    laid(view, "lanes")
    assert "一屏放不下" in view.page.locator("#cut").inner_text()
    view.do("() => finkg.change({ lang: 'en' })")
    assert "Not all 50 nodes fit" in view.page.locator("#cut").inner_text()
    laid(view, "organic")
    assert view.page.locator("#cut").is_hidden()


def test_a_layout_comes_to_rest_at_once(open_page: Open) -> None:
    """Half a second after the last choice nothing moves."""
    view = open_page("packaged")
    for layout in ("derivation", "lanes", "organic"):
        laid(view, layout)
        view.page.wait_for_timeout(500)
        before = view.do(PLACES)
        view.page.wait_for_timeout(300)
        assert view.do(PLACES) == before
