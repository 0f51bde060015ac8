"""An answer: columns with headings in zh and en, rows of terms, and the evidence of each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from finkg.catalogue.question import Column
from finkg.catalogue.wording import Wording
from finkg.displaying import Displayed, Listed
from finkg.errors import Text
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import PREFIXES, local_name

if TYPE_CHECKING:
    from finkg.catalogue.marks import Mark
    from finkg.reasoning.proof import Proof

_NOTHING = Text("", "")
Cell = NamedNode | Literal | None
Row = tuple[Cell, ...]
#: What a statement says.
Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


@dataclass(frozen=True)
class Answer(Displayed):
    """Rows of a question or a SELECT query, with the graph that they came from.

    >>> answer = kg.ask("products-of-company", company="微众银行")
    >>> len(answer), answer.title.en
    (2, 'Which products does a company offer?')
    """

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
    #: Of a row that an analysis computed, the statements that it was computed from.
    grounds: Mapping[Row, tuple[Triple, ...]] = field(default_factory=dict)
    #: The same of a row that counts, as patterns over its columns.
    counts: tuple[str, ...] = ()
    #: Whether a computed row stands on each of its grounds, as a path on its steps. One that counts
    #: them does not, and bears no marks.
    falls_with_grounds: bool = False
    #: What is to be said beside the rows: why there are none.
    remark: Text = _NOTHING

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.view, self.names)

    def text(self, cell: Cell, lang: str) -> str:
        """A cell as people read it: the label of an entity, the text of a literal.

        >>> answer = kg.ask("products-of-company", company="微众银行")
        >>> product, _ = answer.rows[0]
        >>> answer.text(product, "zh"), answer.text(product, "en")
        ('微粒贷', 'Weilidai')
        """
        if cell is None:
            return ""
        return self._wording.term(cell, lang)

    def identifier(self, cell: Cell) -> str:
        """A cell as programs read it: the last part of an IRI, the text of a literal.

        >>> answer = kg.ask("products-of-company", company="微众银行")
        >>> [answer.identifier(product) for product, provider in answer.rows]
        ['weilidai', 'weiyedai']
        """
        if cell is None:
            return ""
        return local_name(cell) if isinstance(cell, NamedNode) else cell.value

    def table(self, lang: str) -> Iterator[list[str]]:
        """Headings, then rows, as people read them.

        >>> [*kg.ask("products-of-company", company="微众银行").table("zh")]
        [['产品', '提供者'], ['微粒贷', '微众银行'], ['微业贷', '微众银行']]
        """
        shown = [place for place, column in enumerate(self.columns) if not column.hidden]
        yield [self.columns[place].label.in_language(lang) for place in shown]
        for row in self.rows:
            yield [self.text(row[place], lang) for place in shown]

    def evidence(self, row: Row) -> list[Proof]:
        """The proofs of the statements that support a row, each down to its quotes.

        >>> answer = kg.ask("products-of-company", company="微众银行")
        >>> proof = answer.evidence(answer.rows[0])[0]
        >>> proof.standing, proof.evidence[0].supports
        ('Accepted', True)
        """
        from finkg.reasoning.claims import Claims

        reader = Claims(self.view)
        statements = (*self._statements(row), *self._grounds(row))
        found = dict.fromkeys(claim for claims in statements for claim in claims)
        return Listed(map(reader.prove, found))

    @property
    def has_marks(self) -> bool:
        """Whether it is known which statements carry a row, so that it can bear marks."""
        return bool(self.patterns) or self.falls_with_grounds

    def marks(self, row: Row) -> list[Mark]:
        """What people should know of a row at a glance.

        >>> answer = kg.timeline("yuebao")
        >>> {mark.slug for row in answer.rows for mark in answer.marks(row)} >= {"disputed"}
        True
        """
        from finkg.catalogue.marks import marks
        from finkg.reasoning.claims import Claims

        carrying = [*self._statements(row)]
        if self.falls_with_grounds:
            carrying += self._grounds(row)
        return marks(Claims(self.view), carrying)

    def _statements(self, row: Row) -> Iterator[list[NamedNode]]:
        """Of each statement that supports a row the claims that make it."""
        cells = {f"?{c.name}": cell for c, cell in zip(self.columns, row, strict=True)}
        for pattern in self.patterns:
            yield self._claims([cells.get(part) or _term(part) for part in pattern])

    def _grounds(self, row: Row) -> Iterator[list[NamedNode]]:
        """The same of each statement that a row was computed from, or counts."""
        from finkg.catalogue.counted import counted

        yield from (self._claims([*triple]) for triple in self.grounds.get(row, ()))
        cells = {c.name: cell for c, cell in zip(self.columns, row, strict=True)}
        for count in self.counts:
            yield from (self._claims([*triple]) for triple in counted(self.view, count, cells))

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
