"""The question that the graph is asked most: which products were affected by regulation?"""

from __future__ import annotations

from finkg.graph import KnowledgeGraph
from finkg.vocabulary import local_name

from .conftest import Open


def test_the_button_answers_with_reasons(open_page: Open) -> None:
    """The affected products and their causes alone are drawn, and the panel says why."""
    view = open_page()
    view.page.click("#ask")
    assert set(view.do("() => finkg.inSight()")) == {
        "huabei", "jiebei", "yuebao", "xianghubao", "ant-rectification", "mmf-opinions-2018",
    }  # fmt: skip
    answers = view.page.locator("#panel .answer h2").all_inner_texts()
    assert sorted(text.split()[-1] for text in answers) == sorted(
        ["花呗", "借呗", "余额宝", "相互宝"]
    )
    assert "监管事件或法规提出的要求" in view.panel()


def test_an_affected_company_is_no_product(open_page: Open) -> None:
    """The company that regulators targeted is not counted among the products."""
    view = open_page()
    view.do("() => finkg.answer()")
    assert "ant-group" not in view.do("() => finkg.inSight()")
    assert "3 个产品受到监管影响" in view.panel()


def test_doubtful_effects_are_named_apart(open_page: Open) -> None:
    """A product whose effect rests on a doubtful premise is shown, but not counted as affected."""
    view = open_page()
    view.page.click("#ask")
    assert "存疑或只是观点：相互宝。" in view.panel()
    view.page.click("[data-layer=doubtful]")
    assert "相互宝" not in view.panel()


def test_causes_stand_left_of_products(open_page: Open) -> None:
    """The answer reads from left to right: what acted, then what it acted on."""
    view = open_page()
    view.do("() => finkg.answer()")
    x = view.do("() => Object.fromEntries(finkg.inSight().map(id => [id, finkg.place(id).x]))")
    causes = [x.pop("ant-rectification"), x.pop("mmf-opinions-2018")]
    assert max(causes) < min(x.values())


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
    """The picture draws a line for each row of the question of that name, and no other but such as
    are doubtful, which look so and are named apart."""
    view = open_page("packaged")
    view.do("() => finkg.answer()")
    view.settle()
    lines = view.do(
        """() => finkg.edges().map(id => finkg.statement(id))
            .map(({ subject, value, layer }) => [subject, value, layer])"""
    )
    rows = kg.ask("products-affected-by-regulation").rows
    asked = {tuple(local_name(term) for term in row[:2]) for row in rows}
    assert {(product, cause) for product, cause, layer in lines if layer == "inferred"} == asked
    assert {layer for _, _, layer in lines} == {"inferred", "doubtful"}
