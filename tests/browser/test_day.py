"""A page as of a day or without a source says so, and keeps apart what is sure from what is not."""

from __future__ import annotations

import pytest

from .conftest import Open
from .day import ENDED, POSSIBLE


@pytest.mark.parametrize(
    ("lang", "line", "title"),
    [
        (
            "zh",
            "以 2020-12-31 为准：当日是否成立不明的陈述也在其中，另行画出。"
            "不计来源“Protests over P2P lending”，仅以其为据的陈述不在其中。",
            "互联网金融的三个案例（截至 2020-12-31；不计“Protests over P2P lending”） · finkg",
        ),
        (
            "en",
            "As of 2020-12-31: what is not known to have held on that day is here too, drawn apart."
            " Without “Protests over P2P lending”: what rests on nothing else is not here.",
            "Three cases of internet finance (as of 2020-12-31; "
            "without “Protests over P2P lending”) · finkg",
        ),
    ],
)
def test_day_and_sources_left_out_are_told(
    open_page: Open, lang: str, line: str, title: str
) -> None:
    """Under the title, in both languages, and in the name of the page."""
    view = open_page("day", address=f"#lang={lang}")
    assert view.page.locator("#scope").inner_text() == line
    assert view.page.title() == title


def test_a_whole_graph_says_nothing_of_a_day(open_page: Open) -> None:
    """Without day and sources left out there is no such line, and no layer of what is possible."""
    view = open_page()
    assert not view.page.locator("#scope").is_visible()
    assert view.page.locator("[data-layer=possible]").count() == 0


def test_table_and_paper_say_it_too(open_page: Open) -> None:
    """The line stays over the table, and on the printed page, where the tools go."""
    view = open_page("day", address="#table=1")
    assert view.page.locator("#scope").is_visible()
    view.page.emulate_media(media="print")
    assert view.page.locator("#scope").is_visible()
    assert view.page.locator("#title").is_visible()
    assert not view.page.locator("#tools").is_visible()


def test_paper_has_the_whole_table(open_page: Open) -> None:
    """A printed table is not cut where the screen ends."""
    view = open_page("day", address="#table=1")
    view.page.emulate_media(media="print")
    table, last = (
        view.page.locator(where).bounding_box() for where in ("#table", "#table tbody tr >> nth=-1")
    )
    assert table
    assert last
    assert last["y"] + last["height"] <= table["y"] + table["height"] + 1


def test_what_is_left_out_is_named_in_full(open_page: Open) -> None:
    """The first panel gives title, publisher, day and tier of each source that does not count."""
    panel = open_page("day").panel()
    told = panel.partition("不计的来源")[2]
    assert "“Protests over P2P lending” · PYMNTS · 2018-08-06 · 可靠性：高" in told


def test_the_possible_is_drawn_apart(open_page: Open) -> None:
    """It has a line of its own in the legend, which differs from each other in colour and dash."""
    view = open_page("day")
    samples = view.do(
        """() => [...document.querySelectorAll("svg.line path")].map(path => {
            const { stroke, strokeDasharray } = getComputedStyle(path);
            return [stroke, strokeDasharray];
        })"""
    )
    assert [len({sample[part] for sample in samples}) for part in (0, 1)] == [5, 5]
    row = view.page.locator("[data-layer=possible]")
    assert row.inner_text().split("\n") == ["当日是否成立不明", "2"]


def test_the_possible_can_be_hidden(open_page: Open) -> None:
    """Whoever wants only what is sure of the day switches the rest off, in picture and panel."""
    view = open_page("day", address="#sel=ant-group")
    assert "蚂蚁集团 提供 余额宝 当日是否成立不明" in view.panel()
    view.page.click("[data-layer=possible]")
    assert "当日是否成立不明" not in view.panel()


def test_a_statement_of_the_possible_says_so(open_page: Open) -> None:
    """Its details are marked, and it is never counted with what is stated."""
    view = open_page("day")
    view.do(f"() => finkg.select('s-{POSSIBLE[0]}')")
    badges = view.page.locator("#panel .statement > .sentence .badge").all_inner_texts()
    assert badges == ["当日是否成立不明"]


def test_an_answer_names_the_possible_apart(open_page: Open) -> None:
    """A product of which it is not known whether it was affected by that day is not counted."""
    view = open_page("day")
    view.page.click("#ask")
    assert "2 个产品受到监管影响" in view.panel()
    assert "当日是否受影响不明：借呗。存疑或只是观点：相互宝。" in view.panel()


def test_what_does_not_hold_is_not_drawn(open_page: Open) -> None:
    """It is no edge; the details of its ends have it, folded away, marked and with its end."""
    view = open_page("day", address="#sel=xianghubao")
    assert view.do("(id) => Boolean(finkg.statement(id))", f"s-{ENDED}") is False
    assert "蚂蚁集团 提供 相互宝" not in view.page.locator("#panel .sentence").all_inner_texts()
    fold = view.page.locator("#panel .unstated")
    fold.locator("summary").first.click()
    # A fold is filled by the event that follows its opening.
    fold.locator("li").first.wait_for()
    assert fold.locator("li").all_inner_texts() == [
        "蚂蚁集团 提供 相互宝（至 2020-06 止） 当日不成立"
    ]


def test_a_node_without_its_day_waits_for_a_search(open_page: Open) -> None:
    """A node of which nothing is said on the day is neither drawn nor counted, but found."""
    view = open_page("day")
    silent = view.do(
        """() => finkg.nodes().map(node => node.id).filter(id =>
            !finkg.statements().some(statement =>
                [statement.subject, statement.value].includes(id)))"""
    )
    assert silent == ["silent"]
    assert "silent" not in view.do("() => finkg.inSight()")
    view.page.fill("#search", "无话")
    view.page.keyboard.press("Enter")
    assert "图中没有关于它的陈述。" in view.panel()
