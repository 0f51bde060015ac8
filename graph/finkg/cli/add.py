"""finkg add: a text becomes a source."""

from __future__ import annotations

from pathlib import Path

import click

from finkg.cli.session import Session, common_options
from finkg.cli.workspaces import own_workspace
from finkg.workspace.scaffold import add


@click.command("add", short_help="Store a text as a source. 存入文本。")
@click.argument("file")
@click.option(
    "--to", "workspace", metavar="WORKSPACE", help="Default: this folder. 默认为当前目录。"
)
@click.option(
    "--id", "name", default="", help="Id of the source; default: the file's name. 标识符。"
)
@click.option("--title", default="", help="Default: the text's first line. 标题，默认为首行。")
@common_options
@click.pass_obj
def command(session: Session, file: str, workspace: str | None, name: str, title: str) -> None:
    """Store FILE (UTF-8 text) byte by byte in a workspace, with empty tables for its rows."""
    folder = add(own_workspace(workspace), Path(file), name, title)
    session.write(f"{folder}\n")
    words = session.words(
        "已存入。出版者、日期与可靠性请填在 {}。",
        "Stored. Fill in publisher, date and reliability in {}.",
    )
    session.tell(words.format(folder / "source.toml"))
