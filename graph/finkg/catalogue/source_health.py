"""The health of a source: how many of its dates are doubted and where, and what better sources say.

What is counted was counted when the graph was built (finkg.plausibility.health); here it is read.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolution

from finkg import vocabulary as v
from finkg.reasoning.claims import Claims
from finkg.store.layers import Layer
from finkg.store.view import GraphView

_FLAGS = """
SELECT ?source ?claim ?flag ?rule ?severity ?mention {
  ?rule fk:severity ?severity
  GRAPH layer:claims {
    ?flag fk:flaggedBy ?rule .
    ?claim fk:flag ?flag ; fk:evidence ?evidence .
    ?evidence fk:stance fk:Supports ; fk:source ?source .
    OPTIONAL { ?flag fk:doubtedMention ?mention . ?mention fk:source ?source }
  }
}"""


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
    flagged: defaultdict[NamedNode, list[QuerySolution]] = defaultdict(list)
    for row in view.rows(_FLAGS):
        flagged[_node(row["source"])].append(row)
    reader = Claims(view)
    return [_health(reader, source, flagged[source]) for source in sources]


def _health(reader: Claims, source: NamedNode, flags: list[QuerySolution]) -> SourceHealth:
    count = {
        term: int(reader.words(source, term) or 0)
        for term in (v.DATED_MENTIONS, v.AGREEMENTS, v.CONTRADICTIONS)
    }
    return SourceHealth(
        source,
        reader.nodes(source, v.RELIABILITY)[0],
        next(iter(reader.nodes(source, v.SUGGESTED_RELIABILITY)), None),
        count[v.DATED_MENTIONS],
        len({row["claim"] for row in flags}),
        count[v.AGREEMENTS],
        count[v.CONTRADICTIONS],
        tuple(_counted(flags)),
        tuple(_dates(reader, flags)),
    )


def _counted(flags: list[QuerySolution]) -> list[RuleCount]:
    """How much each rule doubts, the most first."""
    severity = {_node(row["rule"]): _node(row["severity"]) for row in flags}
    dates: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
    claims: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
    for row in flags:
        claims[_node(row["rule"])].add(_node(row["claim"]))
        if row["mention"]:
            dates[_node(row["rule"])].add(_node(row["mention"]))
    counted = [
        RuleCount(rule, severity[rule], len(dates[rule]), len(claims[rule])) for rule in claims
    ]
    return sorted(counted, key=lambda c: (-c.dates, -c.claims, c.rule.value))


def _dates(reader: Claims, flags: list[QuerySolution]) -> list[DoubtfulDate]:
    """The doubted dates in the order of the text."""
    found: defaultdict[NamedNode, list[QuerySolution]] = defaultdict(list)
    for row in flags:
        if row["mention"]:
            found[_node(row["mention"])].append(row)
    dates = [
        DoubtfulDate(
            int(reader.words(mention, v.START_OFFSET)),
            int(reader.words(mention, v.END_OFFSET)),
            reader.words(mention, v.EXACT_TEXT),
            _distinct(rows, "rule"),
            _distinct(rows, "flag"),
        )
        for mention, rows in found.items()
    ]
    return sorted(dates, key=lambda date: date.start)


def _distinct(rows: list[QuerySolution], name: str) -> tuple[NamedNode, ...]:
    return tuple(sorted({_node(row[name]) for row in rows}, key=str))


def _node(term: object) -> NamedNode:
    assert isinstance(term, NamedNode), term  # the query binds nodes of ours
    return term


def explanation(view: GraphView, flag: NamedNode, lang: str) -> str:
    """What a rule saw, in a language."""
    found = view.objects(flag, v.EXPLANATION, Layer.CLAIMS)
    return next((o.value for o in found if isinstance(o, Literal) and o.language == lang), "")
