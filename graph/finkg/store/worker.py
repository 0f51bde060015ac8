"""A process that runs one query and writes its result to stdout, so that it can be ended.

The engine can not be interrupted and can run out of memory; a process can be killed, and its death
harms nobody. See bounded.py, which starts it.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import sys
from threading import Timer
from time import time

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store

from finkg.errors import FinkgError
from finkg.store.layers import Layer
from finkg.store.view import GraphView

#: The exit codes where the query was refused, and stderr then holds the error's type and facts; and
#: where it ran out of time, if the system has no signal for it.
REFUSED, LATE = 3, 4


def main() -> None:
    """Read what to run from stdin; write the kind of the result in one line, then the result."""
    asked = json.load(sys.stdin)
    _end_after(asked["started"] + asked["deadline"] - time())
    _limit(asked["memory"])
    view = GraphView(Store.read_only(asked["store"]))
    try:
        result = view.query(asked["query"], [Layer(name) for name in asked["layers"]])
    except FinkgError as error:
        facts = {name: getattr(error, name) for name in error.fields}
        sys.stderr.buffer.write(pickle.dumps((type(error), facts)))
        sys.exit(REFUSED)
    is_table = isinstance(result, (QuerySolutions, QueryBoolean))
    output = sys.stdout.buffer
    output.write(b"table\n" if is_table else b"triples\n")
    if isinstance(result, (QuerySolutions, QueryBoolean)):
        result.serialize(output, QueryResultsFormat.JSON)
    else:
        result.serialize(output, RdfFormat.N_TRIPLES)
    output.flush()


def _end_after(seconds: float) -> None:
    """Have the system end this process then, whatever it does: no handler of ours would run while
    the engine does."""
    seconds = max(seconds, 1e-3)
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        return
    watch = Timer(seconds, os._exit, [LATE])
    watch.daemon = True
    watch.start()


def _limit(memory: int) -> None:
    """Cap the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    main()
