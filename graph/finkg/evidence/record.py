"""Records: what has parts. A record enters a layer and leaves it together with its claim."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from pyoxigraph import Literal, NamedNode

from finkg.evidence.hashed_id import hashed_id
from finkg.evidence.moment import Moment, day_literal
from finkg.vocabulary import (
    AS_OF,
    EARLIEST,
    LATEST,
    TYPE,
    VALID_FROM,
    VALID_TO,
    XSD_DECIMAL,
    XSD_DURATION,
    fk,
)

Pair = tuple[NamedNode, NamedNode | Literal]

#: Words of precision, as tables write them.
PRECISIONS = {
    "about": fk("About"),
    "over": fk("Over"),
    "at-least": fk("AtLeast"),
    "under": fk("Under"),
    "at-most": fk("AtMost"),
}


def bounds(time: Moment, stem: str = "") -> Iterator[Pair]:
    """The first and last day of a time, as xsd:date: the only spelling in which days compare."""
    yield (fk(f"{stem}Earliest") if stem else EARLIEST), day_literal(time.earliest)
    yield (fk(f"{stem}Latest") if stem else LATEST), day_literal(time.latest)


def validity(valid_from: Moment | None, valid_to: Moment | None) -> Iterator[Pair]:
    """The triples that state from when and until when something holds."""
    for time, term, stem in (
        (valid_from, VALID_FROM, "validFrom"),
        (valid_to, VALID_TO, "validTo"),
    ):
        if time:
            yield term, time.literal
            yield from bounds(time, stem)


def measured(as_of: Moment | None) -> Iterator[Pair]:
    """The triples that state as of when something was measured."""
    if as_of:
        yield AS_OF, as_of.literal
        yield from bounds(as_of)


def decimal_literal(number: Decimal) -> Literal:
    """A number as xsd:decimal, without an exponent."""
    return Literal(format(number, "f"), datatype=XSD_DECIMAL)


@dataclass(frozen=True)
class Record(ABC):
    """Base of the records: an id that is a hash of the content, and the content as triples."""

    prefix: ClassVar[str]
    rdf_class: ClassVar[NamedNode]

    @abstractmethod
    def columns(self) -> tuple[str, ...]:
        """What the id is made of: the record's columns in the table's order, empty ones too."""

    @abstractmethod
    def content(self) -> Iterator[Pair]:
        """Predicate and object of each triple, type apart."""

    @property
    @abstractmethod
    def times(self) -> tuple[Moment | None, Moment | None, Moment | None]:
        """Its as_of (for an effect, when it occurred), valid_from and valid_to."""

    @cached_property
    def id(self) -> NamedNode:
        return hashed_id(self.prefix, self.columns())

    def triples(self) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
        yield self.id, TYPE, self.rdf_class
        for predicate, value in self.content():
            yield self.id, predicate, value


def _words(*values: object) -> tuple[str, ...]:
    return tuple("" if value is None else str(value) for value in values)


@dataclass(frozen=True)
class Observation(Record):
    """The value of a metric for one feature, as of a time or while it was set."""

    prefix: ClassVar[str] = "o"
    rdf_class: ClassVar[NamedNode] = fk("MetricObservation")

    feature: NamedNode
    metric: NamedNode
    value: Decimal
    unit: NamedNode
    precision: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None
    as_of: Moment | None = None
    period: str = ""
    valid_from: Moment | None = None
    valid_to: Moment | None = None
    #: The source, only where no time is stated: two undated values are not one record.
    source: NamedNode | None = None

    @property
    def times(self) -> tuple[Moment | None, Moment | None, Moment | None]:
        return self.as_of, self.valid_from, self.valid_to

    def columns(self) -> tuple[str, ...]:
        times = (self.as_of, self.period, self.valid_from, self.valid_to)
        numbers = (self.value, self.unit, self.precision, self.lower, self.upper)
        return _words(self.feature, self.metric, *numbers, *times, *filter(None, [self.source]))

    def content(self) -> Iterator[Pair]:
        yield fk("featureOfInterest"), self.feature
        yield fk("metric"), self.metric
        yield fk("numericValue"), decimal_literal(self.value)
        yield fk("unit"), self.unit
        if self.precision:
            yield fk("precision"), PRECISIONS[self.precision]
        for bound, name in ((self.lower, "lowerBound"), (self.upper, "upperBound")):
            if bound is not None:
                yield fk(name), decimal_literal(bound)
        yield from measured(self.as_of)
        if self.period:
            yield fk("period"), Literal(self.period, datatype=XSD_DURATION)
        yield from validity(self.valid_from, self.valid_to)


@dataclass(frozen=True)
class Shareholding(Record):
    """A share of an organization, in capital or in votes, that an agent holds over some time."""

    prefix: ClassVar[str] = "h"
    rdf_class: ClassVar[NamedNode] = fk("Shareholding")

    organization: NamedNode
    holder: NamedNode
    mode: str
    percent: Decimal
    precision: str = ""
    as_of: Moment | None = None
    valid_from: Moment | None = None
    valid_to: Moment | None = None

    @property
    def times(self) -> tuple[Moment | None, Moment | None, Moment | None]:
        return self.as_of, self.valid_from, self.valid_to

    def columns(self) -> tuple[str, ...]:
        share = (self.mode, self.percent, self.precision)
        return _words(
            self.organization, self.holder, *share, self.as_of, self.valid_from, self.valid_to
        )

    def content(self) -> Iterator[Pair]:
        yield fk("holder"), self.holder
        yield fk("heldOrganization"), self.organization
        yield fk("shareholdingMode"), fk(self.mode.capitalize())
        yield fk("percent"), decimal_literal(self.percent)
        if self.precision:
            yield fk("precision"), PRECISIONS[self.precision]
        yield from measured(self.as_of)
        yield from validity(self.valid_from, self.valid_to)


@dataclass(frozen=True)
class Effect(Record):
    """What an instrument or a regulatory event brought to a thing, as a source says."""

    prefix: ClassVar[str] = "x"
    rdf_class: ClassVar[NamedNode] = fk("RegulatoryEffect")

    affected: NamedNode
    cause: NamedNode
    effect_type: str
    occurred_on: Moment | None = None
    #: Descriptions in zh and en stand outside the identity.
    description_zh: str = ""
    description_en: str = ""

    @property
    def times(self) -> tuple[Moment | None, Moment | None, Moment | None]:
        return self.occurred_on, None, None

    def columns(self) -> tuple[str, ...]:
        return _words(self.affected, self.cause, self.effect_type, self.occurred_on)

    def content(self) -> Iterator[Pair]:
        yield fk("affectedThing"), self.affected
        yield fk("cause"), self.cause
        yield fk("effectType"), fk(f"effect-{self.effect_type}")
        if self.occurred_on:
            yield fk("occurredOn"), self.occurred_on.literal
            yield from bounds(self.occurred_on)
        for lang, text in (("zh", self.description_zh), ("en", self.description_en)):
            if text:
                yield fk("description"), Literal(text, language=lang)
