"""An answer: cells as people and as programs read them, and the evidence of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from finkg.catalogue.answer import Answer, columns_of
from finkg.catalogue.ask import ask
from finkg.catalogue.question import Column
from finkg.errors import Text
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import local_name

if TYPE_CHECKING:
    from .conftest import AskFor


@pytest.fixture
def answer(write: AskFor, view: GraphView, names: Names) -> Answer:
    question = write(
        "SELECT ?product ?cause ?launched WHERE {\n"
        "  ?product fk:affectedBy ?cause OPTIONAL { ?product fk:launchedOn ?launched }\n}",
        'evidence = ["?product fk:affectedBy ?cause", "?product fk:launchedOn ?launched"]',
        "[columns]",
        'product = { zh = "产品", en = "Product" }',
        'cause = { zh = "原因", en = "Cause" }',
    )
    return ask(question, {}, view, names)


def test_cells_as_people_read_them(answer: Answer) -> None:
    """Entities are shown by label in the language asked for, what is missing as nothing."""
    assert list(answer.table("zh")) == [["产品", "原因", "launched"], ["花呗", "整改", ""]]
    assert list(answer.table("en"))[1] == ["Huabei", "Rectification", ""]


def test_cells_as_programs_read_them(answer: Answer) -> None:
    """Entities are shown by id, what is missing as nothing."""
    assert [answer.identifier(cell) for cell in answer.rows[0]] == ["huabei", "rectification", ""]


def test_row_leads_to_its_quote(answer: Answer) -> None:
    """A concluded row is proved by a rule whose premise ends in a quote with its place."""
    (proof,) = answer.evidence(answer.rows[0])
    assert proof.step
    assert local_name(proof.step.rule) == "named"
    (leaf,) = proof.leaves()
    assert leaf.quote
    assert (leaf.quote.text, leaf.quote.start, leaf.quote.end) == ("整改花呗", 3, 7)


def test_unbound_cell_proves_nothing(answer: Answer) -> None:
    """A pattern over an empty cell has no claims: it does not stand for any value at all."""
    properties = {local_name(proof.predicate) for proof in answer.evidence(answer.rows[0])}
    assert properties == {"affectedBy"}


def test_row_without_claims_has_no_evidence(write: AskFor, view: GraphView, names: Names) -> None:
    """The catalogue's own triples are decisions of the editors, not claims."""
    question = write("SELECT ?p WHERE { ?p a fk:Metric }", 'evidence = ["?p rdf:type fk:Metric"]')
    answer = ask(question, {}, view, names)
    assert [answer.evidence(row) for row in answer.rows] == [[]]


def test_heading_of_a_variable_without_words() -> None:
    """Columns follow the query; a variable that nobody described is called by its name."""
    described = (Column("b", Text("乙", "B")),)
    assert columns_of(described, ["a", "b"]) == (Column("a", Text("a", "a")), described[0])
