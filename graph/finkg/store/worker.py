"""A process that runs one query and writes its result to stdout, so that it can be ended.

The engine can not be interrupted and can run out of memory; a process can be killed, and its death
harms nobody. See bounded.py, which starts it.
"""

from __future__ import annotations

import json
import pickle
import sys

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store

from finkg.errors import FinkgError
from finkg.store.layers import Layer
from finkg.store.view import GraphView

#: The exit code where the query was refused; stderr then holds the error's type and facts.
REFUSED = 3


def main() -> None:
    """Read what to run from stdin; write the kind of the result in one line, then the result."""
    asked = json.load(sys.stdin)
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


def _limit(memory: int) -> None:
    """Cap the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    main()
