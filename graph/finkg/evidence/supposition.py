"""What is supposed to be otherwise than in a graph, to see what would follow."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from finkg.evidence.rank import Rank
from finkg.evidence.support import Reliability, Source

#: What a supposed statement rests on: nothing but the question.
SUPPOSED: Final = Source(
    NamedNode("urn:finkg:supposition"), "假设 / supposition", Reliability.HIGH, language="en"
)


@dataclass(frozen=True, slots=True)
class Supposition:
    """One or several changes, made together."""

    #: Sources, and claims by their own id or that of their record, that are left out.
    without: frozenset[NamedNode] = frozenset()
    #: If given, rules use the facts that rank at least so, and no others.
    least_rank: Rank | None = None
    #: Instruments, and what they are supposed to regulate: an activity, data, a sector.
    extended: tuple[tuple[NamedNode, NamedNode], ...] = ()
    #: Tables of statements that are supposed to hold.
    added: tuple[Path, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self == Supposition()
