"""finkg export: the graph's triples."""

from __future__ import annotations

import click

from finkg.cli.session import Session, common_options
from finkg.store.layers import Layer


@click.command("export", short_help="The graph as triples. 导出三元组。")
@click.option(
    "--layer", "layers", multiple=True, help="Only this layer; repeatable. 只导出此图层。"
)
@common_options
@click.pass_obj
def command(session: Session, layers: tuple[str, ...]) -> None:
    """Write the plain view (turtle, ntriples, rdfxml) or all layers (trig, nquads, jsonld).

    The format is named with --format or told from the suffix of -o.
    """
    from finkg.export.rdf import rdf, syntax

    into = syntax(session.format, session.output if session.output != "-" else "")
    chosen = [Layer.named(name) for name in layers]
    session.write_bytes(rdf(session.graph.snapshot, into, chosen))
