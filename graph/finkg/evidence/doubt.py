"""Doubt: flags that name the part of a claim they doubt. They never change a value or a rank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from finkg.errors import Text
from finkg.evidence.claim import Claim
from finkg.evidence.hashed_id import hashed_id
from finkg.evidence.lives import Lives
from finkg.evidence.moment import Moment
from finkg.evidence.record import Effect
from finkg.evidence.support import Evidence, Stance, Triples
from finkg.vocabulary import DOUBTS, EXPLANATION, FLAG, FLAGGED_BY, TYPE, fk

#: A year crowds out the others when it takes this share of at least so many dated mentions.
CROWDING_SHARE = 0.6
CROWDING_MENTIONS = 6

_CHINESE_YEAR = re.compile(
    r"(?<![0-9.])(19|2[0-9])[0-9]{2}(?=年|\s?[-—–~～至]\s?(19|2[0-9])[0-9]{2}年)"
)
_OTHER_YEAR = re.compile(r"(?<![\w.,$€£¥])(19|20)[0-9]{2}(?![\w%]|[.,][0-9])")


class Part(Enum):
    """The part of a claim that a flag doubts."""

    VALUE = "ValuePart"
    AS_OF = "AsOfPart"
    VALID_FROM = "ValidFromPart"
    VALID_TO = "ValidToPart"

    @property
    def iri(self) -> NamedNode:
        return fk(self.value)


@dataclass(frozen=True)
class Flag:
    """One doubt of one plausibility rule about one part of one claim."""

    claim: NamedNode
    rule: NamedNode
    part: Part
    explanation: Text = field(compare=False)

    @property
    def doubts_value(self) -> bool:
        return self.part is Part.VALUE

    @cached_property
    def id(self) -> NamedNode:
        return hashed_id("f", (str(self.claim), str(self.rule), self.part.value))

    def triples(self) -> Triples:
        yield self.id, TYPE, FLAG
        yield self.id, FLAGGED_BY, self.rule
        yield self.id, DOUBTS, self.part.iri
        for lang, words in zip(("zh", "en"), self.explanation, strict=True):
            yield self.id, EXPLANATION, Literal(words, language=lang)


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year printed in a text, at a code point offset."""

    start: int
    year: int


def year_mentions(text: str, language: str) -> list[YearMention]:
    """Every dated mention. In Chinese a number is a year with four digits from 1900 and 年."""
    pattern = _CHINESE_YEAR if language.startswith("zh") else _OTHER_YEAR
    return [YearMention(m.start(), int(m[0][:4])) for m in pattern.finditer(text)]


@dataclass(frozen=True, slots=True)
class Crowding:
    """One year that crowds out the others of a text."""

    year: int
    mentions: tuple[YearMention, ...]
    total: int

    @property
    def explanation(self) -> Text:
        count, total = len(self.mentions), self.total
        share = f"{100 * count / total:.0f}"
        return Text(
            f"原文 {total} 处纪年中有 {count} 处写作 {self.year} 年（{share}%）：一个年份挤掉了其他"
            "年份，这一年份不足为凭。",
            f"{count} of the {total} dated mentions of the source say {self.year} ({share} %): "
            "one year crowds out the others, so this year can not be relied on.",
        )


def crowding(text: str, language: str) -> Crowding | None:
    """The year that takes 60 % or more of six or more dated mentions of a text, if one does."""
    mentions = year_mentions(text, language)
    if len(mentions) < CROWDING_MENTIONS:
        return None
    year, count = Counter(m.year for m in mentions).most_common(1)[0]
    if count < CROWDING_SHARE * len(mentions):
        return None
    return Crowding(year, tuple(m for m in mentions if m.year == year), len(mentions))


YEAR_CONCENTRATION = fk("year-concentration")
EFFECT_AFTER_END = fk("effect-after-end")


def doubt_of_late_effect(claim: Claim, lives: Lives) -> Flag | None:
    """A flag for an effect on a thing that had ended before the effect occurred."""
    record = claim.record
    if not isinstance(record, Effect) or not record.occurred_on:
        return None
    end = lives.known(record.affected).end
    if not end or record.occurred_on.earliest <= end.latest:
        return None
    explanation = Text(
        f"影响所注时间为 {record.occurred_on}，而受影响者此前已于 {end} 终止；两个日期都照录。",
        f"The effect is dated {record.occurred_on}, after what it affects had ended on {end}; both "
        "dates are kept.",
    )
    return Flag(claim.id, EFFECT_AFTER_END, Part.AS_OF, explanation)


def doubts_of_year(
    claim: Claim, evidence: Iterable[Evidence], crowded: dict[NamedNode, Crowding]
) -> Iterator[Flag]:
    """Flags for the times of a claim whose every support is a crowding year of its text."""
    supporting = [e for e in evidence if e.stance is Stance.SUPPORTS]
    for part, time in _times(claim):
        found = [_quoted_crowding(time, e, crowded.get(e.source)) for e in supporting]
        if found and all(found) and found[0]:
            yield Flag(claim.id, YEAR_CONCENTRATION, part, found[0].explanation)


def _times(claim: Claim) -> Iterator[tuple[Part, Moment]]:
    parts = (Part.VALUE, Part.AS_OF, Part.VALID_FROM, Part.VALID_TO)
    for part, time in zip(parts, claim.times, strict=True):
        if time:
            yield part, time


def _quoted_crowding(time: Moment, evidence: Evidence, found: Crowding | None) -> Crowding | None:
    """The crowding, if the evidence's own words mention its year and the time is in it."""
    if not found or not time.earliest.year == time.latest.year == found.year:
        return None
    spans = [quote.span for quote in evidence.quotes]
    read = any(s.start <= m.start < s.end for s in spans for m in found.mentions)
    return found if read else None
