"""What rules doubt becomes flags: never more than is doubted, and nothing but flags changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from finkg.build.assess import Assessment
from finkg.evidence.assessment import Standing
from finkg.evidence.doubt import Part
from finkg.evidence.support import Stance
from finkg.plausibility.doubting import doubt_sources
from finkg.plausibility.reading import Reading
from finkg.plausibility.rule import Doubt, Severity, SourceRule
from finkg.plausibility.rules import OURS
from finkg.words import Text

from ..own import values
from .case import Case, doubted, flags, statement
from .small import ROWS, Row, workspace

CROWDING, ANCESTRY = "year-concentration", "product-older-than-company"
ENTITIES = {
    "jia": "Company",
    "yi": "Company",
    "app": "FinancialProduct",
    "other-app": "FinancialProduct",
    "rules": "Regulation",
    "users": "Metric",
}
CROWDED = "甲2025年成立。应用2025年上线。截至2025年有用户。乙2025年设立。2011年试点。2025年退出。"
SAID = "应用上线于2011年。甲公司成立于2015年。甲公司提供应用。"


def crowded(folder: Path) -> Case:
    own = Case(folder / "own", ENTITIES)
    own.text("page", CROWDED)
    own.source("register", "low")
    own.says("page", "jia foundedOn 2025", quote="甲2025年成立")
    return own


def test_one_sound_support_is_enough(tmp_path: Path) -> None:
    """What also rests on a source that nothing is wrong with does not rest on the corrupt one."""
    own = crowded(tmp_path)
    assert own.doubted(CROWDING) == ["jia foundedOn 2025 (value)"]
    own.says("register", "jia foundedOn 2025")
    assert own.doubted(CROWDING) == []


def test_a_refutation_is_no_support(tmp_path: Path) -> None:
    """Who denies a doubted claim does not bear it out."""
    own = crowded(tmp_path)
    own.says("register", "jia foundedOn 2025", stance="refutes")
    assert own.doubted(CROWDING) == ["jia foundedOn 2025 (value)"]


def test_two_corrupt_supports_are_none(tmp_path: Path) -> None:
    """Each of them is doubted from its own text, and the flag names both places."""
    own = crowded(tmp_path)
    own.text("mirror", "转载：" + CROWDED)
    own.says("mirror", "jia foundedOn 2025", quote="甲2025年成立")
    ((_, flag),) = flags(own.assess(), CROWDING)
    assert sorted(m.span.start for m in flag.mentions) == [1, 4]
    assert {m.exact for m in flag.mentions} == {"2025年"}


def test_supports_may_be_doubted_by_different_rules(tmp_path: Path) -> None:
    """The crowded text by one and the other by another: each rule has its flag, and both count."""
    own = crowded(tmp_path)
    own.text("story", "应用上线于2011年。甲公司成立于2025年。甲公司提供应用。")
    own.says("story", "app launchedOn 2011", quote="应用上线于2011年")
    own.says("story", "jia foundedOn 2025", quote="甲公司成立于2025年")
    own.says("story", "jia offers app", quote="甲公司提供应用")
    found = own.assess()
    for rule in (CROWDING, ANCESTRY):
        assert "jia foundedOn 2025 (value)" in doubted(found, rule)


def test_what_is_read_from_a_doubted_date_is_doubted_with_it(tmp_path: Path) -> None:
    """The founding is doubted beside the launch; the figure stands at the same printed date."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", "应用上线于2011年。甲公司成立于2015年，时有用户500人。甲公司提供应用。")
    own.says("page", "app launchedOn 2011", quote="应用上线于2011年")
    own.says("page", "jia foundedOn 2015", quote="甲公司成立于2015年")
    own.says("page", "jia offers app", quote="甲公司提供应用")
    quote = "甲公司成立于2015年，时有用户500人"
    own.figure("page", "jia", "users", "500", as_of="2015", quote=quote)
    found = own.assess()
    assert doubted(found, ANCESTRY) == [
        "app launchedOn 2011 (value)",
        "jia foundedOn 2015 (value)",
        "jia users 500 (as_of)",
    ]
    by_claim = {statement(c): (c, flag) for c, flag in flags(found, ANCESTRY)}
    founding, spread = by_claim["jia foundedOn 2015"][0], by_claim["jia users 500"][1]
    assert founding.id in spread.compared
    assert spread.explanation == by_claim["jia foundedOn 2015"][1].explanation


def test_another_printed_date_of_the_year_is_not_doubted_with_it(tmp_path: Path) -> None:
    """The doubt is about a place in the text, not about a year."""
    own = Case(tmp_path / "own", ENTITIES)
    own.text("page", SAID + "2015年底有用户500人。")
    own.says("page", "app launchedOn 2011", quote="应用上线于2011年")
    own.says("page", "jia foundedOn 2015", quote="甲公司成立于2015年")
    own.says("page", "jia offers app", quote="甲公司提供应用")
    own.figure("page", "jia", "users", "500", as_of="2015", quote="2015年底有用户500人")
    assert "jia users 500 (as_of)" not in own.doubted(ANCESTRY)


class EveryValue(SourceRule):
    """Doubts every value, as often as it is asked to, in words that differ."""

    name = "every-value"
    label = Text("逢值必疑", "every value")
    definition = Text("检出一切取值", "test nothing")
    severity = Severity.IMPLAUSIBLE
    words = ("b", "a")

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        for word in self.words:
            yield from (d.doubt(Text(word, word)) for d in reading.dated if d.part is Part.VALUE)


class Again(EveryValue):
    name = "again"


def test_of_a_rule_each_part_has_one_flag(tmp_path: Path) -> None:
    """However often it is doubted; of its words the first in the alphabet stand."""
    own = crowded(tmp_path)
    own.says("page", "jia dissolvedOn 2011", quote="2011年试点")
    result = own.assess()
    for assessed in result.claims.values():
        assessed.flags.clear()
    doubt_sources(result.claims, readings_of(own, result), [EveryValue(), Again()])
    for assessed in result.claims.values():
        assert [f.rule.value.rpartition("/")[2] for f in assessed.flags] == ["again", "every-value"]
        assert {f.explanation.en for f in assessed.flags} == {"a"}


def readings_of(own: Case, result: Assessment) -> list[Reading]:
    """What each source says, read anew."""
    from finkg.evidence.wording import Wording
    from finkg.plausibility.common import Common
    from finkg.plausibility.doubting import readings
    from finkg.workspace.read import read_workspace

    from ..evidence.facts import properties
    from .case import schema

    texts = read_workspace(own.folder, schema()).texts
    common = Common(Wording({}, schema()), properties())
    return list(readings(result.claims.values(), result.sources, texts, common))


@pytest.mark.parametrize(("occurred", "layer"), [("2019", "doubtful"), ("2017", "inferred")])
def test_what_is_concluded_from_a_doubted_claim_is_doubtful(
    tmp_path: Path, occurred: str, layer: str
) -> None:
    """A conclusion stands no better than its premise: out of the plain view, and kept."""
    own = Case(tmp_path / "own", ENTITIES)
    own.source("gazette", "high")
    own.source("paper", "low")
    own.says("gazette", "app closedOn 2018")
    own.effect("paper", "app", "rules", occurred)
    kg = own.build()
    affected = "id:app fk:affectedBy ?x"
    assert values(kg, affected, layer) == {"rules"}
    assert values(kg, affected) == (set() if layer == "doubtful" else {"rules"})


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


def test_a_wider_time_comes_forward_for_a_narrower_one_that_is_doubted(tmp_path: Path) -> None:
    """The month gave way to nothing while it was sound; doubted, it is no better than the year."""
    own = Case(tmp_path / "own", ENTITIES)
    own.source("register", "high")
    own.source("blog", "low")
    own.says("register", "app launchedOn 2014")
    own.says("blog", "app launchedOn 2014-06")
    assert stood(own) == {"2014": Standing.OUTRANKED, "2014-06": Standing.ACCEPTED}
    own.figure("register", "app", "users", "500", as_of="2014-03")
    assert stood(own) == {"2014": Standing.ACCEPTED, "2014-06": Standing.DOUBTFUL}


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


def stood(own: Case) -> dict[str, Standing]:
    """Where each launch stands, by its time."""
    claims = own.assess().claims.values()
    return {a.claim.moment.text: a.standing for a in claims if a.claim.moment}


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
