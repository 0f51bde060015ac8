"""finkg query: SPARQL over the plain view."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from finkg.cli.session import Session, common_options
from finkg.cli.table import answer_format, written
from finkg.errors import NotReadable, UsageError


@click.command("query", short_help="SPARQL over the graph. SPARQL 查询。")
@click.argument("text", required=False)
@click.option(
    "-f", "--file", "file", metavar="FILE", help="Read the query here; - is stdin. 查询文件。"
)
@click.option("--layer", "layers", multiple=True, help="Open a further layer by name. 另开图层。")
@common_options
@click.pass_obj
def command(session: Session, text: str | None, file: str | None, layers: tuple[str, ...]) -> None:
    """Run a SPARQL 1.1 query. SELECT, ASK, CONSTRUCT and DESCRIBE; prefixes need no declaring.

    \b
    finkg query 'SELECT ?product ?cause { ?product fk:affectedBy ?cause }'
    """
    query = _query(session, text, file)
    result = session.graph.query(query, layers)
    if isinstance(result, QueryBoolean):
        session.write("true\n" if result else "false\n")
    elif isinstance(result, QueryTriples):
        session.write_bytes(_triples(session, result))
    elif isinstance(result, QuerySolutions):
        answer_format(session)
        session.write(written(session.graph.select(query, layers), session))


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


def _triples(session: Session, result: QueryTriples) -> bytes:
    from pyoxigraph import serialize

    from finkg.export.rdf import syntax
    from finkg.vocabulary import PREFIXES

    into = syntax(session.format, session.output if session.output != "-" else "")
    triples = sorted(result, key=str)
    content = serialize(triples, format=into.format, prefixes=dict(PREFIXES))
    if content is None:
        raise UsageError
    return content
