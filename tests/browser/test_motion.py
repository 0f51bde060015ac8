"""A picture of very many lines is moved by shortcuts, of which nothing is left once it rests."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest

from finkg.errors import Text
from finkg.view.kinds import KINDS
from finkg.view.page import render
from finkg.view.scene import Edge, Node, Relation, Scene

from .conftest import Open, Opened
from .test_picture import overlap

NODES, EDGES = 60, 800
#: From how many lines on a picture is moved by shortcuts.
MANY = 600
ZOOMS = [0.5 + 0.05 * step for step in range(11)]


def crowded() -> Scene:
    """So many lines between few nodes that to draw them takes longer than a frame."""
    dice = Random(5)
    nodes = tuple(
        Node(
            f"n{number}",
            f"https://w3id.org/finkg/id/n{number}",
            KINDS[number % len(KINDS)].id,
            Text(f"第{number}家机构", f"Institution {number}"),
        )
        for number in range(NODES)
    )
    ends = [dice.sample(range(NODES), 2) for _ in range(EDGES)]
    edges = tuple(
        Edge(f"s-{number}", f"n{a}", "r", f"n{b}", "truth", ())
        for number, (a, b) in enumerate(ends)
    )
    relations = (Relation("r", Text("关系", "relation")),)
    return Scene(Text("密图", "Crowded"), "2026-01-01", KINDS, relations, nodes, edges, ())


@pytest.fixture
def open_crowded(open_page: Open, files: dict[str, Path], tmp_path: Path) -> Callable[[], Opened]:
    """Opens the crowded picture with all of its nodes, at rest."""
    path = tmp_path / "crowded.html"
    path.write_bytes(render(crowded(), "zh").encode())

    def open_one() -> Opened:
        files["crowded"] = path
        view = open_page("crowded", "#add=" + "+".join(f"n{number}" for number in range(NODES)))
        assert len(view.do("() => finkg.edges()")) > MANY
        pause(view, 500)
        return view

    return open_one


def pause(view: Opened, milliseconds: int) -> None:
    """Waits by the page's own clock, then until what is due by then has been drawn."""
    view.do("time => new Promise(done => setTimeout(done, time))", milliseconds)
    view.settle()


def pixels(view: Opened) -> str:
    return str(view.do("() => document.querySelector('#network canvas').toDataURL()"))


def zoom(view: Opened, scales: list[float]) -> list[list[dict[str, Any]]]:
    """Shows the picture at one scale after another; the labels of each frame."""
    frames: list[list[dict[str, Any]]] = view.do(
        """async scales => {
            const frames = [];
            for (const scale of scales) {
                finkg.zoom(scale);
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                frames.push(finkg.labels());
            }
            return frames;
        }""",
        scales,
    )
    return frames


def drag(view: Opened) -> None:
    """Takes the picture by its ground, as a mouse does, some way to the lower right."""
    box = view.page.locator("#network").bounding_box()
    assert box is not None
    x, y = box["x"] + 30, box["y"] + box["height"] - 60
    view.page.mouse.move(x, y)
    view.page.mouse.down()
    view.page.mouse.move(x + 90, y + 20, steps=9)
    view.page.mouse.up()


@pytest.mark.parametrize("move", [lambda view: zoom(view, ZOOMS), drag], ids=["zoom", "drag"])
def test_at_rest_all_is_drawn_anew(
    open_crowded: Callable[[], Opened], move: Callable[[Opened], object]
) -> None:
    """What is seen at rest is what is drawn without shortcuts, and it stays as it is."""
    view = open_crowded()
    before = pixels(view)
    move(view)
    pause(view, 500)
    rested = pixels(view)
    assert rested != before
    pause(view, 500)
    assert pixels(view) == rested
    # Colours that change and change back are drawn line by line.
    view.do("() => { finkg.change({ theme: 'dark' }); }")
    view.settle()
    assert pixels(view) != rested
    view.do("() => { finkg.change({ theme: 'light' }); }")
    view.settle()
    assert pixels(view) == rested


def test_names_cover_no_other_while_the_picture_is_zoomed(
    open_crowded: Callable[[], Opened],
) -> None:
    """In motion as at rest, where those that found room come, too."""
    view = open_crowded()
    zoom(view, [0.3])
    pause(view, 500)
    frames = zoom(view, ZOOMS)
    for labels in frames:
        assert labels
        assert [pair for pair in combinations(labels, 2) if overlap(*pair)] == []
    pause(view, 500)
    rested = view.labels()
    assert {label["id"] for label in frames[-1]} <= set(rested)
    assert len(rested) > len(frames[0])
    assert [pair for pair in combinations(rested.values(), 2) if overlap(*pair)] == []
