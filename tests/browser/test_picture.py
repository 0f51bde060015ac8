"""The first picture is legible, and tells kinds and layers apart."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from finkg.view.kinds import KINDS

from .conftest import Open


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(
        one["left"] < other["left"] + other["width"]
        and other["left"] < one["left"] + one["width"]
        and one["top"] < other["top"] + other["height"]
        and other["top"] < one["top"] + one["height"]
    )


@pytest.mark.parametrize(
    ("lang", "names"),
    [("zh", ["蚂蚁集团", "陆金所", "微众银行"]), ("en", ["Ant Group", "Lufax", "WeBank"])],
)
def test_the_three_cases_stand_on_the_canvas(open_page: Open, lang: str, names: list[str]) -> None:
    """The three companies of the article are named in the first picture, in either language."""
    labels = open_page(address=f"#lang={lang}").labels()
    assert ["".join(labels[name]["lines"]) for name in ("ant-group", "lufax", "webank")] == names


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_labels_are_legible_and_do_not_collide(open_page: Open, lang: str) -> None:
    """At 1440 by 900 every label has at least 11 pixels, covers no other and is not cut."""
    view = open_page(address=f"#lang={lang}")
    labels = list(view.labels().values())
    assert len(labels) >= 0.9 * len(view.do("() => finkg.inSight()"))
    assert min(label["size"] for label in labels) >= 11
    assert [pair for pair in combinations(labels, 2) if overlap(*pair)] == []
    assert max(len(label["lines"]) for label in labels) <= 3


def test_labels_do_not_collide_where_room_is_scarce(open_page: Open) -> None:
    """In a small window labels give way to one another instead of shrinking or overlapping."""
    view = open_page(size={"width": 1000, "height": 560})
    labels = list(view.labels().values())
    assert 3 < len(labels) < len(view.do("() => finkg.inSight()"))
    assert min(label["size"] for label in labels) >= 11
    assert [pair for pair in combinations(labels, 2) if overlap(*pair)] == []
    assert {"ant-group", "lufax", "webank"} <= {label["id"] for label in labels}


def test_the_canvas_is_painted(open_page: Open) -> None:
    """The picture has the colours of the kinds in it: it is drawn, not only computed."""
    painted = open_page().do(
        """() => {
            const canvas = document.querySelector("#network canvas");
            const { width, height } = canvas;
            const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
            const seen = new Set();
            for (let at = 0; at < data.length; at += 4) {
                seen.add((data[at] << 16) + (data[at + 1] << 8) + data[at + 2]);
            }
            return [...seen];
        }"""
    )
    fills = {kind.id: int(kind.fill[1:], 16) for kind in KINDS}
    shown = ["company", "parent-group", "product", "technology", "regulation", "regulatory-event"]
    assert {fills[name] for name in shown} <= set(painted)


def test_opinions_are_hidden_until_asked_for(open_page: Open) -> None:
    """The picture shows what the plain view holds and what is doubtful; opinions wait."""
    view = open_page()
    assert "scenario-integration" not in view.labels()
    view.page.click("[data-layer=opinions]")
    assert "scenario-integration" in view.labels()


def test_layers_are_told_apart_by_dash_and_colour(open_page: Open) -> None:
    """Asserted, inferred, doubtful and opinion differ twice: no one depends on colour vision."""
    samples = open_page().do(
        """() => [...document.querySelectorAll("svg.line path")].map(path => {
            const { stroke, strokeDasharray } = getComputedStyle(path);
            return [stroke, strokeDasharray];
        })"""
    )
    assert [len({sample[part] for sample in samples}) for part in (0, 1)] == [4, 4]


def test_dark_is_dark(open_page: Open) -> None:
    """The dark theme changes ground and text, and keeps the picture legible."""
    view = open_page()
    view.page.click("#theme")
    ground, ink = view.do(
        "() => { const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]; }"
    )
    assert ground == "rgb(17, 22, 29)"
    assert ink == "rgb(231, 237, 244)"
    assert "ant-group" in view.labels()


def test_the_address_holds_the_view(open_page: Open) -> None:
    """The address of a view, opened elsewhere, shows the same: it can be sent to someone."""
    view = open_page()
    view.page.click("[data-kind=concept]")
    view.page.click("#language")
    view.do("() => finkg.select('huabei')")
    again = open_page(address=view.do("() => location.hash"))
    assert again.do("() => finkg.state.lang") == "en"
    assert again.panel() == view.panel()
    assert "consumer-credit" not in again.do("() => finkg.inSight()")


def test_a_foreign_address_changes_nothing_unknown(open_page: Open) -> None:
    """What an address says is taken over only where it means something."""
    view = open_page(address="#lang=xx&sel=nobody&view=why&about=nothing&without=planets")
    assert view.do("() => [finkg.state.lang, finkg.state.selected, finkg.state.view]") == [
        "zh",
        None,
        "home",
    ]
