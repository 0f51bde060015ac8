"""finkg init: a workspace of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from finkg.cli.session import Session, common_options
from finkg.errors import Text
from finkg.workspace.keys import PACKAGED
from finkg.workspace.scaffold import init


@click.command("init", short_help="A workspace of your own. 新建工作区。")
@click.argument("folder")
@click.option(
    "--title-zh", default="", help="Title in Chinese; default: the folder's name. 中文标题。"
)
@click.option(
    "--title-en", default="", help="Title in English; default: the folder's name. 英文标题。"
)
@click.option("--alone", is_flag=True, help="Without the packaged graph beside it. 不含自带图谱。")
@common_options
@click.pass_obj
def command(session: Session, folder: str, title_zh: str, title_en: str, alone: bool) -> None:
    """Begin a workspace in FOLDER that builds as it is, beside the packaged graph."""
    path = Path(folder)
    name = path.resolve().name
    title = Text(title_zh or title_en or name, title_en or title_zh or name)
    for written in init(path, title, extends=() if alone else (PACKAGED,)):
        session.tell(str(written))
    session.tell(session.words("接下来：", "Next:"))
    for line in (f"finkg add TEXT.txt --to {folder}", f"finkg check {folder}"):
        session.tell(f"  {line}")
