"""How well evidence backs a claim: tiers of sources, and which of them are independent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pyoxigraph import NamedNode

from finkg.evidence.moment import Moment
from finkg.evidence.policy import Policy
from finkg.evidence.support import Evidence, Reliability, Source


class Backing:
    """The sources of a graph, as the policy looks at them."""

    def __init__(self, sources: Iterable[Source], policy: Policy) -> None:
        self._sources = {source.id: source for source in sources}
        self._place = {tier: place for place, tier in enumerate(policy.tiers)}
        self._worst = len(policy.tiers)

    def place(self, evidence: Iterable[Evidence]) -> int:
        """The tier of the best source, 0 for the best tier; worse than any if there is none."""
        return min((self._place[self._tier(e)] for e in evidence), default=self._worst)

    def tier(self, evidence: Iterable[Evidence]) -> Reliability | None:
        """The tier of the best source, if there is one."""
        return min(map(self._tier, evidence), key=self._place.__getitem__, default=None)

    def _tier(self, evidence: Evidence) -> Reliability:
        return self._sources[evidence.source].reliability

    def independent(self, evidence: Iterable[Evidence]) -> frozenset[NamedNode]:
        """The sources behind the evidence, with each copy counted as what it copies."""
        return frozenset(self._original(e.source) for e in evidence)

    def _original(self, source: NamedNode) -> NamedNode:
        seen = {source}
        while (copied := self._copied(source)) and copied not in seen:
            seen.add(copied)
            source = copied
        return source

    def _copied(self, source: NamedNode) -> NamedNode | None:
        # An original may have been left out of the graph; its copies still are of one.
        return self._sources[source].copy_of if source in self._sources else None

    def published(self, evidence: Evidence) -> Moment | None:
        """When its source was published, if the source says when."""
        return self._sources[evidence.source].published

    def latest(self, evidence: Evidence) -> date | None:
        """The last day of which its source can know: when it was published, else recorded."""
        source = self._sources[evidence.source]
        time = source.published or source.recorded
        return time.latest if time else None

    def newest(self, evidence: Iterable[Evidence]) -> date | None:
        """The last day on which the newest dated source may have been published."""
        times = filter(None, map(self.published, evidence))
        return max((time.latest for time in times), default=None)
