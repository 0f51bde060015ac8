"""Terms in words: no digit is lost, and a record reads as one phrase."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from finkg.catalogue.wording import Wording
from finkg.figures import number
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import FK, ID

_UNITS = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
NUMBERS = st.decimals(
    min_value=-(10**15), allow_nan=False, allow_infinity=False, max_value=10**15, places=2
)


@given(value=NUMBERS)
def test_no_digit_is_lost_in_chinese(value: Decimal) -> None:
    """万 and 亿 shorten a number only where the shorter one is exactly the same."""
    words = number(value, "zh")
    unit = _UNITS.get(words.lstrip("-0123456789."), 1)
    assert Decimal(words.rstrip("亿万")) * unit == value


@given(value=NUMBERS)
def test_no_digit_is_lost_in_english(value: Decimal) -> None:
    """Separators part the thousands and change nothing."""
    assert Decimal(number(value, "en").replace(",", "")) == value


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("1000000000", "10亿", "1,000,000,000"),
        ("48000000", "4800万", "48,000,000"),
        ("8000", "8000", "8,000"),
        ("1.50", "1.5", "1.5"),
        ("100000001", "100000001", "100,000,001"),
        ("0", "0", "0"),
    ],
)
def test_numbers_as_people_print_them(value: str, zh: str, en: str) -> None:
    """Chinese counts in 万 and 亿, English in thousands; an odd number stays whole."""
    assert (number(Decimal(value), "zh"), number(Decimal(value), "en")) == (zh, en)


@pytest.fixture
def wording(view: GraphView, names: Names) -> Wording:
    return Wording(view, names)


def test_entity_and_literal(wording: Wording) -> None:
    """An entity is its label, a literal its text, a term without a label its name."""
    assert wording.term(NamedNode(ID + "huabei"), "zh") == "花呗"
    assert wording.term(Literal("好用", language="zh"), "en") == "好用"
    assert wording.term(NamedNode(FK + "nowhere"), "en") == "nowhere"


def test_observation_is_one_phrase(wording: Wording) -> None:
    """Metric, precision, number, unit and date of a doubtful figure, in either language."""
    record = NamedNode(ID + "o-1")
    assert wording.term(record, "zh") == "用户数：超过4800万人（截至 2025）"
    assert wording.term(record, "en") == "Users: over 48,000,000 people (as of 2025)"
