"""A time stands at its source's precision, and knows the days on which it may lie."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from finkg.evidence.moment import Moment, NoSuchDay, NotATime, day_literal
from finkg.vocabulary import EDTF, XSD_DATE, XSD_DECIMAL, XSD_YEAR, XSD_YEAR_MONTH

DAYS = st.dates(date(1, 1, 1))
ONE_DAY = timedelta(days=1)


@st.composite
def spellings(draw: st.DrawFn) -> str:
    """Any time, at any precision."""
    day = draw(DAYS)
    return draw(
        st.sampled_from(
            [
                f"{day.year:04}",
                f"{day.year:04}-{day.month:02}",
                day.isoformat(),
                f"{day.year:04}-Q{(day.month + 2) // 3}",
            ]
        )
    )


@given(spellings())
def test_a_time_is_spelled_back(text: str) -> None:
    """What is read is written as it was, also through RDF."""
    moment = Moment.parse(text)
    assert str(moment) == text
    assert Moment.from_literal(moment.literal) == moment


@given(DAYS)
def test_a_day_lies_in_its_month_quarter_and_year(day: date) -> None:
    """The more precise is within the less, and never the other way round."""
    text = day.isoformat()
    quarter = f"{text[:4]}-Q{(day.month + 2) // 3}"
    nested = [Moment.parse(t) for t in (text, text[:7], quarter, text[:4])]
    for narrow, wide in pairwise(nested):
        assert narrow.within(wide)
        assert not wide.within(narrow)
    assert nested[0].earliest == nested[0].latest == day


@given(spellings())
def test_bounds_are_tight(text: str) -> None:
    """The first and the last day belong to it, their neighbours do not."""
    moment = Moment.parse(text)
    for inside in (moment.earliest, moment.latest):
        assert Moment.parse(inside.isoformat()).within(moment)
    if moment.latest < date.max:
        after = (moment.latest + ONE_DAY).isoformat()
        assert not Moment.parse(after).within(moment)
    if moment.earliest > date.min:
        before = (moment.earliest - ONE_DAY).isoformat()
        assert not Moment.parse(before).within(moment)


@pytest.mark.parametrize(
    ("text", "first", "last", "datatype"),
    [
        ("2013", "2013-01-01", "2013-12-31", XSD_YEAR),
        ("2012-02", "2012-02-01", "2012-02-29", XSD_YEAR_MONTH),
        ("2013-06-14", "2013-06-14", "2013-06-14", XSD_DATE),
        ("2011-Q4", "2011-10-01", "2011-12-31", EDTF),
    ],
)
def test_each_precision_has_its_type(text: str, first: str, last: str, datatype: NamedNode) -> None:
    """gYear, gYearMonth and date of XML Schema; a quarter is EDTF."""
    moment = Moment.parse(text)
    assert (moment.earliest.isoformat(), moment.latest.isoformat()) == (first, last)
    assert moment.literal.datatype == datatype


def test_a_quarter_is_spelled_as_edtf_does() -> None:
    """Groupings 33 to 36 are the quarters."""
    assert Moment.parse("2011-Q1").literal == Literal("2011-33", datatype=EDTF)


@pytest.mark.parametrize(
    "text",
    ["", "13", "2013-6", "2013/06", "2013-06-1", "Jun-13", "2013-Q5", "2013-06-14T00", "２０１３",
     " 2013", "-2013"],
)  # fmt: skip
def test_other_spellings_are_refused(text: str) -> None:
    """Four spellings are read; the message shows them."""
    with pytest.raises(NotATime, match="2013-06-14 or 2011-Q1"):
        Moment.parse(text)


@pytest.mark.parametrize("text", ["2013-02-29", "2013-13", "2013-00", "2013-06-31", "0000"])
def test_days_outside_the_calendar_are_refused(text: str) -> None:
    """A time that is well written may still not exist."""
    with pytest.raises(NoSuchDay, match=text):
        Moment.parse(text)


@pytest.mark.parametrize(
    "literal", [Literal("2013"), Literal("2013", language="en"), Literal("2", datatype=XSD_DECIMAL)]
)
def test_not_every_literal_is_a_time(literal: Literal) -> None:
    """Text and numbers are none, whatever they look like."""
    assert Moment.from_literal(literal) is None


@given(DAYS)
def test_days_compare_as_dates(day: date) -> None:
    """The bounds are written as xsd:date."""
    assert day_literal(day) == Literal(day.isoformat(), datatype=XSD_DATE)
