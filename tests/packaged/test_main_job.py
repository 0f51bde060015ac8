"""The main job on the real article: which products did regulation affect, and why."""

from __future__ import annotations

from pyoxigraph import NamedNode

from finkg.graph import KnowledgeGraph
from finkg.vocabulary import ID, fk, local_name

RECTIFICATION = NamedNode(f"{ID}ant-rectification")


def affected(kg: KnowledgeGraph, predicate: str = "affectedBy") -> set[tuple[str, str]]:
    rows = kg.snapshot.rows(f"SELECT ?s ?o {{ ?s fk:{predicate} ?o }}")
    return {(local_name(row["s"]), local_name(row["o"])) for row in rows}


def test_the_article_alone_finds_two_credit_products(article: KnowledgeGraph) -> None:
    """The rectification's requirement about credit reaches two credit products of its target."""
    answer = article.ask("products-affected-by-regulation")
    rows = {tuple(answer.identifier(cell) for cell in row)[:2] for row in answer.rows}
    assert rows == {("huabei", "ant-rectification"), ("jiebei", "ant-rectification")}


def test_every_row_of_the_article_shows_its_quotes(article: KnowledgeGraph) -> None:
    """The five premises of each row are quotes that stand in the article."""
    answer = article.ask("products-affected-by-regulation")
    for row in answer.rows:
        (proof,) = answer.evidence(row)
        assert proof.step
        assert len(proof.step.premises) == 5
        assert all(leaf.quote and leaf.row for leaf in proof.leaves())


def test_the_article_targets_no_other_company(article: KnowledgeGraph) -> None:
    """微粒贷 and 平安普惠 are credit too; no event of the article targets who offers them."""
    subjects = {subject for subject, _ in affected(article)}
    assert not subjects & {"weilidai", "weiyedai", "pingan-puhui-product", "webank", "lufax"}


def test_the_article_calls_the_exit_no_regulation(article: KnowledgeGraph) -> None:
    """The article's cause of the exit is a market event; no rule calls it regulation."""
    assert "lufax-p2p" not in {subject for subject, _ in affected(article)}
    assert ("lufax-p2p", "lufax-p2p-exit") in affected(article, "changedBy")


def test_better_sources_find_what_the_article_does_not(kg: KnowledgeGraph) -> None:
    """Payment, the money-market product and the P2P business, each by a source that says so."""
    expected = {
        ("alipay", "netsunion-notice-2017"),
        ("tenpay", "reserve-deposit-notice-2018"),
        ("yuebao", "ant-interview-2021-04"),
        ("lufax-p2p", "p2p-rectification"),
        ("ant-group", "ant-fine-2023"),
    }
    assert expected <= affected(kg)


def test_scope_is_not_published_as_effect(kg: KnowledgeGraph) -> None:
    """The law on personal information reaches products by their data, and affects none."""
    assert ("weilidai", "pipl-2021") in affected(kg, "withinScopeOf")
    assert "pipl-2021" not in {cause for _, cause in affected(kg)}


def test_effect_is_part_of_scope_and_of_change(kg: KnowledgeGraph) -> None:
    """What affected a thing reaches it and changed it: the sub-properties of the ontology."""
    assert affected(kg) <= affected(kg, "withinScopeOf")
    assert affected(kg) <= affected(kg, "changedBy")


def test_opinions_are_no_premises(kg: KnowledgeGraph) -> None:
    """No inference rests on an opinion, a forecast or a norm; on a plan once its day is past."""
    premises = kg.snapshot.rows(
        "SELECT DISTINCT ?kind ?standing { GRAPH layer:claims {"
        " ?i fk:premise ?c . ?c fk:kind ?kind ; fk:standing ?standing } }"
    )
    found = {(row["kind"], row["standing"]) for row in premises}
    assert {kind for kind, _ in found} <= {fk("Fact"), fk("Plan")}
    assert {standing for _, standing in found} <= {fk("Accepted"), fk("Doubtful")}
