"""Language, legend, search, keyboard, table, small screens: anyone can use the view."""

from __future__ import annotations

import re

import pytest

from .conftest import Open, Opened

#: Quotes, titles, names and notes stay in their own language, and each button names the other one.
OWN_LANGUAGE = (
    "blockquote, q, [lang]:not(html), #old, .iri, .aliases bdi, .rowNote bdi, .sourceNote bdi, "
    ".brand b"
)


def words(view: Opened) -> str:
    """The visible words of the page, apart from what keeps its own language."""
    return str(
        view.do(
            f"""() => {{
                const copy = document.body.cloneNode(true);
                const kept = copy.querySelectorAll("script, noscript, {OWN_LANGUAGE}");
                kept.forEach(it => it.remove());
                const hints = [...copy.querySelectorAll("[placeholder], [aria-label]")]
                    .flatMap(it => [it.placeholder ?? "", it.ariaLabel ?? ""]);
                return [copy.textContent, ...hints].join(" ");
            }}"""
        )
    )


def test_language_changes_all_words(open_page: Open) -> None:
    """In English no Chinese is left but quotes, titles, other names; back again it is Chinese."""
    view = open_page(address="#sel=yuebao")
    view.page.click("#language")
    english = words(view).replace("Search: Ant, 花呗", "")
    assert re.findall(r"[\u4e00-\u9fff]+", english) == []
    assert {"".join(label["lines"]) for label in view.labels().values()} >= {"Yu'e Bao"}
    assert view.do("() => document.documentElement.lang") == "en"
    view.page.click("#language")
    assert "有据陈述" in words(view)
    assert "Asserted" not in words(view)


def test_legend_hides_a_kind_and_brings_it_back(open_page: Open) -> None:
    """A row of the legend is a switch, and says so to a screen reader."""
    view = open_page()
    row = view.page.locator("[data-kind=technology]")
    row.click()
    assert row.get_attribute("aria-pressed") == "false"
    assert "blockchain" not in view.labels()
    view.page.locator("[data-kind=technology]").click()
    assert "blockchain" in view.labels()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("花呗", "花呗"),
        ("HUABEI", "花呗"),
        ("蚂蚁金服", "蚂蚁集团"),
        ("sesame", "芝麻信用"),
        ("PIPL", "个人信息保护法"),
        ("ｗｅｂａｎｋ", "微众银行"),
        ("yu'e bao", "余额宝"),
    ],
)
def test_search_finds_names_and_aliases(open_page: Open, typed: str, found: str) -> None:
    """Names and aliases of both languages are found, whatever case, width or apostrophe."""
    view = open_page()
    view.page.fill("#search", typed)
    assert view.page.locator("#hits li").first.locator("bdi").first.inner_text() == found


def test_search_by_keyboard_alone(open_page: Open) -> None:
    """Slash, letters, arrow and Enter select a node; the second hit is the one that was meant."""
    view = open_page()
    view.page.keyboard.press("/")
    view.page.keyboard.type("蚂蚁")
    view.page.keyboard.press("ArrowDown")
    chosen = view.page.locator("#hits [aria-selected=true]")
    name = chosen.locator("bdi").first.inner_text()
    assert chosen.get_attribute("id") == view.page.get_attribute("#search", "aria-activedescendant")
    view.page.keyboard.press("Enter")
    assert view.page.locator("#panel h1").inner_text() == name


def test_search_says_when_there_is_nothing(open_page: Open) -> None:
    """An unknown name gets an answer, not silence."""
    view = open_page()
    view.page.fill("#search", "比特币")
    assert view.page.locator("#hits").inner_text() == "没有找到这个名称"


def test_search_brings_back_what_is_hidden(open_page: Open) -> None:
    """A node of a kind that is switched off can be found, and is then drawn."""
    view = open_page(address="#without=technology&layers=truth")
    view.page.fill("#search", "区块链")
    view.page.keyboard.press("Enter")
    assert "blockchain" in view.labels()


def test_arrows_walk_between_neighbours(open_page: Open) -> None:
    """The picture can be walked without a mouse: an arrow goes to a neighbour on that side."""
    view = open_page(address="#sel=ant-group")
    view.page.focus("#network")
    view.page.keyboard.press("ArrowRight")
    reached = view.do("() => finkg.state.selected")
    joined = f"e => [e.subject, e.value].sort().join() === ['ant-group', '{reached}'].sort().join()"
    assert view.do(f"() => finkg.statements().filter(finkg.isEdge).some({joined})")
    assert view.do(f"() => finkg.place('{reached}').x > finkg.place('ant-group').x")


def test_every_button_has_a_name_and_shows_its_focus(open_page: Open) -> None:
    """Whatever the keyboard reaches is named, and seen to be reached."""
    view = open_page(address="#sel=huabei")
    nameless = view.do(
        "() => [...document.querySelectorAll('button')].filter(b => !b.innerText.trim()).length"
    )
    view.page.keyboard.press("Tab")
    view.page.focus("#fit")
    view.page.keyboard.press("Tab")
    outline = view.do("() => getComputedStyle(document.activeElement).outlineStyle")
    assert (nameless, outline) == (0, "solid")


def test_selection_is_announced(open_page: Open) -> None:
    """A screen reader hears what was selected and how much is said of it."""
    view = open_page()
    view.do("() => finkg.select('huabei')")
    assert view.page.locator("#status").text_content() == "已选中花呗，3 条陈述"


def test_the_table_holds_what_the_picture_holds(open_page: Open) -> None:
    """Every statement in sight is a row with its evidence; the legend filters both alike."""
    view = open_page(address="#table=1")
    shown = view.do(
        """() => finkg.statements()
            .filter(statement => statement.layer !== "opinions").length"""
    )
    view.settle()
    rows = view.page.locator("#table tr[data-statement]")
    assert rows.count() == shown
    assert "信贷(花呗、借呗)" in rows.filter(has_text="花呗").first.inner_text()
    view.page.click("[data-layer=doubtful]")
    assert rows.count() < shown


def test_a_citation_in_the_table_is_no_quote(open_page: Open) -> None:
    """The title of what is only cited does not pass for words of the source."""
    view = open_page(address="#table=1")
    row = view.page.locator("#table tbody tr").filter(has_text="T+0赎回单日上限").first
    assert row.locator("q").count() == 0
    assert "仅为引证，未存原文" in row.inner_text()


def test_a_phone_shows_picture_and_panel(open_page: Open) -> None:
    """On a narrow screen nothing sticks out sideways, and a tap brings the panel's quotes."""
    view = open_page(size={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert view.do("() => document.documentElement.scrollWidth") <= 390
    view.click_node("ant-group")
    assert view.page.locator("#panel h1").inner_text() == "蚂蚁集团"
    below = view.do(
        """() => document.getElementById("panel").getBoundingClientRect().top -
            document.getElementById("stage").getBoundingClientRect().bottom"""
    )
    assert below >= 0


@pytest.mark.parametrize(("wish", "glides"), [("reduce", False), ("no-preference", True)])
def test_motion_is_reduced_on_request(open_page: Open, wish: str, glides: bool) -> None:
    """For those who asked their system for less motion the picture jumps, it does not glide."""
    view = open_page(reduced_motion=wish)
    view.page.focus("#network")
    for _ in range(8):
        view.page.keyboard.press("+")
    at_once = view.do("() => { finkg.select('ai'); return finkg.place('ai').x; }")
    view.page.wait_for_timeout(600)
    assert (view.do("() => finkg.place('ai').x") != at_once) is glides
