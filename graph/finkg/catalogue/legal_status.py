"""The status of a legal instrument on a day. It is computed: no source states it once for all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.errors import Text
from finkg.evidence.moment import Moment
from finkg.reasoning.proof import Claims, claims_of
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
    ends = [*_times(view, document, "repealedOn")]
    for time in ends:
        if day >= time.latest:
            return REPEALED
    starts = [*_times(view, document, "effectiveOn")]
    if any(time.latest <= day for time in starts):
        return IN_FORCE if not any(time.earliest <= day for time in ends) else UNKNOWN
    return NOT_YET if any(time.earliest > day for time in starts) else UNKNOWN


def _times(view: GraphView, document: NamedNode, name: str) -> Iterator[Moment]:
    reader = Claims(view)
    for claim in claims_of(view, document, v.fk(name)):
        value = reader.one(claim, v.CLAIM_VALUE)
        time = Moment.from_literal(value) if isinstance(value, Literal) else None
        if time and reader.one(claim, v.STANDING) in _BELIEVED:
            yield time
