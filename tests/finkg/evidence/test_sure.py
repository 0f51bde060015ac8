"""The days on which a claim surely holds, by its own times: only then can it conflict."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from finkg.evidence.assessment import Assessed
from finkg.evidence.lasting import Lasting
from finkg.evidence.moment import Moment
from finkg.evidence.span import ALWAYS, Span
from finkg.evidence.sure import surely

from .facts import figure, said, share, thing

STATE, FORCE = Lasting.STATE, Lasting.LEGAL_FORCE
OPEN_END = date.max.isoformat()
USERS = thing("users")


def sure(claim: Assessed, lasting: Lasting = STATE, *, once: bool = False) -> Span | None:
    return surely(claim.claim, lasting, once=once)


def days(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


def held(start: str = "", end: str = "", as_of: str = "") -> Assessed:
    return said("ant", "controlledBy", "jack", start=start, end=end, as_of=as_of)


@pytest.mark.parametrize("lasting", Lasting)
def test_a_plain_claim_without_time_overlaps_every_time(lasting: Lasting) -> None:
    """Of two timeless parents one is wrong."""
    assert sure(held(), lasting) == ALWAYS


def test_of_an_undated_figure_no_day_is_sure() -> None:
    """Two user counts without dates are of two days; a peak has one value ever."""
    assert sure(figure("5000", metric=USERS)) is None
    assert sure(figure("5000"), once=True) == ALWAYS


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("2014-10", "2023-01-07", ("2014-10-31", "2023-01-06")),
        ("2014-10", "2023", ("2014-10-31", "2022-12-31")),
        ("", "2023-01-07", ("2023-01-06", "2023-01-06")),
        ("2014-10", "", ("2014-10-31", "2014-10-31")),
    ],
)
def test_a_state_is_sure_between_its_certain_ends(
    start: str, end: str, span: tuple[str, str]
) -> None:
    """It has begun by the last day of the stated time, and not ended before the first; where one
    end is not stated, only the day at the other is sure."""
    assert sure(held(start, end)) == days(*span)


def test_legal_force_goes_on_until_it_is_ended() -> None:
    """No end means no end."""
    assert sure(held("2010-09-01"), FORCE) == days("2010-09-01", OPEN_END)
    assert sure(held("2010-09-01", "2024-05-01"), FORCE) == days("2010-09-01", "2024-04-30")


def test_a_state_is_sure_up_to_the_day_of_which_somebody_speaks() -> None:
    """Since 2014 and still so in 2016: the years between are sure, the rest is not."""
    assert sure(held("2014-10-01", as_of="2016-05")) == days("2014-10-01", "2016-05-01")
    assert sure(held("", "2020-01-01", as_of="2016")) == days("2016-12-31", "2019-12-31")


def test_an_interval_that_may_be_empty_has_no_sure_day() -> None:
    """Begun in 2018 and ended in 2018: on which days is not known."""
    assert sure(held("2018", "2018")) is None


def test_a_day_is_sure_and_a_year_is_none() -> None:
    """Two shares as of 2015 may be of two days of 2015."""
    assert sure(share("33", as_of="2015-06-30")) == days("2015-06-30", "2015-06-30")
    assert sure(share("33", as_of="2015")) is None
    assert sure(figure("8", metric=USERS, as_of="2015")) is None


def test_a_flow_over_a_year_ends_with_it() -> None:
    """The revenue of 2023 is one number, whoever states it."""
    revenue = figure("39", metric=thing("revenue"), as_of="2023", period="P1Y")
    assert sure(revenue) == days("2023-12-31", "2023-12-31")


@given(
    st.dates(date(2010, 1, 1), date(2019, 12, 31)),
    st.integers(1, 1000),
    st.integers(0, 3),
    st.sampled_from(Lasting),
)
def test_nothing_is_sure_outside_what_is_stated(
    day: date, length: int, cut: int, lasting: Lasting
) -> None:
    """Never before it may have begun, nor from the first day on which it may have ended."""
    spelled = [f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"]
    start, end = spelled[cut % 3], f"{day + timedelta(length):%Y-%m-%d}"[: 10 - 3 * (cut % 2)]
    assume(Moment.parse(end).latest >= Moment.parse(start).earliest)
    found = sure(held(start, end), lasting)
    if found:
        assert Moment.parse(start).earliest <= found.first <= found.last
        assert found.last < Moment.parse(end).earliest
