"""The body of a rule: the patterns of its WHERE, read from the tokens of the query.

A rule matches a claim by three of its terms: claimSubject, claimProperty, claimValue. Which of its
variables stand for claims has to be plain, for a match is recorded with all of them, and a round of
inference asks only for matches of what the round before found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from pyoxigraph import NamedNode

from finkg.store.sparql import Word, decoded, words
from finkg.vocabulary import PREFIXES

_END: Final = Word("close", "}", 0, 0, 0)
_BEFORE_GROUP: Final = ("UNION", "MINUS", "OPTIONAL", "WHERE", "EXISTS", "NOT", "LATERAL")


class Pattern(NamedTuple):
    """A triple pattern: its subject, the words of its property or property path, and the first
    word of each of its values."""

    subject: Word
    path: tuple[Word, ...]
    values: tuple[Word, ...]


class Statement(NamedTuple):
    """One part of the outermost group: patterns about one subject, a filter, a union."""

    #: Its subject, or the keyword or bracket that it begins with.
    first: Word
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """A query, cut behind the brace of its WHERE, and what stands in it."""

    words: tuple[Word, ...]
    #: What its prefixes stand for: ours, and those that it declares.
    prefixes: Mapping[str, str]
    head: str
    tail: str
    patterns: tuple[Pattern, ...]
    statements: tuple[Statement, ...]

    def also(self, pattern: str) -> str:
        """The query with a further pattern, before all others."""
        return f"{self.head} {pattern} . {self.tail}"

    def named(self, word: Word) -> NamedNode | None:
        """The IRI that one of its words names, if it names one."""
        iri = word.text[1:-1]
        if word.kind == "name":
            prefix, _, local = word.text.partition(":")
            iri = self.prefixes.get(prefix, "") + local
        try:
            return NamedNode(iri) if word.kind in ("name", "iri") else None
        except ValueError:
            return None


def body(query: str) -> Body:
    """The body of a query; empty if it has no group. The engine's parser judges the syntax."""
    text, found = decoded(query), words(query)
    opening = next((place for place, word in enumerate(found) if word.text == "{"), len(found))
    cut = found[opening].start + 1 if opening < len(found) else len(text)
    reader = _Reader(text, found[opening + 1 :])
    statements = tuple(reader.statements())
    cuts = text[:cut], text[cut:]
    return Body(tuple(found), _prefixes(found), *cuts, tuple(reader.patterns), statements)


def _prefixes(found: list[Word]) -> dict[str, str]:
    prefixes = dict(PREFIXES)
    for place, word in enumerate(found[:-2]):
        if word.text.upper() == "PREFIX":
            prefixes[found[place + 1].text.removesuffix(":")] = found[place + 2].text[1:-1]
    return prefixes


class _Reader:
    """Reads a group by the grammar of SPARQL 1.1 (section 19.8, productions 53 to 107), as far as
    it tells patterns from what else stands there."""

    def __init__(self, text: str, found: list[Word]) -> None:
        self._text = text
        self._left = found[::-1]
        self.patterns: list[Pattern] = []

    def statements(self) -> list[Statement]:
        """The parts of the outermost group; all patterns are then known."""
        found = []
        while self._peek.text != "}":
            first = self._peek
            self._part()
            if first.text != ".":
                end = self._left[-1].start if self._left else len(self._text)
                found.append(Statement(first, self._text[first.start : end].strip()))
        return found

    @property
    def _peek(self) -> Word:
        return self._left[-1] if self._left else _END

    @property
    def _keyword(self) -> str:
        return self._peek.text.upper() if self._peek.kind == "word" else ""

    def _next(self) -> Word:
        return self._left.pop() if self._left else _END

    def _group(self) -> None:
        self._next()
        while self._peek.text != "}":
            self._part()
        self._next()

    def _part(self) -> None:
        """One part of a group."""
        if self._peek.text == "{":
            self._group()
            if self._keyword == "UNION":
                self._part()
        elif self._keyword in _BEFORE_GROUP:
            self._next()
            self._part()
        elif self._keyword in ("FILTER", "BIND"):
            self._next()
            self._expression()
        elif self._keyword in ("SELECT", "VALUES", "GRAPH"):
            is_data = self._keyword == "VALUES"
            while self._peek.text not in ("{", "}"):
                self._brackets() if self._peek.text == "(" else self._next()
            self._brackets() if is_data else self._group()
        elif self._peek.kind in ("word", "close", "other"):
            self._next()
        else:
            self._properties(self._term())

    def _expression(self) -> None:
        """A bracketed expression, a call, or EXISTS."""
        while self._peek.kind in ("word", "name", "iri") and self._keyword not in _BEFORE_GROUP:
            self._next()
        self._part() if self._keyword in _BEFORE_GROUP else self._brackets()

    def _brackets(self) -> None:
        """Whatever stands in brackets; groups in it are those of EXISTS."""
        closing = {"(": ")", "[": "]", "{": "}"}.get(self._next().text)
        while closing and self._left and self._peek.text != closing:
            if self._keyword == "EXISTS":
                self._part()
            elif self._peek.kind == "open":
                self._term()
            else:
                self._next()
        self._next()

    def _properties(self, subject: Word) -> None:
        """Properties and objects of one subject."""
        while self._peek.text not in (".", "}", "]") and self._keyword in ("", "A"):
            path, place = tuple(self._path()), len(self.patterns)
            values = [self._term()]
            while self._peek.text == ",":
                self._next()
                values.append(self._term())
            self.patterns.insert(place, Pattern(subject, path, tuple(values)))
            while self._peek.text == ";":
                self._next()

    def _path(self) -> list[Word]:
        path = [self._next()]
        while path[-1].text in ("^", "!", "(", "/", "|") or self._peek.text in [*"/|*+?)"]:
            if not self._left:
                break
            path.append(self._next())
        return path

    def _term(self) -> Word:
        """A term, with its brackets, its tag or datatype, or the rest of a number."""
        first = self._peek
        if first.text == "[":
            self._next()
            self._properties(first)
            self._next()
        elif first.kind == "open":
            self._brackets()
        else:
            last = self._next()
            while self._goes_on(last):
                last = self._next()
        return first

    def _goes_on(self, last: Word) -> bool:
        """Whether the next word belongs to the same literal."""
        word = self._peek
        if last.kind == "string" or last.text == "^":
            return last.text == "^" or word.kind == "tag" or word.text == "^"
        touches = word.start == last.start + len(last.text)
        after = self._left[-2] if len(self._left) > 1 else _END
        is_point = word.text == "." and after.text.isdigit() and after.start == word.start + 1
        digits = last.text in [*"+-."] or last.text.isdigit()
        return touches and digits and (word.text.isdigit() or is_point or word.kind == "word")
