"""finkg why: a proof of a statement, down to quotes."""

from __future__ import annotations

import click

from finkg.cli.session import Session, common_options
from finkg.errors import UnknownFormat


@click.command("why", short_help="Why a statement stands. 为何成立。")
@click.argument("subject")
@click.argument("predicate", metavar="[PROPERTY]", required=False)
@click.argument("value", metavar="[OBJECT]", required=False)
@common_options
@click.pass_obj
def command(session: Session, subject: str, predicate: str | None, value: str | None) -> None:
    """One proof of each statement that matches, its leaves quotes or citations.

    \b
    finkg why 花呗 affectedBy
    finkg why huabei affectedBy ant-rectification
    """
    if session.format not in ("", "text", "json"):
        raise UnknownFormat(session.format, ("text", "json"))
    proofs = session.graph.why(subject, predicate, value)
    wording = session.graph.wording
    if session.format == "json":
        import json

        from finkg.cli.proof_text import as_data

        data = [as_data(proof, wording) for proof in proofs]
        session.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return
    from finkg.cli.proof_text import ProofText

    text = ProofText(wording, session.graph.names, session.lang)
    for proof in proofs:
        session.write("\n".join(text.lines(proof)) + "\n")
    if not proofs:
        session.tell(session.words("图谱没有这样的陈述。", "The graph has no such statement."))
