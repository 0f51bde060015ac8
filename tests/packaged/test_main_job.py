"""The main job on the real article: which products did regulation affect, and why."""

from __future__ import annotations

from pyoxigraph import NamedNode

from finkg.graph import KnowledgeGraph
from finkg.vocabulary import ID, fk, local_name

RECTIFICATION = NamedNode(f"{ID}ant-rectification")


def affected(kg: KnowledgeGraph, predicate: str = "affectedBy") -> set[tuple[str, str]]:
    rows = kg.snapshot.rows(f"SELECT ?s ?o {{ ?s fk:{predicate} ?o }}")
    return {(local_name(row["s"]), local_name(row["o"])) for row in rows}


def test_huabei_and_jiebei_are_the_affected_products(kg: KnowledgeGraph) -> None:
    """The rectification's requirement about credit reaches two credit products of its target."""
    answer = kg.ask("products-affected-by-regulation")
    rows = {tuple(answer.identifier(cell) for cell in row)[:2] for row in answer.rows}
    assert rows == {("huabei", "ant-rectification"), ("jiebei", "ant-rectification")}


def test_every_row_of_the_answer_shows_its_quotes(kg: KnowledgeGraph) -> None:
    """The five premises of each row are quotes that stand in the article."""
    answer = kg.ask("products-affected-by-regulation")
    for row in answer.rows:
        (proof,) = answer.evidence(row)
        assert proof.step
        assert len(proof.step.premises) == 5
        assert all(leaf.quote and leaf.row for leaf in proof.leaves())


def test_products_of_untargeted_companies_are_not_affected(kg: KnowledgeGraph) -> None:
    """微粒贷 and 平安普惠 are credit too; no event of the article targets who offers them."""
    subjects = {subject for subject, _ in affected(kg)}
    assert not subjects & {"weilidai", "weiyedai", "pingan-puhui-product", "webank", "lufax"}


def test_lufax_p2p_was_changed_by_an_event_and_not_affected(kg: KnowledgeGraph) -> None:
    """The article's cause of the exit is a market event; no rule calls it regulation."""
    assert "lufax-p2p" not in {subject for subject, _ in affected(kg)}
    assert ("lufax-p2p", "lufax-p2p-exit") in affected(kg, "changedBy")


def test_scope_is_not_published_as_effect(kg: KnowledgeGraph) -> None:
    """The law on personal information reaches products by their data, and affects none."""
    assert ("weilidai", "pipl-2021") in affected(kg, "withinScopeOf")
    assert "pipl-2021" not in {cause for _, cause in affected(kg)}


def test_effect_is_part_of_scope_and_of_change(kg: KnowledgeGraph) -> None:
    """What affected a thing reaches it and changed it: the sub-properties of the ontology."""
    assert affected(kg) <= affected(kg, "withinScopeOf")
    assert affected(kg) <= affected(kg, "changedBy")


def test_opinions_are_no_premises(kg: KnowledgeGraph) -> None:
    """No inference rests on an opinion, a forecast or a norm."""
    premises = kg.snapshot.rows(
        "SELECT DISTINCT ?kind { GRAPH layer:claims { ?i fk:premise ?c . ?c fk:kind ?kind } }"
    )
    assert {row["kind"] for row in premises} == {fk("Fact")}
