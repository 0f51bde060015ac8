"""Analyses as answers: each row shows what it was computed from, by question and by method."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from finkg.catalogue.answer import Answer
from finkg.catalogue.marks import Mark
from finkg.errors import UnknownName
from finkg.vocabulary import local_name

from ..own import Own

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

Asked = Callable[["KnowledgeGraph"], Answer]

#: Each question with the method that answers it.
_SAME: dict[str, tuple[dict[str, str], Asked]] = {
    "connections": ({"start": "微众银行", "end": "花呗"}, lambda kg: kg.path("webank", "huabei")),
    "bridges": (
        {"one": "蚂蚁集团", "other": "微众银行"},
        lambda kg: kg.bridges("ant-group", "webank"),
    ),
    "central-entities": ({}, lambda kg: kg.central()),
    "communities": ({}, lambda kg: kg.communities()),
    "community-members": ({"of": "微众银行"}, lambda kg: kg.community("webank")),
    "similar-products": ({}, lambda kg: kg.similar()),
}


@pytest.fixture(params=[*_SAME])
def both(request: pytest.FixtureRequest, kg: KnowledgeGraph) -> tuple[Answer, Answer]:
    """The answer of a question, and that of the method."""
    given, method = _SAME[request.param]
    return kg.ask(request.param, **given), method(kg)


def test_the_method_answers_as_the_question(both: tuple[Answer, Answer]) -> None:
    """The same rows under the same headings, on the same grounds."""
    asked, called = both
    assert asked.rows
    assert (asked.columns, asked.rows) == (called.columns, called.rows)
    assert (asked.title, asked.question) == (called.title, called.question)
    assert asked.grounds == called.grounds


def test_every_row_shows_the_statements_behind_it(both: tuple[Answer, Answer]) -> None:
    """Each statement of its grounds is proved, down to quotes or citations."""
    asked, _ = both
    for row in asked.rows:
        proofs = asked.evidence(row)
        proved = {(proof.subject, proof.predicate, proof.value) for proof in proofs}
        assert proved == {*asked.grounds[row]}
        assert all([*proof.leaves()] for proof in proofs)


def test_nothing_doubtful_is_among_the_grounds(both: tuple[Answer, Answer]) -> None:
    """Of each some claim is accepted."""
    asked, _ = both
    for row in asked.rows:
        proofs = asked.evidence(row)
        accepted = {p.subject.value + str(p.value) for p in proofs if p.standing == "Accepted"}
        assert accepted == {s.value + str(o) for s, _, o in asked.grounds[row]}


def test_a_count_bears_no_marks(both: tuple[Answer, Answer]) -> None:
    """That a row falls without a source is said where it stands on each of its statements."""
    asked, _ = both
    marked = [row for row in asked.rows if asked.marks(row)]
    assert bool(marked) is (asked.question == "connections")
    assert asked.has_marks is (asked.question == "connections")


def test_a_path_does_not_run_through_what_all_have(kg: KnowledgeGraph) -> None:
    """Credit connects half of the products; it says nothing of two of them."""
    for answer in (kg.path("微众银行", "花呗", most=20), kg.path("借呗", "微粒贷", most=20)):
        passed = {answer.identifier(row[5]) for row in answer.rows}
        assert passed
        assert not passed & {"credit", "p2p", "internet-finance", "personal-information"}
        assert "信贷" in answer.remark.zh


def test_a_path_runs_through_what_it_is_asked_to(kg: KnowledgeGraph) -> None:
    """Every path then, and other hubs stay closed."""
    answer = kg.path("微众银行", "花呗", through=["信贷"], most=5)
    through = {row[0] for row in answer.rows if answer.identifier(row[5]) == "credit"}
    assert through == {row[0] for row in answer.rows}
    assert "信贷" not in answer.remark.zh
    assert "Credit" not in answer.remark.en


def test_hubs_can_be_opened(kg: KnowledgeGraph) -> None:
    """The cheapest path is then no dearer, and nothing is said of hubs."""
    answer = kg.path("微众银行", "花呗", hubs=True, most=20)
    assert {"internet-finance", "credit"} & {answer.identifier(row[5]) for row in answer.rows}
    assert answer.remark == ("", "")


def test_kinds_between_can_be_chosen(kg: KnowledgeGraph) -> None:
    """Only products stand between, by their class or what it is called."""
    for name in ("Product", "产品", "product", "fk:Product"):
        answer = kg.path("蚂蚁集团", "芝麻信用", via=[name])
        assert answer.rows
        steps = [(row[2], row[5]) for row in answer.rows]
        between = {end for pair in steps for end in pair} - {
            kg.entity("蚂蚁集团"), kg.entity("芝麻信用")
        }  # fmt: skip
        assert all("Product" in {*map(local_name, kg.names.classes(e))} for e in between if e)  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="Product"):
        kg.path("蚂蚁集团", "芝麻信用", via=["Prodct"])


def test_a_step_back_is_read_by_its_inverse(kg: KnowledgeGraph) -> None:
    """From the parent down it has a subsidiary; where there is no word, an arrow tells."""
    down = kg.path("中国平安", "陆金所控股", relations=["parentOrganization"])
    assert [(row[3].value, local_name(row[4])) for row in down.rows] == [("→", "hasSubsidiary")]  # type: ignore[union-attr,arg-type]
    back = kg.path("花呗", "蚂蚁集团", relations=["offers"], most=1)
    assert [(row[3].value, local_name(row[4])) for row in back.rows] == [("←", "offers")]  # type: ignore[union-attr,arg-type]


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("花呗", "Huabei"), "起点与终点是同一事物：花呗", "are the same thing: Huabei"),
        (("网络攻击", "花呗"), "没有路径", "No path connects Cyber-attacks and Huabei"),
        (("internet-finance-cases", "花呗"), "没有陈述把", "No statement connects"),
    ],
)
def test_why_there_is_no_path(
    kg: KnowledgeGraph, arguments: tuple[str, str], zh: str, en: str
) -> None:
    """Is said in both languages, by the names of the things."""
    for answer in (
        kg.path(*arguments),
        kg.ask("connections", **dict(zip(("start", "end"), arguments, strict=True))),
    ):
        assert not answer.rows
        assert zh in answer.remark.zh
        assert en in answer.remark.en


def test_why_no_path_is_open(kg: KnowledgeGraph) -> None:
    """Hubs, kinds and stops that stand in the way are told from there being none."""
    only_kinds = kg.path("微众银行", "花呗", via=["Product"])
    assert "所选类别" in only_kinds.remark.zh
    not_there = kg.path("微众银行", "花呗", through=["网络攻击"])
    assert "依次经过" in not_there.remark.zh


def test_hubs_that_stand_in_the_way_are_named(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Twelve products have nothing in common but their business, and that they have."""
    products = [f"product-{n}" for n in range(12)]
    entities = {**dict.fromkeys(products, "Product"), "lending": "BusinessActivity"}
    own = Own(tmp_path_factory.mktemp("hub") / "own", entities)
    own.source("gazette", "high")
    for product in products:
        own.says("gazette", f"{product} hasActivity lending")
    graph = own.build()
    answer = graph.path("product-0", "product-1")
    assert not answer.rows
    assert "只经枢纽相连，例如lending" in answer.remark.zh
    assert "through hubs only, such as lending" in answer.remark.en
    assert len(graph.path("product-0", "product-1", through=["lending"])) == 2
    assert len(graph.path("product-0", "product-1", hubs=True)) == 2
    assert len(graph.path("product-0", "lending")) == 1


@pytest.fixture(scope="module")
def doubted(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """A company of which one source says that it offers a product, and another that it does not;
    and a company that surely offers something else."""
    entities = {"ant": "Company", "pay": "Product", "lend": "Product"}
    own = Own(tmp_path_factory.mktemp("doubted") / "own", entities)
    for name in ("gazette", "agency"):
        own.source(name, "high")
    own.says("gazette", "ant offers pay")
    own.says("gazette", "ant offers lend")
    own.says("agency", "ant offers lend", stance="refutes")
    return own.build()


def test_a_doubtful_statement_leads_nowhere(doubted: KnowledgeGraph) -> None:
    """Unless its layer is opened; then the step says that it is doubtful."""
    assert not doubted.path("pay", "lend").rows
    opened = doubted.path("pay", "lend", layers=["doubtful"])
    standing = {opened.identifier(row[7]) for row in opened.rows}
    assert standing == {"Accepted", "Doubtful"}
    assert [opened.marks(row) for row in opened.rows][1][0] is Mark.SINGLE_SOURCE


def test_a_doubtful_statement_counts_nowhere(doubted: KnowledgeGraph) -> None:
    """No centre, no community and no likeness rests on it."""
    assert [doubted.central().identifier(r[1]) for r in doubted.central().rows] == ["ant", "pay"]
    (row,) = doubted.communities().rows
    assert doubted.communities().identifier(row[3]) == "2"
    assert not doubted.similar().rows


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """A control that surely goes on, and an offer of which nothing is known after 2014."""
    own = Own(
        tmp_path_factory.mktemp("dated") / "own", dict.fromkeys(("ant", "bee", "cow"), "Company")
    )
    own.source("gazette", "high")
    own.says("gazette", "bee controlledBy ant", valid_from="2014", valid_to="2030")
    own.says("gazette", "cow controlledBy bee", as_of="2014-12-01")
    own.says("gazette", "cow foundedBy ant")
    return own.build()


def test_what_may_have_held_is_marked(own_cache: None, dated: KnowledgeGraph) -> None:
    """On a day a path over what is unknown is no sure one, wherever it stands in the list."""
    day = dated.as_of("2020-01-01", possible=True)
    answer = day.path("bee", "cow")
    assert [column.name for column in answer.columns][-1] == "holds"
    said = {answer.identifier(row[4]): answer.identifier(row[-1]) for row in answer.rows}
    assert said == {"controlledBy": "TimeUnknown", "foundedBy": "Accepted"} | said
    assert all(answer.evidence(row) for row in answer.rows)
    sure = {row[2:9] for row in dated.as_of("2020-01-01").path("bee", "cow").rows}
    for row in answer.rows:
        assert (row[2:9] in sure) is (answer.identifier(row[-1]) == "Accepted")
