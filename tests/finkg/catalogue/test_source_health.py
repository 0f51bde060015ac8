"""The health of a source as a built graph tells it: places in the text, rules, agreement, tier."""

from __future__ import annotations

import pytest

from finkg.catalogue.source_health import SourceHealth, explanation, source_health
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import RULE, fk, local_name

from .doubtful import STAMPED, TEXT, doubtful

CROWDING = RULE + "year-concentration"


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    return doubtful(tmp_path_factory.mktemp("health") / "own").build()


@pytest.fixture(scope="module")
def page(kg: KnowledgeGraph) -> SourceHealth:
    return of(kg, "page")


def of(kg: KnowledgeGraph, name: str) -> SourceHealth:
    found = source_health(kg.snapshot, kg.source(name))
    assert found
    return found


def test_every_source_that_states_something_has_one(kg: KnowledgeGraph) -> None:
    """By id; the blog states nothing."""
    assert [local_name(h.source) for h in kg.source_health()] == ["gazette", "page", "paper"]
    assert source_health(kg.snapshot, kg.source("blog")) is None
    assert source_health(kg.snapshot, kg.entity("jia")) is None


def test_doubtful_dates_stand_where_the_text_prints_them(page: SourceHealth) -> None:
    """In the order of the text; offsets are code points, end exclusive, so a slice prints each."""
    assert page.dated == 6
    assert [date.text for date in page.doubtful] == STAMPED
    assert [TEXT[date.start : date.end] for date in page.doubtful] == STAMPED
    assert (page.doubtful[0].start, page.doubtful[0].end) == (4, 9)
    assert sorted(page.doubtful, key=lambda d: d.start) == list(page.doubtful)


def test_the_text_is_kept_with_the_graph(kg: KnowledgeGraph) -> None:
    """As received; of a citation there is none."""
    assert kg.source_text("page") == TEXT
    assert kg.source_text("gazette") is None


def test_each_date_says_by_which_rules_and_why(kg: KnowledgeGraph, page: SourceHealth) -> None:
    """In both languages, by way of its flags."""
    for date in page.doubtful:
        assert CROWDING in [rule.value for rule in date.rules]
        told = [
            explanation(kg.snapshot, flag, lang) for flag in date.flags for lang in ("zh", "en")
        ]
        assert all("2025" in words for words in told)
    zh, en = (explanation(kg.snapshot, page.doubtful[0].flags[0], lang) for lang in ("zh", "en"))
    assert zh != en


def test_rules_are_counted_by_dates_and_claims(page: SourceHealth) -> None:
    """The one that doubts most comes first."""
    first = page.rules[0]
    assert (first.rule.value, first.dates, first.claims) == (CROWDING, 5, 5)
    counts = [(c.dates, c.claims) for c in page.rules]
    assert counts == sorted(counts, reverse=True)
    assert page.flagged == 5


def test_better_sources_are_counted(kg: KnowledgeGraph, page: SourceHealth) -> None:
    """Two contradict the page and one bears it out; none is better than the gazette."""
    assert (page.agreements, page.contradictions) == (1, 2)
    assert (of(kg, "gazette").agreements, of(kg, "gazette").contradictions) == (0, 0)


def test_the_tier_stated_stands_beside_the_best_that_its_faults_leave(
    kg: KnowledgeGraph, page: SourceHealth
) -> None:
    """Five doubtful dates of six: low at most. A suggestion: what the editors state is kept."""
    assert (page.stated, page.tier_at_most) == (fk("Low"), fk("Low"))
    assert (of(kg, "gazette").stated, of(kg, "gazette").tier_at_most) == (fk("High"), None)


@pytest.mark.parametrize(("name", "silent"), [("page", False), ("gazette", True)])
def test_of_a_sound_citation_there_is_nothing_to_say(
    kg: KnowledgeGraph, name: str, *, silent: bool
) -> None:
    """No dates, no doubts, nothing better to compare."""
    assert of(kg, name).is_silent is silent


def test_the_card_of_a_source_has_it(kg: KnowledgeGraph, page: SourceHealth) -> None:
    """The card of an entity has none."""
    assert kg.show("page").health == page
    assert kg.show("jia").health is None


def test_what_was_switched_off_is_told_with_its_reason(
    kg: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The rule is not asked, its flags are gone, and the reason is part of the graph."""
    own = doubtful(tmp_path_factory.mktemp("off") / "own")
    own.write(
        "policy.toml",
        'criteria = ["tier"]\ntiers = ["high", "medium", "low"]\n'
        '[plausibility.off.year-concentration]\nzh = "理由"\nen = "A reason"\n',
    )
    quiet = own.build()
    assert {n: r.en for n, r in quiet.switched_off.items()} == {"year-concentration": "A reason"}
    assert CROWDING not in [c.rule.value for c in of(quiet, "page").rules]
    assert kg.switched_off == {}


def test_without_the_better_sources_nothing_is_compared(
    kg: KnowledgeGraph, own_cache: None
) -> None:
    """The graph as it would be without them is compared anew; the text is as corrupt as before."""
    alone = kg.without("gazette", "paper")
    found = of(alone, "page")
    assert (found.agreements, found.contradictions) == (0, 0)
    assert [d.start for d in found.doubtful] == [d.start for d in of(kg, "page").doubtful]
