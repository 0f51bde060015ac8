"""An answer in the SPARQL Query Results XML Format (W3C Recommendation of 21 March 2013).

The engine writes it. What XML 1.0 has no character for (section 2.2) is written as U+FFFD.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, parse_query_results

from finkg.export.answers.characters import printable

if TYPE_CHECKING:
    from finkg.catalogue.answer import Cell
    from finkg.export.answers import Content


def write(content: Content, output: IO[bytes]) -> None:
    """The terms of every row, as the engine would have written them."""
    names = [column.name for column in content.answer.columns]
    bindings = [
        {name: _term(cell) for name, cell in zip(names, row, strict=True) if cell}
        for row in content.rows
    ]
    output.write(_xml({"head": {"vars": names}, "results": {"bindings": bindings}}))


def boolean(value: bool) -> bytes:
    """The answer of an ASK query."""
    return _xml({"head": {}, "boolean": value})


def _xml(results: dict[str, Any]) -> bytes:
    """By way of the same results in JSON, which the engine reads."""
    read = parse_query_results(json.dumps(results).encode(), QueryResultsFormat.JSON)
    written = read.serialize(None, QueryResultsFormat.XML) or b""
    # A reader takes a bare carriage return for a line feed (XML 1.0, section 2.11).
    return written.replace(b"\r", b"&#13;") + b"\n"


def _term(cell: Cell) -> dict[str, str]:
    if isinstance(cell, NamedNode):
        return {"type": "uri", "value": cell.value}
    assert isinstance(cell, Literal)
    kind = {"xml:lang": cell.language} if cell.language else {"datatype": cell.datatype.value}
    return {"type": "literal", "value": printable(cell.value), **kind}
