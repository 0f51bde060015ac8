"""On paper and on a phone nothing is cut, and everything can be read and pressed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import Open, Opened
from .scene import ARTICLE

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}


def pdf(view: Opened, path: Path) -> bytes:
    return view.page.pdf(
        path=path, format="A4", margin=dict.fromkeys(("left", "right", "top", "bottom"), "12mm")
    )


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", content))


def printed(view: Opened) -> None:
    """As on paper that is 186 mm wide inside its margins."""
    view.page.set_viewport_size({"width": 703, "height": 1030})
    view.page.emulate_media(media="print")
    view.settle()


def test_the_picture_is_printed_with_what_it_means(open_page: Open, tmp_path: Path) -> None:
    """Title, legend, date and how much is shown stand beside the picture, which is not cut."""
    view = open_page("packaged")
    assert pages(pdf(view, tmp_path / "picture.pdf")) >= 1
    printed(view)
    for part in ("#title", "#legend", "#showing", "#network canvas", "#paper"):
        assert view.page.locator(part).first.is_visible(), part
    assert "2026" in view.page.locator("#paper").inner_text()
    assert inside(view) == []


def test_the_table_is_printed_whole(open_page: Open, tmp_path: Path) -> None:
    """Every row is on paper, on as many sheets as it takes, with the title and the date."""
    view = open_page("packaged", address="#table=1")
    view.settle()
    rows = view.page.locator("#table tr[data-statement]").count()
    assert pages(pdf(view, tmp_path / "table.pdf")) > rows // 60
    printed(view)
    assert view.page.locator("#title").is_visible()
    assert view.page.locator("#paper").is_visible()
    assert inside(view) == []
    clipped = """() => ["table", "frame", "stage"].filter(id => {
        const it = document.getElementById(id);
        const { overflowY } = getComputedStyle(it);
        return it.scrollHeight > it.clientHeight + 2 && overflowY !== "visible";
    })"""
    assert view.do(clipped) == []
    assert view.page.locator("#table").bounding_box()["height"] > rows * 12  # type: ignore[index]


def test_a_dark_page_is_printed_on_white(open_page: Open) -> None:
    """Ink is for the letters."""
    view = open_page(address="#theme=dark&sel=huabei")
    printed(view)
    ground = view.do("() => getComputedStyle(document.body).backgroundColor")
    ink = view.do("() => getComputedStyle(document.body).color")
    assert (ground, luminance(ink) < 0.2) == ("rgb(255, 255, 255)", True)


def luminance(colour: str) -> float:
    """Of `rgb(r, g, b)`, roughly, from 0 (black) to 1 (white)."""
    return sum(map(int, re.findall(r"\d+", colour)[:3])) / 765


def inside(view: Opened) -> list[str]:
    """What reaches beyond the paper to the side."""
    found: list[str] = view.do(
        """() => [...document.body.querySelectorAll("*")].filter(it => {
            const box = it.getBoundingClientRect();
            return it.checkVisibility() && !it.closest(".unseen, .skip") && box.width &&
                (box.right > innerWidth + 1 || box.left < -1);
        }).map(it => it.outerHTML.slice(0, 100))"""
    )
    return found


ACTS = {
    "home": "() => {}",
    "node": "() => finkg.select('huabei')",
    "why": "() => finkg.why('s-huabei affectedBy ant-rectification')",
    "source": f"() => finkg.openSource('{ARTICLE}')",
    "answer": "() => finkg.answer()",
    "table": "() => finkg.change({ table: true })",
    "export": "() => document.getElementById('export').click()",
    "help": "() => document.getElementById('help').click()",
    "left-out": f"() => finkg.leaveOut('{ARTICLE}')",
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ACTS)
def test_a_phone_needs_no_scrolling_sideways(open_page: Open, name: str, lang: str) -> None:
    """At 390 pixels nothing is wider than the window, and every button can be met by a finger."""
    view = open_page(address=f"#lang={lang}", size=PHONE, has_touch=True, is_mobile=True)
    view.do(ACTS[name])
    view.settle()
    assert view.do("() => [document.documentElement.scrollWidth, innerWidth]") == [390, 390]
    small = view.do(
        """() => [...document.querySelectorAll("button, input, summary")].filter(it => {
            const { width, height } = it.getBoundingClientRect();
            return it.checkVisibility() && (width < 24 || height < 24);
        }).map(it => it.outerHTML.slice(0, 100) + it.getBoundingClientRect().height)"""
    )
    assert small == []
