"""Events that a text puts in order and dates alike, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pyoxigraph import NamedNode

from finkg.plausibility.reading import Dated, Reading
from finkg.plausibility.rule import Doubt, Severity, SourceRule, explain
from finkg.plausibility.sequence import Order, figures_after, orders
from finkg.words import Text

_ALIKE = Text(
    "原文把{earlier}置于{later}之前，两处却各自写作 {time}：先后有别的事注了同一时间，至少有一个"
    "不实。",
    "The source puts {earlier} before {later} and prints {time} for each: of two things in order "
    "that are dated alike, one date is wrong.",
)
_REVERSED = Text(
    "原文把{earlier}置于{later}之前，日期却正相反，至少有一个不实。",
    "The source puts {earlier} before {later}, and the dates say the opposite: one of them is "
    "wrong.",
)
_LATER_YEAR = Text(
    "原文说“{cue}”，前后两处却都写作 {year} 年，至少有一个不实。",
    "The source says “{cue}” between two dates that both read {year}: one of them is wrong.",
)
#: Words that carry the story into a later year, as the text has them just before the date.
_CUE = re.compile(
    r"(?:次年|翌年|第二年|[一二两三四五六七八九十0-9]+年(?:之)?后)(?:的)?[,，]?(?:即|在|于)?$"
    r"|\b(?:(?:the\s+)?(?:following|next)\s+year|(?:an?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|[0-9]+)\s+years?\s+(?:later|afterwards|after))\b[^.;!?]{0,12}$",
    re.IGNORECASE,
)
_REACH = 60


class OrderedEventsDatedAlike(SourceRule):
    """Order is told by claims (precedes, follows, predecessor, repeals) or by words like 次年."""

    name = "ordered-events-dated-alike"
    label = Text("有先后而同一时间", "in order and dated alike")
    definition = Text(
        "检出原文分出先后、却注为同一时间或次序颠倒的事",
        "test whether what the text puts in order is dated alike or the other way round",
    )
    severity = Severity.IMPLAUSIBLE

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        for order in orders(reading):
            for earlier, later in _pairs(reading, order):
                if earlier.alike(later):
                    yield from _both(reading, _ALIKE, earlier, later)
            for earlier, later in _spans(reading, order):
                if earlier.time.earliest > later.time.latest:
                    yield from _both(reading, _REVERSED, earlier, later)
        yield from _by_words(reading)


def _both(reading: Reading, template: Text, earlier: Dated, later: Dated) -> Iterator[Doubt]:
    facts = {"earlier": reading.says(earlier), "later": reading.says(later)}
    explanation = explain(template, **facts, time=earlier.time)
    yield earlier.doubt(explanation, later)
    yield later.doubt(explanation, earlier)


def _pairs(reading: Reading, order: Order) -> Iterator[tuple[Dated, Dated]]:
    """Times that can not be alike: of two events, beginnings or documents; of an event and the
    figures told of the time after what followed it; of what a predecessor launched, as the text
    tells it first, and the founding of the successor."""
    for name in ("occurredOn", "startedOn", "foundedOn", "launchedOn", "promulgatedOn"):
        for earlier in reading.when(order.earlier, name):
            yield from ((earlier, later) for later in reading.when(order.later, name))
    happened = reading.when(order.earlier, "occurredOn")
    for figure in figures_after(reading, order) if happened else ():
        yield from ((earlier, figure) for earlier in happened)
    for founding in reading.when(order.later, "foundedOn"):
        for launch in _launches(reading, order.earlier):
            if launch.said.place < founding.said.place:
                yield launch, founding


def _launches(reading: Reading, company: NamedNode) -> Iterator[Dated]:
    for offer in reading.facts("offers", company):
        if isinstance(offer.claim.value, NamedNode):
            yield from reading.when(offer.claim.value, "launchedOn")


def _spans(reading: Reading, order: Order) -> Iterator[tuple[Dated, Dated]]:
    """The end of the earlier, or when it was at all, and the beginning of the later."""
    for names in (("endedOn", "occurredOn", "startedOn"), ("foundedOn",), ("promulgatedOn",)):
        first = next((f for name in names if (f := reading.when(order.earlier, name))), [])
        starts = [name for name in ("startedOn", "occurredOn") if "endedOn" in names] or names
        last = next((f for name in starts if (f := reading.when(order.later, name))), [])
        yield from ((earlier, later) for earlier in first for later in last)


def _by_words(reading: Reading) -> Iterator[Doubt]:
    """Two printed dates in a row with one year, and a word for a later year between them."""
    if not reading.text:
        return
    cues: dict[int, str] = {}
    for before, after in pairwise(reading.mentions.all):
        between = reading.text.text[before.span.end : after.span.start]
        cue = _CUE.search(between[-_REACH:]) if before.year == after.year else None
        if cue:
            said = cue[0].strip("，, 即在于的")
            cues |= {id(before): said, id(after): said}
    for dated in reading.dated if cues else ():
        if dated.mention and id(dated.mention) in cues:
            cue_words = cues[id(dated.mention)]
            year = dated.time.earliest.year
            yield dated.doubt(explain(_LATER_YEAR, cue=cue_words, year=year))
