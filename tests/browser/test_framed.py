"""In a notebook the page stands in a sandboxed frame: it works there, and sees nothing outside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from finkg.graph import KnowledgeGraph
from finkg.view.framed import Framed
from finkg.view.page import render

from .strange import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame


@pytest.fixture
def complaints() -> list[str]:
    return []


def framed(browser: Browser, page: Framed, folder: Path, complaints: list[str]) -> Frame:
    """The frame of a page as a notebook shows it, when its picture has been drawn."""
    notebook = folder / "notebook.html"
    shown = page._repr_html_()
    notebook.write_text(
        f"<!DOCTYPE html><meta charset=utf-8><title>notebook</title><p id=secret>own</p>{shown}",
        encoding="utf-8",
    )
    outer = browser.new_context(viewport={"width": 1000, "height": 800}).new_page()
    outer.on("console", lambda message: complaints.append(message.text))
    outer.on("pageerror", lambda error: complaints.append(str(error)))
    outer.goto(notebook.as_uri())
    inner = outer.frames[1]
    inner.wait_for_function("() => window.finkg && finkg.labels().length")
    return inner


def test_the_page_works_in_its_frame(
    browser: Browser, kg: KnowledgeGraph, tmp_path: Path, complaints: list[str]
) -> None:
    """It draws, selects, shows a quote and takes a step back, without an address of its own."""
    frame = framed(browser, kg.view(lang="en"), tmp_path, complaints)
    frame.evaluate("() => finkg.select('ant-group')")
    assert frame.locator("#panel blockquote").count() > 0
    frame.evaluate("() => finkg.undo()")
    assert frame.evaluate("() => finkg.state.selected") is None
    assert complaints == []


def test_the_frame_sees_nothing_of_the_notebook(
    browser: Browser, kg: KnowledgeGraph, tmp_path: Path, complaints: list[str]
) -> None:
    """It is of no origin: what stands around it is closed to it."""
    frame = framed(browser, kg.view(), tmp_path, complaints)
    seen = frame.evaluate(
        """() => {
            try { return parent.document.body.innerText; } catch (error) { return error.name; }
        }"""
    )
    assert seen == "SecurityError"


def test_hostile_text_stays_in_the_frame(
    browser: Browser, tmp_path: Path, complaints: list[str]
) -> None:
    """Neither the page's text nor its title can leave the attribute that it stands in."""
    page = Framed(render(hostile(), "en"), '"><script>window.cracked=1</script>')
    frame = framed(browser, page, tmp_path, complaints)
    outer = frame.parent_frame
    assert outer is not None
    assert outer.evaluate("() => window.cracked") is None
    assert frame.evaluate("() => window.cracked") is None
    assert outer.locator("iframe").count() == 1
    assert complaints == []


def test_it_can_be_saved(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """What a notebook shows is what a path would have written, byte for byte."""
    page = kg.view(lang="en")
    assert (
        page.save(tmp_path / "a.html").read_bytes()
        == kg.view(tmp_path / "b.html", lang="en").read_bytes()
    )
