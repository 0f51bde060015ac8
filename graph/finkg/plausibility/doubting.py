"""The rules are asked, and what they doubt becomes flags on claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from pyoxigraph import NamedNode

from finkg.evidence.assessment import Assessed
from finkg.evidence.doubt import Flag, Part
from finkg.evidence.gate import StoredText
from finkg.evidence.support import Quote, Source
from finkg.plausibility.common import Common
from finkg.plausibility.mention import Mention
from finkg.plausibility.reading import Reading, Said
from finkg.plausibility.rule import Doubt, GraphRule, PlausibilityRule, SourceRule
from finkg.plausibility.survey import Survey

#: A doubt, the rule that has it, and the text whose printed date it doubts, if it is read from one.
_Raised = tuple[PlausibilityRule, Doubt, Reading | None]


def readings(
    claims: Iterable[Assessed],
    sources: Iterable[Source],
    texts: Mapping[NamedNode, StoredText],
    common: Common,
) -> Iterator[Reading]:
    """What each source says."""
    said: defaultdict[NamedNode, list[Said]] = defaultdict(list)
    for assessed in claims:
        for evidence in assessed.supporting:
            said[evidence.source].append(Said(assessed.claim, evidence))
    for source in sources:
        yield Reading(source, said.get(source.id, ()), texts.get(source.id), common)


def doubt_sources(
    claims: Mapping[NamedNode, Assessed],
    read: Iterable[Reading],
    rules: Iterable[PlausibilityRule],
) -> None:
    """Flag what is doubted from one source alone, where every support of the part is doubted."""
    asked = [rule for rule in rules if isinstance(rule, SourceRule)]
    raised: list[_Raised] = []
    for reading in read:
        found = [(rule, doubt) for rule in asked for doubt in rule.doubts(reading)]
        raised.extend((rule, doubt, reading) for rule, doubt in _with_mentions(found, reading))
    for (claim, part), doubts in _by_part(raised):
        supports = {evidence.id for evidence in claims[claim].supporting}
        if supports <= {doubt.evidence for _, doubt, _ in doubts}:
            claims[claim].flags.extend(_flags(claim, part, doubts))


def doubt_graph(
    claims: Mapping[NamedNode, Assessed], survey: Survey, rules: Iterable[PlausibilityRule]
) -> list[Assessed]:
    """Flag what is doubted across sources; the claims that were flagged."""
    asked = [rule for rule in rules if isinstance(rule, GraphRule)]
    raised: list[_Raised] = [(r, doubt, None) for r in asked for doubt in r.doubts(survey)]
    flagged = {}
    for (claim, part), doubts in _by_part(raised):
        claims[claim].flags.extend(_flags(claim, part, doubts))
        flagged[claim] = claims[claim]
    return list(flagged.values())


def _with_mentions(
    found: list[tuple[SourceRule, Doubt]], reading: Reading
) -> Iterator[tuple[SourceRule, Doubt]]:
    """The doubts, and the same about whatever else is read from a printed date that is doubted."""
    spread: defaultdict[Mention, dict[SourceRule, Doubt]] = defaultdict(dict)
    direct = set()
    for rule, doubt in found:
        direct.add((rule, doubt.evidence, doubt.part))
        if doubt.mention:
            spread[doubt.mention].setdefault(rule, doubt)
        yield rule, doubt
    for dated in reading.dated if spread else ():
        for rule, doubt in spread.get(dated.mention, {}).items() if dated.mention else ():
            if (rule, dated.said.evidence.id, dated.part) not in direct:
                also = dated.doubt(doubt.explanation)
                yield rule, Doubt(
                    also.claim, also.part, also.explanation, (doubt.claim, *doubt.compared),
                    also.evidence, also.mention,
                )  # fmt: skip


def _by_part(raised: list[_Raised]) -> Iterator[tuple[tuple[NamedNode, Part], list[_Raised]]]:
    """The doubts about each part of each claim."""
    parts: defaultdict[tuple[NamedNode, Part], list[_Raised]] = defaultdict(list)
    for one in raised:
        parts[one[1].claim, one[1].part].append(one)
    yield from parts.items()


def _flags(claim: NamedNode, part: Part, doubts: list[_Raised]) -> Iterator[Flag]:
    """One flag of each rule. Of several explanations the first in alphabetical order stands, so
    that the order of rows does not matter."""
    ordered = sorted(doubts, key=lambda d: (d[0].name, d[1].explanation.en, d[1].explanation.zh))
    for _, group in groupby(ordered, key=lambda d: d[0].name):
        same = list(group)
        rule, first, _ = same[0]
        mentions = {m.id: m for m in filter(None, map(_mention, same))}
        compared = {other for _, doubt, _ in same for other in doubt.compared} - {claim}
        yield Flag(
            claim,
            rule.iri,
            part,
            first.explanation,
            tuple(mentions[key] for key in sorted(mentions, key=lambda node: node.value)),
            tuple(sorted(compared, key=lambda node: node.value)),
        )


def _mention(raised: _Raised) -> Quote | None:
    """The printed date that a doubt is about, as a quote of its text."""
    _, doubt, reading = raised
    if not doubt.mention or not reading or not reading.text:
        return None
    span = doubt.mention.span
    return Quote(reading.source.id, span, reading.text[span])
