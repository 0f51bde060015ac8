"""TOML files of a workspace: known keys only, each with its type, each fault with its line."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from finkg.errors import Location
from finkg.workspace.problems import BadToml, MissingKey, UnknownKey
from finkg.workspace.table import Report, decode

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


def read_toml(
    path: Path, shown: str, known: tuple[str, ...], needed: tuple[str, ...], report: Report
) -> dict[str, Any] | None:
    """The keys of a file, or nothing if it can not be read."""
    text = decode(path.read_bytes(), Location(shown), report)
    if text is None:
        return None
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        report(_fault(str(error), shown))
        return None
    for key in values:
        if key not in known:
            near = tuple(get_close_matches(key, known, 1))
            report(UnknownKey(key, near).at(Location(shown, _line(text, key))))
    for key in needed:
        if not values.get(key):
            report(MissingKey(key).at(Location(shown)))
    return values


def _fault(message: str, shown: str) -> BadToml:
    place = _PLACE.search(message)
    where = Location(shown, int(place[1]), int(place[2])) if place else Location(shown)
    problem = BadToml(_PLACE.sub("", message))
    problem.at(where)
    return problem


def _line(text: str, key: str) -> int:
    match = re.search(rf"^\s*\[?{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, match.end()) + 1 if match else 0
