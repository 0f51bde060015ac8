"""policy.toml: one readable file; a wrong key is told with file and line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from finkg.evidence.policy import Criterion, Policy
from finkg.resources import packaged_workspace
from finkg.schema import Schema
from finkg.workspace.policy import packaged_policy, read_policy
from finkg.workspace.read import read_workspace

GOOD = """criteria = ["tier"]
tiers = ["high", "medium", "low"]
[corroboration]
margin = 3
[recency]
days = 10
[tolerance]
about = 0.05
"""


def read(folder: Path, text: str) -> tuple[Policy | None, list[str]]:
    (folder / "policy.toml").write_text(text, "utf-8")
    problems: list[str] = []
    policy = read_policy(folder, "", lambda p: problems.append(f"{p.where} {p}"))
    return policy, problems


def test_every_measure_is_read(tmp_path: Path) -> None:
    """Criteria in their order, the margins, and the tolerance of each word."""
    policy, problems = read(tmp_path, GOOD)
    assert problems == []
    assert policy == Policy(
        criteria=(Criterion.TIER,),
        corroboration_margin=3,
        recency_days=10,
        tolerance={"about": Decimal("0.05")},
    )


@pytest.mark.parametrize(
    ("wrong", "right", "line"),
    [
        ('criteria = ["tier", "beauty"]', 'criteria = ["tier"]', 1),
        ('criteria = ["tier", "tier"]', 'criteria = ["tier"]', 1),
        ('criteria = "tier"', 'criteria = ["tier"]', 1),
        ('tiers = ["high", "low"]', 'tiers = ["high", "medium", "low"]', 2),
        ("margin = 0", "margin = 3", 4),
        ("margin = true", "margin = 3", 4),
        ("marign = 3", "margin = 3", 4),
        ('days = "ten"', "days = 10", 6),
        ("about = 2", "about = 0.05", 8),
        ("abuot = 0.05", "about = 0.05", 8),
        ("about = = 0.05", "about = 0.05", 8),
    ],
)
def test_what_is_wrong_is_told_by_line(tmp_path: Path, wrong: str, right: str, line: int) -> None:
    """And the rest of the policy is read all the same."""
    _, problems = read(tmp_path, GOOD.replace(right, wrong))
    assert len(problems) == 1
    assert problems[0].startswith(f"policy.toml:{line}")


def test_an_unknown_table_is_told(tmp_path: Path) -> None:
    """A measure that nothing reads must not look as if it counted."""
    _, problems = read(tmp_path, f"{GOOD}[beauty]\nmargin = 1\n")
    assert len(problems) == 1
    assert "beauty" in problems[0]


def test_a_workspace_states_its_own_or_takes_ours(article_workspace: Path) -> None:
    """Its own policy comes before that of the graph that ships with finkg."""
    schema = Schema()
    assert read_workspace(article_workspace, schema).policy == packaged_policy(print)
    (article_workspace / "policy.toml").write_text(GOOD, "utf-8")
    assert read_workspace(article_workspace, schema).policy.recency_days == 10


def test_our_policy_is_sound() -> None:
    """The file that ships states every measure."""
    problems: list[str] = []
    policy = read_policy(packaged_workspace(), "", lambda p: problems.append(str(p)))
    assert policy
    assert problems == []
    assert policy.criteria == (Criterion.TIER, Criterion.CORROBORATION, Criterion.RECENCY)
    assert {*policy.tolerance} == {"about", "over", "at-least", "under", "at-most"}
