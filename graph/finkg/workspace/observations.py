"""observations.csv: the value of a metric for one feature, with unit, precision and time."""

from __future__ import annotations

import re

from finkg.errors import Text
from finkg.evidence.claim import Claim, Kind
from finkg.evidence.record import Observation
from finkg.figures import plain
from finkg.vocabulary import HAS_OBSERVATION, fk, local_name
from finkg.workspace.columns import UNIT_PREFIX, units
from finkg.workspace.problems import BadValue, BoundsReversed
from finkg.workspace.rows import SourceFolder, Statement

TABLE = "observations.csv"
_PERIOD = re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?")
_A_PERIOD = Text("时段，如 P1Y", "a period such as P1Y")
_METRIC_END = Text("指标", "metric")
_METRIC = frozenset([fk("Metric")])


def read_observations(folder: SourceFolder) -> None:
    """The rows of observations.csv in a folder of sources."""
    known = units(folder.reader.schema)
    for statement in folder.statements(TABLE):
        _read(statement, known)


def _read(statement: Statement, known: tuple[str, ...]) -> None:
    statement.check_needed()
    statement.place_quote()
    kind = statement.member("kind", Kind, Kind.FACT)
    record = _record(statement, known)
    if record:
        as_of, valid_from, valid_to = record.times
        whole = (kind, valid_from, valid_to, as_of, record)
        statement.state(Claim(record.feature, HAS_OBSERVATION, record.id, *whole))


def _record(statement: Statement, known: tuple[str, ...]) -> Observation | None:
    feature, metric = statement.entity("feature"), statement.entity("metric")
    if metric:
        _check_metric(statement)
    value, lower, upper = map(statement.checked_number, ("value", "lower", "upper"))
    if lower is not None and upper is not None and lower > upper:
        statement.fault(BoundsReversed(plain(lower), plain(upper)), "lower")
    unit = statement.word("unit", known)
    precision = statement.precision(value)
    as_of, valid_from, valid_to = map(statement.checked_time, ("as_of", "valid_from", "valid_to"))
    period = _period(statement)
    if not (feature and metric and unit and statement.source) or value is None:
        return None
    return Observation(
        feature=feature,
        metric=metric,
        value=value,
        unit=fk(UNIT_PREFIX + unit),
        precision=precision,
        lower=lower,
        upper=upper,
        as_of=as_of,
        period=period,
        valid_from=valid_from,
        valid_to=valid_to,
        source=None if as_of or valid_from or valid_to else statement.source.id,
    )


def _check_metric(statement: Statement) -> None:
    """A metric is an entity of class Metric: a quantity with one definition."""
    reader, name = statement.reader, local_name(HAS_OBSERVATION)
    statement.read("metric", lambda cell: reader.check_class(cell, name, _METRIC_END, _METRIC))


def _period(statement: Statement) -> str:
    """A duration in years, months, weeks or days (XSD 1.1 part 2, section 3.3.6)."""
    period = statement.row["period"]
    if period and not _PERIOD.fullmatch(period):
        statement.fault(BadValue("period", _A_PERIOD, period), "period")
    return period
