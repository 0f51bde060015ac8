"""All that a graph says about one entity, each statement with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.catalogue.legal_status import legal_status
from finkg.catalogue.source_health import SourceHealth, source_health
from finkg.displaying import Displayed
from finkg.errors import Location, Text
from finkg.reasoning.claims import Claims, claims_of
from finkg.reasoning.proof import Proof
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.vocabulary import local_name


@dataclass(frozen=True, slots=True, repr=False)
class Card(Displayed):
    """An entity: names and types, statements about it, and statements that mention it."""

    entity: NamedNode
    label: Text
    types: tuple[Text, ...]
    aliases: tuple[str, ...]
    note: str
    row: Location | None
    #: Of a policy document: whether it has legal force on the day that the graph is asked for, or
    #: else on the day up to which the editors answer.
    legal_status: Text | None
    day: date
    statements: tuple[Proof, ...]
    mentions: tuple[Proof, ...]
    #: Of a source that states something: what its dates and better sources tell of it.
    health: SourceHealth | None
    #: The graph that says it, which has the words for its terms.
    view: GraphView | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        counts = f"{len(self.statements)} statements, {len(self.mentions)} mentions"
        return f"<Card of {local_name(self.entity)}: {counts}>"


def card(view: GraphView, names: Names, entity: NamedNode, day: date) -> Card:
    """The card of an entity; statements stand by property, accepted before doubtful."""
    reader = Claims(view)
    about = [reader.prove(claim) for claim in claims_of(view, entity)]
    quads = view.store.quads_for_pattern(None, v.CLAIM_VALUE, entity, Layer.CLAIMS.iri)
    naming = [reader.prove(q.subject) for q in quads if isinstance(q.subject, NamedNode)]
    types = [t for t in view.objects(entity, v.TYPE) if isinstance(t, NamedNode)]
    notes = view.objects(entity, v.NOTE)
    row = view.row_of(entity)
    return Card(
        entity,
        names.labels(entity),
        tuple(names.labels(t) for t in types),
        tuple(o.value for o in view.objects(entity, v.ALT_LABEL) if isinstance(o, Literal)),
        notes[0].value if notes else "",
        Location(*row) if row else None,
        legal_status(view, entity, names.classes(entity), day),
        day,
        tuple(sorted(about, key=_order)),
        tuple(sorted(naming, key=_order)),
        source_health(view, entity),
        view,
    )


def _order(proof: Proof) -> tuple[str, str, str]:
    return str(proof.predicate), proof.standing, str(proof.claim)
