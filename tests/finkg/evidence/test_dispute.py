"""Claims that can not hold together are kept side by side, and at most one is believed."""

from __future__ import annotations

import pytest

from finkg.evidence.assessment import Assessed, Standing
from finkg.evidence.claim import Kind
from finkg.evidence.rank import Rank
from finkg.vocabulary import DISPUTE_STATE, DISPUTES, PREFERRED_SIDE, fk

from .facts import figure, judged, said, settle, share, thing

ACCEPTED, DOUBTFUL, OUTRANKED = Standing.ACCEPTED, Standing.DOUBTFUL, Standing.OUTRANKED


def founded(day: str, *sources: str, kind: Kind = Kind.FACT) -> Assessed:
    return said("ant", "foundedOn", day, *sources, kind=kind)


def standings(*claims: Assessed) -> list[Standing]:
    return [claim.standing for claim in claims]


def test_a_better_source_settles_it_and_both_sides_stay() -> None:
    """The dispute names both, prefers one, and says why in both languages."""
    claims = founded("2014-10-16", "gazette"), founded("2025", "page")
    (dispute,) = settle(*claims)
    assert {*dispute.sides} == {claim.claim.id for claim in claims}
    assert dispute.preferred == claims[0].claim.id
    assert standings(*claims) == [ACCEPTED, OUTRANKED]
    assert "2014-10-16" in dispute.reason.zh
    assert "better tier (high, against low)" in dispute.reason.en


def test_ranks_say_against_whom_and_why() -> None:
    """The preferred side names the other, the outranked one what it gives way to."""
    good, poor = founded("2014-10-16", "gazette"), founded("2025", "page")
    settle(good, poor)
    assert (good.ranking.rank, poor.ranking.rank) == (Rank.PREFERRED, Rank.NORMAL)
    assert "2025" in good.ranking.reason.zh
    assert poor.ranking.reason.zh.startswith("让位于“2014-10-16”")
    assert poor.ranking.reason.en.startswith("Gives way to “2014-10-16”")


def test_what_nothing_decides_stays_open() -> None:
    """Two sources of one tier: no side is believed, and each says that it is disputed."""
    claims = (
        said("aml", "promulgatedOn", "2018-10-10", "paper"),
        said("aml", "promulgatedOn", "2018-10-11", "weekly"),
    )
    (dispute,) = settle(*claims)
    assert dispute.preferred is None
    assert standings(*claims) == [DOUBTFUL, DOUBTFUL]
    assert "2018-10-11" in claims[0].ranking.reason.en


def test_the_peak_of_platforms_is_an_open_dispute() -> None:
    """About 5,000 and over 3,600 lie beyond the tolerance, and a peak has one value ever: that one
    of the two papers is years younger makes neither the truer."""
    claims = figure("5000", "paper", precision="about"), figure("3600", "weekly", precision="over")
    (dispute,) = settle(*claims)
    assert dispute.preferred is None
    assert standings(*claims) == [DOUBTFUL, DOUBTFUL]


def test_votes_one_after_the_other_are_no_dispute() -> None:
    """50.52 % until a day is outranked by 53.46 %; 6.2 % from that day on disputes neither."""
    turn = "2023-01-07"
    until = [share("53.46", "gazette", end=turn), share("50.52", "paper", end=turn)]
    after = share("6.2", "gazette", start=turn)
    (dispute,) = settle(*until, after)
    assert after.claim.id not in dispute.sides
    assert standings(*until, after) == [ACCEPTED, OUTRANKED, ACCEPTED]


def test_a_wider_time_is_outranked_as_less_precise() -> None:
    """2014-10 agrees with 2014-10-16: no dispute, and the reason says what it is."""
    day, month = founded("2014-10-16", "page"), founded("2014-10", "gazette")
    assert settle(day, month) == []
    assert standings(day, month) == [ACCEPTED, OUTRANKED]
    assert "佐证" in month.ranking.reason.zh
    assert "Less precise than “2014-10-16”" in month.ranking.reason.en


def test_a_doubtful_day_does_not_outrank_the_year_around_it() -> None:
    """2014-10-16 is denied by its peer, so that 2014 is the best that is believed."""
    day = said("ant", "foundedOn", "2014-10-16", "paper", refuted_by=["weekly"])
    year = founded("2014", "page")
    settle(day, year)
    assert standings(day, year) == [DOUBTFUL, ACCEPTED]


def test_those_that_agree_with_the_preferred_one_may_dispute_among_themselves() -> None:
    """2014 beats 2015; within 2014 two months of one tier are left in an open dispute."""
    year, wrong = founded("2014", "gazette"), founded("2015", "page")
    months = [founded("2014-10", "paper"), founded("2014-11", "weekly")]
    settle(year, wrong, *months)
    assert wrong.standing is OUTRANKED
    assert ACCEPTED not in standings(*months)


def test_of_two_days_in_one_month_the_month_is_sure() -> None:
    """The days are in dispute; that it was in that month is not, whoever says so."""
    month = founded("2014-10", "page")
    days = [founded("2014-10-16", "paper"), founded("2014-10-23", "weekly")]
    settle(month, *days)
    assert standings(month, *days) == [ACCEPTED, DOUBTFUL, DOUBTFUL]


@pytest.mark.parametrize(
    ("one", "other", "period", "disputes"),
    [
        ("2020-12-31", "2020-12-31", "", 1),
        ("2020", "2020", "", 0),
        ("2020", "2020", "P1Y", 1),
        ("2020-12-31", "2021-12-31", "", 0),
    ],
)
def test_figures_dispute_when_they_surely_meet_in_time(
    one: str, other: str, period: str, disputes: int
) -> None:
    """A stock as of a year may be of any day in it; a flow over the year is of that year."""
    users = thing("users")
    figures = (
        figure("100", "gazette", metric=users, as_of=one, period=period),
        figure("200", "agency", metric=users, as_of=other, period=period),
    )
    assert len(settle(*figures)) == disputes


@pytest.mark.parametrize("kind", [Kind.OPINION, Kind.FORECAST, Kind.NORM])
def test_what_is_no_fact_disputes_nothing(kind: Kind) -> None:
    """A forecast of 2030 does not contradict a day of founding."""
    fact, saying = founded("2014", "page"), founded("2030", "gazette", kind=kind)
    assert settle(fact, saying) == []
    assert standings(fact, saying) == [ACCEPTED, Standing.OPINION]


def test_a_plan_is_a_side_from_its_day_on() -> None:
    """Announced for 2021, done in 2022 says a better source; a plan for 2030 disputes nothing."""
    plan = said("xianghubao", "closedOn", "2021-12-31", "paper", kind=Kind.PLAN)
    done = said("xianghubao", "closedOn", "2022-01-28", "gazette")
    assert len(settle(plan, done)) == 1
    assert standings(plan, done) == [OUTRANKED, ACCEPTED]
    later = said("xianghubao", "closedOn", "2030", "gazette", kind=Kind.PLAN)
    assert settle(later, done) == []


def test_what_was_judged_out_is_no_side() -> None:
    """The other value stands without a dispute."""
    out = judged(founded("2015", "gazette"), Rank.DEPRECATED)
    left = founded("2014", "page")
    assert settle(out, left) == []
    assert standings(out, left) == [Standing.DEPRECATED, ACCEPTED]


def test_a_judgement_settles_it_with_its_own_reason() -> None:
    """The rank stays as people gave it, and the dispute repeats their reason."""
    chosen = judged(founded("2015", "page"), Rank.PREFERRED)
    other = founded("2014", "gazette")
    (dispute,) = settle(chosen, other)
    assert dispute.preferred == chosen.claim.id
    assert dispute.reason.en == "Judged: reason"
    assert (chosen.ranking.reason.en, other.standing) == ("reason", OUTRANKED)


@pytest.mark.parametrize(
    ("support", "denial", "standing", "settled"),
    [
        ("gazette", "paper", ACCEPTED, True),
        ("paper", "weekly", DOUBTFUL, False),
        ("page", "gazette", DOUBTFUL, False),
    ],
)
def test_a_denial_is_a_dispute_about_one_claim(
    support: str, denial: str, standing: Standing, settled: bool
) -> None:
    """Denied by a lesser source it stands; by a peer it is undecided."""
    claim = said("application", "acceptedOn", "2022-06-17", support, refuted_by=[denial])
    (dispute,) = settle(claim)
    assert dispute.sides == (claim.claim.id,)
    assert (dispute.preferred is not None, claim.standing) == (settled, standing)


def test_a_denied_claim_that_was_judged_out_is_settled_without_a_preferred_side() -> None:
    """Decided against the only side there is."""
    claim = said("application", "acceptedOn", "2022-06-17", "paper", refuted_by=["weekly"])
    (dispute,) = settle(judged(claim, Rank.DEPRECATED))
    stated = {predicate: value for _, predicate, value in dispute.triples()}
    assert stated[DISPUTE_STATE] == fk("SettledDispute")
    assert PREFERRED_SIDE not in stated


def test_what_only_refutes_is_no_dispute() -> None:
    """Nobody says what is denied."""
    assert settle(said("ant", "foundedOn", "2011", refuted_by=["paper"])) == []


def test_a_day_outside_its_event_disputes_the_beginning() -> None:
    """A crisis dated 2025 that began in 2018-06 by a better source."""
    began, said_2025 = (
        said("crisis", "startedOn", "2018-06", "gazette"),
        said("crisis", "occurredOn", "2025", "page"),
    )
    (dispute,) = settle(began, said_2025)
    assert dispute.preferred == began.claim.id
    assert standings(began, said_2025) == [ACCEPTED, OUTRANKED]


def test_an_end_that_lost_leaves_the_event_without_an_end() -> None:
    """In November 2014 by one gazette; a blog's end in October gives way. Then the other gazette's
    beginning in October can not be that of an event of November: that stays open."""
    occurred = said("crisis", "occurredOn", "2014-11", "gazette")
    began = said("crisis", "startedOn", "2014-10", "agency")
    ended = said("crisis", "endedOn", "2014-10", "blog")
    settle(occurred, began, ended)
    assert standings(occurred, began, ended) == [DOUBTFUL, DOUBTFUL, OUTRANKED]


def test_what_the_policy_preferred_is_no_judgement() -> None:
    """2019 won against 2025 by its tier. Against a beginning in 2020 of that tier it has won
    nothing: that stays open."""
    best = said("crisis", "occurredOn", "2019", "gazette")
    wrong = said("crisis", "occurredOn", "2025", "page")
    began = said("crisis", "startedOn", "2020", "agency")
    found = {
        len(d.sides): d.preferred
        for d in settle(best, wrong, began)
        if wrong.claim.id not in d.sides
    }
    assert found == {2: None}
    assert standings(best, wrong, began) == [DOUBTFUL, OUTRANKED, DOUBTFUL]


def test_who_wins_here_and_is_open_there_is_not_preferred() -> None:
    """Two beginnings of one tier are in dispute; a blog's day in 2025 gives way to them, and none
    of them is thereby preferred."""
    began = [said("crisis", "startedOn", *one) for one in (("2018", "gazette"), ("2019", "agency"))]
    blog = said("crisis", "occurredOn", "2025", "blog")
    settle(*began, blog)
    assert standings(*began, blog) == [DOUBTFUL, DOUBTFUL, OUTRANKED]
    assert {side.ranking.rank for side in began} == {Rank.NORMAL}


def test_a_dispute_is_called_by_its_sides() -> None:
    """Who says it, and who wins, does not make another dispute of it."""
    (one,) = settle(founded("2014", "gazette"), founded("2025", "page"))
    (other,) = settle(founded("2025", "gazette"), founded("2014", "agency"))
    assert one.id == other.id
    assert one.preferred != other.preferred
    named = [value for _, predicate, value in one.triples() if predicate == DISPUTES]
    assert {*named} == {*one.sides}
