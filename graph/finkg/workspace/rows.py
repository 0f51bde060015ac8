"""A row of a table of statements: its evidence, its times, and the checks that all share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.errors import Location, Problem
from finkg.evidence.claim import Claim
from finkg.evidence.gate import Span, StoredText
from finkg.evidence.moment import Moment
from finkg.evidence.quantity import quantities
from finkg.evidence.support import Evidence, Quote, Source, Stance
from finkg.vocabulary import local_name
from finkg.workspace.cells import Cells
from finkg.workspace.model import Row
from finkg.workspace.problems import (
    DuplicateRow,
    EmptyCell,
    FactOfEditors,
    NumberNotQuoted,
    UnknownSource,
)
from finkg.workspace.reader import Reader
from finkg.workspace.table import TableRow, read_table
from finkg.workspace.tables import statement_columns

#: The id of the source for decisions about structure, and all that may rest on it.
EDITORS = "editors"
STRUCTURE = ("partOf", "differentFrom", "broader")


@dataclass(slots=True)
class SourceFolder:
    """A folder below sources/: one text with its rows, or a register with rows of many sources."""

    path: Path
    shown: str
    reader: Reader
    #: The text's source; nothing for a register.
    source: Source | None
    #: Ids of the register's own sources.
    register: frozenset[str] = frozenset()
    _first: dict[NamedNode, Location] = field(default_factory=dict)

    def statements(self, table: str) -> Iterator[Statement]:
        """The rows of one of its tables."""
        path = self.path / table
        if not path.is_file():
            return
        columns = statement_columns(table, register=self.source is None)
        for row in read_table(path, f"{self.shown}/{table}", columns, self.reader.report):
            statement = Statement(row, self)
            if statement.source:
                yield statement

    def take(self, claim: Claim, evidence: Evidence, where: Location) -> None:
        """Add a row to the workspace, once."""
        first = self._first.setdefault(evidence.id, where)
        if first is not where:
            self.reader.report(DuplicateRow(first).at(where))
            return
        self.reader.workspace.rows.append(Row(claim, evidence, where))


class Statement(Cells):
    """The cells of a row of statements, with the source that makes them."""

    def __init__(self, row: TableRow, folder: SourceFolder) -> None:
        super().__init__(row, folder.reader)
        self._folder = folder
        self.source = folder.source or self._registered()
        self._quote: Quote | None = None
        self._contexts: tuple[Quote, ...] = ()

    def _registered(self) -> Source | None:
        name = self.row["source"]
        if not name:
            self.fault(EmptyCell("source"), "source")
        elif name not in self._folder.register:
            self.fault(UnknownSource(name), "source")
        else:
            return self.reader.workspace.sources[name]
        return None

    @property
    def language(self) -> str:
        return (self.source.language if self.source else "") or "en"

    def place_quote(self) -> None:
        """Find the quote and its contexts in the text, if the source is a text."""
        if self._folder.source is None:
            return
        self.needed("quote")
        text = self.reader.workspace.texts.get(self._folder.source.id)
        if text is None or not self.row["quote"]:
            return
        try:
            self._find(text, self._folder.source)
        except Problem as problem:
            column = "quote" if getattr(problem, "quote", "") == self.row["quote"] else ""
            self.fault(problem, column or "context_quote")

    def _find(self, text: StoredText, source: Source) -> None:
        contexts = [part.strip() for part in self.row["context_quote"].split("|") if part.strip()]
        span, around = text.place(self.row["quote"], contexts)
        language = "zh" if source.language == "en" else "en"
        self._quote = Quote(source.id, span, text[span], self.row["gloss"], language)
        self._contexts = tuple(Quote(source.id, s, text[s]) for s in around)

    @property
    def quoted_spans(self) -> list[Span]:
        return [q.span for q in (self._quote, *self._contexts) if q]

    @property
    def quoted(self) -> str:
        """The words of quote and contexts; nothing for a citation."""
        return "\n".join(q.exact for q in (self._quote, *self._contexts) if q)

    def check_numbers(self, column: str, numbers: Iterable[Decimal | None]) -> None:
        """Every number has to equal, as a quantity, one that quote or contexts print."""
        if not self._quote:
            return
        printed = {quantity.value for quantity in quantities(self.quoted)}
        for number in numbers:
            if number is not None and number not in printed:
                self.fault(NumberNotQuoted(column, format(number, "f")), column)

    def check_time(self, column: str, time: Moment | None) -> None:
        """Year, month and day of a time have to be readable, as far as it states them."""
        if time and "Q" not in time.text:
            self.check_numbers(column, [Decimal(int(part)) for part in time.text.split("-")])

    def times(self, *columns: str) -> tuple[Moment | None, ...]:
        """Times of the row, each of them readable in its quote."""
        read = tuple(self.time(column) for column in columns)
        for column, time in zip(columns, read, strict=True):
            self.check_time(column, time)
        return read

    def state(self, claim: Claim) -> None:
        """The row as a claim with its evidence, unless something about it is wrong."""
        stance = self.member("stance", Stance, Stance.SUPPORTS)
        name = local_name(claim.predicate)
        if self.source and local_name(self.source.id) == EDITORS and name not in STRUCTURE:
            self.fault(FactOfEditors(name), "property" if "property" in self.row.cells else "")
        if not self.sound or not self.source:
            return
        evidence = Evidence(
            claim.id,
            self.source.id,
            stance,
            self._quote,
            self._contexts,
            self.row["note"],
            self.source.recorded,
        )
        self._folder.take(claim, evidence, self.row.where())
