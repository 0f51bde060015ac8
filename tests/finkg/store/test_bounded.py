"""A query that runs away ends by its deadline, and whatever a query does, we live."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest
from pyoxigraph import QueryBoolean

from finkg.errors import QueryRefused, QuerySyntaxError
from finkg.graph import KnowledgeGraph
from finkg.store.bounded import Bounded, BoundedSolutions, QueryDied, QueryTimedOut, bounded
from finkg.store.view import AT_HAND

#: Answers of a query that would never end.
ENDLESS = {
    "in one row": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "in rows": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "in no row": "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (CONCAT(STR(?a), STR(?i)) = '') }",
}
LIMIT = 100_000


def filled(before: str, unit: str, after: str) -> str:
    """A query text of 100 kB."""
    return before + unit * ((LIMIT - len(before) - len(after)) // len(unit)) + after


#: Each ends the process that runs it, at hand; found by trying what the grammar lets repeat.
DEADLY = {
    "and": filled("SELECT * { ?s ?p ?o FILTER(1=1", " && 1=1", ") }"),
    "not": filled("SELECT * { ?s ?p ?o FILTER(", "!", "true) }"),
    "sum": filled("SELECT * { ?s ?p ?o FILTER(1<1", "+1", ") }"),
    "minus": filled("SELECT * { ?s ?p ?o ", "MINUS{?s ?p ?o}", " }"),
    "path": filled("SELECT * { ?s a", "/a", " ?o }"),
    "list": filled("SELECT * { ?s ?p (", "1 ", ") }"),
    "same pattern": filled("SELECT * { ", "?s ?p ?o.", " }"),
    "triple terms": filled("SELECT * { ?s ?p ", "<< ?a ?b ", "?c }"),
}


def read(result: Bounded) -> int:
    return int(bool(result)) if isinstance(result, QueryBoolean) else sum(1 for _ in result)


@pytest.fixture(scope="module")
def run(packaged_snapshot: Path) -> Callable[..., Bounded]:
    from finkg.store.snapshot import Snapshot

    folder = Snapshot(packaged_snapshot).folder
    return lambda query, deadline=30.0, **more: bounded(folder, query, [], deadline, **more)


def test_it_answers_as_the_engine_at_hand(kg: KnowledgeGraph) -> None:
    """Solutions with all kinds of terms, an unbound variable, triples, yes and no."""
    select = "SELECT ?s ?p ?o ?none { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 500"
    found = kg.query(select, timeout=30)
    assert isinstance(found, BoundedSolutions)
    assert [v.value for v in found.variables] == ["s", "p", "o", "none"]
    assert [[*row] for row in found] == [[*row] for row in kg.query(select)]  # type: ignore[union-attr]
    construct = "CONSTRUCT { ?s fk:offers ?o } WHERE { ?s fk:offers ?o }"
    assert {*kg.query(construct, timeout=30)} == {*kg.query(construct)}  # type: ignore[misc]
    for ask in ("ASK { ?s ?p ?o }", "ASK { ?s fk:noSuch ?o }"):
        assert bool(kg.query(ask, timeout=30)) == bool(kg.query(ask))


def test_layers_are_opened_there_too(kg: KnowledgeGraph) -> None:
    """And those that are not named stay closed."""
    select = "SELECT ?s { GRAPH layer:doubtful { ?s ?p ?o } }"
    assert kg.select(select, ["doubtful"], timeout=30).rows
    assert not kg.select(select, timeout=30).rows


@pytest.mark.parametrize("query", ENDLESS.values(), ids=list(ENDLESS))
def test_a_query_that_runs_away_is_ended(run: Callable[..., Bounded], query: str) -> None:
    """The error says when, and how many rows there were; nothing is left running."""
    start = monotonic()
    with pytest.raises(QueryTimedOut) as caught:
        read(run(query, 1.0))
    # A stopwatch of its own: that it ends at all, long before it would by itself.
    assert monotonic() - start < 10
    assert caught.value.seconds == "1"
    assert (caught.value.rows > 0) == (query == ENDLESS["in rows"])


def test_a_query_that_eats_memory_is_ended(run: Callable[..., Bounded]) -> None:
    """Its process may have so many bytes and no more."""
    with pytest.raises(QueryDied):
        read(run("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f", memory=600 << 20))


@pytest.mark.parametrize("query", DEADLY.values(), ids=list(DEADLY))
def test_no_text_ends_our_process(kg: KnowledgeGraph, query: str) -> None:
    """A hundred kilobytes of what would kill the engine at hand: refused, cut or answered."""
    assert LIMIT - 100 < len(query) <= LIMIT
    try:
        result = kg.query(query)
        for _ in zip(range(3), result, strict=False):  # type: ignore[call-overload]
            pass
    except (QueryDied, QueryRefused, QuerySyntaxError):
        pass
    assert kg.query("ASK { ?s ?p ?o }")


def test_a_short_text_runs_at_hand(kg: KnowledgeGraph) -> None:
    """Only what is long enough to be deadly pays for a process."""
    short = "SELECT ?s { ?s ?p ?o } LIMIT 1"
    assert not isinstance(kg.query(short), BoundedSolutions)
    assert isinstance(kg.query(short.ljust(AT_HAND + 1)), BoundedSolutions)


def test_what_is_wrong_with_a_query_is_told_as_at_hand(kg: KnowledgeGraph) -> None:
    """With line and column, and the words of either language."""
    for query in ("SELECT * { ?s ?p", "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }"):
        told = []
        for timeout in (None, 30.0):
            with pytest.raises((QuerySyntaxError, QueryRefused)) as caught:
                kg.query(query, timeout=timeout)
            told.append((type(caught.value), caught.value.message("zh"), caught.value.advice("zh")))
        assert told[0] == told[1]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at the process table of Linux")
def test_rows_that_nobody_reads_any_more_end_the_process(run: Callable[..., Bounded]) -> None:
    """Who stops reading leaves nothing behind."""
    rows = iter(run(ENDLESS["in rows"]))  # type: ignore[arg-type]
    next(rows)
    assert workers()
    rows.close()  # type: ignore[attr-defined]
    for _ in range(50):
        if not workers():
            return
        sleep(0.1)
    pytest.fail("a worker still runs")


def workers() -> list[str]:
    """The workers that this process has started and not seen end."""
    own = f"/proc/{os.getpid()}/task/{os.getpid()}/children"
    children = Path(own).read_text().split() if Path(own).exists() else []
    commands = (Path(f"/proc/{child}/cmdline") for child in children)
    return [str(c) for c in commands if c.exists() and b"finkg.store.worker" in c.read_bytes()]
