"""Succession of regulators and instruments, and who heads a group."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import Quad

from finkg.evidence.assessment import Assessed, Standing
from finkg.evidence.chronicle import Chronicle
from finkg.evidence.claim import Claim
from finkg.reasoning.inference import Inference, standings
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.rule import read_rules
from finkg.reasoning.timing import Timing
from finkg.schema import Schema
from finkg.vocabulary import ID, TYPE, fk

from ..evidence.facts import BACKING, properties, said, thing

NAMES = ("nfra", "cbirc", "cbrc", "circ")
REGULATORS = [Quad(thing(name), TYPE, fk("Regulator")) for name in NAMES]
REFORMS = [
    said(new, "predecessor", old, "page")
    for new, old in (("nfra", "cbirc"), ("cbirc", "cbrc"), ("cbirc", "circ"))
]


def drawn(*claims: Assessed) -> tuple[list[Inference], Timing]:
    stated = {a.claim.id: a.claim for a in claims}
    timing = Timing(Chronicle(claims, properties(), BACKING), stated)
    background = [*Schema().triples(), *REGULATORS]
    inferences = Reasoner(read_rules(), background).infer(stated.values(), admit=timing.admit)
    timing.settle(inferences)
    return inferences, timing


def concluded(predicate: str, *claims: Assessed) -> set[tuple[str, str]]:
    found = (inference.conclusion.triple for inference in drawn(*claims)[0])
    ends = ((s.value, o.value) for s, p, o in found if p == fk(predicate))
    return {(s.removeprefix(ID), o.removeprefix(ID)) for s, o in ends}


def test_the_successor_of_a_successor_succeeds() -> None:
    """国家金融监督管理总局 succeeds 银保监会, and through it 银监会 and 保监会."""
    direct = {("nfra", "cbirc"), ("cbirc", "cbrc"), ("cbirc", "circ")}
    assert concluded("succeeds", *REFORMS) == direct | {("nfra", "cbrc"), ("nfra", "circ")}


def test_two_that_were_merged_do_not_succeed_each_other() -> None:
    """They have a successor in common, and are no more than that to each other."""
    assert not {("cbrc", "circ"), ("circ", "cbrc")} & concluded("succeeds", *REFORMS)


def test_a_company_or_product_with_a_predecessor_is_left_out() -> None:
    """借呗 goes on beside 信用贷, which grew out of it; nor does a regulator succeed a company."""
    mixed = [said("xinyongdai", "predecessor", "jiebei", "page")]
    mixed += [said("nfra", "predecessor", "bureau", "page")]
    assert concluded("succeeds", *mixed) == set()


def test_what_repeals_or_supersedes_succeeds() -> None:
    """Rules that repeal measures which superseded others come in the place of both."""
    repeal = said("rules", "repeals", "measures", "page")
    earlier = said("measures", "supersedes", "draft-measures", "page")
    expected = {("rules", "measures"), ("measures", "draft-measures"), ("rules", "draft-measures")}
    assert concluded("succeeds", repeal, earlier) == expected


def test_an_implementing_or_drafted_text_succeeds_nothing() -> None:
    """A draft is followed by what it drafted; neither takes the place of the other."""
    assert concluded("succeeds", said("draft", "draftOf", "rules", "page")) == set()


def test_a_circle_of_successions_ends_and_nothing_succeeds_itself() -> None:
    """Two sources that contradict each other are both kept; the shapes tell of the circle."""
    circle = [said("one", "supersedes", "two", "page"), said("two", "supersedes", "one", "page")]
    assert concluded("succeeds", *circle) == {("one", "two"), ("two", "one")}


def test_what_has_succeeded_has_done_so_for_ever() -> None:
    """From the founding of the new regulator on; before it there was nothing to succeed."""
    founded = said("nfra", "foundedOn", "2023-05-18", "page")
    _, timing = drawn(*REFORMS, founded)
    found = timing.of(Claim(thing("nfra"), fk("succeeds"), thing("cbrc")).id)
    days = ("2023-05-17", "2023-05-18", "2040-01-01")
    assert [found.on(date.fromisoformat(day)).value for day in days] == ["no", "yes", "yes"]


@pytest.mark.parametrize("doubted", range(2))
def test_a_doubtful_succession_makes_the_longer_one_doubtful(doubted: int) -> None:
    """No chain is better than its weakest link."""
    known = {a.claim.id: Standing.ACCEPTED for a in REFORMS}
    longer = Claim(thing("nfra"), fk("succeeds"), thing("cbrc")).id
    assert standings(drawn(*REFORMS)[0], known)[longer] is Standing.ACCEPTED
    known[REFORMS[doubted].claim.id] = Standing.DOUBTFUL
    assert standings(drawn(*REFORMS)[0], known)[longer] is Standing.DOUBTFUL


def test_every_head_of_a_group_heads_its_members() -> None:
    """The parent, and the group of the parent; the member heads nobody, a shareholder neither."""
    claims = [
        said("lufax", "parentOrganization", "lufax-holding", "page"),
        said("lufax-holding", "memberOfGroup", "ping-an", "page"),
    ]
    heads = {("lufax-holding", "lufax"), ("ping-an", "lufax-holding"), ("ping-an", "lufax")}
    assert concluded("headsGroup", *claims) == heads
    assert concluded("headsGroup", said("lufax", "incubatedBy", "ping-an", "page")) == set()


def test_a_head_leads_as_long_as_the_member_belongs() -> None:
    """A company that was sold is headed no more."""
    control = said("lufax", "parentOrganization", "ping-an", "page", start="2012", end="2019")
    _, timing = drawn(control)
    found = timing.of(Claim(thing("ping-an"), fk("headsGroup"), thing("lufax")).id)
    days = ("2011-12-31", "2015-01-01", "2020-01-01")
    assert [found.on(date.fromisoformat(day)).value for day in days] == ["no", "yes", "no"]


def test_a_doubtful_membership_makes_a_doubtful_head() -> None:
    """Whether it heads the company is as sure as whether the company belongs."""
    membership = said("lufax", "memberOfGroup", "ping-an", "page")
    head = Claim(thing("ping-an"), fk("headsGroup"), thing("lufax")).id
    for standing in (Standing.ACCEPTED, Standing.DOUBTFUL):
        known = {membership.claim.id: standing}
        assert standings(drawn(membership)[0], known)[head] is standing
