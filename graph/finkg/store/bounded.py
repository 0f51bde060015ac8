"""Queries that end: by their deadline, and within their memory, in a process of their own."""

from __future__ import annotations

import json
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from os import PathLike
from pathlib import Path
from time import time
from typing import IO, Final, TypeAlias, TypeVar
from weakref import finalize

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    Triple,
    Variable,
    parse,
    parse_query_results,
    serialize,
)

from finkg.errors import FinkgError, QueryProblem, Text
from finkg.store.layers import Layer
from finkg.store.worker import LATE, REFUSED

_Row = TypeVar("_Row")
_Output: TypeAlias = IO[bytes] | str | PathLike[str]
#: How a worker ends that ran out of time.
_LATE: Final = (LATE, -getattr(signal, "SIGALRM", LATE))
#: Seconds that a query may take, if nobody says otherwise.
DEADLINE: Final = 60.0
#: Bytes of address space that a query may take.
MEMORY: Final = 4 << 30


class QueryTimedOut(QueryProblem):
    """The deadline came first. `rows` were there by then, if they were counted."""

    text = Text(
        "查询超过 {seconds} 秒的时限，已中止。",
        "The query was ended at its deadline of {seconds} s.",
    )
    counted = Text("此前得到 {rows} 行。", " By then it had given {rows} rows.")
    hint = Text(
        "收窄查询，或用 --timeout 放宽时限。", "Narrow the query, or give it more with --timeout."
    )
    seconds: str
    rows: int | None

    def message(self, lang: str = "en") -> str:
        counted = self.counted.in_language(lang).format(**self.facts(lang))
        return super().message(lang) + ("" if self.rows is None else counted)


class QueryDied(QueryProblem):
    """The engine gave up: most likely it ran out of the memory that a query may take."""

    text = Text("查询耗尽了可用的内存，已中止。", "The query ran out of memory and was ended.")
    hint = Text("收窄查询。", "Narrow the query.")


class BoundedSolutions:
    """The solutions of a query that may be cut: as those of the engine, and they raise
    QueryTimedOut or QueryDied where they end early."""

    def __init__(self, run: _Run, solutions: QuerySolutions) -> None:
        self._run = run
        self._solutions = solutions
        finalize(self, run.end)

    @property
    def variables(self) -> list[Variable]:
        return self._solutions.variables

    def __iter__(self) -> Iterator[QuerySolution]:
        with self._run:
            yield from self._run.watched(self._solutions)

    def serialize(
        self,
        output: _Output | None = None,
        format: QueryResultsFormat | None = None,  # noqa: A002
    ) -> bytes | None:
        """As the engine's own; of what ends early `output` has the beginning."""
        with self._run:
            return self._run.whole(lambda: self._solutions.serialize(output, format))


class BoundedTriples:
    """The triples of a query that may be cut; they raise as BoundedSolutions do."""

    def __init__(self, run: _Run, output: IO[bytes]) -> None:
        self._run = run
        self._output = output
        finalize(self, run.end)

    def __iter__(self) -> Iterator[Triple]:
        with self._run:
            quads = parse(self._output, RdfFormat.N_TRIPLES)
            yield from self._run.watched(quad.triple for quad in quads)

    def serialize(
        self,
        output: _Output | None = None,
        format: RdfFormat | None = None,  # noqa: A002
    ) -> bytes | None:
        """As the engine's own; of what ends early `output` has the beginning."""
        return serialize(self, output, format)


Bounded = BoundedSolutions | BoundedTriples | QueryBoolean


def bounded(
    generation: Path, query: str, layers: Iterable[Layer], deadline: float, memory: int = MEMORY
) -> Bounded:
    """Run a query over a generation of a snapshot in a process of its own, which is ended at the
    deadline, in seconds from now.

    Raises QueryRefused, QuerySyntaxError, QueryTimedOut, QueryDied; the latter two also while what
    is returned is read.
    """
    run = _Run(deadline)
    asked = {
        "store": str(generation / "store"),
        "query": query,
        "layers": [*layers],
        "memory": memory,
    }
    output = run.start(asked)
    kind = output.readline()
    if kind == b"triples\n":
        return BoundedTriples(run, output)
    try:
        result = parse_query_results(output, QueryResultsFormat.JSON)
    except (SyntaxError, OSError):
        with run:
            raise run.failure() from None
    if isinstance(result, QuerySolutions):
        return BoundedSolutions(run, result)
    run.end()
    return result


class _Run:
    """A worker, which ends itself at the deadline."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._rows: int | None = 0

    def start(self, asked: dict[str, object]) -> IO[bytes]:
        """Start the worker; what it writes."""
        content = json.dumps({**asked, "started": time(), "deadline": self._deadline}).encode()
        command = [sys.executable, "-m", "finkg.store.worker"]
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        self._process = subprocess.Popen(command, **pipes)  # type: ignore[call-overload]
        assert self._process.stdin
        assert self._process.stdout
        with suppress(BrokenPipeError), self._process.stdin as into:
            into.write(content)
        output: IO[bytes] = self._process.stdout
        return output

    def __enter__(self) -> _Run:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """End the worker, whether it has finished or not."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe:
                pipe.close()

    def watched(self, rows: Iterable[_Row]) -> Iterator[_Row]:
        """Rows as they come; raises what ended them early."""
        try:
            for number, row in enumerate(rows, 1):
                yield row
                self._rows = number
        except (SyntaxError, OSError):
            raise self.failure() from None
        if self._process.wait() != 0:
            raise self.failure()

    def whole(self, step: Callable[[], bytes | None]) -> bytes | None:
        """What comes of reading all at once; raises what ended it early."""
        self._rows = None
        try:
            content = step()
        except SyntaxError:
            raise self.failure() from None
        if self._process.wait() != 0:
            raise self.failure()
        return content

    def failure(self) -> FinkgError:
        """Why there is no more."""
        self._process.wait()
        if self._process.returncode in _LATE:
            return QueryTimedOut(f"{self._deadline:g}", self._rows)
        assert self._process.stderr
        if self._process.returncode == REFUSED:
            # What the worker wrote is our own.
            kind, facts = pickle.load(self._process.stderr)
            error: FinkgError = kind(**facts)
            return error
        return QueryDied()
