"""Runs the rules over what stands, and groups what they conclude."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pyoxigraph import NamedNode, Quad

from finkg import vocabulary as v
from finkg.build.assess import Assessment
from finkg.collecting import uncollected
from finkg.evidence.assessment import Standing, cut
from finkg.evidence.claim import Claim
from finkg.evidence.rank import Rank
from finkg.evidence.span import Course
from finkg.reasoning.inference import Inference, standings
from finkg.reasoning.minimal import Way
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.robustness import only_sources, sole_sources
from finkg.reasoning.rule import Rule
from finkg.reasoning.timing import Timing
from finkg.schema import Schema
from finkg.workspace.model import Workspace

#: What stands so may be a premise.
PREMISES = (Standing.ACCEPTED, Standing.DOUBTFUL)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A claim that rules conclude, where it stands, and all the ways in which it was drawn."""

    claim: Claim
    #: As of the day that the graph is asked for, if it is asked for one.
    standing: Standing
    inferences: tuple[tuple[Inference, Standing, Course], ...]
    #: The sources without any one of which it falls.
    sole_sources: frozenset[NamedNode] = frozenset()
    #: The source that all its grounds come from, if it is one; the editors are none.
    only_source: NamedNode | None = None


def conclude(
    workspace: Workspace,
    assessment: Assessment,
    schema: Schema,
    rules: Iterable[Rule],
    day: date | None = None,
    least_rank: Rank | None = None,
) -> list[Conclusion]:
    """Every conclusion of the rules, with where it stands and how it was drawn.

    As of `day`, premises need not hold on it: what they brought about may have stayed. With
    `least_rank`, the premises are the facts that rank at least so.
    """
    with uncollected():
        return _concluded(
            workspace, assessment, schema, rules, day, _premises(assessment, least_rank)
        )


def _concluded(
    workspace: Workspace,
    assessment: Assessment,
    schema: Schema,
    rules: Iterable[Rule],
    day: date | None,
    standing: Mapping[NamedNode, Standing],
) -> list[Conclusion]:
    stated = assessment.claims
    refused = frozenset(
        c for c in stated.keys() - standing.keys() if stated[c].standing not in PREMISES
    )
    timing = Timing(assessment.chronicle, {c: stated[c].claim for c in standing})
    claims = (stated[c].claim for c in standing)
    inferences = _reasoner(workspace, schema, rules).infer(claims, refused, timing.admit)
    timing.settle(inferences)
    if day:
        # What a source states without a time may hold by a rule.
        for claim in {i.conclusion.id for i in inferences} & standing.keys():
            stated[claim].holds = timing.of(claim).on(day)
    return _grouped(inferences, standings(inferences, standing), timing, day)


def drawable(
    workspace: Workspace,
    assessment: Assessment,
    schema: Schema,
    rules: Iterable[Rule],
    usable: Collection[NamedNode],
) -> list[Inference]:
    """Every inference that is drawn from some of the usable claims, if the others are refused.

    Rules are monotone, and so are the times at which what they conclude can hold: from fewer
    premises nothing else follows.
    """
    stated = assessment.claims
    claims = {c: stated[c].claim for c in stated if c in usable}
    timing = Timing(assessment.chronicle, claims)
    refused = frozenset(stated.keys() - claims.keys())
    with uncollected():
        return _reasoner(workspace, schema, rules).infer(claims.values(), refused, timing.admit)


def _reasoner(workspace: Workspace, schema: Schema, rules: Iterable[Rule]) -> Reasoner:
    types = [Quad(e.iri, v.TYPE, cls) for e in workspace.entities.values() for cls in e.types]
    return Reasoner(rules, [*types, *schema.triples()])


def weighed(conclusions: Iterable[Conclusion], assessment: Assessment) -> list[Conclusion]:
    """Conclusions with the sources without any one of which each falls, and the only one."""
    with uncollected():
        drawn = list(conclusions)
        used = {p for c in drawn for way, _, _ in c.inferences for p in way.premises}
        stated = (used | {c.claim.id for c in drawn}) & assessment.claims.keys()
        ways, sources = _ways(drawn), _sources(assessment, stated)
        sole = sole_sources(ways, sources)
        only = only_sources(ways, _without(assessment.editors, sources))
        return [
            replace(
                c,
                sole_sources=sole.get(c.claim.id, frozenset()),
                only_source=only.get(c.claim.id),
            )
            for c in drawn
        ]


def _premises(assessment: Assessment, least: Rank | None) -> dict[NamedNode, Standing]:
    """What a rule may use, and where it stands: what else would not count is doubtful."""
    stated = assessment.claims
    if least is None:
        return {c: a.standing for c, a in stated.items() if a.standing in PREMISES}
    return {
        c: a.standing if a.standing in PREMISES else Standing.DOUBTFUL
        for c, a in stated.items()
        if a.standing is not Standing.OPINION and a.ranking.rank.place <= least.place
    }


def _ways(drawn: Iterable[Conclusion]) -> dict[NamedNode, list[Way[NamedNode]]]:
    return {
        c.claim.id: [Way(inference.id, inference.premises) for inference, _, _ in c.inferences]
        for c in drawn
    }


def _sources(
    assessment: Assessment, premises: Iterable[NamedNode]
) -> dict[NamedNode, frozenset[NamedNode]]:
    """The independent sources of each claim that a rule may use."""
    backing = assessment.backing
    stated = assessment.claims
    return {claim: backing.independent(stated[claim].supporting) for claim in premises}


def _without(
    left_out: NamedNode | None, sources: Mapping[NamedNode, frozenset[NamedNode]]
) -> dict[NamedNode, frozenset[NamedNode]]:
    return {claim: behind - {left_out} for claim, behind in sources.items()}


def _grouped(
    inferences: Iterable[Inference],
    known: dict[NamedNode, Standing],
    timing: Timing,
    day: date | None,
) -> list[Conclusion]:
    drawn: defaultdict[NamedNode, list[Inference]] = defaultdict(list)
    for inference in inferences:
        drawn[inference.conclusion.id].append(inference)
    return [
        Conclusion(
            ways[0].conclusion,
            _on(day, known[claim], timing.of(claim)),
            tuple(_drawn(way, known, timing, day) for way in ways),
        )
        for claim, ways in sorted(drawn.items(), key=lambda item: item[0].value)
    ]


def _drawn(
    way: Inference, known: dict[NamedNode, Standing], timing: Timing, day: date | None
) -> tuple[Inference, Standing, Course]:
    course = timing.settled(way)
    return way, _on(day, way.standing(known), course), course


def _on(day: date | None, standing: Standing, course: Course) -> Standing:
    return cut(standing, course.on(day)) if day else standing
