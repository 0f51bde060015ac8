"""Answers in the format that a session asks for, to where it asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from finkg.cli.session import Session
from finkg.errors import Text, UnknownFormat, UsageError
from finkg.export import answers

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer, Row

#: For people at a terminal; the other formats are files as well.
TABLE = "table"


class NotForATerminal(UsageError):
    """Bytes that a terminal would take for something else."""

    text = Text("{format} 不是文本，终端无法显示。", "{format} is no text for a terminal.")
    hint = Text("用 -o 指定文件。", "Name a file with -o.")
    format: str


def answer_format(session: Session) -> str:
    """The format asked for, else by suffix of -o, else a table on a terminal and CSV in a pipe.

    Raises UnknownFormat, NotForATerminal.
    """
    chosen = stated_format(session) or (TABLE if session.on_terminal else "csv")
    if chosen != TABLE and answers.named(chosen, TABLE).binary and session.on_terminal:
        raise NotForATerminal(chosen)
    return chosen


def stated_format(session: Session) -> str:
    """The format that --format or the suffix of -o names; empty if neither does."""
    if session.format:
        return session.format
    found = answers.by_suffix(session.output) if session.output != "-" else None
    return found.name if found else ""


def evidence_format(session: Session) -> str:
    """As answer_format, where the evidence of each row is asked for; text unless it is named."""
    able = (TABLE, *(each.name for each in answers.FORMATS if each.evidence))
    chosen = stated_format(session) or TABLE
    if chosen not in able:
        raise UnknownFormat(chosen, able)
    return chosen


def streams(chosen: str) -> bool:
    """Whether rows of this format are written as they come."""
    return chosen != TABLE and answers.named(chosen).streams


def write_answer(
    session: Session, answer: Answer, chosen: str, evidence: list[list[Any]] | None = None
) -> None:
    """The whole answer, with the evidence of each row if it is given."""
    if chosen == TABLE:
        from finkg.cli.table import marked_table

        session.write(marked_table(answer, session))
        return
    write_rows(session, answer, answer.rows, chosen, evidence)


def write_rows(
    session: Session,
    answer: Answer,
    rows: Iterable[Row],
    chosen: str,
    evidence: list[list[Any]] | None = None,
) -> None:
    """Rows of an answer, which may still be coming."""
    into = answers.named(chosen)
    content = answers.Content(answer, rows, into, session.lang, evidence)
    with session.writing() as output:
        answers.write(content, output)
