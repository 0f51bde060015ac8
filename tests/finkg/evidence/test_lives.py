"""The life of a thing: from its beginning to its end, with the signs that it gave in between."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from finkg.evidence.lives import Life, Lives
from finkg.evidence.moment import Moment
from finkg.evidence.span import Holds
from finkg.vocabulary import ID

T = Moment.parse
TIMES = st.dates(date(2010, 1, 1), date(2020, 12, 31)).map(lambda day: T(day.isoformat()))


def on(life: Life, day: str, *, lasts: bool = False) -> str:
    return life.course(lasts=lasts).on(date.fromisoformat(day)).value


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2018-09-30", "no"),
        ("2018-10-15", "unknown"),
        ("2018-10-31", "yes"),
        ("2020-12-31", "yes"),
        ("2022-01-27", "yes"),
        ("2022-01-28", "no"),
    ],
)
def test_between_beginning_and_end_it_is_there(day: str, held: str) -> None:
    """Launched in October 2018, closed on 2022-01-28: the month of the launch is uncertain."""
    assert on(Life(T("2018-10"), T("2022-01-28")), day) == held


def test_without_an_end_it_is_sure_until_the_last_sign() -> None:
    """A state may end without anybody's saying so."""
    life = Life(T("2015-05-15"), signs=[T("2017-06"), T("2019")])
    assert [on(life, d) for d in ("2018-12-31", "2019-01-01", "2019-01-02")] == [
        "yes",
        "yes",
        "unknown",
    ]


def test_without_a_sign_only_its_first_day_is_sure() -> None:
    """A launch and nothing since: unknown, which is neither yes nor no."""
    assert [on(Life(T("2015-05-15")), d) for d in ("2015-05-15", "2015-05-16")] == [
        "yes",
        "unknown",
    ]


def test_what_lasts_by_itself_needs_no_sign() -> None:
    """Legal force goes on until it is ended."""
    assert on(Life(T("2010-09-01")), "2020-01-01", lasts=True) == "yes"
    assert on(Life(T("2010-09-01"), T("2024-07")), "2024-07-15", lasts=True) == "unknown"
    assert on(Life(T("2010-09-01"), T("2024-07")), "2025-01-01", lasts=True) == "no"


def test_a_sign_outside_the_life_proves_nothing() -> None:
    """What is said before it began, or after it ended, is not about its being there."""
    early = Life(T("2015"), signs=[T("2013-01-01")])
    assert on(early, "2014-06-01") == "no"
    late = Life(T("2015"), T("2018-01-01"), signs=[T("2020-01-01")])
    assert on(late, "2019-01-01") == "no"
    ended = Life(end=T("2018-01-01"), signs=[T("2020-01-01")])
    assert on(ended, "2017-12-31") == "yes"


def test_what_ends_was_there_on_the_day_before() -> None:
    """Only its end is stated: earlier days are not known, that one is."""
    life = Life(end=T("2023-01-07"))
    assert [on(life, d) for d in ("2020-01-01", "2023-01-06", "2023-01-07")] == [
        "unknown",
        "yes",
        "no",
    ]


def test_of_two_times_that_begin_together_the_narrower_counts() -> None:
    """2015 and 2015-01-01: it was there on the day after, whichever is read first."""
    for times in (("2015", "2015-01-01"), ("2015-01-01", "2015")):
        life = Life()
        for time in times:
            life.begin(T(time))
        assert on(life, "2015-01-02", lasts=True) == "yes"
        life.finish(T("2020"))
        life.finish(T("2020-01-01"))
        assert on(life, "2020-06-01") == "no"


@given(st.lists(TIMES, min_size=1), TIMES, st.booleans())
def test_no_order_of_beginnings_matters_and_the_first_counts(
    starts: list[Moment], end: Moment, lasts: bool
) -> None:
    """And never is it there before its earliest day or from its latest end on."""
    one, other = Lives(), Lives()
    thing = NamedNode(f"{ID}thing")
    for lives, times in ((one, starts), (other, starts[::-1])):
        for time in times:
            lives.of(thing).begin(time)
        lives.of(thing).finish(end)
    course = one.of(thing).course(lasts=lasts)
    assert course == other.of(thing).course(lasts=lasts)
    assert course.on(end.latest) is Holds.NO
    assert course.on(date(2009, 12, 31)) is Holds.NO
