"""The generated pages are what the program says of itself."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import click

from finkg.cli import COMMANDS
from finkg.cli import finkg as program

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_generated_pages_are_fresh(reference: ModuleType) -> None:
    """Run `make docs` when this fails: the program has changed since a page was written."""
    stale = [
        name for name, page in reference.PAGES.items() if (DOCS / name).read_text("utf-8") != page()
    ]
    assert stale == []


def commands() -> list[click.Command]:
    context = click.Context(program)
    found = [program.get_command(context, name) for name in COMMANDS]
    return [program, *(command for command in found if command)]


def options(command: click.Command) -> list[click.Option]:
    return [
        option
        for option in command.params
        if isinstance(option, click.Option) and option.opts[0] not in ("--version", "--help")
    ]


def test_every_command_and_option_is_documented() -> None:
    """A command or an option that has no row on the page would have to be guessed."""
    page = (DOCS / "commands.md").read_text("utf-8")
    common = page.partition("\n## finkg ")[0]
    missing = [name for name in COMMANDS if f"## finkg {name}\n" not in page]
    known = [option.name for option in options(program)]
    for command in commands():
        own = page.partition(f"## finkg {command.name}\n")[2].partition("\n## ")[0]
        for option in options(command):
            rows = common if option.name in known else own
            told = [x for x in option.opts if not re.search(rf"^\| .*`{x}`", rows, re.MULTILINE)]
            missing += [f"{command.name} {spelling}" for spelling in told]
    assert missing == []


def test_every_command_and_option_has_help_in_both_languages() -> None:
    """A reader of either language learns from --help what a command and an option do."""
    silent = [c.name for c in commands() if not _bilingual(f"{c.short_help} {c.help}")]
    silent += [
        f"{command.name} {option.opts[0]}"
        for command in commands()
        for option in options(command)
        if not _bilingual(option.help or "")
    ]
    assert silent == []


def _bilingual(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text) and any(c.isascii() for c in text)
