"""A row of a table of statements: its evidence, its times, and the checks that all share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

from finkg.errors import Problem
from finkg.evidence.claim import Claim
from finkg.evidence.gate import StoredText
from finkg.evidence.moment import Moment
from finkg.evidence.record import PRECISIONS
from finkg.evidence.support import Evidence, Quote, Source, Stance
from finkg.figures import plain
from finkg.forms import needed
from finkg.schema import Property
from finkg.vocabulary import local_name
from finkg.workspace.cells import Cells
from finkg.workspace.problems import (
    CitesHeldText,
    EmptyCell,
    EndsBeforeStart,
    FactOfEditors,
    NumberNotQuoted,
    PrecisionUnread,
    UnknownSource,
)
from finkg.workspace.readable import Readable
from finkg.workspace.reader import Reader
from finkg.workspace.table import TableRow, read_table
from finkg.workspace.tables import statement_columns

#: The id of the source for decisions about structure, and all that may rest on it.
EDITORS = "editors"
STRUCTURE = ("partOf", "differentFrom", "broader")


@dataclass(frozen=True, slots=True)
class SourceFolder:
    """A folder below sources/: one text with its rows, or a register with rows of many sources; or
    what is supposed, which is no text and quotes nothing."""

    path: Path
    shown: str
    reader: Reader
    #: The text's source; nothing for a register.
    source: Source | None

    def statements(self, table: str) -> Iterator[Statement]:
        """The rows of one of its tables."""
        path = self.path / table
        if not path.is_file():
            return
        columns = statement_columns(table, register=self.source is None)
        for row in read_table(path, f"{self.shown}/{table}", columns, self.reader.report):
            yield Statement(row, self, needed(columns))


class Statement(Cells):
    """The cells of a row of statements, with the source that makes them.

    `source` is nothing where the row names none that is known; then it states nothing either.
    """

    def __init__(self, row: TableRow, folder: SourceFolder, needed: tuple[str, ...]) -> None:
        super().__init__(row, folder.reader)
        self._needed = needed
        self.source = folder.source or self._registered()
        texts = self.reader.workspace.texts
        self._text = texts.get(folder.source.id) if folder.source else None
        self._must_quote = folder.source is not None and folder.source.is_text
        self._quote: Quote | None = None
        self._contexts: tuple[Quote, ...] = ()
        self._readable: Readable | None = None

    def _registered(self) -> Source | None:
        """The source that a row of a register names."""
        name = self.row["source"]
        known = self.reader.workspace.sources
        if not name:
            self.fault(EmptyCell("source"), "source")
        elif name not in known:
            near = tuple(get_close_matches(name, known, 3))
            self.fault(UnknownSource(name, near), "source")
        elif known[name].is_text:
            self.fault(CitesHeldText(name), "source")
        else:
            return known[name]
        return None

    def check_needed(self) -> None:
        """Report the cells that may not be empty and are."""
        self.needed(*self._needed)

    @property
    def language(self) -> str:
        """The language of bare text in a cell."""
        return (self.source.language if self.source else "") or "en"

    def place_quote(self) -> None:
        """Find the quote and its contexts in the text, if the source is a text."""
        if not self._must_quote:
            return
        self.needed("quote")
        if self._text is None or not self.source or not self.row["quote"]:
            return
        contexts = [part.strip() for part in self.row["context_quote"].split("|") if part.strip()]
        try:
            self._find(self._text, self.source, contexts)
        except Problem as problem:
            in_quote = getattr(problem, "quote", "") == self.row["quote"]
            self.fault(problem, "quote" if in_quote else "context_quote")

    def _find(self, text: StoredText, source: Source, contexts: list[str]) -> None:
        span, around = text.place(self.row["quote"], contexts)
        language = "zh" if source.language.startswith("en") else "en"
        self._quote = Quote(source.id, span, text[span], self.row["gloss"], language)
        self._contexts = tuple(Quote(source.id, s, text[s]) for s in around)
        self._readable = Readable(text[span], tuple(text[s] for s in around))

    def checked_number(self, column: str) -> Decimal | None:
        """A number of the row, which has to equal one that the quote or its contexts print."""
        number = self.number(column)
        if number is not None and self._readable and number not in self._readable.numbers:
            self.fault(NumberNotQuoted(column, plain(number)), column)
        return number

    def checked_time(self, column: str) -> Moment | None:
        """A time of the row, which has to be readable in the quote or its contexts."""
        time = self.time(column)
        self.check_time(column, time)
        return time

    def check_time(self, column: str, time: Moment | None) -> None:
        """Report the parts of a time that quote and contexts do not print."""
        for part in self._readable.unread(time) if time and self._readable else ():
            self.fault(NumberNotQuoted(column, part), column)

    def precision(self, number: Decimal | None) -> str:
        """The word of precision; a warning where the quote has one and the cell is empty."""
        word = self.word("precision", tuple(PRECISIONS))
        if not self.row["precision"] and number is not None and self._readable:
            found = self._readable.precision(number)
            if found:
                self.warn(PrecisionUnread(*found), "precision")
        return word

    def check_subject(self, column: str, known: Property) -> None:
        """Report a subject, a known id, that is outside the property's domain."""
        self.read(column, lambda cell: self.reader.check_subject(cell, known))

    def check_value(self, column: str, known: Property) -> None:
        """Report a value, a known id, that is outside the property's range."""
        self.read(column, lambda cell: self.reader.check_value(cell, known))

    def state(self, claim: Claim) -> None:
        """The row as a claim with its evidence, unless something about it is wrong."""
        stance = self.member("stance", Stance, Stance.SUPPORTS)
        name = local_name(claim.predicate)
        if self.source and local_name(self.source.id) == EDITORS and name not in STRUCTURE:
            self.fault(FactOfEditors(name), "property")
        self._check_interval(claim)
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
        self.reader.take(claim, evidence, self.row.where())

    def _check_interval(self, claim: Claim) -> None:
        """Report an end that surely is not after the start: an end is the first time outside."""
        _, _, start, end = claim.times
        if start and end and end.latest <= start.earliest:
            self.fault(EndsBeforeStart(start.text, end.text), "valid_to")
