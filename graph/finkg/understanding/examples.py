"""The catalogue's own ways to ask: titles, phrasings, and `phrasings.csv`.

    question,lang,text
    founded-by,zh,哪些公司由{founder}发起设立
    founded-by,en,Who set up {company}?

A blank in braces stands for the value of a parameter; from the words around it the program learns
which of two names is which. A line without a question is an example of what none of them answers;
it has no blanks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from finkg.catalogue.catalogue import QUESTION, Catalogue
from finkg.catalogue.question import Question
from finkg.errors import DefinitionProblem, Location, Text, UnknownName
from finkg.forms import Field, Fields
from finkg.understanding.faults import at, refuse, shown
from finkg.understanding.lexicon import LANGUAGES
from finkg.understanding.reading import BLANK
from finkg.words import nearest

FILE = "phrasings.csv"
PHRASINGS: Fields = (
    Field(
        "question",
        "问题的名称；留空表示哪个问题都答不了。",
        "Name of the question; empty for what none of them answers.",
    ),
    Field("lang", "语言。", "The language.", needed=True, words=lambda _: LANGUAGES),
    Field(
        "text",
        "一种问法；花括号里的参数名，如 {company}，代表该参数的任何取值。",
        "A way to ask; the name of a parameter in braces, such as {company}, stands for any value.",
        needed=True,
    ),
)


class Example(NamedTuple):
    """A text that asks a question, or none (then `question` is empty), and what it counts."""

    question: str
    text: str
    weight: float = 1.0

    @property
    def is_whole(self) -> bool:
        """Whether it is a question as somebody asks it, and no description of one."""
        return self.weight >= 1.0


def examples(catalogue: Catalogue) -> Iterator[Example]:
    """Every example, and for less what describes a question.

    Raises DefinitionProblem, with file and line, for an example that is none.
    """
    known = {question.name: question for question in catalogue}
    for question in known.values():
        yield from _of_header(question)
    for folder in catalogue.folders:
        path = folder / FILE
        if path.is_file():
            yield from _of_file(path, known)


def _of_header(question: Question) -> Iterator[Example]:
    name = question.name
    for lang in LANGUAGES:
        yield Example(name, question.title.in_language(lang), weight=2.0)
        for phrasing in question.phrasings.get(lang, ()):
            _check(phrasing, [*question.parameters], Location(question.path.name))
            yield Example(name, phrasing)
        labels = [column.label for column in question.columns]
        labels += [parameter.label for parameter in question.parameters.values()]
        described = " , ".join(label.in_language(lang) for label in labels)
        yield Example(name, described, weight=0.4)
        yield Example(name, question.description.in_language(lang), weight=0.3)


def _of_file(path: Path, known: dict[str, Question]) -> Iterator[Example]:
    from finkg.workspace.problems import EmptyCell, UnknownWord
    from finkg.workspace.table import read_table

    for row in read_table(path, shown(path), PHRASINGS, refuse):
        name, lang = row["question"], row["lang"]
        if name and name not in known:
            raise at(UnknownName(QUESTION, name, nearest(name, known)), row.where("question"))
        if lang not in LANGUAGES:
            raise at(UnknownWord(lang, (), "lang", LANGUAGES), row.where("lang"))
        if not row["text"]:
            raise at(EmptyCell("text"), row.where("text"))
        _check(row["text"], [*known[name].parameters] if name else [], row.where("text"))
        yield Example(name, row["text"])


def _check(text: str, parameters: list[str], where: Location) -> None:
    """That every blank is a parameter."""
    blanks = {*BLANK.findall(text)}
    if blanks <= {*parameters} and not {*BLANK.sub("", text)} & {"{", "}"}:
        return
    reason = Text(
        f"“{text}”中的花括号里须是该问题的参数（{'、'.join(parameters) or '它没有参数'}）",
        f"braces in “{text}” hold a parameter of the question ({', '.join(parameters) or 'none'})",
    )
    raise DefinitionProblem(where, reason)
