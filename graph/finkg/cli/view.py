"""finkg view: the interactive view as one HTML file."""

from __future__ import annotations

import click

from finkg.cli.completing import entities
from finkg.cli.session import Session, common_options


@click.command("view", short_help="The interactive view, one HTML file. 交互视图。")
@click.argument("focus", required=False, shell_complete=entities)
@common_options
@click.pass_obj
def command(session: Session, focus: str | None) -> None:
    """Write the interactive view, around FOCUS if it is given; default: finkg.html, or -o."""
    page = session.graph.view(focus=focus, lang=session.lang).html.encode()
    session.options.setdefault("output", "finkg.html")
    session.write_bytes(page)
    if session.output != "-":
        words = session.words(
            "已写出 {path}，用浏览器打开即可。", "Wrote {path}; open it in a browser."
        )
        session.tell(words.format(path=session.output))
