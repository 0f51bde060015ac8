"""The plausibility rules that there are: ours, and those of packages that offer some."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from finkg.errors import FinkgError
from finkg.plausibility.afterlife import EffectAfterEnd
from finkg.plausibility.ancestry import ProductOlderThanCompany
from finkg.plausibility.citing import CitedBeforeExisting
from finkg.plausibility.concentration import YearConcentration
from finkg.plausibility.growth import MetricFalling
from finkg.plausibility.intervals import ImpossibleInterval
from finkg.plausibility.lateness import LaterThanSource
from finkg.plausibility.magnitude import MetricOutOfLine
from finkg.plausibility.maturity import MatureAtStart
from finkg.plausibility.order import OrderedEventsDatedAlike
from finkg.plausibility.phases import PhaseEndInNextPhase
from finkg.plausibility.rule import GraphRule, PlausibilityRule, SourceRule
from finkg.words import Text

#: Packages offer rules of their own, classes without parameters, under this entry point.
ENTRY_POINT: Final = "finkg.plausibility"

OURS: Final[tuple[PlausibilityRule, ...]] = (
    YearConcentration(),
    MatureAtStart(),
    OrderedEventsDatedAlike(),
    PhaseEndInNextPhase(),
    ProductOlderThanCompany(),
    LaterThanSource(),
    CitedBeforeExisting(),
    ImpossibleInterval(),
    EffectAfterEnd(),
    MetricOutOfLine(),
    MetricFalling(),
)


class WrongPlausibilityRule(FinkgError):
    text = Text(
        "软件包“{origin}”提供的合理性规则“{found}”不能用。",
        "The plausibility rule “{found}” that “{origin}” offers can not be used.",
    )
    hint = Text(
        "规则须是 SourceRule 或 GraphRule 的子类，无参数即可创建，名称不与他者重复。",
        "A rule is a subclass of SourceRule or GraphRule, is made without arguments, and shares "
        "its name with no other.",
    )
    origin: str
    found: str


@cache
def all_rules() -> tuple[PlausibilityRule, ...]:
    """Our rules and those that installed packages offer. Raises WrongPlausibilityRule."""
    rules: list[PlausibilityRule] = [*OURS]
    for point in sorted(entry_points(group=ENTRY_POINT), key=lambda p: (p.value, p.name)):
        rule = _made(point)
        if rule.name in {other.name for other in rules}:
            raise WrongPlausibilityRule(point.value, rule.name)
        rules.append(rule)
    return tuple(rules)


def _made(point: EntryPoint) -> PlausibilityRule:
    """The rule that a package offers."""
    try:
        made = point.load()
        rule = made() if isinstance(made, type) else None
    except (ImportError, AttributeError, TypeError) as error:
        raise WrongPlausibilityRule(point.value, point.name) from error
    whole = all(hasattr(rule, name) for name in ("name", "label", "definition", "severity"))
    if not (isinstance(rule, (SourceRule, GraphRule)) and whole):
        raise WrongPlausibilityRule(point.value, point.name)
    return rule


def left_on(rules: Iterable[PlausibilityRule], off: Iterable[str]) -> list[PlausibilityRule]:
    """The rules that a workspace has not switched off."""
    names = set(off)
    return [rule for rule in rules if rule.name not in names]
