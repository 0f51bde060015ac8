"""The command line: one command, one file. Data on stdout, messages on stderr."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
import traceback
from typing import Any

import click

from finkg import __version__
from finkg.cli.session import Session, common_options
from finkg.errors import FinkgError, InvalidWorkspace

COMMANDS = (
    "demo", "init", "add", "quote", "build", "check", "ask", "query", "prefixes", "show",
    "search", "timeline", "path", "disputes", "proposals", "why", "whatif", "view", "plot",
    "export",
)  # fmt: skip


class Commands(click.Group):
    """Loads a command's file when it is called, so that asking does not load the build."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        if cmd_name != "ask":
            gc.enable()
        command: click.Command = importlib.import_module(f"finkg.cli.{cmd_name}").command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="finkg")
@common_options
def finkg(**_: Any) -> None:
    """The knowledge graph of internet finance and its regulation, with its evidence.

    互联网金融及其监管的知识图谱：每条陈述都有出处。先试：finkg demo
    """


def main(arguments: list[str] | None = None) -> None:
    """Run a command; an error is one clear sentence on stderr and its exit code."""
    session = Session()
    # An answer takes an instant, a tenth of it for collecting the garbage of imports.
    gc.disable()
    try:
        finkg.main(arguments, prog_name="finkg", standalone_mode=False, obj=session)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has seen enough.
        sys.stderr.close()
        sys.exit(0)
    except FinkgError as error:
        _report(error, session)
        sys.exit(error.exit_code)
    finally:
        gc.enable()


def program() -> None:
    """The console script: as main, but the process ends at once where all went well.

    All output is written by then. To take the interpreter and an open store apart costs as much
    again as an answer, and the system does it better.
    """
    main()
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _report(error: FinkgError, session: Session) -> None:
    session.say(session.in_full(error))
    if session.options.get("verbose"):
        traceback.print_exception(error)
    if isinstance(error, InvalidWorkspace):
        for problem in error.problems:
            session.say_problem(problem)
