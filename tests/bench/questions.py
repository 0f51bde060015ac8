"""Prints what each question of the catalogue costs beside the same query in rdflib's own engine.

    python tests/bench/questions.py [TRIPLES] [--large] [--only NAME ...]

A generated graph of about so many triples is read into Oxigraph, on disk as finkg has it, and into
rdflib's memory, and each question is asked of both in one process: once for its rows as Python
terms, once serialised as CSV. What a question needs is the first that the graph offers. CPU
seconds; ours is the mean of several runs, rdflib's is one, ended at the limit (then the ratio is at
least that). With --large our own at ten times the triples stands beside them. Nothing fails here:
the bars stand beside the figures.
"""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import exp, log
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from types import FrameType
from typing import Final, NamedTuple

from generate import claims_for
from generator.workspace import write_workspace
from pyoxigraph import DefaultGraph, QueryResultsFormat, QuerySolutions
from rdflib import Dataset, URIRef

from finkg.build.pipeline import build
from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Question
from finkg.graph import KnowledgeGraph
from finkg.store.snapshot import Snapshot

TRIPLES, LARGER = 100_000, 10
#: CPU seconds after which rdflib is stopped, and those that ours is repeated for.
LIMIT, AT_LEAST = 60, 0.05
BARS: Final = (
    "The bars: geometric mean at least 20 times through rows, 30 times serialised, none below 5;\n"
    "at most 12 times the seconds for 10 times the graph, unless the answer grows more."
)


class Cost(NamedTuple):
    """CPU seconds of one way to ask, and how many rows came; `ended` at the limit."""

    seconds: float
    rows: int
    ended: bool = False


class Asked(NamedTuple):
    """One question with its values in place, ready for any engine."""

    question: Question
    text: str

    def rows(self, kg: KnowledgeGraph) -> int:
        return sum(1 for row in self._solutions(kg) if [*row])

    def csv(self, kg: KnowledgeGraph) -> int:
        content = self._solutions(kg).serialize(format=QueryResultsFormat.CSV)
        return (content or b"").count(b"\n") - 1

    def _solutions(self, kg: KnowledgeGraph) -> QuerySolutions:
        result = kg.snapshot.query(self.text, self.question.layers)
        assert isinstance(result, QuerySolutions)
        return result


def graph(folder: Path, triples: int) -> KnowledgeGraph:
    write_workspace(folder / "workspace", claims_for(triples))
    return KnowledgeGraph(Snapshot(build(folder / "workspace", folder / "snapshot").snapshot))


def in_memory(kg: KnowledgeGraph) -> Dataset:
    """The same quads in rdflib's own store."""
    dataset, store = Dataset(), kg.snapshot.store
    for name in (DefaultGraph(), *store.named_graphs()):
        is_default = isinstance(name, DefaultGraph)
        into = dataset.default_graph if is_default else dataset.graph(URIRef(str(name)[1:-1]))
        quads = store.quads_for_pattern(None, None, None, name)
        into.parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")
    return dataset


def asked(question: Question, kg: KnowledgeGraph) -> Asked:
    """A question; what it has to be given is the first of the graph that has an answer."""
    needed = [p for p in question.parameters.values() if p.required]
    # The edges of an analysis are the same whatever it is asked about.
    as_is = [p for p in needed if p.type != "entity" or question.analysis]
    given = {p.name: p.example for p in as_is}
    open_ = question.with_values(given)
    for parameter in (p for p in needed if p.name not in given):
        rows = kg.snapshot.rows(_first(open_, parameter.variable), question.layers)
        found = next((row[parameter.variable] for row in rows), None)
        given[parameter.name] = str(found or parameter.example)
    return Asked(question, question.with_values(given))


def _first(query: str, variable: str) -> str:
    """The query for one value of a variable, whether it shows that or not."""
    prologue, _, rest = query.partition("\nSELECT DISTINCT")
    pattern = rest[rest.index("WHERE") : rest.rindex("ORDER BY")]
    return f"{prologue}\nSELECT ?{variable} {pattern} LIMIT 1"


def ours(step: Callable[[], int]) -> Cost:
    """The mean of as many runs as fill the time: one may be too short for the clock."""
    start, runs, rows = process_time(), 0, 0
    while (spent := process_time() - start) < AT_LEAST:
        rows = step()
        runs += 1
    return Cost(spent / runs, rows)


class _Ended(Exception):
    """The limit came first."""


@contextmanager
def limited() -> Iterator[None]:
    def end(_: int, __: FrameType | None) -> None:
        raise _Ended

    signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def theirs(step: Callable[[], int]) -> Cost:
    start = process_time()
    try:
        with limited():
            rows = step()
    except _Ended:
        return Cost(process_time() - start, 0, ended=True)
    return Cost(process_time() - start, rows)


def by_rdflib(dataset: Dataset, text: str) -> tuple[Cost, Cost]:
    """Through rows, and serialised; what did not end once is not tried again."""
    rows = theirs(lambda: sum(1 for row in dataset.query(text) if [*row]))
    if rows.ended:
        return rows, rows
    return rows, theirs(
        lambda: (dataset.query(text).serialize(format="csv") or b"").count(b"\n") - 1
    )


def mean(ratios: list[float]) -> float:
    """Geometric."""
    return exp(sum(map(log, ratios)) / len(ratios))


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("triples", type=int, nargs="?", default=TRIPLES)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--only", nargs="+", default=[])
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        small = graph(Path(scratch) / "small", chosen.triples)
        large = graph(Path(scratch) / "large", chosen.triples * LARGER) if chosen.large else None
        dataset = in_memory(small)
        questions = [q for q in Catalogue() if not chosen.only or q.name in chosen.only]
        print(f"{'':<36}{'rows':>7}{'ours':>10}{'rdflib':>10}{'rows':>9}{'csv':>9}", end="")
        print(f"{'10 x: rows':>12}{'seconds':>9}" if large else "")
        ratios: list[tuple[float, float]] = []
        for question in questions:
            ratios.append(compared(question, small, dataset, large))
    rows, csv = (mean([pair[place] for pair in ratios]) for place in (0, 1))
    least = min(min(pair) for pair in ratios)
    print(f"geometric mean: rows {rows:.1f} x, csv {csv:.1f} x; least {least:.1f} x\n{BARS}")


def compared(
    question: Question, small: KnowledgeGraph, dataset: Dataset, large: KnowledgeGraph | None
) -> tuple[float, float]:
    """Prints a line; the ratios through rows and serialised."""
    ready = asked(question, small)
    rows, csv = ours(lambda: ready.rows(small)), ours(lambda: ready.csv(small))
    their_rows, their_csv = by_rdflib(dataset, ready.text)
    if not their_rows.ended and their_rows.rows != rows.rows:
        raise SystemExit(f"{question.name}: {rows.rows} rows, in rdflib {their_rows.rows}")
    ratios = their_rows.seconds / rows.seconds, their_csv.seconds / csv.seconds
    mark = ">" if their_rows.ended else " "
    print(
        f"{question.name:<36}{rows.rows:>7}{rows.seconds * 1e3:>7.2f} ms"
        f"{their_rows.seconds:>8.2f} s{mark}{ratios[0]:>6.0f} x{mark}{ratios[1]:>6.0f} x",
        end="" if large else "\n",
        flush=True,
    )
    if large:
        ready = asked(question, large)
        more = ours(lambda: ready.rows(large))
        grown = more.rows / max(rows.rows, 1)
        print(f"{grown:>10.1f} x{more.seconds / rows.seconds:>7.1f} x", flush=True)
    return ratios


if __name__ == "__main__":
    main()
