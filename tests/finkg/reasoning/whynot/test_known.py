"""What a graph says of a missing premise, and why that does not count."""

from __future__ import annotations

import pytest

from finkg.graph import KnowledgeGraph

from ...own import Own
from .trial import only, told


def uncounted(kg: KnowledgeGraph, *goal: str) -> list[str]:
    """What is said of the one missing premise of the nearest rule, and does not count."""
    (missing,) = kg.why_not(*goal).nearest[0].attempts[0].missing
    return [told(kg, claim) for claim in missing.not_counted]


def test_an_opinion_is_there_and_does_not_count(own: Own) -> None:
    """A commentator says whom the crackdown targets."""
    own.says("press", "crackdown targets card", kind="opinion")
    assert uncounted(own.build(), "card", "affectedBy", "crackdown") == ["crackdown targets card"]


def test_a_deprecated_claim_is_there_and_does_not_count(own: Own) -> None:
    """People judged the statement out."""
    own.says("press", "crackdown targets card")
    own.judge("crackdown targets card", "deprecated")
    assert uncounted(own.build(), "card", "affectedBy", "crackdown") == ["crackdown targets card"]


def test_an_outranked_claim_is_there_and_does_not_count(own: Own) -> None:
    """A better source names another parent."""
    own.source("gazette", "high")
    own.says("press", "bank parentOrganization old-group")
    own.says("gazette", "bank parentOrganization group")
    found = uncounted(own.build(), "bank", "memberOfGroup", "old-group")
    assert found == ["bank parentOrganization old-group"]


def test_what_a_doubtful_premise_gives_is_there(own: Own) -> None:
    """A claim that a peer denies is doubtful, and a premise all the same."""
    own.source("other", "medium")
    own.says("press", "law regulatesActivity payment")
    own.says("other", "law regulatesActivity payment", stance="refutes")
    attempt = only(own.build().why_not("card", "withinScopeOf", "law"), "scope-by-activity")
    assert len(attempt.there) == 1


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize(("kind", "rank"), [("opinion", ""), ("", "deprecated"), ("", "")])
def test_as_of_a_day_what_does_not_hold_may_be_there(own: Own, kind: str, rank: str) -> None:
    """In 2013 nobody is targeted yet. A fact is a premise all the same, for what it brought about
    may have stayed; an opinion or what was judged out is none on any day."""
    own.says("press", "law regulatesActivity payment", kind=kind, valid_from="2015")
    if rank:
        own.judge("law regulatesActivity payment", rank)
    found = own.build().as_of("2013-01-01").why_not("card", "withinScopeOf", "law")
    there = len(only(found, "scope-by-activity").there)
    assert there == (0 if kind or rank else 1)
