"""finkg prefixes: the prefixes that queries know without declaring them."""

from __future__ import annotations

import click

from finkg.cli.session import Session, common_options
from finkg.vocabulary import PREFIXES


@click.command("prefixes", short_help="Prefixes known to every query. 预设前缀。")
@common_options
@click.pass_obj
def command(session: Session) -> None:
    """Print the prefixes as SPARQL declares them."""
    width = max(map(len, PREFIXES)) + 1
    lines = (f"PREFIX {prefix + ':':<{width}} <{iri}>" for prefix, iri in PREFIXES.items())
    session.write("\n".join(lines) + "\n")
