"""An effect on what no longer exists."""

from __future__ import annotations

from collections.abc import Iterator

from finkg.evidence.doubt import Part
from finkg.evidence.record import Effect
from finkg.plausibility.rule import Doubt, GraphRule, Severity, explain
from finkg.plausibility.survey import Point, Survey
from finkg.vocabulary import DIRECTLY_AFFECTED_BY
from finkg.words import Text

_EXPLANATION = Text(
    "{effect}，而{end}：此前已经终止。两个日期都照录。",
    "{effect}, yet {end}: it had ended by then. Both dates are kept.",
)


class EffectAfterEnd(GraphRule):
    """A regulatory effect that is dated after the end of the thing that it is said to affect."""

    name = "effect-after-end"
    label = Text("影响晚于终止", "effect after the end")
    definition = Text(
        "检出晚于受影响者终止之日的监管影响",
        "test whether a regulatory effect is dated after what it affects had ended",
    )
    severity = Severity.IMPOSSIBLE

    def doubts(self, survey: Survey) -> Iterator[Doubt]:
        ends = survey.marking("LifeEnd")
        for assessed in survey.facts(DIRECTLY_AFFECTED_BY):
            record = assessed.claim.record
            if not isinstance(record, Effect) or not record.occurred_on:
                continue
            effect = Point(assessed, Part.AS_OF, record.occurred_on)
            for end in survey.when(record.affected, ends):
                if end.time and record.occurred_on.earliest > end.time.latest:
                    facts = {"effect": survey.says(effect), "end": survey.says(end)}
                    explanation = explain(_EXPLANATION, **facts)
                    yield effect.doubt(explanation, end)
                    if _rests_on_the_same(effect, end):
                        yield end.doubt(explanation, effect)


def _rests_on_the_same(effect: Point, end: Point) -> bool:
    """Whether nothing speaks for the end but what speaks for the effect: then either may be wrong,
    else the end stands by itself."""
    behind = {evidence.source for evidence in effect.assessed.supporting}
    return {evidence.source for evidence in end.assessed.supporting} <= behind
