"""What the environment of a process says: which variables finkg minds, and what they mean."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from finkg.forms import Field, Fields
from finkg.words import Language

_LANG = Field(
    "FINKG_LANG",
    "标签、消息和页面用哪种语言：zh 或 en；未设则看区域设置。--lang 优先于它。",
    "Language of labels, messages and pages: zh or en; else the locale. --lang goes before it.",
)
_LOCALE: Fields = tuple(
    Field(
        name,
        "未设 FINKG_LANG 时据以判断语言：以 zh 开头为中文，否则为英文；依次看，取已设的第一个。",
        "Where FINKG_LANG is not set: Chinese if it begins with zh, else English; the first that "
        "is set, in this order.",
    )
    for name in ("LC_ALL", "LC_MESSAGES", "LANG")
)
_CACHE = Field(
    "FINKG_CACHE",
    "构建好的图谱存放的目录；未设则用系统的缓存目录。",
    "Folder in which built graphs are kept; else that of the platform for caches.",
)
_XDG = Field(
    "XDG_CACHE_HOME",
    "未设 FINKG_CACHE 时（Linux）：用其下的 finkg；默认为 ~/.cache。",
    "Where FINKG_CACHE is not set (Linux): finkg below it is used; else ~/.cache.",
)
_LOCAL_DATA = Field(
    "LOCALAPPDATA",
    "未设 FINKG_CACHE 时（Windows）：用其下的 finkg。",
    "Where FINKG_CACHE is not set (Windows): finkg below it is used.",
)
_COMPLETE = Field(
    "_FINKG_COMPLETE",
    "按 Tab 键补全：bash_source、zsh_source 或 fish_source，见 README。",
    "Completion by the tab key: bash_source, zsh_source or fish_source; see the README.",
)

#: Every variable, as docs/settings.md tells it.
VARIABLES: Fields = (_LANG, *_LOCALE, _CACHE, _XDG, _LOCAL_DATA, _COMPLETE)


def default_language() -> Language:
    """FINKG_LANG, else the locale: zh where it is Chinese, else en."""
    chosen = os.environ.get(_LANG, "")
    if chosen in ("zh", "en"):
        return "zh" if chosen == "zh" else "en"
    for variable in _LOCALE:
        if value := os.environ.get(variable):
            return "zh" if value.startswith("zh") else "en"
    # Where the environment says nothing: on Windows, mostly.
    import locale

    return "zh" if (locale.getlocale()[0] or "").startswith(("zh", "Chinese")) else "en"


def cache_folder() -> Path:
    """Where built graphs are kept: FINKG_CACHE, or the platform's folder for caches."""
    if chosen := os.environ.get(_CACHE):
        return Path(chosen)
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "finkg"
    if sys.platform == "win32":
        return Path(os.environ.get(_LOCAL_DATA, home / "AppData" / "Local")) / "finkg"
    return Path(os.environ.get(_XDG) or home / ".cache") / "finkg"
