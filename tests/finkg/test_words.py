"""A wrong name leads to the one that was meant; a caret stands under its place in any script."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.words import nearest, pointed_at

FORMATS = ("table", "csv", "tsv", "json", "xml", "md", "html", "xlsx", "parquet")
QUESTIONS = ("products-offered-on", "products-affected-by-regulation", "products-of-company")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("cvs", FORMATS, "csv"),
        ("HTM", FORMATS, "html"),
        ("products-afected", QUESTIONS, "products-affected-by-regulation"),
        ("花贝", ("花呗", "借呗", "余额宝"), "花呗"),
        ("蚂蚁集团公司", ("蚂蚁集团", "某某有限责任公司"), "蚂蚁集团"),
    ],
)
def test_the_likeliest_comes_first(name: str, known: tuple[str, ...], meant: str) -> None:
    """Letters in the wrong order, another case, the beginning of a long name, another character."""
    assert nearest(name, known)[0] == meant


@given(st.lists(st.text(LETTERS, min_size=5, max_size=9), min_size=1, unique=True), st.data())
def test_one_letter_too_many_is_forgiven(known: list[str], data: st.DataObject) -> None:
    """Among names of any kind; and a name that is known is nearest to itself."""
    name = data.draw(st.sampled_from(known))
    place = data.draw(st.integers(0, len(name)))
    assert nearest(name, known, 1) == (name,)
    assert name in nearest(f"{name[:place]}-{name[place:]}", known, len(known))


@given(st.text(), st.lists(st.text()), st.integers(0, 4))
def test_only_what_is_known_is_offered(name: str, known: list[str], count: int) -> None:
    """Once each and no more than are asked for; the order of what is known decides nothing."""
    found = nearest(name, known, count)
    assert set(found) <= {*known}
    assert len(found) == len({*found}) <= count
    assert nearest(name, known[::-1], count) == found


def test_what_is_like_nothing_has_no_nearest() -> None:
    """A wild guess would lead astray."""
    assert nearest("余额宝", FORMATS) == nearest("", FORMATS) == nearest("csv", ()) == ()


@given(st.text(st.sampled_from("ab花呗 Ａ\t"), min_size=1), st.data())
def test_the_caret_stands_under_its_column(line: str, data: st.DataObject) -> None:
    """What stands before it is as wide as what stands above: tabs under tabs, wide under wide."""
    column = data.draw(st.integers(1, len(line)))
    shown, below = pointed_at(line, column).split("\n")
    assert shown == line
    assert below[-1] == "^"
    above = line[: column - 1]
    assert [c == "\t" for c in below[:-1]] == [c == "\t" for c in above]
    wide = ("W", "F")
    assert [east_asian_width(c) in wide for c in below[:-1]] == [
        east_asian_width(c) in wide for c in above
    ]
    assert not below[:-1].strip()


def test_a_place_behind_the_end_is_shown_behind_it() -> None:
    """As where something is missing."""
    assert pointed_at("ASK {", 6) == "ASK {\n     ^"
    assert pointed_at("", 3) == "\n  ^"
