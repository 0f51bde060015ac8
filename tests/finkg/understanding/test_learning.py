"""What the packaged catalogue's examples teach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from finkg.resources import queries
from finkg.understanding.classifier import Label
from finkg.understanding.learning import Describer, Learnt, learnt
from finkg.understanding.lexicon import Lexicon
from finkg.understanding.linking import Linker
from finkg.understanding.reading import Reader, spelling, wording

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture(scope="module")
def reader(kg: KnowledgeGraph) -> Reader:
    classes = {c for q in kg.questions for p in q.parameters.values() for c in p.classes}
    return Reader(Lexicon(queries() / "words.toml"), Linker(kg.names, classes))


@pytest.fixture(scope="module")
def describer(kg: KnowledgeGraph) -> Describer:
    classes = {c for q in kg.questions for p in q.parameters.values() for c in p.classes}
    return Describer(Linker(kg.names, classes))


@pytest.fixture(scope="module")
def lessons(kg: KnowledgeGraph, reader: Reader, describer: Describer) -> Learnt:
    return learnt(kg.questions, reader, describer)


def test_every_question_is_learnt(kg: KnowledgeGraph, lessons: Learnt) -> None:
    """And that there is none, in what is said as in how."""
    names = {"", *kg.questions.names()}
    for model in (lessons.meaning, lessons.spelling):
        assert {label.question for label in model.labels} == names
    assert lessons.roles.keys() == lessons.spoken.keys() == names


def test_like_parameters_are_told_apart_by_the_words(lessons: Learnt) -> None:
    """Who founds and who is founded: the words of the whole text tell which is given. What takes
    one kind of thing each needs no such telling."""
    given = {label.given for label in lessons.spelling.labels if label.question == "founded-by"}
    assert given == {"", "company", "founder", "company founder"}
    assert Label("technologies-used") in lessons.spelling.labels
    assert {label.given for label in lessons.meaning.labels} == {""}


def test_questions_about_what_is_not_deny(lessons: Learnt) -> None:
    """Drafts have no force of law; that nobody founded a company is not asked."""
    assert "drafts" in lessons.denying
    assert "founded-by" not in lessons.denying


def test_a_wording_has_its_question(lessons: Learnt, reader: Reader) -> None:
    """With whatever value; a name that stands in an example is that name, too."""
    assert lessons.worded[wording(reader.parts("谁创办了百行征信？"))] == {"founded-by"}
    own = reader.parts("支付宝公司后来变成了什么？")
    assert lessons.worded[spelling(own)] == {"predecessors"}
    assert lessons.worded[wording(own)] > {"predecessors"}


def test_a_blank_is_of_each_of_its_classes_in_turn(
    kg: KnowledgeGraph, reader: Reader, describer: Describer
) -> None:
    """As a name is of one class, not a little of all."""
    question = kg.questions.question("founded-by")
    parts = reader.example("谁创办了{founder}")
    kinds = [{f for f in describer.said(parts, question, n) if f[0] == "@"} for n in range(3)]
    assert kinds == [{"@Organization"}, {"@Person"}, {"@Organization"}]
