"""Why not, on the real graph: what keeps instruments from products that they do not reach."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from finkg.errors import UnknownName
from finkg.graph import KnowledgeGraph
from finkg.reasoning.whynot.shortfall import Attempt, Near, WhyNot
from finkg.store.layers import Layer
from finkg.vocabulary import ID, STANDING, fk, local_name


def near(found: WhyNot, rule: str) -> Near:
    return next(near for near in found.nearest if near.rule.name == rule)


def lacking(attempt: Attempt) -> list[tuple[str, str, str]]:
    """What is missing, by names; nothing where it is open."""
    return [
        (
            local_name(m.subject) if m.subject else "",
            local_name(m.properties[0]),
            local_name(m.value) if isinstance(m.value, NamedNode) else "",
        )
        for m in attempt.missing
    ]


def test_a_draft_gives_no_scope_for_it_is_none(kg: KnowledgeGraph) -> None:
    """The draft on microloan companies regulates what Huabei does; it binds nobody."""
    found = kg.why_not("花呗", "withinScopeOf", "microloan-company-draft-2024")
    first = found.nearest[0]
    assert first.rule.name == "scope-by-activity"
    for attempt in first.attempts:
        assert len(attempt.there) == 2
        assert attempt.missing == ()
        (unmet,) = attempt.unmet
        assert (unmet.term, unmet.classes) == (
            NamedNode(f"{ID}microloan-company-draft-2024"),
            (fk("LegalInstrument"),),
        )


def test_an_instrument_on_another_activity_lacks_the_activity(kg: KnowledgeGraph) -> None:
    """The measures on P2P lending regulate what Alipay does not do."""
    found = kg.why_not("支付宝", "withinScopeOf", "online-lending-measures-2016")
    attempts = near(found, "scope-by-activity").attempts
    assert all(attempt.missing and not attempt.unmet for attempt in attempts)
    missing = {triple for attempt in attempts for triple in lacking(attempt)}
    assert ("alipay", "hasActivity") in {(subject, name) for subject, name, _ in missing}


def test_what_has_a_product_in_scope_need_not_affect_it(kg: KnowledgeGraph) -> None:
    """The law on personal information reaches Huabei; each rule of effect lacks a premise."""
    scope = kg.why_not("花呗", "withinScopeOf", "pipl-2021")
    assert scope.claims
    assert scope.nearest == ()
    effect = kg.why_not("花呗", "affectedBy", "pipl-2021")
    assert (effect.claims, effect.statable) == ((), False)
    for attempt in (a for near in effect.nearest for a in near.attempts):
        assert attempt.missing
        assert all("pipl-2021" in triple for triple in lacking(attempt))


def test_an_opinion_that_an_article_closed_a_product_is_told(kg: KnowledgeGraph) -> None:
    """The press sets the regulators' article beside the end of Xianghubao; no source calls it the
    cause."""
    first = kg.why_not("相互宝", "affectedBy", "mutual-aid-article-2020").nearest[0]
    assert first.rule.name == "direct-effect"
    (missing,) = first.attempts[0].missing
    (opinion,) = missing.not_counted
    standings = kg.snapshot.objects(opinion, STANDING, Layer.CLAIMS)
    assert standings == [fk("OpinionStanding")]


def apart() -> list[tuple[str, str]]:
    """The pairs that the graph holds apart, of what it holds."""
    path = Path(__file__).with_name("scope-pairs.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [(row["subject"], row["instrument"]) for row in rows if row["expected"] == "none"]


@pytest.mark.parametrize("pair", apart(), ids="-".join)
def test_each_pair_that_is_held_apart_lacks_something(
    kg: KnowledgeGraph, pair: tuple[str, str]
) -> None:
    """Every rule that comes near lacks a premise, a condition or a common day."""
    for predicate in ("withinScopeOf", "affectedBy"):
        try:
            found = kg.why_not(pair[0], predicate, pair[1])
        except UnknownName:
            continue
        assert found.nearest
        for attempt in (a for near in found.nearest for a in near.attempts):
            assert attempt.missing or attempt.unmet or attempt.hindrance


def test_names_that_lead_nowhere_are_said(kg: KnowledgeGraph) -> None:
    """As for a proof: subject, property and value are looked up the same way."""
    for names in (("nobody", "affectedBy"), ("huabei", "affects"), ("huabei", "affectedBy", "no")):
        with pytest.raises(UnknownName):
            kg.why_not(*names)
