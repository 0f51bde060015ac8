"""The statements that a row counts: a question's header says how they are found.

    #+ counts = ["?user fk:usesTechnology ?used . ?used fk:broader? ?technology"]

The first three words are the statement, what follows narrows it down; a column has its value in the
row, other variables are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, QueryTriples

from finkg.store.layers import Layer
from finkg.store.view import GraphView

Term = NamedNode | Literal
_VARIABLE: Final = re.compile(r"\?(\w+)")


def counted(
    view: GraphView, count: str, row: Mapping[str, Term | None], layers: Iterable[Layer] = ()
) -> Iterator[tuple[NamedNode, NamedNode, Term]]:
    """The statements that a row counts by one pattern, each once, in the order of their terms.

    `row` has the cells by the names of their columns.
    """
    known = {name: cell for name in _VARIABLE.findall(count) if (cell := row.get(name))}
    bound = " ".join(f"VALUES ?{name} {{ {cell} }}" for name, cell in known.items())
    statement = " ".join(count.split()[:3])
    found = view.query(f"CONSTRUCT {{ {statement} }} WHERE {{ {bound} {count} }}", layers)
    if not isinstance(found, QueryTriples):
        raise TypeError("no triples")
    for subject, predicate, value in sorted({*found}, key=str):
        if isinstance(subject, NamedNode) and isinstance(value, (NamedNode, Literal)):
            yield subject, predicate, value
