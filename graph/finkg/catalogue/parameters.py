"""From what people write to what the engine reads: text is never pasted into a query."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from finkg.catalogue.question import Parameter, Question
from finkg.errors import (
    MissingParameter,
    Text,
    UnknownName,
    UnknownParameter,
    WrongParameter,
)
from finkg.store.names import Names
from finkg.vocabulary import XSD_DATE, XSD_DECIMAL, fk

_A_DATE = Text("日期，如 2020-12-31", "a date such as 2020-12-31")
#: Beyond it a number written out would be longer than any that somebody means.
_LARGEST_EXPONENT = 60
_A_NUMBER = Text("数字，如 1.5", "a number such as 1.5")


def bind(question: Question, given: Mapping[str, str], names: Names) -> str:
    """The query with its parameters in place.

    Raises UnknownParameter, MissingParameter, WrongParameter, UnknownName, AmbiguousName.
    """
    return in_place(question, values(question, given, names))


def in_place(question: Question, chosen: Mapping[str, NamedNode | Literal]) -> str:
    """The query with these values, in the engine's own spelling: whatever a text holds, it is an
    IRI or a literal."""
    return question.with_values({name: str(value) for name, value in chosen.items()})


def values(
    question: Question, given: Mapping[str, str], names: Names
) -> dict[str, NamedNode | Literal]:
    """What people wrote for parameters, as terms; raises as `bind`."""
    known = question.parameters
    for name in given:
        if name not in known:
            raise UnknownParameter(question.name, name, tuple(known))
    for parameter in known.values():
        if parameter.required and not given.get(parameter.name):
            raise MissingParameter(question.name, parameter.name, parameter.written_example)
    return {name: _value(known[name], text, names) for name, text in given.items() if text}


def _value(parameter: Parameter, text: str, names: Names) -> NamedNode | Literal:
    if parameter.type == "entity":
        return _entity(parameter, text, names)
    if parameter.type == "date":
        return _day(parameter, text)
    if parameter.type == "number":
        return _number(parameter, text)
    if parameter.type == "property":
        return names.property(text)
    return Literal(text)


def _entity(parameter: Parameter, text: str, names: Names) -> NamedNode:
    """Who asks about a company means the company of that name, not the product."""
    if parameter.classes:
        try:
            return names.find(text, classes=frozenset(map(fk, parameter.classes)))
        except UnknownName:
            pass
    return names.find(text)


def _day(parameter: Parameter, text: str) -> Literal:
    from datetime import date

    try:
        return Literal(date.fromisoformat(text).isoformat(), datatype=XSD_DATE)
    except ValueError:
        raise WrongParameter(parameter.name, _A_DATE, text) from None


def _number(parameter: Parameter, text: str) -> Literal:
    from decimal import Decimal, InvalidOperation

    try:
        number = Decimal(text)
    except InvalidOperation:
        raise WrongParameter(parameter.name, _A_NUMBER, text) from None
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        raise WrongParameter(parameter.name, _A_NUMBER, text)
    return Literal(format(number, "f"), datatype=XSD_DECIMAL)
