"""Numbers as people print them, in zh and in en."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

_CHINESE_UNITS = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
#: Units that are counted, in the plural.
_PLURALS = {"person": "people", "enterprise": "enterprises", "platform": "platforms"}


def number(value: Decimal, lang: str) -> str:
    """A number as people print it: 10亿, 4800万; 1,000,000,000. No digit is lost.

    >>> from decimal import Decimal
    >>> number(Decimal("48000000"), "zh"), number(Decimal("48000000"), "en")
    ('4800万', '48,000,000')
    """
    if lang == "zh":
        for unit, word in _CHINESE_UNITS:
            if abs(value) >= unit and (value / unit * 100) % 1 == 0:
                return f"{plain(value / unit)}{word}"
        return plain(value)
    whole, dot, rest = plain(abs(value)).partition(".")
    return f"{'-' if value < 0 else ''}{int(whole):,}{dot}{rest}"


def plain(value: Decimal) -> str:
    """A number in digits, without an exponent and without idle zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Decimal, precision: str, unit: str, lang: str) -> str:
    """A number with its word of precision and its unit, both as labels or empty."""
    counted = unit if lang == "zh" else _PLURALS.get(unit, unit)
    words = filter(None, (precision, number(value, lang), counted))
    return ("" if lang == "zh" else " ").join(words).replace(" %", "%")
