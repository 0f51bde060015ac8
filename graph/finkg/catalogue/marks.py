"""What people should know of a row at a glance: that it hangs on one source, is disputed, or is not
known to hold on the day."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.errors import Text
from finkg.reasoning.claims import Claims
from finkg.vocabulary import local_name


class Mark(StrEnum):
    """A mark beside a row, as it is printed."""

    SINGLE_SOURCE = "※"
    DISPUTED = "⚖"
    TIME_UNKNOWN = "?"

    @property
    def slug(self) -> str:
        """The mark as programs read it, such as single-source."""
        return self.name.lower().replace("_", "-")

    @property
    def meaning(self) -> Text:
        """What it tells, in both languages."""
        return _MEANINGS[self]


_MEANINGS = {
    Mark.SINGLE_SOURCE: Text("只靠一个来源，缺之不立", "falls without a single source"),
    Mark.DISPUTED: Text("有争议", "in dispute"),
    Mark.TIME_UNKNOWN: Text("当日是否成立不明", "not known to hold on the day"),
}


def marks(reader: Claims, statements: Iterable[list[NamedNode]]) -> list[Mark]:
    """The marks of a row; each of the statements that support it is given as the claims that make
    it, at whatever times."""
    found: set[Mark] = set()
    for claims in statements:
        # What lost a dispute, or was judged out, does not carry the row where another claim does.
        carrying = [c for c in claims if _standing(reader, c) == "Accepted"] or claims
        if carrying and frozenset.intersection(*(_needed(reader, c) for c in carrying)):
            found.add(Mark.SINGLE_SOURCE)
        if any(reader.pointing(v.DISPUTES, claim) for claim in carrying):
            found.add(Mark.DISPUTED)
        if carrying and all(_standing(reader, c) == "TimeUnknown" for c in carrying):
            found.add(Mark.TIME_UNKNOWN)
    return [mark for mark in Mark if mark in found]


def _standing(reader: Claims, claim: NamedNode) -> str:
    return next(map(local_name, reader.nodes(claim, v.STANDING)), "")


def _needed(reader: Claims, claim: NamedNode) -> frozenset[NamedNode]:
    """The sources without any one of which a claim falls."""
    concluded = frozenset(reader.nodes(claim, v.FALLS_WITHOUT))
    stated = reader.independent(claim)
    if not stated:
        return concluded
    return stated if len(stated) == 1 and not reader.pointing(v.CONCLUDED, claim) else concluded
