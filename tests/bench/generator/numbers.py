"""Numbers of records, as tables write them and as texts print them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.names import stable

_YI, _WAN, _MILLION = 10**8, 10**4, 10**6
_PRECISIONS = ("", "", "", "", "", "over", "about")
_WORDS = {"over": {"zh": "超过", "en": "more than "}, "about": {"zh": "约", "en": "about "}}
_UNITS = ("CNY", "person", "CNY", "percent", "enterprise")
_COUNTED = {"CNY": ("元", "yuan"), "person": ("人", "people"), "enterprise": ("家", "enterprises")}


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit and its word of precision."""

    cell: str
    unit: str
    precision: str
    zh: str
    en: str

    def in_language(self, language: str) -> str:
        word = _WORDS[self.precision][language] if self.precision else ""
        return word + (self.zh if language == "zh" else self.en)


def observed(thing: str, metric: str, variant: int = 0) -> Number:
    """The value of a metric for a thing. Of a metric the unit is always the same."""
    unit = "platform" if metric.startswith("peak") else _UNITS[stable(metric) % len(_UNITS)]
    size = (stable(thing, metric) % 900 + 100) * (1 + variant)
    precision = _PRECISIONS[stable(metric, thing) % len(_PRECISIONS)]
    if unit == "platform":
        return Number(str(size * 10), unit, precision, f"{size * 10}家", f"{size * 10} platforms")
    if unit == "percent":
        return Number(f"{size / 100:.2f}".rstrip("0").rstrip("."), unit, precision,
                      f"{size / 100:.2f}%", f"{size / 100:.2f}%")  # fmt: skip
    return _large(size, unit, precision)


def _large(size: int, unit: str, precision: str) -> Number:
    zh, en = _COUNTED[unit]
    if unit == "CNY":
        return Number(str(size * _YI), unit, precision, f"{size}亿{zh}",
                      f"{size * 100} million {en}")  # fmt: skip
    return Number(str(size * _WAN), unit, precision, f"{size}万{zh}", f"{size * _WAN} {en}")


def share(holder: str, organization: str, variant: int = 0) -> str:
    """A percentage that one holds of another."""
    return f"{stable(holder, organization) % 40 + 5 + 4 * variant}.5"
