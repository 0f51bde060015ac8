"""finkg check: every problem of a workspace, and the health of its sources."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from finkg.checking import check
from finkg.cli.session import Session, common_options
from finkg.cli.workspaces import workspace_folder
from finkg.errors import Problem, Severity, UnknownFormat
from finkg.store.snapshot import is_snapshot

if TYPE_CHECKING:
    from finkg.catalogue.source_health import SourceHealth
    from finkg.graph import KnowledgeGraph
    from finkg.telling.health import HealthText

_LEVELS = ("violation", "warning", "doubt", "never")


@click.command("check", short_help="Every problem, and doubtful dates. 检查工作区。")
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
    """Say every problem of WORKSPACE, not only the first, and, of a sound one, how healthy its own
    sources are: what the plausibility rules doubt, where in the text, and what better sources say.

    Exits 1 if anything is as bad as --fail-on.
    """
    if session.format not in ("", "text", "json"):
        raise UnknownFormat(session.format, ("text", "json"))
    with TemporaryDirectory() as scratch:
        problems = check(workspace_folder(workspace), Path(scratch))
        graph = _graph(Path(scratch))
        if session.format == "json":
            _write_json(session, problems, graph)
        else:
            _say(session, problems, graph)
        doubts = _doubts(graph) if graph else 0
    if _fails(problems, doubts, fail_on):
        sys.exit(1)


def _graph(scratch: Path) -> KnowledgeGraph | None:
    """The graph of a sound workspace, built to see what it says."""
    if not is_snapshot(scratch):
        return None
    from finkg.graph import open_graph

    return open_graph(scratch)


def _own(graph: KnowledgeGraph) -> list[SourceHealth]:
    """The health of the workspace's own sources, without those of one that it extends."""
    extended = tuple(prefix for _, prefix in graph.snapshot.inputs if prefix)
    found = []
    for health in graph.source_health():
        file, _ = graph.snapshot.row_of(health.source) or ("", 0)
        if not file.startswith(extended):
            found.append(health)
    return found


def _doubts(graph: KnowledgeGraph) -> int:
    """How many claims of the workspace's own sources are doubtful, counted for each source."""
    return sum(health.flagged for health in _own(graph))


def _say(session: Session, problems: list[Problem], graph: KnowledgeGraph | None) -> None:
    for problem in problems:
        session.say_problem(problem)
    if graph:
        session.write_lines(_health(session, graph))
    violations = sum(p.severity is Severity.VIOLATION for p in problems)
    warnings = len(problems) - violations
    zh, en = (
        f"{violations} 个错误，{warnings} 个警告",
        f"Errors: {violations}, warnings: {warnings}",
    )
    if graph:
        zh += f"，存疑主张 {_doubts(graph)} 条"
        en += f", doubtful claims: {_doubts(graph)}"
    session.tell(session.words(f"{zh}。", f"{en}."))


def _health(session: Session, graph: KnowledgeGraph) -> Iterator[str]:
    """The health of each source that has dates in a text, or anything doubtful."""
    words = _words(session, graph)
    for health in _own(graph):
        if health.dated or health.flagged:
            title = graph.wording.term(health.source, session.lang)
            yield f"{health.source.value.rpartition('/')[2]}  {title}"
            yield from words.lines(health)
    for name, reason in graph.switched_off.items():
        said = reason.in_language(session.lang)
        yield session.words(f"已停用规则 {name}：{said}", f"Rule off: {name}: {said}")


def _words(session: Session, graph: KnowledgeGraph) -> HealthText:
    from finkg.telling.health import HealthText

    return HealthText(graph.snapshot, graph.wording, session.lang)


def _write_json(session: Session, problems: list[Problem], graph: KnowledgeGraph | None) -> None:
    import json

    from finkg.telling.health import as_data

    content: dict[str, Any] = {"problems": [_problem(problem) for problem in problems]}
    if graph:
        words = _words(session, graph)
        content["health"] = [as_data(health, words) for health in _own(graph)]
        content["switched_off"] = {n: r._asdict() for n, r in graph.switched_off.items()}
    session.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _problem(problem: Problem) -> dict[str, Any]:
    where = problem.where
    return {
        "severity": problem.severity.value,
        "file": where.file if where else None,
        "line": where.line or None if where else None,
        "column": where.column or None if where else None,
        "zh": " ".join(filter(None, (problem.message("zh"), problem.advice("zh")))),
        "en": " ".join(filter(None, (problem.message("en"), problem.advice("en")))),
    }


def _fails(problems: list[Problem], doubts: int, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    if any(p.severity is Severity.VIOLATION for p in problems):
        return True
    return (fail_on != "violation" and bool(problems)) or (fail_on == "doubt" and doubts > 0)
