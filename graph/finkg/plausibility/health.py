"""The health of a source: how many of its dates are doubted, how far better sources bear it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from finkg.evidence.assessment import Assessed
from finkg.evidence.backing import Backing
from finkg.evidence.support import Reliability, Triples
from finkg.plausibility.comparison import Comparison
from finkg.plausibility.reading import Reading
from finkg.vocabulary import (
    AGREEMENTS,
    CONTRADICTIONS,
    DATED_MENTIONS,
    DOUBTFUL_MENTIONS,
    SUGGESTED_RELIABILITY,
    XSD_NON_NEGATIVE_INTEGER,
)

#: The best tier that is left from this share on: of doubtful dates among all that a text prints,
#: and of contradicted claims among those that can be compared with better sources.
BY_DATES: Final = ((Reliability.LOW, 0.3), (Reliability.MEDIUM, 0.1))
BY_CLAIMS: Final = ((Reliability.LOW, 0.5), (Reliability.MEDIUM, 0.2))
#: Fewer dates, or fewer claims compared, prove nothing.
ENOUGH: Final = 5


@dataclass(frozen=True, slots=True)
class Health:
    """What the dates of a source and its agreement with better sources tell of it."""

    source: NamedNode
    #: Printed dates of its text, and those that some flag doubts.
    dated: int
    doubtful: int
    #: Claims that a better source supports or bears out, and that one contradicts.
    agreements: int
    contradictions: int

    @property
    def tier_at_most(self) -> Reliability | None:
        """The best tier that its faults allow; nothing if it shows none."""
        compared = self.agreements + self.contradictions
        found = {
            _tier(self.doubtful, self.dated, BY_DATES),
            _tier(self.contradictions, compared, BY_CLAIMS),
        }
        return next((tier for tier in (Reliability.LOW, Reliability.MEDIUM) if tier in found), None)

    def triples(self) -> Triples:
        counts = {
            DATED_MENTIONS: self.dated,
            DOUBTFUL_MENTIONS: self.doubtful,
            AGREEMENTS: self.agreements,
            CONTRADICTIONS: self.contradictions,
        }
        for term, count in counts.items():
            yield self.source, term, Literal(str(count), datatype=XSD_NON_NEGATIVE_INTEGER)
        if self.tier_at_most:
            yield self.source, SUGGESTED_RELIABILITY, self.tier_at_most.iri


def _tier(bad: int, all_: int, bounds: tuple[tuple[Reliability, float], ...]) -> Reliability | None:
    """The best tier that a share of faults leaves; nothing if it leaves all."""
    if all_ < ENOUGH:
        return None
    return next((tier for tier, share in bounds if bad >= share * all_), None)


def health(
    claims: Mapping[NamedNode, Assessed],
    read: Iterable[Reading],
    compared: Comparison,
    backing: Backing,
) -> Iterator[Health]:
    """The health of each source that states something."""
    doubted: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
    for assessed in claims.values():
        for mention in (m for flag in assessed.flags for m in flag.mentions):
            doubted[mention.source].add(mention.id)
    for reading in read:
        own = {said.claim.id for said in reading.said}
        if not own:
            continue
        contradicted = own & compared.contradicting.keys()
        agreed = {c for c in own - contradicted if c in compared.agreeing}
        agreed |= {c for c in own - contradicted if _also_better(claims[c], reading, backing)}
        source = reading.source.id
        dates = len(reading.mentions.all)
        yield Health(source, dates, len(doubted[source]), len(agreed), len(contradicted))


def _also_better(assessed: Assessed, reading: Reading, backing: Backing) -> bool:
    """Whether a source of a better tier says the same."""
    supporting = assessed.supporting
    mine = [e for e in supporting if e.source == reading.source.id]
    return len(supporting) > len(mine) and backing.place(supporting) < backing.place(mine)
