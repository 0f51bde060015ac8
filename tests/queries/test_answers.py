"""What the packaged graph answers, question by question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, QuerySolutions

from finkg.catalogue.answer import Answer
from finkg.catalogue.ask import analysed, answer_of
from finkg.catalogue.parameters import values
from finkg.catalogue.question import Question
from finkg.errors import UnknownName
from finkg.store.layers import Layer

from .examples import required

if TYPE_CHECKING:
    from rdflib import Dataset

    from finkg.graph import KnowledgeGraph


def _asked(kg: KnowledgeGraph, question: Question, **given: str) -> Answer:
    """The answer for the header's example: required parameters only."""
    return kg.ask(question.name, **required(question), **given)


def _lines(answer: Answer) -> tuple[str, ...]:
    return tuple(" | ".join(answer.identifier(cell) for cell in row) for row in answer.rows)


def test_answers_as_its_header_says(kg: KnowledgeGraph, question: Question) -> None:
    """The packaged graph answers each question row by row as the file itself records."""
    assert _lines(_asked(kg, question)) == question.answer


def _run(kg: KnowledgeGraph, question: Question, query: str, every: bool = False) -> Answer:
    """A query as any client sends it: no prefix, no parameter and no header is known to it. Of an
    analysis it gives the edges, which the method is handed with the examples of what is required,
    or of every parameter."""
    layers: list[BlankNode | NamedNode] = [x.iri for x in (Layer.CLAIMS, *question.layers)]
    result = kg.snapshot.store.query(query, named_graphs=layers)
    assert isinstance(result, QuerySolutions)
    if not question.analysis:
        return answer_of(result, kg.snapshot, kg.names)
    named = {p.name: p.written_example for p in question.parameters.values() if every or p.required}
    chosen = values(question, named, kg.names)
    answer, rows = analysed(result, kg.snapshot, kg.names, question, chosen)
    return replace(answer, rows=tuple(rows))


def test_each_file_runs_as_it_stands(kg: KnowledgeGraph, question: Question) -> None:
    """A client that knows nothing of finkg gets the same answer from the file itself."""
    assert _lines(_run(kg, question, question.query)) == question.answer


def test_examples_find_something(kg: KnowledgeGraph, question: Question) -> None:
    """The examples of all parameters, taken together, have an answer."""
    examples = {p.name: p.example for p in question.parameters.values()}
    found = _lines(_run(kg, question, question.with_values(examples), every=True))
    assert found
    assert set(found) <= set(question.answer)


@pytest.fixture(scope="module")
def oxigraph(kg: KnowledgeGraph) -> Dataset:
    return kg.to_rdflib()


@pytest.fixture(scope="module")
def plain_rdflib(kg: KnowledgeGraph) -> Dataset:
    """The same quads in rdflib's own memory store, which has an engine of its own."""
    from rdflib import Dataset, URIRef

    store, dataset = kg.snapshot.store, Dataset()
    for name in (DefaultGraph(), *store.named_graphs()):
        graph = dataset.default_graph if isinstance(name, DefaultGraph) else None
        graph = dataset.graph(URIRef(str(name)[1:-1])) if graph is None else graph
        found = store.quads_for_pattern(None, None, None, name)
        graph.parse(data="".join(f"{quad.triple} .\n" for quad in found), format="nt")
    return dataset


def _rows(rows: Iterable[object]) -> list[tuple[str, ...]]:
    return [tuple("" if cell is None else str(cell) for cell in row) for row in rows]  # type: ignore[attr-defined]


# rdflib's own engine reads a property that rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")
def test_engines_agree(oxigraph: Dataset, plain_rdflib: Dataset, question: Question) -> None:
    """Two SPARQL engines give the same rows in the same order."""
    assert _rows(oxigraph.query(question.query)) == _rows(plain_rdflib.query(question.query))


def test_regulation_affected_huabei_and_jiebei(article: KnowledgeGraph) -> None:
    """By the article alone, the rectification of Ant Group affected its two credit products, and
    nothing else is known to be affected."""
    answer = article.ask("products-affected-by-regulation")
    assert _lines(answer) == ("huabei | ant-rectification", "jiebei | ant-rectification")
    assert [answer.text(row[0], "zh") for row in answer.rows] == ["花呗", "借呗"]


def test_the_exit_changed_lufax_p2p(kg: KnowledgeGraph) -> None:
    """Lufax P2P lending was changed by its own company's exit, after the crisis of the sector."""
    lines = _lines(kg.ask("products-changed-by-events"))
    assert "lufax-p2p | lufax-p2p-exit | p2p-crisis" in lines


@pytest.mark.parametrize("name", ["花呗", "Huabei", "蚂蚁花呗", "huabei"])
def test_a_parameter_narrows(article: KnowledgeGraph, name: str) -> None:
    """An optional parameter keeps the rows about that entity, however it is called."""
    answer = article.ask("products-affected-by-regulation", product=name)
    assert _lines(answer) == ("huabei | ant-rectification",)


def test_doubtful_figures_are_marked(kg: KnowledgeGraph) -> None:
    """A figure as of a corrupt year is shown, and marked as doubtful."""
    lines = _lines(kg.ask("metrics", feature="weilidai", metric="npl-ratio"))
    assert [line.split(" | ")[:7] for line in lines] == [
        ["weilidai", "npl-ratio", "About", "1.5", "unit-percent", "2025", "Doubtful"]
    ]


def test_a_group_answers_for_its_members(kg: KnowledgeGraph) -> None:
    """Products of Lufax are found under Ping An, with Lufax named as the provider."""
    lines = _lines(kg.ask("products-of-company", company="中国平安"))
    assert "pingan-zhitou | lufax" in lines


def test_evidence_can_be_asked_by_property(kg: KnowledgeGraph) -> None:
    """A property's local name narrows the evidence, with our prefix or without; what is no name of
    a property is told, and never becomes part of the query."""
    found = kg.ask("evidence-of-statement", subject="alipay-co", property="foundedOn")
    assert "蚂蚁集团的前身是2004年成立的支付宝" in [found.text(row[3], "zh") for row in found.rows]
    assert {found.identifier(row[0]) for row in found.rows} == {"foundedOn"}
    prefixed = kg.ask("evidence-of-statement", subject="alipay-co", property="fk:foundedOn")
    assert prefixed.rows == found.rows
    for hostile in ('foundedOn" } INSERT', "founded\nOn", "\\u0022", "foundedOn> } #"):
        with pytest.raises(UnknownName):
            kg.ask("evidence-of-statement", subject="alipay-co", property=hostile)
