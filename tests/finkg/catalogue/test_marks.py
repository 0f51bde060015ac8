"""A row of an answer is marked where it hangs on one source, is disputed, or may not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.catalogue.marks import Mark
from finkg.graph import KnowledgeGraph
from finkg.vocabulary import local_name

from ..own import Own

ENTITIES = {
    "ant": "Company", "huabei": "FinancialProduct", "jiebei": "FinancialProduct",
    "yuebao": "FinancialProduct", "law": "Regulation", "requirement": "RegulatoryRequirement",
}  # fmt: skip


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Own:
    """花呗 by two sources, 借呗 by one and its copy, 余额宝 by one that another denies."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    own = Own(tmp_path / "own", ENTITIES)
    own.source("gazette", "high")
    own.source("paper", "high", "2020-05-01")
    own.source("blog", "low")
    own.source("mirror", "high", copy_of="paper")
    for source in ("gazette", "paper"):
        own.says(source, "ant offers huabei")
    for source in ("paper", "mirror"):
        own.says(source, "ant offers jiebei", valid_from="2019")
    own.says("gazette", "ant offers yuebao")
    own.says("blog", "ant offers yuebao", stance="refutes")
    return own


def marked(kg: KnowledgeGraph) -> dict[str, list[Mark]]:
    answer = kg.ask("products-of-company", company="ant")
    return {local_name(row[0]): answer.marks(row) for row in answer.rows if row[0]}  # type: ignore[arg-type]


def test_a_row_that_hangs_on_one_source(own: Own) -> None:
    """A copy is no second source; what a source denies is in dispute."""
    assert marked(own.build()) == {
        "huabei": [],
        "jiebei": [Mark.SINGLE_SOURCE],
        "yuebao": [Mark.SINGLE_SOURCE, Mark.DISPUTED],
    }


def test_the_same_statement_at_two_times_has_two_sources(own: Own) -> None:
    """Without either the other still carries the row."""
    own.says("gazette", "ant offers jiebei", valid_from="2021")
    assert marked(own.build())["jiebei"] == []


def test_what_may_not_hold_on_the_day(own: Own) -> None:
    """Of a graph as of a day, with what possibly held on it."""
    kg = own.build().as_of("2020-01-01", possible=True)
    assert Mark.TIME_UNKNOWN in marked(kg)["yuebao"]
    assert Mark.TIME_UNKNOWN not in marked(kg)["jiebei"]


def test_a_conclusion_hangs_on_what_all_its_proofs_need(own: Own) -> None:
    """Two sources of one premise do not help where the other premise has one."""
    for source in ("gazette", "paper"):
        own.says(source, "requirement appliesTo huabei")
    own.says("gazette", "law imposes requirement")
    answer = own.build().ask("products-affected-by-regulation")
    assert [answer.marks(row) for row in answer.rows] == [[Mark.SINGLE_SOURCE]]
    own.says("paper", "law imposes requirement")
    answer = own.build().ask("products-affected-by-regulation")
    assert [answer.marks(row) for row in answer.rows] == [[]]
