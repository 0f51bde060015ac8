"""A query that runs away ends by its deadline, and whatever a query does, we live."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NamedTuple

import pytest
from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, Store

from finkg.errors import QueryProblem, QueryRefused, QuerySyntaxError
from finkg.graph import KnowledgeGraph
from finkg.store.bounded import Bounded, BoundedSolutions, QueryDied, QueryTimedOut, bounded
from finkg.store.view import AT_HAND, GraphView, runs_at_hand

#: Answers of a query that would never end.
ENDLESS = {
    "in one row": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "in rows": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "in no row": "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (CONCAT(STR(?a), STR(?i)) = '') }",
}
LIMIT = 100_000


class Shape(NamedTuple):
    """A query text that grows by one unit."""

    before: str
    unit: str
    after: str

    def times(self, count: int) -> str:
        return self.before + self.unit * count + self.after

    @property
    def largest(self) -> str:
        """Of 100 kB."""
        rest = LIMIT - len(self.before) - len(self.after)
        return self.times(rest // len(self.unit)).ljust(LIMIT)


#: Most end the process that runs them, at hand and long enough; found by trying what the grammar
#: lets repeat.
SHAPES = {
    "and": Shape("SELECT * { ?s ?p ?o FILTER(1=1", " && 1=1", ") }"),
    "or": Shape("SELECT * { ?s ?p ?o FILTER(1=1", "||1=1", ") }"),
    "not": Shape("SELECT * { ?s ?p ?o FILTER(", "!", "true) }"),
    "sum": Shape("SELECT * { ?s ?p ?o FILTER(1<1", "+1", ") }"),
    "list in a filter": Shape("SELECT * { ?s ?p ?o FILTER(?s IN(1", ",1", ")) }"),
    "minus": Shape("SELECT * { ?s ?p ?o ", "MINUS{}", " }"),
    "union": Shape("SELECT * { {} ", "UNION{}", " }"),
    "not exists": Shape("SELECT * { ?s ?p ?o ", "FILTER NOT EXISTS{}", " }"),
    "path": Shape("SELECT * { ?s a", "/a", " ?o }"),
    "choice of paths": Shape("SELECT * { ?s a", "|a", " ?o }"),
    "list": Shape("SELECT * { ?s ?p (", "1 ", ") }"),
    "objects": Shape("SELECT * { ?s ?p ?o", ",1", " }"),
    "same pattern": Shape("SELECT * { ", "?s ?p ?o.", " }"),
    "triple terms": Shape("SELECT * { ?s ?p ", "<< ?a ?b ", "?c }"),
    "description": Shape("DESCRIBE ", "?s", " {}"),
    "values": Shape("SELECT * { VALUES ?s {", "1 ", "} }"),
    "words": Shape("SELECT * { ?s ?p ?o } ORDER BY ?s # FROM\n", "a-", ""),
}
#: The engine plans these so long that they never come to be deadly at hand.
SLOW = {"path", "list", "objects", "same pattern"}
#: Each nests deeper than the engine bears.
NESTED = {
    "3,000 braces": "SELECT * " + "{" * 3_000 + "}" * 3_000,
    "1,000 times NOT EXISTS": "SELECT * { ?s ?p ?o "
    + "FILTER NOT EXISTS { ?s ?p ?o " * 1_000
    + "}" * 1_001,
    "brackets": "SELECT * { ?s ?p ?o FILTER(" + "(" * 3_000 + "1" + ")" * 3_000 + ") }",
    "blank nodes": "SELECT * { ?s ?p " + "[ ?p " * 3_000 + "1" + "]" * 3_000 + " }",
    "sub-selects": "SELECT * " + "{ SELECT * " * 1_000 + "{ ?s ?p ?o" + "}" * 1_001,
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


@pytest.mark.parametrize("shape", SHAPES.values(), ids=list(SHAPES))
def test_no_text_ends_our_process(
    kg: KnowledgeGraph, shape: Shape, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred kilobytes of what would kill the engine at hand: refused, cut or answered."""
    monkeypatch.setattr("finkg.store.bounded.DEADLINE", 2.0)
    assert len(shape.largest) == LIMIT
    _begin(kg.query, shape.largest)
    assert kg.query("ASK { ?s ?p ?o }")


@pytest.mark.parametrize("name", sorted(SHAPES.keys() - SLOW))
def test_what_runs_at_hand_is_borne_there(name: str) -> None:
    """The same, as often as it still runs in this process; over an empty graph, for how long the
    rows take is another matter."""
    shape = SHAPES[name]
    counts = range(1, LIMIT // len(shape.unit))
    most = bisect_left(counts, True, key=lambda count: not runs_at_hand(shape.times(count)))
    assert most > 100
    _begin(GraphView(Store()).query, shape.times(most))


def _begin(ask: Callable[[str], object], query: str) -> None:
    """Ask, and read the first rows, if it comes to that."""
    with suppress(QueryProblem):
        result = ask(query)
        for _ in zip(range(3), result, strict=False):  # type: ignore[call-overload]
            pass


@pytest.mark.parametrize("query", NESTED.values(), ids=list(NESTED))
def test_what_nests_too_deep_is_refused(kg: KnowledgeGraph, query: str) -> None:
    """However short it is, and with a deadline too."""
    for timeout in (None, 30.0):
        with pytest.raises(QueryRefused):
            kg.query(query, timeout=timeout)


def test_a_small_query_runs_at_hand(kg: KnowledgeGraph) -> None:
    """Only what is large enough to be deadly pays for a process: neither comments nor a list of
    values make it so, however long."""
    small = "SELECT ?s { ?s ?p ?o } LIMIT 1"
    values = " ".join(f"id:thing-{number}" for number in range(2 * AT_HAND))
    long = (f"{small} # {'x' * 10_000}", f"SELECT ?s {{ VALUES ?s {{ {values} }} ?s ?p ?o }}")
    for query in (small, small.ljust(10_000), *long):
        assert not isinstance(kg.query(query), BoundedSolutions)
    large = SHAPES["and"].times(AT_HAND)
    assert isinstance(kg.query(large), BoundedSolutions)


def test_what_a_process_gives_is_written_as_what_is_at_hand(kg: KnowledgeGraph) -> None:
    """The same bytes in the formats of the W3C, of rows, triples, yes and no."""
    forms: list[tuple[str, Any]] = [
        ("SELECT ?s ?o { ?s fk:offers ?o } ORDER BY ?s ?o", QueryResultsFormat.CSV),
        ("ASK { ?s fk:offers ?o }", QueryResultsFormat.JSON),
        ("CONSTRUCT WHERE { ?s fk:offers ?o }", RdfFormat.N_TRIPLES),
    ]
    for query, into in forms:
        bounded_, at_hand = kg.query(query, timeout=30), kg.query(query)
        assert bounded_.serialize(format=into) == at_hand.serialize(format=into)


@pytest.mark.parametrize("into", [QueryResultsFormat.CSV, RdfFormat.N_TRIPLES], ids=str)
def test_what_is_written_is_cut_at_the_deadline(run: Callable[..., Bounded], into: Any) -> None:
    """The error says so in both languages, with the rows where they were counted."""
    construct = ENDLESS["in rows"].replace("SELECT *", "CONSTRUCT { ?a ?b ?i }")
    is_rows = into == QueryResultsFormat.CSV
    result = run(ENDLESS["in rows"] if is_rows else construct, 1.0)
    with pytest.raises(QueryTimedOut) as caught:
        result.serialize(format=into)
    for lang, word in (("zh", "行"), ("en", "rows")):
        assert (word in caught.value.message(lang)) is not is_rows


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
