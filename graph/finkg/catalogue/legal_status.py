"""The status of a legal instrument on a day. It is computed: no source states it once for all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.errors import Text
from finkg.evidence.lives import Life
from finkg.evidence.moment import Moment
from finkg.evidence.span import Holds
from finkg.reasoning.claims import Claims, claims_of
from finkg.store.view import GraphView

IN_FORCE = Text("有效", "in force")
REPEALED = Text("已废止", "repealed")
NOT_YET = Text("尚未施行", "not yet in force")
UNKNOWN = Text("是否有效不明", "not known whether it is in force")
WITHOUT_FORCE = Text("无法律效力", "without legal force")
#: A claim that stands aside only because of the day that the graph is asked for.
_BELIEVED = tuple(v.fk(name) for name in ("Accepted", "TimeUnknown", "NotHolding"))


def legal_status(
    view: GraphView, document: NamedNode, classes: set[NamedNode], day: date
) -> Text | None:
    """The status of a document on a day, from when it took effect and was repealed.

    `classes` are all classes of the document; nothing is said of what is no policy document.
    """
    if v.fk("PolicyDocument") not in classes:
        return None
    if v.fk("LegalInstrument") not in classes:
        return WITHOUT_FORCE
    force = _force(view, document)
    held = force.course(lasts=True).on(day)
    if held is Holds.NO:
        return NOT_YET if force.start and day < force.start.earliest else REPEALED
    return IN_FORCE if held is Holds.YES else UNKNOWN


def _force(view: GraphView, document: NamedNode) -> Life:
    """When an instrument is in force: until its repeal, else until what repeals it takes force."""
    force = Life()
    for time in _times(view, document, "effectiveOn"):
        force.begin(time)
    stated = [*_times(view, document, "repealedOn")]
    for time in stated or _repealing(view, document):
        force.finish(time)
    return force


def _repealing(view: GraphView, document: NamedNode) -> Iterator[Moment]:
    reader = Claims(view)
    for claim in reader.pointing(v.CLAIM_VALUE, document):
        repealer = reader.one(claim, v.CLAIM_SUBJECT)
        repeals = reader.one(claim, v.CLAIM_PROPERTY) == v.fk("repeals")
        if repeals and isinstance(repealer, NamedNode) and _is_believed(reader, claim):
            yield from _times(view, repealer, "effectiveOn")


def _times(view: GraphView, document: NamedNode, name: str) -> Iterator[Moment]:
    reader = Claims(view)
    for claim in claims_of(view, document, v.fk(name)):
        value = reader.one(claim, v.CLAIM_VALUE)
        time = Moment.from_literal(value) if isinstance(value, Literal) else None
        if time and _is_believed(reader, claim):
            yield time


def _is_believed(reader: Claims, claim: NamedNode) -> bool:
    return reader.one(claim, v.STANDING) in _BELIEVED
