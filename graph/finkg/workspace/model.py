"""What a workspace says, read and placed: every row knows its file and line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.errors import Location, Problem, Severity, Text
from finkg.evidence.claim import Claim
from finkg.evidence.gate import Span, StoredText
from finkg.evidence.identities import IdentityJudgement
from finkg.evidence.policy import Policy
from finkg.evidence.rank import Judgement
from finkg.evidence.support import Evidence, Source


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that exists, by decision of the editors: identity, types and names, no facts."""

    id: str
    iri: NamedNode
    types: tuple[NamedNode, ...]
    label: Text
    aliases: tuple[str, ...]
    #: Broader concepts, for concepts only: structure of a scheme, which needs no evidence.
    broader: tuple[NamedNode, ...]
    note: str
    where: Location


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of statements: a claim and one piece of evidence for or against it."""

    claim: Claim
    evidence: Evidence
    where: Location


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of a text that is given no row on purpose, with the reason."""

    source: NamedNode
    span: Span
    reason: Text
    where: Location


@dataclass(frozen=True, slots=True)
class PlacedJudgement:
    """A judgement and the row that states it."""

    judgement: Judgement
    where: Location


@dataclass(frozen=True, slots=True)
class PlacedIdentity:
    """A judgement on identity and the row that states it."""

    judgement: IdentityJudgement
    where: Location


@dataclass(slots=True)
class Workspace:
    """A whole workspace, with those it extends merged in."""

    folder: Path
    title: Text
    #: Base IRI of this workspace's own entities.
    base: str
    #: The day up to which the editors answer for the graph.
    day: date
    entities: dict[str, Entity] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    #: Where each id, of an entity or of a source, is stated.
    places: dict[str, Location] = field(default_factory=dict)
    texts: dict[NamedNode, StoredText] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    judgements: list[PlacedJudgement] = field(default_factory=list)
    identities: list[PlacedIdentity] = field(default_factory=list)
    policy: Policy = field(default_factory=Policy)
    left_out: list[LeftOut] = field(default_factory=list)
    #: Each workspace merged in, extended ones first: its folder, and what its files are named with.
    parts: list[tuple[Path, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def folders(self) -> list[Path]:
        """Folders with rules and questions of the workspace's own, those of extended ones first."""
        return [folder for folder, _ in self.parts]

    def drop(self, sources: Collection[NamedNode]) -> None:
        """Leave out sources, and all rows that rest on them."""
        self.rows = [row for row in self.rows if row.evidence.source not in sources]
        self.sources = {name: s for name, s in self.sources.items() if s.id not in sources}
        self.texts = {source: t for source, t in self.texts.items() if source not in sources}
        self.left_out = [left for left in self.left_out if left.source not in sources]

    @property
    def violations(self) -> list[Problem]:
        return [p for p in self.problems if p.severity is Severity.VIOLATION]
