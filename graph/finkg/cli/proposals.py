"""finkg proposals: what would settle each doubt, as rows for judgements.csv."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from finkg.cli.completing import entities
from finkg.cli.session import Session, common_options
from finkg.errors import UnknownFormat

if TYPE_CHECKING:
    from finkg.catalogue.proposals import Proposal
    from finkg.telling.proofs import ProofText

_FORMATS = ("text", "csv", "json")


@click.command("proposals", short_help="What would settle each doubt. 各疑点可如何裁定。")
@click.argument("about", required=False, shell_complete=entities)
@common_options
@click.pass_obj
def command(session: Session, about: str | None) -> None:
    """For each doubtful statement, all or those about ABOUT (an entity or a source), the better-
    sourced one that agrees or contradicts, and the judgement that would follow.

    Nothing is applied: --format csv prints rows for judgements.csv, which whoever decides signs.
    """
    shown = session.format or ("text" if sys.stdout.isatty() and session.output == "-" else "csv")
    if shown not in _FORMATS:
        raise UnknownFormat(shown, _FORMATS)
    found = session.graph.proposals(about)
    settled = [p for p in found if p.rank]
    if shown == "csv":
        session.write(_csv(settled))
    elif shown == "json":
        session.write(_json(found))
    else:
        from finkg.telling.proofs import ProofText

        text = ProofText(session.graph.wording, session.lang)
        session.write("".join(f"{line}\n" for p in found for line in _lines(session, p, text)))
    told = session.words(
        "存疑的主张 {} 条，其中 {} 条有更可靠的来源可据以裁定。",
        "Doubtful claims: {}, of which better sources would settle {}.",
    )
    session.tell(told.format(len(found), len(settled)))


def _csv(found: list[Proposal]) -> str:
    """The rows of judgements.csv, with its header."""
    from finkg.workspace.tables import JUDGEMENTS

    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(JUDGEMENTS)
    rows = (proposal.row() for proposal in found)
    table.writerows([row[column] for column in JUDGEMENTS] for row in rows)
    return out.getvalue()


def _lines(session: Session, proposal: Proposal, text: ProofText) -> Iterator[str]:
    yield from text.lines(proposal.claim)
    if not proposal.settled_by:
        yield "  " + session.words("→ 没有更可靠的来源谈到它。", "→ no better source speaks of it.")
    elif not proposal.rank:
        yield "  " + session.words(
            "→ 更可靠的来源与之相符且更精确，已以后者为准：",
            "→ a better source agrees and is more precise; it stands already:",
        )
        yield from text.lines(proposal.settled_by, "    ")
    else:
        rank = {"preferred": ("采信", "preferred"), "deprecated": ("弃用", "deprecated")}
        verdict = session.words(*rank[proposal.rank])
        agrees = {True: ("相符", "agrees"), False: ("不符", "contradicts")}[proposal.agrees]
        yield "  " + session.words(
            f"→ 可裁定为“{verdict}”，与之{agrees[0]}的是：",
            f"→ could be judged {verdict}: what {agrees[1]} is",
        )
        yield from text.lines(proposal.settled_by, "    ")
    yield ""


def _json(found: list[Proposal]) -> str:
    content = [
        {
            "judgement": proposal.row() if proposal.rank else None,
            "claim": proposal.claim.claim.value,
            "settled_by": proposal.settled_by.claim.value if proposal.settled_by else None,
            "agrees": proposal.agrees if proposal.settled_by else None,
            "reason": proposal.reason._asdict(),
        }
        for proposal in found
    ]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
