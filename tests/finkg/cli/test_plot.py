"""finkg plot writes what `kg.plot` draws."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run
    from finkg.export.plots.figure import Plot
    from finkg.graph import KnowledgeGraph


def drawn(kg: KnowledgeGraph, picture: str, *about: str) -> Plot:
    """The same in Python, in English."""
    if picture == "timeline":
        return kg.plot.timeline(*(about or (None,)), "en")
    if picture == "exposure":
        return kg.plot.exposure(*(about or (None,)), "en")
    return kg.plot.regulations_by_year("en")


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("svg", ("timeline", "余额宝")),
        ("png", ("exposure",)),
        ("pdf", ("exposure", "蚂蚁集团")),
        ("svg", ("years",)),
    ],
)
def test_a_file_has_the_picture(
    run: Run, kg: KnowledgeGraph, tmp_path: Path, name: str, asked: tuple[str, ...]
) -> None:
    """In the format that its suffix names; the command says where it is."""
    path = tmp_path / f"picture.{name}"
    ran = run("plot", *asked, "-o", str(path))
    assert (ran.code, ran.out, ran.err) == (0, "", f"Wrote {path}.\n")
    assert path.read_bytes() == drawn(kg, *asked).rendered(name)


def test_it_has_a_name_by_itself(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the picture and the format, svg unless another is named."""
    monkeypatch.chdir(tmp_path)
    assert run("plot", "years", lang="zh").err == "已写出 finkg-years.svg。\n"
    assert run("plot", "years", "--format", "PNG", "--quiet").err == ""
    assert {path.name for path in tmp_path.iterdir()} == {"finkg-years.svg", "finkg-years.png"}


def test_a_pipe_has_the_picture(run: Run, kg: KnowledgeGraph) -> None:
    """With -o -, and nothing else."""
    ran = run("plot", "years", "-o", "-")
    assert ran.out.encode() == kg.plot.regulations_by_year("en").rendered("svg")
    assert ran.err == ""


def test_rows_can_be_fewer(run: Run, kg: KnowledgeGraph, tmp_path: Path) -> None:
    """As `limit` in Python."""
    for picture, plot in (
        ("timeline", kg.plot.timeline(None, "en", limit=3)),
        ("exposure", kg.plot.exposure(None, "en", limit=3)),
    ):
        path = tmp_path / f"{picture}.png"
        assert run("plot", picture, "--max-rows", "3", "-o", str(path)).code == 0
        assert path.read_bytes() == plot.rendered("png")


def test_a_day_and_a_source_are_options_here_too(run: Run, tmp_path: Path, own_cache: None) -> None:
    """The picture says them."""
    path = tmp_path / "a.svg"
    ran = run("--as-of", "2019-01-01", "plot", "timeline", "余额宝", "-o", str(path))
    assert ran.code == 0
    # Matplotlib puts the words of a drawn text into a comment above its glyphs.
    assert "as of 2019-01-01" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "code", "zh", "en"),
    [
        (("years", "余额宝"), 2, "years 不接受 余额宝", "years takes no 余额宝"),
        (("years", "--max-rows", "3"), 2, "不接受 --max-rows", "takes no --max-rows"),
        (("timeline", "没有这个"), 1, "没有这个", "没有这个"),
        (("exposure", "--as-of", "1990-01-01"), 2, "没有可画的", "Nothing to draw"),
        (("timeline", "--format", "gif"), 2, "svg、png、pdf", "svg, png, pdf"),
        (("timeline", "-o", "a.csv"), 2, "未知的格式", "Unknown format"),
    ],
    ids=lambda asked: " ".join(asked) if isinstance(asked, tuple) else "",
)
def test_what_cannot_be_drawn_is_said(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    own_cache: None,
    asked: tuple[str, ...],
    code: int,
    zh: str,
    en: str,
) -> None:
    """In one sentence, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    for lang, words in (("zh", zh), ("en", en)):
        ran = run("plot", *asked, lang=lang)
        assert (ran.code, ran.out) == (code, "")
        assert words in ran.err
    assert not [*tmp_path.iterdir()]


def test_bytes_are_not_for_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PNG on a screen helps nobody."""
    monkeypatch.setattr("finkg.cli.session.Session.on_terminal", True)
    ran = run("plot", "years", "--format", "png", "-o", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "-o" in ran.err
