"""A scene has the texts of its sources, what is doubted in them, and how far each is borne out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from finkg.catalogue.source_health import DoubtfulDate, explanation
from finkg.errors import Text
from finkg.view.scene import Document, Health, Scene, Source
from finkg.vocabulary import local_name

from ..own import Own

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

ARTICLE = "internet-finance-cases"
ENTITIES = {"ant": "Company", "lufax": "Company", "bao": "FinancialProduct"}

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture(scope="module")
def scene(kg: KnowledgeGraph) -> Scene:
    return kg.scene()


def source(scene: Scene, name: str) -> Source:
    return next(source for source in scene.sources if source.id == name)


def document(scene: Scene, name: str = ARTICLE) -> Document:
    found = source(scene, name).document
    assert found is not None
    return found


def doubtful(kg: KnowledgeGraph) -> tuple[DoubtfulDate, ...]:
    (health,) = (it for it in kg.source_health() if local_name(it.source) == ARTICLE)
    return health.doubtful


def test_the_text_is_there_to_the_letter(kg: KnowledgeGraph, scene: Scene) -> None:
    """As stored, so that every offset of its quotes is right; with the words of its licence."""
    held = document(scene)
    assert held.text == kg.source_text(ARTICLE)
    assert held.licence.startswith("文本属第三方所有")
    quotes = [e for claim in scene.claims for e in claim.evidence if e.source == ARTICLE]
    assert len(quotes) > 100
    assert [e for e in quotes if held.text[e.start : e.end] != e.quote] == []


def test_marks_are_the_dates_that_flags_name(kg: KnowledgeGraph, scene: Scene) -> None:
    """The same places, and each is the slice of the text that the flag says."""
    held = document(scene)
    assert [(m.start, m.end, held.text[m.start : m.end]) for m in held.marks] == [
        (date.start, date.end, date.text) for date in doubtful(kg)
    ]
    assert {held.text[mark.start : mark.end] for mark in held.marks} == {"2025年"}
    assert len(held.marks) == 10


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_mark_has_its_reasons(kg: KnowledgeGraph, scene: Scene, lang: str) -> None:
    """All that its flags explain, in both languages, under rules that have labels."""
    held = document(scene)
    labels = {rule.id: rule.label.in_language(lang) for rule in scene.rules}
    for mark, date in zip(held.marks, doubtful(kg), strict=True):
        doubts = [held.doubts[index] for index in mark.doubts]
        assert {doubt.rule for doubt in doubts} == {local_name(rule) for rule in date.rules}
        assert {doubt.explanation.in_language(lang) for doubt in doubts} == {
            explanation(kg.snapshot, flag, lang) for flag in date.flags
        }
        assert all(labels[doubt.rule] for doubt in doubts)


def test_a_reason_is_told_once(scene: Scene) -> None:
    """However many dates it doubts, so that a page grows by little more than the text."""
    doubts = document(scene).doubts
    assert len(set(doubts)) == len(doubts)


def test_each_mark_names_what_was_read_from_it(scene: Scene) -> None:
    """The claims that carry its flags: all that a date of the text is doubted in, no more."""
    flagged = {
        claim.id
        for claim in scene.claims
        if claim.flags and any(e.source == ARTICLE and e.quote for e in claim.evidence)
    }
    marks = document(scene).marks
    assert {name for mark in marks for name in mark.claims} == flagged
    assert all(mark.claims for mark in marks)


def test_health_is_that_of_the_catalogue(kg: KnowledgeGraph, scene: Scene) -> None:
    """The counts that the commands tell; a source of which there is nothing to tell has none."""
    for health in kg.source_health():
        name = local_name(health.source)
        most = local_name(health.tier_at_most) if health.tier_at_most else ""
        expected = Health(
            health.dated,
            len(health.doubtful),
            health.flagged,
            health.agreements,
            health.contradictions,
            most,
        )
        assert source(scene, name).health == (None if health.is_silent else expected)


def test_a_citation_has_no_document(scene: Scene) -> None:
    """Of what is only cited no text is held."""
    assert {it.id for it in scene.sources if it.document} == {ARTICLE}


def test_a_graph_without_the_source_has_no_text_of_it(kg: KnowledgeGraph) -> None:
    """The source is named among those left out, and neither text nor doubts stay behind."""
    scene = kg.without(ARTICLE).scene()
    assert [it for it in scene.sources if it.id == ARTICLE or it.document] == []
    assert [it.document for it in scene.scope.without] == [None]
    assert scene.dangling() == []


def test_a_derived_graph_keeps_the_text(kg: KnowledgeGraph, scene: Scene) -> None:
    """As of a day the source says what it says, and its dates are as doubtful."""
    derived = kg.as_of("2021-01-01").scene()
    assert document(derived) == document(scene)
    assert derived.dangling() == []


def test_a_text_nobody_quotes_is_not_there(tmp_path: Path) -> None:
    """Only sources that the scene's claims refer to."""
    own = Own(tmp_path / "own", ENTITIES)
    own.text("said", "蚂蚁集团推出余额宝。")
    own.text("unsaid", "陆金所。")
    own.says("said", "ant offers bao", quote="蚂蚁集团推出余额宝")
    assert [it.id for it in own.build().scene().sources] == ["said"]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_offsets_count_code_points(tmp_path: Path, mark: str) -> None:
    """Beyond the Basic Multilingual Plane, too; a byte-order mark is not counted."""
    own = Own(tmp_path / "own", ENTITIES)
    own.text("said", f"{mark}𠮷😀：蚂蚁集团推出余额宝。")
    own.says("said", "ant offers bao", quote="蚂蚁集团推出余额宝")
    scene = own.build().scene()
    (evidence,) = (e for claim in scene.claims for e in claim.evidence)
    assert (evidence.start, document(scene, "said").text[:3]) == (3, "𠮷😀：")


def test_labels_of_rules_come_from_the_graph(scene: Scene) -> None:
    """The words that the rule has in the ontology, in both languages."""
    labels = {rule.id: rule.label for rule in scene.rules}
    assert labels["year-concentration"] == Text("年份过度集中", "concentration of years")
