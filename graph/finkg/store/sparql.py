"""Decides, before the engine sees it, whether a query is one that finkg runs.

The decision is made on the tokens of the SPARQL 1.1 grammar (section 19.8, productions 139 to
173) after codepoint escapes are decoded (section 19.2): outside strings, IRIs, comments and
prefixed names. The engine's own parser judges the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import NamedNode

from finkg.errors import QueryRefused, Text
from finkg.store.layers import Layer
from finkg.vocabulary import PREFIXES

#: Deeper nesting can kill the engine's process.
NESTING_LIMIT = 100

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# A prefix has at most a hundred characters: to look for a colon behind each letter of "a-a-a-…" up
# to the end of a text of 100 kB would take a minute. Of a longer one each word is looked at.
_TOKEN = r"""(?P<comment>\#[^\n\r]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<string>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''
          |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<name>(?:[^\W\d_][\w.-]{0,99})?:(?:[\w:%.-]|\\[^\w\s])*(?<!(?<!\\)\.)|_:[\w.-]*\w)
      | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<word>[^\W\d_]\w*)
      | (?P<open>[{(\[]) | (?P<close>[})\]])
      | (?P<other>\S)"""
_UPDATES = frozenset(
    ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"]
)
_SERVICE = Text("会访问网络", "would go to the network")
_UPDATE = Text("会改动图谱，而图谱只读", "would change the graph, which is read only")
_FOREIGN = Text("不是本图谱的图层", "is not a layer of this graph")
_DEEP = Text(f"嵌套超过 {NESTING_LIMIT} 层", f"nests deeper than {NESTING_LIMIT}")


class Dataset(NamedTuple):
    """The graphs that a query names itself with FROM and FROM NAMED; empty if it names none."""

    default: tuple[Layer, ...] = ()
    named: tuple[Layer, ...] = ()


def admit(query: str) -> Dataset:
    """The dataset that the query asks for. Raises QueryRefused for what finkg does not run."""
    if _is_plain(query):
        return Dataset()
    tokens = [token for token in _tokens(decoded(query)) if token.lastgroup != "comment"]
    _check_nesting(tokens)
    _check_words(tokens)
    return _dataset(tokens)


def _is_plain(query: str) -> bool:
    """Whether no token can be one that is refused or that names a graph: none of the words is
    there at all, no escape could spell one, and there are too few brackets to nest too deep."""
    upper = query.upper()
    brackets = sum(query.count(bracket) for bracket in "{([")
    words = (*_UPDATES, "SERVICE", "FROM", "\\U")
    return brackets <= NESTING_LIMIT and not any(word in upper for word in words)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Each token as the match of its kind."""
    # Compiled (and kept) by re when it is needed: most queries hold no word that could be refused.
    return re.finditer(_TOKEN, text, re.VERBOSE | re.DOTALL)


def stacked(query: str) -> int:
    """How many tokens of a query the engine may have on its stack at once: all but comments and the
    data of VALUES, which it reads in a loop."""
    count, in_data = 0, False
    for token in _tokens(decoded(query)):
        kind = token.lastgroup
        if in_data:
            in_data = kind != "close" or token[0] != "}"
        elif kind == "word" and token[0].upper() == "VALUES":
            in_data = True
        elif kind != "comment":
            count += 1
    return count


class Word(NamedTuple):
    """A token of a query outside comments: its kind and text, its line and column (from 1), and how
    many characters of the decoded query stand before it."""

    kind: str
    text: str
    line: int
    column: int
    start: int


def words(query: str) -> list[Word]:
    """The tokens of a query, codepoint escapes decoded, comments left out."""
    return [
        Word(token.lastgroup or "", token[0], *_place(token), token.start())
        for token in _tokens(decoded(query))
        if token.lastgroup != "comment"
    ]


def decoded(query: str) -> str:
    """A query with its codepoint escapes decoded (SPARQL 1.1, section 19.2)."""
    return _ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), query)


def _place(token: re.Match[str]) -> tuple[int, int]:
    """The line and column of a token, counted from 1."""
    before = token.string[: token.start()]
    return before.count("\n") + 1, token.start() - (before.rfind("\n") + 1) + 1


def line_of(text: str, number: int) -> str:
    """A line of a query, counted from 1 as the engine counts: only line feeds end one."""
    lines = text.split("\n")
    return lines[min(number, len(lines)) - 1].rstrip("\r")


def _refuse(token: re.Match[str], reason: Text) -> QueryRefused:
    line, column = _place(token)
    return QueryRefused(token[0], line, column, reason, line_of(token.string, line))


def _check_nesting(tokens: list[re.Match[str]]) -> None:
    depth = 0
    for token in tokens:
        if token.lastgroup == "open":
            depth += 1
            if depth > NESTING_LIMIT:
                raise _refuse(token, _DEEP)
        elif token.lastgroup == "close":
            depth -= 1


def _check_words(tokens: list[re.Match[str]]) -> None:
    for token in tokens:
        if token.lastgroup != "word":
            continue
        word = token[0].upper()
        if word == "SERVICE":
            raise _refuse(token, _SERVICE)
        if word in _UPDATES:
            raise _refuse(token, _UPDATE)


def _dataset(tokens: list[re.Match[str]]) -> Dataset:
    prefixes = dict(PREFIXES)
    default: list[Layer] = []
    named: list[Layer] = []
    for place, token in enumerate(tokens):
        if token.lastgroup != "word":
            continue
        word = token[0].upper()
        after = tokens[place + 1 : place + 3]
        if word == "PREFIX" and len(after) == 2:
            prefixes[after[0][0].removesuffix(":")] = after[1][0][1:-1]
        elif word == "FROM" and after:
            is_named = after[0][0].upper() == "NAMED" and len(after) == 2
            layer = _layer(after[1] if is_named else after[0], prefixes)
            (named if is_named else default).append(layer)
    return Dataset(tuple(default), tuple(named))


def _layer(token: re.Match[str], prefixes: Mapping[str, str]) -> Layer:
    iri = token[0][1:-1]
    if token.lastgroup == "name":
        prefix, _, local = token[0].partition(":")
        iri = prefixes.get(prefix, "") + local
    found = [layer for layer in Layer if layer.iri == _node(iri)]
    if not found:
        raise _refuse(token, _FOREIGN)
    return found[0]


def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None
