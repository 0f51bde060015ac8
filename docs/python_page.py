"""python.md: what `import finkg` offers, and every type that it gives or takes."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache, cached_property
from typing import NamedTuple

import finkg
from finkg.errors import FinkgError
from finkg.export.answers.writable import WritableAnswer

ABOUT = """\
Importing finkg is light: what a call needs is loaded by it. Each entry leads to the
[types](#types) that it takes and gives; [errors](errors.md) tells what is raised. Terms are
`NamedNode` and `Literal` of [pyoxigraph](https://pyoxigraph.readthedocs.io/en/stable/model.html).
"""
_NAME = re.compile(r"\b[A-Za-z_]\w*\b")
_EXAMPLE = re.compile(r"^>>> .*(?:\n(?!$).*)*", re.MULTILINE)


class Member(NamedTuple):
    """A public method or attribute, and where its annotations are to be looked up."""

    name: str
    thing: object
    module: str


def python_page(note: str) -> str:
    """Functions, the graph, its answers, and all other types that these lead to."""
    parts = ["# Python\n", note, ABOUT, "## Functions\n"]
    for name in finkg.__all__:
        thing = getattr(finkg, name)
        if not inspect.isclass(thing):
            parts += _entry(f"finkg.{name}", Member(name, thing, "finkg"))
    parts += _class(finkg.KnowledgeGraph, "finkg.KnowledgeGraph")
    parts += _class(WritableAnswer, "The answer of a question or a SELECT query")
    parts.append("## Types\n")
    for cls in types():
        parts += _class(cls, f"{cls.__module__}.{cls.__name__}", level="###")
    return "\n".join(parts)


def types() -> list[type]:
    """Every type of ours that public names lead to, at any remove, by name; errors stand apart."""
    start = [finkg.KnowledgeGraph, WritableAnswer]
    found = dict.fromkeys(start)
    todo = [*start]
    functions = [getattr(finkg, name) for name in finkg.__all__]
    todo += [c for f in functions if not inspect.isclass(f) for c in _named(_said(f), "finkg")]
    while todo:
        cls = todo.pop()
        if cls not in found or cls in start:
            found[cls] = None
            todo += [other for other in _mentioned(cls) if other not in found]
    others = (cls for cls in found if cls not in start)
    return sorted(others, key=lambda cls: (cls.__name__, cls.__module__))


def _mentioned(cls: type) -> Iterator[type]:
    for base in cls.__mro__:
        if base.__module__.startswith("finkg"):
            for annotation in fields_of(base).values():
                yield from _named(annotation, base.__module__)
    for member in members(cls):
        yield from _named(_said(member.thing), member.module)


def _said(thing: object) -> str:
    """The annotations of a member, in one text."""
    function = function_of(thing)
    return " ".join(map(str, getattr(function, "__annotations__", {}).values()))


def function_of(thing: object) -> object:
    if isinstance(thing, cached_property):
        return thing.func
    if isinstance(thing, property):
        return thing.fget
    return getattr(thing, "__func__", thing)


def _named(annotation: str, module: str) -> Iterator[type]:
    """The public classes of ours that an annotation names."""
    for name in _NAME.findall(annotation):
        thing = _resolved(name, module)
        if inspect.isclass(thing) and name[0] != "_" and _is_described(thing):
            yield thing


def _is_described(cls: type) -> bool:
    """Whether a class is one of ours that people meet: what another class needs of it is none, and
    errors have a page of their own."""
    ours = cls.__module__.startswith("finkg")
    return ours and not issubclass(cls, FinkgError) and not getattr(cls, "_is_protocol", False)


@cache
def _resolved(name: str, module: str) -> object:
    """What a name means in a module, be it imported for annotations only."""
    there = getattr(sys.modules[module], name, None)
    origin = _imports(module).get(name)
    if there is None and origin and origin[0].startswith("finkg"):
        return getattr(importlib.import_module(origin[0]), origin[1], None)
    return there


@cache
def _imports(module: str) -> dict[str, tuple[str, str]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {
        alias.asname or alias.name: (node.module or "", alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def fields_of(cls: type) -> dict[str, str]:
    """The public fields that a class itself declares, with their types as written."""
    if issubclass(cls, Enum):
        return {}
    own = vars(cls).get("__annotations__", {})
    # A named tuple has references in the place of what was written.
    written = {n: getattr(a, "__forward_arg__", str(a)) for n, a in own.items()}
    return {n: a for n, a in written.items() if not n.startswith("_") and "ClassVar" not in a}


def members(cls: type) -> list[Member]:
    """The public methods and attributes of a class, its bases' first; of ours, not of Python."""
    found: dict[str, Member] = {}
    for base in reversed(cls.__mro__):
        if not base.__module__.startswith("finkg"):
            continue
        for name, thing in vars(base).items():
            if not name.startswith("_") and _is_member(thing):
                found[name] = Member(name, thing, base.__module__)
    return list(found.values())


def _is_member(thing: object) -> bool:
    kinds = (cached_property, property, staticmethod, classmethod)
    # A base of another package may have put methods of its own making into a class of ours.
    ours = inspect.isfunction(thing) and thing.__module__.startswith("finkg")
    return ours or isinstance(thing, kinds)


def remarks(cls: type) -> dict[str, str]:
    """What is said of fields above them, in comments that begin with #:."""
    found: dict[str, str] = {}
    above: list[str] = []
    for line in inspect.getsource(cls).splitlines():
        text = line.strip()
        if text.startswith("#:"):
            above.append(text.removeprefix("#:").strip())
            continue
        if above and (field := re.match(r"(\w+)(?::| =)", text)):
            found[field[1]] = " ".join(above)
        above = []
    return found


def _class(cls: type, title: str, level: str = "##") -> Iterator[str]:
    anchor = "" if level == "##" else f'<a id="{_anchor(cls)}"></a>'
    yield f"{level} {anchor}{title}\n"
    yield f"{_prose(cls)}\n"
    if issubclass(cls, Enum):
        yield ", ".join(f"`{member.value}`" for member in cls) + ".\n"
    yield from _fields(cls)
    for member in members(cls):
        yield from _entry(member.name, member, f"{level}#")


def _fields(cls: type) -> Iterator[str]:
    rows = []
    for base in reversed(cls.__mro__):
        if base.__module__.startswith("finkg"):
            said = remarks(base)
            for name, annotation in fields_of(base).items():
                bar = annotation.replace("|", "\\|")
                rows.append(f"| `{name}` | `{bar}` | {said.get(name, '')} |")
    if rows:
        yield "\n".join(["| attribute | type | |", "| --- | --- | --- |", *rows, ""])


def _entry(name: str, member: Member, level: str = "###") -> Iterator[str]:
    yield f"{level} `{name}`\n"
    if isinstance(member.thing, (cached_property, property)):
        getter = function_of(member.thing)
        assert callable(getter)
        yield f"```python\n{name}: {inspect.signature(getter).return_annotation}\n```\n"
    else:
        function = function_of(member.thing)
        assert callable(function)
        yield f"```python\n{name}{_signature(function)}\n```\n"
    yield f"{_prose(function_of(member.thing))}\n"
    found = dict.fromkeys(_named(_said(member.thing), member.module))
    links = [f"[{c.__name__}](#{_anchor(c)})" for c in found if c.__name__ != "KnowledgeGraph"]
    if links:
        yield f"See {', '.join(links)}.\n"


def _anchor(cls: type) -> str:
    if cls is WritableAnswer:
        return "the-answer-of-a-question-or-a-select-query"
    return f"{cls.__module__}.{cls.__name__}"


class _AsWritten(str):
    """An annotation, which shows itself without quotes."""

    __slots__ = ()
    __repr__ = str.__str__


def _signature(function: Callable[..., object]) -> str:
    signature = inspect.signature(function)
    parameters = [
        parameter.replace(annotation=_AsWritten(parameter.annotation))
        for parameter in signature.parameters.values()
        if parameter.name not in ("self", "cls")
    ]
    returned = _AsWritten(signature.return_annotation)
    return str(signature.replace(parameters=parameters, return_annotation=returned))


def _prose(thing: object) -> str:
    """A docstring as Markdown: its examples are code."""
    return _EXAMPLE.sub(lambda m: f"```pycon\n{m[0]}\n```", inspect.getdoc(thing) or "")
