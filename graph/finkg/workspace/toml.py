"""TOML files of a workspace: known keys only, each fault with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from finkg.errors import Location
from finkg.forms import Fields, keys, needed
from finkg.workspace.decoding import Report, decode
from finkg.workspace.problems import BadToml, MissingKey, UnknownKey

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_NAMES = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_NAMES})\s*\]")
_KEY = re.compile(rf"\s*({_NAMES})\s*=")


def _way(names: str) -> tuple[str, ...]:
    """The parts of a dotted key (TOML 1.0, Keys)."""
    return tuple(name.strip("\"'") for name in re.findall(_NAME, names))


def _passes(way: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a way goes through another."""
    return any(way[n : n + len(wanted)] == wanted for n in range(len(way)))


class TomlFile:
    """The keys of a file, read as text, and where each stands."""

    def __init__(self, shown: str, text: str, values: dict[str, Any]) -> None:
        self.shown = shown
        self._lines = text.split("\n")
        self.values = values

    def where(self, key: str) -> Location:
        """The line on which a key or its table begins: by its name alone, wherever it stands, or by
        its whole way (`plausibility.off.metric-falling`)."""
        wanted = _way(key)
        lines = (n for n, way in self._ways() if way[-len(wanted) :] == wanted)
        # A table that is named only on the way to another.
        passing = (n for n, way in self._ways() if _passes(way, wanted))
        return Location(self.shown, next(lines, next(passing, 0)))

    def _ways(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The lines that name a table or a key, each with the way to it."""
        table: tuple[str, ...] = ()
        for number, line in enumerate(self._lines, 1):
            if header := _HEADER.match(line):
                table = _way(header[1])
                yield number, table
            elif key := _KEY.match(line):
                yield number, (*table, *_way(key[1]))

    def word(self, key: str) -> str:
        """A value as text; empty if it is not stated."""
        return str(self.values.get(key, ""))


def read_toml(path: Path, shown: str, fields: Fields, report: Report) -> TomlFile | None:
    """The keys of a file (TOML 1.0), or nothing if it can not be read."""
    text = decode(path.read_bytes(), Location(shown), report)
    if text is None:
        return None
    try:
        file = TomlFile(shown, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        report(_fault(str(error), text.split("\n"), shown))
        return None
    known = keys(fields)
    for key in file.values:
        if key not in known:
            near = tuple(get_close_matches(key, known, 1))
            report(UnknownKey(key, near).at(file.where(key)))
    for key in needed(fields):
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
