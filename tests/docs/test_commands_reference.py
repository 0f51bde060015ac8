"""The generated pages are what the program says of itself."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import click
import pytest

from finkg.cli import COMMANDS
from finkg.cli import finkg as program

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(
    "name",
    [
        "commands.md",
        "python.md",
        "questions.md",
        "../queries/README.md",
        "plausibility-rules.md",
        "plausibility-rules.zh.md",
        "rules.md",
        "rules.zh.md",
    ],
)
def test_generated_pages_are_fresh(reference: ModuleType, name: str) -> None:
    """Run `make docs` when this fails: the program has changed since the page was written."""
    assert (DOCS / name).read_text("utf-8") == reference.PAGES[name]()


def commands() -> list[click.Command]:
    context = click.Context(program)
    found = [program.get_command(context, name) for name in COMMANDS]
    return [program, *(command for command in found if command)]


def test_every_command_and_option_is_documented() -> None:
    """A command or an option that the page does not name would have to be guessed."""
    page = (DOCS / "commands.md").read_text("utf-8")
    spellings = [
        spelling
        for command in commands()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for spelling in parameter.opts
        if spelling not in ("--version", "--help", "-h")
    ]
    assert [s for s in spellings if f"`{s}`" not in page] == []
    assert [name for name in COMMANDS if f"## finkg {name}\n" not in page] == []


def test_every_command_and_option_has_help_in_both_languages() -> None:
    """A reader of either language learns from --help what a command and an option do."""
    silent = [c.name for c in commands() if not _bilingual(f"{c.short_help} {c.help}")]
    silent += [
        f"{command.name} {option.opts[0]}"
        for command in commands()
        for option in command.params
        if isinstance(option, click.Option) and not _bilingual(option.help or "")
        if option.opts[0] not in ("--version", "--help")
    ]
    assert silent == []


def _bilingual(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text) and any(c.isascii() for c in text)
