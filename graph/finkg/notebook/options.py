"""What stands on the line of a magic: words, and options with their values."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite
from typing import Final

from finkg.errors import Text, UsageError, WrongParameter
from finkg.export.answers.writable import WritableAnswer
from finkg.store.bounded import DEADLINE
from finkg.words import Language

_OPTION: Final = re.compile(r"(?:^|\s)-(?:g\b|-[A-Za-z])")
_A_VALUE: Final = Text("带值的选项，如 --lang zh", "an option with a value, such as --lang zh")
_A_LANGUAGE: Final = Text("zh 或 en", "zh or en")
_SECONDS: Final = Text("秒数，如 10", "a number of seconds, such as 10")


class UnknownOption(UsageError):
    text = Text("没有选项“{name}”。", "There is no option “{name}”.")
    hint = Text("选项有：{known}。", "Known options: {known}.")
    name: str
    known: tuple[str, ...]


@dataclass(slots=True)
class Options:
    """What a magic was told beside the words."""

    #: The variable of a graph; empty for the packaged one.
    graph: str = ""
    layers: list[str] = field(default_factory=list)
    #: Seconds; 0 for as long as it takes.
    timeout: float = DEADLINE
    lang: Language | None = None
    #: Options that are none of these.
    others: dict[str, str] = field(default_factory=dict)

    def take(self, name: str, value: str) -> None:
        """Take one option. Raises WrongParameter."""
        if name == "graph":
            self.graph = value
        elif name == "layer":
            self.layers.append(value)
        elif name == "timeout":
            self.timeout = _seconds(value)
        elif name == "lang":
            if value not in ("zh", "en"):
                raise WrongParameter(name, _A_LANGUAGE, value)
            self.lang = "zh" if value == "zh" else "en"
        else:
            self.others[name] = value

    def in_language(self, answer: WritableAnswer) -> WritableAnswer:
        """The answer in the language that was asked for, if one was."""
        return answer.in_language(self.lang) if self.lang else answer


def read(line: str, known: tuple[str, ...] = ()) -> tuple[str, Options]:
    """The words of a line as they stand, and the options among them, of `known` ones if any are.

    Raises UnknownOption, WrongParameter.
    """
    found = _OPTION.search(line)
    words, rest = (line[: found.start()], line[found.start() :]) if found else (line, "")
    options, more = Options(), []
    for name, value in _options(rest):
        if not name:
            more.append(value)
        elif known and name not in known:
            raise UnknownOption(name, known)
        else:
            options.take(name, value)
    return " ".join([words.strip(), *more]).strip(), options


def _options(text: str) -> Iterator[tuple[str, str]]:
    """`--name value` and `--name=value`, `-g` for `--graph`; words between them without a name."""
    try:
        parts = iter(shlex.split(text))
    except ValueError:
        raise WrongParameter(text.strip(), _A_VALUE, text.strip()) from None
    for part in parts:
        option = "--graph" if part == "-g" else part
        if not option.startswith("--"):
            yield "", part
            continue
        name, equals, value = option.removeprefix("--").partition("=")
        value = value if equals else next(parts, "")
        if not name or not value:
            raise WrongParameter(part, _A_VALUE, part)
        yield name, value


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if seconds < 0 or not isfinite(seconds):
        raise WrongParameter("timeout", _SECONDS, text)
    return seconds
