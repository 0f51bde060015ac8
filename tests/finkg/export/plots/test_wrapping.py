"""Lines of words lose nothing, and punctuation stays with what it belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.export.plots.wrapping import drawable, wrapped

WORDS = st.text(alphabet="ab 蚂蚁集团（），。“”-/1é", max_size=60)


def lines(text: str, width: int) -> list[str]:
    """Lines of so many characters at most."""
    return wrapped(text, width, len)


@given(WORDS, st.integers(1, 20))
def test_no_character_is_lost(text: str, width: int) -> None:
    """Only spaces at which lines part are, and no line is too long."""
    found = lines(text, width)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(len(line) <= width for line in found)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("余额宝，上线", 3, ["余额", "宝，上", "线"]),
        ("蚂蚁（集团）", 3, ["蚂蚁", "（集", "团）"]),
        ("Ant Group offers", 9, ["Ant Group", "offers"]),
        ("规模1300亿元", 4, ["规模", "1300", "亿元"]),
        ("《办法》（试行）", 5, ["《办法》", "（试行）"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("Yu’e Bao", 6, ["Yu’e", "Bao"]),
        ("", 5, [""]),
    ],
)
def test_lines_part_where_people_part_them(text: str, width: int, expected: list[str]) -> None:
    """Between words, between Chinese characters, not before a comma or behind a bracket."""
    assert lines(text, width) == expected


def test_what_is_too_long_ends_with_dots() -> None:
    """In so many lines, none of them longer than the others may be."""
    assert wrapped("一二三四五六七八", 3, len, most=2) == ["一二三", "四五…"]
    assert wrapped("一二三四五六", 3, len, most=2) == ["一二三", "四五六"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\n\tb  c", "a b c"),
        ("\u202ea\u200b\ufe0f\U000e0101b\x00\x1f", "ab"),
        ("\uffff", "\ufffd"),
        (" 余额宝\u3000", "余额宝"),
    ],
)
def test_what_has_no_glyph_is_left_out(text: str, seen: str) -> None:
    """A picture has one line where it says so, and no character that is none."""
    assert drawable(text) == seen
