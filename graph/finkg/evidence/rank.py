"""Rank: which of a subject's claims to believe first. Always with a reason in zh and en."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode

from finkg.errors import Text, UsageError
from finkg.vocabulary import fk

UNRIVALLED = Text(
    "没有与之相争的主张，也没有人裁定。", "No claim rivals it and nobody has judged it."
)


class Rank(StrEnum):
    """Preferred, normal or deprecated; a deprecated claim is kept and never believed."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"

    @property
    def iri(self) -> NamedNode:
        return fk(f"{self.value.capitalize()}Rank")

    @property
    def place(self) -> int:
        """0 for the best."""
        return list(Rank).index(self)


class UnknownRank(UsageError):
    """What should be a rank and is none."""

    text = Text("没有“{found}”这一等级。", "“{found}” is no rank.")
    hint = Text("写 preferred、normal 或 deprecated。", "Use preferred, normal or deprecated.")
    found: str


def a_rank(name: str) -> Rank:
    """The rank of this name. Raises UnknownRank.

    >>> a_rank("preferred").place
    0
    >>> a_rank("best")
    Traceback (most recent call last):
    finkg.evidence.rank.UnknownRank: “best” is no rank. Use preferred, normal or deprecated.
    """
    try:
        return Rank(name)
    except ValueError:
        raise UnknownRank(name) from None


@dataclass(frozen=True, slots=True)
class Ranking:
    """A rank and why."""

    rank: Rank = Rank.NORMAL
    reason: Text = UNRIVALLED


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision about the claims of a statement, or about the one that `detail`, its own
    id or that of its record, tells apart."""

    subject: NamedNode
    predicate: NamedNode
    value: NamedNode | Literal
    detail: NamedNode | None
    rank: Rank
    reason: Text
    by: str
    on: str

    @property
    def ranking(self) -> Ranking:
        if not self.by:
            return Ranking(self.rank, self.reason)
        signed = Text(
            f"{self.reason.zh}（{self.by}，{self.on}）", f"{self.reason.en} ({self.by}, {self.on})"
        )
        return Ranking(self.rank, signed)
