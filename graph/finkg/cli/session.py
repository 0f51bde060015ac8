"""What all commands share: language, graph, format, where output goes."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from finkg.environment import default_language
from finkg.errors import FinkgError, Language, Problem, Text, UsageError

if TYPE_CHECKING:
    from finkg.graph import KnowledgeGraph

_COMMON = (
    "graph", "as_of", "possible", "without", "lang", "format", "output", "quiet", "verbose",
)  # fmt: skip
_Command = TypeVar("_Command", bound=Callable[..., Any])


class OptionNeedsDay(UsageError):
    text = Text("--possible 须与 --as-of 一同使用。", "--possible goes with --as-of.")
    hint = Text("例如 --as-of 2020-12-31 --possible。", "Such as --as-of 2020-12-31 --possible.")


class Session:
    """The common options of one run. An option after the command overrides one before it."""

    def __init__(self) -> None:
        self.options: dict[str, Any] = {}

    def take(self, given: dict[str, Any]) -> None:
        # An empty day is a wrong one, and no way to ask for the whole graph.
        stated = {k: value for k, value in given.items() if value or (k == "as_of" and value == "")}
        self.options.update(stated)

    @property
    def lang(self) -> Language:
        chosen: Language | None = self.options.get("lang")
        return chosen or default_language()

    @property
    def format(self) -> str:
        return str(self.options.get("format") or "")

    @property
    def output(self) -> str:
        """Where output goes: a path, or `-` for stdout."""
        return str(self.options.get("output") or "-")

    @property
    def on_terminal(self) -> bool:
        return self.output == "-" and sys.stdout.isatty()

    @functools.cached_property
    def graph(self) -> KnowledgeGraph:
        from finkg.graph import open_graph

        graph = open_graph(self.options.get("graph"))
        if sources := self.options.get("without"):
            graph = graph.without(*sources)
        if (day := self.options.get("as_of")) is not None:
            graph = graph.as_of(day, possible=bool(self.options.get("possible")))
        elif self.options.get("possible"):
            raise OptionNeedsDay
        return graph

    def words(self, zh: str, en: str) -> str:
        return Text(zh, en).in_language(self.lang)

    def say(self, message: str) -> None:
        """A message for people, on stderr; --quiet keeps errors only."""
        click.echo(message, err=True)

    def tell(self, message: str) -> None:
        """A message that --quiet leaves out."""
        if not self.options.get("quiet"):
            self.say(message)

    def say_problem(self, problem: Problem) -> None:
        mark = {"violation": ("错误", "error"), "warning": ("警告", "warning")}[problem.severity]
        where = f"{problem.where}: {self.words(*mark)}{self.words('：', ': ')}"
        self.say(where + self.in_full(problem))

    def in_full(self, error: FinkgError) -> str:
        """What an error says, and what it advises."""
        from finkg.telling.errors import said

        return said(error, self.lang)

    def write(self, text: str) -> None:
        """Data, to stdout or to the file that -o names."""
        self.write_bytes(text.encode())

    def write_lines(self, lines: Iterable[str]) -> None:
        """Lines as they come, all to one place: a file is written once."""
        with self.writing() as output:
            for line in lines:
                output.write(f"{line}\n".encode())

    def write_bytes(self, content: bytes) -> None:
        with self.writing() as output:
            output.write(content)

    @contextmanager
    def writing(self) -> Iterator[IO[bytes]]:
        """Where data goes, piece by piece. What was written to stdout before an error stays; of a
        file nothing does."""
        if self.output == "-":
            sys.stdout.flush()
            with _to_stdout() as output:
                yield output
            return
        from finkg.files import written_aside

        with written_aside(Path(self.output)) as file:
            yield file


@contextmanager
def _to_stdout() -> Iterator[IO[bytes]]:
    """Standard output; a reader that has seen enough ends the command quietly."""
    try:
        try:
            yield sys.stdout.buffer
        finally:
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What is still buffered goes nowhere, or the interpreter would complain of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None


def common_options(function: _Command) -> _Command:
    """Adds the options common to all commands; they may stand before or after the command."""

    @functools.wraps(function)
    def with_session(*arguments: Any, **options: Any) -> Any:
        session = click.get_current_context().ensure_object(Session)
        session.take({key: options.pop(key) for key in _COMMON})
        return function(*arguments, **options)

    for option in reversed(_options()):
        with_session = option(with_session)
    return with_session  # type: ignore[return-value]


def _options() -> list[Callable[[Any], Any]]:
    return [
        click.option(
            "--graph",
            metavar="PATH",
            help="A workspace or a snapshot; default: the packaged graph. 工作区或快照。",
        ),
        click.option(
            "--as-of",
            metavar="DATE",
            help="The graph as of a day, such as 2020-12-31. 截至某日的图谱。",
        ),
        click.option(
            "--possible",
            is_flag=True,
            help="With --as-of: what may have held, too. 连同可能成立的。",
        ),
        click.option(
            "--without",
            multiple=True,
            metavar="SOURCE",
            help="The graph as it would be without a source; repeatable. 去掉某来源后的图谱。",
        ),
        click.option(
            "--lang",
            type=click.Choice(["zh", "en"]),
            help="Language of labels and messages. 语言。",
        ),
        click.option("--format", metavar="FORMAT", help="Format of the output. 输出格式。"),
        click.option("-o", "--output", metavar="FILE", help="Write here; - is stdout. 写到文件。"),
        click.option("--quiet", is_flag=True, help="No messages but errors. 只显示错误。"),
        click.option(
            "-v", "--verbose", is_flag=True, help="Say where an error came from. 显示出错位置。"
        ),
    ]
