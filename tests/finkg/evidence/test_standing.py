"""Where a claim stands follows from kind, rank, disputes, doubt and refutation, in that order."""

from datetime import date

import pytest
from pyoxigraph import NamedNode

from finkg.errors import Text
from finkg.evidence.assessment import Assessed, Standing, stands
from finkg.evidence.backing import Backing
from finkg.evidence.claim import Claim, Kind
from finkg.evidence.dispute import Settlement
from finkg.evidence.doubt import Flag, Part
from finkg.evidence.moment import Moment
from finkg.evidence.policy import Policy
from finkg.evidence.rank import Rank, Ranking
from finkg.evidence.rivalry import Rivalry
from finkg.evidence.support import Evidence, Reliability, Source, Stance
from finkg.schema import Schema
from finkg.vocabulary import ID, RULE, fk

from .facts import share

DAY = date(2026, 1, 1)
COMPANY = NamedNode(f"{ID}a-company")
GOOD, POOR = NamedNode(f"{ID}good"), NamedNode(f"{ID}poor")
SOURCES = [
    Source(GOOD, "Gazette", Reliability.HIGH),
    Source(POOR, "Page", Reliability.LOW),
]
POLICY = Policy()
BACKING = Backing(SOURCES, POLICY)
FOUNDED = Schema().properties["foundedOn"]
RIVALRY = Rivalry({FOUNDED.iri: FOUNDED}.get, frozenset(), POLICY)
WHY = Text("理由", "reason")
DOUBTING = NamedNode(f"{RULE}year-concentration")


def founded(
    time: str, source: NamedNode = POOR, *, kind: Kind = Kind.FACT, rank: Rank = Rank.NORMAL
) -> Assessed:
    claim = Claim(COMPANY, fk("foundedOn"), Moment.parse(time).literal, kind)
    evidence = [Evidence(claim.id, source)]
    return Assessed(claim, evidence, Ranking(rank, WHY), judged=rank is not Rank.NORMAL)


def standings(*claims: Assessed) -> list[Standing]:
    Settlement(RIVALRY, BACKING, lambda _: WHY, DAY).settle(claims)
    return [stands(assessed, BACKING, DAY) for assessed in claims]


def flagged(assessed: Assessed, part: Part) -> Assessed:
    assessed.flags.append(Flag(assessed.claim.id, DOUBTING, part, WHY))
    return assessed


def test_an_undisputed_fact_is_accepted() -> None:
    """Nothing speaks against it."""
    assert standings(founded("2011")) == [Standing.ACCEPTED]


@pytest.mark.parametrize("kind", [Kind.OPINION, Kind.FORECAST, Kind.NORM])
def test_what_does_not_count_as_a_fact_is_an_opinion(kind: Kind) -> None:
    """Opinions, forecasts and norms never reach truth, even when they are deprecated."""
    assert standings(founded("2011", kind=kind, rank=Rank.DEPRECATED)) == [Standing.OPINION]


@pytest.mark.parametrize(
    ("named", "standing"),
    [("2025-12", Standing.ACCEPTED), ("2026-06", Standing.OPINION)],
)
def test_a_plan_counts_from_the_day_that_it_names(named: str, standing: Standing) -> None:
    """Judged on the day up to which the editors answer, never on the clock."""
    assert standings(founded(named, kind=Kind.PLAN)) == [standing]


def test_a_refuted_plan_stays_a_plan() -> None:
    """Its day has passed and somebody says that it did not happen."""
    plan = founded("2025", kind=Kind.PLAN)
    plan.evidence.append(Evidence(plan.claim.id, GOOD, Stance.REFUTES))
    assert standings(plan) == [Standing.OPINION]


def test_a_doubted_value_makes_the_claim_doubtful() -> None:
    """The date itself is what the flag doubts."""
    assert standings(flagged(founded("2025"), Part.VALUE)) == [Standing.DOUBTFUL]


def test_a_doubted_time_of_a_plain_claim_leaves_the_claim() -> None:
    """That it held at some time is sound; only when is not."""
    assert standings(flagged(founded("2011"), Part.VALID_TO)) == [Standing.ACCEPTED]


@pytest.mark.parametrize("part", [Part.AS_OF, Part.VALID_FROM, Part.VALID_TO])
def test_a_doubted_time_of_a_record_makes_it_doubtful(part: Part) -> None:
    """Half of a record is worth nothing: who held how much is said of a time."""
    assert standings(flagged(share("33", as_of="2025"), part)) == [Standing.DOUBTFUL]


def test_what_people_prefer_is_not_doubtful_for_a_flag_which_stays() -> None:
    """They have weighed the doubt, and all may still see it."""
    preferred = flagged(founded("2025", rank=Rank.PREFERRED), Part.VALUE)
    assert standings(preferred) == [Standing.ACCEPTED]
    assert [flag.rule for flag in preferred.flags] == [DOUBTING]


def test_what_only_the_policy_prefers_stays_doubtful() -> None:
    """A better source does not weigh the doubt: its side wins the dispute and is doubted still."""
    better = flagged(founded("2025", GOOD), Part.VALUE)
    assert standings(better, founded("2011", POOR)) == [Standing.DOUBTFUL, Standing.OUTRANKED]
    assert better.ranking.rank is Rank.PREFERRED


def test_what_people_judge_out_is_deprecated_with_or_without_a_flag() -> None:
    """A judgement goes before a doubt, and a doubt never undoes it."""
    deprecated = flagged(founded("2025", rank=Rank.DEPRECATED), Part.VALUE)
    assert standings(deprecated) == [Standing.DEPRECATED]


def test_refuted_by_a_peer_is_doubtful_and_by_a_lesser_source_is_not() -> None:
    """A refutation counts from a source of no lower tier than the support."""
    peer, lesser = founded("2011", GOOD), founded("2011", GOOD)
    peer.evidence.append(Evidence(peer.claim.id, GOOD, Stance.REFUTES))
    lesser.evidence.append(Evidence(lesser.claim.id, POOR, Stance.REFUTES))
    assert [stands(a, BACKING, DAY) for a in (peer, lesser)] == [
        Standing.DOUBTFUL,
        Standing.ACCEPTED,
    ]


def test_what_is_only_refuted_is_not_accepted() -> None:
    """No source says it; one says that it is not so."""
    claim = founded("2011").claim
    only = Assessed(claim, [Evidence(claim.id, POOR, Stance.REFUTES)])
    assert standings(only) == [Standing.DOUBTFUL]


def test_sides_of_one_tier_are_both_doubtful() -> None:
    """An open dispute has no winner, and a single-valued property no accepted value."""
    assert standings(founded("2011"), founded("2012")) == [Standing.DOUBTFUL, Standing.DOUBTFUL]


def test_the_better_source_settles_a_dispute() -> None:
    """The side with the better source is accepted, the other kept and outranked."""
    assert standings(founded("2011", GOOD), founded("2012", POOR)) == [
        Standing.ACCEPTED,
        Standing.OUTRANKED,
    ]


def test_a_judgement_settles_a_dispute_against_the_tiers() -> None:
    """People's judgements stand above the policy."""
    judged = founded("2012", POOR, rank=Rank.PREFERRED)
    assert standings(founded("2011", GOOD), judged) == [Standing.OUTRANKED, Standing.ACCEPTED]


def test_of_nested_times_the_narrowest_is_best() -> None:
    """2014-10-16 lies in 2014-10 and in 2014: the wider ones agree, and are less precise."""
    assert standings(founded("2014"), founded("2014-10-16"), founded("2014-10")) == [
        Standing.OUTRANKED,
        Standing.ACCEPTED,
        Standing.OUTRANKED,
    ]


def test_a_deprecated_claim_is_no_side() -> None:
    """It was judged out, so the other value stands undisputed."""
    assert standings(founded("2011"), founded("2012", rank=Rank.DEPRECATED)) == [
        Standing.ACCEPTED,
        Standing.DEPRECATED,
    ]


def test_values_that_hold_one_after_the_other_do_not_conflict() -> None:
    """A single value at a time: the first ends when the second begins."""
    group, other = NamedNode(f"{ID}group"), NamedNode(f"{ID}other")
    turn = Moment.parse("2018-04-01")
    claims = [
        Claim(COMPANY, fk("foundedOn"), group, valid_to=turn),
        Claim(COMPANY, fk("foundedOn"), other, valid_from=turn),
    ]
    assessed = [Assessed(claim, [Evidence(claim.id, POOR)]) for claim in claims]
    assert standings(*assessed) == [Standing.ACCEPTED, Standing.ACCEPTED]
