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
_TOKEN = r"""(?P<comment>\#[^\n\r]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<string>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''
          |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<name>(?:[^\W\d_][\w.-]*)?:(?:[\w:%.-]|\\[^\w\s])*(?<!(?<!\\)\.)|_:[\w.-]*\w)
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


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


class Dataset(NamedTuple):
    """The graphs that a query names itself with FROM and FROM NAMED; empty if it names none."""

    default: tuple[Layer, ...] = ()
    named: tuple[Layer, ...] = ()


def admit(query: str) -> Dataset:
    """The dataset that the query asks for. Raises QueryRefused for what finkg does not run."""
    if _is_plain(query):
        return Dataset()
    text = decoded(query)
    tokens = [t for t in _tokens(text) if t.kind != "comment"]
    _check_nesting(tokens, text)
    _check_words(tokens, text)
    return _dataset(tokens, text)


def _is_plain(query: str) -> bool:
    """Whether no token can be one that is refused or that names a graph: none of the words is
    there at all, no escape could spell one, and there are too few brackets to nest too deep."""
    upper = query.upper()
    brackets = sum(query.count(bracket) for bracket in "{([")
    words = (*_UPDATES, "SERVICE", "FROM", "\\U")
    return brackets <= NESTING_LIMIT and not any(word in upper for word in words)


def _tokens(text: str) -> Iterator[_Token]:
    # Compiled (and kept) by re when it is needed: most queries hold no word that could be refused.
    for match in re.finditer(_TOKEN, text, re.VERBOSE | re.DOTALL):
        yield _Token(match.lastgroup or "", match[0], match.start())


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
    text = decoded(query)
    return [
        Word(token.kind, token.text, *_place(text, token), token.start)
        for token in _tokens(text)
        if token.kind != "comment"
    ]


def decoded(query: str) -> str:
    """A query with its codepoint escapes decoded (SPARQL 1.1, section 19.2)."""
    return _ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), query)


def _place(text: str, token: _Token) -> tuple[int, int]:
    """The line and column of a token, counted from 1."""
    before = text[: token.start]
    return before.count("\n") + 1, token.start - (before.rfind("\n") + 1) + 1


def _refuse(text: str, token: _Token, reason: Text) -> QueryRefused:
    return QueryRefused(token.text, *_place(text, token), reason)


def _check_nesting(tokens: list[_Token], text: str) -> None:
    depth = 0
    for token in tokens:
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth > NESTING_LIMIT:
            raise _refuse(text, token, _DEEP)


def _check_words(tokens: list[_Token], text: str) -> None:
    for token in tokens:
        word = token.text.upper() if token.kind == "word" else ""
        if word == "SERVICE":
            raise _refuse(text, token, _SERVICE)
        if word in _UPDATES:
            raise _refuse(text, token, _UPDATE)


def _dataset(tokens: list[_Token], text: str) -> Dataset:
    prefixes = dict(PREFIXES)
    default: list[Layer] = []
    named: list[Layer] = []
    for place, token in enumerate(tokens):
        word = token.text.upper() if token.kind == "word" else ""
        after = tokens[place + 1 : place + 3]
        if word == "PREFIX" and len(after) == 2:
            prefixes[after[0].text.removesuffix(":")] = after[1].text[1:-1]
        elif word == "FROM" and after:
            is_named = after[0].text.upper() == "NAMED" and len(after) == 2
            layer = _layer(after[1] if is_named else after[0], prefixes, text)
            (named if is_named else default).append(layer)
    return Dataset(tuple(default), tuple(named))


def _layer(token: _Token, prefixes: Mapping[str, str], text: str) -> Layer:
    iri = token.text[1:-1]
    if token.kind == "name":
        prefix, _, local = token.text.partition(":")
        iri = prefixes.get(prefix, "") + local
    found = [layer for layer in Layer if layer.iri == _node(iri)]
    if not found:
        raise _refuse(text, token, _FOREIGN)
    return found[0]


def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None
