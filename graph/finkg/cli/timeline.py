"""finkg timeline: what happened, in order."""

from __future__ import annotations

import click

from finkg.cli.completing import entities
from finkg.cli.session import Session, common_options


@click.command("timeline", short_help="What happened, in order. 时间线。")
@click.argument("entity", required=False, shell_complete=entities)
@common_options
@click.pass_obj
def command(session: Session, entity: str | None) -> None:
    """The dated statements in order; of ENTITY, also its figures and the events it was part of.

    What is doubtful or outranked stands among them, and says so.
    """
    from finkg.cli.answers import answer_format, write_answer

    chosen = answer_format(session)
    write_answer(session, session.graph.timeline(entity), chosen)
