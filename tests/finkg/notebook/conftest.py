"""HTML as a reader of it sees it, and an IPython of one's own."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

#: Tags that a fragment is made of; none of them runs or fetches anything.
HARMLESS = {
    *("div", "style", "dl", "dt", "dd", "details", "summary", "small", "span"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_TEXT = ("td", "th", "dd", "dt", "div", "summary", "small", "span")


class Fragment(HTMLParser):
    """A fragment of HTML: its tags, which have to match, their attributes, and their texts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: dict[str, list[str]] = {tag: [] for tag in _TEXT}
        self.words: list[str] = []
        self.deepest = 0
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._open.append(tag)
        self.deepest = max(self.deepest, self._open.count("details"))
        if tag in self.texts:
            self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        tag = self._open[-1] if self._open else ""
        if tag in self.texts:
            self.texts[tag][-1] += data
        if tag != "style" and data.strip():
            self.words.append(data.strip())

    def of(self, name: str) -> list[str]:
        """The values of an attribute."""
        return [value for _, other, value in self.attributes if other == name]


Run = Callable[[str], Any]


@pytest.fixture
def shell(
    packaged_snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Run]:
    """Runs cells in IPython, which has loaded finkg; `kg` there is the packaged graph."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    import finkg

    config = Config()
    config.HistoryManager.enabled = False
    one = InteractiveShell(config=config)
    one.user_ns["kg"] = finkg.open(packaged_snapshot)
    one.run_cell("%load_ext finkg").raise_error()
    yield one.run_cell
    # Its own end, which otherwise comes with the interpreter's.
    atexit.unregister(one.atexit_operations)
    one.atexit_operations()
