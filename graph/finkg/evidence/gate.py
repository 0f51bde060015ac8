"""The quote gate: does this quote stand in this text, and where?

Width, quote marks and spaces are folded; digits are exact. A quote may not begin or end inside a
number (25年 does not stand in 2025年, 000元 not in 8000元). It must stand once, or be told apart by
a context quote. Offsets are code points of the stored text, 0-based, end exclusive.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from finkg.errors import Problem, Text
from finkg.evidence.quantity import NUMBER

_MARKS = {
    **dict.fromkeys("“”„‟「」『』", '"'), **dict.fromkeys("‘’‚‛", "'"), "。": ".", "，": ",",
}  # fmt: skip
#: A piece of a quote is near from two characters on.
_NEAR = 2


class QuoteNotFound(Problem):
    text = Text("原文中没有引文“{quote}”。", "The quote “{quote}” does not stand in the source.")
    quote: str
    nearest: str = ""

    def advice(self, lang: str = "en") -> str:
        if not self.nearest:
            return ""
        words = Text("最接近的原文：“{}”。", "The nearest text is: “{}”.")
        return words.in_language(lang).format(self.nearest)


class QuoteDigitsDiffer(Problem):
    text = Text(
        "引文“{quote}”的数字与原文不同：原文是“{found}”。",
        "The digits of the quote “{quote}” differ from the source, which has “{found}”.",
    )
    quote: str
    found: str


class QuoteCutsNumber(Problem):
    text = Text(
        "引文“{quote}”从数字“{number}”中间断开。", "The quote “{quote}” cuts the number “{number}”."
    )
    hint = Text("请引全该数字。", "Quote the whole number.")
    quote: str
    number: str


class QuoteNotUnique(Problem):
    text = Text(
        "引文“{quote}”在原文中出现 {count} 次。",
        "The quote “{quote}” stands {count} times in the source.",
    )
    hint = Text(
        "引得更长一些，或用 context_quote 指出是哪一处。",
        "Quote more of it, or tell the places apart with context_quote.",
    )
    quote: str
    count: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a stored text: code points, 0-based, end exclusive."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether another stretch lies within this one."""
        return self.start <= other.start and other.end <= self.end


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" or character in _MARKS


@cache
def _narrow(character: str) -> str:
    """The character without its width: only wide and narrow forms fold, ① stays ①."""
    if character in _MARKS:
        return character
    if unicodedata.decomposition(character).startswith(("<wide>", "<narrow>")):
        return unicodedata.normalize("NFKC", character)
    return character


def narrow(text: str) -> str:
    """The text without the width of its characters, one for one: ２０１３ becomes 2013.

    Punctuation stays: ， and 。 part clauses, where , and . may belong to a number.
    """
    return "".join(map(_narrow, text))


def _fold(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the offset in the original.

    A run of spaces vanishes beside a wide character or at either end, else becomes one space:
    Chinese text is typed with and without spaces around Latin words, English words need them.
    """
    folded: list[str] = []
    offsets: list[int] = []
    space_at: int | None = None
    before = ""
    for offset, character in enumerate(text):
        if character.isspace():
            space_at = offset if space_at is None else space_at
            continue
        if space_at is not None and before and not (_is_wide(before) or _is_wide(character)):
            folded.append(" ")
            offsets.append(space_at)
        space_at, before = None, character
        folded.append(_MARKS.get(character) or _narrow(character))
        offsets.append(offset)
    return "".join(folded), offsets


class StoredText:
    """A source's text, folded once and asked many times."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded, self._offsets = _fold(text)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def _numbers(self) -> list[tuple[int, int]]:
        """Where numbers of more than one character stand."""
        found = (match.span() for match in NUMBER.finditer(narrow(self.text)))
        return [(start, end) for start, end in found if end - start > 1]

    @cached_property
    def _digitless(self) -> str:
        return re.sub(r"[0-9]", "0", self._folded)

    def _span(self, start: int, end: int) -> Span:
        return Span(self._offsets[start], self._offsets[end - 1] + 1)

    def _cut_number(self, span: Span) -> str:
        """The number that a border of the stretch cuts, or nothing."""
        for border in (span.start, span.end):
            before = bisect_right(self._numbers, (border,)) - 1
            if before >= 0:
                first, last = self._numbers[before]
                if first < border < last:
                    return self.text[first:last]
        return ""

    def occurrences(self, quote: str) -> list[Span]:
        """Every place where the quote stands whole. Raises the problem if there is none."""
        wanted, _ = _fold(quote)
        places = [self._span(s, s + len(wanted)) for s in _starts(self._folded, wanted)]
        cuts = [self._cut_number(place) for place in places]
        whole = [place for place, cut in zip(places, cuts, strict=True) if not cut]
        if whole:
            return whole
        if cuts:
            raise QuoteCutsNumber(quote, cuts[0])
        raise self._not_found(quote, wanted)

    def _not_found(self, quote: str, wanted: str) -> Problem:
        start = self._digitless.find(re.sub(r"[0-9]", "0", wanted)) if wanted else -1
        if start >= 0:
            return QuoteDigitsDiffer(quote, self[self._span(start, start + len(wanted))])
        return QuoteNotFound(quote, self._nearest(wanted))

    def _nearest(self, wanted: str) -> str:
        """The text around the longest piece of a quote that stands in it."""
        piece = _longest_piece(wanted, self._folded)
        if len(piece) < _NEAR:
            return ""
        start = max(0, self._folded.find(piece) - wanted.find(piece))
        end = min(len(self._folded), start + len(wanted))
        return self[self._span(start, end)]

    def place(self, quote: str, contexts: Sequence[str] = ()) -> tuple[Span, tuple[Span, ...]]:
        """The one place of a quote, and those of its context quotes.

        Raises QuoteNotFound, QuoteDigitsDiffer, QuoteCutsNumber, QuoteNotUnique.
        """
        around = [self._single(context) for context in contexts]
        places = self.occurrences(quote)
        if len(places) > 1:
            places = self._told_apart(places, around)
        if len(places) != 1:
            raise QuoteNotUnique(quote, len(self.occurrences(quote)))
        return places[0], tuple(around)

    def _single(self, context: str) -> Span:
        places = self.occurrences(context)
        if len(places) > 1:
            raise QuoteNotUnique(context, len(places))
        return places[0]

    def _told_apart(self, places: list[Span], around: Sequence[Span]) -> list[Span]:
        """The places inside a context quote; failing that, those in its paragraph."""
        inside = [p for p in places if any(context.holds(p) for context in around)]
        return inside or [
            p for p in places if any("\n" not in self._between(p, context) for context in around)
        ]

    def _between(self, one: Span, other: Span) -> str:
        return self.text[min(one.end, other.end) : max(one.start, other.start)]


def _starts(text: str, wanted: str) -> list[int]:
    starts: list[int] = []
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        starts.append(start)
        start = text.find(wanted, start + 1)
    return starts


def _longest_piece(wanted: str, text: str) -> str:
    """The longest stretch of `wanted` that stands in a text; its length by halving."""
    found, low, high = "", 0, len(wanted)
    while low < high:
        length = (low + high + 1) // 2
        pieces = (wanted[i : i + length] for i in range(len(wanted) - length + 1))
        piece = next((piece for piece in pieces if piece in text), "")
        found, low, high = (piece, length, high) if piece else (found, low, length - 1)
    return found
