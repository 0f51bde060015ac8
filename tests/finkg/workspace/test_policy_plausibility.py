"""policy.toml switches plausibility rules off: by name, and with a reason in both languages."""

from __future__ import annotations

import pytest

from finkg.build.assess import assess
from finkg.errors import Location, Problem, Text
from finkg.plausibility.rules import all_rules
from finkg.schema import Schema
from finkg.workspace.problems import BadValue, UnknownKey
from finkg.workspace.read import read_workspace

from .tiny import Tiny

HEAD = """criteria = ["tier"]
tiers = ["high", "medium", "low"]

"""
OFF = """[plausibility.off.metric-falling]
zh = "本图谱的累计指标会重新计数"
en = "Cumulative figures are counted anew here"
"""
REASON = 'zh = "理由"\nen = "A reason"\n'


def problem(tiny: Tiny, tables: str) -> Problem:
    """The one problem of a policy with these tables behind three lines."""
    tiny.write("policy.toml", HEAD + tables)
    (found,) = tiny.problems()
    return found


def tells(found: Problem, *facts: str) -> bool:
    """Whether both languages tell the facts, each in words of its own."""
    told = [f"{found.message(lang)} {found.advice(lang)}" for lang in ("zh", "en")]
    return told[0] != told[1] and all(fact in words for words in told for fact in facts)


def test_a_rule_is_switched_off_with_a_reason(tiny: Tiny) -> None:
    """The policy keeps the reason in both languages, and nothing else changes."""
    tiny.write("policy.toml", HEAD)
    common = tiny.read().policy
    tiny.write("policy.toml", HEAD + OFF)
    whole = tiny.read()
    assert whole.problems == []
    assert whole.policy.switched_off == {
        "metric-falling": Text(
            "本图谱的累计指标会重新计数", "Cumulative figures are counted anew here"
        )
    }
    assert common.switched_off == {}
    assert whole.policy.criteria == common.criteria


def test_what_is_switched_off_is_not_asked(tiny: Tiny) -> None:
    """All other rules are."""
    tiny.write("policy.toml", HEAD + OFF)
    workspace = read_workspace(tiny.folder, Schema())
    asked = [rule.name for rule in assess(workspace, Schema()).plausibility_rules]
    assert asked == [rule.name for rule in all_rules() if rule.name != "metric-falling"]


@pytest.mark.parametrize("rule", [rule.name for rule in all_rules()])
def test_every_rule_can_be_switched_off(tiny: Tiny, rule: str) -> None:
    """By its name."""
    tiny.write("policy.toml", f"{HEAD}[plausibility.off.{rule}]\n{REASON}")
    assert tiny.problems() == []
    assert list(tiny.read().policy.switched_off) == [rule]


def test_an_unknown_rule_is_told_with_the_nearest(tiny: Tiny) -> None:
    """On the line of its table, so that a slip of the pen does not leave a rule on unseen."""
    found = problem(tiny, f"{OFF}\n[plausibility.off.year-consentration]\n{REASON}")
    assert isinstance(found, UnknownKey)
    assert found.where == Location("policy.toml", 8)
    assert tells(found, "year-consentration", "year-concentration")


def test_a_rule_that_is_like_none_is_told_with_all(tiny: Tiny) -> None:
    """Whoever guesses sees the names."""
    found = problem(tiny, f"[plausibility.off.xyz]\n{REASON}")
    assert isinstance(found, UnknownKey)
    assert found.where == Location("policy.toml", 4)
    assert tells(found, *(rule.name for rule in all_rules()))


def test_a_name_that_begins_like_another_has_its_own_line(tiny: Tiny) -> None:
    """metric is no rule, and does not stand where metric-falling does."""
    found = problem(tiny, f"{OFF}\n[plausibility.off.metric]\n{REASON}")
    assert found.where == Location("policy.toml", 8)


@pytest.mark.parametrize(
    "reason",
    [
        "",
        'zh = "理由"\n',
        'en = "A reason"\n',
        'zh = "理由"\nen = ""\n',
        'zh = " "\nen = "A reason"\n',
        'zh = "理由"\nen = 1\n',
        'zh = "理由"\nen = "A reason"\nfr = "Une raison"\n',
        'zh = "理由"\nen = ["A reason"]\n',
    ],
)
def test_without_a_reason_in_both_languages_a_rule_stays_on(tiny: Tiny, reason: str) -> None:
    """It is told on the line of the table what is wanted."""
    found = problem(tiny, f"[plausibility.off.metric-falling]\n{reason}")
    assert isinstance(found, BadValue)
    assert found.where == Location("policy.toml", 4)
    assert tells(found, "metric-falling", "zh", "en")
    assert tiny.read().policy.switched_off == {}


@pytest.mark.parametrize(
    ("tables", "line"),
    [
        ('[plausibility]\noff = "metric-falling"\n', 5),
        ('[plausibility]\noff = ["metric-falling"]\n', 5),
        ("[plausibility]\noff = true\n", 5),
        ('plausibility = "off"\n', 4),
    ],
)
def test_tables_stand_where_they_are_expected(tiny: Tiny, tables: str, line: int) -> None:
    """A word or a list has no reasons."""
    found = problem(tiny, tables)
    assert isinstance(found, BadValue)
    assert found.where == Location("policy.toml", line)
    assert tells(found, "[plausibility")


@pytest.mark.parametrize(
    ("tables", "line"),
    [
        (f"[plausibility.of.metric-falling]\n{REASON}", 4),
        ("[plausibility]\nof = {}\n", 5),
    ],
)
def test_only_off_is_known(tiny: Tiny, tables: str, line: int) -> None:
    """A wrong key is told with the right one, where it stands."""
    found = problem(tiny, tables)
    assert isinstance(found, UnknownKey)
    assert found.where == Location("policy.toml", line)
    assert tells(found, "plausibility.of", "off")


@pytest.mark.parametrize(
    ("tables", "line"),
    [
        ('[plausibility.off]\nmetric-fallin = { zh = "理由", en = "A reason" }\n', 5),
        (f'[plausibility.off."metric-fallin"]\n{REASON}', 4),
        ('[plausibility.off]\nmetric-falling = { zh = "理由" }\n', 5),
    ],
)
def test_a_rule_may_be_named_in_other_ways_that_toml_has(
    tiny: Tiny, tables: str, line: int
) -> None:
    """In one table of all, or in quotes: the line is the one where its name stands."""
    found = problem(tiny, tables)
    assert found.where == Location("policy.toml", line)


def test_every_fault_is_told_at_once(tiny: Tiny) -> None:
    """In the order of the file."""
    tables = f"[plausibility.off.nothing-like-it]\n{REASON}[plausibility.off.metric-falling]\n"
    tiny.write("policy.toml", HEAD + tables)
    assert [found.where.line for found in tiny.problems()] == [4, 7]
