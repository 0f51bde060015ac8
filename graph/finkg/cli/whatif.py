"""finkg whatif: what would follow, and what would fall, if something were otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from finkg.cli.session import Session, common_options
from finkg.errors import Text, UnknownFormat, UsageError

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph
    from finkg.reasoning.difference import Change, Difference
    from finkg.telling.proofs import ProofText

#: How many changes of a kind are printed with their proofs, unless all are asked for.
SHOWN: Final = 5


class NothingSupposed(UsageError):
    text = Text("没有说要假设什么。", "Nothing is supposed.")
    hint = Text(
        "用 --without、--min-rank、--extend 或 --add。",
        "Use --without, --min-rank, --extend or --add.",
    )


@click.command("whatif", short_help="What would follow, if. 假如如此，会怎样。")
@click.option(
    "--extend",
    nargs=2,
    multiple=True,
    metavar="REGULATION ACTIVITY",
    help="It also regulates that activity, data or sector. 假设它也规范某业务、数据或行业。",
)
@click.option(
    "--add",
    multiple=True,
    metavar="FILE",
    help="The statements of a CSV file (subject,property,value …) hold. 假设文件中的陈述成立。",
)
@click.option(
    "--min-rank",
    metavar="RANK",
    help="Rules use what ranks at least preferred, normal or deprecated. 规则所用前提的最低等级。",
)
@click.option("--all", "everything", is_flag=True, help="Every change with its proof. 全部列出。")
@common_options
@click.pass_obj
def command(
    session: Session,
    extend: tuple[tuple[str, str], ...],
    add: tuple[str, ...],
    min_rank: str | None,
    everything: bool,
) -> None:
    """What would be concluded, and what not, if something were otherwise: the difference from the
    graph as it is, each conclusion with its proof. Nothing on disk is touched.

    Here --without takes a source, or a claim by its id (c-..., as `why --format json` prints it),
    or by the id of its record. Several suppositions are made together.

    \b
    finkg whatif --without internet-finance-cases
    finkg whatif --extend 个人信息保护法 网络小额贷款
    """
    if session.format not in ("", "text", "json"):
        raise UnknownFormat(session.format, ("text", "json"))
    # What is left out is supposed to be: the graph that it is compared with has it.
    without = session.options.pop("without", ())
    if not (without or extend or add or min_rank is not None):
        raise NothingSupposed
    graph = session.graph
    found = graph.whatif(without=without, min_rank=min_rank, extend=extend, add=add)
    if session.format == "json":
        session.write(_json(graph, found))
        return
    session.write_lines(_lines(session, found, everything))
    session.tell(_told(session, found))


def _lines(session: Session, found: Difference, everything: bool) -> Iterator[str]:
    from finkg.telling.proofs import ProofText

    text = ProofText(session.graph.wording, session.lang)
    for mark, title, changes in (
        ("+ ", session.words("会得出：", "Would follow:"), found.new),
        ("- ", session.words("不再成立：", "Would fall:"), found.lost),
        ("~ ", session.words("会改变：", "Would change:"), found.shifted),
    ):
        if changes:
            yield title
        shown = changes if everything else changes[:SHOWN]
        for change in changes:
            yield from _change(session, text, change, mark, proved=change in shown)
        if len(changes) > len(shown):
            yield session.words(
                f"（--all 列出另外 {len(changes) - len(shown)} 条的证明）",
                f"(--all prints the proofs of the other {len(changes) - len(shown)})",
            )
    # What merely goes with its source is counted, not listed.
    moved = [change for change in found.stated if not change.is_lost]
    if moved:
        yield session.words("这些来源的陈述会改变：", "Statements of sources that would change:")
    for change in moved:
        yield from _change(session, text, change, "~ ", proved=False)


def _change(
    session: Session, text: ProofText, change: Change, mark: str, *, proved: bool
) -> Iterator[str]:
    from finkg.telling.proofs import STANDINGS

    if change.before and change.after:
        standings = (STANDINGS[name] for name in (change.before, change.after))
        was, would = (standing.in_language(session.lang) for standing in standings)
        mark += session.words(f"〔{was} → {would}〕", f"[{was} → {would}] ")
    if proved:
        yield from text.lines(change.proof, "  ", mark)
    else:
        yield f"  {mark}{session.graph.wording.statement(change.proof, session.lang)}"


def _told(session: Session, found: Difference) -> str:
    gone = sum(1 for change in found.stated if change.is_lost)
    new, lost, shifted = len(found.new), len(found.lost), len(found.shifted)
    if not found.changes:
        return session.words("没有什么会因此改变。", "Nothing would change.")
    return session.words(
        f"结论新增 {new} 条，不再成立 {lost} 条，改变 {shifted} 条；来源的陈述少 {gone} 条。",
        f"Conclusions: {new} new, {lost} lost, {shifted} changed. Statements gone: {gone}.",
    )


def _json(graph: KnowledgeGraph, found: Difference) -> str:
    import json

    from finkg.telling.data import as_data

    def data(changes: list[Change]) -> list[dict[str, Any]]:
        return [
            {
                "claim": change.claim.value,
                "before": change.before or None,
                "after": change.after or None,
                "proof": as_data(change.proof, graph.wording),
            }
            for change in changes
        ]

    content = {
        "new": data(found.new),
        "lost": data(found.lost),
        "changed": data(found.shifted),
        "stated": data(found.stated),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
