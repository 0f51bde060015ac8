"""A layout is kept by all that decides it, and never believed when it is not whole."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from finkg.view import layout
from finkg.view.laid import KEPT, Place, laid_out
from finkg.view.layout import arrange

from ...browser.scene import build


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "layouts"


def never() -> list[Place]:
    raise AssertionError


def test_the_same_picture_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time its places come from the cache, the same to the pixel."""
    first = arrange(build())
    monkeypatch.setattr(layout, "_lay", lambda *_: never())
    assert arrange(build()) == first


def test_what_decides_a_layout_makes_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another edge, another label, another aspect: nothing that was kept is taken for it."""
    scene = build()
    arrange(scene)
    monkeypatch.setattr(layout, "_lay", lambda *_: never())
    longer = scene.nodes[0]._replace(label=scene.nodes[1].label)
    for other in (
        replace(scene, edges=scene.edges[:-3]),
        replace(scene, nodes=(longer, *scene.nodes[1:])),
    ):
        with pytest.raises(AssertionError):
            arrange(other)
    with pytest.raises(AssertionError):
        arrange(scene, 2)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"of": 1, "places": [[1, 2]]}', b"\xff"])
def test_a_file_that_is_not_whole_is_not_believed(cache: Path, content: bytes) -> None:
    """It is laid out anew, and the file is written again."""
    assert laid_out(["a"], lambda: [(1, 2)]) == [(1, 2)]
    [path] = cache.glob("*.json")
    path.write_bytes(content)
    assert laid_out(["a"], lambda: [(3, 4)]) == [(3, 4)]
    assert json.loads(path.read_bytes())["places"] == [[3, 4]]


def test_a_folder_that_cannot_be_written_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The picture is laid out all the same."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "file" / "below"))
    assert laid_out(["a"], lambda: [(1, 2)]) == [(1, 2)]


def test_old_layouts_go(cache: Path) -> None:
    """The cache does not grow without end."""
    for number in range(KEPT + 5):
        laid_out([number], lambda: [(0, 0)])
    assert len([*cache.glob("*.json")]) == KEPT
