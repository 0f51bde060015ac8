"""Rankings show the statements that they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from finkg.vocabulary import local_name

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph
    from finkg.reasoning.proof import Proof

#: Of each ranking what is counted: a column, the property, and which end of the statement.
_COUNTED = [
    ("companies-by-exposure", "regulations", "exposedTo", "value"),
    ("products-by-regulation", "affecting", "affectedBy", "value"),
    ("products-by-regulation", "in_scope", "withinScopeOf", "value"),
]


def ends(proofs: list[Proof], name: str, end: str) -> set[object]:
    """The subjects, or the values, of what is proved of one property."""
    return {getattr(p, end) for p in proofs if local_name(p.predicate) == name}


@pytest.mark.parametrize(("ranking", "column", "name", "end"), _COUNTED)
def test_a_number_is_that_of_the_statements(
    kg: KnowledgeGraph, ranking: str, column: str, name: str, end: str
) -> None:
    """As many as the row says, each proved down to quotes or citations."""
    answer = kg.ask(ranking)
    place = [c.name for c in answer.columns].index(column)
    for row in answer.rows:
        proofs = answer.evidence(row)
        assert len(ends(proofs, name, end)) == int(answer.identifier(row[place]))
        assert all([*proof.leaves()] for proof in proofs)


def test_reach_counts_products_and_companies(kg: KnowledgeGraph) -> None:
    """What is affected or within scope, and no activity that is."""
    answer = kg.ask("regulations-by-reach")
    for row in answer.rows:
        affected, companies, reached, bound = (int(answer.identifier(cell)) for cell in row[1:])
        proofs = answer.evidence(row)
        assert len(ends(proofs, "affectedBy", "subject")) == affected + companies
        assert len(ends(proofs, "withinScopeOf", "subject")) == reached + bound


def test_a_narrower_technology_counts(kg: KnowledgeGraph) -> None:
    """Who uses it counts for the broader one; all users are shown, whichever they are."""
    answer = kg.ask("technologies-by-users")
    for row in answer.rows:
        users = ends(answer.evidence(row), "usesTechnology", "subject")
        assert len(users) == sum(int(answer.identifier(cell)) for cell in row[1:])


def test_a_count_bears_no_marks(kg: KnowledgeGraph) -> None:
    """It does not fall with one statement."""
    answer = kg.ask("companies-by-exposure")
    assert not answer.has_marks
    assert not any(answer.marks(row) for row in answer.rows)
