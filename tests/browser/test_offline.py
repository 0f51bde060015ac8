"""The view is one file that needs nothing and nobody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_the_page_asks_for_nothing(open_page: Open, files: dict[str, Path]) -> None:
    """Opened from disk, read and used, the page makes no request but the one for itself."""
    view = open_page()
    view.click_node("ant-group")
    view.page.click("#ask")
    view.page.click("#language")
    view.settle()
    assert view.requests == [files["cases"].as_uri()]


def test_the_policy_blocks_a_foreign_script(open_page: Open) -> None:
    """A script that somehow gets into the page does not run: its hash is not in the policy."""
    view = open_page()
    view.do(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.cracked = 1";
            document.body.append(script);
        }"""
    )
    assert view.do("() => window.cracked") is None
    assert "Content Security Policy" in view.complaints.pop()


def test_the_policy_blocks_an_inline_handler_and_style(open_page: Open) -> None:
    """Neither an event attribute nor a style attribute in markup has any effect."""
    view = open_page()
    view.do(
        """() => {
            const box = document.createElement("div");
            box.id = "foreign";
            document.body.append(box);
            box.innerHTML = '<b onclick="window.cracked = 1" style="opacity: .5">x</b>';
            box.firstChild.click();
        }"""
    )
    assert view.do("() => window.cracked") is None
    assert view.do("() => getComputedStyle(document.querySelector('#foreign b')).opacity") == "1"
    blocked = [view.complaints.pop() for _ in range(2)]
    assert all("Content Security Policy" in complaint for complaint in blocked)


def test_the_policy_blocks_the_network(open_page: Open) -> None:
    """Nothing of the page can be sent anywhere, whatever runs in it."""
    view = open_page()
    sent = view.do("() => fetch('https://example.org/').then(() => 'sent').catch(() => 'blocked')")
    assert sent == "blocked"
    assert all("Content Security Policy" in complaint for complaint in view.complaints)
    view.complaints.clear()


@pytest.mark.parametrize("name", ["cases", "packaged", "hostile"])
def test_the_page_is_in_standards_mode_and_needs_no_network(
    browser: Browser, files: dict[str, Path], name: str
) -> None:
    """With the network switched off it opens and answers, as the HTML standard lays pages out."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(files[name].as_uri())
    page.wait_for_function("() => window.finkg && finkg.labels().length")
    page.evaluate("() => finkg.select(finkg.inSight()[0])")
    assert page.locator("#panel h1").count() == 1
    assert page.evaluate("() => document.compatMode") == "CSS1Compat"
    context.close()
