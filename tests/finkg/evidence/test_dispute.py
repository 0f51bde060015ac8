"""Claims that can not hold together: which they are, which is preferred, and what stays open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from finkg.errors import Text
from finkg.evidence.assessment import Assessed, Standing, stands
from finkg.evidence.backing import Backing
from finkg.evidence.claim import Claim
from finkg.evidence.dispute import Dispute, Settlement
from finkg.evidence.moment import Moment
from finkg.evidence.policy import Criterion, Policy
from finkg.evidence.record import Observation, Shareholding
from finkg.evidence.rivalry import Rivalry
from finkg.evidence.support import Evidence, Reliability, Source, Stance
from finkg.schema import Schema
from finkg.vocabulary import HAS_OBSERVATION, HOLDS_SHARES_IN, ID, fk

DAY = date(2026, 1, 1)
PROPERTIES = {p.iri: p for p in Schema().properties.values()}
T = Moment.parse
HUNDREDTH = Decimal("0.1")
POLICY = Policy(tolerance={"about": HUNDREDTH, "over": 2 * HUNDREDTH})


def thing(name: str) -> NamedNode:
    return NamedNode(ID + name)


def source(name: str, tier: str, copy_of: str = "", published: str = "") -> Source:
    original = thing(copy_of) if copy_of else None
    day = T(published) if published else None
    return Source(thing(name), name, Reliability(tier), copy_of=original, published=day)


SOURCES = [
    source("gazette", "high"),
    source("journal", "high"),
    source("daily", "medium", published="2020-01-01"),
    source("weekly", "medium", published="2023-01-01"),
    source("mirror", "medium", copy_of="daily"),
    source("second-mirror", "medium", copy_of="mirror"),
    source("blog", "low"),
    *(source(f"paper-{number}", "medium") for number in range(3)),
]


def said(claim: Claim, *sources: str, denied: tuple[str, ...] = ()) -> Assessed:
    evidence = [Evidence(claim.id, thing(name)) for name in sources]
    evidence += [Evidence(claim.id, thing(name), Stance.REFUTES) for name in denied]
    return Assessed(claim, evidence)


def when(time: str, *sources: str, prop: str = "foundedOn", of: str = "company") -> Assessed:
    return said(Claim(thing(of), fk(prop), T(time).literal), *sources)


def settled(
    *claims: Assessed, policy: Policy = POLICY, once: tuple[str, ...] = ()
) -> list[Dispute]:
    backing = Backing(SOURCES, policy)
    rivalry = Rivalry(PROPERTIES.get, frozenset(map(thing, once)), policy)
    words = Settlement(rivalry, backing, lambda c: Text(c.value.value, c.value.value), DAY)
    found = words.settle(claims)
    for assessed in claims:
        assessed.standing = stands(assessed, backing, DAY)
    return found


def standings(*claims: Assessed) -> list[str]:
    return [claim.standing.value for claim in claims]


def test_the_reason_names_the_rival_and_the_grounds() -> None:
    """In both languages, at the winner, at the loser and at the dispute."""
    good, poor = when("2014", "gazette"), when("2025", "blog")
    (dispute,) = settled(good, poor)
    assert dispute.preferred == good.claim.id
    assert good.ranking.reason.zh == "与“2025”相争而优先：来源层级更高（高，对方为低）。"
    assert poor.ranking.reason.en == (
        "Gives way to “2014”: its source is of a better tier (high, against low)."
    )
    assert "2014" in dispute.reason.zh


def test_copies_do_not_corroborate() -> None:
    """A mirror, and a mirror of it, are the one source that they copy."""
    copied = when("2014", "daily", "mirror", "second-mirror")
    assert not settled(copied, when("2025", "weekly"))[0].preferred
    assert standings(copied) == ["Doubtful"]


def test_independent_sources_do() -> None:
    """Two more than the other side decide, as the policy says."""
    many = when("2014", *(f"paper-{n}" for n in range(3)))
    (dispute,) = settled(many, when("2025", "weekly"))
    assert dispute.preferred == many.claim.id
    assert "3, against 1" in dispute.reason.en


def test_the_newer_source_decides_only_what_can_change() -> None:
    """A parent can change; a day of founding can not."""
    parents = [
        said(Claim(thing("company"), fk("parentOrganization"), thing(name)), paper)
        for name, paper in (("old", "daily"), ("new", "weekly"))
    ]
    (dispute,) = settled(*parents)
    assert dispute.preferred == parents[1].claim.id
    assert "2023-01-01, against 2020-01-01" in dispute.reason.en
    assert not settled(when("2014", "daily"), when("2015", "weekly"))[0].preferred


def test_a_policy_without_criteria_decides_nothing() -> None:
    """What the file does not name is not looked at."""
    policy = Policy(criteria=())
    (dispute,) = settled(when("2014", "gazette"), when("2025", "blog"), policy=policy)
    assert dispute.preferred is None
    only = Policy(criteria=(Criterion.CORROBORATION,))
    (open_,) = settled(when("2014", "gazette"), when("2025", "blog"), policy=only)
    assert open_.preferred is None


def test_the_month_of_a_better_source_prefers_the_day_that_lies_in_it() -> None:
    """The wider corroborates the narrower, which stands for both."""
    month, day = when("2015-05", "gazette"), when("2015-05-15", "daily")
    wrong = when("2025", "blog")
    (dispute,) = settled(month, day, wrong)
    assert dispute.preferred == day.claim.id
    assert standings(month, day, wrong) == ["Outranked", "Accepted", "Outranked"]
    assert "2015-05-15" in month.ranking.reason.zh


def test_of_two_days_in_one_month_the_month_is_sure() -> None:
    """The days are in dispute; that it was in that month is not."""
    month = when("2014-10", "blog")
    days = [when("2014-10-16", "daily"), when("2014-10-23", "weekly")]
    settled(month, *days)
    assert standings(month, *days) == ["Accepted", "Doubtful", "Doubtful"]


def share(percent: str, *sources: str, start: str = "", end: str = "") -> Assessed:
    times = (T(start) if start else None, T(end) if end else None)
    record = Shareholding(
        thing("company"), thing("holder"), "votes", Decimal(percent), "", None, *times
    )
    claim = Claim(thing("holder"), HOLDS_SHARES_IN, thing("company"), record=record)
    return said(claim, *sources)


def test_two_percentages_of_one_holder_at_one_time_are_a_dispute() -> None:
    """And those before and after a day are not."""
    before = share("53.46", "gazette", end="2023-01-07")
    other = share("50.52", "daily", end="2023-01-07")
    after = share("6.2", "blog", start="2023-01-07")
    (dispute,) = settled(before, other, after)
    assert set(dispute.sides) == {before.claim.id, other.claim.id}
    assert standings(before, other, after) == ["Accepted", "Outranked", "Accepted"]


def figure(value: str, word: str, *sources: str, as_of: str = "", period: str = "") -> Assessed:
    record = Observation(
        thing("sector"),
        thing("peak"),
        Decimal(value),
        fk("unit-platform"),
        word,
        as_of=T(as_of) if as_of else None,
        period=period,
        source=None if as_of else thing(sources[0]),
    )
    return said(Claim(thing("sector"), HAS_OBSERVATION, record.id, record=record), *sources)


def test_figures_without_time_dispute_only_of_a_metric_with_one_value_ever() -> None:
    """About 5,000 and over 3,600 at the peak lie beyond the tolerance of both words."""
    figures = figure("5000", "about", "gazette"), figure("3600", "over", "journal")
    assert settled(*figures) == []
    (dispute,) = settled(*figures, once=("peak",))
    assert dispute.preferred is None
    near = figure("5000", "about", "gazette"), figure("4600", "", "journal")
    assert settled(*near, once=("peak",)) == []


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
    figures = (
        figure("100", "", "gazette", as_of=one, period=period),
        figure("200", "", "journal", as_of=other, period=period),
    )
    assert len(settled(*figures)) == disputes


@pytest.mark.parametrize(
    ("end", "occurred", "disputes"),
    [
        ("", "2025", 1),
        ("", "2018-06-20", 0),
        ("2018-12", "2018-08", 0),
        ("2018-12", "2019-02", 1),
        ("", "2017", 1),
    ],
)
def test_the_times_of_one_event_are_compared_together(
    end: str, occurred: str, disputes: int
) -> None:
    """It began in June 2018; what lies outside its span contradicts that."""
    claims = [
        when("2018-06", "gazette", prop="startedOn", of="crisis"),
        when(occurred, "blog", prop="occurredOn", of="crisis"),
    ]
    if end:
        claims.append(when(end, "gazette", prop="endedOn", of="crisis"))
    assert len(settled(*claims)) == disputes
    assert claims[0].standing is Standing.ACCEPTED


def test_a_denial_is_a_dispute_of_one_side() -> None:
    """Denied by a peer it is doubtful and open; by a lesser source it is settled and accepted."""
    claim = Claim(thing("company"), fk("foundedOn"), T("2014").literal)
    peer, lesser = said(claim, "daily", denied=("weekly",)), said(claim, "daily", denied=("blog",))
    (open_,), (kept,) = settled(peer), settled(lesser)
    assert (open_.sides, open_.preferred) == ((claim.id,), None)
    assert kept.preferred == claim.id
    assert standings(peer, lesser) == ["Doubtful", "Accepted"]


def test_texts_in_two_languages_may_translate_each_other() -> None:
    """A legal name in Chinese and one in English are no dispute; two in English are."""
    from pyoxigraph import Literal

    names = [
        said(Claim(thing("company"), fk("legalName"), Literal(name, language=lang)), "daily")
        for name, lang in (("公司", "zh"), ("Company", "en"), ("Other", "en"))
    ]
    (dispute,) = settled(*names)
    assert set(dispute.sides) == {names[1].claim.id, names[2].claim.id}


VALUES = st.lists(
    st.tuples(
        st.sampled_from(["2013", "2014", "2014-10", "2014-10-16", "2014-10-23", "2025"]),
        st.lists(
            st.sampled_from(["gazette", "journal", "daily", "weekly", "mirror", "blog"]),
            min_size=1,
            max_size=3,
            unique=True,
        ),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda pair: pair[0],
)


def outcome(said: list[tuple[str, list[str]]]) -> tuple[list[str], list[str]]:
    claims = [when(time, *names) for time, names in said]
    disputes = settled(*claims)
    known = sorted(f"{c.claim.value.value} {c.standing.value}" for c in claims)
    return known, sorted(f"{d.id.value} {d.preferred}" for d in disputes)


@given(VALUES)
def test_the_order_of_claims_does_not_matter(said: list[tuple[str, list[str]]]) -> None:
    """Standings, disputes and preferred sides are the same whatever is read first."""
    assert len({str(outcome([*order])) for order in permutations(said)}) == 1


@given(VALUES)
def test_accepted_values_of_a_single_property_never_conflict(
    said: list[tuple[str, list[str]]],
) -> None:
    """Of one property with a single value at most one is accepted; of an open dispute none is."""
    claims = [when(time, *names) for time, names in said]
    disputes = settled(*claims)
    accepted = [c for c in claims if c.standing is Standing.ACCEPTED]
    assert len(accepted) <= 1
    for dispute in disputes:
        if dispute.preferred is None:
            assert not {c.claim.id for c in accepted} & {*dispute.sides}


@given(VALUES)
def test_a_copy_changes_no_outcome(said: list[tuple[str, list[str]]]) -> None:
    """Wherever a source speaks, its mirror may as well."""
    copied = [(t, [*n, "second-mirror"] if "daily" in n else n) for t, n in said]
    assert outcome(said) == outcome(copied)
