"""observations.csv: the value of a metric for one feature, with unit, precision and time."""

from __future__ import annotations

import re
from decimal import Decimal

from finkg.errors import Problem, Text
from finkg.evidence.claim import Claim, Kind
from finkg.evidence.moment import Moment
from finkg.evidence.quantity import quantities
from finkg.evidence.record import PRECISIONS, Observation
from finkg.vocabulary import HAS_OBSERVATION, fk
from finkg.workspace.problems import BadValue, PrecisionUnread, UnknownEntity, WrongClass
from finkg.workspace.rows import SourceFolder, Statement

TABLE = "observations.csv"
UNITS = ("CNY", "USD", "person", "enterprise", "platform", "percent", "point")
_PERIOD = re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?")
_A_PERIOD = Text("时段，如 P1Y", "a period such as P1Y")
_VALUE = Text("取值", "value")
#: Words of precision beside a number: before it, and behind it.
_BEFORE = {
    **dict.fromkeys(("约", "大约", "近约", "about ", "around ", "some "), "about"),
    **dict.fromkeys(("超", "超过", "突破", "逾", "over ", "more than ", "above "), "over"),
    **dict.fromkeys(("近", "不足", "nearly ", "under "), "under"),
    **dict.fromkeys(("至少", "不低于", "at least "), "at-least"),
    **dict.fromkeys(("至多", "不超过", "at most ", "up to "), "at-most"),
}
_AFTER = {"左右": "about", "以上": "at-least", "以下": "at-most", "多": "over", "余": "over"}


def read_observations(folder: SourceFolder) -> None:
    """The rows of observations.csv in a folder of sources."""
    for statement in folder.statements(TABLE):
        _read(statement)


def _read(statement: Statement) -> None:
    statement.needed("feature", "metric", "value", "unit")
    statement.place_quote()
    numbers = {column: statement.number(column) for column in ("value", "lower", "upper")}
    for column, number in numbers.items():
        statement.check_numbers(column, [number])
    as_of, valid_from, valid_to = statement.times("as_of", "valid_from", "valid_to")
    record = _record(statement, numbers, (as_of, valid_from, valid_to))
    kind = statement.member("kind", Kind, Kind.FACT)
    if record:
        _warn_of_precision(statement, record)
        statement.state(
            Claim(
                record.feature,
                HAS_OBSERVATION,
                record.id,
                kind,
                valid_from,
                valid_to,
                as_of,
                record,
            )
        )


def _record(
    statement: Statement,
    numbers: dict[str, Decimal | None],
    times: tuple[Moment | None, Moment | None, Moment | None],
) -> Observation | None:
    feature, metric = statement.entity("feature"), statement.entity("metric")
    if metric:
        _check_metric(statement)
    unit = statement.word("unit", UNITS)
    precision = statement.word("precision", tuple(PRECISIONS))
    period = statement.row["period"]
    if period and not _PERIOD.fullmatch(period):
        statement.fault(BadValue("period", _A_PERIOD, period), "period")
    value = numbers["value"]
    if not (feature and metric and unit and statement.source) or value is None:
        return None
    return Observation(
        feature=feature,
        metric=metric,
        value=value,
        unit=fk(f"unit-{unit}"),
        precision=precision,
        lower=numbers["lower"],
        upper=numbers["upper"],
        as_of=times[0],
        period=period,
        valid_from=times[1],
        valid_to=times[2],
        source=None if any(times) else statement.source.id,
    )


def _check_metric(statement: Statement) -> None:
    """A metric is an entity of class Metric: one with a single definition."""
    name = statement.row["metric"]
    entity = statement.reader.workspace.entities.get(name)
    problem: Problem | None = None
    if entity is None:
        problem = UnknownEntity(name)
    elif fk("Metric") not in entity.types:
        found = tuple(str(cls.value.rpartition("#")[2]) for cls in entity.types)
        problem = WrongClass("metric", _VALUE, name, ("Metric",), found)
    if problem:
        statement.fault(problem, "metric")


def _warn_of_precision(statement: Statement, record: Observation) -> None:
    """A word of precision stands beside the number in the quote, and the cell is empty."""
    if record.precision:
        return
    text = statement.quoted
    for quantity in quantities(text):
        if quantity.value != record.value:
            continue
        before, after = text[: quantity.start], text[quantity.end :].lstrip("元人户家万亿% ")
        for word, meant in _BEFORE.items():
            if before.endswith(word):
                statement.warn(PrecisionUnread(word.strip(), meant), "precision")
                return
        for word, meant in _AFTER.items():
            if after.startswith(word):
                statement.warn(PrecisionUnread(word, meant), "precision")
                return
