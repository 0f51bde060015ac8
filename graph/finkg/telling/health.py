"""The health of a source as lines of text, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from finkg.catalogue.source_health import DoubtfulDate, SourceHealth, explanation
from finkg.catalogue.wording import Wording
from finkg.store.view import GraphView
from finkg.vocabulary import local_name
from finkg.words import Text


@dataclass(frozen=True, slots=True)
class HealthText:
    """Words the health of sources in one language."""

    view: GraphView
    wording: Wording
    lang: str

    def lines(self, health: SourceHealth, indent: str = "  ") -> Iterator[str]:
        """Dates, doubts, rules, places, agreement and tier."""
        yield f"{indent}{self._dates(health)}"
        for count in health.rules:
            rule, severity = self._term(count.rule), self._term(count.severity)
            told = self._say(f"{rule}（{severity}）", f"{rule} ({severity})")
            yield f"{indent}  ⚠ {told}{self._count(count.dates, count.claims)}"
        for date in health.doubtful:
            yield f"{indent}  {self._place(date)}"
        yield f"{indent}{self._agreement(health)}"
        yield f"{indent}{self._tier(health)}"

    def _say(self, zh: str, en: str) -> str:
        return Text(zh, en).in_language(self.lang)

    def _term(self, term: Any) -> str:
        return self.wording.term(term, self.lang)

    def _dates(self, health: SourceHealth) -> str:
        doubtful = len(health.doubtful)
        if not health.dated:
            return self._say(
                f"仅引证，无原文可查；存疑主张 {health.flagged} 条。",
                f"Cited only, no text to search; doubtful claims: {health.flagged}.",
            )
        if not health.flagged:
            return self._say(
                f"文中纪年 {health.dated} 处，均无疑点。",
                f"Dates printed in the text: {health.dated}; none is doubtful.",
            )
        return self._say(
            f"文中纪年 {health.dated} 处，存疑 {doubtful} 处，涉及主张 {health.flagged} 条。",
            f"Dates printed in the text: {health.dated}; doubtful: {doubtful}, in "
            f"{health.flagged} claims.",
        )

    def _count(self, dates: int, claims: int) -> str:
        if not dates:
            return self._say(f"：{claims} 条主张", f": claims {claims}")
        return self._say(f"：{dates} 处，{claims} 条主张", f": dates {dates}, claims {claims}")

    def _place(self, date: DoubtfulDate) -> str:
        rules = self._say("、", "; ").join(self._term(rule) for rule in date.rules)
        return f"[{date.start}–{date.end}] 「{date.text}」 {rules}"

    def _agreement(self, health: SourceHealth) -> str:
        compared = health.agreements + health.contradictions
        if not compared:
            return self._say(
                "没有更可靠的来源可以对照。", "No better source speaks of what it says."
            )
        return self._say(
            f"有更可靠的来源可对照的主张 {compared} 条：相符 {health.agreements}，不符 "
            f"{health.contradictions}。",
            f"Claims that better sources speak of: {compared}; they agree with {health.agreements} "
            f"and contradict {health.contradictions}.",
        )

    def _tier(self, health: SourceHealth) -> str:
        stated, most = self._term(health.stated), health.tier_at_most
        if not most:
            return self._say(
                f"所定可靠性：{stated}；未见须降级的毛病。",
                f"Tier stated: {stated}; nothing that is seen lowers it.",
            )
        return self._say(
            f"所定可靠性：{stated}；按所见毛病至多：{self._term(most)}。",
            f"Tier stated: {stated}; at most, for the faults seen: {self._term(most)}.",
        )


def as_data(health: SourceHealth, words: HealthText) -> dict[str, Any]:
    """The health of a source as plain data, for JSON."""
    most = health.tier_at_most
    return {
        "source": health.source.value,
        "dated": health.dated,
        "flagged_claims": health.flagged,
        "agreements": health.agreements,
        "contradictions": health.contradictions,
        "reliability": local_name(health.stated).lower(),
        "reliability_at_most": local_name(most).lower() if most else None,
        "rules": [
            {
                "rule": rule_name(c.rule.value),
                "severity": local_name(c.severity).lower(),
                "dates": c.dates,
                "claims": c.claims,
            }
            for c in health.rules
        ],
        "doubtful": [
            {
                "start": date.start,
                "end": date.end,
                "text": date.text,
                "rules": [rule_name(rule.value) for rule in date.rules],
                "explanations": [
                    {lang: explanation(words.view, flag, lang) for lang in ("zh", "en")}
                    for flag in date.flags
                ],
            }
            for date in health.doubtful
        ],
    }


def rule_name(iri: str) -> str:
    """The name of a rule, by which a workspace switches it off."""
    return iri.rpartition("/")[2]
