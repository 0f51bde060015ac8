"""finkg show: all that the graph says about an entity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from finkg.cli.completing import entities
from finkg.cli.session import Session, common_options
from finkg.errors import UnknownFormat

if TYPE_CHECKING:
    from finkg.catalogue.card import Card
    from finkg.telling.proofs import ProofText


@click.command("show", short_help="An entity, with evidence. 实体与证据。")
@click.argument("entity", shell_complete=entities)
@common_options
@click.pass_obj
def command(session: Session, entity: str) -> None:
    """All that is said about ENTITY (an id, label or alias), with quote, file and line."""
    if session.format not in ("", "text", "json"):
        raise UnknownFormat(session.format, ("text", "json"))
    found = session.graph.show(entity)
    if session.format == "json":
        session.write(_json(session, found))
        return
    from finkg.telling.proofs import ProofText

    text = ProofText(session.graph.wording, session.lang)
    session.write("\n".join(_lines(session, found, text)) + "\n")


def _lines(session: Session, card: Card, text: ProofText) -> Iterator[str]:
    lang = session.lang
    other = card.label.en if lang == "zh" else card.label.zh
    types = session.words("、", ", ").join(t.in_language(lang) for t in card.types)
    yield f"{card.label.in_language(lang)} ({other}) — {types}"
    yield f"  {card.entity.value}" + (f"  {card.row}" if card.row else "")
    if card.aliases:
        yield f"  {session.words('又名', 'also')}: {session.words('、', ', ').join(card.aliases)}"
    if card.note:
        yield f"  {session.words('编者注', 'editors’ note')}: {card.note}"
    if card.legal_status:
        status = card.legal_status.in_language(lang)
        yield f"  {session.words(f'{card.day} 的状态：', f'status on {card.day}: ')}{status}"
    if card.health and not card.health.is_silent:
        from finkg.telling.health import HealthText

        yield f"\n{session.words('体检', 'Health')}"
        words = HealthText(session.graph.snapshot, session.graph.wording, lang)
        yield from words.lines(card.health)
    for heading, proofs in (
        (session.words("陈述", "Statements"), card.statements),
        (session.words("提及它的陈述", "Statements that mention it"), card.mentions),
    ):
        if proofs:
            yield f"\n{heading} ({len(proofs)})"
        for proof in proofs:
            yield from text.lines(proof, "  ")


def _json(session: Session, card: Card) -> str:
    import json

    from finkg.telling.data import as_data
    from finkg.telling.health import HealthText
    from finkg.telling.health import as_data as health_data

    wording = session.graph.wording
    words = HealthText(session.graph.snapshot, wording, session.lang)
    content = {
        "iri": card.entity.value,
        "label": card.label._asdict(),
        "types": [t._asdict() for t in card.types],
        "aliases": list(card.aliases),
        "note": card.note,
        "row": str(card.row) if card.row else None,
        "legal_status": card.legal_status._asdict() if card.legal_status else None,
        "day": card.day.isoformat(),
        "health": health_data(card.health, words) if card.health else None,
        "statements": [as_data(proof, wording) for proof in card.statements],
        "mentions": [as_data(proof, wording) for proof in card.mentions],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
