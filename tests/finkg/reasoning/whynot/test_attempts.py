"""What kept a rule whose premises are all there: the time, or what people judged."""

from __future__ import annotations

from finkg.reasoning.whynot.shortfall import Hindrance

from ...own import Own
from .trial import only, told


def test_premises_that_never_hold_together(own: Own) -> None:
    """The card was closed before the law took effect: nothing is missing but a common day."""
    own.says("press", "law regulatesActivity payment")
    own.says("press", "law effectiveOn 2014-01-01")
    own.says("press", "card hasActivity payment")
    own.says("press", "card closedOn 2012-01-01")
    kg = own.build()
    attempt = only(kg.why_not("card", "withinScopeOf", "law"), "scope-by-activity")
    assert (attempt.missing, attempt.unmet) == ((), ())
    assert attempt.hindrance is Hindrance.NEVER_TOGETHER
    dates = {told(kg, claim) for claim in attempt.dates}
    assert dates == {"card closedOn", "law effectiveOn"}


def test_a_rule_does_not_bring_back_what_was_judged(own: Own) -> None:
    """People deprecated the membership that a source states; the premise of the rule stands."""
    own.says("press", "bank parentOrganization group")
    own.says("press", "bank memberOfGroup group")
    own.judge("bank memberOfGroup group", "deprecated")
    kg = own.build()
    found = kg.why_not("bank", "memberOfGroup", "group")
    assert only(found, "parent-makes-group").hindrance is Hindrance.JUDGED
    assert [told(kg, claim) for claim in found.claims] == ["bank memberOfGroup group"]
