"""Writes the reference pages of this folder from the program itself. `make docs` runs it.

python docs/reference.py            writes commands.md, errors.md, python.md, questions.md,
                                    settings.md, the page of the folder queries/, and the tables of
                                    rules in the guides, in both languages
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click
from errors_page import errors_page
from python_page import python_page
from settings_page import settings_page

from finkg.catalogue.catalogue import Catalogue
from finkg.catalogue.question import Parameter, Question
from finkg.cli import COMMANDS
from finkg.cli import finkg as program
from finkg.plausibility.rules import OURS
from finkg.reasoning.rule import read_rules
from finkg.schema import Schema
from finkg.vocabulary import fk

HERE = Path(__file__).resolve().parent
NOTE = "<!-- Written by docs/reference.py (make docs); a test holds it against the program. -->\n"

MANNERS = (
    "Data goes to stdout, messages to stderr; `-` is stdin or stdout. A table on a terminal, CSV "
    "in a pipe. Exit 0: good, an empty answer too; 1: violations, or an unknown or ambiguous name; "
    "2: wrong use or unreadable input.\n",
    "数据写到标准输出，消息写到标准错误；`-` 指标准输入或标准输出。终端上显示表格，管道中输出 "
    "CSV。退出码 0：正常（答案为空亦然）；1：有违规，或名称未知、有歧义；2：用法有误或输入"
    "无法读取。\n",
    "## Options common to all commands · 通用选项\n",
    "They may stand before or after the command. 可写在命令之前或之后。\n",
)


def commands_page() -> str:
    """Every command and option, from click's own help."""
    root = click.Context(program, info_name="finkg")
    common = [p.name for p in program.params]
    parts = ["# Commands · 命令\n", NOTE, *MANNERS, _options(program, [])]
    for name in COMMANDS:
        command = program.get_command(root, name)
        assert command is not None
        parts += _command(root, command, common)
    return "\n".join(parts)


def _command(root: click.Context, command: click.Command, common: list[str | None]) -> list[str]:
    context = click.Context(command, info_name=command.name, parent=root)
    usage = " ".join(command.collect_usage_pieces(context))
    parts = [f"## finkg {command.name}\n", f"{command.short_help}\n"]
    parts += [f"```\n{context.command_path} {usage}\n```\n", _prose(command.help or "")]
    own = _options(command, common)
    return [*parts, own] if own else parts


def _options(command: click.Command, known: list[str | None]) -> str:
    """A table of a command's options, those in `known` left out; empty if none is left."""
    shown = [p for p in command.params if isinstance(p, click.Option) and p.name not in known]
    rows = [f"| {_spelling(option)} | {option.help or ''} |" for option in shown]
    return "\n".join(["| option | |", "| --- | --- |", *rows, ""]) if rows else ""


def _spelling(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in option.opts)
    if isinstance(option.type, click.Choice):
        # A bar would end the cell of the table.
        return f"{names} {' or '.join(f'`{choice}`' for choice in option.type.choices)}"
    return names if option.is_flag else f"{names} `{option.metavar or 'TEXT'}`"


def _prose(text: str) -> str:
    """Help as Markdown: what click leaves unwrapped after a \\b is a block of commands."""
    paragraphs = inspect.cleandoc(text).split("\n\n")
    blocks = (
        f"```sh\n{p.removeprefix(chr(8)).strip()}\n```" if p.startswith("\b") else p
        for p in paragraphs
    )
    return "\n\n".join(blocks) + "\n"


def questions_page() -> str:
    """Every named question, by theme."""
    parts = ["# Questions · 问题\n", NOTE]
    parts.append("Ask one with `finkg ask NAME`. 用 `finkg ask 名称` 提问。\n")
    theme = ""
    for question in Catalogue():
        if question.theme != theme:
            theme = question.theme
            parts.append(f"## {theme}\n")
        parts += _question(question)
    return "\n".join(parts)


def _question(question: Question) -> Iterator[str]:
    yield f"### {question.name}\n"
    yield f"{question.title.en}\n\n{question.title.zh}\n"
    if question.description.en != question.title.en:
        yield f"{question.description.en}\n\n{question.description.zh}\n"
    for name, parameter in question.parameters.items():
        needed = "required 必填" if parameter.required else "optional 可选"
        label = f"{parameter.label.en} {parameter.label.zh}"
        yield f"- `--{name}` ({parameter.type}, {needed}): {label}\n"


FOLDER = "../queries/README.md"
THEMES = {
    "analysis": "统计分析",
    "challenges-and-trends": "挑战与趋势",
    "companies": "公司",
    "events": "事件",
    "evidence": "证据",
    "metrics": "指标",
    "products": "产品",
    "regulation": "监管",
    "technologies": "技术",
}

#: What stands above it in the page of the folder of questions is written by people.
LIST = "<!-- questions -->\n"


def folder_page() -> str:
    """The page of the folder of questions, with every question by theme under a mark anew."""
    people, mark, _ = (HERE / FOLDER).read_text("utf-8").partition(LIST)
    parts = [people, mark]
    theme = ""
    for question in Catalogue():
        if question.theme != theme:
            theme = question.theme
            parts.append(f"\n## {theme} · {THEMES[theme]}\n\n")
            parts.append("| name 名称 | question 问题 | parameters 参数 |\n| --- | --- | --- |\n")
        name = f"[`{question.name}`]({theme}/{question.path.name})"
        asked = " ".join(map(_option, question.parameters.values()))
        parts.append(f"| {name} | {question.title.en}<br>{question.title.zh} | {asked} |\n")
    return "".join(parts)


def _option(parameter: Parameter) -> str:
    return f"`--{parameter.name}`" if parameter.required else f"[`--{parameter.name}`]"


def rules_table(lang: str) -> str:
    """The plausibility rules that ship with finkg, as the rows of a table."""
    schema = Schema()
    rows = (
        f"| `{rule.name}` | {schema.label(rule.severity.iri, lang)} "
        f"| {rule.definition.in_language(lang)} |"
        for rule in OURS
    )
    return "\n".join(rows)


def inference_table(lang: str) -> str:
    """The rules of inference that ship with finkg, as the rows of a table."""
    schema = Schema()
    rows = (
        f"| `{rule.name}` | {schema.label(fk(rule.strength.capitalize()), lang)} "
        f"| {rule.sentence.in_language(lang)} |"
        for rule in read_rules()
    )
    return "\n".join(rows)


def guide(name: str, mark: str, table: Callable[[str], str]) -> str:
    """A guide as people wrote it, with the table that stands under a mark anew."""
    page = (HERE / name).read_text("utf-8")
    found = re.compile(rf"(<!-- {mark} -->\n.*\n\| --- \| --- \| --- \|\n)(?:\|.*\n)*")
    rows = table("zh" if name.endswith(".zh.md") else "en")
    return found.sub(lambda match: f"{match[1]}{rows}\n", page)


PAGES = {
    "commands.md": commands_page,
    "errors.md": partial(errors_page, NOTE),
    "python.md": partial(python_page, NOTE),
    "questions.md": questions_page,
    "settings.md": partial(settings_page, NOTE),
    FOLDER: folder_page,
    **{
        f"{name}{suffix}": partial(guide, f"{name}{suffix}", mark, table)
        for name, mark, table in (
            ("plausibility-rules", "rules", rules_table),
            ("rules", "inference", inference_table),
        )
        for suffix in (".md", ".zh.md")
    },
}


def main() -> None:
    for name, page in PAGES.items():
        path = (HERE / name).resolve()
        path.write_text(page(), encoding="utf-8")
        print(path.relative_to(HERE.parent))


if __name__ == "__main__":
    main()
