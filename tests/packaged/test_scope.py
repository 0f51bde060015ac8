"""Which instruments reach which products: every pair that a person would ask for, and why not.

An end of a pair that the graph does not hold is named by its Chinese name instead of an id.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from finkg.graph import KnowledgeGraph
from finkg.vocabulary import local_name


class Pair(NamedTuple):
    """A line of the table."""

    subject: str
    instrument: str
    expected: str
    reason_zh: str
    reason_en: str


def table() -> list[Pair]:
    path = Path(__file__).with_name("scope-pairs.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return [Pair(**row) for row in csv.DictReader(lines)]


PAIRS = table()
#: The share of the pairs that the graph finds; more may be found, never fewer.
LEAST_FOUND = 0.54
ID = re.compile(r"[a-z][a-z0-9-]+")


def held(kg: KnowledgeGraph, predicate: str) -> set[tuple[str, str]]:
    rows = kg.snapshot.rows(f"SELECT ?s ?o {{ ?s fk:{predicate} ?o }}")
    return {(local_name(row["s"]), local_name(row["o"])) for row in rows}


@pytest.fixture(scope="module")
def found(kg: KnowledgeGraph) -> dict[tuple[str, str], str]:
    """What the plain view says of a pair; effect goes before scope, which it is part of."""
    scope = dict.fromkeys(held(kg, "withinScopeOf"), "scope")
    return scope | dict.fromkeys(held(kg, "affectedBy"), "affected")


@pytest.fixture(scope="module")
def names(kg: KnowledgeGraph) -> set[str]:
    """Ids, labels and aliases of all that the graph holds."""
    rows = kg.snapshot.rows("SELECT ?s ?name { ?s rdfs:label|skos:altLabel ?name }")
    return {name for row in rows for name in (local_name(row["s"]), row["name"].value)}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.subject}-{pair.instrument}")
def test_a_pair_stands_as_the_table_says(found: dict[tuple[str, str], str], pair: Pair) -> None:
    """Effect by a source or a rule, scope without effect, or neither."""
    assert found.get((pair.subject, pair.instrument), "none") == pair.expected


@pytest.mark.parametrize("name", sorted({end for pair in PAIRS for end in pair[:2]}))
def test_an_end_of_a_pair_is_in_the_graph_or_named(names: set[str], name: str) -> None:
    """An id is an entity's; what goes by its name is what no entity is called yet."""
    assert (name in names) is bool(ID.fullmatch(name))


def test_the_share_found_does_not_fall(found: dict[tuple[str, str], str]) -> None:
    """A claim or rule that is lost shows as a smaller share, not only as another table."""
    hits = sum((pair.subject, pair.instrument) in found for pair in PAIRS)
    print(f"found: {hits} of {len(PAIRS)}")
    assert hits / len(PAIRS) >= LEAST_FOUND


def test_no_pair_is_listed_twice() -> None:
    """The share counts each pair once."""
    assert len({pair[:2] for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("expected", ["none", "scope", "affected"])
def test_what_is_not_found_has_its_reason_in_both_languages(expected: str) -> None:
    """The graph shows the reason for what it concludes; the table says why it does not."""
    pairs = [pair for pair in PAIRS if pair.expected == expected]
    assert pairs
    for pair in pairs:
        reasons = [bool(pair.reason_zh), bool(pair.reason_en)]
        assert reasons == [expected == "none"] * 2


def test_what_binds_nobody_reaches_nothing(kg: KnowledgeGraph) -> None:
    """Drafts and regulators' articles give neither scope nor effect, to any subject at all."""
    rows = kg.snapshot.rows(
        "SELECT ?d { ?d a/rdfs:subClassOf* fk:PolicyDocument"
        " FILTER NOT EXISTS { ?d a/rdfs:subClassOf* fk:LegalInstrument } }"
    )
    without_force = {local_name(row["d"]) for row in rows}
    assert {"online-microloan-draft-2020", "mutual-aid-article-2020"} <= without_force
    reached = held(kg, "withinScopeOf") | held(kg, "affectedBy")
    assert without_force.isdisjoint(instrument for _, instrument in reached)
