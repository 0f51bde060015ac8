"""Pictures as files and in notebooks: the same bytes each time, and nothing left behind."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import matplotlib
import pytest
from matplotlib.figure import Figure
from PIL import Image

from finkg.export.answers import MissingPackage

if TYPE_CHECKING:
    from finkg.export.plots.figure import Plot
    from finkg.graph import KnowledgeGraph

FORMATS = ("svg", "png", "pdf")


def pictures(kg: KnowledgeGraph) -> list[Plot]:
    return [kg.plot.timeline("余额宝"), kg.plot.exposure(), kg.plot.regulations_by_year()]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_picture_is_the_same_bytes(kg: KnowledgeGraph, name: str) -> None:
    """Drawn twice, in every format that a day of writing could stand in."""
    one, other = ([plot.rendered(name) for plot in pictures(kg)] for _ in (1, 2))
    assert one == other
    assert all(len(content) > 3_000 for content in one)


def test_two_processes_draw_alike(packaged_snapshot: Path) -> None:
    """Whatever the order of Python's sets; no pyplot is loaded, and rcParams are as they were."""
    program = (
        "import sys, finkg, matplotlib\n"
        "before = matplotlib.rcParams.copy()\n"
        f"kg = finkg.open({str(packaged_snapshot)!r})\n"
        "content = kg.plot.timeline('余额宝').rendered('svg')\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
        "assert before == matplotlib.rcParams.copy()\n"
        "sys.stdout.buffer.write(content)\n"
    )
    one, other = (
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert one.startswith(b"<?xml")
    assert one == other


def test_the_users_style_changes_nothing(kg: KnowledgeGraph) -> None:
    """A picture is read by others than who drew it."""
    plain = kg.plot.exposure().rendered("png")
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "red", "axes.grid": True}):
        styled = kg.plot.exposure().rendered("png")
    assert styled == plain


def test_files_say_their_title(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """And no day; `savefig` takes a path, a name or a file, and what matplotlib takes beside."""
    plot = kg.plot.exposure(lang="en")
    plot.savefig(tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as image:
        assert image.info["Title"] == plot.title == kg.ask("companies-by-exposure").title.en
        width = image.width
    plot.savefig(str(tmp_path / "b.png"), dpi=200, metadata={"Author": "A. N. Analyst"})
    with Image.open(tmp_path / "b.png") as image:
        assert image.info["Author"] == "A. N. Analyst"
        assert image.width == 2 * width
    packed = io.BytesIO()
    plot.savefig(packed, format="svg")
    text = packed.getvalue().decode()
    assert plot.title in text
    assert "<dc:date>" not in text
    assert ElementTree.fromstring(text).tag.endswith("svg")


def test_a_notebook_shows_it(kg: KnowledgeGraph) -> None:
    """IPython has a PNG of twice the density, at the size that it was drawn for."""
    from IPython.core.formatters import DisplayFormatter

    plot = kg.plot.exposure()
    assert isinstance(plot, Figure)
    data, about = DisplayFormatter().format(plot)  # type: ignore[no-untyped-call]
    with Image.open(io.BytesIO(data["image/png"])) as image:
        shown = about["image/png"]
        assert image.width == pytest.approx(2 * shown["width"], abs=2)
        assert image.height == pytest.approx(2 * shown["height"], abs=2)


def test_axes_can_be_changed(kg: KnowledgeGraph) -> None:
    """A figure is the user's own."""
    plot = kg.plot.exposure()
    before = plot.rendered("png")
    plot.axes[0].set_xlabel("exposure")
    assert plot.rendered("png") != before


def test_a_missing_package_is_named_with_its_extra(
    kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By each picture, in both languages."""
    for name in [*sys.modules]:
        if name == "matplotlib" or name.startswith(("matplotlib.", "finkg.export.plots.")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for draw in (kg.plot.timeline, kg.plot.exposure, kg.plot.regulations_by_year):
        with pytest.raises(MissingPackage) as caught:
            draw()
        for lang in ("zh", "en"):
            assert "matplotlib" in caught.value.message(lang)
            assert 'pip install "finkg[plots]"' in caught.value.advice(lang)
