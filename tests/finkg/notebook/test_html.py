"""What a notebook shows: every thing as HTML that is whole, harmless, and in one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode

from finkg.displaying import Listed
from finkg.errors import Text
from finkg.evidence.claim import Claim
from finkg.evidence.moment import Moment
from finkg.export.answers.writable import WritableAnswer
from finkg.graph import KnowledgeGraph
from finkg.notebook.html import html
from finkg.notebook.shown import PROOFS, SHOWN
from finkg.vocabulary import ID, XSD_DATE, XSD_INTEGER, fk
from finkg.words import Language

from ..export.hostile import HOSTILE, answer_with, texts
from .conftest import HARMLESS, Fragment

AFFECTED = "products-affected-by-regulation"
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
THINGS: dict[str, Callable[[KnowledgeGraph], object]] = {
    "graph": lambda kg: kg,
    "answer": lambda kg: kg.ask(AFFECTED),
    "timeline": lambda kg: kg.timeline("yuebao"),
    "proofs": lambda kg: kg.why("huabei", "affectedBy"),
    "proof": lambda kg: kg.why("huabei", "affectedBy")[0],
    "evidence": lambda kg: kg.ask(AFFECTED).evidence(kg.ask(AFFECTED).rows[0]),
    "card": lambda kg: kg.show("yuebao"),
    "source": lambda kg: kg.show("internet-finance-cases"),
    "disputes": lambda kg: kg.disputes(),
    "dispute": lambda kg: kg.disputes("yuebao")[0],
    "proposals": lambda kg: kg.proposals(),
    "hits": lambda kg: kg.search("huabei"),
    "hit": lambda kg: kg.search("huabei")[0],
    "why not": lambda kg: kg.why_not("huabei", "withinScopeOf", "microloan-company-draft-2024"),
}
things = pytest.mark.parametrize("thing", THINGS.values(), ids=list(THINGS))


def fragment(thing: object, lang: Language = "en") -> Fragment:
    found = html(thing, lang)
    assert found is not None
    return Fragment(found)


@LANGUAGES
@things
def test_every_thing_is_shown(
    kg: KnowledgeGraph, thing: Callable[[KnowledgeGraph], object], lang: Language
) -> None:
    """Well-formed, without anything that runs or fetches, its language said to the reader."""
    found = fragment(thing(kg), lang)
    assert {*found.tags} <= HARMLESS
    assert {name for _, name, _ in found.attributes} <= {
        *("class", "lang", "dir", "title", "open", "role", "aria-label"),
    }
    assert found.of("lang") == ["zh-CN" if lang == "zh" else "en"]
    assert found.words


@things
def test_a_notebook_asks_the_thing_itself(
    kg: KnowledgeGraph,
    thing: Callable[[KnowledgeGraph], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without an extension: in the language of FINKG_LANG, as the commands decide."""
    one = thing(kg)
    for lang in ("zh", "en"):
        monkeypatch.setenv("FINKG_LANG", lang)
        assert one._repr_html_() == html(one, lang)  # type: ignore[attr-defined]


@pytest.mark.parametrize("cell", HOSTILE.values(), ids=list(HOSTILE))
def test_a_cell_is_text_whatever_it_holds(cell: str) -> None:
    """What the graph says is never markup, in cells, headings and tips."""
    answer = replace(texts(cell), title=Text(cell, cell), given={cell: cell})
    found = fragment(answer)
    assert {*found.tags} <= HARMLESS
    assert found.texts["td"] == [
        cell.translate({0: "�", 1: "�", 11: "�", 31: "�"} | {0xFFFE: "�", 0xFFFF: "�"})
    ]


def test_what_a_question_was_given_is_shown(kg: KnowledgeGraph, own_cache: None) -> None:
    """As its label where plain words led to an entity."""
    asked = kg.ask("哪些产品受到蚂蚁集团整改的影响")
    assert asked.given["cause"] == f"{ID}ant-rectification"
    assert "cause=Regulatory rectification of Ant Group" in fragment(asked).texts["small"]


def test_a_long_answer_is_cut_and_says_so() -> None:
    """The first rows, and how many there are; a short one says nothing."""
    rows = [(Literal(str(n)),) for n in range(512)]
    found = fragment(answer_with(*rows))
    assert found.texts["td"] == [str(n) for n in range(SHOWN)]
    assert "Showing 20 of 512." in found.words
    assert "显示前 20 项，共 512 项。" in fragment(answer_with(*rows), "zh").words
    assert not any("Showing" in words for words in fragment(answer_with(*rows[:SHOWN])).words)


def test_marks_of_doubt_stand_beside_their_rows(kg: KnowledgeGraph) -> None:
    """Each row bears what `marks` says of it, explained for who can not see the sign."""
    answer = kg.timeline("yuebao")
    found = fragment(answer)
    expected = [mark for row in answer.rows[:SHOWN] for mark in answer.marks(row)]
    assert found.texts["span"] == [mark.value for mark in expected]
    assert found.of("aria-label") == [mark.meaning.en for mark in expected]
    assert {mark.name for mark in expected} >= {"SINGLE_SOURCE", "DISPUTED"}


def test_an_answer_without_rows_says_so(kg: KnowledgeGraph) -> None:
    """In its language."""
    nothing = kg.select("SELECT ?x { ?x fk:noSuchProperty ?y }")
    assert fragment(nothing).words == ["No rows."]
    assert fragment(nothing, "zh").words == ["没有结果。"]
    assert fragment(kg.search("zzzzzzzzzz"), "zh").words == ["没有找到。"]


def test_numbers_stand_under_each_other() -> None:
    """Columns of numbers are told to the style; other columns and empty ones are not."""
    answer = answer_with(
        (Literal("7", datatype=XSD_INTEGER), Literal("7"), None), names=("n", "text", "none")
    )
    cells = [("td", "class", "number"), ("td", "class", "short"), ("td", "class", "short")]
    found = fragment(answer).attributes
    assert [each for each in found if each[:2] == ("td", "class")] == cells


def test_a_proof_unfolds_down_to_its_quotes(kg: KnowledgeGraph) -> None:
    """One fold within another for each rule that was used; quotes with source, offsets and row."""
    proof = kg.why("huabei", "affectedBy", "ant-rectification")[0]
    assert proof.step
    found = fragment(proof)
    assert found.deepest == 2
    for leaf in proof.leaves():
        if leaf.quote:
            assert f"「{leaf.quote.text}」" in found.words
            place = f"— {leaf.title} [{leaf.quote.start}–{leaf.quote.end}]"
            assert place in found.words
        assert str(leaf.row) in found.texts["small"]
    assert found.of("open") == [""]


def test_of_many_proofs_the_smallest_are_shown(kg: KnowledgeGraph) -> None:
    """And how many there are."""
    proofs = kg.why("huabei", "affectedBy", "ant-rectification")
    assert len(proofs) > PROOFS
    found = fragment(proofs)
    assert sum(words.startswith("proof ") for words in found.texts["summary"]) == PROOFS
    assert f"Showing {PROOFS} of {len(proofs)}." in found.words


def test_a_card_tells_every_statement(kg: KnowledgeGraph) -> None:
    """Up to the limit, with what doubts them; both names, the id and the row."""
    card = kg.show("yuebao")
    found = fragment(card, "zh")
    assert found.words[:2] == ["余额宝", "Yu'e Bao"]
    assert {"yuebao", str(card.row), *found.texts["dd"]} == {*found.texts["dd"]}
    assert str(len(card.statements)) in found.texts["small"]
    assert f"显示前 {SHOWN} 项，共 {len(card.statements)} 项。" in found.words


def test_one_name_for_both_languages_is_told_once(kg: KnowledgeGraph) -> None:
    """A source has one title, in its own language."""
    card = kg.show("internet-finance-cases")
    assert card.label.zh == card.label.en
    assert fragment(card).words.count(card.label.zh) == 1


def test_a_dispute_shows_both_sides(kg: KnowledgeGraph) -> None:
    """The preferred one marked, and the reason."""
    (dispute,) = kg.disputes("yuebao")
    found = fragment(dispute)
    assert dispute.reason.en in found.words
    sides = found.texts["summary"][1:]
    assert [words[:2] for words in sides] == ["✓ ", "· "]


def test_a_claim_is_shown_by_its_ids() -> None:
    """A claim that is in no graph has no words for its terms."""
    day = Moment.parse("2013-06-13")
    claim = Claim(NamedNode(f"{ID}yuebao"), fk("launchedOn"), day.literal, as_of=day)
    assert claim._repr_html_() == html(claim)
    assert fragment(claim).texts["dd"][1:] == [
        *("yuebao", "launchedOn", "2013-06-13", "fact", "2013-06-13")
    ]


def test_what_belongs_to_no_graph_is_shown_as_text(kg: KnowledgeGraph) -> None:
    """A proof without a graph has no words for its terms: the notebook takes its repr."""
    proof = replace(kg.why("huabei", "affectedBy")[0], view=None)
    assert proof._repr_html_() is None
    assert Listed([proof])._repr_html_() is None
    assert Listed(["a"])._repr_html_() is None
    assert html("a") is None


def test_a_graph_says_as_of_when_and_without_what(kg: KnowledgeGraph, own_cache: None) -> None:
    """A derived graph is not taken for the whole one."""
    derived = kg.as_of("2019-12-31", possible=True).without("internet-finance-cases")
    words = fragment(derived).texts["dd"]
    assert words[:2] == ["2019-12-31", "what possibly held"]
    assert words[2] == kg.names.label(kg.source("internet-finance-cases"), "zh")


def test_an_answer_has_a_language_of_its_own(
    kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the same answer, whatever the environment speaks."""
    monkeypatch.setenv("FINKG_LANG", "zh")
    answer = kg.ask(AFFECTED)
    spoken = answer.in_language("en")
    assert spoken.rows == answer.rows
    assert isinstance(spoken, WritableAnswer)
    assert spoken._repr_html_() == html(answer, "en") != answer._repr_html_()


def test_a_day_and_an_entity_keep_their_ids(kg: KnowledgeGraph) -> None:
    """The tip of a cell is how programs call it, where that differs from the words."""
    entity = NamedNode(f"{ID}huabei")
    answer = replace(
        answer_with((entity, Literal("2013-06-13", datatype=XSD_DATE)), names=("e", "d")),
        view=kg.snapshot,
        names=kg.names,
    )
    assert fragment(answer, "zh").of("title") == ["huabei"]
