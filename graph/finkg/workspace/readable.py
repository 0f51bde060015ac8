"""What the words of a quote print: numbers as quantities, times, words of precision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from finkg.evidence.gate import narrow
from finkg.evidence.moment import Moment
from finkg.evidence.quantity import quantities

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = re.compile(
    r"\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
#: Words of precision by the side of the number on which they stand.
_BEFORE = {
    "about": ("约", "大约", "大概", "about ", "around ", "roughly ", "approximately ", "some "),
    "over": ("超", "超过", "突破", "逾", "高于", "over ", "more than ", "above "),
    "at-least": ("至少", "不低于", "不少于", "at least "),
    "under": ("近", "接近", "不足", "低于", "不到", "nearly ", "almost ", "under ", "less than "),
    "at-most": ("至多", "不超过", "不高于", "at most ", "up to ", "no more than "),
}
_BEHIND = {
    "about": ("左右", "上下"),
    "over": ("多", "余"),
    "at-least": ("以上",),
    "at-most": ("以下", "以内"),
}
#: What may stand between a number and the word behind it: one measure word.
_MEASURE = re.compile(r"\s?[元人户家名次笔个户台亿万美]{0,3}")


class Readable:
    """The words of a quote, and those of its contexts."""

    def __init__(self, quote: str, contexts: tuple[str, ...] = ()) -> None:
        self.quote = narrow(quote)
        self.words = narrow("\n".join((quote, *contexts)))

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        return frozenset(quantity.value for quantity in quantities(self.words))

    @cached_property
    def _months(self) -> frozenset[int]:
        """Months by their English names."""
        return frozenset(_MONTHS.index(m[0][:3]) + 1 for m in _MONTH.finditer(self.words))

    def unread(self, time: Moment) -> Iterator[str]:
        """The parts of a time that can not be read: its year, and month and day as stated.

        Of a quarter only the year is looked for: texts name it in too many ways.
        """
        year, *rest = time.text.split("-")
        parts = rest if time.text[5:6] != "Q" else []
        if Decimal(year) not in self.numbers:
            yield year
        for place, part in enumerate(parts):
            by_name = place == 0 and int(part) in self._months
            if not by_name and Decimal(part) not in self.numbers:
                yield part

    def precision(self, number: Decimal) -> tuple[str, str] | None:
        """The word of precision beside a number, as printed and as a table writes it.

        Nothing if there is none, or if the number stands once without such a word too.
        """
        for words in (self.quote, self.words):
            beside = [
                _beside(words, q.start, q.end) for q in quantities(words) if q.value == number
            ]
            if beside:
                return beside[0] if all(beside) else None
        return None


def _beside(words: str, start: int, end: int) -> tuple[str, str] | None:
    before = [(w, p) for p, known in _BEFORE.items() for w in known if words[:start].endswith(w)]
    measure = _MEASURE.match(words, end)
    behind_number = [words[end:], words[measure.end() :] if measure else ""]
    behind = [(w, p) for p, known in _BEHIND.items() for w in known if _begins(behind_number, w)]
    # The longest word: 不超过 holds 超过.
    found = max([*before, *behind], key=lambda word: len(word[0]), default=None)
    return (found[0].strip(), found[1]) if found else None


def _begins(stretches: list[str], word: str) -> bool:
    return any(stretch.startswith(word) for stretch in stretches)
