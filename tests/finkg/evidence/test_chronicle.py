"""When each claim holds: each property goes on in its own way, and things have lives."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from finkg.evidence.assessment import Assessed, Standing
from finkg.evidence.chronicle import Chronicle
from finkg.evidence.claim import Claim
from finkg.evidence.lasting import Lasting
from finkg.evidence.moment import Moment
from finkg.evidence.record import Effect
from finkg.evidence.span import Course, Holds, Span
from finkg.vocabulary import fk

from .facts import BACKING, assessed, figure, properties, said, share, thing, time

LAUNCHED = said("xianghubao", "launchedOn", "2018-10", "page")
CLOSED = said("xianghubao", "closedOn", "2022-01-28", "page")
OFFERED = said("ant", "offers", "xianghubao", "page")


def chronicle(*claims: Assessed) -> Chronicle:
    return Chronicle(claims, properties(), BACKING)


def held(claim: Assessed, *others: Assessed, on: str) -> str:
    """Whether a claim holds on each of some days, among other claims."""
    course = chronicle(claim, *others).course(claim.claim)
    return " ".join(course.on(date.fromisoformat(day)).value for day in on.split())


def test_an_offer_lasts_as_long_as_its_product() -> None:
    """Launched in October 2018 and closed on 2022-01-28; the offer states no time of its own."""
    days = "2018-09-30 2018-10-15 2018-10-31 2020-12-31 2022-01-27 2022-01-28"
    assert held(OFFERED, LAUNCHED, CLOSED, on=days) == "no unknown yes yes yes no"


def test_a_launch_and_no_sign_of_life_since_is_unknown() -> None:
    """Neither there nor gone."""
    assert held(OFFERED, LAUNCHED, on="2018-10-31 2018-11-01 2025-01-01") == "yes unknown unknown"


@pytest.mark.parametrize(
    "sign",
    [
        said("ant", "offers", "xianghubao", "page", as_of="2020-09"),
        said("rectification", "targets", "xianghubao", "page", as_of="2020-09"),
        figure("1", "page", feature="xianghubao", metric=thing("members"), as_of="2020-09"),
        said("xianghubao", "hasFeature", "mutual", "page", start="2020-09"),
    ],
    ids=["the same statement", "an event", "a figure", "a feature"],
)
def test_a_dated_statement_is_a_sign_of_life(sign: Assessed) -> None:
    """Somebody speaks of it in September 2020: until then it surely was there."""
    assert held(OFFERED, LAUNCHED, sign, on="2020-09-01 2020-09-02") == "yes unknown"


def test_an_event_on_its_day_is_a_sign_of_life() -> None:
    """Who is targeted on a day is there on that day."""
    event = said("fine", "occurredOn", "2021-04-10", "page")
    target = said("fine", "targets", "xianghubao", "page")
    assert held(OFFERED, LAUNCHED, event, target, on="2021-04-10 2021-04-11") == "yes unknown"


def test_a_source_speaks_of_its_own_day() -> None:
    """The paper of March 2019 says in the present tense that it is offered; a page has no day."""
    paper = said("ant", "offers", "xianghubao", "paper")
    assert held(paper, LAUNCHED, on="2019-03-01 2019-03-02") == "yes unknown"
    denied = said("ant", "offers", "xianghubao", "page", refuted_by=["paper"])
    assert held(denied, LAUNCHED, on="2019-03-01") == "unknown"


def test_what_has_happened_stays() -> None:
    """A launch has happened from its day on, whatever became of the product."""
    assert held(LAUNCHED, CLOSED, on="2018-09-30 2018-10-15 2025-01-01") == "no unknown yes"


def test_a_relation_of_an_event_holds_from_its_day_on() -> None:
    """Whom a suspension targeted it has targeted ever after, and not before."""
    day = said("suspension", "occurredOn", "2020-11-03", "page")
    target = said("suspension", "targets", "ant", "page")
    gone = said("ant", "dissolvedOn", "2022", "page")
    assert held(target, day, gone, on="2020-11-02 2020-11-03 2025-01-01") == "no yes yes"
    assert held(target, on="2020-11-03") == "unknown"


def test_a_relation_that_lasts_ends_with_either_end() -> None:
    """Who holds shares of a company holds none of it before it is founded or after it is gone."""
    founded = said("ant", "foundedOn", "2014-10-16", "page")
    gone = said("ant", "dissolvedOn", "2020-05-01", "page")
    held_since = share("33", start="2010", end="2023")
    days = "2014-10-15 2014-10-16 2020-04-30 2020-05-01"
    assert held(held_since, founded, gone, on=days) == "no yes yes no"
    some_day = said("ant", "foundedOn", "2014-10", "page")
    assert held(held_since, some_day, on="2014-09-30 2014-10-15 2014-10-31") == "no unknown yes"


def test_force_lasts_until_it_is_ended() -> None:
    """What a document regulates it regulates from the day it takes effect until it is repealed."""
    scope = said("measures", "regulatesActivity", "payment", "page")
    effect = said("measures", "effectiveOn", "2010-09-01", "page")
    repeal = said("measures", "repealedOn", "2024-05-01", "page")
    days = "2010-08-31 2010-09-01 2020-01-01 2024-04-30 2024-05-01"
    assert held(scope, effect, repeal, on=days) == "no yes yes yes no"
    assert held(scope, effect, on="2025-01-01") == "yes"
    assert held(scope, on="2020-01-01") == "unknown"


def test_a_repealer_that_takes_effect_ends_the_repealed() -> None:
    """Where no day of repeal is stated; a stated one counts before it."""
    old = [
        said("measures", "regulatesActivity", "payment", "page"),
        said("measures", "effectiveOn", "2010-09-01", "page"),
        said("rules", "repeals", "measures", "page"),
        said("rules", "effectiveOn", "2024-05-01", "page"),
    ]
    assert held(*old, on="2024-04-30 2024-05-01") == "yes no"
    stated = said("measures", "repealedOn", "2025-01-01", "page")
    assert held(*old, stated, on="2024-12-31 2025-01-01") == "yes no"


def test_a_requirement_begins_with_what_imposes_it_unless_it_has_a_day_of_its_own() -> None:
    """The 30 % share of joint loans binds from 2022, though its notice is of February 2021."""
    notice = said("notice", "effectiveOn", "2021-02-19", "page")
    imposes = said("notice", "imposes", "share-of-30", "page")
    applies = said("share-of-30", "appliesTo", "joint-lending", "page")
    own = said("share-of-30", "effectiveOn", "2022-01-01", "page")
    days = "2021-02-18 2021-02-19 2021-12-31 2022-01-01"
    assert held(applies, notice, imposes, on=days) == "no yes yes yes"
    assert held(applies, notice, imposes, own, on=days) == "no no no yes"
    # That the notice imposes it is true of the notice's own time.
    assert held(imposes, notice, applies, own, on=days) == "no yes yes yes"


def test_what_is_for_ever_has_no_time() -> None:
    """A part of an event is a part of it on every day."""
    assert held(said("crisis", "partOf", "reform", "page"), on="1999-01-01 2030-01-01") == "yes yes"


def test_a_measurement_once_made_stays_made() -> None:
    """The count as of a day is known from that day on; a limit with a validity ends."""
    count = figure("9", metric=thing("users"), as_of="2020-12-31")
    assert held(count, on="2020-12-30 2020-12-31 2025-01-01") == "no yes yes"
    limit = figure("9", metric=thing("limit"), start="2017-05-27", end="2018-06-06")
    assert held(limit, on="2017-05-26 2018-06-05 2018-06-06") == "no yes no"


def test_the_figure_of_a_requirement_binds_as_long_as_the_requirement() -> None:
    """30 % from the day on which the requirement takes effect; another figure without time is of no
    known day."""
    limit = figure("30", "page", feature="share-of-30", metric=thing("share"))
    imposes = said("notice", "imposes", "share-of-30", "page")
    own = said("share-of-30", "effectiveOn", "2022-01-01", "page")
    assert held(limit, imposes, own, on="2021-12-31 2022-01-01 2025-01-01") == "no yes yes"
    assert held(limit, own, on="2022-01-01") == "unknown"


def test_only_what_is_accepted_tells_of_lives() -> None:
    """A doubtful closing closes nothing, and a doubtful sign is none."""
    closed = said("xianghubao", "closedOn", "2019-01-01", "page")
    sign = said("ant", "offers", "xianghubao", "page", as_of="2020-09")
    for doubtful in (closed, sign):
        doubtful.standing = Standing.DOUBTFUL
    assert held(OFFERED, LAUNCHED, closed, sign, on="2018-10-31 2019-06-01") == "yes unknown"


def test_claims_that_say_the_same_are_read_together() -> None:
    """A company was in a sector in 2016 and in 2018, say two: so it was between, and who says so
    without time means no other time."""
    sector = said("lufax", "belongsToSector", "p2p", "page")
    dated = [said("lufax", "belongsToSector", "p2p", "page", as_of=t) for t in ("2016", "2018")]
    days = "2016-12-30 2016-12-31 2018-01-01 2018-01-02"
    assert held(sector, *dated, on=days) == "unknown yes yes unknown"


def test_a_share_as_of_a_day_is_sure_on_that_day() -> None:
    """Before and after it may have been another."""
    dated = share("33", as_of="2015-06-30")
    assert held(dated, on="2015-06-29 2015-06-30 2015-07-01") == "unknown yes unknown"


def test_a_source_that_speaks_of_an_earlier_time_is_no_sign_of_its_own_day() -> None:
    """The paper of March 2019 on 2016 says nothing of 2019."""
    dated = said("lufax", "belongsToSector", "p2p", "paper", as_of="2016-05-01")
    assert held(dated, on="2016-05-01 2019-03-01") == "yes unknown"


def test_that_a_requirement_applies_to_a_thing_is_no_sign_of_its_life() -> None:
    """Law speaks of what there may be."""
    applies = said("requirement", "appliesTo", "xianghubao", "page", start="2020-09-01")
    assert held(OFFERED, LAUNCHED, applies, on="2018-10-31 2020-09-01") == "yes unknown"


def test_a_beginning_of_its_own_counts_before_that_of_the_product() -> None:
    """The product was there before; this company took it over."""
    began = said("ant", "offers", "xianghubao", "page", start="2020-06-01")
    assert held(began, LAUNCHED, CLOSED, on="2020-05-31 2020-06-01 2022-01-28") == "no yes no"


def test_an_end_of_its_own_counts_before_that_of_the_product() -> None:
    """The product went on; this company stopped offering it."""
    stopped = said("ant", "offers", "xianghubao", "page", end="2020-06-01")
    assert held(stopped, LAUNCHED, CLOSED, on="2018-10-31 2020-05-31 2020-06-01") == "yes yes no"


def test_an_effect_has_happened_since_its_day_though_the_thing_is_gone() -> None:
    """An order of 2023 on a product that closed in 2022: not in 2020, and then for ever."""
    record = Effect(thing("xianghubao"), thing("order"), "closure", time("2023-07-07"))
    claim = Claim(record.affected, fk("directlyAffectedBy"), record.cause, record=record)
    effect = assessed(claim, ["page"])
    days = "2020-01-01 2023-07-06 2023-07-07 2025-01-01"
    assert held(effect, LAUNCHED, CLOSED, on=days) == "no no yes yes"


YEAR = Course(Span(date(2015, 1, 1), date(2015, 12, 31)), Span(date(2014, 1, 1), date(2016, 1, 1)))


@pytest.mark.parametrize(
    ("predicate", "later"), [("memberOfGroup", Holds.NO), ("changedBy", Holds.YES)]
)
def test_a_conclusion_holds_while_its_premises_do_or_has_happened_since(
    predicate: str, later: Holds
) -> None:
    """Membership ends with control; what changed a thing has changed it ever after."""
    claim = Claim(thing("lufax"), fk(predicate), thing("ping-an"))
    course = chronicle().concluded(claim, [YEAR, Course()])
    assert course.on(date(2015, 6, 1)) is Holds.YES
    assert course.on(date(2020, 6, 1)) is later
    assert course.on(date(2013, 6, 1)) is Holds.NO


PREDICATES = {
    "controlledBy": "ping-an",
    "offers": "lufax-p2p",
    "holdsLicense": "payment",
    "usesBrand": "lu",
    "belongsToSector": "p2p",
    "memberOfGroup": "ping-an",
}


@given(
    st.sampled_from(sorted(PREDICATES)),
    st.dates(date(2005, 1, 1), date(2024, 12, 31)),
    st.integers(0, 3000),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "2000-01", "2018", "2024-02-29"]),
    st.sampled_from(["", "2011-09", "2019"]),
)
def test_no_claim_holds_before_its_beginning_or_from_its_end_on(
    predicate: str, day: date, length: int, cut: int, as_of: str, born: str
) -> None:
    """Whatever signs of life there are, of it or of the things that it joins."""
    start, end = f"{day}"[:cut], f"{day + timedelta(length)}"
    assume(Moment.parse(start).earliest <= Moment.parse(end).earliest)
    claim = said("lufax", predicate, PREDICATES[predicate], "agency", start=start, end=end)
    again = said("lufax", predicate, PREDICATES[predicate], "paper", as_of=as_of)
    others = [again, *([said("lufax", "foundedOn", born, "page")] if born else [])]
    course = chronicle(claim, *others).course(claim.claim)
    before = Moment.parse(start).earliest - timedelta(1)
    assert course.on(before) is Holds.NO
    assert course.on(Moment.parse(end).latest) is Holds.NO
    if course.sure:
        assert Moment.parse(start).latest <= course.sure.first
        assert course.sure.last < Moment.parse(end).earliest


@given(
    st.lists(st.sampled_from(["2011", "2015-05-15", "2020-Q1", "2024-02"]), max_size=4),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_claims_makes_no_history(signs: list[str], random: Random) -> None:
    """Rows may stand in any order in any file."""
    claims = [OFFERED, LAUNCHED, CLOSED, said("ant", "foundedOn", "2014-10-16", "page")]
    claims += [said("ant", "offers", "xianghubao", "page", as_of=day) for day in signs]
    mixed = random.sample(claims, len(claims))
    one, other = chronicle(*claims), chronicle(*mixed)
    assert [one.course(a.claim) for a in claims] == [other.course(a.claim) for a in claims]


def test_a_property_that_nobody_describes_holds_for_ever() -> None:
    """Nothing is said of how it would end."""
    claim = Claim(thing("a"), fk("someRelation"), thing("b"))
    assert chronicle().lasting(claim) is Lasting.PERMANENT
    assert chronicle().course(claim).on(date(1900, 1, 1)) is Holds.YES
