"""Words in both languages, and places in files: what every message is made of."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

#: The languages that finkg speaks, as equals.
Language: TypeAlias = Literal["zh", "en"]


class Text(NamedTuple):
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


class Location(NamedTuple):
    """A place in a file: path as shown to people, line and column counted from 1, 0 if unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


def in_words(value: object, lang: str) -> str:
    """A fact as words of a language; several are joined with the language's own comma."""
    if isinstance(value, Text):
        return value.in_language(lang)
    if isinstance(value, tuple) and not isinstance(value, Location):
        return ("、" if lang == "zh" else ", ").join(in_words(item, lang) for item in value)
    return str(value)
