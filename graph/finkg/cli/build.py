"""finkg build: a workspace into a snapshot."""

from __future__ import annotations

from pathlib import Path

import click

from finkg.build.cache import snapshot_of
from finkg.build.pipeline import BuildReport
from finkg.building import build as run
from finkg.cli.session import Session, common_options
from finkg.cli.workspaces import workspace_folder


@click.command("build", short_help="A workspace into a snapshot. 构建快照。")
@click.argument("workspace", required=False)
@common_options
@click.pass_obj
def command(session: Session, workspace: str | None) -> None:
    """Read, check, rank, infer and store WORKSPACE (default: this folder, else the packaged one).

    The snapshot goes to -o, else to the cache, where --graph WORKSPACE finds it. It is switched
    in only when all is well; until then the earlier one stays.
    """
    folder = workspace_folder(workspace)
    output = session.options.get("output")
    snapshot, marks = (Path(output), {}) if output else snapshot_of(folder)
    report = run(folder, snapshot, marks)
    for warning in report.warnings:
        session.say_problem(warning)
    # The data of this command is the snapshot; what was made is told on stdout all the same.
    click.echo(_counts(report), nl=False)
    session.tell(session.words(f"快照：{report.snapshot}", f"Snapshot: {report.snapshot}"))


def _counts(report: BuildReport) -> str:
    width = max(map(len, report.counts))
    return "".join(f"{name:<{width}}  {count:>9,}\n" for name, count in report.counts.items())
