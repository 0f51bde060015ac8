"""Proofs leave as flowcharts and as provenance in the W3C's ontology."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal as OneOf

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from finkg.export.mermaid import mermaid
from finkg.export.prov import prov
from finkg.graph import KnowledgeGraph
from finkg.reasoning.proof import Proof

from ..own import Own

PROV = "http://www.w3.org/ns/prov#"
HOSTILE = '"]; click x "javascript:alert(1)"\n<b>#&`\\'


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """A product that is affected in two ways, one of them stated in a text that is quoted."""
    own = Own(
        tmp_path_factory.mktemp("proofs") / "own",
        {"app": "FinancialProduct", "order": "RegulatoryEvent", "duty": "RegulatoryRequirement"},
    )
    own.text("page", "命令针对应用。")
    own.source("gazette", "high")
    own.says("page", "order targets app", quote="命令针对应用")
    own.says("gazette", "order imposes duty")
    own.says("gazette", "duty appliesTo app")
    return own.build()


@pytest.fixture(scope="module")
def proofs(kg: KnowledgeGraph) -> list[Proof]:
    found = kg.why("app", "affectedBy", "order")
    assert [(p.number, p.of) for p in found] == [(1, 2), (2, 2)]
    return found


def test_a_chart_joins_what_is_drawn(kg: KnowledgeGraph, proofs: list[Proof]) -> None:
    """Every arrow leads from one box to another, and every quote and title stands in one."""
    chart = mermaid(proofs, kg.wording, "zh")
    first, *lines = chart.splitlines()
    boxes = {m[1] for line in lines if (m := re.match(r"\s+(\w+)[\[{]", line))}
    arrows = [m.groups() for line in lines if (m := re.match(r"\s+(\w+) -->? (\w+)$", line))]
    assert first == "flowchart TD"
    assert {end for arrow in arrows for end in arrow} == boxes
    assert "「命令针对应用」" in chart
    assert "The gazette" in chart


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_label_breaks_out_of_its_box(tmp_path: Path, lang: OneOf["zh", "en"]) -> None:
    """Quotes, brackets, markup and line feeds are letters: each line has one pair of quotes."""
    own = Own(tmp_path / "own", {"app": "FinancialProduct", "order": "RegulatoryEvent"})
    own.source("gazette", "high")
    own.says("gazette", "order targets app")
    entities = own.folder / "entities" / "all.csv"
    told = HOSTILE.replace('"', '""').replace("\n", " ")
    row = f'app,FinancialProduct,"{told}","{told}",,,\n'
    lines = [x for x in entities.read_text("utf-8").splitlines() if not x.startswith("app")]
    entities.write_text("\n".join(lines) + f"\n{row}", "utf-8")
    kg = own.build()
    chart = mermaid(kg.why("app", "affectedBy", "order"), kg.wording, lang)
    assert "#quot;" in chart
    for line in chart.splitlines()[1:]:
        assert line.count('"') in (0, 2)
        assert not set("<>`\\") & set(line.replace("-->", ""))


def test_provenance_is_the_same_in_the_ontology_of_the_w3c(
    kg: KnowledgeGraph, proofs: list[Proof]
) -> None:
    """Every use of a rule used its premises and generated the conclusion; every leaf is a quote at
    its offsets, or a primary source."""
    store = Store()
    store.load(prov(proofs, kg.wording), RdfFormat.TURTLE)
    uses = {p.step.inference: {q.claim for q in p.step.premises} for p in proofs if p.step}
    for use, premises in uses.items():
        used = store.quads_for_pattern(use, NamedNode(PROV + "used"), None, None)
        assert {quad.object for quad in used} == premises
        made = store.quads_for_pattern(None, NamedNode(PROV + "wasGeneratedBy"), use, None)
        assert {quad.subject for quad in made} == {proofs[0].claim}
    quoted = store.quads_for_pattern(None, NamedNode(PROV + "value"), None, None)
    assert [quad.object for quad in quoted] == [Literal("命令针对应用")]
    cited = store.quads_for_pattern(None, NamedNode(PROV + "hadPrimarySource"), None, None)
    assert {quad.object.value.rpartition("/")[2] for quad in cited} == {"gazette"}


def test_the_same_proofs_give_the_same_bytes(kg: KnowledgeGraph, proofs: list[Proof]) -> None:
    """In whatever order they come."""
    assert prov(proofs, kg.wording) == prov(proofs[::-1], kg.wording)
