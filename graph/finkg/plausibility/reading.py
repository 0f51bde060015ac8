"""What one source says: its claims in the order of its text, and the dates they are read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode

from finkg.evidence.claim import Claim, Kind, Value
from finkg.evidence.doubt import Part
from finkg.evidence.gate import StoredText
from finkg.evidence.moment import Moment
from finkg.evidence.record import Observation
from finkg.evidence.support import Evidence, Source
from finkg.plausibility.common import Common
from finkg.plausibility.mention import Mention, Mentions
from finkg.plausibility.rule import Doubt
from finkg.vocabulary import fk
from finkg.words import Text


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as one piece of evidence of the source supports it."""

    claim: Claim
    evidence: Evidence

    @property
    def place(self) -> int:
        """Where its quote begins in the text; 0 for a citation."""
        return self.evidence.quote.span.start if self.evidence.quote else 0


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of a claim, and the printed date that it is read from."""

    said: Said
    part: Part
    time: Moment
    #: Nothing for a citation, or where quote and contexts do not print the year.
    mention: Mention | None

    def alike(self, other: Dated) -> bool:
        """Whether two times are the same, in the same words, and each has a printed date of its
        own: who writes 2018年 twice could have written 同年; 2018年底 is no 2018年."""
        if self.time != other.time or not (self.mention and other.mention):
            return self.time == other.time
        return self.mention is not other.mention and self.mention.words == other.mention.words

    def doubt(self, explanation: Text, *compared: Dated) -> Doubt:
        """The doubt about this time, seen beside others."""
        others = {d.said.claim.id for d in compared} - {self.said.claim.id}
        return Doubt(
            self.said.claim.id,
            self.part,
            explanation,
            tuple(sorted(others, key=lambda node: node.value)),
            self.said.evidence.id,
            self.mention,
        )


class Reading:
    """One source, read by the rules that judge it alone."""

    def __init__(
        self,
        source: Source,
        said: Iterable[Said],
        text: StoredText | None,
        common: Common,
    ) -> None:
        self.source = source
        self.text = text
        self.common = common
        self.said = sorted(said, key=lambda s: (s.place, s.claim.id.value))
        self._by: defaultdict[tuple[NamedNode, NamedNode], list[Said]] = defaultdict(list)
        self._of: defaultdict[NamedNode, list[Said]] = defaultdict(list)
        self._to: defaultdict[tuple[NamedNode, Value], list[Said]] = defaultdict(list)
        self._about: defaultdict[NamedNode, list[Said]] = defaultdict(list)
        self._figures: defaultdict[NamedNode, list[Said]] = defaultdict(list)
        for one in self.said:
            if one.claim.kind is Kind.FACT:
                self._index(one)

    def _index(self, one: Said) -> None:
        claim = one.claim
        self._by[claim.subject, claim.predicate].append(one)
        self._of[claim.predicate].append(one)
        self._to[claim.predicate, claim.value].append(one)
        self._about[claim.subject].append(one)
        if isinstance(claim.record, Observation) and not claim.record.period:
            self._figures[claim.record.feature].append(one)

    @cached_property
    def mentions(self) -> Mentions:
        """The dates that its text prints; none for a citation."""
        return Mentions(self.text.text if self.text else "", self.source.language)

    @cached_property
    def dated(self) -> list[Dated]:
        """Every time of its claims, opinions and forecasts too."""
        return [dated for said in self.said for dated in self.times(said)]

    def times(self, said: Said) -> Iterator[Dated]:
        """The times of a claim, with the printed dates they are read from."""
        for part, time in zip(Part, said.claim.times, strict=True):
            if time:
                yield Dated(said, part, time, self._mention(said.evidence, time))

    def _mention(self, evidence: Evidence, time: Moment) -> Mention | None:
        """The first printed date that says the time, in the quote before its contexts."""
        for quote in evidence.quotes:
            said = [m for m in self.mentions.within(quote.span) if m.says(time)]
            if said:
                # The one that says all that the time does, else the first that does not differ.
                return next((m for m in said if len(time.text) == _length(m)), said[0])
        return None

    def facts(self, predicate: str, subject: NamedNode | None = None) -> list[Said]:
        """The facts with a property, all or of one subject, in the order of the text."""
        term = fk(predicate)
        return self._by.get((subject, term), []) if subject else self._of.get(term, [])

    def facts_to(self, predicate: str, value: NamedNode) -> list[Said]:
        """The facts with a property and a value."""
        return self._to.get((fk(predicate), value), [])

    def about(self, subject: NamedNode) -> list[Said]:
        """The facts about a subject, in the order of the text."""
        return self._about.get(subject, [])

    def when(self, thing: NamedNode, *predicates: str) -> list[Dated]:
        """The times that properties of a thing state."""
        said = (one for name in predicates for one in self.facts(name, thing))
        return [dated for one in said for dated in self.times(one) if dated.part is Part.VALUE]

    def beginnings(self, thing: NamedNode) -> list[Dated]:
        """When a thing was founded or launched."""
        return self.when(thing, "foundedOn", "launchedOn")

    def figures(self, thing: NamedNode) -> list[Dated]:
        """The figures of a thing, each with the time as of which it was measured. What flows over
        a period is none: it is of the whole of it."""
        said = self._figures.get(thing, [])
        return [d for one in said for d in self.times(one) if d.part is Part.AS_OF]

    def says(self, dated: Dated) -> Text:
        """What the claim says that states a time."""
        return self.common.says(dated.said.claim)


def _length(mention: Mention) -> int:
    """How long the spelling of a time is that says as much as a printed date."""
    return len("2015-01-01" if mention.day else "2015-01" if mention.month else "2015")
