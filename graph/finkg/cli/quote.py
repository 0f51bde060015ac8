"""finkg quote: words of a text as a row of claims.csv."""

from __future__ import annotations

import click

from finkg.cli.session import Session, common_options
from finkg.cli.workspaces import own_workspace
from finkg.workspace.quoting import quote


@click.command("quote", short_help="A row with its quote filled in. 生成带引文的行。")
@click.argument("text")
@click.option(
    "--in", "workspace", metavar="WORKSPACE", help="Default: this folder. 默认为当前目录。"
)
@click.option("--source", default="", help="Look in this source only. 只在此来源中查找。")
@common_options
@click.pass_obj
def command(session: Session, text: str, workspace: str | None, source: str) -> None:
    """Find TEXT in the stored texts; print a row of claims.csv with the quote's place filled in."""
    places = quote(own_workspace(workspace), text, source)
    for place in places:
        where = f"{place.source} [{place.span.start}–{place.span.end}]"
        session.tell(session.words(f"在 {where}：", f"In {where}:"))
        if not place.context and sum(other.source == place.source for other in places) > 1:
            session.tell(
                session.words(
                    "无法用一段上下文与他处区分，请引得更长一些。",
                    "No context tells this place from the others; quote more of it.",
                )
            )
        session.write(f"{place.row}\n")
    session.tell(places[0].header)
