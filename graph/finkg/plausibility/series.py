"""Figures of one metric of one thing, in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import NamedNode

from finkg.evidence.assessment import Assessed
from finkg.evidence.conflict import Range, admitted
from finkg.evidence.doubt import Part
from finkg.evidence.moment import Moment
from finkg.evidence.record import Observation
from finkg.plausibility.survey import Point, Survey
from finkg.vocabulary import HAS_OBSERVATION

_Key = tuple[NamedNode, NamedNode, NamedNode, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a series."""

    assessed: Assessed
    metric: NamedNode
    value: Decimal
    time: Moment
    #: What the number admits with its word of precision.
    admits: Range

    @property
    def point(self) -> Point:
        return Point(self.assessed, Part.VALUE)


def series(survey: Survey) -> Iterator[list[Figure]]:
    """Every series of two or more, each figure surely later than the one before.

    Of figures whose times overlap the best backed stands: between them it is a matter of dispute.
    """
    found: defaultdict[_Key, list[Figure]] = defaultdict(list)
    for assessed in survey.facts(HAS_OBSERVATION):
        record = assessed.claim.record
        if isinstance(record, Observation) and (record.as_of or record.valid_from):
            key = (record.feature, record.metric, record.unit, record.period)
            found[key].append(_figure(survey, assessed, record))
    for figures in found.values():
        if len(figures) > 1:
            row = _apart(survey, figures)
            if len(row) > 1:
                yield row


def _figure(survey: Survey, assessed: Assessed, record: Observation) -> Figure:
    time = record.as_of or record.valid_from
    assert time  # the caller saw to it
    if record.lower is not None and record.upper is not None:
        admits = Range(record.lower, record.upper)
    else:
        admits = admitted(record.value, record.precision, survey.policy)
    return Figure(assessed, record.metric, record.value, time, admits)


def _apart(survey: Survey, figures: list[Figure]) -> list[Figure]:
    """The figures in order, without those that overlap one that is backed no worse."""
    row: list[Figure] = []
    ordered = sorted(
        figures, key=lambda f: (f.time.earliest, f.time.latest, f.assessed.claim.id.value)
    )
    for figure in ordered:
        if not row or row[-1].time.latest < figure.time.earliest:
            row.append(figure)
        elif _place(survey, figure) < _place(survey, row[-1]) and (
            len(row) < 2 or row[-2].time.latest < figure.time.earliest
        ):
            row[-1] = figure
    return row


def _place(survey: Survey, figure: Figure) -> tuple[int, int]:
    """How well a figure is backed, best first; of two alike the one of the narrower time."""
    return survey.backing.place(figure.assessed.supporting), figure.time.days
