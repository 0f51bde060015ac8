"""Finds words in the texts of a workspace and makes a row of claims.csv that quotes them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from finkg.errors import Problem, Text, UnknownName, UsageError
from finkg.evidence.gate import (
    QuoteCutsNumber,
    QuoteDigitsDiffer,
    QuoteNotFound,
    Span,
    StoredText,
)
from finkg.schema import Schema
from finkg.workspace.read import read_workspace
from finkg.workspace.tables import statement_columns

_SOURCE = Text("来源", "source")
_COLUMNS = statement_columns("claims.csv", register=False)
#: Where a context may begin and end: at a clause, at a sentence, at a paragraph.
_BORDERS = tuple(map(re.compile, (r"[,，。;；:：!！?？\n]", r"[。;；!！?？\n]", r"\n")))
#: How many characters a context may reach beyond the words, where no border helps.
_REACH = 40
#: The most telling reason why a quote does not stand in a text goes first.
_REASONS = (QuoteDigitsDiffer, QuoteCutsNumber, QuoteNotFound)


class NoTexts(UsageError):
    """A workspace without any stored text was asked for a quote."""

    text = Text("“{path}”里还没有文本。", "“{path}” holds no text yet.")
    hint = Text("先用“finkg add”加入一份。", "Add one with “finkg add”.")
    path: str


@dataclass(frozen=True, slots=True)
class PlacedQuote:
    """A place of the words: offsets in code points, 0-based, end exclusive."""

    source: str
    span: Span
    #: The text's own words, whose width and marks may differ from those that were looked for.
    exact: str
    #: A stretch that tells this place from others, empty if the words stand once or none does.
    context: str

    @property
    def header(self) -> str:
        """The heading of claims.csv."""
        return _line(_COLUMNS)

    @property
    def row(self) -> str:
        """A row of claims.csv, with everything but the quote's place left to fill in."""
        cells = {"quote": self.exact, "context_quote": self.context}
        return _line([cells.get(column, "") for column in _COLUMNS])


def _line(cells: tuple[str, ...] | list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def quote(
    workspace: Path, words: str, source: str = "", *, schema: Schema | None = None
) -> list[PlacedQuote]:
    """Every place of the words in the texts of a workspace, or in that of one source.

    Raises NotFound, NotReadable, UnknownName (a source), NoTexts, and where the words stand
    nowhere the reason of the text that comes nearest: QuoteDigitsDiffer, QuoteCutsNumber,
    QuoteNotFound.
    """
    texts = _texts(workspace, source, schema or Schema())
    found: list[PlacedQuote] = []
    reasons: list[Problem] = []
    for name, text in texts.items():
        try:
            found += _places(name, text, words)
        except Problem as problem:
            reasons.append(problem)
    if not found:
        raise min(reasons, key=_telling)
    return found


def _telling(problem: Problem) -> tuple[int, int]:
    """The order of reasons: by kind, then the text that has most in common with the words."""
    nearest = problem.nearest if isinstance(problem, QuoteNotFound) else ""
    return next(i for i, kind in enumerate(_REASONS) if isinstance(problem, kind)), -len(nearest)


def _texts(workspace: Path, source: str, schema: Schema) -> dict[str, StoredText]:
    whole = read_workspace(workspace, schema)
    held = {
        name: whole.texts[known.id]
        for name, known in whole.sources.items()
        if known.id in whole.texts
    }
    if not held:
        raise NoTexts(str(workspace))
    if source and source not in held:
        raise UnknownName(_SOURCE, source, tuple(get_close_matches(source, held, 3)))
    return {source: held[source]} if source else held


def _places(source: str, text: StoredText, words: str) -> Iterator[PlacedQuote]:
    places = text.occurrences(words)
    for span in places:
        context = _context(text, span) if len(places) > 1 else ""
        yield PlacedQuote(source, span, text[span], context)


def _context(text: StoredText, span: Span) -> str:
    """The shortest stretch around a span that tells its place from the others."""
    for stretch in _stretches(text.text, span):
        context = text[stretch].strip()
        if "|" not in context and _tells(text, context, span):
            return context
    return ""


def _stretches(text: str, span: Span) -> Iterator[Span]:
    """From border to border; where that does not help, some characters more on either side."""
    for border in _BORDERS:
        before = [match.end() for match in border.finditer(text, 0, span.start)]
        behind = border.search(text, span.end)
        yield Span((before or [0])[-1], behind.start() if behind else len(text))
    for more in range(1, _REACH):
        start, end = max(0, span.start - more), min(len(text), span.end + more)
        yield from (Span(start, span.end), Span(span.start, end), Span(start, end))


def _tells(text: StoredText, context: str, span: Span) -> bool:
    try:
        place, _ = text.place(text[span], [context])
    except Problem:
        # It stands more than once itself, or its border cuts a number, as a comma may in 1,000.
        return False
    return place == span
