"""Days in plain words are read as the calendar has them; what is no day is never made one."""

from __future__ import annotations

from calendar import month_name
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.folding import folded
from finkg.understanding.days import days

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
#: The separators and words with which a full day is written in either language.
FORMS = (
    "{d:%Y-%m-%d}", "{d:%Y/%m/%d}", "{d:%Y.%m.%d}", "{y} - {m} - {n}", "{y}-{m}-{n}",
    "{y}年{m}月{n}日", "{y} 年 {m} 月 {n} 号", "{y}年{m:02}月{n:02}號",
    "{n} {month} {y}", "{n}{th} of {month} {y}", "{n}{th} {short} {y}", "{month} {n}, {y}",
    "{short}. {n}{th} {y}",
)  # fmt: skip
#: Texts around a day that are no part of it.
AROUND = ("{}", "截至{}的产品", "as of {}?", "（{}）", "in force on {}, please")
_TH = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def spelled(day: date, form: str) -> str:
    month, th = month_name[day.month], _TH.get(day.day, "th")
    parts = {"y": day.year, "m": day.month, "n": day.day, "month": month, "short": month[:3]}
    return form.format(d=day, th=th, **parts)


def read(text: str) -> list[str]:
    return [found.day.isoformat() for found in days(folded(text))]


@given(day=DAYS, form=st.sampled_from(FORMS), around=st.sampled_from(AROUND))
def test_a_day_is_the_same_however_it_is_written(day: date, form: str, around: str) -> None:
    """Digits, Chinese and English, with or without padding, read back as the day; and what was
    read is the day's own words alone."""
    said = spelled(day, form)
    text = folded(around.format(said))
    (found,) = days(text)
    assert (found.day, text[found.start : found.end]) == (day, folded(said))


@given(day=DAYS)
def test_full_width_digits_are_digits(day: date) -> None:
    """As Chinese input methods write them."""
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    assert read(f"{day.year}年{day.month}月{day.day}日".translate(wide)) == [day.isoformat()]


@given(first=DAYS, second=DAYS, forms=st.tuples(*[st.sampled_from(FORMS)] * 2))
def test_two_days_stand_in_the_order_of_the_text(
    first: date, second: date, forms: tuple[str, str]
) -> None:
    """Whichever is earlier, and however each is written."""
    text = f"{spelled(first, forms[0])} 到 {spelled(second, forms[1])}"
    assert read(text) == [first.isoformat(), second.isoformat()]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020", "2020-12-31"),
        ("2020年", "2020-12-31"),
        ("2020年底", "2020-12-31"),
        ("2020年年末", "2020-12-31"),
        ("end of 2020", "2020-12-31"),
        ("the end of the year 2020", "2020-12-31"),
        ("year-end 2020", "2020-12-31"),
        ("late 2020", "2020-12-31"),
        ("2020年初", "2020-01-01"),
        ("early 2020", "2020-01-01"),
        ("the beginning of 2020", "2020-01-01"),
        ("2020年中", "2020-06-30"),
        ("mid-2020", "2020-06-30"),
        ("the middle of 2020", "2020-06-30"),
        ("March 2021", "2021-03-31"),
        ("Sept. 2021", "2021-09-30"),
        ("end of March 2021", "2021-03-31"),
        ("early March 2021", "2021-03-01"),
        ("mid-March 2021", "2021-03-15"),
        ("2021年3月", "2021-03-31"),
        ("2021年3月份", "2021-03-31"),
        ("2021年3月底", "2021-03-31"),
        ("2021年3月初", "2021-03-01"),
        ("2021年3月中", "2021-03-15"),
        ("2021-03", "2021-03-31"),
        ("2024年2月", "2024-02-29"),
        ("2023年2月", "2023-02-28"),
    ],
)
def test_less_than_a_day_is_a_stated_day(text: str, day: str) -> None:
    """The last day of a month or year, unless its beginning or middle is named."""
    assert read(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "2020-02-30", "2021-02-29", "2020年2月30日", "30 February 2020", "February 30, 2020",
        "2020-13-01", "2020-13", "2020年13月", "2020年0月", "0000-01-01", "32 December 2020",
        "31.12.2020", "1.2.3",
    ],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    """A day that the calendar lacks is not taken for its month or year: that would be another
    question, answered without a word."""
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "12020", "20201", "20201231", "12020-12-31", "2020-12-311", "20201年初", "12020年",
        "31 Dec 20201", "mid 20201", "2020s", "id2020", "2000万用户", "2000 亿元",
    ],
)  # fmt: skip
def test_digits_of_something_else_are_no_year(text: str) -> None:
    """Nor are they where a number goes on, counts, or belongs to a word."""
    assert read(text) == []


@given(digits=st.integers(10**4, 10**12))
def test_no_long_number_is_a_day(digits: int) -> None:
    """Whatever its digits are."""
    assert read(f"第{digits}号") == []


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2020年中国的公司", "中国的公司"),
        ("2020年初创公司", "初创公司"),
        ("2020年5家公司", "5家公司"),
        ("2020年底层技术", "底层技术"),
    ],
)
def test_a_word_behind_a_year_stays_whole(text: str, rest: str) -> None:
    """China is not the middle of the year, and a number of companies is no month."""
    (found,) = days(text)
    assert (found.day, text[found.end :]) == (date(2020, 12, 31), rest)


@given(text=st.text(st.sampled_from("0123456789年月日初中底-/. maymid,\0'") | st.characters()))
def test_days_are_apart_and_inside_the_text(text: str) -> None:
    """Of any text whatever, none overlaps another."""
    found = days(folded(text))
    edges = [edge for day in found for edge in (day.start, day.end)]
    assert edges == sorted({*edges})
    assert all(0 <= edge <= len(folded(text)) for edge in edges)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("18年4月1日", "2018-04-01"),
        ("18年4月", "2018-04-30"),
        ("99 年 12 月初", "1999-12-01"),
        ("05年6月", "2005-06-30"),
    ],
)
def test_a_year_of_two_digits_is_the_nearest(text: str, day: str) -> None:
    """As people say it in Chinese, where a month follows."""
    assert read(text) == [day]


@pytest.mark.parametrize("text", ["18年", "118年4月", "经过18年", "3年4个月"])
def test_so_many_years_are_no_day(text: str) -> None:
    """Without a month, two digits are how long it took."""
    assert read(text) == []
