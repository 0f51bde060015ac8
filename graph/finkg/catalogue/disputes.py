"""The disputes of a graph: both sides with their evidence, which is preferred, and why."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.displaying import Displayed, Listed
from finkg.errors import Text
from finkg.reasoning.claims import Claims
from finkg.reasoning.proof import Proof
from finkg.store.layers import Layer
from finkg.store.view import GraphView

_SETTLED = v.fk("SettledDispute")


@dataclass(frozen=True, slots=True, repr=False)
class DisputeCard(Displayed):
    """One dispute. With one side, it is a claim that a source denies."""

    dispute: NamedNode
    subject: NamedNode
    settled: bool
    reason: Text
    #: The claim that is preferred, if one is.
    preferred: NamedNode | None
    #: The preferred side first.
    sides: tuple[Proof, ...]

    def __repr__(self) -> str:
        state = "settled" if self.settled else "open"
        about = v.local_name(self.subject)
        return f"<Dispute {v.local_name(self.dispute)} about {about}: {state}>"


def disputes(view: GraphView, about: NamedNode | None = None) -> list[DisputeCard]:
    """Every dispute, or those in which an entity is subject or value; open ones first."""
    quads = view.store.quads_for_pattern(None, v.TYPE, v.DISPUTE, Layer.CLAIMS.iri)
    reader = Claims(view)
    cards = [_card(reader, q.subject) for q in quads if isinstance(q.subject, NamedNode)]
    if about:
        cards = [c for c in cards if any(about in (s.subject, s.value) for s in c.sides)]
    return Listed(sorted(cards, key=lambda c: (c.settled, c.subject.value, c.dispute.value)))


def _card(reader: Claims, dispute: NamedNode) -> DisputeCard:
    preferred = next(iter(reader.nodes(dispute, v.PREFERRED_SIDE)), None)
    sides = [reader.prove(side) for side in reader.nodes(dispute, v.DISPUTES)]
    sides.sort(key=lambda side: (side.claim != preferred, side.predicate.value, side.value.value))
    return DisputeCard(
        dispute,
        sides[0].subject,
        reader.one(dispute, v.DISPUTE_STATE) == _SETTLED,
        reader.both(dispute, v.REASON),
        preferred,
        tuple(sides),
    )
