"""The policy by which claims are preferred, as far as it is stated in numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from finkg.evidence.policy import Criterion, Policy
from finkg.evidence.support import Reliability


def test_what_is_not_stated_is_asked_in_the_common_order() -> None:
    """How good a source is comes before how many say so, and that before who says it last."""
    policy = Policy()
    assert policy.criteria == (Criterion.TIER, Criterion.CORROBORATION, Criterion.RECENCY)
    assert policy.tiers == (Reliability.HIGH, Reliability.MEDIUM, Reliability.LOW)


@pytest.mark.parametrize(("word", "margin"), [("about", "0.1"), ("over", "0"), ("", "0")])
def test_a_number_is_exact_unless_the_policy_gives_its_word_a_margin(
    word: str, margin: str
) -> None:
    """No tolerance is assumed."""
    assert Policy(tolerance={"about": Decimal("0.1")}).margin(word) == Decimal(margin)
