"""finkg ask: a named question."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

import click

from finkg.cli.answers import (
    TABLE,
    answer_format,
    evidence_format,
    streams,
    write_answer,
    write_rows,
)
from finkg.cli.completing import Asking, questions
from finkg.cli.session import Session, common_options
from finkg.errors import Text, WrongParameter
from finkg.understanding.understood import entity, is_name

if TYPE_CHECKING:
    from finkg.catalogue.answer import Answer, Row

_A_VALUE = Text("带值的选项，如 --product huabei", "an option with a value, --product huabei")


@click.command(
    "ask",
    cls=Asking,
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    short_help="A named question, or one in plain words; without either, lists them. 提问。",
)
@click.argument("name", metavar="[NAME|WORDS]", required=False, shell_complete=questions)
@click.option("--evidence", is_flag=True, help="Quotes under each row. 每行附原文引文。")
@click.option("--explain", is_flag=True, help="Show the SPARQL instead of running it. 显示查询。")
@common_options
@click.pass_obj
@click.pass_context
def command(
    ctx: click.Context, session: Session, name: str | None, evidence: bool, explain: bool
) -> None:
    """Ask a named question, or one in plain words; entities by id, label or alias.

    In plain words, in Chinese or English, it says which question it ran and with what; where the
    words leave that open it offers the nearest and answers nothing.

    Formats, by --format or the suffix of -o: table, csv, tsv, json, xml, md, html, xlsx, parquet;
    with --evidence table, json, md, html. The rows of csv and tsv are written as they come.

    \b
    finkg ask products-affected-by-regulation --evidence
    finkg ask products-of-company --company 蚂蚁集团
    finkg ask 哪些产品受到蚂蚁集团整改的影响？
    """
    words = [*takewhile(lambda each: not each.startswith("--"), ctx.args)]
    given = _named(_parameters(ctx.args[len(words) :]))
    if name is None:
        session.write_lines(_list(session))
        return
    if words or not is_name(name):
        name, given = _understood(session, " ".join([name, *words]), given)
    if explain:
        session.write(_explained(session, name, given))
        return
    if evidence:
        _with_evidence(session, name, given)
    else:
        _plain(session, name, given)
    sys.stdout.flush()


def _parameters(arguments: list[str]) -> dict[str, str]:
    """`--name value` and `--name=value`, as the question's own parameters."""
    given: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.removeprefix("--").partition("=")
        if not argument.startswith("--") or not name:
            raise WrongParameter(argument, _A_VALUE, argument)
        if not equals:
            value = next(rest, "")
        if not value:
            raise WrongParameter(name, _A_VALUE, argument)
        given[name] = value
    return given


def _understood(session: Session, words: str, given: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The question that plain words ask, and what it is given; says both."""
    understood = session.graph.understand(words, **given)
    question, names = understood.question, session.graph.names
    lines = [question.title.in_language(session.lang)]
    for name, value in understood.given.items():
        label = question.parameters[name].label.in_language(session.lang)
        named = entity(value)
        said = names.label(named, session.lang) if named else value
        lines.append(session.words(f"  {label}：{said}", f"  {label}: {said}"))
    if understood.unused:
        unused = session.words("、", ", ").join(understood.unused)
        lines.append(session.words(f"  没有用上：{unused}", f"  Not used: {unused}"))
    session.tell("\n".join([*lines, f"  {understood.command()}"]))
    return question.name, understood.given


def _list(session: Session) -> Iterator[str]:
    theme = ""
    for question in session.graph.questions:
        if question.theme != theme:
            theme = question.theme
            yield theme
        options = " ".join(
            f"--{p.name} …" if p.required else f"[--{p.name} …]"
            for p in question.parameters.values()
        )
        title = question.title.in_language(session.lang)
        yield f"  {question.name:<36} {title}  {options}".rstrip()


def _explained(session: Session, name: str, given: dict[str, str]) -> str:
    from finkg.catalogue.parameters import bind

    graph = session.graph
    question = graph.questions.question(name)
    return bind(question, given, graph.names) if given else question.query


def _plain(session: Session, name: str, given: dict[str, str]) -> None:
    """Rows as they come, where the format lets them and no second answer marks them."""
    chosen, graph = answer_format(session), session.graph
    if streams(chosen) and not graph.scenario.possible:
        from finkg.catalogue.ask import asked

        question = graph.questions.question(name)
        coming, rows = asked(question, given, graph.snapshot, graph.names)
        write_rows(session, coming, rows, chosen)
        _say_remark(session, coming)
        return
    answer = graph.ask(name, **given)
    write_answer(session, answer, chosen)
    _say_if_empty(session, answer)


def _named(given: dict[str, str]) -> dict[str, str]:
    """Parameters as questions call them; an underscore is a hyphen, as in Python."""
    return {name.replace("_", "-"): value for name, value in given.items()}


def _with_evidence(session: Session, name: str, given: dict[str, str]) -> None:
    chosen = evidence_format(session)
    answer = session.graph.ask(name, **given)
    write_with_evidence(session, answer, chosen)
    _say_if_empty(session, answer)


def write_with_evidence(session: Session, answer: Answer, chosen: str) -> None:
    """An answer in a format that can hold the evidence of each row, with it."""
    if chosen == TABLE:
        session.write("\n".join(with_quotes(session, answer)) + "\n")
    elif chosen == "json":
        write_answer(session, answer, chosen, _as_data(session, answer))
    else:
        write_answer(session, answer, chosen, [_proofs(session, answer, r) for r in answer.rows])


def _say_remark(session: Session, answer: Answer) -> None:
    """What an analysis has to say beside its rows."""
    if said := answer.remark.in_language(session.lang):
        session.tell(said)


def _say_if_empty(session: Session, answer: Answer) -> None:
    """Says so, and what would have been listed: it may not be what was meant."""
    _say_remark(session, answer)
    if not answer.remark.zh and not answer.rows and session.on_terminal:
        described = session.graph.questions.question(answer.question).description
        nothing = session.words("没有结果。", "No rows. ")
        session.tell(nothing + described.in_language(session.lang))


def _as_data(session: Session, answer: Answer) -> list[list[object]]:
    from finkg.telling.data import as_data

    wording = session.graph.wording
    return [[as_data(proof, wording) for proof in answer.evidence(row)] for row in answer.rows]


def with_quotes(session: Session, answer: Answer) -> list[str]:
    """Each row as a line, and under it the proofs of the statements that support it."""
    lines: list[str] = []
    for number, row in enumerate(answer.rows, 1):
        cells = (answer.text(cell, session.lang) for cell in row)
        lines.append(f"{number}. " + " | ".join(cells))
        lines += (f"   {line}" for line in _proofs(session, answer, row))
        lines.append("")
    return lines[:-1]


def _proofs(session: Session, answer: Answer, row: Row) -> list[str]:
    """The proofs of the statements that support a row, as lines indented as trees."""
    from finkg.telling.proofs import ProofText

    text = ProofText(session.graph.wording, session.lang)
    return [line for proof in answer.evidence(row) for line in text.lines(proof)]
