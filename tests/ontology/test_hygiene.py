"""The ontology keeps its own rules, and each rule finds what it is there to find."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Store

HERE = Path(__file__).parent
RULES = sorted((HERE.parents[1] / "ontology" / "hygiene").glob("*.rq"))
PLANTED: dict[str, Any] = tomllib.loads((HERE / "planted.toml").read_text("utf-8"))
PREFIXES = {
    "fk": "https://w3id.org/finkg/ns#",
    "shape": "https://w3id.org/finkg/shape/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
}

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)


def iri(name: str) -> NamedNode:
    prefix, _, local = name.strip("<>").partition(":")
    return NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else name.strip("<>"))


def found(rule: Path, store: Store) -> set[object]:
    """The terms that a rule finds at fault."""
    return {row["term"] for row in store.query(rule.read_text("utf-8"))}


@each_rule
def test_ontology_is_clean(rule: Path, everything: Store) -> None:
    """The rule finds nothing in the ontology and its shapes as they are."""
    assert found(rule, everything) == set()


@each_rule
def test_rule_finds_its_error(rule: Path, everything: Store) -> None:
    """With one error planted the rule finds that error and no other."""
    planted = PLANTED[rule.stem]
    everything.update(planted["plant"], prefixes=PREFIXES)
    assert found(rule, everything) == {iri(name) for name in planted["found"].split()}


def test_every_planted_error_has_its_rule() -> None:
    """No error is planted for a rule that is gone."""
    assert PLANTED.keys() == {rule.stem for rule in RULES}


@each_rule
def test_rule_opens_with_one_sentence(rule: Path) -> None:
    """Who opens a rule reads first, in a sentence, what is wrong with the terms it selects."""
    banner, query = rule.read_text("utf-8").split("\n", 1)
    assert banner.startswith("# ")
    assert banner.endswith(".")
    assert not query.startswith("#")
