"""The header of a `.rq` file: TOML in the `#+` lines, so that the file stays plain SPARQL."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from finkg.errors import DefinitionProblem, Location, Text
from finkg.forms import Fields, unknown
from finkg.words import nearest

_MARK = "#+"


class Header:
    """The keys of a header, each read with its type. A wrong one raises DefinitionProblem."""

    def __init__(self, path: Path, text: str, fields: Fields) -> None:
        self.path = path
        lines = [line[len(_MARK) :] for line in text.splitlines() if line.startswith(_MARK)]
        try:
            self.values: dict[str, Any] = tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError as error:
            raise self.problem(
                f"文件头不是 TOML：{error}", f"the header is not TOML: {error}"
            ) from None
        for key in unknown(self.values, fields):
            raise self._unknown(key, fields)

    def _unknown(self, key: str, fields: Fields) -> DefinitionProblem:
        likely = nearest(key, fields, 1)
        zh, en = (f"，是否指“{likely[0]}”", f"; did you mean “{likely[0]}”") if likely else ("", "")
        return self.problem(f"文件头里没有“{key}”这个键{zh}", f"the header has no key “{key}”{en}")

    def problem(self, zh: str, en: str) -> DefinitionProblem:
        """What is wrong with this file."""
        return DefinitionProblem(Location(self.path.name), Text(zh, en))

    def text(self, key: str) -> Text:
        """A value that has to stand in zh and in en."""
        value = self.values.get(key)
        if not isinstance(value, dict) or not value.get("zh") or not value.get("en"):
            raise self.problem(f"“{key}”须有中文和英文", f"“{key}” needs zh and en")
        return Text(str(value["zh"]), str(value["en"]))

    def word(self, key: str, allowed: tuple[str, ...]) -> str:
        """A value from a closed list."""
        value = self.values.get(key)
        if value not in allowed:
            raise self.problem(f"“{key}”须为 {allowed} 之一", f"“{key}” must be one of {allowed}")
        return str(value)
