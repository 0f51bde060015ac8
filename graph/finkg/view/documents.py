"""The sources of a scene, their stored texts, the dates that are doubted in them, their health."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.catalogue.source_health import DoubtfulDate, Doubting, doubtful_dates, doubting
from finkg.catalogue.source_text import source_text
from finkg.store.snapshot import Snapshot
from finkg.view.parts import Evidences, Flags
from finkg.view.reading import Form, Reader, named, word
from finkg.view.scope import source
from finkg.view.source import Document, Doubt, Health, Mark, Source

_SAID: Final = (v.TITLE, v.PUBLISHER, v.ISSUED, v.SHA256, v.ADDRESS, v.LANGUAGE, v.LICENSE)
_COUNTS: Final = (v.DATED_MENTIONS, v.AGREEMENTS, v.CONTRADICTIONS)


class Sources:
    """The sources of a graph as a scene tells of them."""

    def __init__(self, snapshot: Snapshot, read: Reader, evidence: Evidences, flags: Flags) -> None:
        self._snapshot = snapshot
        self._evidence = evidence
        self._flags = flags
        self._pairs = {each: read.pairs(each) for each in _SAID}
        self._counts = {each: read.pairs(each) for each in _COUNTS}
        self._most = read.pairs(v.SUGGESTED_RELIABILITY)

    def told(self, used: Collection[str]) -> Iterator[Source]:
        """Those of these ids, by IRI."""
        doubts = doubting(self._snapshot)
        for form in sorted(self._evidence.reliability, key=word):
            if named(form) in used:
                yield self._told(form, doubts.get(NamedNode(form[1:-1]), []))

    @cached_property
    def _said(self) -> dict[NamedNode, dict[Form, str]]:
        words = {each: pairs.result().words() for each, pairs in self._pairs.items()}
        return {**words, v.NOTE: self._evidence.notes, v.RELIABILITY: self._evidence.reliability}

    @cached_property
    def _counted(self) -> dict[NamedNode, dict[Form, int]]:
        return {
            each: {node: int(word(form)) for node, form in pairs.result().first().items()}
            for each, pairs in self._counts.items()
        }

    @cached_property
    def _tiers_at_most(self) -> dict[Form, Form]:
        return self._most.result().first()

    def _told(self, form: Form, doubts: list[Doubting]) -> Source:
        """A source with its text, if that is held, and its health, if there is any to tell."""
        node = NamedNode(form[1:-1])
        told = source(node, lambda predicate: self._said[predicate].get(form, ""))
        dates = doubtful_dates(self._snapshot, doubts)
        text = source_text(self._snapshot, node) if told.kind == "text" else None
        return replace(
            told,
            document=None if text is None else self._document(form, text, dates),
            health=self._health(form, len(dates), len({doubt.claim for doubt in doubts})),
        )

    def _document(self, form: Form, text: str, dates: tuple[DoubtfulDate, ...]) -> Document:
        # What one rule saw in several places is told once, and found by its place in the list.
        seen = {flag: self._doubt(flag) for date in dates for flag in date.flags}
        doubts = list(dict.fromkeys(seen.values()))
        return Document(
            text=text,
            licence=self._said[v.LICENSE].get(form, ""),
            doubts=tuple(doubts),
            marks=tuple(
                Mark(
                    date.start,
                    date.end,
                    tuple(sorted({doubts.index(seen[flag]) for flag in date.flags})),
                    tuple(sorted({claim for flag in date.flags for claim in self._claims(flag)})),
                )
                for date in dates
            ),
        )

    def _doubt(self, flag: NamedNode) -> Doubt:
        said = self._flags.all[str(flag)]
        return Doubt(said.rule, said.explanation)

    def _claims(self, flag: NamedNode) -> list[str]:
        """The claims that carry a flag, by id."""
        return [*map(named, self._flags.claims.get(str(flag), ()))]

    def _health(self, form: Form, doubtful: int, flagged: int) -> Health | None:
        """What was counted when the graph was built; nothing where there is nothing to tell."""
        if form not in self._counted[v.DATED_MENTIONS]:
            return None
        dated, agreements, contradictions = (self._counted[it].get(form, 0) for it in _COUNTS)
        if not (dated or flagged or agreements or contradictions):
            return None
        most = named(self._tiers_at_most[form]) if form in self._tiers_at_most else ""
        return Health(dated, doubtful, flagged, agreements, contradictions, most)
