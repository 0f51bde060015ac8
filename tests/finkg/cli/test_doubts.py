"""Doubts on the command line: check tells the health of sources, proposals what settles them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from finkg.workspace.tables import JUDGEMENTS

from ..catalogue.doubtful import STAMPED, TEXT, doubtful
from ..own import Own

if TYPE_CHECKING:
    from conftest import Run

LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
POLICY = """criteria = ["tier"]
tiers = ["high", "medium", "low"]

[plausibility.off.year-concentration]
zh = "年报只讲一年"
en = "An annual report tells of one year"
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return doubtful(tmp_path / "own").folder


@pytest.fixture
def snapshot(run: Run, workspace: Path, tmp_path: Path) -> Path:
    place = tmp_path / "snapshot"
    assert run("build", str(workspace), "-o", str(place), graph=None).code == 0
    return place


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A workspace without a doubt."""
    own = Own(tmp_path / "sound", {"jia": "Company"})
    own.source("gazette", "high")
    own.says("gazette", "jia foundedOn 2014")
    return own.folder


def checked(run: Run, folder: Path, *options: str) -> dict[str, Any]:
    """What check --format json tells."""
    told: dict[str, Any] = json.loads(run("check", str(folder), "--format", "json", *options).out)
    return told


@LANGUAGES
def test_check_tells_the_health_of_sources(run: Run, workspace: Path, lang: str) -> None:
    """Counts, each doubtful date with its place, the rules, agreement and tier; on stdout, while
    the sum is a message."""
    ran = run("check", str(workspace), lang=lang, graph=None)
    assert ran.code == 0
    first = TEXT.index("2025年")
    assert f"[{first}–{first + 5}] 「2025年」" in ran.out
    rule = {"zh": "年份过度集中", "en": "concentration of years"}[lang]
    assert ran.out.count(rule) == 1 + len(STAMPED)
    assert {"zh": "纪年 6 处", "en": "in the text: 6"}[lang] in ran.out
    assert {"zh": "5 条", "en": "doubtful claims: 5"}[lang] in ran.err
    assert "gazette" not in ran.out


@pytest.mark.parametrize(
    ("fail_on", "code"), [("violation", 0), ("warning", 0), ("doubt", 1), ("never", 0)]
)
def test_doubts_fail_only_where_it_is_asked_for(
    run: Run, workspace: Path, fail_on: str, code: int
) -> None:
    """A doubtful claim is no fault of the workspace."""
    assert run("check", str(workspace), "--fail-on", fail_on, graph=None).code == code


@pytest.mark.parametrize("fail_on", ["violation", "warning", "doubt", "never"])
def test_without_a_doubt_nothing_fails(run: Run, sound: Path, fail_on: str) -> None:
    """And there is no health to tell."""
    ran = run("check", str(sound), "--fail-on", fail_on, graph=None)
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize(("fail_on", "code"), [("doubt", 1), ("warning", 1), ("never", 0)])
def test_what_is_worse_than_a_doubt_fails_with_it(
    run: Run, workspace: Path, fail_on: str, code: int
) -> None:
    """A violation, of which the rules are not even asked."""
    (workspace / "judgements.csv").write_text("subject\n", "utf-8")
    ran = run("check", str(workspace), "--fail-on", fail_on, graph=None)
    assert (ran.code, ran.out) == (code, "")
    assert "judgements.csv" in ran.err


def test_an_unknown_level_is_refused(run: Run, workspace: Path) -> None:
    """Exit 2, with those that there are."""
    ran = run("check", str(workspace), "--fail-on", "rumour", graph=None)
    assert ran.code == 2
    assert "doubt" in ran.err


def test_check_as_data(run: Run, workspace: Path) -> None:
    """One document: problems, and of each source that states something all that text tells."""
    told = checked(run, workspace)
    assert (told["problems"], told["switched_off"]) == ([], {})
    page = next(h for h in told["health"] if h["source"].endswith("/page"))
    assert (page["dated"], page["flagged_claims"]) == (6, 5)
    assert (page["agreements"], page["contradictions"]) == (1, 2)
    assert (page["reliability"], page["reliability_at_most"]) == ("low", "low")
    first = {"rule": "year-concentration", "severity": "implausible", "dates": 5, "claims": 5}
    assert page["rules"][0] == first
    for date, text in zip(page["doubtful"], STAMPED, strict=True):
        assert date["text"] == text == TEXT[date["start"] : date["end"]]
        assert "year-concentration" in date["rules"]
        assert all("2025" in told[lang] for told in date["explanations"] for lang in ("zh", "en"))


def test_problems_as_data(run: Run, workspace: Path) -> None:
    """With file, line and words in both languages; without a graph there is no health."""
    claims = workspace / "sources" / "page" / "claims.csv"
    claims.write_text(claims.read_text("utf-8").replace("jia,foundedOn", "ja,foundedOn"), "utf-8")
    ran = run("check", str(workspace), "--format", "json", graph=None)
    assert ran.code == 1
    told = json.loads(ran.out)
    assert told.keys() == {"problems"}
    (problem,) = told["problems"]
    assert (problem["severity"], problem["file"]) == ("violation", "sources/page/claims.csv")
    assert problem["line"] == 2
    assert "ja" in problem["zh"]
    assert "jia" in problem["en"]


@pytest.mark.parametrize("command", ["check", "proposals"])
def test_a_wrong_format_is_refused(run: Run, workspace: Path, snapshot: Path, command: str) -> None:
    """Exit 2, nothing on stdout, and the formats that there are."""
    where = (str(workspace),) if command == "check" else ()
    ran = run(command, *where, "--format", "yaml", graph=snapshot)
    assert (ran.code, ran.out) == (2, "")
    assert "json" in ran.err


@LANGUAGES
def test_check_tells_which_rules_are_off(run: Run, workspace: Path, lang: str) -> None:
    """With the reason in the language asked for, in text and as data."""
    (workspace / "policy.toml").write_text(POLICY, "utf-8")
    ran = run("check", str(workspace), lang=lang, graph=None)
    assert "year-concentration" in ran.out
    reasons = {"zh": "年报只讲一年", "en": "An annual report tells of one year"}
    assert reasons[lang] in ran.out
    assert checked(run, workspace)["switched_off"] == {"year-concentration": reasons}


@LANGUAGES
def test_proposals_in_words(run: Run, snapshot: Path, lang: str) -> None:
    """Each doubted statement with what would settle it and what would follow; nothing else."""
    ran = run("proposals", "--format", "text", lang=lang, graph=snapshot)
    assert ran.code == 0
    verdicts = {"zh": ("“弃用”", "“采信”"), "en": ("judged deprecated", "judged preferred")}[lang]
    assert [ran.out.count(verdict) for verdict in verdicts] == [2, 1]
    silent = {"zh": "没有更可靠的来源谈到它", "en": "no better source speaks of it"}[lang]
    assert ran.out.count(silent) == 2
    assert "2014-10-16" in ran.out
    assert {"zh": "5 条，其中 3 条", "en": ": 5, of which better sources would settle 3"}[lang] in (
        ran.err
    )


def test_in_a_pipe_proposals_are_rows(run: Run, snapshot: Path) -> None:
    """For judgements.csv, with its header: those that something settles, unsigned."""
    ran = run("proposals", graph=snapshot)
    assert ran.code == 0
    header, *rows = csv.reader(io.StringIO(ran.out))
    assert tuple(header) == JUDGEMENTS
    assert [(row[0], row[1], row[2], row[4]) for row in rows] == [
        ("app", "launchedOn", "2025", "deprecated"),
        ("jia", "foundedOn", "2025", "deprecated"),
        ("yi", "foundedOn", "2025-03", "preferred"),
    ]
    assert {(row[-2], row[-1]) for row in rows} == {("", "")}
    assert ran.out == run("proposals", "--format", "csv", graph=snapshot).out


@LANGUAGES
def test_rows_are_the_same_in_either_language(run: Run, snapshot: Path, lang: str) -> None:
    """They have their reasons in both."""
    ran = run("proposals", lang=lang, graph=snapshot)
    row = next(csv.DictReader(io.StringIO(ran.out)))
    assert "与更可靠的来源不符" in row["reason_zh"]
    assert "At odds with a better source" in row["reason_en"]


def test_proposals_as_data(run: Run, snapshot: Path) -> None:
    """Those that nothing settles too, without a judgement."""
    told = json.loads(run("proposals", "--format", "json", graph=snapshot).out)
    assert [p["judgement"] and p["judgement"]["rank"] for p in told] == [
        "deprecated", "deprecated", "preferred", None, None,
    ]  # fmt: skip
    assert [p["agrees"] for p in told] == [False, False, True, None, None]
    for proposal in told:
        assert (proposal["judgement"] is None) is (proposal["settled_by"] is None)
        assert proposal["reason"].keys() == {"zh", "en"}


@pytest.mark.parametrize(("about", "rows"), [("jia", 1), ("page", 3), ("网页", 3), ("gazette", 0)])
def test_proposals_about_an_entity_or_of_a_source(
    run: Run, snapshot: Path, about: str, rows: int
) -> None:
    """By id, label or title."""
    ran = run("proposals", about, graph=snapshot)
    assert ran.code == 0
    assert len(list(csv.DictReader(io.StringIO(ran.out)))) == rows


def test_proposals_about_nothing_known(run: Run, snapshot: Path) -> None:
    """Exit 1, as everywhere that a name leads nowhere."""
    assert run("proposals", "no-such-thing", graph=snapshot).code == 1


def test_proposals_to_a_file(run: Run, snapshot: Path, tmp_path: Path) -> None:
    """The rows are what a pipe gets."""
    path = tmp_path / "rows.csv"
    assert run("proposals", "-o", str(path), graph=snapshot).code == 0
    assert path.read_text("utf-8") == run("proposals", graph=snapshot).out


def test_proposing_leaves_the_workspace_alone(run: Run, workspace: Path, snapshot: Path) -> None:
    """No judgement is written by itself."""
    before = {p: p.read_bytes() for p in sorted(workspace.rglob("*")) if p.is_file()}
    for shown in ("text", "csv", "json"):
        assert run("proposals", "--format", shown, graph=snapshot).code == 0
    assert {p: p.read_bytes() for p in sorted(workspace.rglob("*")) if p.is_file()} == before


@LANGUAGES
def test_a_source_is_shown_with_its_health(run: Run, snapshot: Path, lang: str) -> None:
    """By its title too; in the words that check has."""
    ran = run("show", "网页", lang=lang, graph=snapshot)
    assert ran.code == 0
    assert {"zh": "体检", "en": "Health"}[lang] in ran.out
    assert ran.out.count("「2025年」") >= len(STAMPED) - 1
    assert {"zh": "所定可靠性：低", "en": "Tier stated: low"}[lang] in ran.out


def test_an_entity_and_a_sound_citation_have_none(run: Run, snapshot: Path) -> None:
    """There is nothing to say of their dates."""
    for name in ("jia", "gazette"):
        assert "Health" not in run("show", name, graph=snapshot).out


def test_a_source_is_shown_as_data(run: Run, workspace: Path, snapshot: Path) -> None:
    """With the same health as check has, and of an entity with none."""
    told = json.loads(run("show", "page", "--format", "json", graph=snapshot).out)
    expected = next(h for h in checked(run, workspace)["health"] if h["source"] == told["iri"])
    assert told["health"] == expected
    assert json.loads(run("show", "jia", "--format", "json", graph=snapshot).out)["health"] is None
