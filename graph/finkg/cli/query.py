"""finkg query: SPARQL over the plain view."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

import click
from pyoxigraph import QueryBoolean, Triple

from finkg.catalogue.ask import begun
from finkg.cli.answers import answer_format, stated_format, streams, write_answer, write_rows
from finkg.cli.session import Session, common_options
from finkg.errors import NotReadable, UnknownFormat, UsageError
from finkg.store.bounded import DEADLINE
from finkg.store.view import Solutions

_Each = TypeVar("_Each")
#: Formats of yes or no; the others are of rows.
_TRUTH_FORMATS = ("table", "csv", "tsv", "json", "xml")


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
@click.option(
    "--max-rows",
    type=click.IntRange(min=1),
    metavar="N",
    help="Cut the answer after so many rows. 至多这么多行。",
)
@common_options
@click.pass_obj
def command(
    session: Session,
    text: str | None,
    file: str | None,
    layers: tuple[str, ...],
    timeout: float,
    max_rows: int | None,
) -> None:
    """Run a SPARQL 1.1 query. SELECT, ASK, CONSTRUCT and DESCRIBE; prefixes need no declaring.

    It runs in a process of its own, so that it ends at the deadline whatever it asks.

    Formats of rows are those of ask, of yes and no the W3C's json and xml too, of triples those of
    export. The rows of csv and tsv are written as they come; where the deadline cuts them, those
    before it stay on stdout, and no file is left.

    \b
    finkg query 'SELECT ?product ?cause { ?product fk:affectedBy ?cause }'
    """
    query = _query(session, text, file)
    graph = session.graph
    # No deadline at all is asked for by 0; the engine then runs at hand.
    result = graph.query(query, layers, timeout=timeout or None)
    if isinstance(result, QueryBoolean):
        session.write_bytes(_truth(session, bool(result)))
    elif not isinstance(result, Solutions):
        session.write_bytes(_triples(session, _cut(session, result, max_rows)))
    elif graph.scenario.possible:
        # What possibly holds is marked by asking once more without it.
        answer = graph.select(query, layers, timeout=timeout or None)
        rows = tuple(_cut(session, answer.rows, max_rows))
        write_answer(session, replace(answer, rows=rows), answer_format(session))
    else:
        _write(session, result, max_rows)


def _write(session: Session, result: Solutions, most: int | None) -> None:
    """Rows as they come, where the format lets them."""
    chosen = answer_format(session)
    answer, coming = begun(result, session.graph.snapshot, session.graph.names)
    rows = _cut(session, coming, most)
    if streams(chosen):
        write_rows(session, answer, rows, chosen)
    else:
        write_answer(session, replace(answer, rows=tuple(rows)), chosen)


def _cut(session: Session, rows: Iterable[_Each], most: int | None) -> Iterator[_Each]:
    """The first rows, all if `most` is nothing; says where there were more."""
    coming = iter(rows)
    yield from islice(coming, most)
    if most is not None and next(coming, None) is not None:
        zh, en = f"只给出前 {most} 行，后面还有。", f"Cut after {most} rows; there are more."
        session.tell(session.words(zh, en))


def _truth(session: Session, value: bool) -> bytes:
    """Yes or no, in plain words unless a results format of the W3C is asked for."""
    chosen = stated_format(session)
    if chosen == "json":
        from finkg.export.answers.objects import boolean

        return boolean(value)
    if chosen == "xml":
        from finkg.export.answers.results import boolean

        return boolean(value)
    if chosen and chosen not in _TRUTH_FORMATS:
        raise UnknownFormat(chosen, _TRUTH_FORMATS)
    return b"true\n" if value else b"false\n"


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
