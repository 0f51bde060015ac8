"""Proofs: why a statement stands, down to quotes or citations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from finkg.displaying import Displayed
from finkg.errors import Location, Text
from finkg.vocabulary import local_name

if TYPE_CHECKING:
    from finkg.store.view import GraphView

Term = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Quoted:
    """A verbatim span as it is shown: code points, 0-based, end exclusive; gloss may be empty."""

    text: str
    start: int
    end: int
    gloss: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One piece of evidence. Without a quote it is a citation, and says so."""

    source: NamedNode
    title: str
    supports: bool
    quote: Quoted | None
    contexts: tuple[Quoted, ...]
    note: str
    row: Location | None


@dataclass(frozen=True, slots=True)
class Step:
    """One use of a rule: its sentence is a template over {subject} and {value}."""

    inference: NamedNode
    rule: NamedNode
    sentence_zh: str
    sentence_en: str
    premises: tuple[Proof, ...]
    #: First day on which the conclusion surely holds, and the first on which it may no longer hold;
    #: both empty where no day is sure, the second where there is no end.
    sure_from: str
    sure_until: str


@dataclass(frozen=True, slots=True)
class Doubted:
    """A doubt about a part of a claim ("ValuePart", "AsOfPart" ...): the rule that has it, and what
    the rule saw."""

    rule: NamedNode
    part: str
    explanation: Text


@dataclass(frozen=True, slots=True)
class Times:
    """When a claim holds, as its source states it; what is not said is empty."""

    as_of: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Proof(Displayed):
    """A claim with what it rests on: evidence, or else the step that concluded it."""

    claim: NamedNode
    subject: NamedNode
    predicate: NamedNode
    value: Term
    #: The record that carries the parts of what is said, if it has parts.
    record: NamedNode | None
    kind: str
    standing: str
    flags: tuple[Doubted, ...]
    evidence: tuple[Leaf, ...]
    step: Step | None
    times: Times
    #: "PreferredRank", "NormalRank" or "DeprecatedRank", and why.
    rank: str
    rank_reason: Text
    #: The disputes of which it is a side.
    disputes: tuple[NamedNode, ...]
    #: Of a conclusion: the sources without any one of which it falls, by title.
    sole_sources: tuple[str, ...] = ()
    #: Which of the minimal proofs of the claim it is, of how many, and whether there may be more;
    #: the first where the others were not asked for.
    number: int = 1
    of: int = 1
    capped: bool = False
    #: The graph whose claim it is, which has the words for its terms.
    view: GraphView | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        value = local_name(self.value) if isinstance(self.value, NamedNode) else self.value.value
        said = f"{local_name(self.subject)} {local_name(self.predicate)} {value}"
        number = f", {self.number} of {self.of}" if self.of > 1 else ""
        return f"<Proof of {said}: {self.standing}{number}>"

    def grounds(self) -> frozenset[NamedNode]:
        """The stated claims that the proof rests on."""
        if not self.step:
            return frozenset((self.claim,))
        return frozenset[NamedNode]().union(*(p.grounds() for p in self.step.premises))

    def leaves(self) -> Iterator[Leaf]:
        """Every piece of evidence that the proof ends in."""
        yield from self.evidence
        for premise in self.step.premises if self.step else ():
            yield from premise.leaves()
