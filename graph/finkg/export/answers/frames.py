"""An answer as a data frame of pandas or polars, with typed columns.

A column has the type of its values: whole numbers Int64, other numbers Float64, truth values, full
days a date. No digit is lost: whole numbers beyond 64 bits and decimals that a double does not hold
digit by digit stay Python's int and Decimal in pandas, Int128 and Decimal in polars. Entities are
their identifiers. Times of which some are a year, a quarter or a month stay as their source states
them, with the first and the last day on which each may lie in `NAME_earliest` and `NAME_latest`.
All else is text.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from finkg.errors import Text
from finkg.export.answers import MissingPackage
from finkg.export.answers.columns import Kind, moment, of_question
from finkg.export.answers.typed import value
from finkg.store.snapshot import Snapshot

if TYPE_CHECKING:
    import pandas
    import polars

    from finkg.catalogue.answer import Answer
    from finkg.words import Language

#: How many bits of a whole number are held; of a decimal, how many digits polars holds.
_INT64, _INT128, _DIGITS = 63, 127, 38


class FrameNeedsPackage(MissingPackage):
    """A data frame needs a package that is installed with an extra of finkg only."""

    text = Text(
        "数据框需要软件包 {package}，此处没有安装。",
        "A data frame needs the package {package}, which is not installed.",
    )


class Series(NamedTuple):
    """A column of a frame."""

    name: str
    kind: Kind
    values: list[Any]


def series(answer: Answer, labels: Language | None) -> list[Series]:
    """The columns of a frame: those of the answer, hidden ones too, and what stands beside them."""
    own = {column.name for column in answer.columns}
    columns = zip(answer.columns, of_question(answer), strict=True)
    return [
        each
        for place, (column, kind) in enumerate(columns)
        for each in _each(answer, place, column.name, kind, labels)
        if each.name == column.name or each.name not in own
    ]


def _each(
    answer: Answer, place: int, name: str, kind: Kind, labels: Language | None
) -> Iterator[Series]:
    cells = [row[place] for row in answer.rows]
    texts = [answer.identifier(cell) if cell else None for cell in cells]
    if kind in (Kind.ENTITY, Kind.TIME, Kind.TEXT):
        yield Series(name, Kind.TEXT, texts)
    else:
        yield Series(name, kind, [value(cell) for cell in cells])
    if kind is Kind.ENTITY and labels:
        words = [answer.text(cell, labels) if cell else None for cell in cells]
        yield Series(f"{name}_label", Kind.TEXT, words)
    if kind is Kind.TIME:
        times = [moment(cell) for cell in cells]
        yield Series(f"{name}_earliest", Kind.DAY, [t.earliest if t else None for t in times])
        yield Series(f"{name}_latest", Kind.DAY, [t.latest if t else None for t in times])


def about(answer: Answer) -> dict[str, Any]:
    """What was asked, of which graph: `title` in zh and en, `question` and what it was `given`, the
    `day` as of which, or up to which, the graph answers, and the sources that it is `without`."""
    told: dict[str, Any] = {
        "title": answer.title._asdict(),
        "question": answer.question,
        "given": dict(answer.given),
    }
    if isinstance(answer.view, Snapshot):
        manifest = answer.view.manifest
        scenario = manifest.get("scenario", {})
        told["day"] = scenario.get("as_of") or str(manifest["day"])
        told["without"] = [*scenario.get("without", ())]
    return told


def to_pandas(answer: Answer, labels: Language | None) -> pandas.DataFrame:
    """Raises FrameNeedsPackage."""
    with _at_hand("pandas"):
        import pandas

    columns = series(answer, labels)
    frame = pandas.DataFrame({each.name: _pandas(each) for each in columns})
    frame.attrs.update(about(answer))
    return frame


_DTYPES: Final = {
    Kind.INTEGER: "Int64",
    Kind.DECIMAL: "Float64",
    Kind.DOUBLE: "Float64",
    Kind.TRUTH: "boolean",
    Kind.DAY: "datetime64[s]",
    Kind.TEXT: "string",
}


def _pandas(column: Series) -> Any:
    import pandas

    if not _fits(column):
        return pandas.Series(column.values, dtype="object")
    return pandas.Series(_plain(column), dtype=_DTYPES[column.kind])


def _stated(column: Series) -> list[Any]:
    return [each for each in column.values if each is not None]


def _fits(column: Series) -> bool:
    """Whether 64 bits hold each value digit by digit."""
    if column.kind is Kind.INTEGER:
        return _within(column, _INT64)
    if column.kind is Kind.DECIMAL:
        return all(Decimal(repr(float(each))) == each for each in _stated(column))
    return True


def _within(column: Series, bits: int) -> bool:
    return all(-(2**bits) <= each < 2**bits for each in _stated(column))


def _plain(column: Series) -> list[Any]:
    """The values as 64 bits hold them. By way of Decimal, which is infinite where a float ends."""
    if column.kind not in (Kind.DECIMAL, Kind.DOUBLE):
        return column.values
    return [None if each is None else float(Decimal(each)) for each in column.values]


def to_polars(answer: Answer, labels: Language | None) -> polars.DataFrame:
    """Raises FrameNeedsPackage."""
    with _at_hand("polars"):
        import polars

    return polars.DataFrame([_polars(each) for each in series(answer, labels)])


def _polars(column: Series) -> polars.Series:
    import polars

    types: dict[Kind, Any] = {
        Kind.INTEGER: polars.Int64,
        Kind.DECIMAL: polars.Float64,
        Kind.DOUBLE: polars.Float64,
        Kind.TRUTH: polars.Boolean,
        Kind.DAY: polars.Date,
        Kind.TEXT: polars.String,
    }
    if _fits(column):
        return polars.Series(column.name, _plain(column), dtype=types[column.kind])
    if column.kind is Kind.INTEGER and _within(column, _INT128):
        return polars.Series(column.name, column.values, dtype=polars.Int128)
    exact = [None if each is None else Decimal(each) for each in column.values]
    scale, digits = _size([each for each in exact if each is not None])
    if digits <= _DIGITS:
        return polars.Series(column.name, exact, dtype=polars.Decimal(_DIGITS, scale))
    texts = [None if each is None else format(each, "f") for each in exact]
    return polars.Series(column.name, texts, dtype=polars.String)


def _size(numbers: list[Decimal]) -> tuple[int, int]:
    """The most digits after the point, and how many digits hold each of the numbers."""
    scale = max(max(0, -int(number.as_tuple().exponent)) for number in numbers)
    return scale, scale + max(max(0, number.adjusted() + 1) for number in numbers)


@contextmanager
def _at_hand(package: str) -> Iterator[None]:
    """Says with which extra a package comes that is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != package:
            raise
        raise FrameNeedsPackage("DataFrame", package, package) from None
