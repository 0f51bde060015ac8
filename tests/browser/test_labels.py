"""The names on the canvas are set as a newspaper would set them, and stand still."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from finkg.errors import Text
from finkg.view.page import render

from .conftest import Open, Opened
from .scene import build
from .test_picture import overlap

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

SIZES: dict[str, ViewportSize] = {
    "screen": {"width": 1440, "height": 900},
    "phone": {"width": 390, "height": 844},
}
CLOSING = tuple("》」』）)】〕，。、；：！？,.;:!?%’”…")
OPENING = tuple("《「『（(【〔“‘")

#: Each with the parts that stay whole.
SET_BY_HAND = {
    "2013年6月13日余额宝上线时规模达300亿元人民币": ("2013年6月13日", "300亿元"),
    "《非银行支付机构监督管理条例》（2024年5月1日起施行）": ("2024年5月1日",),
    "监管部门就“现金贷”业务约谈PingAnPuhui平台方": ("现金贷", "PingAnPuhui"),
    "第12号公告称约75.5%的余额由合作银行出资": ("第12号", "75.5%"),
}
ENDLESS = {
    "no end": "互联网金融" * 2_000,
    "one word": "x" * 10_000,
    "right to left": "البنك المركزي الصيني يصدر لوائح جديدة للدفع عبر الإنترنت",
    "marks": "e\u0301" * 500,
    "spaces": "  a  \n b ",
}


#: Nodes of the first picture with room around them.
RENAMED = ("huabei", "jiebei", "alipay", "lufax", "webank")


def boxes(view: Opened) -> list[dict[str, Any]]:
    return list(view.labels().values())


def shapes(view: Opened) -> list[dict[str, Any]]:
    return list(view.do("() => finkg.shapes()"))


def touching(view: Opened) -> list[tuple[str, str]]:
    """Labels and the shapes that they cover a part of, be it their own."""
    return [
        (label["id"], shape["id"])
        for label in boxes(view)
        for shape in shapes(view)
        if overlap(label, shape)
    ]


def clashing(view: Opened) -> list[tuple[str, str]]:
    return [(a["id"], b["id"]) for a, b in combinations(boxes(view), 2) if overlap(a, b)]


def is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def ems(line: str) -> float:
    return sum(1 if is_wide(character) else 0.55 for character in line)


@pytest.fixture
def open_named(browser: Browser, tmp_path: Path) -> Any:
    """Opens the three cases with other names for the entities of the first picture."""
    contexts = []

    def open_one(names: list[str]) -> tuple[Opened, dict[str, str]]:
        scene = build()
        named: dict[str, str] = dict(zip(RENAMED, names, strict=False))
        nodes = (
            node._replace(label=Text(named[node.id], named[node.id])) if node.id in named else node
            for node in scene.nodes
        )
        file = tmp_path / "named.html"
        file.write_text(render(replace(scene, nodes=tuple(nodes)), "zh"), encoding="utf-8")
        context = browser.new_context(viewport=SIZES["screen"])
        contexts.append(context)
        view = Opened(context.new_page())
        view.page.on("pageerror", lambda error: view.complaints.append(str(error)))
        view.page.goto(file.as_uri())
        view.page.wait_for_function("() => window.finkg && finkg.labels().length")
        return view, named

    yield open_one
    for context in contexts:
        context.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["cases", "packaged"])
def test_the_first_picture_is_set_cleanly(open_page: Open, name: str, size: str, lang: str) -> None:
    """On a screen and on a phone no name is small, covers anything, or is cut by the frame."""
    view = open_page(name, f"#lang={lang}", SIZES[size], is_mobile=size == "phone")
    frame = view.do("() => [network.clientWidth, network.clientHeight]")
    assert min(label["size"] for label in boxes(view)) >= 11
    assert clashing(view) == []
    assert touching(view) == []
    assert max(len(label["lines"]) for label in boxes(view)) <= 3
    seen = {s["id"] for s in shapes(view) if is_within(s, frame)}
    assert [b["id"] for b in boxes(view) if b["id"] in seen and not is_within(b, frame)] == []


def is_within(box: dict[str, Any], frame: list[float]) -> bool:
    right, bottom = box["left"] + box["width"], box["top"] + box["height"]
    return bool(box["left"] >= 0 and box["top"] >= 0 and right <= frame[0] and bottom <= frame[1])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_node_of_the_first_picture_is_named(open_page: Open, lang: str) -> None:
    """Of the packaged graph no node stands without its name, in either language."""
    view = open_page("packaged", f"#lang={lang}")
    named = {label["id"] for label in boxes(view) if label["kind"] == "node"}
    assert named == set(view.do("() => finkg.inSight()"))


@pytest.mark.parametrize("size", SIZES)
def test_chinese_lines_are_balanced(open_page: Open, size: str) -> None:
    """No line of one character, none half as long as another, and brackets hold what is in them."""
    view = open_page("packaged", "#lang=zh", SIZES[size], is_mobile=size == "phone")
    broken = [label["lines"] for label in boxes(view) if len(label["lines"]) > 1]
    assert broken
    for lines in broken:
        assert min(map(ems, lines)) >= 1.5
        assert min(map(ems, lines)) >= 0.5 * max(map(ems, lines))
        assert not any(line.startswith(CLOSING) or line.endswith(OPENING) for line in lines)


def test_what_belongs_together_stays_on_one_line(open_named: Any) -> None:
    """A date, a number with its unit, a quoted word and a Latin word are never broken."""
    view, named = open_named(list(SET_BY_HAND))
    labels = view.labels()
    seen = {node: labels[node]["lines"] for node in named if node in labels}
    assert len(seen) == len(SET_BY_HAND)
    for node, lines in seen.items():
        assert "".join(lines) == named[node]
        for part in SET_BY_HAND[named[node]]:
            assert any(part in line for line in lines), (part, lines)
        assert not any(line.startswith(CLOSING) or line.endswith(OPENING) for line in lines)


def test_a_name_is_cut_only_where_three_lines_do_not_hold_it(open_named: Any) -> None:
    """A name of any length, direction or kind of character takes three lines at most."""
    view, named = open_named(list(ENDLESS.values()))
    labels = view.labels()
    by_kind = dict(zip(ENDLESS, named, strict=False))
    cut = [kind for kind, node in by_kind.items() if "…" in "".join(labels[node]["lines"])]
    assert cut == ["no end", "one word", "marks"]
    for node in by_kind.values():
        assert len(labels[node]["lines"]) <= 3
        assert labels[node]["width"] < 260
    assert labels[by_kind["spaces"]]["lines"] == ["a b"]
    assert clashing(view) == []
    assert view.complaints == []


def test_names_keep_their_sides_while_the_picture_is_dragged(open_page: Open) -> None:
    """Whoever drags the picture takes the names along, and none changes its side."""
    view = open_page("packaged")
    before = beside(view)
    box = view.page.locator("#network").bounding_box()
    assert box is not None
    x, y = box["x"] + 12, box["y"] + box["height"] - 40
    view.page.mouse.move(x, y)
    view.page.mouse.down()
    for step in range(1, 5):
        view.page.mouse.move(x + 60 * step, y - 30 * step)
        assert not changed(before, beside(view))
    view.page.mouse.up()
    assert not changed(before, beside(view))
    assert view.do("() => finkg.labels().length") > 20


def beside(view: Opened) -> dict[str, tuple[float, float, tuple[str, ...]]]:
    """Where each name stands, seen from its shape."""
    at = {shape["id"]: shape for shape in shapes(view)}
    return {
        label["id"]: (
            round(label["left"] - at[label["id"]]["left"], 3),
            round(label["top"] - at[label["id"]]["top"], 3),
            tuple(label["lines"]),
        )
        for label in boxes(view)
        if label["kind"] == "node"
    }


def changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return [name for name in before.keys() & after.keys() if before[name] != after[name]]


def test_looking_at_a_node_moves_no_name(open_page: Open) -> None:
    """What was named before stands where it stood when a selection has come and gone."""
    view = open_page("packaged")
    before = beside(view)
    view.do("() => finkg.select('ant-group')")
    view.settle()
    view.do("() => finkg.leave()")
    assert beside(view) == before


def test_relations_are_named_where_there_is_room(open_page: Open) -> None:
    """At first sight few lines are named; close to them many are, and none covers anything."""
    view = open_page("packaged")
    assert sum(label["kind"] == "edge" for label in boxes(view)) <= 3
    view.do("() => finkg.zoom(2)")
    assert sum(label["kind"] == "edge" for label in boxes(view)) >= 10
    assert clashing(view) == []
    assert touching(view) == []


def test_a_selected_relation_is_always_named(open_page: Open) -> None:
    """What one points at has its name, wherever it lies, and what it would cover gives way."""
    view = open_page("packaged")
    edges = view.do("() => finkg.edges()")
    for edge in edges[:: len(edges) // 12]:
        view.do("(id) => finkg.select(id)", edge)
        assert edge in view.labels()
        assert clashing(view) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lines_lose_nothing_of_a_name(open_page: Open, lang: str) -> None:
    """A name that is not cut reads as the graph has it, whichever lines it is broken into."""
    view = open_page("packaged", f"#lang={lang}")
    names = {node["id"]: node["label"][lang] for node in view.do("() => finkg.nodes()")}
    for label in boxes(view):
        written = "".join(label["lines"])
        if label["kind"] == "node" and "…" not in written:
            assert re.sub(r"\s", "", written) == re.sub(r"\s", "", names[label["id"]])
