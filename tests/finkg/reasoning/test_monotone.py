"""A rule that could run for ever, or whose result hangs on an order, is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.build.pipeline import build
from finkg.errors import DefinitionProblem
from finkg.reasoning.rule import read_rule, read_rules

from ..own import Own

HEADER = """#+ label = { zh = "规则", en = "Rule" }
#+ sentence = { zh = "因为", en = "because" }
#+ strength = "certain"
"""
SELECT = "SELECT ?subject (fk:affectedBy AS ?property) ?value ?premise WHERE {\n"
PATTERN = "  ?premise fk:claimSubject ?subject ; fk:claimValue ?value .\n"


def refused(folder: Path, body: str) -> DefinitionProblem:
    path = folder / "a-rule.rq"
    path.write_text(HEADER + body, "utf-8")
    with pytest.raises(DefinitionProblem) as caught:
        read_rule(path)
    return caught.value


@pytest.mark.parametrize(
    "asked",
    [
        "FILTER NOT EXISTS { ?other fk:claimSubject ?subject }",
        "filter not exists { ?other fk:claimSubject ?subject }",
        "MINUS { ?other fk:claimSubject ?subject }",
        "OPTIONAL { ?other fk:claimSubject ?subject }",
        "{ SELECT (COUNT(?x) AS ?n) { ?x fk:claimSubject ?subject } }",
        "{ SELECT ?subject { ?x fk:claimSubject ?subject } LIMIT 1 }",
        "FILTER (RAND() < 0.5)",
        "BIND (NOW() AS ?now)",
        "FILTER \\u004EOT EXISTS { ?other fk:claimSubject ?subject }",
    ],
)
def test_what_is_not_there_is_no_premise(tmp_path: Path, asked: str) -> None:
    """The next round may find it; nor may matches be counted, cut, or left to chance."""
    error = refused(tmp_path, f"{SELECT}{PATTERN}  {asked}\n}}")
    assert (error.where.file, error.where.line) == ("a-rule.rq", 6)
    assert error.reason.zh != error.reason.en


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (f"{SELECT}{PATTERN}  BIND (UUID() AS ?value)\n}}", 6),
        (f"{SELECT}{PATTERN}  BIND (IRI(CONCAT(STR(?subject), 'x')) AS ?value)\n}}", 6),
        (f"{SELECT}{PATTERN}  BIND (?n + 1 AS ?value)\n}}", 6),
        (f"{SELECT}{PATTERN}  BIND (?x AS ?premise2)\n}}", 6),
        (SELECT.replace("?value", "(?n + 1 AS ?value)") + PATTERN + "}", 4),
        (SELECT.replace("fk:affectedBy", "IRI(?x)") + PATTERN + "}", 4),
    ],
)
def test_a_rule_makes_no_terms(tmp_path: Path, body: str, line: int) -> None:
    """Each new one could be the premise of another, without end."""
    assert refused(tmp_path, body).where.line == line


@pytest.mark.parametrize(
    ("pattern", "column"),
    [
        ("?other fk:claimSubject ?subject .", 3),
        ("[ fk:claimSubject ?subject ] fk:claimValue ?value .", 3),
        ("?subject ^fk:claimSubject ?premise .", 3),
        ("?premise fk:claimSubject/fk:claimValue ?x .", 3),
        ("?premise2 fk:claimSubject ?subject .", 3),
        ("?premise ?any ?subject .", 12),
        ("?subject !fk:broader ?x .", 12),
        ("FILTER EXISTS { ?other fk:claimSubject ?subject }", 19),
        ("{ ?subject a fk:Product } UNION { ?other fk:claimSubject ?subject }", 37),
        ("?subject a fk:Product. ?x <https://w3id.org/finkg/ns#claimValue> ?y", 26),
    ],
)
def test_every_claim_that_is_matched_is_a_premise(
    tmp_path: Path, pattern: str, column: int
) -> None:
    """Else a proof would leave out what the conclusion rests on."""
    error = refused(tmp_path, f"{SELECT}{PATTERN}  {pattern}\n}}")
    assert (error.where.line, error.where.column) == (6, column)


def test_words_in_names_and_comments_are_only_words(tmp_path: Path) -> None:
    """What is refused is what the query says, not what it is called."""
    path = tmp_path / "a-rule.rq"
    body = PATTERN + "  # NOT EXISTS, COUNT\n  FILTER (?value NOT IN (id:minus, 'LIMIT'))\n"
    path.write_text(f"{HEADER}{SELECT}{body}  FILTER EXISTS {{ ?subject a fk:Product }} }}")
    assert read_rule(path).premises == ("premise",)


def test_our_own_rules_are_monotone() -> None:
    """All that ship are read."""
    assert len(read_rules()) >= 18


def test_a_rule_concludes_within_the_ontology(tmp_path: Path) -> None:
    """A property that nobody has described is refused at its place, in a workspace's rule too."""
    own = Own(tmp_path / "own", {"app": "FinancialProduct"})
    own.source("gazette", "high")
    rule = HEADER + SELECT.replace("fk:affectedBy", "fk:enchantedBy") + PATTERN + "}"
    own.write("rules/odd.rq", rule)
    with pytest.raises(DefinitionProblem) as caught:
        build(own.folder, tmp_path / "snapshot")
    assert (caught.value.where.file, caught.value.where.line) == ("odd.rq", 4)
    assert "enchantedBy" in caught.value.reason.en


def test_a_property_that_is_not_named_is_refused(tmp_path: Path) -> None:
    """Nobody could say what such a rule concludes."""
    body = SELECT.replace("(fk:affectedBy AS ?property)", "?property") + PATTERN + "}"
    assert refused(tmp_path, body).where.file == "a-rule.rq"
