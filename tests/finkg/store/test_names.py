"""Entities are found by id, label or alias in either language; a tie is never guessed."""

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from finkg.errors import AmbiguousName, UnknownName
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import ALT_LABEL, ID, LABEL, SUBCLASS_OF, TYPE, fk


def entity(name: str, cls: str, zh: str, en: str, *aliases: str) -> list[Quad]:
    node = NamedNode(ID + name)
    said = [
        (TYPE, fk(cls)),
        (LABEL, Literal(zh, language="zh")),
        (LABEL, Literal(en, language="en")),
        *((ALT_LABEL, Literal(alias, language="zh")) for alias in aliases),
    ]
    graphs = (Layer.ENTITIES.iri, DefaultGraph())
    return [Quad(node, predicate, value, graph) for predicate, value in said for graph in graphs]


@pytest.fixture
def names() -> Names:
    store = Store()
    store.add(Quad(fk("FinancialProduct"), SUBCLASS_OF, fk("Product"), DefaultGraph()))
    store.extend(entity("alipay", "FinancialProduct", "支付宝", "Alipay"))
    store.extend(entity("alipay-co", "Company", "支付宝公司", "Alipay Ltd", "支付宝"))
    store.extend(entity("weilidai", "FinancialProduct", "微粒贷", "Weilidai"))
    store.extend(entity("weiyedai", "FinancialProduct", "微业贷", "Weiyedai"))
    store.extend(entity("loan-a", "Scenario", "贷款", "Loan"))
    store.extend(entity("loan-b", "FinancialProduct", "贷款", "Loan product"))
    store.extend(entity("mark-a", "Scenario", "标记", "Mark"))
    store.extend(entity("mark-b", "Trend", "标记", "Brand"))
    return Names(GraphView(store))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("alipay", "alipay"),
        ("支付宝", "alipay"),
        ("Alipay Ltd", "alipay-co"),
        ("alipay  LTD", "alipay-co"),
        ("ＷＥＩＬＩＤＡＩ", "weilidai"),
        ("贷款", "loan-b"),
        (f"{ID}weiyedai", "weiyedai"),
    ],
)
def test_found(names: Names, name: str, found: str) -> None:
    """A label beats an alias, a product a scenario; width and case do not matter."""
    assert names.find(name) == NamedNode(ID + found)


def test_a_tie_lists_the_candidates(names: Names) -> None:
    """Two things of one name and no reason to prefer one."""
    with pytest.raises(AmbiguousName) as caught:
        names.find("标记")
    assert [c.split()[0] for c in caught.value.candidates] == ["mark-a", "mark-b"]


def test_look_alikes_are_offered_never_chosen(names: Names) -> None:
    """微利贷 is neither 微粒贷 nor 微业贷: both are offered."""
    with pytest.raises(UnknownName) as caught:
        names.find("微利贷")
    assert {n.split()[0] for n in caught.value.nearest} == {"weilidai", "weiyedai"}


def test_of_things_of_one_name_the_likeliest_is_offered(names: Names) -> None:
    """贷款 is a scenario and a product; who misspells it means the product, and hears of each thing
    once, however many of its names are near."""
    with pytest.raises(UnknownName) as caught:
        names.find("贷款款")
    offered = [n.split()[0] for n in caught.value.nearest]
    assert offered[0] == "loan-b"
    assert len(offered) == len({*offered})


def test_only_things_of_the_class_asked_for_are_offered(names: Names) -> None:
    """Who misspells a scenario hears of no product."""
    with pytest.raises(UnknownName) as caught:
        names.find("贷款款", classes=frozenset({fk("Scenario")}))
    assert [n.split()[0] for n in caught.value.nearest] == ["loan-a"]


def test_hostile_names_are_only_unknown(names: Names) -> None:
    """Quotes, braces and angle brackets are text."""
    for name in ('"> } DROP ALL', "<a>", "", "id:\n"):
        with pytest.raises(UnknownName):
            names.find(name)
