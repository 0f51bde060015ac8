"""A conclusion holds when its premises hold together; one that never can is not drawn."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from finkg.evidence.assessment import Assessed
from finkg.evidence.chronicle import Chronicle
from finkg.evidence.claim import Claim
from finkg.evidence.record import Effect
from finkg.evidence.span import Course
from finkg.reasoning.inference import Admission, Inference
from finkg.reasoning.reasoner import Reasoner
from finkg.reasoning.rule import Rule, read_rules
from finkg.reasoning.timing import Timing
from finkg.schema import Schema
from finkg.vocabulary import TYPE, fk

from ..evidence.facts import BACKING, assessed, properties, said, thing, time

RULES = read_rules()
STRUCTURE = [("consumer-loan", "loan"), ("loan", "credit"), ("card", "credit"), ("credit", "all")]


@cache
def background() -> tuple[Quad, ...]:
    types = {"measures": "Regulation", "suspension": "RegulatoryEvent", "notice": "Regulation"}
    typed = [Quad(thing(name), TYPE, fk(cls)) for name, cls in types.items()]
    return (*Schema().triples(), *typed)


class Drawn:
    """What the rules conclude from some claims, and when each conclusion holds."""

    def __init__(self, *claims: Assessed, rules: list[Rule] | None = None) -> None:
        stated = {a.claim.id: a.claim for a in claims}
        self.timing = Timing(Chronicle(claims, properties(), BACKING), stated)
        reasoner = Reasoner(rules or RULES, background())
        self.inferences = reasoner.infer(stated.values(), admit=self.timing.admit)
        self.timing.settle(self.inferences)

    def course(self, subject: str, predicate: str, value: str) -> Course | None:
        claim = Claim(thing(subject), fk(predicate), thing(value)).id
        drawn = {inference.conclusion.id for inference in self.inferences}
        return self.timing.of(claim) if claim in drawn else None

    def held(self, *triple: str, on: str) -> str:
        course = self.course(*triple)
        assert course
        return " ".join(course.on(date.fromisoformat(day)).value for day in on.split())


def broader() -> list[Assessed]:
    return [said(narrow, "broader", wide, "page") for narrow, wide in STRUCTURE]


def has(product: str, activity: str, start: str = "", end: str = "") -> Assessed:
    return said(product, "hasActivity", activity, "page", start=start, end=end)


REGULATES = said("measures", "regulatesActivity", "credit", "page")
IN_FORCE = said("measures", "effectiveOn", "2014-01-01", "page")


def test_scope_lasts_while_activity_and_force_do() -> None:
    """A product of credit from 2012 to 2018, under measures in force from 2014."""
    drawn = Drawn(*broader(), has("huabei", "credit", "2012", "2018-07-01"), REGULATES, IN_FORCE)
    days = "2013-12-31 2014-01-01 2018-06-30 2018-07-01"
    assert drawn.held("huabei", "withinScopeOf", "measures", on=days) == "no yes yes no"


def test_what_can_never_hold_together_is_not_concluded() -> None:
    """An activity that had ended before the measures took effect was never within their scope."""
    claims = [*broader(), REGULATES, IN_FORCE]
    ended, going = has("huabei", "credit", "2010", "2013"), has("huabei", "credit", "2010", "2015")
    assert Drawn(*claims, ended).course("huabei", "withinScopeOf", "measures") is None
    assert Drawn(*claims, going).course("huabei", "withinScopeOf", "measures")


def test_what_an_event_changed_it_has_changed_ever_after() -> None:
    """From the day of the event on, though company and product are gone since."""
    drawn = Drawn(
        said("suspension", "occurredOn", "2020-11-03", "page"),
        said("suspension", "targets", "ant", "page"),
        said("ant", "dissolvedOn", "2022-01-01", "page"),
    )
    for predicate in ("affectedBy", "changedBy"):
        found = drawn.held("ant", predicate, "suspension", on="2020-11-02 2020-11-03 2025-01-01")
        assert found == "no yes yes"


def test_membership_ends_with_control() -> None:
    """A group has a member as long as it controls it."""
    control = said("lufax", "parentOrganization", "ping-an", "page", start="2012", end="2019")
    days = "2011-12-31 2012-12-31 2018-12-31 2020-01-01"
    found = Drawn(control).held("lufax", "memberOfGroup", "ping-an", on=days)
    assert found == "no yes yes no"


def test_a_conclusion_drawn_twice_holds_when_either_way_does() -> None:
    """Credit by two activities, one after the other without a gap."""
    drawn = Drawn(
        *broader(),
        has("huabei", "loan", "2014-01-01", "2016-06-02"),
        has("huabei", "card", "2016-06-01", "2020-01-01"),
    )
    found = drawn.held("huabei", "hasActivity", "credit", on="2014-01-01 2018-01-01 2020-01-01")
    assert found == "yes yes no"


def test_an_effect_that_a_source_states_stays_however_late() -> None:
    """Premises that can not hold together draw nothing, but for what a source says happened."""
    record = Effect(thing("yuebao"), thing("notice"), "limit", time("2017-05-27"))
    claim = Claim(record.affected, fk("directlyAffectedBy"), record.cause, record=record)
    gone = [
        said("yuebao", "closedOn", "2016-01-01", "page"),
        said("notice", "promulgatedOn", "2017-01-01", "page"),
    ]
    assert Drawn(*gone, assessed(claim, ["page"])).course("yuebao", "affectedBy", "notice")
    plain = [said("suspension", "targets", "yuebao", "page")]
    began = said("suspension", "occurredOn", "2017-05-27", "page")
    assert Drawn(*plain, began).course("yuebao", "affectedBy", "suspension")
    assert Drawn(*gone, *plain, began).course("yuebao", "affectedBy", "suspension") is None


def test_what_is_stated_without_time_holds_by_a_rule() -> None:
    """A source names the group and no day; another says from when to when it controlled it."""
    control = said("lufax", "parentOrganization", "ping-an", "page", start="2012", end="2019")
    membership = said("lufax", "memberOfGroup", "ping-an", "page")
    drawn = Drawn(control, membership)
    days = "2011-12-31 2015-01-01 2020-01-01"
    found = drawn.held("lufax", "memberOfGroup", "ping-an", on=days)
    assert found == "unknown yes unknown"


def test_premises_in_a_circle_settle() -> None:
    """Two conclusions that follow from each other hold as long as what they began with."""
    chronicle = Chronicle([], properties(), BACKING)
    seed = said("a", "memberOfGroup", "z", "page", start="2012-01-01", end="2015-01-01").claim
    one, other = (Claim(thing(n), fk("memberOfGroup"), thing("z")) for n in ("b", "c"))
    ways = [({seed.id}, one), ({one.id}, other), ({other.id}, one)]
    inferences = [Inference(thing("rule"), frozenset(why), what) for why, what in ways]
    timing = Timing(chronicle, {seed.id: seed})
    assert all(map(timing.admit, inferences))
    timing.settle(inferences)
    assert timing.of(one.id) == timing.of(other.id) == timing.of(seed.id)


@pytest.mark.parametrize("spelling", range(8))
def test_a_longer_way_to_a_premise_lets_all_follow_from_it(spelling: int) -> None:
    """Credit in 2010 by one activity; from 2015 on by a chain of others, found a round later. What
    is regulated from 2014 on is then within scope, in whatever order the ways are found: that
    depends on the spelling of names."""
    chain = [("one", "credit"), ("far", "near"), ("near", "credit"), ("credit", "all")]
    chain += [("all", "ever"), ("ever", "broadest")]
    claims = [
        *(said(f"{n}-{spelling}", "broader", f"{w}-{spelling}", "page") for n, w in chain),
        has("huabei", f"one-{spelling}", "2010", "2012"),
        has("huabei", f"far-{spelling}", "2015", "2017"),
        said("measures", "regulatesActivity", f"broadest-{spelling}", "page"),
        IN_FORCE,
    ]
    assert Drawn(*claims).course("huabei", "withinScopeOf", "measures")


def test_what_rests_on_a_conclusion_that_gains_time_is_asked_again() -> None:
    """What could not hold with it before may then, though no claim is new by then."""
    chain = [("one", "credit"), ("far", "near"), ("near", "credit")]
    claims = [
        *(said(narrow, "broader", wide, "page").claim for narrow, wide in chain),
        *(has("huabei", activity).claim for activity in ("one", "far")),
        said("measures", "regulatesActivity", "credit", "page").claim,
    ]
    ways: set[NamedNode] = set()

    def admit(inference: Inference) -> Admission:
        conclusion = inference.conclusion
        if conclusion.predicate == fk("withinScopeOf"):
            return Admission.ADMITTED if len(ways) == 2 else Admission.REFUSED
        if conclusion.value != thing("credit") or inference.id in ways:
            return Admission.ADMITTED
        ways.add(inference.id)
        return Admission.WIDENED

    found = Reasoner(RULES, background()).infer(claims, admit=admit)
    assert fk("withinScopeOf") in {inference.conclusion.predicate for inference in found}


def test_another_way_that_adds_time_is_told() -> None:
    """The first way, and a way at another time; not the same way again."""
    spans = [("2012", "2014"), ("2016", "2018")]
    seeds = [said("a", "memberOfGroup", "z", "page", start=s, end=e).claim for s, e in spans]
    timing = Timing(Chronicle([], properties(), BACKING), {seed.id: seed for seed in seeds})
    conclusion = Claim(thing("b"), fk("memberOfGroup"), thing("z"))
    one, other = (Inference(thing("r"), frozenset({seed.id}), conclusion) for seed in seeds)
    assert [timing.admit(way) for way in (one, one, other, one)] == [
        Admission.WIDENED,
        Admission.ADMITTED,
        Admission.WIDENED,
        Admission.ADMITTED,
    ]


def test_a_rule_does_not_shorten_what_a_source_states() -> None:
    """A product of credit as long as it is there; a year as a loan ends nothing."""
    drawn = Drawn(
        *broader(),
        said("huabei", "launchedOn", "2014-01-01", "page"),
        said("huabei", "closedOn", "2020-01-01", "page"),
        stated := has("huabei", "credit"),
        has("huabei", "loan", "2015-01-01", "2016-01-01"),
    )
    course = drawn.timing.of(stated.claim.id)
    assert course.on(date(2015, 6, 1)).value == "yes"
    assert course.on(date(2018, 1, 1)).value != "no"
    assert course.on(date(2020, 1, 1)).value == "no"


SPANS = st.sampled_from(["2010 2012", "2011-06-01 2015", "2014 2018", "2018 2020-02-02", " "])
CLAIMS = st.lists(
    st.one_of(
        st.builds(
            lambda activity, span: has("huabei", activity, *span.split(" ")),
            st.sampled_from(["consumer-loan", "loan", "card", "credit"]),
            SPANS,
        ),
        st.builds(
            lambda child, parent, span: said(
                child, "parentOrganization", parent, "page",
                start=span.split(" ")[0], end=span.split(" ")[1],
            ),
            st.sampled_from("abc"),
            st.sampled_from("bcd"),
            SPANS,
        ),
    ),
    max_size=6,
    unique_by=lambda a: a.claim.id,
)  # fmt: skip


def told(drawn: Drawn) -> dict[NamedNode, Course]:
    return {i.id: drawn.timing.inferred(i) for i in drawn.inferences} | {
        i.conclusion.id: drawn.timing.of(i.conclusion.id) for i in drawn.inferences
    }


@given(CLAIMS, st.randoms(use_true_random=False))
def test_no_order_of_rules_or_claims_matters(claims: list[Assessed], random: Random) -> None:
    """The same inferences at the same times."""
    everything = [*claims, *broader(), REGULATES, IN_FORCE]
    mixed = random.sample(everything, len(everything))
    rules = random.sample(RULES, len(RULES))
    assert told(Drawn(*everything)) == told(Drawn(*mixed, rules=rules))


@given(CLAIMS)
def test_no_conclusion_holds_outside_its_premises(claims: list[Assessed]) -> None:
    """While a conclusion that can end surely holds, each of its premises does."""
    drawn = Drawn(*claims, *broader(), REGULATES, IN_FORCE)
    for inference in drawn.inferences:
        course = drawn.timing.inferred(inference)
        for premise in map(drawn.timing.of, inference.premises):
            if course.sure:
                assert premise.sure
                assert premise.on(course.sure.first) is premise.on(course.sure.last)
                assert premise.on(course.sure.first).value == "yes"
