"""finkg disputes: statements that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from finkg.cli.completing import entities
from finkg.cli.session import Session, common_options
from finkg.errors import UnknownFormat
from finkg.vocabulary import local_name

if TYPE_CHECKING:
    from finkg.catalogue.disputes import DisputeCard
    from finkg.telling.proofs import ProofText


@click.command("disputes", short_help="Statements that contradict. 互相矛盾的说法。")
@click.argument("entity", required=False, shell_complete=entities)
@click.option("--open", "open_only", is_flag=True, help="Only what is undecided. 只列未决的。")
@common_options
@click.pass_obj
def command(session: Session, entity: str | None, open_only: bool) -> None:
    """Every dispute, or those about ENTITY: all sides, evidence, what is preferred and why."""
    if session.format not in ("", "text", "json"):
        raise UnknownFormat(session.format, ("text", "json"))
    found = [c for c in session.graph.disputes(entity) if not (open_only and c.settled)]
    if session.format == "json":
        session.write(_json(session, found))
        return
    from finkg.telling.proofs import ProofText

    text = ProofText(session.graph.wording, session.lang)
    session.write_lines(line for card in found for line in (*_lines(session, card, text), ""))
    unsettled = sum(1 for card in found if not card.settled)
    told = session.words(
        "争议 {} 起，其中 {} 起未决。", "Disputes: {}, of which {} are open."
    ).format(len(found), unsettled)
    session.tell(told)


def _lines(session: Session, card: DisputeCard, text: ProofText) -> Iterator[str]:
    states = {True: ("已决", "settled"), False: ("未决", "open")}
    subject = session.graph.wording.term(card.subject, session.lang)
    state = session.words(*states[card.settled])
    yield session.words(f"{subject}〔{state}〕", f"{subject} [{state}]") + (
        f"  {local_name(card.dispute)}"
    )
    yield f"  {card.reason.in_language(session.lang)}"
    for side in card.sides:
        yield from text.lines(side, "  ", "✓ " if side.claim == card.preferred else "· ")


def _json(session: Session, cards: list[DisputeCard]) -> str:
    import json

    from finkg.telling.data import as_data

    wording = session.graph.wording
    content = [
        {
            "dispute": local_name(card.dispute),
            "subject": card.subject.value,
            "state": "settled" if card.settled else "open",
            "reason": card.reason._asdict(),
            "preferred": card.preferred.value if card.preferred else None,
            "sides": [as_data(side, wording) for side in card.sides],
        }
        for card in cards
    ]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
