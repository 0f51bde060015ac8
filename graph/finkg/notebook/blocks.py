"""What the HTML of a thing is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """What a thing is called, and beside it what it is."""

    kind: ClassVar[str] = "heading"
    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one below the other."""

    kind: ClassVar[str] = "facts"
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid: its words, and how programs call what it names."""

    text: str
    identifier: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark beside a row, and what it means."""

    sign: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a grid, with its marks."""

    cells: tuple[Cell, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `legend` are the marks that its rows bear, `marks` is how their column is called."""

    kind: ClassVar[str] = "grid"
    headings: tuple[Cell, ...]
    lines: tuple[Line, ...]
    legend: tuple[Mark, ...] = ()
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A line and what stands below it. What `folds` is opened by the reader, or is `open`."""

    kind: ClassVar[str] = "branch"
    part: str
    text: str
    aside: str = ""
    below: tuple[Branch, ...] = ()
    folds: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A remark."""

    kind: ClassVar[str] = "note"
    text: str


Block: TypeAlias = Heading | Facts | Grid | Branch | Note
