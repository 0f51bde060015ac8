"""One year that crowds out the others of a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from finkg.evidence.doubt import Part
from finkg.plausibility.mention import Mention
from finkg.plausibility.reading import Dated, Reading
from finkg.plausibility.rule import Doubt, Severity, SourceRule, explain
from finkg.vocabulary import FOUNDED_ON
from finkg.words import Text

#: A year crowds out the others when it takes this share of at least so many printed dates.
SHARE: Final = 0.6
MENTIONS: Final = 6
#: So many foundings in its own year are more than a report or a piece of news tells.
FOUNDINGS: Final = 2
#: A year that stands on true ones here and there takes this share of what began, ended or happened,
#: so many of them, and the story falls back from it to earlier years so often.
STAMPED_SHARE: Final = 1 / 3
STAMPED: Final = 6
FALLS_BACK: Final = 3

_CROWDED = Text(
    "原文 {total} 处纪年中有 {count} 处写作 {year} 年（{share}%）：一个年份挤掉了其他年份，这一年份"
    "不足为凭。",
    "{count} of the {total} dated mentions of the source say {year} ({share} %): one year crowds "
    "out the others, so this year can not be relied on.",
)
_STAMPED = Text(
    "原文所述 {total} 件起止之事中有 {count} 件注为 {year} 年（{share}%），叙述又屡屡由这一年退回"
    "更早的年份：这一年份像是盖在了别的年份上。",
    "{count} of the {total} beginnings, ends and events of the source are dated {year} "
    "({share} %), and the story keeps falling back from it to earlier years: it looks stamped over "
    "others.",
)


@dataclass(frozen=True, slots=True)
class Crowding:
    """The year that takes most of the dates of a text."""

    year: int
    count: int
    total: int

    def explained(self, template: Text) -> Text:
        share = f"{100 * self.count / self.total:.0f}"
        return explain(template, total=self.total, count=self.count, year=self.year, share=share)


def crowding(mentions: list[Mention]) -> Crowding | None:
    """The year that takes 60 % or more of six or more printed dates, if one does."""
    if len(mentions) < MENTIONS:
        return None
    year, count = Counter(m.year for m in mentions).most_common(1)[0]
    return Crowding(year, count, len(mentions)) if count >= SHARE * len(mentions) else None


def stamping(happenings: list[Dated]) -> Crowding | None:
    """The year that stands on true ones among what began, ended or happened, if one does.

    `happenings` stand in the order of the text.
    """
    years = [dated.mention.year for dated in happenings if dated.mention]
    if not years:
        return None
    year, count = Counter(years).most_common(1)[0]
    falls_back = sum(1 for now, then in pairwise(years) if now == year > then)
    stamped = count >= max(STAMPED, STAMPED_SHARE * len(years)) and falls_back >= FALLS_BACK
    return Crowding(year, count, len(years)) if stamped else None


class YearConcentration(SourceRule):
    """A year that a script stamped over the true ones stands where history would vary.

    The report on a year and news of it name that year often too, and rightly; they do not tell of
    several foundings in it, and they tell its events one after the other.
    """

    name = "year-concentration"
    label = Text("年份过度集中", "concentration of years")
    definition = Text(
        "检出一篇文本的纪年被单一年份挤占",
        "test whether one year crowds out the others in what a text dates",
    )
    severity = Severity.IMPLAUSIBLE

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        found, template = crowding(reading.mentions.all), _CROWDED
        if found and _is_its_own(reading, found.year):
            found = None
        if not found:
            found, template = stamping(_happenings(reading)), _STAMPED
        if found:
            explanation = found.explained(template)
            for dated in _of_year(reading, found.year):
                yield dated.doubt(explanation)


def _of_year(reading: Reading, year: int) -> list[Dated]:
    return [d for d in reading.dated if d.mention and d.mention.year == year]


def _happenings(reading: Reading) -> list[Dated]:
    """Beginnings, ends and events with their printed dates, in the order in which these stand."""
    found = {
        (d.mention.span.start, d.said.claim.subject.value, d.said.claim.predicate.value): d
        for d in reading.dated
        if d.part is Part.VALUE and d.mention
    }
    return [found[key] for key in sorted(found)]


def _is_its_own(reading: Reading, year: int) -> bool:
    """Whether a text is about the year, by its title, or came out in it or soon after, and does not
    tell of several foundings in it."""
    published = reading.source.published
    came_out = published is not None and published.earliest.year in (year, year + 1)
    of_year = came_out or str(year) in reading.source.title
    return of_year and _foundings(_of_year(reading, year)) < FOUNDINGS


def _foundings(doubted: list[Dated]) -> int:
    """How many organizations are said to have been founded."""
    return len({d.said.claim.subject for d in doubted if d.said.claim.predicate == FOUNDED_ON})
