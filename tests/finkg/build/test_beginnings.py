"""When statements begin, as far as their claims say, and the axis that follows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.build.beginnings import GAP, ONE_IN, Axis, Beginning, axis, beginning, histogram
from finkg.errors import Text
from finkg.evidence.assessment import Assessed
from finkg.evidence.claim import Claim
from finkg.evidence.doubt import Flag, Part
from finkg.evidence.moment import Moment
from finkg.evidence.rank import Rank, Ranking
from finkg.vocabulary import fk

from ..evidence.facts import thing


def said(value: str = "yuebao", *doubted: Part, **times: str) -> Assessed:
    """A claim with times, of which some are doubted."""
    value_term = Moment.parse(value).literal if value[:1].isdigit() else thing(value)
    named = {name: Moment.parse(text) for name, text in times.items()}
    claim = Claim(thing("ant"), fk("offers"), value_term, **named)
    flags = [Flag(claim.id, thing("rule"), part, Text("疑", "doubt")) for part in doubted]
    return Assessed(claim, flags=flags)


@pytest.mark.parametrize(
    ("claim", "day"),
    [
        (said("2013-06"), "2013-06-01"),
        (said(valid_from="2014", valid_to="2020"), "2014-01-01"),
        (said(as_of="2016-Q2"), "2016-04-01"),
        (said(as_of="2019-01-05", valid_from="2018"), "2018-01-01"),
    ],
)
def test_a_statement_begins_with_the_earliest_day_that_its_claim_states(
    claim: Assessed, day: str
) -> None:
    """A date that is its value, the day from which or as of which it holds."""
    assert beginning([claim]) == Beginning(date.fromisoformat(day))


def test_an_end_is_no_beginning() -> None:
    """Of what ends in 2020 nobody says when it began; neither of what has no time."""
    assert beginning([said(valid_to="2020"), said()]) is None


def test_a_sound_date_goes_before_an_earlier_doubtful_one() -> None:
    """What is doubted counts only where nothing better is known."""
    doubtful, sound = said("2011", Part.VALUE), said("2013")
    assert beginning([doubtful, sound]) == Beginning(date(2013, 1, 1))
    assert beginning([doubtful]) == Beginning(date(2011, 1, 1), doubtful=True)


def test_only_the_time_that_is_doubted_is_doubtful() -> None:
    """A doubt about the end of a thing leaves its beginning as it was."""
    claim = said("yuebao", Part.VALID_TO, valid_from="2013", valid_to="2025")
    assert beginning([claim]) == Beginning(date(2013, 1, 1))


def test_what_people_preferred_is_sound() -> None:
    """They have weighed the doubt."""
    claim = said("2013", Part.VALUE)
    claim.judged, claim.ranking = True, Ranking(Rank.PREFERRED)
    assert beginning([claim]) == Beginning(date(2013, 1, 1))


def test_the_histogram_keeps_sound_and_doubtful_apart() -> None:
    """By year, in ascending order; what has no date is counted beside."""
    sound, doubtful = Beginning(date(2013, 6, 1)), Beginning(date(2013, 1, 1), doubtful=True)
    early = Beginning(date(2004, 1, 1))
    found = histogram([sound, None, doubtful, sound, early], 7)
    assert [*found.sound.items()] == [(2004, 1), (2013, 2)]
    assert (found.doubtful, found.undated, found.in_doubt) == ({2013: 1}, 1, 1)
    assert found.concluded == 7


def test_few_that_are_far_before_all_else_are_skipped() -> None:
    """Outliers are left out only where a gap follows, and counted."""
    counts = {1950: 1, 1988: 2, 2000: 200, 2004: 200}
    found = axis(counts, 2010)
    assert (found.years, found.earlier) == (range(2000, 2011), 3)
    assert axis({1996: 1, **counts}, 2010).years == range(1996, 2011)


def test_years_that_matter_are_kept_though_a_gap_follows() -> None:
    """A hundredth of all statements is no outlier."""
    assert axis({1988: 4, 2000: 200, 2004: 196}, 2010).years == range(1988, 2011)


def test_what_begins_after_the_day_of_the_graph_is_counted_beside() -> None:
    """Plans reach beyond the axis."""
    assert axis({2008: 5, 2012: 1}, 2010) == Axis(range(2008, 2011), later=1)


@given(st.dictionaries(st.integers(1900, 2040), st.integers(1, 300)), st.integers(1990, 2030))
def test_an_axis_accounts_for_every_statement(counts: dict[int, int], last: int) -> None:
    """What is on it, before it and after it is all there is; it begins where something begins, and
    what was skipped is little."""
    found = axis(counts, last)
    on = sum(counts.get(year, 0) for year in found.years)
    assert found.earlier + on + found.later == sum(counts.values())
    assert found.earlier * ONE_IN <= found.earlier + on
    if found.years:
        assert found.years[-1] == last
        first = found.years[0]
        assert counts[first]
        assert not any(year in counts for year in range(first - GAP, first) if found.earlier)
