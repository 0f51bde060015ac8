"""Numbers as texts print them: 千亿, 5000亿, 4800万, 1.5%, 1,000, 两.

A quantity is compared as a number, never as a string: 千亿 is 100,000,000,000. Digits are exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_ENGLISH = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip

#: A space as it is set between figures and Chinese.
_SPACE = "[ \u00a0\u2009\u202f]?"
#: What multiplies figures. 百 and 千 alone only up to 99: 2020百强 is a list of the year 2020.
_TIMES = rf"(?:{_SPACE}(?:[十百千]{{0,2}}[万亿]+|(?<![0-9]{{3}})[百千]))"
#: One printed number: figures with their multipliers (1亿2000万 too) and a percent sign, or Chinese
#: numerals.
NUMBER = re.compile(
    r"(?P<digits>[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?)"
    rf"(?P<times>(?:{_TIMES}(?:{_SPACE}[0-9]+(?:\.[0-9]+)?(?={_TIMES}))?)*)(?P<percent>[%‰]?)"
    r"|(?P<chinese>[零〇一二三四五六七八九十百千万亿两]+)"
)
_PART = re.compile(rf"([0-9.]+){_SPACE}([十百千万亿]+)")
_ENGLISH_MULTIPLIER = re.compile(rf" ?({'|'.join(_ENGLISH)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed number: its place in the text (code points, end exclusive) and its value."""

    start: int
    end: int
    value: Decimal


def _chinese_value(numeral: str) -> Decimal:
    """The value of Chinese numerals. A bare multiplier counts once: 千亿 is 1000 times 亿.

    Numerals without any multiplier are read digit by digit: 二〇一三 is 2013.
    """
    if all(character in _DIGITS for character in numeral):
        return Decimal("".join(str(_DIGITS[character]) for character in numeral))
    total = section = Decimal(0)
    digit: Decimal | None = None
    last = 0
    for character in numeral:
        if character in _DIGITS:
            digit = Decimal(_DIGITS[character])
        elif character in _SMALL:
            section += (Decimal(1) if digit is None else digit) * _SMALL[character]
            digit = None
        else:
            total = _grouped(total, section + (digit or 0), _LARGE[character], last)
            section, digit, last = Decimal(0), None, _LARGE[character]
    return total + section + (digit or 0)


def _grouped(total: Decimal, section: Decimal, unit: int, last: int) -> Decimal:
    """The total after 万 or 亿: a larger unit scales all before it (百万亿), a smaller adds."""
    if unit > last or not section:
        return (total + section or Decimal(1)) * unit
    return total + section * unit


def _scaled(digits: str, times: str) -> Decimal:
    """Digits with their multipliers; of several such parts, as in 1亿2000万, the sum."""
    plain = digits.replace(",", "")
    if not times:
        return Decimal(plain)
    return sum((_part(*part) for part in _PART.findall(plain + times)), Decimal(0))


def _part(digits: str, times: str) -> Decimal:
    value = Decimal(digits)
    for character in times:
        value *= _SMALL.get(character) or _LARGE[character]
    return value


def quantities(text: str) -> Iterator[Quantity]:
    """Every number printed in a text, in order.

    >>> [str(found.value) for found in quantities("注册用户4800万，交易额超过千亿，占比1.5%")]
    ['48000000', '100000000000', '1.5']
    """
    for match in NUMBER.finditer(text):
        if match["chinese"]:
            yield Quantity(match.start(), match.end(), _chinese_value(match["chinese"]))
            continue
        value = _scaled(match["digits"], match["times"])
        multiplier = _ENGLISH_MULTIPLIER.match(text, match.end())
        if multiplier:
            yield Quantity(match.start(), multiplier.end(), value * _ENGLISH[multiplier[1].lower()])
        else:
            yield Quantity(match.start(), match.end(), value)
