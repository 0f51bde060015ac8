"""finkg demo: the main job on the packaged graph, in one command."""

from __future__ import annotations

from pathlib import Path

import click

from finkg import __version__
from finkg.cli.session import Session, common_options
from finkg.errors import WontOverwrite

_QUESTION = "products-affected-by-regulation"
_VIEW, _TRIPLES = Path("finkg.html"), Path("finkg.ttl")
#: Stands at the beginning of what we write, so that we know our own files again.
_MARKS = {_VIEW: b'name="generator" content="finkg', _TRIPLES: b"# Written by finkg"}


@click.command("demo", short_help="Build, ask, view, export: start here. 从这里开始。")
@click.option("--force", is_flag=True, help="Write over files that finkg did not write. 强制覆盖。")
@common_options
@click.pass_obj
def command(session: Session, force: bool) -> None:
    """Build and check the packaged graph, answer "which products were affected by regulation,
    and why", write finkg.html (the view) and finkg.ttl (the triples) into this folder."""
    if not force:
        _refuse_foreign_files()
    _tell_size(session)
    _answer(session)
    _write_files(session)
    _say_next(session)


def _refuse_foreign_files() -> None:
    for path, mark in _MARKS.items():
        if path.exists() and mark not in path.read_bytes()[:4096]:
            raise WontOverwrite(str(path))


def _tell_size(session: Session) -> None:
    counts = session.graph.counts
    kinds = ("entities", "sources", "claims", "conclusions", "flagged", "disputes")
    size = [counts[key] for key in kinds]
    words = session.words(
        "已构建并检查自带图谱：{} 个实体，{} 个来源，{} 条主张，{} 条推理结论；{} 条主张带有疑点，"
        "争议 {} 起。",
        "Built and checked the packaged graph: {} entities, {} sources, {} claims, {} conclusions; "
        "{} claims are flagged, {} disputes.",
    )
    session.tell(words.format(*size))


def _answer(session: Session) -> None:
    from finkg.cli.ask import with_quotes

    answer = session.graph.ask(_QUESTION)
    session.tell(f"\n{answer.title.in_language(session.lang)}\n")
    session.write("\n".join(with_quotes(session, answer)) + "\n")


def _write_files(session: Session) -> None:
    from finkg.export.rdf import rdf, syntax
    from finkg.files import write_file

    graph = session.graph
    graph.view(_VIEW, lang=session.lang)
    header = f"# Written by finkg {__version__}\n".encode()
    write_file(_TRIPLES, header + rdf(graph.snapshot, syntax("turtle")))
    words = session.words(
        "\n已写出 {}（交互视图）和 {}（三元组）。", "\nWrote {} (the view) and {} (triples)."
    )
    session.tell(words.format(_VIEW, _TRIPLES))


def _say_next(session: Session) -> None:
    session.tell(session.words("接下来可以试：", "Try next:"))
    for line in (
        "finkg ask",
        "finkg why 花呗 affectedBy",
        "finkg show yuebao",
        "finkg disputes",
        "finkg timeline 相互宝",
        "finkg query 'SELECT ?product ?cause { ?product fk:affectedBy ?cause }'",
        "finkg init my-graph",
    ):
        session.tell(f"  {line}")
