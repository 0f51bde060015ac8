"""Laws of disputes, over claims of every sort by sources of every tier."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.assessment import Assessed, Standing
from finkg.evidence.conflict import conflicts
from finkg.evidence.dispute import Dispute
from finkg.evidence.event_times import outside
from finkg.evidence.support import Evidence

from .facts import DAY, POLICY, SOURCES, figure, rivalry, said, settle, share, thing

NAMES = sorted(s.title for s in SOURCES)
BACKERS = st.sets(st.sampled_from(NAMES), min_size=1, max_size=3).map(sorted)
DENIERS = st.sets(st.sampled_from(NAMES), max_size=1).map(sorted)
DAYS = st.sampled_from(["2014", "2014-10", "2014-10-16", "2014-11", "2015", "2015-03-01"])
ENDS = st.sampled_from(["", "2014", "2016-06-01", "2018"])
STATED = st.one_of(
    st.builds(
        lambda predicate, day, by, no: said("crisis", predicate, day, *by, refuted_by=no),
        st.sampled_from(["occurredOn", "startedOn", "endedOn"]),
        DAYS,
        BACKERS,
        DENIERS,
    ),
    st.builds(
        lambda name, start, end, by, no: said(
            "lufax", "controlledBy", name, *by, start=start, end=end, refuted_by=no
        ),
        st.sampled_from(["ping-an", "ant"]),
        ENDS,
        ENDS,
        BACKERS,
        DENIERS,
    ),
    st.builds(
        lambda number, word, by: figure(str(number), *by, precision=word),
        st.sampled_from([3600, 4000, 4900, 5000, 6000]),
        st.sampled_from(["", "about", "over"]),
        BACKERS,
    ),
    st.builds(
        lambda percent, start, end, by: share(percent, *by, start=start, end=end),
        st.sampled_from(["50.52", "53.46", "6.2"]),
        ENDS,
        ENDS,
        BACKERS,
    ),
)
CLAIMS = st.lists(STATED, min_size=2, max_size=7, unique_by=lambda a: a.claim.id)


def fresh(claims: Sequence[Assessed]) -> list[Assessed]:
    return [Assessed(claim.claim, list(claim.evidence)) for claim in claims]


def told(disputes: Sequence[Dispute], claims: Sequence[Assessed]) -> object:
    """All that a settlement says, without order."""
    return (
        sorted((d.id.value, str(d.preferred), *d.reason) for d in disputes),
        sorted((a.claim.id.value, a.standing, str(a.ranking.rank)) for a in claims),
    )


@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_the_claims_decides_nothing(claims: list[Assessed], random: Random) -> None:
    """Rows may stand in any order in any file."""
    mixed = fresh(claims)
    random.shuffle(mixed)
    assert told(settle(*mixed), mixed) == told(settle(*claims), claims)


@given(CLAIMS)
def test_of_a_dispute_at_most_one_side_is_believed(claims: list[Assessed]) -> None:
    """Of a settled one no other than the preferred, of an open one none."""
    by_id = {a.claim.id: a for a in claims}
    for dispute in settle(*claims):
        believed = {side for side in dispute.sides if by_id[side].standing is Standing.ACCEPTED}
        assert believed <= {dispute.preferred}


@given(CLAIMS)
def test_no_two_accepted_claims_exclude_each_other(claims: list[Assessed]) -> None:
    """A property with one value has at most one at a time, and an event one time."""
    settle(*claims)
    accepted = [a for a in claims if a.standing is Standing.ACCEPTED]
    for group in rivalry().groups(accepted):
        for one, other in combinations(group, 2):
            spans = [rivalry().span(side.claim) for side in (one, other)]
            if spans[0] and spans[1] and spans[0].meets(spans[1]):
                assert not conflicts(one.claim, other.claim, POLICY)
    for pair in outside(a for a in claims if a.believable(DAY)):
        assert not all(side in accepted for side in pair)


@given(CLAIMS)
def test_whoever_is_outranked_gives_way_to_somebody(claims: list[Assessed]) -> None:
    """A side is dropped from the plain view for a better one, never for nothing."""
    settle(*claims)
    for side in claims:
        if side.standing is Standing.OUTRANKED:
            assert side.ranking.reason.en.startswith(("Gives way to", "Less precise than"))
            assert any(other is not side for other in claims)


@given(CLAIMS)
def test_a_copy_of_a_source_decides_nothing(claims: list[Assessed]) -> None:
    """Every page has a mirror that is no newer: all stands as before."""
    copied = fresh(claims)
    for side in copied:
        found = [e for e in side.evidence if e.source == thing("page")]
        copies = [Evidence(e.claim, thing("page-mirror"), e.stance) for e in found]
        side.evidence.extend(copies)
    plain = [*claims]
    assert told(settle(*copied), copied) == told(settle(*plain), plain)


def test_spelling_the_examples_in_any_rotation_gives_one_outcome() -> None:
    """Five years of one tier and a better one: the better one is elected wherever it stands."""
    sides = [said("ant", "foundedOn", str(year), "paper") for year in range(2010, 2015)]
    best = said("ant", "foundedOn", "2015", "gazette")
    for rotation in range(len(sides) + 1):
        claims = fresh([*sides[:rotation], best, *sides[rotation:]])
        (dispute,) = settle(*claims)
        assert dispute.preferred == best.claim.id
        assert all(a != b for a, b in pairwise(dispute.sides))
