"""What rules doubt becomes flags: never more than is doubted, and nothing but flags changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from finkg.build.assess import Assessment
from finkg.evidence.assessment import Standing
from finkg.evidence.doubt import Part
from finkg.plausibility.doubting import doubt_sources
from finkg.plausibility.reading import Reading
from finkg.plausibility.rule import Doubt, Severity, SourceRule
from finkg.words import Text

from ..own import values
from .case import Case, doubted, flags, statement

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


def stood(own: Case) -> dict[str, Standing]:
    """Where each launch stands, by its time."""
    claims = own.assess().claims.values()
    return {a.claim.moment.text: a.standing for a in claims if a.claim.moment}
