"""A workspace is asked in its own words, about its own names, with its own questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.errors import DefinitionProblem
from finkg.graph import KnowledgeGraph
from finkg.understanding.understood import NotUnderstood

from ..own import Own

pytestmark = pytest.mark.usefixtures("own_cache")

QUESTION = """\
#+ title = { zh = "谁与谁斗法？", en = "Who feuds with whom?" }
#+ description = { zh = "斗法的公司。", en = "Companies that feud." }
#+ [columns]
#+ product = { zh = "产品", en = "Product" }
#+ [parameters.company]
#+ type = "entity"
#+ classes = ["Organization"]
#+ required = true
#+ label = { zh = "公司", en = "company" }
SELECT ?product {
  VALUES ?company { id:acme } # parameter: company
  ?company fk:offers ?product
}
"""
PHRASINGS = """\
question,lang,text
feuds,en,With whom does {company} feud?
feuds,en,feuds of {company}
feuds,en,Who has a feud with {company}?
feuds,en,Who is in a vendetta with {company}?
feuds,zh,谁与{company}斗法
feuds,zh,{company}斗法的对手
feuds,zh,{company}跟谁斗法
"""
WORDS = '[feud]\nzh = ["斗法"]\nen = ["feud"]\n'


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Own:
    mine = Own(tmp_path_factory.mktemp("own") / "mine", {"acme": "Organization", "zeta": "Product"})
    mine.source("press", "high", published="2020-05-01")
    mine.says("press", "acme offers zeta")
    mine.write("queries/theme/feuds.rq", QUESTION)
    mine.write("queries/words.toml", WORDS)
    mine.write("queries/phrasings.csv", PHRASINGS)
    return mine


@pytest.fixture(scope="module")
def mine(own: Own) -> KnowledgeGraph:
    return own.build()


@pytest.mark.parametrize(
    "words",
    ["who is feuding with Acme?", "ACME和谁斗法？", "who is in a Vendetta or feud with Acme?"],
)
def test_its_own_question_is_asked_in_its_own_words(mine: KnowledgeGraph, words: str) -> None:
    """New words, in either language, of which its phrasings give examples; one that only an
    example knows is no unknown name."""
    understood = mine.understand(words)
    assert understood.question.name == "feuds"
    assert understood.command() == "finkg ask feuds --company acme"
    assert len(mine.ask(words)) == 1


@pytest.mark.parametrize("words", ["who does not feud with Acme?", "谁没有和Acme斗法"])
def test_a_denial_of_its_question_is_not_answered(mine: KnowledgeGraph, words: str) -> None:
    """Though none of its phrasings has taught what a denial is; the question is offered."""
    with pytest.raises(NotUnderstood) as caught:
        mine.understand(words)
    assert caught.value.nearest[0].question.name == "feuds"


def test_our_questions_know_its_names(mine: KnowledgeGraph) -> None:
    """Its entities are named as ours are."""
    assert mine.understand("products of Acme").command() == (
        "finkg ask products-of-company --company acme"
    )


def test_its_words_are_unknown_elsewhere(kg: KnowledgeGraph) -> None:
    """What one workspace teaches, another graph has not learnt."""
    assert "feuds" not in kg.questions.names()


def test_a_broken_file_is_named_when_it_is_needed(own: Own, tmp_path: Path) -> None:
    """With its file and line, in both languages; questions by name are answered all the same."""
    broken = own.lacking("press", tmp_path / "broken")
    broken.write("queries/phrasings.csv", PHRASINGS + "fueds,en,Who feuds?\n")
    graph = broken.build()
    with pytest.raises(DefinitionProblem) as caught:
        graph.ask("who is feuding with Acme?")
    for lang in ("zh", "en"):
        assert caught.value.message(lang).startswith("queries/phrasings.csv:9:1")
        assert "feuds" in caught.value.advice(lang)
    assert graph.ask("products-of-company", company="acme").rows == ()
