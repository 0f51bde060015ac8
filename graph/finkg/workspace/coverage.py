"""Coverage: which clauses of a text carry a quote, a context quote or a left-out span."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from finkg.evidence.gate import Span
from finkg.workspace.model import Workspace

#: Marks that end a clause: not 、, which only lists; not a comma or colon inside a number.
_CLAUSE_END = re.compile(r"[，。;；：!！?？\n]|[,:](?![0-9])|(?<![0-9])[,:]|\.(?=\s|$)")
_WORD = re.compile(r"\w")


def clauses(text: str) -> Iterator[Span]:
    """Every clause of a text that holds a letter or a digit, without the space around it."""
    start = 0
    for match in (*_CLAUSE_END.finditer(text), None):
        end = match.start() if match else len(text)
        clause = text[start:end]
        if _WORD.search(clause):
            lead = len(clause) - len(clause.lstrip())
            yield Span(start + lead, start + len(clause.rstrip()))
        start = match.end() if match else end


def uncovered(text: str, spans: Iterable[Span]) -> list[Span]:
    """The clauses that none of the spans touches, in order."""
    ends_by_start = sorted(spans)
    left: list[Span] = []
    place = reach = 0
    for clause in clauses(text):
        while place < len(ends_by_start) and ends_by_start[place].start < clause.end:
            reach = max(reach, ends_by_start[place].end)
            place += 1
        if reach <= clause.start:
            left.append(clause)
    return left


def spans_of(workspace: Workspace, source: NamedNode) -> list[Span]:
    """The spans of a text that rows quote, or that are left out on purpose."""
    quoted = [
        quote.span
        for row in workspace.rows
        for quote in row.evidence.quotes
        if quote.source == source
    ]
    return quoted + [left.span for left in workspace.left_out if left.source == source]
