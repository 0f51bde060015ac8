"""How a graph is asked for: as of a day, with what is uncertain or not, without some sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pyoxigraph import NamedNode

from finkg.errors import Text, UsageError


class WrongDay(UsageError):
    """What should be a day of the calendar and is not."""

    text = Text("“{found}”不是历法中的一天。", "“{found}” is not a day of the calendar.")
    hint = Text("写作 2020-12-31。", "Write it as 2020-12-31.")
    found: str


def a_day(day: str | date) -> date:
    """A day, or what spells one as 2020-12-31 (ISO 8601-1:2019, 5.2.2.1). Raises WrongDay.

    >>> a_day("2020-12-31")
    datetime.date(2020, 12, 31)
    >>> a_day("2020-12")
    Traceback (most recent call last):
    finkg.evidence.scenario.WrongDay: “2020-12” is not a day of the calendar. ...
    """
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise WrongDay(day) from None


@dataclass(frozen=True, slots=True)
class Scenario:
    """What differs from the whole graph, in which a statement says that it held at some time."""

    #: The day as of which the statements hold.
    as_of: date | None = None
    #: Whether the plain view also has what possibly held on that day.
    possible: bool = False
    #: Sources that are left out, with all that rests on them alone.
    without: frozenset[NamedNode] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether it is the graph as it is."""
        return self == Scenario()

    def on(self, day: date, *, possible: bool) -> Scenario:
        """The same as of a day."""
        return replace(self, as_of=day, possible=possible)

    def lacking(self, *sources: NamedNode) -> Scenario:
        """The same without some sources more."""
        return replace(self, without=self.without | {*sources})

    def described(self) -> dict[str, object]:
        """As a manifest says it."""
        return {
            "as_of": self.as_of.isoformat() if self.as_of else "",
            "possible": self.possible,
            "without": sorted(source.value for source in self.without),
        }
