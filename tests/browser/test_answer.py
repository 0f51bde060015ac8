"""The question that the graph is asked most: which products were affected by regulation?"""

from __future__ import annotations

from finkg.graph import KnowledgeGraph
from finkg.vocabulary import local_name

from .conftest import Open


def test_the_button_answers_with_reasons(open_page: Open) -> None:
    """The affected products, their causes and what joins them are drawn, and the panel says why."""
    view = open_page()
    view.page.click("#ask")
    view.settle()
    ends = view.do(
        """() => finkg.answered().map(id => finkg.statement(id))
            .flatMap(({ subject, value }) => [subject, value])"""
    )
    assert set(ends) == {
        "huabei", "jiebei", "yuebao", "xianghubao", "ant-rectification", "mmf-opinions-2018",
    }  # fmt: skip
    assert {*ends, "req-cut-credit-links"} <= set(view.do("() => finkg.inSight()"))
    answers = view.page.locator("#panel .answer h2").all_inner_texts()
    assert sorted(text.split()[-1] for text in answers) == sorted(
        ["花呗", "借呗", "余额宝", "相互宝"]
    )
    assert "监管事件或法规提出的要求" in view.panel()


def test_an_affected_company_is_no_product(open_page: Open) -> None:
    """The company that regulators targeted is not counted among the products."""
    view = open_page()
    view.do("() => finkg.answer()")
    assert "3 个产品受到监管影响" in view.panel()
    products = view.do("() => finkg.answered().map(id => finkg.statement(id).subject)")
    assert "ant-group" not in products


def test_doubtful_effects_are_named_apart(open_page: Open) -> None:
    """A product whose effect rests on a doubtful premise is shown, but not counted as affected."""
    view = open_page()
    view.page.click("#ask")
    assert "存疑或只是观点：相互宝。" in view.panel()
    view.page.click("[data-layer=doubtful]")
    assert "相互宝" not in view.panel()


def test_the_answer_reads_from_left_to_right(open_page: Open) -> None:
    """What acted, what it required, which activity that is about, which product, whose: each in a
    column of its own, and only such columns as have something in them."""
    view = open_page("packaged")
    view.do("() => finkg.answer()")
    view.settle()
    columns = view.do("() => finkg.columns()")
    assert [column["name"] for column in columns] == [
        "cause", "requirement", "activity", "product", "company",
    ]  # fmt: skip
    x = view.do("() => Object.fromEntries(finkg.inSight().map(id => [id, finkg.place(id).x]))")
    assert sorted(x) == sorted(name for column in columns for name in column["ids"])
    columns_at = [{round(x[name]) for name in column["ids"]} for column in columns]
    assert [len(at) for at in columns_at] == [1] * len(columns)
    assert [at.pop() for at in columns_at] == sorted({round(at) for at in x.values()})


def test_products_with_the_same_reasons_stand_together(open_page: Open) -> None:
    """花呗 and 借呗 were affected by the same events, by the same rules: one section of the panel
    has both, and they stand one below the other with nothing between."""
    view = open_page("packaged")
    view.do("() => finkg.answer()")
    view.settle()
    shared = view.page.locator("#panel .answer", has_text="依据相同")
    assert shared.count() == 1
    assert [text.strip() for text in shared.locator("h2 .link").all_inner_texts()] == [
        "花呗", "借呗",
    ]  # fmt: skip
    products = next(c["ids"] for c in view.do("() => finkg.columns()") if c["name"] == "product")
    assert abs(products.index("huabei") - products.index("jiebei")) == 1


def test_one_product_alone(open_page: Open) -> None:
    """A click on a product in the panel leaves its derivations, and the address keeps that."""
    view = open_page("packaged")
    view.do("() => finkg.answer()")
    view.settle()
    view.page.locator("#panel .answer h2 .link", has_text="芝麻信用").click()
    view.settle()
    assert set(view.do("() => finkg.inSight()")) == {"zhima", "baihang-licensing"}
    address = view.do("() => location.hash")
    again = open_page("packaged", address)
    assert set(again.do("() => finkg.inSight()")) == {"zhima", "baihang-licensing"}
    again.page.locator("#panel .tool", has_text="全部产品").click()
    again.settle()
    assert len(again.do("() => finkg.answered()")) > 20
    assert (
        open_page("packaged", "#view=answer&about=ant-group").do("() => finkg.state.about") is None
    )


def test_a_product_shows_what_it_rests_on(open_page: Open) -> None:
    """Of a product that is selected in the answer its own derivations stand out, with premises."""
    view = open_page("packaged")
    view.do("() => finkg.answer()")
    view.settle()
    view.click_node("zhima")
    names = {name for name, label in view.labels().items() if label["kind"] == "node"}
    assert names == {"zhima", "baihang-licensing"}
    view.page.locator("#banner button", has_text="返回答案").click()
    assert view.do("() => finkg.state.selected") is None
    assert "个产品受到监管影响" in view.panel()


def test_names_of_the_answer_do_not_collide(open_page: Open) -> None:
    """Nearly every node of the answer is named at its first sight, at a legible size."""
    for language in ("zh", "en"):
        view = open_page("packaged", f"#view=answer&lang={language}")
        labels = [it for it in view.labels().values() if it["kind"] == "node"]
        nodes = view.do("() => finkg.inSight().length")
        assert len(labels) >= 0.9 * nodes
        assert min(it["size"] for it in labels) >= 11
        for at, one in enumerate(labels):
            for other in labels[at + 1 :]:
                assert (
                    one["left"] + one["width"] <= other["left"]
                    or other["left"] + other["width"] <= one["left"]
                    or one["top"] + one["height"] <= other["top"]
                    or other["top"] + other["height"] <= one["top"]
                )


def test_the_reasons_are_drawn_as_a_path(open_page: Open) -> None:
    """One conclusion's premises are laid out from its cause to the product, labelled."""
    view = open_page()
    view.do("() => finkg.why('s-huabei affectedBy ant-rectification')")
    assert set(view.do("() => finkg.inSight()")) == {
        "ant-rectification", "req-cut-credit-links", "ant-group", "consumer-credit", "huabei",
    }  # fmt: skip
    assert "s-ant-group offers huabei" in view.labels()


def test_escape_leads_back(open_page: Open) -> None:
    """One key leads from the answer back to the whole picture."""
    view = open_page()
    before = view.do("() => finkg.inSight()")
    view.page.click("#ask")
    view.page.keyboard.press("Escape")
    assert view.do("() => finkg.inSight()") == before


def test_the_answer_is_what_the_question_returns(open_page: Open, kg: KnowledgeGraph) -> None:
    """The picture has a conclusion for each row of the question of that name, and no other but such
    as are doubtful, which look so and are named apart; every conclusion is drawn, and whatever else
    is drawn is a premise of one."""
    view = open_page("packaged")
    view.do("() => finkg.answer()")
    view.settle()
    lines = view.do(
        """() => finkg.answered().map(id => finkg.statement(id))
            .map(({ subject, value, layer }) => [subject, value, layer])"""
    )
    rows = kg.ask("products-affected-by-regulation").rows
    asked = {tuple(local_name(term) for term in row[:2]) for row in rows}
    assert {(product, cause) for product, cause, layer in lines if layer == "inferred"} == asked
    assert {layer for _, _, layer in lines} == {"inferred", "doubtful"}
    drawn, concluded = view.do("() => [finkg.edges(), finkg.answered()]")
    assert set(concluded) <= set(drawn)
    claims = {claim.id: claim for claim in kg.scene().claims}
    made = {edge.id: edge.claims for edge in kg.scene().edges}
    todo, grounds = [claim for name in concluded for claim in made[name]], set[str]()
    while todo:
        claim = todo.pop()
        if claim not in grounds:
            grounds.add(claim)
            todo += [premise for it in claims[claim].inferences for premise in it.premises]
    assert [name for name in drawn if not grounds & {*made[name]}] == []
