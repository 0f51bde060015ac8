"""One year that crowds out the others of a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

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

_EXPLANATION = Text(
    "原文 {total} 处纪年中有 {count} 处写作 {year} 年（{share}%）：一个年份挤掉了其他年份，这一年份"
    "不足为凭。",
    "{count} of the {total} dated mentions of the source say {year} ({share} %): one year crowds "
    "out the others, so this year can not be relied on.",
)


@dataclass(frozen=True, slots=True)
class Crowding:
    """The year that takes most of the printed dates of a text."""

    year: int
    count: int
    total: int

    @property
    def explanation(self) -> Text:
        share = f"{100 * self.count / self.total:.0f}"
        return explain(
            _EXPLANATION, total=self.total, count=self.count, year=self.year, share=share
        )


def crowding(mentions: list[Mention]) -> Crowding | None:
    """The year that takes 60 % or more of six or more printed dates, if one does."""
    if len(mentions) < MENTIONS:
        return None
    year, count = Counter(m.year for m in mentions).most_common(1)[0]
    return Crowding(year, count, len(mentions)) if count >= SHARE * len(mentions) else None


class YearConcentration(SourceRule):
    """A year that a script stamped over the true ones stands where history would vary.

    The report on a year and news of it name that year often too, and rightly; they do not tell of
    several foundings in it.
    """

    name = "year-concentration"
    label = Text("年份过度集中", "concentration of years")
    definition = Text(
        "检出一篇文本的纪年被单一年份挤占",
        "test whether one year crowds out the others in what a text dates",
    )
    severity = Severity.IMPLAUSIBLE

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        found = crowding(reading.mentions.all)
        if not found:
            return
        doubted = [d for d in reading.dated if d.mention and d.mention.year == found.year]
        if _is_of_its_own_year(reading, found.year) and _foundings(doubted) < FOUNDINGS:
            return
        for dated in doubted:
            yield dated.doubt(found.explanation)


def _is_of_its_own_year(reading: Reading, year: int) -> bool:
    """Whether a text is about the year, by its title, or came out in it or soon after."""
    published = reading.source.published
    came_out = published is not None and published.earliest.year in (year, year + 1)
    return came_out or str(year) in reading.source.title


def _foundings(doubted: list[Dated]) -> int:
    """How many organizations are said to have been founded."""
    return len({d.said.claim.subject for d in doubted if d.said.claim.predicate == FOUNDED_ON})
