"""Series of figures of one metric, made without a workspace."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from finkg.evidence.assessment import Assessed
from finkg.evidence.backing import Backing
from finkg.evidence.policy import Policy
from finkg.evidence.record import Observation
from finkg.evidence.wording import Wording
from finkg.plausibility.common import Common
from finkg.plausibility.rule import Doubt, GraphRule
from finkg.plausibility.series import Figure, series
from finkg.plausibility.survey import Survey

from ..evidence.facts import POLICY, SOURCES, figure, properties, thing
from .case import schema

#: A metric that only adds up, and one that does not.
SERVED, USERS = thing("served"), thing("users")


def survey(*claims: Assessed, policy: Policy = POLICY) -> Survey:
    common = Common(Wording({}, schema()), properties(), cumulative=frozenset({SERVED}))
    return Survey(claims, common, Backing(SOURCES, policy), policy)


def figures(*values: str, first: int = 2010, by: str = "page") -> list[Assessed]:
    """Figures of one metric, one a year; “~100” is about, “>100” over 100, “” left out."""
    words = {"~": "about", ">": "over", "<": "under"}
    return [
        figure(
            value.lstrip("~><"),
            by,
            metric=SERVED,
            unit="unit-person",
            precision=words.get(value[0], ""),
            as_of=str(date(first + year, 1, 1).year),
        )
        for year, value in enumerate(values)
        if value
    ]


def row(*values: str) -> list[Figure]:
    """The same as a series in the order of time."""
    found = list(series(survey(*figures(*values))))
    return found[0] if found else []


def doubted(rule: GraphRule, *claims: Assessed) -> list[str]:
    """The numbers that a rule doubts, in the order of the claims."""
    doubts = {doubt.claim for doubt in found(rule, *claims)}
    return [str(number(a)) for a in claims if a.claim.id in doubts]


def found(rule: GraphRule, *claims: Assessed) -> list[Doubt]:
    return list(rule.doubts(survey(*claims)))


def number(assessed: Assessed) -> Decimal:
    record = assessed.claim.record
    assert isinstance(record, Observation)
    return record.value
