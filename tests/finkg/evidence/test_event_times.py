"""The times of one event are compared together: it occurred between its beginning and its end."""

from __future__ import annotations

import pytest

from finkg.evidence.assessment import Assessed
from finkg.evidence.event_times import outside
from finkg.vocabulary import local_name

from .facts import said


def missed(occurred: str, started: str = "", ended: str = "") -> list[str]:
    """The properties whose values the day of occurrence contradicts."""
    times = {"occurredOn": occurred, "startedOn": started, "endedOn": ended}
    claims = [said("p2p-crisis", name, day, "page") for name, day in times.items() if day]
    return [local_name(bound.claim.predicate) for _, bound in outside(claims)]


@pytest.mark.parametrize(
    ("occurred", "bounds"),
    [
        ("2018-06", []),
        ("2018-07-15", []),
        ("2020", []),
        ("2017", ["startedOn"]),
        ("2018-05-31", ["startedOn"]),
        ("2021", ["endedOn"]),
    ],
)
def test_an_event_occurs_between_its_beginning_and_its_end(
    occurred: str, bounds: list[str]
) -> None:
    """Begun in June 2018 and ended in 2020: a time outside contradicts the end that it misses."""
    assert missed(occurred, "2018-06", "2020") == bounds


@pytest.mark.parametrize(
    ("occurred", "bounds"),
    [("2018", []), ("2018-06-20", []), ("2018-07", ["startedOn"]), ("2025", ["startedOn"])],
)
def test_without_an_end_it_occurs_when_it_begins(occurred: str, bounds: list[str]) -> None:
    """A crisis of 2025 is not the one that began in 2018-06."""
    assert missed(occurred, "2018-06") == bounds


@pytest.mark.parametrize(("occurred", "bounds"), [("2019", []), ("2020-02", ["endedOn"])])
def test_with_an_end_alone_it_occurs_no_later(occurred: str, bounds: list[str]) -> None:
    """How long it had gone on is not known."""
    assert missed(occurred, ended="2019-12") == bounds


def test_what_is_outranked_speaks_no_more() -> None:
    """A beginning that lost to a better one contradicts nothing."""
    occurred, started = said("e", "occurredOn", "2025"), said("e", "startedOn", "2018")
    assert list(outside([occurred, started])) == [(occurred, started)]
    started.outranked = True
    assert list(outside([occurred, started])) == []


def test_the_pairs_come_in_one_order() -> None:
    """Rows may stand in any order in any file."""
    claims = [said("e", "startedOn", day) for day in ("2018", "2019-03", "2019-05", "2020")]
    claims += [said("e", "occurredOn", day) for day in ("2017", "2016")]
    forth = [(a.claim.id, b.claim.id) for a, b in outside(claims)]
    assert forth == [(a.claim.id, b.claim.id) for a, b in outside(claims[::-1])]
    assert len(forth) == 8


def test_times_of_two_events_are_two() -> None:
    """One event's beginning says nothing of another."""
    claims: list[Assessed] = [said("a", "occurredOn", "2025"), said("b", "startedOn", "2018")]
    assert list(outside(claims)) == []
