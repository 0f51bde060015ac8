"""The health of a source: shares of its faults, and the best tier that they leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from finkg.evidence.support import Reliability
from finkg.plausibility.health import Health
from finkg.vocabulary import (
    AGREEMENTS,
    CONTRADICTIONS,
    DATED_MENTIONS,
    DOUBTFUL_MENTIONS,
    SUGGESTED_RELIABILITY,
    fk,
    local_name,
)

from ..evidence.facts import thing
from .case import Case

LOW, MEDIUM = Reliability.LOW, Reliability.MEDIUM
#: Worst first; a source without faults may be of any tier.
WORST_FIRST = (LOW, MEDIUM, None)
ENTITIES = {"jia": "Company", "yi": "Company", "app": "FinancialProduct"}
PAGE = thing("page")
CROWDED = "甲2025年成立。2025年上线。截至2025年有用户。2025年整改。2011年试点。2025年退出。"


def health(dated: int = 0, doubtful: int = 0, agree: int = 0, contradict: int = 0) -> Health:
    return Health(PAGE, dated, doubtful, agree, contradict)


@pytest.mark.parametrize(
    ("doubtful", "dated", "tier"),
    [
        (0, 10, None), (0, 100, None), (1, 10, MEDIUM), (1, 11, None), (2, 10, MEDIUM),
        (3, 10, LOW), (29, 100, MEDIUM), (30, 100, LOW), (10, 10, LOW),
        (4, 4, None), (5, 5, LOW), (0, 0, None),
    ],
)  # fmt: skip
def test_doubtful_dates_lower_the_tier(doubtful: int, dated: int, tier: Reliability | None) -> None:
    """From one in ten on a source is no better than medium, from three in ten than low; fewer than
    five dates prove nothing."""
    assert health(dated, doubtful).tier_at_most is tier


@pytest.mark.parametrize(
    ("contradict", "agree", "tier"),
    [
        (0, 9, None), (1, 4, MEDIUM), (1, 5, None), (3, 3, LOW), (2, 3, MEDIUM), (5, 0, LOW),
        (4, 0, None), (2, 2, None),
    ],
)  # fmt: skip
def test_contradictions_lower_the_tier(
    contradict: int, agree: int, tier: Reliability | None
) -> None:
    """From one in five of what better sources speak of, and from one in two."""
    assert health(agree=agree, contradict=contradict).tier_at_most is tier


def test_of_two_faults_the_worse_counts() -> None:
    """Whichever it is."""
    assert health(10, 1, 1, 9).tier_at_most is LOW
    assert health(10, 9, 9, 1).tier_at_most is LOW
    assert health(10, 1, 9, 1).tier_at_most is MEDIUM


COUNTS = st.integers(0, 30)


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_more_doubtful_dates_never_raise_the_tier(
    sound: int, doubtful: int, agree: int, contradict: int
) -> None:
    """A law: nor does one more that is printed and doubted, or one more contradiction."""
    dated = sound + doubtful
    now = place(health(dated, doubtful, agree, contradict))
    if sound:
        assert place(health(dated, doubtful + 1, agree, contradict)) <= now
    assert place(health(dated + 1, doubtful + 1, agree, contradict)) <= now
    assert place(health(dated, doubtful, agree, contradict + 1)) <= now


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_more_agreement_never_lowers_the_tier_of_enough(
    sound: int, doubtful: int, agree: int, contradict: int
) -> None:
    """A law, once there is enough to compare at all."""
    if agree + contradict >= 5:
        now = place(health(sound + doubtful, doubtful, agree, contradict))
        assert place(health(sound + doubtful, doubtful, agree + 1, contradict)) >= now


def place(of: Health) -> int:
    return WORST_FIRST.index(of.tier_at_most)


@pytest.mark.parametrize(("doubtful", "tier"), [(0, None), (2, fk("Medium")), (9, fk("Low"))])
def test_it_becomes_triples_about_the_source(doubtful: int, tier: NamedNode | None) -> None:
    """Four counts, and the tier if there is a fault: a suggestion beside what the editors state."""
    found = {predicate: value for _, predicate, value in health(10, doubtful, 5, 1).triples()}
    assert found.pop(SUGGESTED_RELIABILITY, None) == tier
    counts = {predicate: int(value.value) for predicate, value in found.items()}
    assert counts == {
        DATED_MENTIONS: 10,
        DOUBTFUL_MENTIONS: doubtful,
        AGREEMENTS: 5,
        CONTRADICTIONS: 1,
    }


def of(own: Case, source: str) -> Health:
    return next(h for h in own.assess().health if local_name(h.source) == source)


def case(folder: Path) -> Case:
    own = Case(folder / "own", ENTITIES)
    own.text("page", CROWDED)
    own.source("gazette", "high")
    own.source("blog", "low")
    own.says("page", "jia foundedOn 2025", quote="甲2025年成立")
    return own


def test_printed_dates_are_counted_once(tmp_path: Path) -> None:
    """Six dates are printed; one is doubted, however many claims are read from it."""
    own = case(tmp_path)
    own.says("page", "yi foundedOn 2025", quote="甲2025年成立")
    found = of(own, "page")
    assert (found.dated, found.doubtful) == (6, 1)
    own.says("page", "app launchedOn 2025", quote="2025年上线")
    assert of(own, "page").doubtful == 2


def test_a_date_that_another_source_bears_out_is_not_doubtful(tmp_path: Path) -> None:
    """No flag, no fault."""
    own = case(tmp_path)
    own.says("blog", "jia foundedOn 2025")
    assert of(own, "page").doubtful == 0


def test_better_sources_agree_or_contradict(tmp_path: Path) -> None:
    """The gazette says the same of one thing and otherwise of another; the blog does not count."""
    own = case(tmp_path)
    own.says("page", "app launchedOn 2011", quote="2011年试点")
    own.says("page", "yi foundedOn 2011", quote="2011年试点")
    own.says("gazette", "jia foundedOn 2014")
    own.says("gazette", "app launchedOn 2011")
    own.says("blog", "yi foundedOn 2012")
    found = of(own, "page")
    assert (found.agreements, found.contradictions) == (1, 1)
    assert (of(own, "gazette").agreements, of(own, "gazette").contradictions) == (0, 0)


def test_a_citation_prints_no_dates(tmp_path: Path) -> None:
    """Its claims may be compared all the same."""
    own = case(tmp_path)
    own.says("blog", "yi foundedOn 2025")
    own.says("gazette", "yi foundedOn 2014")
    found = of(own, "blog")
    assert (found.dated, found.doubtful, found.contradictions) == (0, 0, 1)


def test_a_source_that_states_nothing_has_no_health(tmp_path: Path) -> None:
    """Or only denies."""
    own = case(tmp_path)
    own.says("blog", "jia foundedOn 2025", stance="refutes")
    assert [local_name(h.source) for h in own.assess().health] == ["page"]
