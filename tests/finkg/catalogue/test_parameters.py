"""What people write stays a value: it never becomes part of the query."""

from __future__ import annotations

import string
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from finkg.catalogue.ask import ask
from finkg.catalogue.parameters import bind
from finkg.catalogue.question import Question
from finkg.errors import (
    MissingParameter,
    NameProblem,
    UnknownName,
    UnknownParameter,
    WrongParameter,
)
from finkg.store.names import Names
from finkg.store.sparql import words
from finkg.store.view import GraphView
from finkg.vocabulary import TYPE, XSD_DECIMAL

if TYPE_CHECKING:
    from .conftest import AskFor

HOSTILE = (
    "huabei } INSERT",
    'huabei" } SELECT * { ?s ?p "',
    "huabei\n} LIMIT 0",
    "\\u0022 } SERVICE <http://example.org/> {",
    "\\\\u0022",
    "'''\"\"\"",
    "# parameter: value",
    "\\1\\g<name>",
    "> } DROP ALL #",
    "} UNION { ?s ?p ?o",
    "\u202e} } \u2066 huabei",
    "\u2028} LIMIT 0",
)
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    st.text(string.punctuation + "u0022 \n\t", min_size=1),
)


def _echo(write: AskFor, kind: str, example: str, *, required: bool = True) -> Question:
    """A question that answers with its parameter."""
    return write(
        f"SELECT ?value WHERE {{\n  VALUES ?value {{ {example} }} # parameter: value\n}}",
        "[parameters.value]",
        f'type = "{kind}"',
        f"required = {str(required).lower()}",
    )


@pytest.fixture(scope="module")
def echoed(write: AskFor) -> Question:
    return _echo(write, "text", '"example"')


@given(text=TEXTS)
def test_text_comes_back_as_it_was(
    echoed: Question, view: GraphView, names: Names, text: str
) -> None:
    """Any text is one literal of that text, whatever quotes, braces or escapes it holds."""
    answer = ask(echoed, {"value": text}, view, names)
    assert [row[0] and row[0].value for row in answer.rows] == [text]


@given(text=TEXTS)
def test_no_text_changes_the_shape_of_a_query(echoed: Question, names: Names, text: str) -> None:
    """Token by token it is the query of any other text, however the text is spelled."""
    asked, other = (bind(echoed, {"value": value}, names) for value in (text, "example"))
    assert [word.kind for word in words(asked)] == [word.kind for word in words(other)]


@given(text=TEXTS)
def test_no_text_is_an_entity_by_force(view: GraphView, names: Names, text: str) -> None:
    """A text is the name of an entity or it is unknown; it is never anything else."""
    try:
        found = names.find(text)
    except NameProblem:
        return
    assert view.objects(found, TYPE)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_name_is_unknown(write: AskFor, names: Names, hostile: str) -> None:
    """A name that tries to leave its place is a name that nobody has."""
    question = _echo(write, "entity", "id:huabei")
    with pytest.raises(UnknownName):
        bind(question, {"value": hostile}, names)


@pytest.mark.parametrize("name", ["huabei", "花呗", "Huabei", "HUABEI", "蚂蚁花呗"])
def test_entity_by_any_of_its_names(write: AskFor, names: Names, name: str) -> None:
    """Id, label and alias in either language mean the same entity."""
    bound = bind(_echo(write, "entity", "id:jiebei"), {"value": name}, names)
    assert "{ <https://w3id.org/finkg/id/huabei> }" in bound


def test_date_is_a_day(write: AskFor, names: Names) -> None:
    """A day of the calendar becomes an xsd:date."""
    bound = bind(_echo(write, "date", '"2020-01-01"'), {"value": "2020-02-29"}, names)
    assert '"2020-02-29"^^<http://www.w3.org/2001/XMLSchema#date>' in bound


@pytest.mark.parametrize("wrong", ["2021-02-29", "2020", "昨天", "2020-01-01T00:00:00", "2020-1-1"])
def test_what_is_no_day_is_refused(write: AskFor, names: Names, wrong: str) -> None:
    """A day that the calendar lacks, a bare year or a word is not a date."""
    with pytest.raises(WrongParameter, match="a date such as 2020-12-31"):
        bind(_echo(write, "date", '"2020-01-01"'), {"value": wrong}, names)


@given(number=st.decimals(-(10**15), 10**15, places=3))
def test_number_keeps_its_value(
    write: AskFor, view: GraphView, names: Names, number: Decimal
) -> None:
    """A number becomes an xsd:decimal of the same value, however it was spelled."""
    question = _echo(write, "number", "1")
    for spelled in (str(number), f"{number:E}"):
        (cell,) = ask(question, {"value": spelled}, view, names).rows[0]
        assert isinstance(cell, Literal)
        assert (Decimal(cell.value), cell.datatype) == (number, XSD_DECIMAL)


@pytest.mark.parametrize("wrong", ["NaN", "-Infinity", "一万", "1,000", "1.5%", "0x10", "1 } #"])
def test_what_is_no_number_is_refused(write: AskFor, names: Names, wrong: str) -> None:
    """Infinities, separators, units and words are not numbers."""
    with pytest.raises(WrongParameter, match="a number such as"):
        bind(_echo(write, "number", "1"), {"value": wrong}, names)


def test_required_parameter_is_asked_for(write: AskFor, names: Names) -> None:
    """Without it the question is not asked; the error gives the example."""
    question = _echo(write, "entity", "id:huabei")
    for given_ in ({}, {"value": ""}):
        with pytest.raises(MissingParameter) as caught:
            bind(question, given_, names)
        assert caught.value.advice("en") == "For example: --value huabei."


@pytest.mark.parametrize(
    ("kind", "example", "written"),
    [
        ("date", '"2020-12-31"^^<http://www.w3.org/2001/XMLSchema#date>', "2020-12-31"),
        ("text", '"say ""', 'say "'),
        ("number", "1.5", "1.5"),
        ("entity", "id:huabei", "huabei"),
    ],
)
def test_the_example_is_one_that_can_be_typed(
    write: AskFor, names: Names, kind: str, example: str, written: str
) -> None:
    """Without the spelling of SPARQL."""
    with pytest.raises(MissingParameter) as caught:
        bind(_echo(write, kind, example), {}, names)
    assert caught.value.example == written


def test_unknown_parameter_is_named(write: AskFor, names: Names) -> None:
    """A misspelt parameter is an error that lists those there are, not a silent nothing."""
    with pytest.raises(UnknownParameter) as caught:
        bind(_echo(write, "text", '"x"'), {"valeu": "y"}, names)
    assert caught.value.known == ("value",)


def test_option_not_given_restricts_nothing(write: AskFor, view: GraphView, names: Names) -> None:
    """An optional parameter that is not given, or given empty, leaves the question whole."""
    question = write(
        "SELECT ?p WHERE {\n"
        "  VALUES ?p { id:huabei } # parameter: value\n"
        "  ?p a fk:FinancialProduct .\n} ORDER BY ?p",
        "[parameters.value]",
        'type = "entity"',
    )
    rows = [len(ask(question, given_, view, names)) for given_ in ({}, {"value": ""})]
    assert rows == [2, 2]
    assert len(ask(question, {"value": "借呗"}, view, names)) == 1
