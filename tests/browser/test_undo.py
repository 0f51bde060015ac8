"""Every step can be taken back, and forward again."""

from __future__ import annotations

import random
from typing import Any

import pytest

from .conftest import Open, Opened
from .test_holds import step


def condition(view: Opened) -> dict[str, Any]:
    """All that a step changes: what is drawn, where, and what is chosen."""
    return dict(
        view.do(
            """() => ({
                nodes: finkg.inSight(), edges: finkg.edges(), pins: [...finkg.state.pins],
                selected: finkg.state.selected, view: finkg.state.view, about: finkg.state.about,
                from: finkg.state.from, to: finkg.state.to, hubs: finkg.state.hubs,
                layout: finkg.state.layout, table: finkg.state.table,
                most: finkg.state.most, added: finkg.state.added,
                removed: [...finkg.state.removed].sort(), kinds: [...finkg.state.offKinds].sort(),
                layers: [...finkg.state.offLayers].sort(),
            })"""
        )
    )


@pytest.mark.parametrize("seed", range(2))
def test_fifty_steps_back_and_forward(open_page: Open, seed: int) -> None:
    """Undone one by one, they give exactly what was before each; done again, what was after."""
    view = open_page("packaged")
    chance = random.Random(seed)
    conditions = [condition(view)]
    while len(conditions) <= 50:
        step(view, chance)
        now = condition(view)
        if now != conditions[-1]:
            conditions.append(now)
    for earlier in reversed(conditions[:-1]):
        view.do("() => finkg.undo()")
        assert condition(view) == earlier
    assert view.page.locator("#undo").is_disabled()
    for later in conditions[1:]:
        view.do("() => finkg.redo()")
        assert condition(view) == later
    assert view.page.locator("#redo").is_disabled()


def test_a_new_step_forgets_what_was_undone(open_page: Open) -> None:
    """After a step back and another one there is nothing to do again."""
    view = open_page()
    view.do("() => finkg.select('huabei')")
    view.page.click("#undo")
    assert view.page.locator("#redo").is_enabled()
    view.do("() => finkg.select('yuebao')")
    assert view.page.locator("#redo").is_disabled()


def test_steps_back_by_keyboard(open_page: Open) -> None:
    """Ctrl+Z and Ctrl+Shift+Z, but not while somebody types."""
    view = open_page()
    view.do("() => finkg.select('huabei')")
    view.page.focus("#search")
    view.page.keyboard.press("Control+z")
    assert view.do("() => finkg.state.selected") == "huabei"
    view.page.focus("#network")
    view.page.keyboard.press("Control+z")
    assert view.do("() => finkg.state.selected") is None
    view.page.keyboard.press("Control+Shift+Z")
    assert view.do("() => finkg.state.selected") == "huabei"
