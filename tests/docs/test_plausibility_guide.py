"""The example of the guide to plausibility rules works as it stands there."""

from __future__ import annotations

import importlib.metadata
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from finkg.build.assess import Assessment, assess
from finkg.plausibility import rules
from finkg.resources import packaged_workspace
from finkg.schema import Schema
from finkg.workspace.read import read_workspace

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDE = (DOCS / "plausibility-rules.md").read_text("utf-8")
WORKSPACE = {
    "workspace.toml": 'date = "2026-01-01"\ntitle = { zh = "小", en = "Small" }\n',
    "entities/all.csv": "id,type,label_zh,label_en,aliases,broader,note\n"
    "bank,Company,银行,Bank,,,\nfirst,Company,甲,First,,,\nsecond,Company,乙,Second,,,\n",
    "sources/press/citations.csv": "id,title,publisher,address,published,recorded,reliability,"
    "copy_of,note\npress,The press,Press,,2020,2026-01-01,medium,,\n",
}
HOLDINGS = (
    "source,organization,holder,mode,percent,precision,as_of,valid_from,valid_to,stance,note\n"
    "press,bank,first,equity,{},,2019,,,,\npress,bank,second,equity,{},,2019,,,,\n"
)


def block(name: str, language: str, page: str = GUIDE) -> str:
    """The code that the guide shows under a mark."""
    found = re.search(rf"<!-- {name} -->\n```{language}\n(.*?)```\n<!-- /{name} -->", page, re.S)
    assert found
    return found[1]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The example, in a package that offers it as the guide says."""
    module = ModuleType("my_rules")
    exec(compile(block("example", "python"), "my_rules.py", "exec"), module.__dict__)
    monkeypatch.setitem(sys.modules, "my_rules", module)
    offered = re.search(r'^(more-than-all) = "(.*)"$', GUIDE, re.M)
    assert offered
    point = importlib.metadata.EntryPoint(offered[1], offered[2], rules.ENTRY_POINT)
    monkeypatch.setattr(rules, "entry_points", lambda **_: [point])
    rules.all_rules.cache_clear()
    yield
    rules.all_rules.cache_clear()


def judged(folder: Path, *percents: str) -> Assessment:
    """A workspace in which two holders have so many percent each."""
    for name, content in {
        **WORKSPACE,
        "sources/press/holdings.csv": HOLDINGS.format(*percents),
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    workspace = read_workspace(folder, Schema())
    assert not workspace.problems
    return assess(workspace, Schema())


def explanations(assessment: Assessment) -> set[tuple[str, str]]:
    return {(*f.explanation,) for a in assessment.claims.values() for f in a.flags}


@pytest.mark.usefixtures("installed")
def test_the_example_finds_what_it_is_for(tmp_path: Path) -> None:
    """More than all is doubted, in both languages, on both sides."""
    found = judged(tmp_path, "60", "55")
    assert explanations(found) == {
        (
            "2019 各方合计持有银行 115% 的股份。",
            "On 2019 the holders of Bank have 115 % of it between them.",
        )
    }
    assert sum(1 for assessed in found.claims.values() if assessed.flags) == 2


@pytest.mark.usefixtures("installed")
def test_the_example_lets_all_of_it_pass(tmp_path: Path) -> None:
    """A hundred percent between them is no fault."""
    assert not explanations(judged(tmp_path, "60", "40"))


@pytest.mark.usefixtures("installed")
def test_it_is_switched_off_as_the_guide_says(tmp_path: Path) -> None:
    """By the rule's name, with a reason."""
    policy = (packaged_workspace() / "policy.toml").read_text("utf-8")
    (tmp_path / "policy.toml").write_text(policy + block("off", "toml"), "utf-8")
    assert not explanations(judged(tmp_path, "60", "55"))


def test_nobody_is_asked_who_is_not_installed(tmp_path: Path) -> None:
    """Without the package the same workspace raises no doubt."""
    assert not explanations(judged(tmp_path, "60", "55"))


def test_the_two_guides_tell_the_same() -> None:
    """Headings, tables and code stand in both languages."""
    chinese = (DOCS / "plausibility-rules.zh.md").read_text("utf-8")
    for mark in (r"^## ", r"^\| `", r"^```toml", r"^```text", r"^- \*\*"):
        counted = [len(re.findall(mark, page, re.M)) for page in (GUIDE, chinese)]
        assert counted[0] == counted[1], mark
