"""A question file: a header that is read with its types, and a body that stays SPARQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store

from finkg.catalogue.question import Column
from finkg.errors import DefinitionProblem, Text, UnknownLayer
from finkg.store.layers import Layer

if TYPE_CHECKING:
    from .conftest import AskFor

BODY = """
SELECT ?product ?cause WHERE {
  VALUES ?product { <https://w3id.org/finkg/id/huabei> } # parameter: product
  ?product <https://w3id.org/finkg/ns#affectedBy> ?cause .
}
"""
PARAMETER = ("[parameters.product]", 'type = "entity"', 'label = { zh = "产品", en = "product" }')


def test_reads_its_header(write: AskFor) -> None:
    """Title, layers, evidence, answer, columns and phrasings come from the header."""
    question = write(
        "SELECT ?p {}",
        'layers = ["doubtful"]',
        'evidence = ["?p fk:affectedBy ?cause"]',
        'answer = ["huabei | rectification"]',
        'phrasings = { zh = ["谁？"], en = ["Who?"] }',
        "[columns]",
        'p = { zh = "产品", en = "Product" }',
    )
    assert (question.name, question.theme) == ("some-question", "theme")
    assert question.title == Text("哪些产品受影响？", "Which products were affected?")
    assert question.description.en == "Products that were affected."
    assert question.layers == (Layer.DOUBTFUL,)
    assert question.evidence == (("?p", "fk:affectedBy", "?cause"),)
    assert question.answer == ("huabei | rectification",)
    assert question.phrasings == {"zh": ["谁？"], "en": ["Who?"]}
    assert question.columns == (Column("p", Text("产品", "Product")),)


def test_parameter_line_is_read(write: AskFor) -> None:
    """A parameter has its type and label from the header, variable and example from the body."""
    parameter = write(BODY, *PARAMETER).parameters["product"]
    assert (parameter.type, parameter.variable, parameter.required) == ("entity", "product", False)
    assert parameter.label.zh == "产品"
    assert parameter.example == "<https://w3id.org/finkg/id/huabei>"


def test_value_takes_the_place_of_the_example(write: AskFor) -> None:
    """The example goes and the value stands in its place; the rest is untouched."""
    question = write(BODY, *PARAMETER)
    bound = question.with_values({"product": "<https://example.org/x>"})
    assert "VALUES ?product { <https://example.org/x> }" in bound
    assert "huabei" not in bound
    assert bound.count("\n") == question.query.count("\n")


def test_option_not_given_leaves_no_line(write: AskFor) -> None:
    """Without a value the line is gone, and what remains is still a query."""
    bound = write(BODY, *PARAMETER).with_values({})
    assert "VALUES" not in bound
    assert Store().query(bound)


def test_option_may_be_commented_out(write: AskFor) -> None:
    """Commented out, an option is still known, and a value puts it into the query."""
    question = write(BODY.replace("VALUES", "# VALUES"), *PARAMETER)
    assert question.parameters["product"].example == "<https://w3id.org/finkg/id/huabei>"
    assert "\n  VALUES ?product { <x:y> }\n" in question.with_values({"product": "<x:y>"})


def test_backslashes_in_a_value_stay(write: AskFor) -> None:
    """A value is put in as it is: nothing in it is read as a reference to a group."""
    bound = write(BODY, *PARAMETER).with_values({"product": r'"\\1 \\g<name>"'})
    assert r'VALUES ?product { "\\1 \\g<name>" }' in bound


@pytest.mark.parametrize("title", ['{ zh = "", en = "x" }', '{ zh = "甲" }', '"甲"', "1"])
def test_title_needs_both_languages(write: AskFor, title: str) -> None:
    """A title in one language only is refused: the two are equals."""
    question = write("SELECT * {}", header=f"#+ title = {title}\n")
    with pytest.raises(DefinitionProblem, match="title"):
        assert question.title


def test_header_has_to_be_toml(write: AskFor) -> None:
    """A header that is not TOML is named with its file."""
    question = write("SELECT * {}", header="#+ title = {\n")
    with pytest.raises(DefinitionProblem, match=r"some-question\.rq: the header is not TOML"):
        assert question.title


def test_header_and_body_agree_on_parameters(write: AskFor) -> None:
    """A parameter that only header or only body knows is an error."""
    for question in (write(BODY), write("SELECT * {}", *PARAMETER)):
        with pytest.raises(DefinitionProblem, match="disagree"):
            assert question.parameters


def test_parameter_has_a_known_type(write: AskFor) -> None:
    """A type outside the list is refused."""
    with pytest.raises(DefinitionProblem, match="product"):
        assert write(BODY, "[parameters.product]", 'type = "colour"').parameters


def test_evidence_has_three_parts(write: AskFor) -> None:
    """A pattern that is no triple is refused."""
    with pytest.raises(DefinitionProblem, match="evidence"):
        assert write("SELECT * {}", 'evidence = ["?p fk:affectedBy"]').evidence


def test_layer_has_to_exist(write: AskFor) -> None:
    """A question can not open a layer that no graph has."""
    with pytest.raises(UnknownLayer, match="rows"):
        assert write("SELECT * {}", 'layers = ["rows"]').layers
