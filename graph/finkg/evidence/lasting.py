"""How what a claim states goes on in time."""

from __future__ import annotations

from enum import StrEnum

from finkg.evidence.claim import Claim
from finkg.evidence.record import Effect, Observation
from finkg.schema import Property


class Lasting(StrEnum):
    """The ways in which what a property states goes on (`fk:lasting`)."""

    #: Happens on a day, and has happened ever after.
    MOMENTARY = "Momentary"
    #: Is attested, and may end without anybody's saying so.
    STATE = "State"
    #: Holds until it is ended.
    LEGAL_FORCE = "LegalForce"
    #: Holds for ever.
    PERMANENT = "Permanent"

    @property
    def ends_only_when_ended(self) -> bool:
        return self is not Lasting.STATE


def lasting(claim: Claim, known: Property | None) -> Lasting:
    """How what a claim states goes on; `known` is its property, as the ontology describes it.

    What was measured on a day, or happened on it, stays so.
    """
    if isinstance(claim.record, (Observation, Effect)) and claim.record.times[0]:
        return Lasting.MOMENTARY
    return Lasting(known.lasting) if known else Lasting.PERMANENT
