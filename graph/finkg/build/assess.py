"""Rows become claims, and each claim is ranked, doubted and given its standing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pyoxigraph import NamedNode

from finkg.build.wording import Wording
from finkg.collecting import uncollected
from finkg.errors import Location, Problem, Text
from finkg.evidence.assessment import Assessed, stands
from finkg.evidence.backing import Backing
from finkg.evidence.chronicle import Chronicle
from finkg.evidence.claim import Claim
from finkg.evidence.dispute import Dispute, Settlement
from finkg.evidence.doubt import Crowding, crowding, doubt_of_late_effect, doubts_of_year
from finkg.evidence.rank import Judgement
from finkg.evidence.rivalry import Rivalry
from finkg.evidence.span import Holds
from finkg.evidence.support import Source
from finkg.schema import Property, Schema
from finkg.vocabulary import SINGLE_VALUE_METRIC, local_name
from finkg.workspace.model import PlacedJudgement, Row, Workspace

_ByProperty = defaultdict[tuple[NamedNode, NamedNode], list[Assessed]]


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
    #: When each claim holds.
    chronicle: Chronicle = field(init=False)


class _Assessor:
    def __init__(self, workspace: Workspace, schema: Schema, day: date | None) -> None:
        self.workspace = workspace
        self.schema = schema
        self.day = day
        self.result = Assessment(sources=[*workspace.sources.values()])

    @cached_property
    def backing(self) -> Backing:
        return Backing(self.result.sources, self.workspace.policy)

    @cached_property
    def crowded(self) -> dict[NamedNode, Crowding]:
        """The texts in which one year crowds out the others."""
        languages = {s.id: s.language for s in self.result.sources}
        found = ((s, crowding(t.text, languages[s])) for s, t in self.workspace.texts.items())
        return {source: crowd for source, crowd in found if crowd}

    def run(self) -> Assessment:
        for row in self.workspace.rows:
            self._take(row)
        self._judge(self.workspace.judgements)
        claims = self.result.claims.values()
        for assessed in claims:
            assessed.evidence.sort(key=lambda e: e.id.value)
            assessed.flags.extend(doubts_of_year(assessed.claim, assessed.evidence, self.crowded))
        self._settle(claims)
        chronicle = Chronicle(claims, self._properties, self.backing)
        self._doubt_late_effects(claims, chronicle)
        for assessed in claims:
            assessed.flags.sort(key=lambda f: f.id.value)
        self.result.chronicle = chronicle
        if self.day:
            self._cut(self.day)
        return self.result

    def _settle(self, claims: Iterable[Assessed]) -> None:
        """Find the disputes among claims, rank them and say where each stands."""
        sides = list(claims)
        self.result.disputes = self._settlement.settle(sides)
        for assessed in sides:
            assessed.standing = stands(assessed, self.backing, self.workspace.day)

    def _doubt_late_effects(self, claims: Iterable[Assessed], chronicle: Chronicle) -> None:
        for assessed in claims:
            flag = doubt_of_late_effect(assessed.claim, chronicle.lives)
            if flag:
                assessed.flags.append(flag)
                assessed.standing = stands(assessed, self.backing, self.workspace.day)

    def _cut(self, day: date) -> None:
        """First drop what surely does not hold on the day, then rank what is left anew."""
        left = []
        for assessed in self.result.claims.values():
            assessed.holds = self.result.chronicle.course(assessed.claim).on(day)
            if assessed.holds is not Holds.NO:
                assessed.forget()
                left.append(assessed)
        self._settle(left)

    def _take(self, row: Row) -> None:
        claims = self.result.claims
        assessed = claims.get(row.claim.id)
        if assessed is None:
            assessed = claims[row.claim.id] = Assessed(row.claim)
        assessed.evidence.append(row.evidence)
        self.result.rows[row.evidence.id] = row.where

    def _judge(self, judgements: list[PlacedJudgement]) -> None:
        claims = self._by_property() if judgements else _ByProperty(list)
        for placed in judgements:
            judgement = placed.judgement
            rivals = claims[judgement.subject, judgement.predicate]
            met = [a for a in rivals if _meets(judgement, a.claim)]
            for assessed in met:
                assessed.ranking, assessed.judged = judgement.ranking, True
            if not met:
                self.result.problems.append(_unmet(placed))

    def _by_property(self) -> _ByProperty:
        found = _ByProperty(list)
        for assessed in self.result.claims.values():
            found[assessed.claim.subject, assessed.claim.predicate].append(assessed)
        return found

    @cached_property
    def _properties(self) -> dict[NamedNode, Property]:
        return {p.iri: p for p in self.schema.properties.values()}

    @cached_property
    def _settlement(self) -> Settlement:
        rivalry = Rivalry(self._properties.get, self._once(), self.workspace.policy)
        names = {e.iri: e.label for e in self.workspace.entities.values()}
        words = Wording(names, self.schema)
        return Settlement(rivalry, self.backing, words.value, self.workspace.day)

    def _once(self) -> frozenset[NamedNode]:
        """The metrics that have one value ever."""
        entities = self.workspace.entities.values()
        return frozenset(e.iri for e in entities if SINGLE_VALUE_METRIC in e.types)


def assess(workspace: Workspace, schema: Schema, day: date | None = None) -> Assessment:
    """Every claim of the workspace, with evidence, rank, flags and standing; as of `day`, if given,
    with what holds on it ranked among itself."""
    with uncollected():
        return _Assessor(workspace, schema, day).run()


def _meets(judgement: Judgement, claim: Claim) -> bool:
    """Whether a judgement on a property is about this claim; for a record, about its record."""
    if judgement.detail:
        return claim.record is not None and claim.record.id == judgement.detail
    return claim.value == judgement.value


def _unmet(placed: PlacedJudgement) -> Problem:
    judgement = placed.judgement
    terms = (judgement.subject, judgement.predicate, judgement.value)
    cells = (local_name(t) if isinstance(t, NamedNode) else t.value for t in terms)
    return JudgementMeetsNoClaim(*cells).at(placed.where)
