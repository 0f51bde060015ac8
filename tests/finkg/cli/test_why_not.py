"""Why not on the command line: what a statement that the graph does not have lacks, in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ..own import Own

if TYPE_CHECKING:
    from conftest import Run

LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
DRAFT = ("why", "huabei", "withinScopeOf", "microloan-company-draft-2024")
EFFECT = ("why", "huabei", "affectedBy", "pipl-2021")
OPINION = ("why", "xianghubao", "affectedBy", "mutual-aid-article-2020")
HOSTILE = '{0} "花" {subject} <b> %s'


def data(run: Run, *arguments: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run(*arguments, "--format", "json").out)
    return told


@LANGUAGES
def test_the_nearest_rules_with_what_is_there_and_missing(run: Run, lang: str) -> None:
    """Premises that are there come with their evidence, one that is missing in the same words."""
    ran = run(*EFFECT, lang=lang)
    assert ran.code == 0
    assert "1. exit-from-business · " in ran.out
    assert "sources/cited/claims.csv:" in ran.out
    label = {"zh": "尚缺：", "en": "missing: "}[lang]
    lines = [line.strip() for line in ran.out.splitlines() if label in line]
    law = {"zh": "中华人民共和国个人信息保护法", "en": "Personal Information Protection Law"}[lang]
    assert lines
    assert all(line.startswith(f"✗ {label}") and law in line for line in lines)


@LANGUAGES
def test_a_proof_is_told_once(run: Run, lang: str) -> None:
    """What several rules have there is told with its evidence at the first."""
    out = run(*EFFECT, lang=lang).out
    assert {"zh": "（见上）", "en": "(see above)"}[lang] in out
    assert out.count("「断开与信贷业务的不当连接」") == 1


@LANGUAGES
def test_a_condition_names_the_term_and_the_class(run: Run, lang: str) -> None:
    """A draft is classed as such, and not as the legal instrument that the rule asks for."""
    out = run(*DRAFT, lang=lang).out
    classed = {
        "zh": "（征求意见稿）属于征求意见稿，不属于法律文件",
        "en": "is classed as “draft instrument”, not as “legal instrument”",
    }
    assert classed[lang] in out


@LANGUAGES
def test_what_is_said_and_does_not_count(run: Run, lang: str) -> None:
    """An opinion is shown under what is missing, marked as one, with its source."""
    out = run(*OPINION, lang=lang).out
    assert {"zh": "〔观点〕", "en": "[opinion]"}[lang] in out
    assert {"zh": "有此说法，但不能作前提：", "en": "said, but no premise for a rule:"}[lang] in out
    assert "sources/cited/effects.csv:" in out


@LANGUAGES
def test_what_no_rule_concludes_has_to_be_stated(run: Run, lang: str) -> None:
    """A founding day follows from nothing."""
    out = run("why", "huabei", "foundedOn", lang=lang).out
    assert (
        out
        == {
            "zh": "没有规则能得出“成立于”：须由来源陈述。\n",
            "en": "No rule concludes “was founded on”: a source has to state it.\n",
        }[lang]
    )


@LANGUAGES
def test_what_is_open_is_some_thing_of_its_class(run: Run, lang: str) -> None:
    """Without a value; what is unknown twice bears a letter."""
    out = run("why", "weilidai", "affectedBy", lang=lang).out
    assert {"zh": "✗ 尚缺：某事件 针对 微粒贷", "en": "✗ missing: some event targets Weilidai"}[
        lang
    ] in out
    exposure = run("why", "hkex", "exposedTo", "pipl-2021", lang=lang).out
    product = {"zh": "某产品 x", "en": "some product x"}[lang]
    assert exposure.count(product) == 2


def test_the_same_as_data(run: Run) -> None:
    """In JSON an object stands where the list of proofs would; words in both languages."""
    found = data(run, *DRAFT)["why_not"]
    assert (found["rule_count"], found["may_be_stated"], found["claims"]) == (4, False, [])
    first = found["nearest"][0]
    assert first["rule"] == "scope-by-activity"
    (match,) = first["matches"]
    assert [there["property"].rpartition("#")[2] for there in match["there"]] == [
        "regulatesActivity",
        "hasActivity",
    ]
    assert match["missing"] == []
    assert match["unmet"][0]["classes"] == ["https://w3id.org/finkg/ns#LegalInstrument"]
    assert match["unmet"][0]["zh"] != match["unmet"][0]["en"]


def test_a_missing_premise_as_data_is_asked_in_turn(run: Run) -> None:
    """With what is open as null, the claims that do not count, and the rule nearest to it."""
    found = data(run, *OPINION)["why_not"]["nearest"][0]["matches"][0]["missing"][0]
    assert found["not_counted"][0]["standing"] == "OpinionStanding"
    open_ = data(run, "why", "weilidai", "succeeds")["why_not"]["nearest"][0]["matches"][0]
    assert open_["missing"][0]["value"] is None
    effect = data(run, *DRAFT)["why_not"]["nearest"][1]["matches"][0]["missing"][0]
    assert effect["why_not"]["nearest"][0]["matches"][0]["missing"]


def test_what_is_found_is_told_as_before(run: Run) -> None:
    """A statement that stands: a list of proofs; drawings and PROV hold proofs alone."""
    stands = ("why", "huabei", "affectedBy", "ant-rectification")
    proofs = json.loads(run(*stands, "--format", "json").out)
    assert {proof["standing"] for proof in proofs} == {"Accepted"}
    assert "✗" not in run(*stands).out
    for form in ("mermaid", "prov"):
        assert "missing" not in run(*EFFECT, "--format", form).out


@pytest.fixture
def own(tmp_path: Path) -> Own:
    workspace = Own(tmp_path / "own", {"law": "Regulation", "payment": "BusinessActivity"})
    cell = HOSTILE.replace('"', '""')
    workspace.write(
        "entities/odd.csv",
        "id,type,label_zh,label_en,aliases,broader,note\n"
        f'odd,FinancialProduct,"{cell}","{cell}",,,\n',
    )
    workspace.source("press", "medium")
    workspace.says("press", "law regulatesActivity payment")
    return workspace


@LANGUAGES
def test_odd_names_are_told_as_they_are(run: Run, own: Own, lang: str) -> None:
    """Braces and quotes in a label mean nothing to a rule's sentence."""
    place = own.folder / "snapshot"
    assert run("build", str(own.folder), "-o", str(place), graph=None).code == 0
    out = run("why", HOSTILE, "withinScopeOf", "law", graph=place, lang=lang).out
    told = {"zh": f"law规范{HOSTILE}所开展的业务。", "en": f"an activity that {HOSTILE} has."}
    assert told[lang] in out


@LANGUAGES
def test_what_never_holds_together_shows_the_days(run: Run, own: Own, lang: str) -> None:
    """The product ended before the law took effect: both days are told with their evidence."""
    for statement in ("odd hasActivity payment", "odd closedOn 2012", "law effectiveOn 2014"):
        own.says("press", statement)
    place = own.folder / "snapshot"
    assert run("build", str(own.folder), "-o", str(place), graph=None).code == 0
    out = run("why", "odd", "withinScopeOf", "law", graph=place, lang=lang).out
    never = {"zh": "从未同时成立：", "en": "never hold together:"}[lang]
    below = out.partition(never)[2].partition("2. ")[0]
    assert "2012" in below
    assert "2014" in below
