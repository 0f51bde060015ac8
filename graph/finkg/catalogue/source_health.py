"""The health of a source: how many of its dates are doubted and where, and what better sources say.

What is counted was counted when the graph was built (finkg.plausibility.health); here it is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.reasoning.claims import Claims
from finkg.store.layers import Layer
from finkg.store.view import GraphView

_SUPPORTS: Final = v.fk("Supports")


class Doubting(NamedTuple):
    """A doubt on a claim that a source supports, and the doubted date, if it is the source's."""

    claim: NamedNode
    flag: NamedNode
    rule: NamedNode
    severity: NamedNode
    mention: NamedNode | None


@dataclass(frozen=True, slots=True)
class DoubtfulDate:
    """A printed date that is doubted: its place in the text (code points, end exclusive)."""

    start: int
    end: int
    text: str
    #: The rules that doubt it, and the flags that say why.
    rules: tuple[NamedNode, ...]
    flags: tuple[NamedNode, ...]


@dataclass(frozen=True, slots=True)
class RuleCount:
    """What one rule doubts in a source."""

    rule: NamedNode
    #: How much its doubts tell: fk:Impossible or fk:Implausible.
    severity: NamedNode
    dates: int
    claims: int


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """What the dates of a source and its agreement with better sources tell of it."""

    source: NamedNode
    #: The tier that the editors gave it, and the best that its faults leave, if it shows any.
    stated: NamedNode
    tier_at_most: NamedNode | None
    #: Printed dates of its text, 0 for a citation; doubtful ones are listed below.
    dated: int
    #: Claims that it supports and some rule doubts.
    flagged: int
    agreements: int
    contradictions: int
    rules: tuple[RuleCount, ...]
    doubtful: tuple[DoubtfulDate, ...]

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to say: no dates, no doubts, nothing to compare."""
        return not (self.dated or self.flagged or self.agreements or self.contradictions)


def source_health(view: GraphView, source: NamedNode) -> SourceHealth | None:
    """The health of one source; nothing for what is none, or states nothing."""
    return next((found for found in healths(view) if found.source == source), None)


def healths(view: GraphView) -> list[SourceHealth]:
    """The health of every source that states something, by id."""
    quads = view.store.quads_for_pattern(None, v.DATED_MENTIONS, None, Layer.CLAIMS.iri)
    sources = sorted((q.subject for q in quads if isinstance(q.subject, NamedNode)), key=str)
    flagged, reader = doubting(view), Claims(view)
    return [_health(reader, source, flagged.get(source, [])) for source in sources]


def doubting(view: GraphView) -> dict[NamedNode, list[Doubting]]:
    """The doubts on what each source supports, by claim."""
    reader = Claims(view)
    quads = view.store.quads_for_pattern(None, v.HAS_FLAG, None, Layer.CLAIMS.iri)
    found: defaultdict[NamedNode, list[Doubting]] = defaultdict(list)
    # One look-up after another: there are few flags, and the engine would begin with all evidence.
    for claim, flag in sorted(((_node(q.subject), _node(q.object)) for q in quads), key=str):
        (rule,) = reader.nodes(flag, v.FLAGGED_BY)
        (severity,) = view.objects(rule, v.SEVERITY)
        mentions = {m: reader.nodes(m, v.SOURCE) for m in reader.nodes(flag, v.DOUBTED_MENTION)}
        for source in _supporting(reader, claim):
            own: list[NamedNode | None] = [m for m, its in mentions.items() if source in its]
            for mention in own or [None]:
                found[source].append(Doubting(claim, flag, rule, _node(severity), mention))
    return found


def _supporting(reader: Claims, claim: NamedNode) -> list[NamedNode]:
    """The sources that support a claim, each once."""
    return list(
        dict.fromkeys(
            source
            for evidence in reader.nodes(claim, v.HAS_EVIDENCE)
            if _SUPPORTS in reader.nodes(evidence, v.STANCE)
            for source in reader.nodes(evidence, v.SOURCE)
        )
    )


def _health(reader: Claims, source: NamedNode, flags: list[Doubting]) -> SourceHealth:
    count = {
        term: int(reader.words(source, term) or 0)
        for term in (v.DATED_MENTIONS, v.AGREEMENTS, v.CONTRADICTIONS)
    }
    return SourceHealth(
        source,
        reader.nodes(source, v.RELIABILITY)[0],
        next(iter(reader.nodes(source, v.SUGGESTED_RELIABILITY)), None),
        count[v.DATED_MENTIONS],
        len({doubt.claim for doubt in flags}),
        count[v.AGREEMENTS],
        count[v.CONTRADICTIONS],
        tuple(_counted(flags)),
        _dates(reader, flags),
    )


def _counted(flags: list[Doubting]) -> list[RuleCount]:
    """How much each rule doubts, the most first."""
    severity = {doubt.rule: doubt.severity for doubt in flags}
    dates: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
    claims: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
    for doubt in flags:
        claims[doubt.rule].add(doubt.claim)
        if doubt.mention:
            dates[doubt.rule].add(doubt.mention)
    counted = [
        RuleCount(rule, severity[rule], len(dates[rule]), len(claims[rule])) for rule in claims
    ]
    return sorted(counted, key=lambda c: (-c.dates, -c.claims, c.rule.value))


def doubtful_dates(view: GraphView, doubts: Iterable[Doubting]) -> tuple[DoubtfulDate, ...]:
    """The dates of one source that are doubted, in the order of the text."""
    return _dates(Claims(view), doubts)


def _dates(reader: Claims, doubts: Iterable[Doubting]) -> tuple[DoubtfulDate, ...]:
    found: defaultdict[NamedNode, list[Doubting]] = defaultdict(list)
    for doubt in doubts:
        if doubt.mention:
            found[doubt.mention].append(doubt)
    dates = [
        DoubtfulDate(
            int(reader.words(mention, v.START_OFFSET)),
            int(reader.words(mention, v.END_OFFSET)),
            reader.words(mention, v.EXACT_TEXT),
            tuple(sorted({doubt.rule for doubt in about}, key=str)),
            tuple(sorted({doubt.flag for doubt in about}, key=str)),
        )
        for mention, about in found.items()
    ]
    return tuple(sorted(dates, key=lambda date: date.start))


def _node(term: object) -> NamedNode:
    assert isinstance(term, NamedNode), term  # the claims layer has nodes of ours there
    return term


def explanation(view: GraphView, flag: NamedNode, lang: str) -> str:
    """What a rule saw, in a language."""
    found = view.objects(flag, v.EXPLANATION, Layer.CLAIMS)
    return next((o.value for o in found if isinstance(o, Literal) and o.language == lang), "")
