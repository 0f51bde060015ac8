"""Rows become claims, and each claim is ranked, doubted and given its standing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pyoxigraph import NamedNode

from finkg.collecting import uncollected
from finkg.errors import Location, Problem, Text
from finkg.evidence.assessment import Assessed, stands
from finkg.evidence.backing import Backing
from finkg.evidence.chronicle import Chronicle
from finkg.evidence.claim import Claim
from finkg.evidence.dispute import Dispute, Settlement
from finkg.evidence.rank import Judgement
from finkg.evidence.rivalry import Rivalry
from finkg.evidence.span import Holds
from finkg.evidence.support import Source
from finkg.evidence.wording import Wording
from finkg.plausibility.common import Common
from finkg.plausibility.comparison import Comparison, compare
from finkg.plausibility.doubting import doubt_graph, doubt_sources, readings
from finkg.plausibility.health import Health, health
from finkg.plausibility.reading import Reading
from finkg.plausibility.rule import PlausibilityRule
from finkg.plausibility.rules import all_rules, left_on
from finkg.plausibility.survey import Survey
from finkg.schema import Property, Schema
from finkg.vocabulary import CUMULATIVE_METRIC, SINGLE_VALUE_METRIC, fk, local_name
from finkg.workspace.model import PlacedJudgement, Row, Workspace
from finkg.workspace.rows import EDITORS

#: Properties by which a thing carries on what was there before it.
_SUCCEEDS = (fk("predecessor"), fk("supersedes"))
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
    #: When each claim holds, and how well sources back claims.
    chronicle: Chronicle = field(init=False)
    backing: Backing = field(init=False)
    #: Settles disputes among its claims, as often as it is asked.
    settlement: Settlement = field(init=False)
    #: The plausibility rules that were asked.
    plausibility_rules: list[PlausibilityRule] = field(default_factory=list)
    compared: Comparison = field(default_factory=Comparison)
    health: list[Health] = field(default_factory=list)
    #: The source of decisions about structure, which tells nothing of the world.
    editors: NamedNode | None = None


class _Assessor:
    def __init__(self, workspace: Workspace, schema: Schema, day: date | None) -> None:
        self.workspace = workspace
        self.schema = schema
        self.day = day
        asked = left_on(all_rules(), workspace.policy.switched_off)
        self.result = Assessment(sources=[*workspace.sources.values()], plausibility_rules=asked)
        if EDITORS in workspace.sources:
            self.result.editors = workspace.sources[EDITORS].id

    @cached_property
    def backing(self) -> Backing:
        return Backing(self.result.sources, self.workspace.policy)

    def run(self, *, review: bool) -> Assessment:
        self.result.backing = self.backing
        self.result.settlement = self._settlement
        for row in self.workspace.rows:
            self._take(row)
        self._judge(self.workspace.judgements)
        claims = self.result.claims
        for assessed in claims.values():
            assessed.evidence.sort(key=lambda e: e.id.value)
        read = self._readings()
        doubt_sources(claims, read, self.result.plausibility_rules)
        self._settle(claims.values())
        self._doubt_graph()
        # What is doubtful tells of no lives.
        self.result.chronicle = self._chronicle()
        for assessed in claims.values():
            assessed.flags.sort(key=lambda f: f.id.value)
        if review:
            self._compare(read)
        if self.day:
            self._cut(self.day)
        return self.result

    def _readings(self) -> list[Reading]:
        claims, texts = self.result.claims.values(), self.workspace.texts
        return list(readings(claims, self.result.sources, texts, self._common))

    def _chronicle(self) -> Chronicle:
        return Chronicle(self.result.claims.values(), self._properties, self.backing)

    def _doubt_graph(self) -> None:
        """Flag what is doubted across sources."""
        claims, policy = self.result.claims, self.workspace.policy
        survey = Survey(claims.values(), self._common, self.backing, policy)
        flagged = doubt_graph(claims, survey, self.result.plausibility_rules)
        self._release(flagged)
        for assessed in flagged:
            assessed.standing = stands(assessed, self.backing, self.workspace.day)

    def _release(self, flagged: list[Assessed]) -> None:
        """What is doubtful is no better than the wider times that gave way to it."""
        keys = {(a.claim.subject, a.claim.predicate) for a in flagged if a.claim.moment}
        for key in keys:
            rivals = self._dated[key]
            self._settlement.release(rivals)
            for assessed in rivals:
                assessed.standing = stands(assessed, self.backing, self.workspace.day)

    @cached_property
    def _dated(self) -> _ByProperty:
        """The claims whose value is a time."""
        found = _ByProperty(list)
        for assessed in self.result.claims.values():
            if assessed.claim.moment:
                found[assessed.claim.subject, assessed.claim.predicate].append(assessed)
        return found

    def _compare(self, read: Iterable[Reading]) -> None:
        """See what better sources say, and what follows for each source."""
        result = self.result
        rivalry = self._rivalry
        result.compared = compare(result.claims, result.disputes, rivalry, self.backing)
        result.health = list(health(result.claims, read, result.compared, self.backing))

    def _settle(self, claims: Iterable[Assessed]) -> None:
        """Find the disputes among claims, rank them and say where each stands."""
        sides = list(claims)
        self.result.disputes = self._settlement.settle(sides)
        for assessed in sides:
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
        return Settlement(self._rivalry, self.backing, self._words.value, self.workspace.day)

    @cached_property
    def _rivalry(self) -> Rivalry:
        once = self._metrics(SINGLE_VALUE_METRIC)
        return Rivalry(self._properties.get, once, self.workspace.policy)

    @cached_property
    def _words(self) -> Wording:
        names = {e.iri: e.label for e in self.workspace.entities.values()}
        return Wording(names, self.schema)

    @cached_property
    def _common(self) -> Common:
        claims = (assessed.claim for assessed in self.result.claims.values())
        succeeding = frozenset(c.subject for c in claims if c.predicate in _SUCCEEDS)
        cumulative = self._metrics(CUMULATIVE_METRIC)
        return Common(self._words, self._properties, cumulative, succeeding)

    def _metrics(self, cls: NamedNode) -> frozenset[NamedNode]:
        """The metrics of a class."""
        return frozenset(e.iri for e in self.workspace.entities.values() if cls in e.types)


def assess(
    workspace: Workspace, schema: Schema, day: date | None = None, *, review: bool = True
) -> Assessment:
    """Every claim of the workspace, with evidence, rank, flags and standing; as of `day`, if given,
    with what holds on it ranked among itself. `review` adds what follows for the sources."""
    with uncollected():
        return _Assessor(workspace, schema, day).run(review=review)


def _meets(judgement: Judgement, claim: Claim) -> bool:
    """Whether a judgement on a property is about this claim."""
    if judgement.detail:
        own = {claim.id, claim.record.id} if claim.record else {claim.id}
        return judgement.detail in own
    return claim.value == judgement.value


def _unmet(placed: PlacedJudgement) -> Problem:
    judgement = placed.judgement
    terms = (judgement.subject, judgement.predicate, judgement.value)
    cells = (local_name(t) if isinstance(t, NamedNode) else t.value for t in terms)
    return JudgementMeetsNoClaim(*cells).at(placed.where)
