"""Details tell rank and its reason, every side of a dispute, times, percentages and effects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .conftest import Open, Opened

if TYPE_CHECKING:
    from playwright.sync_api import Locator


def statement(view: Opened, words: str) -> Locator:
    return view.page.locator("#panel .statement").filter(
        has=view.page.locator(".sentence", has_text=words)
    )


def test_a_settled_dispute_tells_all_sides(open_page: Open) -> None:
    """Both values with their sources and tiers; the preferred side first, marked, and why."""
    view = open_page("day", address="#sel=tencent")
    dispute = view.page.locator("#panel .dispute")
    assert dispute.locator("p").first.inner_text() == "说法不一，已有取舍。取“30%”：来源层级更高。"
    sides = dispute.locator(".sides > li").all_inner_texts()
    assert "股权30%" in sides[0]
    assert "采信" in sides[0]
    assert "可靠性：高" in sides[0]
    assert "股权25%（截至 2014，至 2020-10 止） 未采信" in sides[1]
    assert "可靠性：中" in sides[1]


def test_sides_on_one_line_share_their_dispute(open_page: Open) -> None:
    """Two percentages of one holder are one statement, each with its rank; the dispute is told
    once."""
    shares = statement(open_page("day", address="#sel=tencent"), "持有股份 微众银行")
    ranks = shares.locator(".claim > .rank").all_inner_texts()
    assert ranks == ["等级（首选）：与“25%”相争而优先。", "等级（普通）：让位于“30%”。"]
    times = shares.locator(".claim > .times").all_inner_texts()
    assert times == [
        "股权30% · 截至 2014",
        "股权25% · 截至 2014 · 至 2020-10 止（不含） 未采信",
    ]
    assert shares.locator(".dispute").count() == 1


def test_an_open_dispute_prefers_nobody(open_page: Open) -> None:
    """Both sides are doubtful, side by side, and neither is marked."""
    view = open_page("day", address="#sel=weilidai&lang=en")
    dispute = statement(view, "launched on 2015-05").locator(".dispute")
    assert dispute.locator("p").first.inner_text() == (
        "Disputed, not settled. Nothing decides it, and nobody has judged."
    )
    assert dispute.locator(".sides > li").count() == 2
    assert dispute.locator(".badge.good").count() == 0


def test_a_side_unfolds_to_its_evidence(open_page: Open) -> None:
    """The evidence of a side takes the place of the line that named who speaks."""
    view = open_page("day", address="#sel=weilidai")
    side = view.page.locator("#panel .dispute .sides > li").first
    side.locator("summary").click()
    # A fold is filled by the event that follows its opening.
    side.locator(".evidence").first.wait_for()
    assert side.locator(".evidence").count() == 1
    assert not side.locator("> .source").is_visible()


def test_a_denied_claim_shows_the_denial(open_page: Open) -> None:
    """With one side, the details say that a source denies it, and who."""
    view = open_page("day", address="#sel=xianghubao")
    insurance = statement(view, "从事 保险")
    assert insurance.locator(".dispute").inner_text() == "有来源否认，尚无定论。有来源否认它。"
    assert "TechNode" in insurance.locator(".evidence.against").inner_text()


def test_a_percentage_stands_on_its_line(open_page: Open) -> None:
    """A shareholding's label has the percentage that is accepted, not the outranked one."""
    view = open_page("day", address="#sel=s-shares")
    label = "".join(view.labels()["s-shares"]["lines"])
    assert label.replace(" ", "") == "持有股份30%"


def test_an_effect_tells_its_type_and_day(open_page: Open) -> None:
    """What an event did, and when, stands with the statement and in the table."""
    view = open_page("day", address="#sel=huabei")
    effect = statement(view, "直接受 蚂蚁集团监管整改 影响")
    assert effect.locator(".times").inner_text().strip() == "重组，2020-12-26"
    view.page.click("#as-table")
    row = view.page.locator("#table tr", has_text="直接受…影响")
    assert "重组，2020-12-26" in row.inner_text()


def test_a_rank_without_rival_is_not_told(open_page: Open) -> None:
    """Most claims have no rival: their details are not filled with that."""
    view = open_page(address="#sel=lufax")
    assert view.page.locator("#panel .statement").count() > 3
    assert view.page.locator("#panel .rank").count() == 0
