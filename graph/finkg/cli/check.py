"""finkg check: every problem of a workspace."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from finkg.build.pipeline import check
from finkg.cli.session import Session, common_options
from finkg.cli.workspaces import workspace_folder
from finkg.errors import Problem, Severity

_LEVELS = ("violation", "warning", "never")


@click.command("check", short_help="Every problem, with file, line and hint. 检查工作区。")
@click.argument("workspace", required=False)
@click.option(
    "--fail-on",
    type=click.Choice(_LEVELS),
    default="violation",
    show_default=True,
    help="Exit 1 if anything is as bad as this. 达到此级别即以 1 退出。",
)
@common_options
@click.pass_obj
def command(session: Session, workspace: str | None, fail_on: str) -> None:
    """Say every problem of WORKSPACE, not only the first; exit 1 if any is as bad as --fail-on."""
    with TemporaryDirectory() as scratch:
        problems = check(workspace_folder(workspace), Path(scratch))
    for problem in problems:
        session.say_problem(problem)
    violations = sum(p.severity is Severity.VIOLATION for p in problems)
    warnings = len(problems) - violations
    session.tell(
        session.words(
            f"{violations} 个错误，{warnings} 个警告。",
            f"Errors: {violations}, warnings: {warnings}.",
        )
    )
    if _fails(problems, fail_on):
        sys.exit(1)


def _fails(problems: list[Problem], fail_on: str) -> bool:
    if fail_on == "never":
        return False
    return any(p.severity is Severity.VIOLATION or fail_on == "warning" for p in problems)
