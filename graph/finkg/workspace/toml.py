"""TOML files of a workspace: known keys only, each fault with its line."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from finkg.errors import Location
from finkg.workspace.decoding import Report, decode
from finkg.workspace.problems import BadToml, MissingKey, UnknownKey

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class TomlFile:
    """The keys of a file, read as text, and where each stands."""

    def __init__(self, shown: str, text: str, values: dict[str, Any]) -> None:
        self.shown = shown
        self._lines = text.split("\n")
        self.values = values

    def where(self, key: str) -> Location:
        """The line on which a key of the first level, or its table, begins."""
        begins = re.compile(rf"\s*\[?\s*[\"']?{re.escape(key)}\b")
        lines = (n for n, line in enumerate(self._lines, 1) if begins.match(line))
        return Location(self.shown, next(lines, 0))

    def word(self, key: str) -> str:
        """A value as text; empty if it is not stated."""
        return str(self.values.get(key, ""))


def read_toml(
    path: Path, shown: str, known: tuple[str, ...], needed: tuple[str, ...], report: Report
) -> TomlFile | None:
    """The keys of a file (TOML 1.0), or nothing if it can not be read."""
    text = decode(path.read_bytes(), Location(shown), report)
    if text is None:
        return None
    try:
        file = TomlFile(shown, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        report(_fault(str(error), text.split("\n"), shown))
        return None
    for key in file.values:
        if key not in known:
            near = tuple(get_close_matches(key, known, 1))
            report(UnknownKey(key, near).at(file.where(key)))
    for key in needed:
        if not file.values.get(key):
            report(MissingKey(key).at(file.where(key)))
    return file


def _fault(message: str, lines: list[str], shown: str) -> BadToml:
    place = _PLACE.search(message)
    line = int(place[1]) if place and place[1] else len(lines)
    excerpt = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    problem = BadToml(_PLACE.sub("", message), excerpt)
    problem.at(Location(shown, line, int(place[2]) if place and place[2] else 0))
    return problem
