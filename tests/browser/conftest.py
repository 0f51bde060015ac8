"""A browser for the interactive view, and the pages it opens from disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from finkg.view.page import render

from .day import of_a_day
from .scene import build
from .strange import astral, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

    from finkg.graph import KnowledgeGraph

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE: ViewportSize = {"width": 1440, "height": 900}
#: How long a page may take before a test gives up: two browsers share two cores in CI.
PATIENCE = 30_000  # ms
READY = "() => window.finkg && (finkg.state.table || finkg.labels().length)"
#: Statements of a script: waits until what was asked for is there and has been drawn.
DRAWN = """
    await finkg.settled();
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
"""


def missing(what: str) -> NoReturn:
    """Skips with a reason on a machine without the tool; CI has it, so there it is a failure."""
    reason = f"{what} is not installed: the view is not tested in a browser"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        missing("playwright")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory, kg: KnowledgeGraph) -> dict[str, Path]:
    """The written pages by name: the three cases, as of a day, full of hostile text, with a text
    beyond the Basic Multilingual Plane, and the graph that the package comes with."""
    folder = tmp_path_factory.mktemp("view")
    scenes = {"cases": build(), "day": of_a_day(), "hostile": hostile(), "astral": astral()}
    scenes["packaged"] = kg.scene()
    pages = {name: render(scene, "zh") for name, scene in scenes.items()}
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8", newline="\n")
    return {name: folder / f"{name}.html" for name in pages}


@dataclass
class Opened:
    """A page in the browser, with what it asked for and what it complained of."""

    page: Page
    address: str = ""
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def do(self, script: str, value: object = None) -> Any:
        return self.page.evaluate(script, value)

    def settle(self) -> None:
        """Waits until the picture has been drawn again."""
        self.do(f"async () => {{ {DRAWN} }}")

    def load(self) -> None:
        """Loads its address into a new document, of which nothing was asked yet."""
        self.page.goto("about:blank")  # from there even the same address is no move within a page
        self.page.goto(self.address)
        self.page.wait_for_function(READY)

    def labels(self) -> dict[str, dict[str, Any]]:
        """The labels that stand on the canvas, by node or edge."""
        self.settle()
        return {label["id"]: label for label in self.do("() => finkg.labels()")}

    def click_node(self, name: str) -> None:
        """A real click of the mouse on a node's place on the canvas."""
        at = self.do(f"() => finkg.place({name!r})")
        box = self.page.locator("#network").bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
        self.settle()

    def panel(self) -> str:
        self.settle()
        return self.page.locator("#panel").inner_text()


Open = Callable[..., Opened]


@pytest.fixture
def open_page(browser: Browser, files: dict[str, Path]) -> Iterator[Open]:
    """Opens a page by name from disk; each test ends with a page that complained of nothing."""
    opened: list[Opened] = []

    def open_one(
        name: str = "cases", address: str = "", size: ViewportSize = WIDE, **wishes: Any
    ) -> Opened:
        context = browser.new_context(viewport=size, color_scheme="light", **wishes)
        context.set_default_timeout(PATIENCE)
        one = Opened(context.new_page(), files[name].as_uri() + address)
        one.page.on("request", lambda request: one.requests.append(request.url))
        one.page.on("console", lambda message: one.complaints.append(message.text))
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.page.goto(one.address)
        one.page.wait_for_function(READY)
        opened.append(one)
        return one

    yield open_one
    complaints = [complaint for one in opened for complaint in one.complaints]
    for one in opened:
        one.page.context.close()
    assert complaints == []
