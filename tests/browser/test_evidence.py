"""Every statement leads to its evidence, and every conclusion to its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .conftest import Open, Opened

if TYPE_CHECKING:
    from playwright.sync_api import Locator


def statement(view: Opened, words: str) -> Locator:
    return view.page.locator("#panel .statement").filter(
        has=view.page.locator(".sentence", has_text=words)
    )


def test_a_click_on_a_node_shows_its_quotes(open_page: Open) -> None:
    """The mouse on a company brings every statement about it, each with the quote it rests on."""
    view = open_page()
    view.click_node("ant-group")
    assert view.page.locator("#panel h1").inner_text() == "蚂蚁集团"
    offer = statement(view, "提供 花呗")
    assert offer.locator("blockquote").inner_text() == "信贷(花呗、借呗)"
    assert "《互联网金融发展案例有何启示?》" in offer.inner_text()
    assert "可靠性：低" in offer.inner_text()


def test_the_place_of_a_quote_is_told(open_page: Open) -> None:
    """A quote names its place in the text, and the context that its subject or date came from."""
    view = open_page()
    view.do("() => finkg.select('alipay-co')")
    launch = statement(view, "提供 余额宝")
    assert "原文位置 291–301" in launch.inner_text()
    assert "支付宝逐步拓展至生活缴费、转账理财等场景" in launch.inner_text()


def test_a_translation_is_marked_as_no_evidence(open_page: Open) -> None:
    """Readers of English meet the Chinese quote to the letter, and beside it a marked gloss."""
    view = open_page(address="#lang=en&sel=lufax")
    founded = statement(view, "founded on 2011")
    assert founded.locator("blockquote").inner_text() == "陆金所成立于2011年"
    assert founded.locator("blockquote").get_attribute("lang") == "zh"
    assert "not evidence: Lufax was founded in 2011" in founded.locator(".gloss").inner_text()


def test_a_citation_says_that_it_is_only_one(open_page: Open) -> None:
    """What rests on a citation is never dressed up as a quote."""
    view = open_page(address="#sel=req-t0-cap")
    cap = statement(view, "要求")
    assert cap.locator("blockquote").count() == 0
    assert "仅为引证，未存原文" in cap.inner_text()
    assert cap.locator(".source a").get_attribute("href") == "#src=technode-2018"


def test_doubt_is_marked_with_its_reason(open_page: Open) -> None:
    """A doubtful statement is shown, marked, with the program's explanation."""
    view = open_page(address="#sel=webank")
    founded = statement(view, "成立于 2025")
    assert founded.locator(".badge.doubtful").inner_text() == "存疑"
    assert "前后相隔多年的事都记在2025年" in founded.locator(".flag").inner_text()


def test_doubtful_statements_can_be_hidden(open_page: Open) -> None:
    """With the doubtful switched off they are gone, and the panel says how many are hidden."""
    view = open_page(address="#sel=webank")
    view.page.click("[data-layer=doubtful]")
    assert statement(view, "成立于 2025").count() == 0
    assert "条陈述被图例隐藏" in view.panel()


def test_an_opinion_is_told_as_someones(open_page: Open) -> None:
    """An opinion is introduced by the source that holds it, never stated as a fact."""
    view = open_page(address="#sel=webank")
    view.page.click("[data-layer=opinions]")
    faces = statement(view, "面临 数据隐私保护")
    assert faces.locator(".according").inner_text() == "据《互联网金融发展案例有何启示?》："
    assert faces.locator(".badge.opinions").first.inner_text() == "观点"


def test_a_conclusion_leads_down_to_quotes(open_page: Open) -> None:
    """An inferred statement gives its rule and premises; a premise unfolds to its quote."""
    view = open_page()
    view.do("() => finkg.select('s-huabei affectedBy ant-rectification')")
    inference = view.page.locator("#panel .inference").first
    assert "监管事件或法规提出的要求适用于某项业务" in inference.inner_text()
    premise = inference.locator(".fold", has_text="蚂蚁集团 提供 花呗")
    premise.locator("summary").click()
    assert premise.locator("blockquote").inner_text() == "信贷(花呗、借呗)"


def test_a_conclusion_from_a_conclusion_leads_down_to_quotes(open_page: Open) -> None:
    """A premise that is itself inferred unfolds to its own rule and premises."""
    view = open_page()
    view.do("() => finkg.select('s-ant-group affectedBy ant-rectification')")
    first = view.page.locator("#panel .inference .fold").first
    first.locator("summary").first.click()
    second = first.locator(".inference .fold").first
    second.locator("summary").click()
    assert second.locator("blockquote").inner_text() == "蚂蚁集团上市被叫停"


def test_a_conclusion_inherits_doubt(open_page: Open) -> None:
    """What rests on a doubtful premise is doubtful and inferred, and says both."""
    view = open_page()
    view.do("() => finkg.select('s-xianghubao affectedBy ant-rectification')")
    badges = view.page.locator("#panel .statement > .sentence .badge").all_inner_texts()
    assert badges == ["存疑", "推理"]


def test_both_sides_of_a_dispute_are_shown(open_page: Open) -> None:
    """The value that lost stands beside the one that won, with the reason and its own quote."""
    view = open_page(address="#sel=yuebao")
    dispute = statement(view, "上线于 2013-06").locator(".dispute")
    assert "有更可靠的来源给出2013年6月。" in dispute.inner_text()
    outranked = dispute.locator(".sides > li").last
    outranked.locator("summary").click()
    assert outranked.locator("blockquote").inner_text() == "2025年推出余额宝"
    assert "未采信" in outranked.inner_text()


def test_who_speaks_against_it_is_shown(open_page: Open) -> None:
    """A source that refutes the statement stands beside the one that supports it, marked."""
    view = open_page(address="#sel=xianghubao")
    against = statement(view, "从事 保险").locator(".evidence.against")
    assert "反驳" in against.inner_text()
    assert "mutual aid, not insurance" in against.inner_text()
