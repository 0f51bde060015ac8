"""Exposure: through a product that was affected, and up a group; weaker than effect."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import Quad

from finkg.evidence.assessment import Assessed, Standing
from finkg.evidence.chronicle import Chronicle
from finkg.evidence.claim import Claim
from finkg.evidence.record import Effect
from finkg.evidence.span import Course
from finkg.reasoning.inference import Inference, standings
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.rule import read_rules
from finkg.reasoning.timing import Timing
from finkg.schema import Schema
from finkg.vocabulary import ID, TYPE, fk

from ..evidence.facts import BACKING, assessed, properties, said, share, thing, time

RULES = {rule.name: rule for rule in read_rules()}


def limit(product: str, day: str = "2017-05-27") -> Assessed:
    """An effect of the notice that a source states."""
    record = Effect(thing(product), thing("notice"), "limit", time(day))
    claim = Claim(record.affected, fk("directlyAffectedBy"), record.cause, record=record)
    return assessed(claim, ["page"])


def drawn(*claims: Assessed) -> tuple[list[Inference], Timing]:
    stated = {a.claim.id: a.claim for a in claims}
    timing = Timing(Chronicle(claims, properties(), BACKING), stated)
    background = [*Schema().triples(), Quad(thing("notice"), TYPE, fk("Regulation"))]
    inferences = Reasoner(RULES.values(), background).infer(stated.values(), admit=timing.admit)
    timing.settle(inferences)
    return inferences, timing


def concluded(predicate: str, *claims: Assessed) -> set[tuple[str, str]]:
    found = (inference.conclusion.triple for inference in drawn(*claims)[0])
    ends = ((s.value, o.value) for s, p, o in found if p == fk(predicate))
    return {(s.removeprefix(ID), o.removeprefix(ID)) for s, o in ends}


def course(subject: str, *claims: Assessed) -> Course:
    return drawn(*claims)[1].of(Claim(thing(subject), fk("exposedTo"), thing("notice")).id)


def offers(company: str = "ant", product: str = "yuebao", **when: str) -> Assessed:
    return said(company, "offers", product, "page", **when)


def member(company: str, group: str, **when: str) -> Assessed:
    return said(company, "memberOfGroup", group, "page", **when)


def test_a_company_is_exposed_to_what_affected_its_product() -> None:
    """Its product was limited; another's product that was not exposes nobody."""
    claims = [offers(), limit("yuebao"), offers("bank", "deposit")]
    assert concluded("exposedTo", *claims) == {("ant", "notice")}


def test_exposure_is_no_effect() -> None:
    """The company is not affected, changed or within scope for the sake of its product."""
    for predicate in ("affectedBy", "changedBy", "withinScopeOf"):
        assert concluded(predicate, offers(), limit("yuebao")) == {("yuebao", "notice")}


def test_scope_exposes_nobody() -> None:
    """Terms that reach a product, without an effect on it, are no exposure."""
    scope = [
        said("notice", "regulatesActivity", "credit", "page"),
        said("yuebao", "hasActivity", "credit", "page"),
    ]
    assert concluded("withinScopeOf", offers(), *scope) == {("yuebao", "notice")}
    assert concluded("exposedTo", offers(), *scope) == set()


def test_a_group_is_exposed_through_its_members_and_theirs() -> None:
    """Up to every head, and never down to the sister that offers no such product."""
    control = said("ant", "parentOrganization", "holding", "page")
    claims = [offers(), limit("yuebao"), control, member("holding", "top"), member("sister", "top")]
    exposed = {("ant", "notice"), ("holding", "notice"), ("top", "notice")}
    assert concluded("exposedTo", *claims) == exposed


def test_who_merely_holds_shares_is_not_exposed() -> None:
    """A shareholding makes no group."""
    claims = [offers(), limit("yuebao"), share("50.5", "page", holder="investor")]
    assert concluded("exposedTo", *claims) == {("ant", "notice")}


def test_exposure_begins_with_the_effect_and_ends_with_the_offer() -> None:
    """Offered from 2013 to 2020, limited in 2017."""
    found = course("ant", offers(start="2013-06-13", end="2020-01-01"), limit("yuebao"))
    days = ("2017-05-26", "2017-05-27", "2019-12-31", "2020-01-01")
    assert [found.on(date.fromisoformat(day)).value for day in days] == ["no", "yes", "yes", "no"]


def test_a_group_is_exposed_while_the_member_is_one() -> None:
    """The group sold the company in 2019; the company stays exposed, the group does not."""
    claims = [offers(start="2013-06-13", end="2024-01-01"), limit("yuebao")]
    owned = member("ant", "top", start="2014-01-01", end="2019-01-01")
    for subject, held in (("ant", "yes"), ("top", "no")):
        assert course(subject, *claims, owned).on(date(2020, 1, 1)).value == held


def test_who_gave_the_product_up_before_is_not_exposed() -> None:
    """Sold in 2016, limited in 2017 in other hands."""
    claims = [
        said("notice", "promulgatedOn", "2017-05-27", "page"),
        said("notice", "targets", "yuebao", "page"),
        offers(start="2013-06-13", end="2016-01-01"),
        offers("heir", start="2016-01-01", end="2020-01-01"),
    ]
    assert concluded("exposedTo", *claims, limit("yuebao")) == {("heir", "notice")}


@pytest.mark.parametrize("place", range(3))
def test_exposure_is_as_doubtful_as_what_it_rests_on(place: int) -> None:
    """Offer, effect and membership: any doubt reaches the group."""
    claims = [offers(), limit("yuebao"), member("ant", "top")]
    known = {a.claim.id: Standing.ACCEPTED for a in claims}
    inferences, _ = drawn(*claims)
    exposure = Claim(thing("top"), fk("exposedTo"), thing("notice")).id
    assert standings(inferences, known)[exposure] is Standing.ACCEPTED
    known[claims[place].claim.id] = Standing.DOUBTFUL
    assert standings(inferences, known)[exposure] is Standing.DOUBTFUL


def test_exposure_names_its_premises() -> None:
    """What proves the group's exposure is the membership and the member's exposure."""
    inferences, _ = drawn(offers(), limit("yuebao"), owned := member("ant", "top"))
    own = Claim(thing("ant"), fk("exposedTo"), thing("notice")).id
    (way,) = [i for i in inferences if i.rule == RULES["exposure-of-group"].iri]
    assert way.premises == {owned.claim.id, own}


def test_exposure_is_plausible_and_no_more() -> None:
    """It says that something may matter to a company, not that it did."""
    for name in ("exposure-by-product", "exposure-of-group"):
        assert RULES[name].strength == "plausible"
