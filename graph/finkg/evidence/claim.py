"""A claim: this subject has this property with this value. A node, not an assertion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from finkg.displaying import Displayed
from finkg.evidence.hashed_id import hashed_id
from finkg.evidence.moment import Moment
from finkg.evidence.record import Record
from finkg.vocabulary import fk

Value = NamedNode | Literal


class Kind(StrEnum):
    """What sort of saying a claim is."""

    FACT = "fact"
    OPINION = "opinion"
    FORECAST = "forecast"
    NORM = "norm"
    PLAN = "plan"

    @property
    def iri(self) -> NamedNode:
        return fk(self.value.capitalize())


@dataclass(frozen=True)
class Claim(Displayed):
    """A statement that some source makes or a rule derives, with the times that belong to it.

    Its identity is what it says and when: rank, flags, notes, stance and recording dates stand
    outside, so a second source or a refutation meets the same claim.

    >>> from finkg.vocabulary import ID
    >>> yuebao, launched = NamedNode(f"{ID}yuebao"), fk("launchedOn")
    >>> june = Claim(yuebao, launched, Moment.parse("2013-06").literal)
    >>> june.refines(Claim(yuebao, launched, Moment.parse("2013").literal))
    True
    >>> june.id == Claim(yuebao, launched, Moment.parse("2013-06").literal).id
    True
    """

    subject: NamedNode
    predicate: NamedNode
    value: Value
    kind: Kind = Kind.FACT
    valid_from: Moment | None = None
    valid_to: Moment | None = None
    as_of: Moment | None = None
    record: Record | None = None

    @cached_property
    def id(self) -> NamedNode:
        terms = (str(self.subject), str(self.predicate), str(self.value), self.kind.value)
        times = (str(time or "") for time in (self.valid_from, self.valid_to, self.as_of))
        return hashed_id("c", (*terms, *times, str(self.record.id) if self.record else ""))

    @cached_property
    def moment(self) -> Moment | None:
        """The value as a time, if it is one."""
        return Moment.from_literal(self.value) if isinstance(self.value, Literal) else None

    def refines(self, other: Claim) -> bool:
        """Whether its value is a time that lies in the other's and is narrower."""
        narrow, wide = self.moment, other.moment
        return bool(narrow and wide and narrow != wide and narrow.within(wide))

    @property
    def times(self) -> tuple[Moment | None, Moment | None, Moment | None, Moment | None]:
        """The time that is its value, and its as_of, valid_from and valid_to; a record's too."""
        stated = self.record.times if self.record else (None, None, None)
        as_of, valid_from, valid_to = stated
        return (
            self.moment,
            self.as_of or as_of,
            self.valid_from or valid_from,
            self.valid_to or valid_to,
        )

    @property
    def triple(self) -> tuple[NamedNode, NamedNode, Value]:
        return self.subject, self.predicate, self.value
