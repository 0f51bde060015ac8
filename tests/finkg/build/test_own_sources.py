"""A workspace of one's own, built beside the article: nothing is swallowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.build.pipeline import build
from finkg.errors import InvalidWorkspace
from finkg.graph import KnowledgeGraph
from finkg.store.layers import Layer
from finkg.store.snapshot import Snapshot
from finkg.vocabulary import local_name

CITATIONS = "id,title,publisher,address,published,recorded,reliability,copy_of,note\n"
CLAIMS = "source,subject,property,value,valid_from,valid_to,as_of,kind,stance,note\n"
JUDGEMENTS = "subject,property,value,detail,rank,reason_zh,reason_en,by,on\n"


@pytest.fixture
def workspace(article_workspace: Path, tmp_path: Path) -> Path:
    """Two cited sources, one better than the article and one of its tier."""
    folder = tmp_path / "mine"
    (folder / "sources" / "press").mkdir(parents=True)
    (folder / "workspace.toml").write_text(
        'title = { zh = "试", en = "Trial" }\ndate = "2026-11-24"\nextends = ["../article"]\n',
        encoding="utf-8",
    )
    rows = "".join(
        f"{name},Report,Press,https://example.org/{name},2020,2026-01-01,{tier},,\n"
        for name, tier in (("report-good", "high"), ("report-poor", "low"))
    )
    (folder / "sources" / "press" / "citations.csv").write_text(CITATIONS + rows, "utf-8")
    return folder


def built(folder: Path, *claims: str, judgements: str = "") -> KnowledgeGraph:
    text = CLAIMS + "".join(f"{line}\n" for line in claims)
    (folder / "sources" / "press" / "claims.csv").write_text(text, "utf-8")
    (folder / "judgements.csv").write_text(JUDGEMENTS + judgements, "utf-8")
    build(folder, folder / "snapshot")
    return KnowledgeGraph(Snapshot(folder / "snapshot"))


def values(kg: KnowledgeGraph, pattern: str, layer: Layer | None = None) -> set[str]:
    graph = f"GRAPH layer:{layer.value} {{ {pattern} }}" if layer else pattern
    rows = kg.snapshot.rows(f"SELECT ?x {{ {graph} }}", [layer] if layer else [])
    return {local_name(row["x"]) if hasattr(row["x"], "value") and "://" in row["x"].value
            else row["x"].value for row in rows}  # fmt: skip


LAUNCH = "id:yuebao fk:launchedOn ?x"


def test_a_better_source_brings_the_true_date_and_keeps_the_other(workspace: Path) -> None:
    """2013-06 is accepted; the article's 2025 is outranked, and still there with its quote."""
    kg = built(workspace, "report-good,yuebao,launchedOn,2013-06,,,,,,")
    assert values(kg, LAUNCH) == {"2013-06"}
    assert values(kg, LAUNCH, Layer.DOUBTFUL) == set()
    standings = "?c fk:claimSubject id:yuebao ; fk:claimProperty fk:launchedOn ; fk:standing ?x"
    assert values(kg, standings, Layer.CLAIMS) == {"Accepted", "Outranked"}


def test_a_source_of_the_same_tier_leaves_the_dispute_open(workspace: Path) -> None:
    """Neither date is in the plain view, and both sides stand in the doubtful layer."""
    kg = built(workspace, "report-poor,yuebao,launchedOn,2013-06,,,,,,")
    assert values(kg, LAUNCH) == set()
    assert values(kg, LAUNCH, Layer.DOUBTFUL) == {"2013-06", "2025"}
    assert values(kg, "?d fk:disputeState ?x", Layer.CLAIMS) == {"OpenDispute"}


def test_a_judgement_settles_it_and_says_why(workspace: Path) -> None:
    """A person's preference is written into the claim, with reason, name and day."""
    judgement = (
        "yuebao,launchedOn,2013-06,,preferred,见年报,see the annual report,an editor,2026-01-02\n"
    )
    kg = built(workspace, "report-poor,yuebao,launchedOn,2013-06,,,,,,", judgements=judgement)
    assert values(kg, LAUNCH) == {"2013-06"}
    reasons = values(kg, "?c fk:rank fk:PreferredRank ; fk:rankReason ?x", Layer.CLAIMS)
    assert "see the annual report (an editor, 2026-01-02)" in reasons


def test_a_deprecated_claim_leaves_truth_with_all_that_rests_on_it(workspace: Path) -> None:
    """Judged out, 花呗's activity is no premise any more; 借呗's still is."""
    judgement = (
        "huabei,hasActivity,credit,,deprecated,另有所指,means something else,an editor,2026-01-02\n"
    )
    kg = built(workspace, judgements=judgement)
    assert values(kg, "?x fk:affectedBy id:ant-rectification . ?x a fk:FinancialProduct") == {
        "jiebei"
    }
    assert values(kg, "id:huabei fk:hasActivity ?x") == set()


def test_a_refuted_premise_makes_its_conclusion_doubtful(workspace: Path) -> None:
    """A better source denies it: the claim is doubtful, and so is what follows from it."""
    kg = built(workspace, "report-good,huabei,hasActivity,credit,,,,,refutes,")
    affected = "?x fk:affectedBy id:ant-rectification . FILTER (?x = id:huabei)"
    assert values(kg, affected) == set()
    assert values(kg, affected, Layer.DOUBTFUL) == {"huabei"}


def test_a_second_source_is_a_second_piece_of_evidence(workspace: Path) -> None:
    """The same statement from elsewhere meets the same claim."""
    kg = built(workspace, "report-good,ant-group,offers,huabei,,,,,,")
    claim = "?c fk:claimSubject id:ant-group ; fk:claimProperty fk:offers ; fk:claimValue id:huabei"
    assert len(values(kg, f"{claim} . BIND(?c AS ?x)", Layer.CLAIMS)) == 1
    assert len(values(kg, f"{claim} ; fk:evidence ?x", Layer.CLAIMS)) == 2


def test_a_judgement_that_meets_no_claim_stops_the_build(workspace: Path) -> None:
    """Whoever judged it meant something; silence would swallow that."""
    judgement = "huabei,launchedOn,2014,,deprecated,无,none,an editor,2026-01-02\n"
    with pytest.raises(InvalidWorkspace) as caught:
        built(workspace, judgements=judgement)
    (problem,) = caught.value.problems
    assert str(problem.where).startswith("judgements.csv:2")
