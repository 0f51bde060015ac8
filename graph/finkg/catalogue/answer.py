"""An answer: columns with headings in zh and en, rows of terms, and the evidence of each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from finkg.catalogue.question import Column
from finkg.catalogue.wording import Wording
from finkg.errors import Text
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import PREFIXES, local_name

if TYPE_CHECKING:
    from finkg.catalogue.marks import Mark
    from finkg.reasoning.proof import Proof

Cell = NamedNode | Literal | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Answer:
    """Rows of a question or a SELECT query, with the graph that they came from."""

    title: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    #: Patterns of subject, property, value over the columns, whose claims support a row.
    patterns: tuple[tuple[str, str, str], ...]
    view: GraphView
    names: Names
    #: The answer that the question's file records: one row a string, cells parted by ` | `.
    recorded: tuple[str, ...] = ()
    #: The question that was run and what it was given; empty for a query of one's own.
    question: str = ""
    given: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.view, self.names)

    def text(self, cell: Cell, lang: str) -> str:
        """A cell as people read it: the label of an entity, the text of a literal."""
        if cell is None:
            return ""
        return self._wording.term(cell, lang)

    def identifier(self, cell: Cell) -> str:
        """A cell as programs read it: the last part of an IRI, the text of a literal."""
        if cell is None:
            return ""
        return local_name(cell) if isinstance(cell, NamedNode) else cell.value

    def table(self, lang: str) -> Iterator[list[str]]:
        """Headings, then rows, as people read them."""
        shown = [place for place, column in enumerate(self.columns) if not column.hidden]
        yield [self.columns[place].label.in_language(lang) for place in shown]
        for row in self.rows:
            yield [self.text(row[place], lang) for place in shown]

    def evidence(self, row: Row) -> list[Proof]:
        """The proofs of the statements that support a row, each down to its quotes."""
        from finkg.reasoning.claims import Claims

        reader = Claims(self.view)
        return [reader.prove(claim) for claims in self._statements(row) for claim in claims]

    def marks(self, row: Row) -> list[Mark]:
        """What people should know of a row at a glance."""
        from finkg.catalogue.marks import marks
        from finkg.reasoning.claims import Claims

        return marks(Claims(self.view), self._statements(row))

    def _statements(self, row: Row) -> Iterator[list[NamedNode]]:
        """Of each statement that supports a row the claims that make it."""
        cells = {f"?{c.name}": cell for c, cell in zip(self.columns, row, strict=True)}
        for pattern in self.patterns:
            yield self._claims([cells.get(part) or _term(part) for part in pattern])

    def _claims(self, triple: list[Cell]) -> list[NamedNode]:
        from finkg.reasoning.claims import claims_of

        subject, predicate, value = triple
        if not (isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and value):
            return []
        return claims_of(self.view, subject, predicate, value)


def _term(part: str) -> Cell:
    """A constant of a pattern, such as fk:affectedBy; an unbound variable is nothing."""
    prefix, colon, local = part.partition(":")
    if part.startswith("?") or not colon or prefix not in PREFIXES:
        return None
    return NamedNode(PREFIXES[prefix] + local)


def columns_of(described: tuple[Column, ...], variables: list[str]) -> tuple[Column, ...]:
    """The headings in the order of the query's variables; one without is called by its name."""
    known = {column.name: column for column in described}
    return tuple(known.get(name, Column(name, Text(name, name))) for name in variables)
