"""A question file whose rows an analysis makes: what its header and its query have to say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from finkg.catalogue.analyses import ANALYSES, EDGE
from finkg.catalogue.ask import ask
from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.errors import DefinitionProblem

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

_TITLE = '#+ title = { zh = "怎么相连？", en = "How are they connected?" }\n'
_OFFERS = """
SELECT ?from ?relation ?to WHERE {
  VALUES ?relation { fk:offers }
  ?from ?relation ?to
}
"""
Written = Callable[..., Question]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes a question file of an analysis."""

    def write(analysis: str, body: str = _OFFERS) -> Question:
        path = tmp_path / "own-analysis.rq"
        path.write_text(
            f'{_TITLE}#+ description = {{ zh = "。", en = "." }}\n{analysis}{body}', "utf-8"
        )
        return Question(path)

    return write


def test_people_can_choose_the_edges(kg: KnowledgeGraph, written: Written) -> None:
    """The method works on what their query selects; columns without headings go by their names."""
    question = written('#+ analysis = "communities"\n')
    answer = ask(question, {}, kg.snapshot, kg.names)
    assert [column.name for column in answer.columns] == [*ANALYSES["communities"].columns]
    grounds = {str(p) for row in answer.rows for _, p, _ in answer.grounds[row]}
    assert grounds == {"<https://w3id.org/finkg/ns#offers>"}


@pytest.mark.parametrize("name", [*ANALYSES])
def test_without_edges_there_are_no_rows(kg: KnowledgeGraph, written: Written, name: str) -> None:
    """Nothing makes nothing, by every method and whatever it would need to be given."""
    question = written(f'#+ analysis = "{name}"\n', _OFFERS.replace("fk:offers", "fk:repealed"))
    assert ask(question, {}, kg.snapshot, kg.names).rows == ()


def test_an_unknown_analysis_is_told(written: Written) -> None:
    """With those that there are."""
    with pytest.raises(DefinitionProblem, match="communities"):
        _ = written('#+ analysis = "astrology"\n').analysis


def test_a_query_without_edges_is_no_analysis(kg: KnowledgeGraph, written: Written) -> None:
    """It has to select ?from, ?relation and ?to."""
    question = written('#+ analysis = "communities"\n', "SELECT ?from ?to { ?from fk:offers ?to }")
    with pytest.raises(DefinitionProblem) as raised:
        ask(question, {}, kg.snapshot, kg.names)
    assert "?relation" in raised.value.message("zh")


def test_what_is_no_edge_between_things_is_left_out(kg: KnowledgeGraph, written: Written) -> None:
    """A day is nothing that connects."""
    body = _OFFERS.replace("fk:offers", "fk:offers fk:launchedOn")
    edges = ask(written('#+ analysis = "communities"\n', body), {}, kg.snapshot, kg.names)
    alone = ask(written('#+ analysis = "communities"\n'), {}, kg.snapshot, kg.names)
    assert edges.rows == alone.rows


def test_each_analysis_has_a_question() -> None:
    """Whose query selects the edges first."""
    asked = [question for question in Catalogue() if question.analysis]
    assert {question.analysis.module for question in asked if question.analysis} == {
        analysis.module for analysis in ANALYSES.values()
    }
    assert all(f"SELECT DISTINCT ?{' ?'.join(EDGE)}" in question.query for question in asked)
