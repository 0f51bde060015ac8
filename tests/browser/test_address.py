"""The address holds the whole view, so that it can be kept and sent; nothing in it does harm."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from finkg.view.page import render

from .conftest import Open, Opened
from .scene import build
from .test_holds import step
from .test_undo import condition

GARBAGE = (
    "%",
    "%E0%A4%A",
    "%00",
    "__proto__",
    "constructor",
    "-1",
    "1e309",
    "NaN",
    "x" * 2_000,
    "huabei@1e9,2",
    "huabei@99999999999999999999999,1",
    "0,0,0",
    "1,1,NaN",
    "99999999999999999,1,1.0",
    "&=&&",
    "😀",
)
KEYS = ("sel", "view", "about", "src", "at", "lang", "theme", "add", "hide", "without", "layers")
KEYS += ("from", "to", "hubs", "layout", "pins", "year", "out", "most", "table", "look")


def whole(view: Opened) -> dict[str, Any]:
    """What the address restores, with where everything stands on the screen."""
    view.settle()
    state = view.do(
        """() => ({
            lang: finkg.state.lang, theme: finkg.state.theme, source: finkg.state.source,
            year: finkg.state.year, out: [...finkg.state.out].sort(),
            places: finkg.inSight().map(id => {
                const { x, y } = finkg.place(id);
                return [id, Math.round(x / 2), Math.round(y / 2)];
            }),
        })"""
    )
    condition_ = condition(view)
    for name in ("removed", "kinds", "layers", "pins"):
        condition_[name] = sorted(condition_[name])
    return condition_ | dict(state)


@pytest.mark.parametrize("seed", range(3))
def test_the_address_brings_the_view_back(open_page: Open, seed: int) -> None:
    """After ten steps and a turn of the wheel: the same nodes, lines, places and choices."""
    view = open_page("packaged")
    chance = random.Random(seed)
    for _ in range(10):
        step(view, chance)
    if seed % 2:
        view.page.click("#language")
        view.page.click("#theme")
    if not view.do("() => finkg.state.table"):
        view.page.mouse.move(640, 400)
        view.page.mouse.wheel(0, -240)
        view.page.wait_for_timeout(300)
    address = view.do("() => location.hash")
    again = open_page("packaged", address=address)
    again.do("() => finkg.openEvidence()")
    view.do("() => finkg.openEvidence()")
    assert close(whole(again), whole(view))


def close(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """The same, but for the rounding of the places on the screen."""
    places = [{name: (x, y) for name, x, y in it.pop("places")} for it in (one, other)]
    assert one == other
    assert places[0].keys() == places[1].keys()
    far = [
        name
        for name, (x, y) in places[0].items()
        if max(abs(x - places[1][name][0]), abs(y - places[1][name][1])) > 1
    ]
    assert far == []
    return True


def test_a_source_left_out_and_a_year_come_back(open_page: Open) -> None:
    """What does not count, the day and the page of a source are in the address, too."""
    view = open_page("packaged")
    view.do("() => finkg.openEvidence()")
    source = view.do("() => finkg.sources().then(all => all[0].id)")
    view.do("(id) => finkg.leaveOut(id)", source)
    year = view.do("() => finkg.scene.years.axis.at(-3)")
    view.do("(year) => finkg.change({ year })", year)
    view.do("(id) => finkg.openSource(id)", source)
    view.settle()
    again = open_page("packaged", address=view.do("() => location.hash"))
    assert again.do("() => [finkg.state.source, finkg.state.year, ...finkg.state.out]") == [
        source,
        year,
        source,
    ]
    assert again.do("() => finkg.edges()") == view.do("() => finkg.edges()")


@pytest.mark.parametrize("garbage", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_in_the_address_is_ignored(open_page: Open, garbage: str) -> None:
    """Whatever stands at each word, the page opens and shows something."""
    view = open_page(address="#" + "&".join(f"{key}={garbage}" for key in KEYS))
    view.settle()
    if view.do("() => finkg.state.table"):
        view.page.click("#as-table")
    assert view.do("() => finkg.state.most") == 150
    finite = "() => finkg.inSight().every(id => Number.isFinite(finkg.place(id).x))"
    assert view.do(finite)
    view.do("() => finkg.select('huabei')")
    view.settle()
    assert view.page.locator("#panel h1").inner_text() == "花呗"


def test_ids_with_blanks_and_signs_come_back(
    open_page: Open, files: dict[str, Path], tmp_path: Path
) -> None:
    """Lists of the address keep ids apart, whatever is in them."""
    scene = build()
    odd = {"huabei": "a b", "yuebao": "a", "ant-group": "b@1,2 %20+&=#", "ai": "b"}

    def called(name: str) -> str:
        return odd.get(name, name)

    renamed = scene.__class__(
        scene.title,
        scene.date,
        scene.kinds,
        scene.relations,
        tuple(n._replace(id=called(n.id)) for n in scene.nodes),
        tuple(e._replace(subject=called(e.subject), value=called(e.value)) for e in scene.edges),
        scene.claims,
        tuple(f._replace(subject=called(f.subject)) for f in scene.facts),
        scene.sources,
        rules=scene.rules,
    )
    files["odd"] = tmp_path / "odd.html"
    files["odd"].write_bytes(render(renamed, "zh").encode())
    view = open_page("odd")
    view.do("() => finkg.takeOut(['a b', 'b@1,2 %20+&=#'])")
    view.do("() => finkg.pin('b', { x: 3, y: 4 })")
    again = open_page("odd", address=view.do("() => location.hash"))
    assert again.do("() => [...finkg.state.removed].sort()") == ["a b", "b@1,2 %20+&=#"]
    assert again.do("() => [...finkg.state.pins]") == [["b", {"x": 3, "y": 4}]]
    assert again.do("() => finkg.inSight()") == view.do("() => finkg.inSight()")
