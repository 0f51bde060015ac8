"""A rule's patterns are told apart from all else that SPARQL lets stand beside them."""

from __future__ import annotations

import pytest

from finkg.reasoning.body import body
from finkg.reasoning.rule import read_rules

QUERY = """
PREFIX x: <http://x/>
SELECT ?a (x:b AS ?property) WHERE {   # { ?no x:pattern ?here }
  ?a x:b.c 1.5, -2e3 ; x:q "a.b"@en, "x"^^x:y .
  ?b !x:c|^x:d/(x:e*) [ x:f ?g ; x:h 3 ] .
  FILTER (?a IN (x:b, 3) && EXISTS { ?z x:y ?w. })
  FILTER EXISTS { ?k x:l ?m }
  { ?q a x:Z } UNION { ?r x:m (1 2 [ x:k 3 ]) }
  VALUES (?s ?t) { (1 2) }
  FILTER regex(?x, "{ ?s ?p ?o }")
  { SELECT ?h WHERE { ?h x:i x:j. } }
  ?last x:p x:o.
}
"""


def test_each_pattern_with_its_subject() -> None:
    """Also in brackets, in lists, in sub-selects, and where EXISTS asks for one."""
    found = [(p.subject.text, "".join(w.text for w in p.path)) for p in body(QUERY).patterns]
    assert found == [
        ("?a", "x:b.c"), ("?a", "x:q"),
        ("?b", "!x:c|^x:d/(x:e*)"), ("[", "x:f"), ("[", "x:h"),
        ("?z", "x:y"), ("?k", "x:l"), ("?q", "a"), ("?r", "x:m"), ("[", "x:k"),
        ("?h", "x:i"), ("?last", "x:p"),
    ]  # fmt: skip


def test_each_part_of_the_outermost_group() -> None:
    """A part begins with its subject, or with the word or bracket that makes it what it is."""
    firsts = [statement.first.text for statement in body(QUERY).statements]
    assert firsts == ["?a", "?b", "FILTER", "FILTER", "{", "VALUES", "FILTER", "{", "?last"]
    assert body(QUERY).statements[-1].text == "?last x:p x:o"


def test_a_further_pattern_stands_first() -> None:
    """What was there stays as it was."""
    more = body(QUERY).also("?a x:n 1")
    assert more.replace(" ?a x:n 1 . ", "", 1) == QUERY
    assert body(more).statements[0].text == "?a x:n 1"


def test_the_premises_of_our_rules_are_parts_of_their_own() -> None:
    """Every premise that a rule selects is matched by one part that begins with it."""
    for rule in read_rules():
        firsts = [statement.first.text for statement in body(rule.query).statements]
        assert set(rule.premises) <= {first[1:] for first in firsts}


@pytest.mark.parametrize(
    "query", ["", "SELECT", "SELECT * {", "ASK { ?a", "{ ?a ?b [", "{{{ (", "}"]
)
def test_half_a_query_is_read_as_far_as_it_goes(query: str) -> None:
    """The engine says what is wrong with it."""
    assert body(query).head + body(query).tail == query
