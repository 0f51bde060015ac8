"""The stored texts of a scene's sources, the dates that are doubted in them, and their health."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.catalogue.source_health import DoubtfulDate, SourceHealth, healths
from finkg.catalogue.source_text import source_text
from finkg.store.snapshot import Snapshot
from finkg.view.said import Said, both, iris, name, word
from finkg.view.source import Document, Doubt, Health, Mark, Source


class Documents:
    """Tells more of sources; `nodes` is the claims layer."""

    def __init__(self, snapshot: Snapshot, nodes: Mapping[NamedNode, Said]) -> None:
        self._snapshot = snapshot
        self._nodes = nodes

    @cached_property
    def _healths(self) -> dict[NamedNode, SourceHealth]:
        return {health.source: health for health in healths(self._snapshot)}

    @cached_property
    def _flagged(self) -> dict[NamedNode, list[str]]:
        """The claims that carry each flag, by local name."""
        found: defaultdict[NamedNode, list[str]] = defaultdict(list)
        for node, said in self._nodes.items():
            for flag in iris(said, v.HAS_FLAG):
                found[flag].append(v.local_name(node))
        return found

    def told(self, source: Source, node: NamedNode) -> Source:
        """The source with its text, if that is held, and its health, if there is any to tell."""
        health = self._healths.get(node)
        dates = health.doubtful if health else ()
        text = source_text(self._snapshot, node) if source.kind == "text" else None
        return replace(
            source,
            document=None if text is None else self._document(node, text, dates),
            health=_counts(health) if health and not health.is_silent else None,
        )

    def _document(self, node: NamedNode, text: str, dates: tuple[DoubtfulDate, ...]) -> Document:
        # What one rule saw in several places is told once, and found by its place in the list.
        seen = {flag: self._doubt(flag) for date in dates for flag in date.flags}
        doubts = list(dict.fromkeys(seen.values()))
        return Document(
            text=text,
            licence=word(self._nodes[node], v.LICENSE),
            doubts=tuple(doubts),
            marks=tuple(
                Mark(
                    date.start,
                    date.end,
                    tuple(sorted({doubts.index(seen[flag]) for flag in date.flags})),
                    tuple(sorted({claim for flag in date.flags for claim in self._flagged[flag]})),
                )
                for date in dates
            ),
        )

    def _doubt(self, flag: NamedNode) -> Doubt:
        said = self._nodes[flag]
        return Doubt(name(said, v.FLAGGED_BY), both(said, v.EXPLANATION))


def _counts(health: SourceHealth) -> Health:
    return Health(
        dated=health.dated,
        doubtful=len(health.doubtful),
        flagged=health.flagged,
        agreements=health.agreements,
        contradictions=health.contradictions,
        tier_at_most=v.local_name(health.tier_at_most) if health.tier_at_most else "",
    )
