"""The timeline: what happened, in order, at the precision of the sources."""

from __future__ import annotations

import pytest

from finkg.catalogue.answer import Answer
from finkg.graph import KnowledgeGraph

from ..own import Own


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """A company with a product, an event, a controller, a figure, an effect and an opinion."""
    entities = {
        "ant": "Company",
        "jack": "Person",
        "yuebao": "FinancialProduct",
        "interview": "RegulatoryEvent",
        "suspension": "RegulatoryEvent",
        "users": "Metric",
    }
    own = Own(tmp_path_factory.mktemp("timeline") / "own", entities)
    for name, tier in (("gazette", "high"), ("agency", "high"), ("page", "low")):
        own.source(name, tier)
    own.says("gazette", "ant foundedOn 2014-10-16")
    own.says("agency", "ant foundedOn 2014-10-16")
    own.says("page", "ant foundedOn 2025")
    own.says("page", "ant foundedOn 2011", kind="opinion")
    own.says("gazette", "yuebao launchedOn 2013-06")
    own.says("agency", "ant offers yuebao")
    own.says("gazette", "interview occurredOn 2020-Q4")
    own.says("gazette", "interview targets ant")
    own.says("gazette", "suspension occurredOn 2020-11-03")
    own.says("gazette", "interview plannedFor 2019")
    own.says("gazette", "ant controlledBy jack", valid_from="2014-12", valid_to="2023-01-07")
    figure = {"feature": "yuebao", "metric": "users", "value": "600", "unit": "person"}
    own.row("gazette", "observations.csv", **figure, as_of="2020-06-30")
    effect = {"affected": "yuebao", "cause": "interview", "effect_type": "limit"}
    effect |= {"occurred_on": "2018-06-06", "effect_zh": "设上限", "effect_en": "capped"}
    own.row("gazette", "effects.csv", **effect)
    return own.build()


def lines(answer: Answer, *columns: str) -> list[tuple[str, ...]]:
    """The rows as identifiers, cut to some columns."""
    places = [[c.name for c in answer.columns].index(name) for name in columns]
    return [tuple(answer.identifier(row[place]) for place in places) for row in answer.rows]


def test_the_dated_statements_stand_in_order_of_time(kg: KnowledgeGraph) -> None:
    """By the first day on which each may have been; what people think, or plan, is no event."""
    assert lines(kg.timeline(), "when", "subject", "property", "standing") == [
        ("2013-06", "yuebao", "launchedOn", "Accepted"),
        ("2014-10-16", "ant", "foundedOn", "Accepted"),
        ("2020-36", "interview", "occurredOn", "Accepted"),
        ("2020-11-03", "suspension", "occurredOn", "Accepted"),
        ("2025", "ant", "foundedOn", "Outranked"),
    ]


def test_a_quarter_reads_as_one(kg: KnowledgeGraph) -> None:
    """Programs get the code of ISO 8601-2; people what the sources and the reasons of ranks say."""
    answer = kg.timeline()
    (when,) = (row[0] for row in answer.rows if answer.identifier(row[0]) == "2020-36")
    assert {answer.text(when, lang) for lang in ("zh", "en")} == {"2020-Q4"}


def test_of_an_entity_all_that_has_a_time(kg: KnowledgeGraph) -> None:
    """The company: its own times, what held from and until when, and the event that targeted it."""
    assert lines(kg.timeline("ant"), "when", "part", "property") == [
        ("2014-10-16", "", "foundedOn"),
        ("2014-12", "validFrom", "controlledBy"),
        ("2020-36", "", "occurredOn"),
        ("2023-01-07", "validTo", "controlledBy"),
        ("2025", "", "foundedOn"),
    ]


def test_figures_and_effects_are_part_of_it(kg: KnowledgeGraph) -> None:
    """A figure stands at the time of which it is, an effect on its day."""
    assert lines(kg.timeline("yuebao"), "when", "property") == [
        ("2013-06", "launchedOn"),
        ("2018-06-06", "directlyAffectedBy"),
        ("2020-06-30", "hasObservation"),
    ]


def test_of_a_value_too(kg: KnowledgeGraph) -> None:
    """Who controlled a company finds it on the own timeline."""
    assert lines(kg.timeline("jack"), "when", "part", "subject") == [
        ("2014-12", "validFrom", "ant"),
        ("2023-01-07", "validTo", "ant"),
    ]


def test_a_statement_of_two_sources_stands_once_and_counts_them(kg: KnowledgeGraph) -> None:
    """The day of founding is said by two."""
    counted = lines(kg.timeline("ant"), "when", "sources")
    assert ("2014-10-16", "2") in counted
    assert ("2025", "1") in counted


def test_every_heading_is_in_both_languages(kg: KnowledgeGraph) -> None:
    """As of every answer."""
    for lang in ("zh", "en"):
        headings = next(iter(kg.timeline().table(lang)))
        assert all(headings)
    assert next(iter(kg.timeline().table("zh")))[0] == "时间"
    assert kg.timeline().title.en == "Timeline"


def test_rows_lead_to_their_evidence(kg: KnowledgeGraph) -> None:
    """Each row has the proofs of what it states."""
    answer = kg.timeline("yuebao")
    for row in answer.rows:
        assert [leaf.title for proof in answer.evidence(row) for leaf in proof.leaves()] == [
            "The gazette"
        ]
