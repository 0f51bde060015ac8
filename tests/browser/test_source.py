"""Wherever a source is named, its title opens its page: what it is, how far to rely on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import Open, Opened
from .scene import ARTICLE

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

TITLE = "《互联网金融发展案例有何启示?》"
PHONE: ViewportSize = {"width": 390, "height": 844}


def title(view: Opened, within: str = "#panel") -> None:
    """Clicks the first title of the article in a part of the page."""
    view.page.locator(f"{within} a.link", has_text=TITLE).first.click()


def opened(view: Opened) -> list[str | None]:
    return list(view.do("() => [finkg.state.source, finkg.state.at]"))


@pytest.mark.parametrize(
    ("address", "within"),
    [
        ("#sel=lufax", ".evidence"),
        ("#sel=s-lufax foundedOn 2011", ".evidence"),
        ("#sel=yuebao", ".dispute .sides"),
        ("#sel=webank&layers=truth opinions", ".according"),
        ("#view=answer", ".answer"),
    ],
)
def test_every_naming_leads_to_the_page(open_page: Open, address: str, within: str) -> None:
    """In the details of a node, a statement, a dispute, an opinion, and in the answer's reasons."""
    view = open_page(address=address)
    if within == ".answer":
        for _ in range(2):
            view.do("() => document.querySelectorAll('details').forEach(it => { it.open = true; })")
            view.settle()
    title(view, f"#panel {within}")
    assert view.page.locator("#panel h1").inner_text() == TITLE


def test_the_page_tells_what_the_source_is(open_page: Open) -> None:
    """Title, publisher, tier with its reason, licence; the whole text is there."""
    view = open_page(address=f"#src={ARTICLE}")
    told = view.panel()
    for words in (TITLE, "贝博恩创新科技网 · 可靠性：低", "正文年份多处可疑", "许可： 无许可。"):
        assert words.replace(" ", "") in told.replace(" ", "")
    text = view.do(
        "(id) => finkg.sources().then(all => all.find(it => it.id === id).document.text)", ARTICLE
    )
    shown = view.page.locator(".document").text_content() or ""
    assert "".join(shown.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("lang", "health"),
    [
        (
            "zh",
            "文中印有日期 13 处，其中 10 处存疑，牵涉 12 条说法。"
            "更可靠的来源也谈到其中 4 条：3 条相符，1 条不符。单凭这些毛病，可靠性至多为“低”。",
        ),
        (
            "en",
            "Doubtful: 10 of the 13 dates that the text prints, and with them 12 of the claims "
            "drawn from it. Better sources also speak of 4 of its claims: they agree with 3 and "
            "contradict 1. Such faults alone leave its reliability low at most.",
        ),
    ],
)
def test_health_is_told_in_sentences(open_page: Open, lang: str, health: str) -> None:
    """How many dates are doubted, what better sources say, and which tier that leaves."""
    view = open_page(address=f"#src={ARTICLE}&lang={lang}")
    assert view.page.locator("#panel .health").inner_text() == health


def test_a_citation_has_no_text(open_page: Open) -> None:
    """It says so, links to the web, and lists what rests on it, what it denies marked."""
    view = open_page(address="#src=technode-2018")
    assert "这里只存引证，未存原文。" in view.panel()
    assert view.page.locator(".document").count() == 0
    link = view.page.locator("#panel .source a")
    assert (link.get_attribute("href") or "").startswith("https://technode.com/2018/05/15/")
    lines = view.page.locator("#panel .lines li").all_inner_texts()
    assert any(line.startswith("反驳") and "从事 保险" in line for line in lines)
    view.page.locator("#panel .lines a").first.click()
    assert view.page.locator("#panel .statement").count() == 1


def test_doubts_about_a_citation_name_the_claims(open_page: Open) -> None:
    """Where no text is held, what a rule doubts are claims, each with the reason and a link."""
    view = open_page("day", address="#src=ap-2020")
    doubt = view.page.locator("#panel .doubts > li")
    assert doubt.locator("> p").first.inner_text() == "影响晚于终止 1 条说法"
    assert doubt.locator(".flag").inner_text() == "存疑（截至时间）：此前已经终止。"
    doubt.locator("a").click()
    assert view.do("() => finkg.state.selected") == "s-effect"


def test_only_addresses_of_the_web_are_links(open_page: Open) -> None:
    """What else stands for an address is shown and leads nowhere."""
    view = open_page("hostile", address="#src=technode-2018")
    assert "javascript:window.cracked=1" in view.panel()
    assert view.page.locator("#panel .source a").count() == 0


def test_back_returns_to_the_panel_as_it_was(open_page: Open) -> None:
    """Its folds, its place and the focus are those that the reader left."""
    view = open_page(address="#sel=s-huabei affectedBy ant-rectification")
    fold = view.page.locator("#panel .inference .fold", has_text="蚂蚁集团 提供 花呗")
    fold.locator("summary").click()
    fold.locator(".evidence").first.wait_for()
    title(view, "#panel .inference .fold")
    view.page.click("#panel .back")
    view.page.wait_for_function("() => !finkg.state.source")
    assert fold.locator("blockquote").is_visible()
    assert view.do("() => document.activeElement.innerText") == TITLE


def test_the_browsers_back_returns_too(open_page: Open) -> None:
    """From the node to the text, on to a statement, and the same way back, step by step."""
    view = open_page(address="#sel=lufax")
    title(view)
    at = opened(view)
    view.page.locator("#panel .resting summary").click()
    view.page.locator("#panel .resting .lines a").first.click()
    assert opened(view) == [None, None]
    view.page.go_back()
    view.page.wait_for_function("() => finkg.state.source")
    assert opened(view) == at
    view.page.go_back()
    view.page.wait_for_function("() => !finkg.state.source")
    assert view.do("() => finkg.state.selected") == "lufax"


def test_back_keeps_language_and_filters(open_page: Open) -> None:
    """To go back changes what is read, not how."""
    view = open_page(address="#sel=lufax")
    title(view)
    view.page.click("#language")
    view.page.click("[data-kind=concept]")
    view.page.go_back()
    view.page.wait_for_function("() => !finkg.state.source")
    assert view.do("() => [finkg.state.lang, finkg.state.offKinds.has('concept')]") == ["en", True]


def test_escape_goes_back_step_by_step(open_page: Open) -> None:
    """First to what was read, then to the whole picture."""
    view = open_page(address="#sel=lufax")
    title(view)
    view.page.keyboard.press("Escape")
    view.page.wait_for_function("() => !finkg.state.source")
    assert view.do("() => finkg.state.selected") == "lufax"
    view.page.keyboard.press("Escape")
    assert view.do("() => finkg.state.selected") is None


def test_a_page_opened_by_its_address_closes(open_page: Open) -> None:
    """With nothing behind it, back leads to the word of welcome."""
    view = open_page(address=f"#src={ARTICLE}")
    view.page.click("#panel .back")
    assert "从这里开始" in view.panel()


def test_another_choice_leaves_the_page(open_page: Open) -> None:
    """A node of the picture, the question: whatever is chosen takes the panel."""
    view = open_page(address=f"#src={ARTICLE}")
    view.click_node("ant-group")
    assert view.page.locator("#panel h1").inner_text() == "蚂蚁集团"
    view.do("(id) => finkg.openSource(id)", ARTICLE)
    view.page.click("#ask")
    assert opened(view) == [None, None]


def test_the_address_holds_page_and_place(open_page: Open) -> None:
    """Opened elsewhere it shows the same page with the same place; what it lacks is ignored."""
    view = open_page(address="#sel=lufax")
    title(view)
    again = open_page(address=view.do("() => location.hash"))
    assert again.panel() == view.panel()
    assert opened(again) == opened(view)
    for wrong in ("#src=nobody", "#at=291-296"):
        assert opened(open_page(address=wrong)) == [None, None]
    assert opened(open_page(address=f"#src={ARTICLE}&at=1-2")) == [ARTICLE, None]


def test_the_focus_follows(open_page: Open) -> None:
    """Enter on a title opens the page; the next stop is its way back, and the title is said."""
    view = open_page(address="#sel=req-t0-cap")
    view.page.locator("#panel .source a").first.focus()
    view.page.keyboard.press("Enter")
    assert view.page.locator("#status").text_content() == (
        "已打开来源“Yu'e Bao to lower its withdrawal limit”"
    )
    view.page.keyboard.press("Tab")
    assert view.do("() => document.activeElement.innerText") == "← 返回"


def test_a_phone_shows_the_page_from_its_top(open_page: Open) -> None:
    """The panel lies below the picture: it is brought into view, and left where one came from."""
    view = open_page(address="#sel=webank", size=PHONE, has_touch=True, is_mobile=True)
    link = view.page.locator("#panel .source a").nth(4)
    link.scroll_into_view_if_needed()
    before = view.do("() => scrollY")
    view.do("(id) => finkg.openSource(id)", ARTICLE)
    assert view.do("() => document.getElementById('panel').getBoundingClientRect().top") < 1
    assert view.page.locator("#panel .back").is_visible()
    assert view.do("() => document.documentElement.scrollWidth") <= 390
    view.page.click("#panel .back")
    view.page.wait_for_function("(before) => scrollY === before", arg=before)
    assert view.page.locator("#panel h1").inner_text() == "微众银行"


def test_paper_has_the_reasons(open_page: Open) -> None:
    """On paper nothing unfolds: each reason stands with the numbers of its dates."""
    view = open_page(address=f"#src={ARTICLE}")
    assert not view.page.locator(".paper").first.is_visible()
    view.page.emulate_media(media="print")
    assert view.page.locator(".paper").first.inner_text().startswith("⚠1、2、3、")
    assert not view.page.locator("#panel .back").is_visible()
    assert view.page.locator(".document > p").last.is_visible()


def test_a_source_left_out_has_no_page(open_page: Open) -> None:
    """The graph was computed without it, so its title leads nowhere."""
    view = open_page("day")
    assert view.page.locator("#panel .source", has_text="Protests over P2P lending").count() == 1
    assert view.page.locator("#panel .source a").count() == 0
