"""policy.toml: a stated policy is read as it stands, and a wrong one is told by file and line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from finkg.errors import Location, Problem
from finkg.evidence.policy import Criterion, Policy
from finkg.evidence.record import PRECISIONS
from finkg.evidence.support import Reliability
from finkg.workspace.policy import packaged_policy
from finkg.workspace.problems import BadToml, BadValue, MissingKey, UnknownKey

from .tiny import FILES, Tiny

POLICY = """criteria = ["corroboration", "tier"]
tiers = ["medium", "high", "low"]

[corroboration]
margin = 3

[recency]
days = 90

[tolerance]
about = 0.05
over = 1
"""


def test_a_stated_policy_is_read(tiny: Tiny) -> None:
    """Criteria and tiers in the order in which they stand, each measure as it is written."""
    tiny.write("policy.toml", POLICY)
    whole = tiny.read()
    assert whole.problems == []
    assert whole.policy == Policy(
        (Criterion.CORROBORATION, Criterion.TIER),
        (Reliability.MEDIUM, Reliability.HIGH, Reliability.LOW),
        3,
        90,
        {"about": Decimal("0.05"), "over": Decimal(1)},
    )


def test_measures_that_are_not_stated_are_the_common_ones(tiny: Tiny) -> None:
    """Criteria and tiers have to be stated; no tolerance is assumed."""
    tiny.write("policy.toml", "".join(POLICY.splitlines(keepends=True)[:2]))
    policy = tiny.read().policy
    common = Policy()
    assert policy.corroboration_margin == common.corroboration_margin
    assert policy.recency_days == common.recency_days
    assert policy.tolerance == {}


def test_a_workspace_without_a_policy_has_that_of_the_program(tiny: Tiny) -> None:
    """The file that ships with finkg says about every word of precision how far it reaches."""
    problems: list[Problem] = []
    shipped = packaged_policy(problems.append)
    assert problems == []
    assert tiny.read().policy == shipped
    assert shipped.criteria == tuple(Criterion)
    assert shipped.tolerance.keys() == PRECISIONS.keys()


def test_the_last_stated_policy_counts(tiny: Tiny, tmp_path: Path) -> None:
    """Whoever extends a workspace takes over its policy, or states another."""
    tiny.write("policy.toml", POLICY)
    mine = Tiny.__new__(Tiny)
    mine.folder = tmp_path / "mine"
    mine.write("workspace.toml", 'extends = ["../tiny"]\n' + FILES["workspace.toml"])
    assert mine.read().policy == tiny.read().policy
    mine.write("policy.toml", POLICY.replace("90", "30"))
    assert mine.read().policy.recency_days == 30
    assert tiny.read().policy.recency_days == 90


@pytest.mark.parametrize(
    ("old", "new", "kind", "facts", "line"),
    [
        ("criteria =", "criterias =", UnknownKey, ("criterias", "criteria"), 1),
        ("[recency]", "[beauty]", UnknownKey, ("beauty",), 7),
        ("margin = 3", "margins = 3", UnknownKey, ("margins", "margin"), 5),
        ("about = 0.05", "roughly = 0.05", UnknownKey, ("roughly", "about"), 11),
        ('"tier"', '"age"', BadValue, ("criteria", "tier", "corroboration", "recency", "age"), 1),
        ('"tier"', '"corroboration"', BadValue, ("criteria",), 1),
        ('"tier"', "1", BadValue, ("criteria",), 1),
        ('["corroboration", "tier"]', '"tier"', BadValue, ("criteria", "tier"), 1),
        ('"high", ', "", BadValue, ("tiers", "high", "medium", "low"), 2),
        ('"high", ', '"best", ', BadValue, ("tiers", "best"), 2),
        ("margin = 3", "margin = 0", BadValue, ("margin", "0"), 5),
        ("margin = 3", "margin = 1.5", BadValue, ("margin", "1.5"), 5),
        ("margin = 3", "margin = true", BadValue, ("margin", "True"), 5),
        ("days = 90", "days = -1", BadValue, ("days", "-1"), 8),
        ("days = 90", 'days = "90"', BadValue, ("days", "90"), 8),
        ("about = 0.05", "about = 2", BadValue, ("about", "2"), 11),
        ("about = 0.05", "about = -0.1", BadValue, ("about", "-0.1"), 11),
        ("about = 0.05", "about = nan", BadValue, ("about", "nan"), 11),
        ("about = 0.05", "about = '5 %'", BadValue, ("about", "5 %"), 11),
        ("margin = 3", "margin =", BadToml, (), 5),
    ],
)
def test_a_wrong_policy_is_told_by_line(
    tiny: Tiny, old: str, new: str, kind: type[BadValue], facts: tuple[str, ...], line: int
) -> None:
    """What stands there, and what may; in both languages."""
    assert old in POLICY
    tiny.write("policy.toml", POLICY.replace(old, new, 1))
    problems = [p for p in tiny.problems() if not isinstance(p, MissingKey)]
    assert [type(problem) for problem in problems] == [kind]
    where = problems[0].where
    assert (where.file, where.line) == ("policy.toml", line)
    for lang in ("zh", "en"):
        words = f"{problems[0].message(lang)} {problems[0].advice(lang)}"
        assert [fact for fact in facts if fact not in words] == []


@pytest.mark.parametrize("key", ["criteria", "tiers"])
def test_order_of_criteria_and_tiers_has_to_be_stated(tiny: Tiny, key: str) -> None:
    """A policy that does not say what comes first is none."""
    lines = [line for line in POLICY.splitlines() if not line.startswith(key)]
    tiny.write("policy.toml", "\n".join(lines) + "\n")
    (problem,) = tiny.problems()
    assert isinstance(problem, MissingKey)
    assert key in problem.message("zh")
    assert problem.where.file == "policy.toml"


@pytest.mark.parametrize("table", ["corroboration", "recency", "tolerance"])
def test_a_table_stands_where_one_is_expected(tiny: Tiny, table: str) -> None:
    """A number in place of a table is told."""
    lines = POLICY.split(f"[{table}]\n")
    tiny.write("policy.toml", f"{table} = 90\n{lines[0]}")
    (problem,) = tiny.problems()
    assert isinstance(problem, BadValue)
    assert f"[{table}]" in problem.message("zh")
    assert problem.where == Location("policy.toml", 1)


def test_several_faults_are_told_at_once(tiny: Tiny) -> None:
    """Whoever mends the file sees all of them."""
    broken = POLICY.replace("margin = 3", "margin = 0").replace("about = 0.05", "about = 2")
    tiny.write("policy.toml", broken)
    assert [problem.where.line for problem in tiny.problems()] == [5, 11]
