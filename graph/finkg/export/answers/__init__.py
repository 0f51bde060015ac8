"""Answers as files, one format a module: for programs (csv, tsv, json, xml, parquet) and for people
(md, html, xlsx). A format's libraries are loaded when it is written."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from finkg.errors import Language, Text, UnknownFormat, UsageError

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer, Row


class MissingPackage(UsageError):
    """A format needs a package that is installed with an extra of finkg only."""

    text = Text(
        "写 {format} 需要软件包 {package}，此处没有安装。",
        "Writing {format} needs the package {package}, which is not installed.",
    )
    hint = Text('请运行：pip install "finkg[{extra}]"', 'Run: pip install "finkg[{extra}]"')
    format: str
    package: str
    extra: str


class Format(NamedTuple):
    """One format: its name and suffixes, the module here that writes it, and what it can do."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    #: Not for a terminal.
    binary: bool = False
    #: Rows are written as they come.
    streams: bool = False
    #: Can hold the evidence of each row.
    evidence: bool = False
    package: str = ""
    extra: str = ""


FORMATS = (
    Format("csv", (".csv",), "separated", streams=True),
    Format("tsv", (".tsv",), "separated", streams=True),
    Format("json", (".json",), "objects", evidence=True),
    Format("xml", (".xml", ".srx"), "results"),
    Format("md", (".md", ".markdown"), "markdown", evidence=True),
    Format("html", (".html", ".htm"), "page", evidence=True),
    Format("xlsx", (".xlsx",), "sheet", binary=True, package="openpyxl", extra="tables"),
    Format("parquet", (".parquet",), "parquet", binary=True, package="pyarrow", extra="parquet"),
)


class Content(NamedTuple):
    """What is written. `rows` are those of the answer, or come one by one."""

    answer: Answer
    rows: Iterable[Row]
    format: Format
    lang: Language
    #: Of each row what supports it: data for json, else lines indented as a tree.
    evidence: list[list[Any]] | None = None


def by_suffix(path: str) -> Format | None:
    """The format that this file's suffix names, if one does."""
    suffix = PurePath(path).suffix.lower()
    return next((each for each in FORMATS if suffix in each.suffixes), None)


def named(name: str, *more: str) -> Format:
    """The format of this name. Raises UnknownFormat, which also offers `more`."""
    for each in FORMATS:
        if each.name == name:
            return each
    raise UnknownFormat(name, (*more, *(each.name for each in FORMATS)))


def write(content: Content, output: IO[bytes]) -> None:
    """Write an answer in its format. Raises MissingPackage."""
    into = content.format
    try:
        module = importlib.import_module(f"finkg.export.answers.{into.module}")
    except ModuleNotFoundError as error:
        if not into.package or (error.name or "").partition(".")[0] != into.package:
            raise
        raise MissingPackage(into.name, into.package, into.extra) from None
    module.write(content, output)
