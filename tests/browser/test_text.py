"""The text of a source stands as received, its doubtful dates marked, its quotes underlined."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .conftest import Open, Opened
from .scene import ARTICLE, TEXT
from .strange import ASTRAL

if TYPE_CHECKING:
    from playwright.sync_api import Locator

#: The corrupted years of the article. 2004 and 2011 are right, also where 2011-2025 begins.
DOUBTFUL = (291, 376, 556, 623, 818, 921, 1100, 1297, 1427, 1489)


def marks(view: Opened) -> Locator:
    return view.page.locator(".document mark")


def places(view: Opened) -> Any:
    """Where each mark stands in the text that is shown, and what is marked, line ends aside."""
    return view.do(
        """() => [...document.querySelectorAll(".document mark")].map(mark => {
            const before = document.createRange();
            before.setStart(document.querySelector(".document"), 0);
            before.setEndBefore(mark);
            return [[...before.toString().replace(/\\s/g, "")].length, mark.textContent];
        })"""
    )


def at(view: Opened) -> str:
    """The words that are marked out."""
    return "".join(view.page.locator(".document .at").all_text_contents())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_ten_doubtful_dates_are_marked(open_page: Open, lang: str) -> None:
    """Each at its place in the text, in either language; 2004 and 2011 are not."""
    view = open_page("packaged", address=f"#src={ARTICLE}&lang={lang}")
    right = [[len("".join(TEXT[:start].split())), "2025年"] for start in DOUBTFUL]
    assert places(view) == right
    shown = view.page.locator(".document").inner_text()
    assert "2004年成立的支付宝" in shown
    assert "陆金所成立于2011年" in shown


@pytest.mark.parametrize(
    ("lang", "reason", "read"),
    [
        ("zh", "一个年份挤掉了其他年份", "由此读出："),
        ("en", "one year crowds out the others", "Read from it:"),
    ],
)
def test_every_mark_explains_itself(open_page: Open, lang: str, reason: str, read: str) -> None:
    """A click says below the paragraph why the date is doubted and what was read from it."""
    view = open_page("packaged", address=f"#src={ARTICLE}&lang={lang}")
    for index in range(len(DOUBTFUL)):
        mark = marks(view).nth(index)
        mark.click()
        remark = view.page.locator("#remark").inner_text()
        assert reason in remark
        assert read in remark
        assert mark.get_attribute("aria-expanded") == "true"
        assert reason in (mark.get_attribute("title") or "")
    marks(view).last.click()
    assert view.page.locator("#remark").count() == 0
    assert marks(view).last.get_attribute("aria-expanded") == "false"


def test_a_mark_is_seen_without_colour(open_page: Open) -> None:
    """A wavy line, and a sign with its number that is no part of the text."""
    view = open_page(address=f"#src={ARTICLE}")
    look = view.do(
        """() => { const mark = document.querySelector(".document mark");
            return [getComputedStyle(mark).textDecorationStyle,
                getComputedStyle(mark, "::after").content, mark.textContent]; }"""
    )
    assert look[0] == "wavy"
    assert "⚠" in look[1]
    assert look[2] == "2025年"


def test_the_list_of_doubts_leads_to_the_places(open_page: Open) -> None:
    """Each rule with the number of its places; a place is brought into view, with its reason."""
    view = open_page("packaged", address=f"#src={ARTICLE}")
    rules = view.page.locator("#panel .doubts > li")
    told = [rules.nth(index).locator(".place").count() for index in range(rules.count())]
    assert rules.locator(".count").all_inner_texts() == [f"{count} 处" for count in told]
    assert told == sorted(told, reverse=True)
    rules.first.locator(".place").nth(6).click()
    assert at(view) == "2025年"
    assert marks(view).nth(6).locator(".at").count() == 1
    assert "年份过度集中" in view.page.locator("#remark").inner_text()
    assert in_view(view, "mark .at")


def in_view(view: Opened, what: str) -> bool:
    return bool(
        view.do(
            """(what) => { const box = document.querySelector(what).getBoundingClientRect();
                const panel = document.getElementById("panel").getBoundingClientRect();
                const bottom = Math.min(panel.bottom, innerHeight);
                return box.top >= panel.top && box.bottom <= bottom; }""",
            what,
        )
    )


def test_evidence_opens_at_its_quote(open_page: Open) -> None:
    """The quote of each piece of evidence, and nothing else, is marked out and in view."""
    view = open_page(address="#sel=webank")
    quotes = view.page.locator("#panel .statement > .claim > .evidence > blockquote")
    wanted = quotes.all_inner_texts()
    assert len(wanted) > 5
    for index, quote in enumerate(wanted):
        quotes.nth(index).locator("xpath=..").locator(".source a").click()
        assert at(view) == quote
        assert in_view(view, ".document .at")
        view.page.click("#panel .back")
        view.page.wait_for_function("() => !finkg.state.source")


def test_a_quote_leads_to_its_statement(open_page: Open) -> None:
    """What one statement rests on leads there at once; what more rest on names them all."""
    view = open_page(address=f"#src={ARTICLE}")
    view.page.locator(".document .quoted", has_text="陆金所成立于2011年").click()
    assert view.do("() => finkg.state.selected") == "s-lufax foundedOn 2011"
    view.page.go_back()
    view.page.locator(".document .quoted", has_text="信贷(花呗、借呗)").click()
    lines = {line.strip() for line in view.page.locator("#remark li").all_inner_texts()}
    assert {"蚂蚁集团 提供 花呗", "花呗 从事 消费信贷"} <= lines
    view.page.locator("#remark a", has_text="蚂蚁集团 提供 花呗").click()
    assert view.do("() => finkg.state.selected") == "s-ant-group offers huabei"


def test_a_language_change_keeps_the_place(open_page: Open) -> None:
    """The same date is explained in the other language; the text stays as it is."""
    view = open_page(address=f"#src={ARTICLE}")
    marks(view).nth(4).click()
    text = view.page.locator(".document > p").all_text_contents()
    view.page.click("#language")
    assert "2025; the year is probably wrong" in view.page.locator("#remark").inner_text()
    assert view.page.locator(".document > p").all_text_contents() == text
    assert in_view(view, ".document .at")


def test_marks_by_keyboard_alone(open_page: Open) -> None:
    """Tab goes from mark to mark, Enter and the space bar explain; the focus stays and is seen."""
    view = open_page(address=f"#src={ARTICLE}")
    marks(view).first.focus()
    view.page.keyboard.press("Tab")
    view.page.keyboard.press("Enter")
    focused = "() => document.activeElement.dataset.number"
    assert view.do(focused) == "2"
    assert view.page.locator("#remark").count() == 1
    assert view.do("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
    described = view.do("() => document.activeElement.getAttribute('aria-describedby')")
    assert described == "remark"
    view.page.keyboard.press("Tab")
    view.page.keyboard.press("Tab")
    view.page.keyboard.press("Space")
    assert view.do("() => finkg.state.at") in [f"{start}-{start + 5}" for start in DOUBTFUL[1:4]]


def test_selecting_words_leads_nowhere(open_page: Open) -> None:
    """Whoever marks words of the text to copy them stays where they are."""
    view = open_page(address=f"#src={ARTICLE}")
    quote = view.page.locator(".document .quoted", has_text="陆金所成立于2011年")
    quote.scroll_into_view_if_needed()
    box = quote.bounding_box()
    assert box
    view.page.mouse.move(box["x"] + 4, box["y"] + 8)
    view.page.mouse.down()
    view.page.mouse.move(box["x"] + 64, box["y"] + 8)
    view.page.mouse.up()
    assert view.do("() => String(getSelection())").startswith("陆金所")
    assert view.do("() => finkg.state.source") == ARTICLE


def test_offsets_count_code_points(open_page: Open) -> None:
    """Characters that are two units in a browser's strings shift neither marks nor quotes."""
    view = open_page("astral", address=f"#src={ARTICLE}")
    assert marks(view).all_text_contents() == ["2025年", "2025年"]
    assert [place for place, _ in places(view)] == [
        len("".join(ASTRAL[:start].split())) for start in (5, ASTRAL.rindex("2025年"))
    ]
    assert view.page.locator(".document > p").all_text_contents() == ASTRAL.split("\n\n")
    view.do("() => finkg.select('s-ant-group offers huabei')")
    view.page.locator("#panel .source a").click()
    assert at(view) == "𠀀城，2025年𠮷日"


def test_paragraphs_stand_as_received(open_page: Open) -> None:
    """An empty line parts them; a single break inside one is kept."""
    view = open_page(address=f"#src={ARTICLE}")
    shown = view.page.locator(".document > p").all_text_contents()
    assert shown == [part for part in TEXT.split("\n\n") if part.strip()]
    assert "white-space: pre-wrap" in view.do(
        "() => `white-space: ${getComputedStyle(document.querySelector('.document p')).whiteSpace}`"
    )


def test_the_text_is_large_enough(open_page: Open) -> None:
    """13 pixels at the least, on a screen and on a phone."""
    view = open_page(address=f"#src={ARTICLE}", size={"width": 390, "height": 844}, is_mobile=True)
    sizes = view.do(
        """() => [...document.querySelectorAll(".document p, mark, .hint, .health, .lines")]
            .map(it => parseFloat(getComputedStyle(it).fontSize))"""
    )
    assert min(sizes) >= 13


def test_reading_asks_for_nothing(open_page: Open, files: dict[str, Path]) -> None:
    """To read a text, its marks and its quotes makes no request."""
    view = open_page("packaged", address=f"#src={ARTICLE}")
    marks(view).first.click()
    view.page.locator(".document .quoted").first.click()
    view.page.go_back()
    assert {address.partition("#")[0] for address in view.requests} == {files["packaged"].as_uri()}
