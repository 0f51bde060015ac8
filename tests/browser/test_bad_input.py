"""Poor, strange and missing input: nothing is lost, and what is wrong is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from finkg.errors import Text
from finkg.view.page import render
from finkg.view.scene import Scene

from .conftest import Open, Opened
from .scene import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

    from finkg.graph import KnowledgeGraph

WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
OpenScene = Callable[..., Opened]
RIGHT_TO_LEFT = "مجموعة آنت المالية שלום"
COMBINING = "Z\u0335\u034dA\u0334\u0354L\u0320\u0368G\u0334\u033bO\u0328"
LABELS = {
    "chinese": "很长的名称" * 2_000,
    "one-word": "x" * 10_000,
    "words": "many words " * 909,
    "right-to-left": RIGHT_TO_LEFT * 400,
    "combining": COMBINING * 200,
    "no-break": "a\u00a0b\u2060" * 2_500,
    "lines": "a line of words\n" * 625,
}


@pytest.fixture
def open_scene(open_page: Open, files: dict[str, Path], tmp_path: Path) -> OpenScene:
    """Opens a page of a scene made for the test."""

    def open_one(scene: Scene, **wishes: object) -> Opened:
        files["made"] = tmp_path / "made.html"
        files["made"].write_bytes(render(scene, "zh").encode())
        return open_page("made", **wishes)

    return open_one


def sticks_out(view: Opened) -> list[str]:
    """Elements that reach beyond the window to the side, and are not cut by a box of theirs."""
    found: list[str] = view.do(
        """() => {
            const width = document.documentElement.clientWidth;
            const clipped = (it, within = document.documentElement) => {
                for (let box = it.parentElement; box && box !== within; box = box.parentElement)
                    if (getComputedStyle(box).overflowX !== "visible" &&
                        box !== document.documentElement && box !== document.body) return true;
                return false;
            };
            const out = [...document.body.querySelectorAll("*")].filter(it =>
                it.checkVisibility() && it.getBoundingClientRect().right > width + 1 &&
                !clipped(it));
            const wide = document.documentElement.scrollWidth > width ? ["the page"] : [];
            const boxes = ["panel", "table", "legend", "hits"].filter(id => {
                const it = document.getElementById(id);
                const right = it.getBoundingClientRect().left + it.clientWidth;
                return it.checkVisibility() && [...it.querySelectorAll("*")].some(part =>
                    part.getBoundingClientRect().right > right + 1 && !clipped(part, it));
            });
            return [...wide, ...boxes, ...out.map(it => it.outerHTML.slice(0, 80))];
        }"""
    )
    return found


def look_everywhere(view: Opened) -> list[str]:
    """What sticks out of the picture, the panel, the search, the table and the menu."""
    found = sticks_out(view)
    for act in (
        "() => finkg.select('ant-group')",
        "() => finkg.select('s-huabei affectedBy ant-rectification')",
        "() => finkg.why('s-huabei affectedBy ant-rectification')",
        "() => finkg.answer()",
        "() => finkg.path('huabei', null)",
        "() => finkg.path('huabei', 'yuebao')",
        "() => { finkg.leave(); finkg.change({ layout: 'derivation' }); }",
        "() => finkg.change({ layout: 'lanes' })",
        "() => finkg.overview()",
        "() => { finkg.leave(); finkg.change({ table: true }); }",
        "() => { finkg.change({ table: false }); document.getElementById('export').click(); }",
    ):
        view.do(act)
        view.settle()
        found += [f"{act}: {it}" for it in sticks_out(view)]
    return found


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", LABELS)
def test_a_very_long_label_stays_inside(
    open_scene: OpenScene, name: str, size: ViewportSize
) -> None:
    """It is whole in the panel and in the file of statements, and nothing reaches out sideways:
    not the picture's labels, not the panel, the list of the search, the table or the menu."""
    label = LABELS[name]
    scene = build()
    nodes = tuple(n._replace(label=Text(label, label), aliases=(label,)) for n in scene.nodes)
    view = open_scene(replace(scene, nodes=nodes, title=Text(label, label)), size=size)
    assert look_everywhere(view) == []
    view.page.keyboard.press("Escape")
    view.page.fill("#search", label[:3])
    view.settle()
    assert sticks_out(view) == []
    view.page.fill("#search", "")
    view.do("() => finkg.select('ant-group')")
    view.settle()
    assert view.page.locator("#panel h1").text_content() == label
    frame = view.page.locator("#network").bounding_box()
    assert frame is not None
    boxes = view.labels().values()
    assert all(len(box["lines"]) <= 6 for box in boxes)
    assert all(box["width"] <= frame["width"] for box in boxes)
    view.page.click("#export")
    with view.page.expect_download() as download:
        view.page.click("[data-export=csv]")
    assert label.strip() in Path(download.value.path()).read_text("utf-8-sig")


def test_right_to_left_and_combining_text_keep_to_themselves(open_scene: OpenScene) -> None:
    """They are drawn, found and shown; the words around them stand as they did."""
    scene = build()
    names = {"ant-group": RIGHT_TO_LEFT, "huabei": COMBINING}
    nodes = tuple(
        n._replace(label=Text(names[n.id], names[n.id])) if n.id in names else n
        for n in scene.nodes
    )
    view = open_scene(replace(scene, nodes=nodes))
    for name, label in names.items():
        assert name in view.labels()
        assert view.do("(text) => finkg.search(text)", label) == [name]
        view.do("(id) => finkg.select(id)", name)
        view.settle()
        heading = view.page.locator("#panel h1 bdi")
        assert heading.text_content() == label
    assert look_everywhere(view) == []


def test_an_empty_graph_is_said_to_be_empty(open_scene: OpenScene) -> None:
    """No node, no statement, no source: the page says so, and everything on it can be pressed."""
    scene = build()
    empty = replace(scene, nodes=(), edges=(), facts=(), claims=(), sources=(), rules=())
    view = open_scene(empty, address="#table=1")
    view.page.click("#as-table")
    counts = view.do("() => finkg.counts()")
    assert (counts["nodes"], counts["all"], sum(counts["statements"].values())) == (0, 0, 0)
    assert "没有" in view.panel() or "空" in view.panel()
    for button in ("#ask", "#fit", "#as-table", "#language", "#theme"):
        view.page.click(button)
        view.settle()
    assert re.search(r"no |empty", view.page.locator("body").inner_text(), re.I)
    view.page.fill("#search", "x")
    view.page.focus("#network")
    for key in ("ArrowRight", "Enter", "e", "c", "p", "Delete", "+", "f", "u", "r"):
        view.page.keyboard.press(key)
    for suffix in ("csv", "ttl", "jsonld", "graphml", "svg", "png"):
        view.page.click("#export")
        with view.page.expect_download() as download:
            view.page.click(f"[data-export={suffix}]")
        assert Path(download.value.path()).stat().st_size


def test_nodes_without_label_or_type_are_called_by_their_ids(open_scene: OpenScene) -> None:
    """In the picture, the panel, the table and the search nobody is without a name."""
    scene = build()
    nameless = tuple(n._replace(label=Text("", ""), aliases=(), types=()) for n in scene.nodes)
    view = open_scene(replace(scene, nodes=nameless))
    assert view.labels()["ant-group"]["lines"] == ["ant-group"]
    view.do("() => finkg.select('ant-group')")
    view.settle()
    assert view.page.locator("#panel h1").inner_text() == "ant-group"
    assert view.do("() => finkg.search('huabei')") == ["huabei"]
    view.page.click("#as-table")
    view.settle()
    empty = "all => all.filter(it => !it.textContent.trim()).map(it => it.outerHTML)"
    assert view.page.locator("#table a, #table th").evaluate_all(empty) == []


def test_a_lonely_node_stands_there(open_scene: OpenScene) -> None:
    """A graph of one node and no statement is drawn."""
    scene = build()
    view = open_scene(
        replace(scene, nodes=scene.nodes[:1], edges=(), facts=(), claims=(), sources=())
    )
    assert view.do("() => finkg.inSight()") == [scene.nodes[0].id]


def test_without_script_the_table_is_there(
    browser: Browser, files: dict[str, Path], kg: KnowledgeGraph
) -> None:
    """A browser that runs no script shows every statement with its sources, and no dead button."""
    context = browser.new_context(java_script_enabled=False, viewport=WIDE)
    page = context.new_page()
    page.goto(files["packaged"].as_uri())
    scene = kg.scene()
    rows = page.locator("noscript tr, body > table tr")
    assert rows.count() == 1 + sum(bool(it.layer) for it in scene.statements)
    assert rows.first.is_visible()
    text = page.locator("body").inner_text()
    assert [source.title for source in scene.sources if source.title not in text] == []
    assert [it for it in page.locator("button, input").all() if it.is_visible()] == []
    names = {node.label.zh for node in scene.nodes if node.degree}
    assert {name for name in names if name not in text} == set()
    context.close()
