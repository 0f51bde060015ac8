"""Questions about one day say of it what the graph as of that day says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode

from finkg.catalogue.legal_status import IN_FORCE, UNKNOWN, legal_status
from finkg.vocabulary import fk, local_name

from .examples import rows

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

pytestmark = pytest.mark.usefixtures("own_cache")


def offered(kg: KnowledgeGraph, day: str, holds: str) -> set[tuple[str, ...]]:
    answer = kg.ask("products-offered-on", on=day)
    found = rows(answer, "company", "product", "holds")
    return {(company, product) for company, product, said in found if holds in ("", said)}


@pytest.mark.parametrize("day", ["2014-06-30", "2020-12-31"])
def test_what_may_have_been_offered(kg: KnowledgeGraph, day: str) -> None:
    """The same products may have been on offer, by the same companies."""
    possible = kg.as_of(day, possible=True).ask("offered-products")
    assert offered(kg, day, "") == rows(possible, "company", "product")


@pytest.mark.parametrize("day", ["2014-06-30", "2020-12-31"])
def test_nothing_is_surer_than_it_is(kg: KnowledgeGraph, day: str) -> None:
    """What is called sure, surely was on offer."""
    sure = rows(kg.as_of(day).ask("offered-products"), "company", "product")
    assert offered(kg, day, "Accepted")
    assert offered(kg, day, "Accepted") <= sure


def test_a_product_is_gone_once_it_is_closed(kg: KnowledgeGraph) -> None:
    """相互宝 closed on 2022-01-28: offered the day before, and not on the day."""
    xianghubao = ("ant-group", "xianghubao")
    assert xianghubao in offered(kg, "2022-01-27", "Accepted")
    assert xianghubao not in offered(kg, "2022-01-28", "")


def test_an_end_known_to_the_year_is_uncertain_within_it(kg: KnowledgeGraph) -> None:
    """Lufax left P2P lending in 2019: sure before the year, gone after it, unknown in between."""
    p2p = ("lufax", "lufax-p2p")
    assert p2p in offered(kg, "2018-12-31", "Accepted")
    assert p2p in offered(kg, "2019-06-30", "TimeUnknown")
    assert p2p not in offered(kg, "2019-12-31", "")


def statuses(kg: KnowledgeGraph, day: str) -> set[tuple[str, ...]]:
    """The instruments whose taking effect is dated, and whether their force on the day is sure."""
    dated = kg.snapshot.store.quads_for_pattern(None, fk("effectiveOn"), None)
    found = {quad.subject for quad in dated if isinstance(quad.object, Literal)}
    said = {IN_FORCE: "Accepted", UNKNOWN: "TimeUnknown"}
    status = {
        thing: legal_status(
            kg.snapshot, thing, set(kg.names.classes(thing)), date.fromisoformat(day)
        )
        for thing in found
        if isinstance(thing, NamedNode)
    }
    return {(local_name(t), said[s]) for t, s in status.items() if s in said}


@pytest.mark.parametrize("day", ["2010-08-31", "2015-12-31", "2024-07-15", "2026-01-01"])
def test_an_instrument_is_in_force_as_its_card_says(kg: KnowledgeGraph, day: str) -> None:
    """The list for a day and the status on each card of that day are one."""
    answer = kg.ask("instruments-in-force-on", on=day)
    assert rows(answer, "instrument", "holds") == statuses(kg, day)
