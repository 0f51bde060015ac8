"""What a text names goes to the parameter that it is the value of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from finkg.environment import cache_folder
from finkg.errors import AmbiguousName
from finkg.understanding.understanding import Understanding
from finkg.vocabulary import ID

from .asking import asked, given_to

if TYPE_CHECKING:
    from collections.abc import Mapping

    from finkg.catalogue.question import Question
    from finkg.graph import KnowledgeGraph

pytestmark = pytest.mark.usefixtures("own_cache")


def test_a_tie_is_never_guessed(kg: KnowledgeGraph) -> None:
    """Two sources have one title; who gives the id has answered."""
    words = "which conclusions fall without Cybersecurity Law of the People's Republic of China?"
    with pytest.raises(AmbiguousName) as caught:
        kg.understand(words)
    assert {*caught.value.candidates} == {
        "wikipedia-cybersecurity-law",
        "wikipedia-mirror-cybersecurity-law",
    }
    chosen = "wikipedia-cybersecurity-law"
    assert asked(kg, words, source=chosen)[1] == {"source": chosen}


@pytest.mark.parametrize(
    "words", ["Ping An and Lufax: who founded which?", "平安、陆金所：谁创办了谁？"]
)
@pytest.mark.parametrize("founder", ["ping-an", "lufax"])
def test_the_graph_tells_which_is_which(kg: KnowledgeGraph, words: str, founder: str) -> None:
    """Where the words leave open who founded whom, that way is asked which has an answer."""

    def answers(question: Question, given: Mapping[str, str]) -> bool:
        return given["founder"] == ID + founder

    learnt = cache_folder() / "understanding"
    understanding = Understanding(kg.questions, kg.names, kg.day, answers, learnt)
    assert given_to(understanding.understood(words))["founder"] == founder


def test_words_decide_before_the_graph(kg: KnowledgeGraph) -> None:
    """Who asks whether Lufax founded Ping An is not told that it was the other way round."""
    found = {"founder": "lufax", "company": "ping-an"}
    assert asked(kg, "Did Lufax found Ping An?") == ("founded-by", found)
    assert kg.ask("Did Lufax found Ping An?").rows == ()


def test_names_that_were_not_used_are_told(kg: KnowledgeGraph) -> None:
    """The question takes one company."""
    understood = kg.understand("products of Ant Group and Tencent")
    assert len(understood.unused) == 1


@pytest.mark.parametrize(
    ("words", "name", "subject", "named"),
    [
        ("谁说余额宝是2013年上线的？", "who-says-what", "yuebao", "launchedOn"),
        ("Who claims which launch date of Yu'e Bao?", "who-says-what", "yuebao", "launchedOn"),
        ("凭什么说花呗受到了监管影响？", "evidence-of-statement", "huabei", "affectedBy"),
        ("花呗 affectedBy 的证据", "evidence-of-statement", "huabei", "affectedBy"),
        ("Show me the evidence behind what you state about Weiyedai", "evidence-of-statement",
         "weiyedai", ""),
        ("evidence for the founding of Lufax", "evidence-of-statement", "lufax", ""),
    ],
)  # fmt: skip
def test_a_property_is_named_by_its_words(
    kg: KnowledgeGraph, words: str, name: str, subject: str, named: str
) -> None:
    """If it is the only one that the graph states of the subject: who founded Lufax and when are
    two."""
    given = {"subject": subject} | ({"property": named} if named else {})
    assert asked(kg, words) == (name, given)


@pytest.mark.parametrize("words", ["蚂蚁集团被罚了多少钱？", "How much was Ant Group fined?"])
def test_who_is_fined_is_no_regulator(kg: KnowledgeGraph, words: str) -> None:
    """A company may fill the place of the regulator, as an exchange does that fines; of one that
    never did it is told that it was not asked about."""
    understood = kg.understand(words)
    assert (understood.question.name, understood.given) == ("fines", {})
    assert len(understood.unused) == 1
    assert asked(kg, "中国人民银行罚了谁？") == ("fines", {"regulator": "pboc"})
