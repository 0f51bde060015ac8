"""Every term of the ontology is used: by a question, a rule or a shape, or for a stated reason."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.resources import ontology, queries
from finkg.schema import Schema
from finkg.vocabulary import FK, TYPE

REASONS = Path(__file__).with_name("unused-terms.csv")
#: A term by its prefixed name, in SPARQL and in Turtle.
NAMED = re.compile(r"\bfk:([\w-]+)")
COMMENT = re.compile(r"(?m)^\s*#.*$")


def terms() -> set[str]:
    """The local names of all that the ontology describes."""
    described = (q.subject for q in Schema().triples() if q.predicate == TYPE)
    own = (s.value for s in described if isinstance(s, NamedNode) and s.value.startswith(FK))
    return {iri.removeprefix(FK) for iri in own}


def used() -> set[str]:
    """The terms that stand in a question, a rule or a shape, outside comments and headers."""
    return {name for text in texts() for name in NAMED.findall(COMMENT.sub("", text))}


def texts() -> Iterator[str]:
    for path in (*queries().glob("**/*.rq"), *ontology().glob("rules/*.rq")):
        yield path.read_text("utf-8")
    for path in ontology().glob("shapes/*.ttl"):
        yield path.read_text("utf-8")


def reasons() -> dict[str, str]:
    with REASONS.open(encoding="utf-8", newline="") as file:
        return {row["term"]: row["reason"] for row in csv.DictReader(file)}


def test_what_nothing_uses_has_its_reason() -> None:
    """A term without one is dropped, or asked for."""
    assert terms() - used() == reasons().keys()


def test_each_reason_is_a_sentence() -> None:
    """Not a mark that somebody once looked away."""
    assert all(len(reason.split()) > 4 and reason.endswith(".") for reason in reasons().values())


def test_nothing_names_a_term_that_is_not_there() -> None:
    """A slip of the pen in a query asks for nothing, without a word."""
    assert used() - terms() == set()
