"""Fonts that have a glyph for every character that is drawn, as their character maps say.

Names prove nothing: a font called CJK may lack a character, and one that is not may have it.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from matplotlib import font_manager
from matplotlib.font_manager import FontProperties

from finkg.errors import Text, UsageError

if TYPE_CHECKING:
    from finkg.errors import Language

#: Weights as CSS Fonts, level 4, section 2.2 numbers them.
REGULAR: Final = 400
BOLD: Final = 700
#: Comes with matplotlib.
_ITS_OWN: Final = "DejaVu Sans"
#: Fonts for Chinese in simplified characters, on Linux, macOS and Windows; the best first.
_CHINESE: Final = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN",
    "PingFang SC", "Hiragino Sans GB", "Heiti SC", "STHeiti", "Microsoft YaHei", "SimHei",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "Noto Serif CJK SC",
    "Source Han Serif SC", "SimSun", "Songti SC", "Arial Unicode MS",
    # The first face of Noto's collections, which older releases of matplotlib are confined to.
    "Noto Sans CJK JP", "Noto Serif CJK JP",
)  # fmt: skip
#: How many characters look alike in a font that can be read.
_ONE_GLYPH: Final = 16
#: How many characters an error names.
_SHOWN: Final = 12


class NoFont(UsageError):
    """Characters that would be empty boxes, since no font of this machine has them."""

    text = Text(
        "此机没有字体能显示这些字符（{count} 个）：{characters}",
        "No font on this machine can show these characters ({count}): {characters}",
    )
    hint = Text(
        "请安装中文字体，例如 apt install fonts-noto-cjk、dnf install google-noto-sans-cjk-fonts，"
        '或从 https://github.com/notofonts/noto-cjk 下载；或用英文标签：lang="en"、--lang en。',
        "Install a font that has them: apt install fonts-noto-cjk, dnf install "
        "google-noto-sans-cjk-fonts, or https://github.com/notofonts/noto-cjk; or take English "
        'labels: lang="en", --lang en.',
    )
    characters: str
    count: int


def families(texts: Iterable[str], lang: Language) -> list[str]:
    """The fewest usual families that show all texts, the one of the language first.

    Raises NoFont.
    """
    wanted = {ord(c) for text in texts for c in text}
    chosen: list[str] = []
    for family in _candidates(lang, wanted):
        if found := wanted & _characters(family):
            chosen.append(family)
            wanted -= found
        if not wanted:
            return chosen or [_ITS_OWN]
    missing = "".join(map(chr, sorted(wanted)))
    raise NoFont(missing[:_SHOWN] + ("…" if len(missing) > _SHOWN else ""), len(missing))


def has_bold(names: Iterable[str]) -> bool:
    """Whether each of these families has a bold face, as those of many Chinese fonts have not."""
    bold = {each.name for each in font_manager.fontManager.ttflist if each.weight == BOLD}
    return bold.issuperset(names)


def _candidates(lang: Language, wanted: set[int]) -> Iterator[str]:
    """Families that are here: those of the language, then those that have most of what is still
    `wanted`. They are asked for one by one, for to read all fonts of a machine takes a while."""
    usual = (*_CHINESE, _ITS_OWN) if lang == "zh" else (_ITS_OWN, *_CHINESE)
    listed = _present()
    yield from (family for family in usual if family in listed)
    _look_again()
    present = _present()
    yield from (family for family in usual if family in present - listed)
    others = sorted(present - {*usual})
    yield from sorted(others, key=lambda family: -len(wanted & _characters(family)))


def _present() -> set[str]:
    return {entry.name for entry in font_manager.fontManager.ttflist}


def _look_again() -> None:
    """Tell matplotlib of fonts that were installed after it listed them."""
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for path in sorted({*font_manager.findSystemFonts()} - known):
        # A file that is no font, or one that FreeType cannot read.
        with contextlib.suppress(OSError, RuntimeError, ValueError):
            font_manager.fontManager.addfont(path)


def _characters(family: str) -> set[int]:
    """The code points for which a family has glyphs, in each of the weights that are drawn."""
    weights = (REGULAR, BOLD) if has_bold([family]) else (REGULAR,)
    wanted = (FontProperties(family=[family], weight=weight) for weight in weights)
    manager = font_manager.fontManager
    paths = [manager.findfont(font, fallback_to_default=False) for font in wanted]
    return set.intersection(*({*_code_points(path)} for path in paths))


@lru_cache(maxsize=512)
def _code_points(path: str) -> frozenset[int]:
    """What a file of a font has, as its character map (OpenType `cmap`) says.

    A font of last resort has one box for each block of characters, which shows none of them.
    """
    glyphs = font_manager.get_font(path).get_charmap()
    users = Counter(glyphs.values())
    return frozenset(code for code, glyph in glyphs.items() if users[glyph] <= _ONE_GLYPH)
