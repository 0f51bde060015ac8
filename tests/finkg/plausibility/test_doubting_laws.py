"""Laws of doubting: flags are all that it adds, and the order of rows decides nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from finkg.build.assess import Assessment
from finkg.evidence.assessment import Standing
from finkg.evidence.support import Stance
from finkg.plausibility.rules import OURS
from finkg.words import Text

from .case import Case
from .small import ROWS, Row, workspace

Seen = tuple[object, ...]


def seen(result: Assessment) -> dict[NamedNode, Seen]:
    """Of each claim all that doubting must not change: what it says, and its rank."""
    return {
        claim: (a.claim.triple, a.claim.times, a.ranking.rank, a.judged)
        for claim, a in result.claims.items()
    }


def reasons(result: Assessment) -> dict[NamedNode, Text]:
    return {claim: a.ranking.reason for claim, a in result.claims.items()}


def raised(result: Assessment) -> list[Seen]:
    """Every flag with all that it says, and where each claim stands."""
    found = [
        (f.id.value, f.explanation, tuple(m.id.value for m in f.mentions), f.compared)
        for a in result.claims.values()
        for f in a.flags
    ]
    standing = [(a.claim.id.value, a.standing.value) for a in result.claims.values()]
    return [tuple(sorted(found)), tuple(sorted(standing))]


@given(ROWS, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_rows_decides_nothing(rows: list[Row], random: Random) -> None:
    """A law: the same flags with the same words, marks and neighbours, in any order."""
    mixed = list(rows)
    random.shuffle(mixed)
    with workspace(rows) as one, workspace(mixed) as other:
        assert raised(one.assess()) == raised(other.assess())


@given(ROWS)
@settings(max_examples=40)
def test_a_flag_changes_no_value_and_no_rank(rows: list[Row]) -> None:
    """A law: with every rule and with none the same claims, ranks, reasons and disputes; only a
    wider time no longer gives way to a narrower one that is doubted."""
    with_rules, without = both_ways(rows)
    assert not any(a.flags for a in without.claims.values())
    assert seen(with_rules) == seen(without)
    told = reasons(with_rules)
    for claim, reason in reasons(without).items():
        assert told[claim] == reason or reason.en.startswith("Less precise than")
    disputes = [sorted((d.id.value, *d.reason) for d in r.disputes) for r in (with_rules, without)]
    assert disputes[0] == disputes[1]


@given(ROWS)
@settings(max_examples=40)
def test_a_flag_makes_doubtful_and_nothing_else(rows: list[Row]) -> None:
    """A law: what is not flagged stands where it stood; what is, there or among the doubtful. A
    wider time may come forward for a narrower one."""
    with_rules, without = both_ways(rows)
    for claim, assessed in with_rules.claims.items():
        before = without.claims[claim]
        may = {before.standing} | ({Standing.DOUBTFUL} if assessed.flags else set())
        gave_way = before.ranking.reason.en.startswith("Less precise than")
        assert assessed.standing in may or (gave_way and not assessed.outranked)


def both_ways(rows: list[Row]) -> tuple[Assessment, Assessment]:
    """Assessed with every rule, and with none."""
    with workspace(rows) as own:
        with_rules = own.assess()
        own.switch_off()
        return with_rules, own.assess()


def test_a_doubted_start_leaves_the_disputes_of_its_event_alone(tmp_path: Path) -> None:
    """The month of 2014 is at odds with the year in which the event occurred, doubted or not: the
    year that comes forward for it is in no further dispute, and ranks as it ranked."""
    own = Case(tmp_path / "own", {"sweep": "RegulatoryEvent", "rules": "Regulation"})
    own.source("register", "high")
    own.source("blog", "low")
    own.says("register", "sweep startedOn 2014")
    own.says("blog", "sweep startedOn 2014-06")
    own.says("blog", "sweep occurredOn 2013")
    own.says("register", "sweep implements rules")
    own.says("register", "rules promulgatedOn 2014-12")
    with_rules = own.assess()
    own.switch_off()
    without = own.assess()
    assert seen(with_rules) == seen(without)
    assert [d.id for d in with_rules.disputes] == [d.id for d in without.disputes]


@given(ROWS)
@settings(max_examples=40)
def test_every_flag_has_its_place_and_no_double(rows: list[Row]) -> None:
    """A law: one of each rule and part of a claim, told in two languages without gaps; what it
    names is in the graph, and a doubted date stands in a text that supports the claim."""
    with workspace(rows) as own:
        result = own.assess()
    names = {rule.iri for rule in OURS}
    for assessed in result.claims.values():
        keys = Counter((f.rule, f.part) for f in assessed.flags)
        assert set(keys.values()) <= {1}
        supports = {e.source for e in assessed.evidence if e.stance is Stance.SUPPORTS}
        for flag in assessed.flags:
            assert flag.rule in names
            assert all(words and "{" not in words for words in flag.explanation)
            assert {*flag.compared} <= result.claims.keys() - {assessed.claim.id}
            assert {m.source for m in flag.mentions} <= supports


def test_the_small_workspaces_have_flags_of_most_rules() -> None:
    """Else the laws above would prove little."""
    found: set[str] = set()

    @given(ROWS)
    @settings(max_examples=250, database=None, derandomize=True)
    def gather(rows: list[Row]) -> None:
        with workspace(rows) as own:
            claims = own.assess().claims.values()
        found.update(f.rule.value.rpartition("/")[2] for a in claims for f in a.flags)

    gather()
    assert len(found) >= 8
