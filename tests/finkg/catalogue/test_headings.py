"""The heading of an answer without rows is that of one with rows."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import NamedNode

from finkg.catalogue.headings import entity_columns
from finkg.catalogue.question import Parameter
from finkg.graph import KnowledgeGraph

QUERY = "SELECT ?x ?name { ?x rdfs:label ?name }"


def example(parameter: Parameter) -> str:
    """The value that the question's file has for it, as a person would give it."""
    return parameter.example.partition("^^")[0].removeprefix("id:").strip('"')


def test_a_question_tells_which_columns_have_entities(kg: KnowledgeGraph) -> None:
    """Of every packaged question, as its rows show it."""
    wrong = []
    for question in kg.questions:
        needed = [p for p in question.parameters.values() if p.required]
        answer = kg.ask(question.name, **{p.name: example(p) for p in needed})
        assert answer.rows, question.name
        seen = [any(isinstance(c, NamedNode) for c in cells) for cells in zip(*answer.rows)]  # noqa: B905
        if entity_columns(replace(answer, rows=())) != seen:
            wrong.append(question.name)
    assert wrong == []


def test_patterns_alone_tell_it_too(kg: KnowledgeGraph) -> None:
    """Where no answer is recorded: subjects, properties, values of object properties."""
    answer = replace(kg.ask("dated-facts"), rows=(), recorded=())
    told = dict(zip((c.name for c in answer.columns), entity_columns(answer), strict=True))
    assert told == {"subject": True, "property": True, "date": False, "standing": False}


def test_a_query_tells_nothing(kg: KnowledgeGraph) -> None:
    """Only a question says what belongs in its columns."""
    assert entity_columns(replace(kg.select(QUERY), rows=())) == [False, False]
