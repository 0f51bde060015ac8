"""Questions as people would ask them, and answers as programs read them."""

from __future__ import annotations

from finkg.catalogue.answer import Answer
from finkg.catalogue.question import Question


def required(question: Question) -> dict[str, str]:
    """The example of each parameter that has to be given."""
    parameters = question.parameters.values()
    return {p.name: _plain(p.example) for p in parameters if p.required}


def _plain(spelled: str) -> str:
    """`id:huabei` as huabei, `"2020-12-31"^^xsd:date` as 2020-12-31."""
    return spelled.removeprefix("id:").partition("^^")[0].strip('"')


def rows(answer: Answer, *columns: str) -> set[tuple[str, ...]]:
    """Some columns of an answer, as programs read them."""
    places = [[c.name for c in answer.columns].index(name) for name in columns]
    return {tuple(answer.identifier(row[place]) for place in places) for row in answer.rows}
