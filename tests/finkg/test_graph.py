"""The Python face does what the commands do."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

import finkg
from finkg.errors import AmbiguousName, UnknownName
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import ID

HUABEI = NamedNode(f"{ID}huabei")


def test_a_graph_is_opened_by_its_path(packaged_snapshot: Path) -> None:
    """finkg.open takes a snapshot as the commands' --graph does."""
    assert finkg.open(packaged_snapshot).entity("花呗") == HUABEI


def test_questions_take_parameters_by_name(kg: KnowledgeGraph) -> None:
    """The same answer by id, label or alias; a name that leads nowhere is an error."""
    answers = [
        kg.ask("products-of-company", company=name).rows for name in ("ant-group", "蚂蚁金服")
    ]
    assert answers[0] == answers[1]
    with pytest.raises((UnknownName, AmbiguousName)):
        kg.ask("products-of-company", company="没有这家公司")


def test_a_select_query_is_an_answer(kg: KnowledgeGraph) -> None:
    """Its variables are the headings; entities have labels in both languages."""
    answer = kg.select(
        "SELECT ?product { ?product fk:affectedBy id:ant-rectification ; a fk:FinancialProduct }"
    )
    assert [column.name for column in answer.columns] == ["product"]
    assert {answer.text(cell, "zh") for (cell,) in answer.rows} >= {"花呗", "借呗", "支付宝"}


def test_export_tells_the_syntax_from_the_path(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """A layer can be written alone."""
    path = kg.export(tmp_path / "truth.nt", layers=["truth"])
    assert f"<{ID}ant-group>" in path.read_text("utf-8")
    assert "Claim" not in path.read_text("utf-8")


def test_rdflib_reads_the_plain_view(kg: KnowledgeGraph) -> None:
    """A real Dataset: its default graph is what a query sees without asking for more."""
    text = "SELECT ?c { id:huabei fk:affectedBy ?c }"
    found = {str(row[0]) for row in kg.to_rdflib().query(text)}
    assert f"{ID}ant-rectification" in found
    assert found == {row["c"].value for row in kg.snapshot.rows(text)}


def test_networkx_keeps_parallel_statements(kg: KnowledgeGraph) -> None:
    """花呗 was affected by the rectification, changed by it, and lies within its scope."""
    graph = kg.to_networkx()
    between = graph.get_edge_data("huabei", "ant-rectification")
    said = {attributes["property"] for attributes in between.values()}
    assert said == {"affectedBy", "changedBy", "withinScopeOf"}
    assert graph.nodes["huabei"]["label_zh"] == "花呗"


def test_pyvis_holds_every_node_of_the_scene(kg: KnowledgeGraph) -> None:
    """A real Network, with the scene's nodes."""
    assert len(kg.to_pyvis().nodes) == len(kg.scene().nodes)
