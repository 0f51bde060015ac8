"""What a question in plain words is understood to ask, or that it is not understood."""

from __future__ import annotations

import re
import shlex
from typing import NamedTuple

from pyoxigraph import NamedNode

from finkg.catalogue.question import Question
from finkg.errors import NameProblem, Text
from finkg.vocabulary import local_name

_NAME = re.compile(r"[A-Za-z0-9][\w-]*", re.ASCII)


def is_name(text: str) -> bool:
    """Whether a text is the name of a question, or means to be one, and no plain words."""
    return bool(_NAME.fullmatch(text))


class Understood(NamedTuple):
    """What a question in plain words asks: a question of the catalogue, and what it is given.

    `given` is by parameter, as the catalogue takes it: IRIs, ISO 8601 days, local names of
    properties. `unused` are the names in the words that the question can not be asked about.
    """

    question: Question
    given: dict[str, str]
    unused: tuple[str, ...] = ()

    def command(self) -> str:
        """The same as a command that asks by name."""
        options = (f"--{name} {_short(value)}" for name, value in self.given.items())
        return " ".join(["finkg ask", self.question.name, *options])


def entity(value: str) -> NamedNode | None:
    """The entity whose IRI a value is; none for a day, a property, or what somebody wrote."""
    try:
        return NamedNode(value) if "://" in value else None
    except ValueError:
        return None


def _short(value: str) -> str:
    """A value as a shell takes it; an entity by the last part of its IRI."""
    named = entity(value)
    return shlex.quote(local_name(named) if named else value)


class NotUnderstood(NameProblem):
    """Plain words that no question answers surely; `nearest` are the questions to choose from."""

    text = Text(
        "不能确定“{words}”问的是哪个问题，故不作答。",
        "No question surely answers “{words}”, so nothing is answered.",
    )
    unknown = Text("这里不认识：{strangers}。", "Not known here: {strangers}.")
    words: str
    nearest: tuple[Understood, ...] = ()
    strangers: tuple[str, ...] = ()

    def advice(self, lang: str = "en") -> str:
        lines: list[str] = []
        if self.strangers:
            lines.append(self.unknown.in_language(lang).format(**self.facts(lang)))
        if self.nearest:
            lines.append(Text("最接近的是：", "The nearest:").in_language(lang))
        for each in self.nearest:
            lines += [f"  {each.question.title.in_language(lang)}", f"    {each.command()}"]
        return "\n".join(lines)
