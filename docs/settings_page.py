"""settings.md: what can be set, from the definitions that the readers go by."""

from __future__ import annotations

from collections.abc import Iterator

from finkg.catalogue.fields import HEADER as QUESTION
from finkg.environment import VARIABLES
from finkg.forms import Field, Form
from finkg.reasoning.rule import HEADER as RULE
from finkg.schema import Schema
from finkg.understanding.examples import FILE, PHRASINGS
from finkg.understanding.lexicon import CONCEPTS
from finkg.words import Text
from finkg.workspace.keys import TOML_FILES
from finkg.workspace.tables import TABLES

ABOUT = """\
What can stand in the files of a workspace, and the variables of the environment that finkg minds.
Keys, columns and files that it does not know are reported; **needed** may not be left empty.
How to begin: [add a source of your own](tutorial/own-source.md).

工作区的各种文件里可以写什么，finkg 看哪些环境变量。写了不认识的键、列或文件，程序会指出来。
标有**必填**的不能留空。怎样起步，见[加入自己的资料](tutorial/own-source.zh.md)。
"""
#: Files whose fields stand elsewhere in the program than in its room for workspaces.
OTHERS = (
    Form("rules/*.rq", Text("推理规则的文件头。", "The header of a rule of inference."), RULE),
    Form("queries/**/*.rq", Text("问题的文件头。", "The header of a question."), QUESTION),
    Form(
        f"queries/{FILE}",
        Text("大白话的问法。", "Ways to ask in plain words."),
        PHRASINGS,
    ),
    Form(
        "queries/words.toml",
        Text("意思相同的词，按概念列出。", "Words that mean the same, by concept."),
        CONCEPTS,
    ),
)
FORMS = (
    *TOML_FILES,
    *TABLES,
    *OTHERS,
    Form("environment", Text("环境变量。", "Variables of the environment."), VARIABLES),
)


def settings_page(note: str) -> str:
    """Every file of a workspace with its keys or columns, and every variable."""
    schema = Schema()
    parts = ["# Settings · 设置\n", note, ABOUT]
    for form in FORMS:
        parts += _form(form, schema)
    return "\n".join(parts)


def _form(form: Form, schema: Schema) -> Iterator[str]:
    title = form.name if form.name == "environment" else f"`{form.name}`"
    yield f"## {title}\n"
    yield f"{form.meaning.en} {form.meaning.zh}\n"
    rows = [f"| `{f}` | {_cell(f.meaning)} | {_takes(f, schema)} |" for f in form.fields]
    yield "\n".join(["| name 名称 | meaning 含义 | takes 取值 |", "| --- | --- | --- |", *rows, ""])


def _cell(words: Text) -> str:
    """Both languages; a bar would end the cell of the table."""
    return f"{words.en}<br>{words.zh}".replace("|", "\\|")


def _takes(field: Field, schema: Schema) -> str:
    words = ", ".join(f"`{word}`" for word in field.words(schema)) if field.words else ""
    default = f"default 默认 `{field.default}`" if field.default else ""
    return "; ".join(filter(None, ("**needed 必填**" if field.needed else "", words, default)))
