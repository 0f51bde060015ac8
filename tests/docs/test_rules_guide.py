"""The example of the guide to rules of inference works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from finkg.build.pipeline import build
from finkg.graph import open_graph

DOCS = Path(__file__).resolve().parents[2] / "docs"
WORKSPACE = {
    "workspace.toml": 'date = "2026-01-01"\ntitle = { zh = "小", en = "Small" }\n',
    "entities/all.csv": "id,type,label_zh,label_en,aliases,broader,note\nbank,Bank,银行,Bank,,,\n"
    "card,FinancialProduct,卡,Card,,,\npayment,BusinessActivity,支付,Payment,,,\n",
    "sources/press/citations.csv": "id,title,publisher,address,published,recorded,reliability,"
    "copy_of,note\npress,The press,Press,https://example.org/press,2020,2026-01-01,medium,,\n",
    "sources/press/claims.csv": "source,subject,property,value,valid_from,valid_to,as_of,kind,"
    "stance,note\npress,bank,offers,card,,,,,,\npress,card,hasActivity,payment,,,,,,\n",
}


def example(page: str) -> str:
    guide = (DOCS / page).read_text("utf-8")
    found = re.search(r"<!-- example -->\n```sparql\n(.*?)```", guide, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("page", ["rules.md", "rules.zh.md"])
def test_the_example_concludes_with_its_proof(tmp_path: Path, page: str) -> None:
    """Saved in a workspace, it draws the conclusion, and the proof says why in both languages."""
    rule = {"rules/business-of-its-products.rq": example(page)}
    for name, content in {**WORKSPACE, **rule}.items():
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    build(tmp_path / "own", tmp_path / "snapshot")
    (proof,) = open_graph(tmp_path / "snapshot").why("银行", "hasActivity", "支付")
    assert proof.step
    assert proof.step.rule.value.endswith("/business-of-its-products")
    assert [leaf.title for leaf in proof.leaves()] == ["The press", "The press"]
    assert proof.step.sentence_zh
    assert proof.step.sentence_en
    assert proof.sole_sources == ("The press",)


def test_the_two_guides_tell_the_same() -> None:
    """Headings, tables and code stand in both languages."""
    pages = [(DOCS / name).read_text("utf-8") for name in ("rules.md", "rules.zh.md")]
    for mark in (r"^## ", r"^\| `", r"^```", r"^- "):
        counted = [len(re.findall(mark, page, re.MULTILINE)) for page in pages]
        assert counted[0] == counted[1], mark
    assert example("rules.md") == example("rules.zh.md")
