"""Words in both languages, names that were meant, places in files: what messages are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, TypeAlias

#: The languages that finkg speaks, as equals.
Language: TypeAlias = Literal["zh", "en"]
#: How like another name has to be, of 1, for it to be offered.
_ENOUGH: Final = 0.5


class Text(NamedTuple):
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, lang: str) -> str:
        """The words in Chinese for “zh”, else in English."""
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


def nearest(name: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The known names that a wrong one may have been meant for, the likeliest first.

    Likeness is the mean of two shares, of the letters that both have in the same order: that of
    both names, and that of the wrong one alone; so the beginning of a long name leads to it.

    >>> nearest("launchOn", ["launchedOn", "closedOn", "label"])
    ('launchedOn',)
    """
    from difflib import SequenceMatcher

    def likeness(ratio: float) -> float:
        return ratio * (1 + (len(one) + len(other)) / (2 * len(one))) / 2

    one = name.casefold()
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(one)
    found: list[tuple[float, str]] = []
    for each in dict.fromkeys(known) if one else ():
        other = each.casefold()
        matcher.set_seq1(other)
        bounds = (matcher.real_quick_ratio, matcher.quick_ratio)
        if all(likeness(bound()) >= _ENOUGH for bound in bounds):
            found.append((-likeness(matcher.ratio()), each))
    return tuple(each for minus, each in sorted(found)[:count] if -minus >= _ENOUGH)


def pointed_at(line: str, column: int) -> str:
    """A line of text and under it a caret at a column, counted from 1; on a terminal a Chinese
    character is as wide as two letters.

    >>> print(pointed_at("SELECT ?p WHER {", 11))
    SELECT ?p WHER {
              ^
    """
    from unicodedata import east_asian_width

    wide = {"\t": "\t"} | {c: "\u3000" for c in line if east_asian_width(c) in ("W", "F")}
    return f"{line}\n{''.join(wide.get(c, ' ') for c in line[: column - 1].ljust(column - 1))}^"
