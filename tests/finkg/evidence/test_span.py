"""What is known of when something holds: surely, possibly, surely not."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.span import ALWAYS, NEVER, UNKNOWN, Course, Holds, Span, both, either

DAYS = st.dates(date(2010, 1, 1), date(2012, 12, 31))


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """A course whose sure days are among the possible ones."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    inner = sorted((draw(st.dates(first, last)), draw(st.dates(first, last))))
    sure = Span(*inner) if draw(st.booleans()) else None
    return Course(sure, Span(first, last))


def within(inner: Span | None, outer: Span | None) -> bool:
    return inner is None or (
        outer is not None and outer.first <= inner.first and inner.last <= outer.last
    )


@given(courses(), courses(), DAYS)
def test_both_hold_only_when_each_does(one: Course, other: Course, day: date) -> None:
    """Yes of both is yes of each; no of one is no of both."""
    together = (one & other).on(day)
    assert (together is Holds.YES) == (one.on(day) is other.on(day) is Holds.YES)
    assert (together is Holds.NO) or Holds.NO not in (one.on(day), other.on(day))


@given(courses(), courses())
def test_what_is_sure_is_possible(one: Course, other: Course) -> None:
    """However courses are put together."""
    for made in (one & other, one | other, one.ever_after):
        assert within(made.sure, made.possible)


@given(courses(), DAYS)
def test_yes_is_what_is_sure_and_no_what_is_impossible(course: Course, day: date) -> None:
    """All between is unknown, which is neither."""
    held = course.on(day)
    assert (held is Holds.YES) == (course.sure is not None and day in course.sure)
    assert (held is Holds.NO) == (course.possible is None or day not in course.possible)


@given(courses(), courses(), DAYS)
def test_one_of_two_holds_only_when_one_does(one: Course, other: Course, day: date) -> None:
    """Yes of the alternative is yes of one; its no is no of both; the order does not matter."""
    made = one | other
    assert made.on(day) is not Holds.YES or Holds.YES in (one.on(day), other.on(day))
    assert made.on(day) is not Holds.NO or one.on(day) is other.on(day) is Holds.NO
    assert made == other | one


def test_two_sure_stretches_with_a_gap_are_not_one() -> None:
    """Offered in 2010 and again in 2012: of 2011 nothing is sure. The longer stretch counts, of two
    of one length the later."""
    first, again = (Span(date(year, 3, 1), date(year, 12, 31)) for year in (2010, 2012))
    longer = Span(date(2010, 2, 1), date(2010, 12, 31))
    for one, other, years in (
        (first, again, ["unknown", "unknown", "yes"]),
        (longer, again, ["yes", "unknown", "unknown"]),
    ):
        for order in ((one, other), (other, one)):
            made = either(Course(span, span) for span in order)
            assert [made.on(date(year, 6, 1)).value for year in (2010, 2011, 2012)] == years


@given(courses(), courses(), courses())
def test_the_order_of_premises_does_not_matter(a: Course, b: Course, c: Course) -> None:
    """Intersection is commutative and associative, and what always holds changes nothing."""
    assert both([a, b, c]) == both([c, a, b]) == (a & b) & c
    assert both([a, b]) == both([b, a])
    assert both([a, Course()]) == a


@given(courses(), DAYS)
def test_nothing_more_is_known_of_one_of_two_than_of_either(course: Course, day: date) -> None:
    """What never holds adds nothing to an alternative."""
    assert either([course, NEVER]).on(day) is course.on(day)
    assert either([]).on(day) is Holds.NO


@given(courses(), DAYS)
def test_what_has_happened_stays(course: Course, day: date) -> None:
    """Once it surely holds it holds ever after, and never before."""
    after = course.ever_after
    begun = course.sure is not None and course.sure.first <= day
    assert (after.on(day) is Holds.YES) == begun
    assert not begun or after.on(day + timedelta(days=5000)) is Holds.YES
    if course.possible and day < course.possible.first:
        assert after.on(day) is Holds.NO


def test_unknown_is_neither() -> None:
    """Nothing is known: not yes, not no."""
    assert UNKNOWN.on(date(2020, 1, 1)) is Holds.UNKNOWN
    assert Course(ALWAYS, ALWAYS).on(date(2020, 1, 1)) is Holds.YES
