"""Rows become claims, and each claim is ranked, doubted and given its standing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from finkg.errors import Location, Problem, Text
from finkg.evidence.assessment import Assessed, Tiers, stands
from finkg.evidence.claim import Claim
from finkg.evidence.dispute import Dispute, settle
from finkg.evidence.doubt import Crowding, crowding, doubts_of_year
from finkg.evidence.rank import Judgement
from finkg.evidence.support import Source
from finkg.schema import Property, Schema
from finkg.workspace.model import PlacedJudgement, Row, Workspace


class JudgementMeetsNoClaim(Problem):
    text = Text(
        "裁定“{subject} {predicate} {value}”没有对应的主张。",
        "The judgement on “{subject} {predicate} {value}” meets no claim.",
    )
    hint = Text(
        "核对主语、属性和取值；观测、持股和影响还须填 detail。",
        "Check subject, property and value; a record needs its detail too.",
    )
    subject: str
    predicate: str
    value: str


@dataclass(slots=True)
class Assessment:
    """All claims of a workspace with their standing, and the disputes between them."""

    claims: dict[NamedNode, Assessed] = field(default_factory=dict)
    disputes: list[Dispute] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    #: Where each piece of evidence is stated.
    rows: dict[NamedNode, Location] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class _Assessor:
    def __init__(self, workspace: Workspace, schema: Schema) -> None:
        self.workspace = workspace
        self.schema = schema
        self.result = Assessment(sources=[*workspace.sources.values()])

    @cached_property
    def tiers(self) -> Tiers:
        return {source.id: source.reliability for source in self.result.sources}

    @cached_property
    def crowded(self) -> dict[NamedNode, Crowding]:
        """The texts in which one year crowds out the others."""
        languages = {s.id: s.language for s in self.result.sources}
        found = ((s, crowding(t.text, languages[s])) for s, t in self.workspace.texts.items())
        return {source: crowd for source, crowd in found if crowd}

    def run(self) -> Assessment:
        for row in self.workspace.rows:
            self._take(row)
        for placed in self.workspace.judgements:
            self._judge(placed)
        claims = self.result.claims.values()
        for assessed in claims:
            assessed.evidence.sort(key=lambda e: e.id.value)
            flags = doubts_of_year(assessed.claim, assessed.evidence, self.crowded)
            assessed.flags = sorted(flags, key=lambda f: f.id.value)
        self.result.disputes = settle(claims, self._single_valued, self.tiers)
        for assessed in claims:
            assessed.standing = stands(assessed, self.tiers, self.workspace.day)
        return self.result

    def _take(self, row: Row) -> None:
        claims = self.result.claims
        assessed = claims.setdefault(row.claim.id, Assessed(row.claim))
        assessed.evidence.append(row.evidence)
        self.result.rows[row.evidence.id] = row.where

    def _judge(self, placed: PlacedJudgement) -> None:
        met = [a for a in self.result.claims.values() if _meets(placed.judgement, a.claim)]
        for assessed in met:
            assessed.ranking = placed.judgement.ranking
        if not met:
            self.result.problems.append(_unmet(placed))

    def _single_valued(self, predicate: NamedNode) -> bool:
        described = self._properties.get(predicate)
        return bool(described and described.single_valued)

    @cached_property
    def _properties(self) -> dict[NamedNode, Property]:
        return {p.iri: p for p in self.schema.properties.values()}


def assess(workspace: Workspace, schema: Schema) -> Assessment:
    """Every claim of the workspace, with evidence, rank, flags and standing."""
    return _Assessor(workspace, schema).run()


def _meets(judgement: Judgement, claim: Claim) -> bool:
    """Whether a judgement is about this claim; for a record its value is the counterpart."""
    if (judgement.subject, judgement.predicate) != (claim.subject, claim.predicate):
        return False
    if judgement.detail:
        return claim.record is not None and claim.record.id == judgement.detail
    return claim.value == judgement.value


def _unmet(placed: PlacedJudgement) -> Problem:
    judgement = placed.judgement
    value: NamedNode | Literal = judgement.value
    problem = JudgementMeetsNoClaim(judgement.subject.value, judgement.predicate.value, value.value)
    return problem.at(placed.where)
