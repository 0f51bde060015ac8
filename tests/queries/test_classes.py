"""What the questions say of the entities that they can be asked about."""

from __future__ import annotations

from collections.abc import Iterator

from finkg.catalogue.question import Parameter, Question
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import SUBCLASS_OF, TYPE, fk, local_name


def _entities(question: Question) -> list[Parameter]:
    return [p for p in question.parameters.values() if p.type == "entity"]


def _recorded(question: Question, parameter: Parameter) -> Iterator[str]:
    """The ids that the recorded answer has in the column of a parameter, and its example."""
    names = [column.name for column in question.columns]
    if parameter.variable in names:
        place = names.index(parameter.variable)
        rows = (row.split(" | ") for row in question.answer)
        yield from (row[place] for row in rows if row[place])
    yield parameter.written_example


def test_classes_are_of_the_ontology(kg: KnowledgeGraph, question: Question) -> None:
    """Each entity parameter names classes, and only such as there are."""
    for parameter in _entities(question):
        assert parameter.classes
        for name in parameter.classes:
            assert kg.snapshot.objects(fk(name), TYPE), name


def test_no_class_is_within_another(kg: KnowledgeGraph, question: Question) -> None:
    """A class that another one of the list contains would say nothing; Regulator alone stands
    before what contains it, as the likelier."""
    for parameter in _entities(question):
        for name in parameter.classes:
            above = {*kg.snapshot.objects(fk(name), SUBCLASS_OF)}
            assert name == "Regulator" or not above & {*map(fk, parameter.classes)}


def test_what_answers_is_of_the_classes(kg: KnowledgeGraph, question: Question) -> None:
    """Whatever stands in a parameter's own column can be given back as its value."""
    for parameter in _entities(question):
        for name in {*_recorded(question, parameter)}:
            entity = kg.entity(name)
            classes = {local_name(c) for c in kg.names.classes(entity)}
            assert classes & {*parameter.classes}, f"{name} as {parameter.name}"
