"""Printed numbers are read as quantities, in every way in which texts print them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.evidence.quantity import NUMBER, quantities

_NUMERALS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def values(text: str) -> list[Decimal]:
    return [quantity.value for quantity in quantities(text)]


def section(number: int) -> str:
    """1 to 9999 in Chinese, as it is written: 1005 is 一千零五, 12 within a number 一十二."""
    written, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            written += ("零" if gap and written else "") + _NUMERALS[digit] + _UNITS[place]
        gap = digit == 0
    return written


def chinese(number: int) -> str:
    """A whole number below 10^12 in Chinese numerals."""
    if number == 0:
        return "零"
    written, bare = "", False
    for unit, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        part = number // size % 10**4
        if part:
            gap = written and (part < 1000 or bare)
            written += ("零" if gap else "") + section(part) + unit
        bare = part == 0
    return written


@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_are_read_back(number: int) -> None:
    """Whatever number is written in Chinese numerals is read as that number."""
    assert values(f"共{chinese(number)}户") == [Decimal(number)]


@given(st.decimals(0, 10**9, allow_nan=False, places=2))
def test_digits_are_read_back(number: Decimal) -> None:
    """With thousands marks or without, in percent or not."""
    for printed in (f"{number}", f"{number:,}", f"{number}%"):
        assert values(f"达{printed}。") == [number]


@given(st.integers(1, 9999), st.sampled_from([("万", 10**4), ("亿", 10**8), ("千万", 10**7)]))
def test_multipliers_multiply(number: int, multiplier: tuple[str, int]) -> None:
    """4800万 is 48000000."""
    assert values(f"超{number}{multiplier[0]}户") == [Decimal(number * multiplier[1])]


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_parts_add_up(hundred_millions: int, ten_thousands: int) -> None:
    """1亿2000万 is one number."""
    printed = f"{hundred_millions}亿{ten_thousands}万"
    assert values(printed) == [Decimal(hundred_millions * 10**8 + ten_thousands * 10**4)]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("千亿元", 10**11),
        ("万亿元", 10**12),
        ("百万亿元", 10**14),
        ("两千万", 2 * 10**7),
        ("十二家", 12),
        ("三百五十", 350),
        ("1.5万亿", 15 * 10**11),
        ("10亿", 10**9),
        ("二〇一三年", 2013),
        ("二零二五年", 2025),
        ("1.2 billion", 12 * 10**8),
        ("2 thousand", 2000),
        ("3 Million", 3 * 10**6),
        ("118 trillion", 118 * 10**12),
        ("4.5mn", 45 * 10**5),
        ("7.123bn", 7123 * 10**6),
        ("5tn yuan", 5 * 10**12),
        ("超过 10 亿户", 10**9),
        ("共 1 亿 2000 万户", 12 * 10**7),
        ("5百万", 5 * 10**6),
        ("3千家", 3000),
    ],
)
def test_texts_print_numbers_so(printed: str, value: int) -> None:
    """A bare multiplier counts once; numerals without one are read digit by digit."""
    assert values(printed) == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011-2025年", [2011, 2025]),
        ("2013年6月14日", [2013, 6, 14]),
        ("1,0000", [1, 0]),
        ("3 billionaires", [3]),
        ("没有数", []),
        ("2020十大新闻,2020百强", [2020, 10, 2020, 100]),
        ("5万\n3亿", [50000, 3 * 10**8]),
        ("一百、两百和3", [100, 200, 3]),
    ],
)
def test_each_number_of_a_text_is_read(text: str, expected: list[int]) -> None:
    """In order, and no more of the words than belongs to it."""
    assert values(text) == [Decimal(number) for number in expected]


@given(st.text("共0123456789,.%万亿千百十一两 ab", max_size=40))
def test_places_are_those_of_the_text(text: str) -> None:
    """Quantities stand in order, apart, and at what they print."""
    found = list(quantities(text))
    for before, after in pairwise(found):
        assert before.end <= after.start
    for quantity in found:
        assert NUMBER.match(text, quantity.start)
        assert 0 <= quantity.start < quantity.end <= len(text)
