"""What regulation reaches: the answers agree with each other and with the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .examples import rows

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

pytestmark = pytest.mark.usefixtures("own_cache")

_REGULATIONS = ["nonbank-payment-measures-2010", "ant-rectification", "reserve-deposit-notice-2018"]


def selected(kg: KnowledgeGraph, pattern: str, *names: str) -> set[tuple[str, ...]]:
    """What the plain view says, as programs read it."""
    return rows(kg.select(f"SELECT DISTINCT * WHERE {{ {pattern} }}"), *names)


def test_exposure_comes_through_a_product(kg: KnowledgeGraph) -> None:
    """Exactly the companies with an affected product, their own or a member's, are exposed."""
    through = rows(kg.ask("affected-products-of-company"), "company", "cause")
    assert through == selected(kg, "?company fk:exposedTo ?cause", "company", "cause")
    member = ("ping-an", "lufax-p2p", "lufax", "p2p-rectification")
    columns = ("company", "product", "provider", "cause")
    assert member in rows(kg.ask("affected-products-of-company", company="ping-an"), *columns)


@pytest.mark.parametrize("regulation", _REGULATIONS)
def test_three_ways_of_reaching(kg: KnowledgeGraph, regulation: str) -> None:
    """What a source or a rule says was affected is all that was; scope alone is none of it, and
    with it all that is within scope."""
    found = rows(kg.ask("reach-of-regulation", regulation=regulation), "thing", "reach")
    alone = {(thing,) for thing, how in found if how == "withinScopeOf"}
    affected = selected(kg, f"?thing fk:affectedBy id:{regulation}", "thing")
    assert {(thing,) for thing, how in found if how != "withinScopeOf"} == affected
    assert alone | affected == selected(kg, f"?thing fk:withinScopeOf id:{regulation}", "thing")
    assert not alone & affected


def test_a_stated_effect_is_told_from_a_concluded_one(kg: KnowledgeGraph) -> None:
    """The payment measures of 2010 are said to have acted on 支付宝 the company; on payment in
    general a rule concludes it; the product 支付宝 is merely within scope."""
    answer = kg.ask("reach-of-regulation", regulation="nonbank-payment-measures-2010")
    ways = dict(rows(answer, "thing", "reach"))
    assert ways["alipay-co"] == "directlyAffectedBy"
    assert ways["third-party-payment"] == "affectedBy"
    assert ways["alipay"] == "withinScopeOf"


def test_numbers_count_what_the_lists_show(kg: KnowledgeGraph) -> None:
    """Rankings count the rows of the questions that they point to."""
    affected = rows(kg.ask("products-affected-by-regulation"), "product", "cause")
    for regulation, number in rows(kg.ask("regulations-by-reach"), "regulation", "products"):
        assert int(number) == sum(cause == regulation for _, cause in affected), regulation
    exposed = rows(kg.ask("affected-products-of-company"), "company", "cause")
    for company, number in rows(kg.ask("companies-by-exposure"), "company", "regulations"):
        assert int(number) == sum(who == company for who, _ in exposed), company


def test_conclusions_fall_with_their_source(kg: KnowledgeGraph) -> None:
    """Of what is listed under a source nothing is left in the graph that is built without it."""
    source = "seneca-esg-internet-deposits"
    answer = kg.ask("conclusions-falling-without-source", source=source)
    fallen = rows(answer, "subject", "property", "value")
    kept = rows(kg.without(source).select("SELECT ?s ?p ?o { ?s ?p ?o }"), "s", "p", "o")
    assert fallen
    assert not fallen & kept


def test_a_copy_is_answered_for_as_its_original(kg: KnowledgeGraph) -> None:
    """A reprint of a Reuters report takes away what the report does, no less and no more."""
    original, copy = (
        rows(kg.ask("conclusions-falling-without-source", source=name), "claim")
        for name in ("reuters-2020-12-27", "reuters-abc7-2020-12-27")
    )
    assert original
    assert original == copy


def test_a_head_has_nobody_above(kg: KnowledgeGraph) -> None:
    """Ping An heads the group of Lufax, through its holding company, which heads none itself."""
    found = rows(kg.ask("group-heads"), "head", "member", "between")
    assert ("ping-an", "lufax", "lufax-holding") in found
    assert not {head for head, _, _ in found} & {member for _, member, _ in found}


def test_succession_goes_on_beyond_one_remove(kg: KnowledgeGraph) -> None:
    """The regulator of 2023 succeeds the two that were merged in 2018."""
    found = rows(kg.ask("repeals-and-successors", thing="nfra"), "relation", "old")
    assert found == {("predecessor", "cbirc"), ("succeeds", "cbrc"), ("succeeds", "circ")}


def test_business_moved_on(kg: KnowledgeGraph) -> None:
    """花呗 passed to the consumer finance company; after P2P Lufax turned to three others."""
    found = rows(kg.ask("moves-after-intervention"), "thing", "moved", "sort", "business")
    assert ("huabei", "cq-ant-consumer", "Organization", "") in found
    segments = {business for thing, _, _, business in found if thing == "p2p"}
    assert segments == {"wealth-management", "consumer-finance", "corporate-finance"}
