"""finkg query: SPARQL over the plain view."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click
from pyoxigraph import QueryBoolean, Triple

from finkg.catalogue.ask import answer_of
from finkg.cli.session import Session, common_options
from finkg.cli.table import answer_format, written
from finkg.errors import NotReadable, UsageError
from finkg.store.bounded import DEADLINE
from finkg.store.view import Solutions


@click.command("query", short_help="SPARQL over the graph. SPARQL 查询。")
@click.argument("text", required=False)
@click.option(
    "-f", "--file", "file", metavar="FILE", help="Read the query here; - is stdin. 查询文件。"
)
@click.option("--layer", "layers", multiple=True, help="Open a further layer by name. 另开图层。")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=DEADLINE,
    show_default=True,
    metavar="SECONDS",
    help="End the query by then; 0: let it take its time. 时限（秒）；0 为不限。",
)
@common_options
@click.pass_obj
def command(
    session: Session,
    text: str | None,
    file: str | None,
    layers: tuple[str, ...],
    timeout: float,
) -> None:
    """Run a SPARQL 1.1 query. SELECT, ASK, CONSTRUCT and DESCRIBE; prefixes need no declaring.

    It runs in a process of its own, so that it ends at the deadline whatever it asks.

    \b
    finkg query 'SELECT ?product ?cause { ?product fk:affectedBy ?cause }'
    """
    query = _query(session, text, file)
    graph = session.graph
    # No deadline at all is asked for by 0; the engine then runs at hand.
    result = graph.query(query, layers, timeout=timeout or None)
    if isinstance(result, QueryBoolean):
        session.write("true\n" if result else "false\n")
    elif isinstance(result, Solutions):
        answer_format(session)
        # What possibly holds is marked by asking once more without it.
        if graph.scenario.possible:
            answer = graph.select(query, layers, timeout=timeout or None)
        else:
            answer = answer_of(result, graph.snapshot, graph.names)
        session.write(written(answer, session))
    else:
        session.write_bytes(_triples(session, result))


def _query(session: Session, text: str | None, file: str | None) -> str:
    if (text is None) == (file is None):
        raise click.UsageError(
            session.words("给出查询文本，或用 -f 指定文件。", "Give the query, or a file with -f.")
        )
    if text is not None and text != "-":
        return text
    if file in (None, "-"):
        return sys.stdin.read()
    try:
        return Path(str(file)).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotReadable(str(file), str(error)) from None


def _triples(session: Session, result: Iterable[Triple]) -> bytes:
    from pyoxigraph import serialize

    from finkg.export.rdf import syntax
    from finkg.vocabulary import PREFIXES

    into = syntax(session.format, session.output if session.output != "-" else "")
    triples = sorted(result, key=str)
    content = serialize(triples, format=into.format, prefixes=dict(PREFIXES))
    if content is None:
        raise UsageError
    return content
