"""An answer as people read it: words in one language, marks of rows, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from finkg.catalogue.marks import Mark

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer, Cell, Row
    from finkg.errors import Language


class ShownRow(NamedTuple):
    """The cells that are not hidden, and the marks beside them."""

    cells: list[Cell]
    marks: list[Mark]


class Shown:
    """Headings and rows of the columns that are not hidden; the marks that any row bears."""

    def __init__(self, answer: Answer, rows: Iterable[Row], lang: Language) -> None:
        self._answer = answer
        self._lang = lang
        places = [place for place, column in enumerate(answer.columns) if not column.hidden]
        self.headings = [answer.columns[place].label.in_language(lang) for place in places]
        self.rows = [ShownRow([row[p] for p in places], answer.marks(row)) for row in rows]
        self.used = [mark for mark in Mark if any(mark in row.marks for row in self.rows)]

    def text(self, cell: Cell) -> str:
        return self._answer.text(cell, self._lang)

    def texts(self) -> Iterator[tuple[list[str], str]]:
        """The words of each row, and its marks in one string."""
        for row in self.rows:
            yield [self.text(cell) for cell in row.cells], "".join(row.marks)

    @property
    def legend(self) -> list[tuple[Mark, str]]:
        """The marks that are used, each with its meaning."""
        return [(mark, mark.meaning.in_language(self._lang)) for mark in self.used]


class Item(NamedTuple):
    """A line of a tree and the lines below it."""

    text: str
    below: list[Item]


def tree(lines: Iterable[str]) -> list[Item]:
    """Lines as a tree: what is indented further stands below what stands before it."""
    top: list[Item] = []
    above: list[tuple[int, list[Item]]] = [(-1, top)]
    for line in lines:
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        while indent <= above[-1][0]:
            above.pop()
        item = Item(text, [])
        above[-1][1].append(item)
        above.append((indent, item.below))
    return top
