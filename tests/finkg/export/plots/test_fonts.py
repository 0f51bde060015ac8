"""Every character that is drawn has a glyph, or there is no picture."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib
import pytest
from matplotlib import font_manager
from matplotlib.font_manager import FontEntry, FontManager, FontProperties

from finkg.export.plots.fonts import NoFont, families

from .pictures import texts

if TYPE_CHECKING:
    from finkg.errors import Language
    from finkg.graph import KnowledgeGraph

ITS_OWN = Path(matplotlib.get_data_path())


def entries(its_own: bool) -> list[FontEntry]:
    """The fonts that come with matplotlib, or those of the machine."""
    every = font_manager.fontManager.ttflist
    return [e for e in every if Path(e.fname).is_relative_to(ITS_OWN) == its_own]


def machine_with(patch: pytest.MonkeyPatch, listed: list[FontEntry], files: list[str]) -> None:
    """A machine where matplotlib has listed these fonts, and these files are installed."""
    manager: FontManager = copy(font_manager.fontManager)
    manager.ttflist = [*listed]
    patch.setattr(font_manager, "fontManager", manager)
    patch.setattr(font_manager, "findSystemFonts", lambda: files)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_character_has_a_glyph(kg: KnowledgeGraph, lang: Language) -> None:
    """As the fonts' own character maps say; names in Chinese are drawn in English too."""
    for plot in (
        kg.plot.timeline("蚂蚁集团", lang),
        kg.plot.exposure(lang=lang),
        kg.plot.regulations_by_year(lang),
    ):
        for text in texts(plot):
            font = text.get_fontproperties()
            one = [FontProperties(family=[f], weight=font.get_weight()) for f in font.get_family()]
            paths = [font_manager.findfont(each, fallback_to_default=False) for each in one]
            glyphs = {c for path in paths for c in font_manager.get_font(path).get_charmap()}
            assert {*map(ord, text.get_text())} - {ord("\n")} <= glyphs


def test_the_language_chooses_the_font() -> None:
    """Latin letters beside Chinese are of one kind with it; in English of matplotlib's own."""
    assert len(families(["余额宝 T+0"], "zh")) == 1
    assert families(["T+0"], "en") == ["DejaVu Sans"]
    assert families(["余额宝 T+0"], "en")[0] == "DejaVu Sans"
    assert families([], "en") == ["DejaVu Sans"]


def test_no_font_is_said_in_both_languages(
    kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the characters and what to install; in English the same picture needs none."""
    machine_with(monkeypatch, entries(its_own=True), [])
    with pytest.raises(NoFont) as caught:
        kg.plot.exposure()
    assert "监" in caught.value.characters + "监" * (caught.value.count > 12)
    for lang, word in (("zh", "安装"), ("en", "Install")):
        assert caught.value.characters in caught.value.message(lang)
        assert word in caught.value.advice(lang)
        assert "fonts-noto-cjk" in caught.value.advice(lang)
    assert kg.plot.exposure(lang="en").rendered("png")


def test_a_font_of_last_resort_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It claims to have every character, and has one box for all of a block."""
    resort = [e for e in entries(its_own=True) if "LastResort" in e.fname]
    machine_with(monkeypatch, resort, [])
    if resort:  # since matplotlib 3.9
        charmap = font_manager.get_font(resort[0].fname).get_charmap()
        assert ord("余") in charmap
    with pytest.raises(NoFont):
        families(["余额宝"], "zh")


def test_a_name_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A font that is called Noto Sans CJK SC and has no Chinese character is not taken for it."""
    latin = next(e for e in entries(its_own=True) if e.fname.endswith("DejaVuSans.ttf"))
    machine_with(monkeypatch, [replace(latin, name="Noto Sans CJK SC")], [])
    with pytest.raises(NoFont) as caught:
        families(["余a"], "zh")
    assert caught.value.characters == "余"


def test_a_font_of_any_name_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not in our list is found by what it has."""
    chinese = next(e for e in entries(its_own=False) if e.name == families(["余额宝"], "zh")[0])
    machine_with(monkeypatch, [*entries(its_own=True), replace(chinese, name="Mine")], [])
    assert families(["余额宝"], "zh") == ["Mine"]


def test_a_font_that_was_just_installed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Although matplotlib listed fonts before; a broken file beside it does no harm."""
    chinese = next(e for e in entries(its_own=False) if e.name == families(["余额宝"], "zh")[0])
    files = [str(Path(__file__)), str(chinese.fname)]
    machine_with(monkeypatch, entries(its_own=True), files)
    assert len(families(["余额宝"], "zh")) == 1


def test_a_font_without_bold_is_drawn_without(
    kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Many Chinese fonts have one weight; matplotlib has nothing to complain of."""
    name = families(["余额宝"], "zh")[0]
    regular = [e for e in entries(its_own=False) if e.name == name and e.weight == 400]
    machine_with(monkeypatch, [*entries(its_own=True), *regular], [])
    plot = kg.plot.exposure()
    assert {text.get_fontproperties().get_weight() for text in texts(plot)} == {400, "normal"}
    assert plot.rendered("png")
    assert caplog.messages == []
