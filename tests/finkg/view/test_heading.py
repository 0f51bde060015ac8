"""A page is called after its graph, its day, and the sources that do not count in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from finkg.errors import Text
from finkg.view.heading import heading, scope_line
from finkg.view.scene import Scope, Source

from ...browser.scene import build

ZH = [Source(f"s{i}", title, language="zh") for i, title in enumerate("甲乙丙丁")]
EN = Source("e", "A newspaper", language="en")


def titled(scope: Scope) -> Text:
    return heading(replace(build(), scope=scope))


def test_a_whole_graph_has_its_plain_title() -> None:
    """Where nothing is left out, nothing is said of it."""
    assert titled(Scope()) == build().title
    assert scope_line(Scope()) == Text("", "")


@pytest.mark.parametrize("possible", [True, False])
def test_a_day_is_told_with_what_is_unknown(possible: bool) -> None:
    """The line says whether what is not known to have held on the day is there."""
    line = scope_line(Scope("2020-12-31", possible))
    assert ("不明" in line.zh, "not known" in line.en) == (possible, possible)
    assert all("2020-12-31" in words for words in line)
    assert titled(Scope("2020-12-31")).zh == "互联网金融的三个案例（截至 2020-12-31）"


def test_titles_keep_the_marks_of_their_language() -> None:
    """《》 for Chinese titles, with no mark between them (GB/T 15834-2011); “” for others."""
    line = scope_line(Scope(without=(*ZH[:2], EN)))
    assert line.zh.startswith("不计来源《甲》《乙》“A newspaper”，")
    assert line.en.startswith("Without 《甲》, 《乙》, “A newspaper”: ")


def test_many_sources_are_counted() -> None:
    """More than three are not all named."""
    line = scope_line(Scope(without=(*ZH, EN)))
    assert "《甲》《乙》《丙》等 5 个来源" in line.zh
    assert "《丙》 and 2 more" in line.en
