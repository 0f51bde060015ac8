"""The packaged graph's tables are sound and say all that the article says."""

from __future__ import annotations

import pytest

from finkg.resources import packaged_workspace
from finkg.schema import Schema
from finkg.vocabulary import ID
from finkg.workspace.coverage import spans_of, uncovered
from finkg.workspace.model import Workspace
from finkg.workspace.read import read_workspace

ARTICLE = "internet-finance-cases"


@pytest.fixture(scope="module")
def packaged() -> Workspace:
    return read_workspace(packaged_workspace(), Schema())


def test_no_table_has_a_problem(packaged: Workspace) -> None:
    """Neither a violation nor a warning."""
    assert [f"{p.where}: {p}" for p in packaged.problems] == []


def test_every_clause_of_the_article_is_accounted_for(packaged: Workspace) -> None:
    """A row quotes it, or it is left out with a reason."""
    source = packaged.sources[ARTICLE].id
    text = packaged.texts[source].text
    left = uncovered(text, spans_of(packaged, source))
    assert [text[span.start : span.end] for span in left] == []


def test_every_entity_is_named_in_both_languages(packaged: Workspace) -> None:
    """And no two entities of one class have the same name in a language."""
    for lang in ("zh", "en"):
        names = [(e.label.in_language(lang), e.types) for e in packaged.entities.values()]
        assert [name for name, _ in names if not name] == []
        assert len(set(names)) == len(names)


def test_every_entity_is_used(packaged: Workspace) -> None:
    """The catalogue holds what the rows speak of, and what stands above it."""
    used = {term for row in packaged.rows for term in row.claim.triple}
    for row in packaged.rows:
        used |= {v for _, v in row.claim.record.content()} if row.claim.record else set()
    used |= {above for entity in packaged.entities.values() for above in entity.broader}
    assert [e.id for e in packaged.entities.values() if e.iri not in used] == []


def test_every_quote_is_the_articles_own_words(packaged: Workspace) -> None:
    """Each of its rows quotes it, and what is shown as a quote stands there to the letter."""
    article = packaged.sources[ARTICLE].id
    rows = [row.evidence for row in packaged.rows if row.evidence.source == article]
    assert len(rows) > 200
    for evidence in rows:
        assert evidence.quote
        for quote in evidence.quotes:
            assert packaged.texts[quote.source][quote.span] == quote.exact


def test_ids_are_ours(packaged: Workspace) -> None:
    """Every entity has the base IRI of the packaged graph."""
    assert {e.iri.value.removesuffix(e.id) for e in packaged.entities.values()} == {ID}
