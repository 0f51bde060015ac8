"""Random small workspaces: sources of every tier, a corrupt text, and statements of every sort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import strategies as st

from .case import Case

ENTITIES = {
    "jia": "Company",
    "yi": "Company",
    "app": "FinancialProduct",
    "sweep": "RegulatoryEvent",
    "filing": "RegulatoryEvent",
    "rules": "Regulation",
    "users": "Metric",
    "served": "CumulativeMetric",
}
#: Cited sources: tier and when they were published.
SOURCES = {"gazette": ("high", "2026"), "paper": ("medium", "2015"), "blog": ("low", "")}
TEXT = (
    "甲2018年成立。2018年推出应用。截至2018年有用户。2018年整治。2011年试点。2018年备案，2014年。"
)
QUOTES = {
    "jia foundedOn 2018": "甲2018年成立",
    "app launchedOn 2018": "2018年推出应用",
    "jia offers app": "2018年推出应用",
    "sweep occurredOn 2018": "2018年整治",
    "filing occurredOn 2018": "2018年备案",
    "sweep precedes filing": "2018年备案",
    "yi foundedOn 2011": "2011年试点",
    "yi dissolvedOn 2014": "2014年",
}
_TIMES = ("2012", "2014", "2014-06", "2018", "2019")
_LINKS = ("jia offers app", "sweep precedes filing", "sweep implements rules", "jia predecessor yi")
_DATED = (
    "jia foundedOn", "jia dissolvedOn", "app launchedOn", "app closedOn", "sweep occurredOn",
    "sweep startedOn", "sweep endedOn", "filing occurredOn", "rules promulgatedOn",
    "rules effectiveOn",
)  # fmt: skip


class Row(NamedTuple):
    """A row: of which source, in which table, with which cells."""

    source: str
    table: str
    cells: tuple[tuple[str, str], ...]


def _claim(source: str, statement: str, *more: tuple[str, str]) -> Row:
    names = ("subject", "property", "value")
    cells = tuple(zip(names, statement.split(" ", 2), strict=True))
    return Row(source, "claims.csv", (*cells, *more))


def _figure(source: str, metric: str, value: int, as_of: str) -> Row:
    cells = {"feature": "app", "metric": metric, "value": str(value), "unit": "person"}
    return Row(source, "observations.csv", tuple({**cells, "as_of": as_of}.items()))


def _effect(source: str, occurred_on: str) -> Row:
    cells = {"affected": "app", "cause": "sweep", "effect_type": "limit"}
    cells |= {"occurred_on": occurred_on, "effect_zh": "设上限", "effect_en": "capped"}
    return Row(source, "effects.csv", tuple(cells.items()))


_CITED = st.sampled_from(sorted(SOURCES))
_YEARS = st.sampled_from(_TIMES)
ROW = st.one_of(
    st.builds(lambda s, p, t: _claim(s, f"{p} {t}"), _CITED, st.sampled_from(_DATED), _YEARS),
    st.builds(_claim, _CITED, st.sampled_from(_LINKS)),
    st.builds(
        _figure,
        _CITED,
        st.sampled_from(["users", "served"]),
        st.sampled_from([100, 150, 3000, 40_000_000]),
        _YEARS,
    ),
    st.builds(_effect, _CITED, _YEARS),
    st.sampled_from([_claim("page", s, ("quote", q)) for s, q in QUOTES.items()]),
)
#: Rows of which no two are one statement of one source.
ROWS = st.lists(ROW, min_size=3, max_size=14, unique=True)


@contextmanager
def workspace(rows: Sequence[Row]) -> Iterator[Case]:
    """A workspace of these rows, in this order, for a while."""
    with TemporaryDirectory() as folder:
        own = Case(Path(folder) / "own", ENTITIES)
        own.text("page", TEXT)
        for name, (tier, published) in SOURCES.items():
            own.source(name, tier, published)
        for row in rows:
            own.row(row.source, row.table, **dict(row.cells))
        yield own
