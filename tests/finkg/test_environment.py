"""What the environment says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from finkg.environment import cache_folder, default_language

LOCALE = ("FINKG_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ({"FINKG_LANG": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        ({"FINKG_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ({"FINKG_LANG": "fr", "LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_HK"}, "zh"),
    ],
)
def test_the_language_is_chosen_or_the_locales(
    said: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ours first, if it is one that finkg speaks; then the first of the locale that is set."""
    for name in LOCALE:
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert default_language() == language


def test_graphs_are_kept_where_people_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """FINKG_CACHE is the folder itself."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the folder of Linux and the like")
def test_else_below_the_folder_for_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty variable is as good as none (XDG Base Directory Specification)."""
    monkeypatch.delenv("FINKG_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "finkg"
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    assert cache_folder() == Path.home() / ".cache" / "finkg"
