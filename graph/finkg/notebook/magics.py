"""`%%sparql` and `%ask` of IPython, once `%load_ext finkg` has run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from IPython.core.magic import Magics, cell_magic, line_cell_magic, magics_class
from pyoxigraph import Literal, NamedNode, QueryBoolean, Triple

from finkg.catalogue.answer import Answer
from finkg.catalogue.ask import answer_of
from finkg.catalogue.question import Column
from finkg.environment import default_language
from finkg.errors import FinkgError, Text, UsageError
from finkg.export.answers.writable import WritableAnswer
from finkg.graph import KnowledgeGraph, open_graph
from finkg.notebook.options import read as _read
from finkg.store.view import Solutions
from finkg.telling.errors import said
from finkg.words import Language

if TYPE_CHECKING:
    from finkg.catalogue.answer import Cell

#: What %%sparql can be told beside the query.
_SPARQL: Final = ("graph", "layer", "timeout", "lang")
_TRIPLE: Final = (
    Column("subject", Text("主语", "Subject")),
    Column("predicate", Text("谓语", "Predicate")),
    Column("object", Text("宾语", "Object")),
)


class NoGraph(UsageError):
    """A variable that should be a graph and is not."""

    text = Text("变量“{name}”不是图谱。", "The variable “{name}” is no graph.")
    hint = Text("例如 {name} = finkg.open()。", "Such as {name} = finkg.open().")
    name: str


class WrongTarget(UsageError):
    """What stands beside the options and does not name a variable."""

    text = Text("看不懂“{found}”。", "“{found}” is not understood.")
    hint = Text("把答案存入变量：%%sparql 变量名 <<", "To keep the answer: %%sparql name <<")
    found: str


class NotAnswered(Exception):
    """An error as a notebook shows it: what it says, and no traceback."""

    def _render_traceback_(self) -> list[str]:
        return str(self).splitlines()


@magics_class
class KnowledgeGraphMagics(Magics):
    """Asks the packaged graph, or the one in a variable."""

    _packaged: KnowledgeGraph | None = None

    @cell_magic
    def sparql(self, line: str, cell: str) -> WritableAnswer | bool | None:
        """Run a SPARQL query; prefixes need no declaring. 运行 SPARQL 查询，前缀无须声明。

        SELECT gives an answer, ASK yes or no, CONSTRUCT and DESCRIBE an answer of three columns.

            %%sparql [-g NAME] [--layer LAYER] [--timeout SECONDS] [--lang zh|en] [name <<]

        `-g`: the variable of a graph, else the packaged one. 图谱所在的变量，默认为自带图谱。
        `--layer`: opens a further layer; repeatable. 另开图层，可重复。
        `--timeout`: ends the query by then, 60 seconds unless given; 0: let it take its time.
        时限（秒），默认 60；0 为不限。
        `--lang`: language of labels and messages. 标签与消息的语言。
        `name <<`: keeps the answer in a variable. 把答案存入变量。
        """
        with _said():
            words, options = _read(line, _SPARQL)
            with _said(options.lang):
                target = _target(words)
                kg = self._graph(options.graph)
                answer = _answered(kg, cell, options.layers, options.timeout or None)
        given = answer if isinstance(answer, bool) else options.in_language(answer)
        if not target:
            return given
        self._variables[target] = given
        return None

    @line_cell_magic
    def ask(self, line: str, cell: str = "") -> WritableAnswer:
        """Ask a named question, or one in plain words. 按名称提问，或用自然语言提问。

            %ask WORDS [-g NAME] [--lang zh|en]
            %ask QUESTION [--parameter value] [-g NAME] [--lang zh|en]
            %%ask [-g NAME] [--lang zh|en], and the words below it

        Entities by id, label or alias; options as of %%sparql. IPython takes a line that ends with
        a `?` for a call for help: leave it out, or ask with %%ask.
        实体可写标识、名称或别名。行尾的半角问号会被 IPython 当作求助，可省去，或用 %%ask。
        """
        with _said():
            words, options = _read(line)
            with _said(options.lang):
                asked = " ".join([words, *cell.split()]).strip()
                answer = self._graph(options.graph).ask(asked, **options.others)
        return options.in_language(answer)

    @property
    def _variables(self) -> dict[str, Any]:
        """Those of the notebook."""
        variables: dict[str, Any] = self.shell.user_ns if self.shell else {}
        return variables

    def _graph(self, name: str) -> KnowledgeGraph:
        """The graph of this variable, else the packaged one. Raises NoGraph."""
        if name:
            graph = self._variables.get(name)
            if not isinstance(graph, KnowledgeGraph):
                raise NoGraph(name)
            return graph
        if self._packaged is None:
            self._packaged = open_graph()
        return self._packaged


@contextmanager
def _said(lang: Language | None = None) -> Iterator[None]:
    """Errors of finkg are said in a language, without a traceback."""
    try:
        yield
    except FinkgError as error:
        raise NotAnswered(said(error, lang or default_language())) from error


def _target(text: str) -> str:
    """The variable before `<<`; empty without one. Raises WrongTarget."""
    if not text:
        return ""
    name, arrows, rest = (part.strip() for part in text.partition("<<"))
    if not (arrows and name.isidentifier()) or rest:
        raise WrongTarget(text)
    return name


def _answered(
    kg: KnowledgeGraph, text: str, layers: list[str], timeout: float | None
) -> WritableAnswer | bool:
    result = kg.query(text, layers, timeout=timeout)
    if isinstance(result, QueryBoolean):
        return bool(result)
    if not isinstance(result, Solutions):
        return WritableAnswer.of(_triples(kg, result))
    if kg.scenario.possible:
        # What possibly holds is marked by asking once more without it.
        return kg.select(text, layers, timeout=timeout)
    return WritableAnswer.of(answer_of(result, kg.snapshot, kg.names))


def _triples(kg: KnowledgeGraph, triples: Iterable[Triple]) -> Answer:
    rows = [tuple(map(_cell, (t.subject, t.predicate, t.object))) for t in triples]
    rows.sort(key=str)
    return Answer(Text("", ""), _TRIPLE, tuple(rows), (), kg.snapshot, kg.names)


def _cell(term: object) -> Cell:
    return term if isinstance(term, (NamedNode, Literal)) else None
