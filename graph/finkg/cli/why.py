"""finkg why: the proofs of a statement, down to quotes; or why it does not stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from finkg.cli.completing import entities
from finkg.cli.session import Session, common_options
from finkg.errors import UnknownFormat

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from finkg.graph import KnowledgeGraph
    from finkg.reasoning.proof import Proof
    from finkg.reasoning.whynot.shortfall import WhyNot

_FORMATS = ("text", "json", "mermaid", "prov")
#: How many proofs of one statement are printed for people, unless all are asked for.
SHOWN = 3


@click.command("why", short_help="Why a statement stands, or does not. 为何成立或不成立。")
@click.argument("subject", shell_complete=entities)
@click.argument("predicate", metavar="[PROPERTY]", required=False)
@click.argument("value", metavar="[OBJECT]", required=False, shell_complete=entities)
@click.option("--all", "everything", is_flag=True, help="Every minimal proof. 列出全部最小证明。")
@common_options
@click.pass_obj
def command(
    session: Session, subject: str, predicate: str | None, value: str | None, everything: bool
) -> None:
    """The minimal proofs of each statement that matches, their leaves quotes or citations, and the
    sources without which none is left.

    Of several proofs the three smallest are printed, unless --all is given; --format json has all.
    --format mermaid draws them as a flowchart, prov writes them in the W3C's ontology (Turtle).

    Where no statement matches, why not: the rules that came nearest, what is there of each and what
    is missing; with --format json an object `why_not` instead of the list of proofs.

    \b
    finkg why 花呗 affectedBy
    finkg why huabei affectedBy ant-rectification --all
    """
    if session.format not in ("", *_FORMATS):
        raise UnknownFormat(session.format, _FORMATS)
    graph = session.graph
    found = graph.why(subject, predicate, value)
    statements = [list(proofs) for _, proofs in groupby(found, key=lambda p: p.claim)]
    if not found:
        session.tell(session.words("图谱没有这样的陈述。", "The graph has no such statement."))
    if predicate and not found and session.format in ("", "text", "json"):
        session.write(_why_not(session, graph.why_not(subject, predicate, value)))
    elif session.format == "json":
        session.write(_json(graph, statements))
    elif session.format == "prov":
        from finkg.export.prov import prov

        session.write_bytes(prov(found, graph.wording))
    elif session.format == "mermaid":
        from finkg.export.mermaid import mermaid

        shown = [proof for proofs in statements for proof in _shown(proofs, everything)]
        session.write(mermaid(shown, graph.wording, session.lang))
    else:
        session.write_lines(
            line for proofs in statements for line in _lines(session, proofs, everything)
        )


def _shown(proofs: list[Proof], everything: bool) -> list[Proof]:
    return proofs if everything else proofs[:SHOWN]


def _lines(session: Session, proofs: list[Proof], everything: bool) -> Iterator[str]:
    from finkg.telling.proofs import ProofText

    text = ProofText(session.graph.wording, session.lang)
    shown = _shown(proofs, everything)
    for proof in shown:
        yield from text.lines(proof, mark=text.number(proof))
    if left := len(proofs) - len(shown):
        yield session.words(
            f"（另有 {left} 个证明：--all 全部列出）", f"({left} more proofs: --all prints them)"
        )
    if proofs[0].capped:
        yield session.words(
            "（证明不止这些，只留最小的）", "(there may be more proofs; the smallest are kept)"
        )
    if any(proof.step for proof in proofs):
        yield from _cuts(session, proofs)


def _cuts(session: Session, proofs: list[Proof]) -> Iterator[str]:
    """The sources without which the statement falls, the smallest sets first."""
    comma, semicolon = session.words("、", " and "), session.words("；", "; ")
    names = [
        comma.join(sorted(_quoted(session, source) for source in cut))
        for cut in session.graph.falls_without(proofs)[:SHOWN]
    ]
    if names:
        told = semicolon.join(names)
        yield session.words(f"缺此不立：{told}", f"falls without: {told}")


def _quoted(session: Session, source: NamedNode) -> str:
    title = session.graph.wording.term(source, session.lang)
    return session.words(f"《{title}》", f"“{title}”")


def _why_not(session: Session, found: WhyNot) -> str:
    if session.format == "json":
        import json

        from finkg.cli.whynot_data import WhyNotData

        content = {"why_not": WhyNotData(session.graph).whole(found)}
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    from finkg.telling.whynot import WhyNotText

    graph = session.graph
    text = WhyNotText(graph.snapshot, graph.wording, session.lang)
    return "\n".join(text.lines(found)) + "\n"


def _json(graph: KnowledgeGraph, statements: list[list[Proof]]) -> str:
    import json

    from finkg.telling.data import as_data

    content: list[dict[str, Any]] = []
    for proofs in statements:
        cuts = [sorted(s.value for s in cut) for cut in graph.falls_without(proofs)]
        for proof in proofs:
            place = {"proof": proof.number, "of": proof.of, "capped": proof.capped}
            content.append({**as_data(proof, graph.wording), **place, "falls_without": cuts})
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
