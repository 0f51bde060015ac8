"""The graph as of a day, and as it would be without a source: computed anew from the same rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from finkg.evidence.scenario import Scenario, WrongDay, a_day
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import local_name

from ..own import Own, values

ENTITIES = {
    "ant": "Company",
    "lufax": "Company",
    "ping-an": "Company",
    "webank": "Bank",
    "xianghubao": "FinancialProduct",
    "weilidai": "FinancialProduct",
    "alipay": "FinancialProduct",
    "lufax-p2p": "FinancialProduct",
    "payment": "BusinessActivity",
    "p2p": "BusinessActivity",
    "joint-lending": "BusinessActivity",
    "measures": "Regulation",
    "rules": "Regulation",
    "old-rules": "Regulation",
    "notice": "Regulation",
    "share-of-30": "RegulatoryRequirement",
    "suspension": "RegulatoryEvent",
    "order": "RegulatoryEvent",
    "users": "Metric",
}
STATEMENTS = """
ant offers xianghubao
xianghubao launchedOn 2018-10
webank offers weilidai
weilidai launchedOn 2015-05-15
measures effectiveOn 2010-09-01
measures regulatesActivity payment
rules effectiveOn 2024-05-01
rules repeals measures
alipay launchedOn 2004-12-01
alipay hasActivity payment
old-rules effectiveOn 2008-01-01
old-rules repealedOn 2012-01-01
old-rules regulatesActivity p2p
lufax-p2p launchedOn 2015-06-01
lufax-p2p hasActivity p2p
notice effectiveOn 2021-02-19
notice imposes share-of-30
share-of-30 appliesTo joint-lending
share-of-30 effectiveOn 2022-01-01
suspension occurredOn 2020-11-03
suspension targets ant
"""
CROWDED = "2025年成立。2025年上线。截至2025年有用户。2025年整改。2011年试点。2025年退出。"

pytestmark = pytest.mark.usefixtures("own_cache")


def workspace(folder: Path) -> Own:
    own = Own(folder, ENTITIES)
    own.source("gazette", "high")
    own.source("paper", "medium", "2021-12-28")
    own.source("blog", "low")
    own.text("article", CROWDED)
    for statement in STATEMENTS.strip().splitlines():
        own.says("gazette", statement)
    # Announced a month before, and the day has passed.
    own.says("paper", "xianghubao closedOn 2022-01-28", kind="plan")
    own.says("paper", "alipay hasActivity payment", as_of="2025-06-30")
    for cause, day in (("order", "2023-07-07"), ("suspension", "2020-11-03")):
        effect = {"affected": "xianghubao", "cause": cause, "effect_type": "closure"}
        effect |= {"occurred_on": day, "effect_zh": "责令关停", "effect_en": "to be closed"}
        own.row("gazette", "effects.csv", **effect)
    own.says("gazette", "lufax controlledBy ping-an", valid_from="2012", valid_to="2019-01-01")
    own.says("blog", "lufax controlledBy ant", valid_from="2015", valid_to="2021")
    own.says("article", "ant foundedOn 2025", quote="2025年成立")
    own.says("paper", "ant foundedOn 2014-10-16")
    return own


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Own:
    return workspace(tmp_path_factory.mktemp("scenario") / "own")


@pytest.fixture(scope="module")
def whole(own: Own) -> KnowledgeGraph:
    return own.build()


def everything(kg: KnowledgeGraph) -> set[str]:
    """Every quad of a graph, and where each row stands."""
    return {str(quad) for quad in kg.snapshot.store.quads_for_pattern(None, None, None, None)}


def test_the_whole_graph_says_what_held_at_some_time(whole: KnowledgeGraph) -> None:
    """A product that was closed was offered, and whoever controlled a company controlled it."""
    assert values(whole, "id:ant fk:offers ?x") == {"xianghubao"}
    assert values(whole, "id:xianghubao fk:closedOn ?x") == {"2022-01-28"}
    assert values(whole, "id:lufax fk:controlledBy ?x") == {"ping-an"}


@pytest.mark.parametrize(
    ("day", "sure", "possible"),
    [
        ("2018-09-30", set(), set()),
        ("2018-10-15", set(), {"xianghubao"}),
        ("2020-12-31", {"xianghubao"}, {"xianghubao"}),
        ("2022-02-01", set(), set()),
    ],
)
def test_a_product_is_offered_until_it_closes(
    whole: KnowledgeGraph, day: str, sure: set[str], possible: set[str]
) -> None:
    """Its closing was a plan, and the day has passed."""
    offered = "id:ant fk:offers ?x"
    assert values(whole.as_of(day), offered) == sure
    assert values(whole.as_of(day, possible=True), offered) == possible


def test_what_is_not_known_to_hold_stands_apart(whole: KnowledgeGraph) -> None:
    """A launch and no sign of life since: in no plain view, in the layer that says so, and in the
    plain view of who asks for what is possible."""
    kg = whole.as_of("2024-06-01")
    offered = "id:webank fk:offers ?x"
    assert values(kg, offered) == set()
    assert values(kg, offered, "truth", "inferred") == set()
    assert values(kg, offered, "possible") == {"weilidai"}
    standing = "?c fk:claimSubject id:webank ; fk:claimProperty fk:offers ; fk:standing ?x"
    assert values(kg, standing, "claims") == {"TimeUnknown"}
    assert values(whole.as_of("2024-06-01", possible=True), offered) == {"weilidai"}
    assert values(whole.as_of("2015-05-15"), offered) == {"weilidai"}


def test_rows_that_rest_on_what_is_possible_say_so(whole: KnowledgeGraph) -> None:
    """The launch is sure; that it is still offered is not."""
    kg = whole.as_of("2024-06-01", possible=True)
    answer = kg.select("SELECT ?p ?o { ?p fk:launchedOn ?day OPTIONAL { ?o fk:offers ?p } }")
    told = {(answer.identifier(row[0]), answer.identifier(row[-1])) for row in answer.rows}
    assert answer.columns[-1].label.zh == "当日成立"
    assert {("alipay", "Accepted"), ("weilidai", "TimeUnknown")} <= told


@pytest.mark.parametrize(
    ("day", "in_force"),
    [("2010-08-31", set()), ("2020-01-01", {"measures"}), ("2024-05-01", set())],
)
def test_force_lasts_until_what_repeals_it_begins(
    whole: KnowledgeGraph, day: str, in_force: set[str]
) -> None:
    """And with it the conclusion of what is within its scope."""
    kg = whole.as_of(day)
    assert values(kg, "?x fk:regulatesActivity id:payment") == in_force
    assert values(kg, "id:alipay fk:withinScopeOf ?x") == in_force


@pytest.mark.parametrize(("day", "bound"), [("2021-12-31", set()), ("2022-01-01", {"share-of-30"})])
def test_a_requirement_has_a_start_of_its_own(
    whole: KnowledgeGraph, day: str, bound: set[str]
) -> None:
    """The notice is of February 2021."""
    kg = whole.as_of(day)
    assert values(kg, "?x fk:appliesTo id:joint-lending") == bound
    assert values(kg, "?x fk:effectiveOn '2021-02-19'^^xsd:date") == {"notice"}


@pytest.mark.parametrize(("day", "affected"), [("2020-11-02", set()), ("2020-11-03", {"ant"})])
def test_an_event_has_happened_from_its_day_on(
    whole: KnowledgeGraph, day: str, affected: set[str]
) -> None:
    """What it targets, and what follows from it."""
    for kg in (whole.as_of(day), whole.as_of(day, possible=True)):
        assert values(kg, "id:suspension fk:targets ?x") == affected
        assert values(kg, "?x fk:affectedBy id:suspension ; a fk:Company") == affected


def test_what_can_never_hold_is_not_concluded(whole: KnowledgeGraph) -> None:
    """Rules that were repealed before a product was launched never reached it."""
    assert "old-rules" in values(whole, "?x fk:regulatesActivity id:p2p")
    assert values(whole, "id:lufax-p2p fk:withinScopeOf ?x") == set()
    concluded = "?c fk:claimSubject id:lufax-p2p ; fk:claimProperty fk:withinScopeOf ; a ?x"
    assert values(whole, concluded, "claims") == set()


def test_an_effect_after_the_end_is_kept_in_doubt_with_both_dates(whole: KnowledgeGraph) -> None:
    """The order is of 2023, the product closed in 2022."""
    effect = "id:xianghubao fk:directlyAffectedBy ?x"
    assert values(whole, effect) == {"suspension"}
    assert values(whole, effect, "doubtful") == {"order"}
    assert values(whole, "id:xianghubao fk:affectedBy ?x", "doubtful") == {"order"}
    flags = values(whole, "?f fk:flaggedBy rule:effect-after-end ; fk:explanation ?x", "claims")
    assert len(flags) == 2
    assert all("2023-07-07" in words and "2022-01-28" in words for words in flags)


@pytest.mark.parametrize(
    ("day", "controller"), [("2016-06-01", {"ping-an"}), ("2020-06-01", {"ant"})]
)
def test_what_surely_does_not_hold_on_the_day_outranks_nothing(
    whole: KnowledgeGraph, day: str, controller: set[str]
) -> None:
    """The blog gives way to the gazette while both can be right, and counts when only it can."""
    kg = whole.as_of(day)
    assert values(kg, "id:lufax fk:controlledBy ?x") == controller
    assert bool(kg.disputes("lufax")) is (controller == {"ping-an"})


def test_a_plan_holds_from_its_day_on(whole: KnowledgeGraph) -> None:
    """On the day before, nothing is closed."""
    closed = "id:xianghubao fk:closedOn ?x"
    assert values(whole.as_of("2022-01-27"), closed) == set()
    assert values(whole.as_of("2022-01-28"), closed) == {"2022-01-28"}


def test_without_a_good_source_the_doubt_is_back(whole: KnowledgeGraph) -> None:
    """The article's year is outranked by a paper; without the paper it is what its text makes it:
    a year that crowds out the others. Nothing stands in its place."""
    founded = "id:ant fk:foundedOn ?x"
    assert values(whole, founded) == {"2014-10-16"}
    assert values(whole, founded, "doubtful") == set()
    without = whole.without("paper")
    assert values(without, founded) == set()
    assert values(without, founded, "doubtful") == {"2025"}
    # Nor is it known that the product has closed.
    assert values(without, "id:xianghubao fk:closedOn ?x") == set()


@pytest.mark.parametrize("source", ["gazette", "paper", "blog", "article"])
def test_without_a_source_the_graph_is_as_if_it_had_never_been_there(
    whole: KnowledgeGraph, own: Own, source: str, tmp_path: Path
) -> None:
    """Triple by triple the graph of a workspace that lacks it: ranks, reasons, disputes, flags,
    conclusions, and where each row stands."""
    lacking = own.lacking(source, tmp_path / "lacking").build()
    assert everything(whole.without(source)) == everything(lacking)
    assert everything(lacking) != everything(whole)


def test_a_day_and_a_source_may_be_asked_for_together(whole: KnowledgeGraph) -> None:
    """In either order, and each on top of the other."""
    one = whole.as_of("2023-01-01", possible=True).without("paper")
    other = whole.without("paper").as_of("2023-01-01", possible=True)
    assert everything(one) == everything(other)
    assert one.scenario == other.scenario
    # It may be offered still: nobody else says that it was closed.
    assert values(one, "id:ant fk:offers ?x") == {"xianghubao"}


def test_sources_are_left_out_together_or_one_after_the_other(whole: KnowledgeGraph) -> None:
    """By id or by title."""
    together = whole.without("paper", "The blog")
    assert together.scenario == whole.without("blog").without("The paper").scenario
    assert values(together, "id:lufax fk:controlledBy ?x") == {"ping-an"}


def test_the_whole_graph_is_untouched(whole: KnowledgeGraph) -> None:
    """To ask for another graph changes nothing of this one."""
    before, generation = everything(whole), whole.snapshot.generation
    whole.as_of("2019-01-01").without("gazette")
    assert (everything(whole), whole.snapshot.generation) == (before, generation)
    assert whole.scenario.is_whole


@pytest.mark.parametrize("day", ["2020-02-30", "2020-12", "yesterday", "", "31.12.2020"])
def test_a_day_is_a_day_of_the_calendar(day: str) -> None:
    """A month, or a day that does not exist, is none; what was found is said in both languages."""
    with pytest.raises(WrongDay) as caught:
        a_day(day)
    assert f"“{day}”" in caught.value.message("zh")
    assert "2020-12-31" in caught.value.advice("en")


def test_a_day_may_be_a_date() -> None:
    """As programs have it."""
    assert a_day(date(2020, 12, 31)) == a_day("2020-12-31") == date(2020, 12, 31)


def test_only_the_whole_graph_lacks_nothing(whole: KnowledgeGraph) -> None:
    """A day, and a source that is left out, each make another graph; its manifest says which."""
    asked = Scenario().on(date(2020, 1, 1), possible=False).lacking(whole.source("paper"))
    assert Scenario().is_whole
    assert not asked.is_whole
    kg = whole.as_of("2020-01-01").without("paper")
    assert kg.scenario == asked
    assert kg.snapshot.manifest["scenario"] == asked.described()
    assert local_name(whole.source("The paper")) == "paper"
