"""A question: a `.rq` file that any SPARQL client can run, with a TOML header in `#+` lines.

    #+ title = { zh = "…", en = "…" }
    #+ description = { zh = "…", en = "…" }
    #+ phrasings = { zh = ["…"], en = ["…"] }
    #+ layers = ["doubtful"]                     layers that it opens besides claims
    #+ evidence = ["?product fk:affectedBy ?cause"]   the triples that support a row
    #+ counts = ["?any fk:affectedBy ?cause . …"]     the statements that a row counts, for evidence
    #+ analysis = "paths"                         what makes rows of the edges that it selects
    #+ answer = ["huabei | ant-rectification"]   what the packaged graph answers
    #+ [columns]
    #+ product = { zh = "产品", en = "Product" }     hidden = true: in data, not in tables;
    #+                                           ordinal = true: a place in the list, no fact
    #+ [parameters.product]
    #+ type = "entity"                           entity, date, number, property or text
    #+ classes = ["Product"]                     of an entity, the likeliest first
    #+ required = false
    #+ label = { zh = "产品", en = "product" }

A parameter stands in the query as a line `VALUES ?product { id:huabei } # parameter: product`
that holds its example. The line of an optional one may be commented out, so that the file as it
stands asks without it. The engine's own spelling of the value is put in its place; where an
optional parameter is not given, the line is left out. The same line may stand in several parts of
the query, where the engine should look the value up in each.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from finkg.catalogue.fields import HEADER, PARAMETER_TYPES
from finkg.errors import Text
from finkg.header import Header
from finkg.store.layers import Layer

if TYPE_CHECKING:
    from finkg.catalogue.analyses import Analysis

_PARAMETER_LINE = re.compile(
    r"^[ \t]*(?:#[ \t]*)?VALUES[ \t]+\?(?P<variable>\w+)[ \t]*\{(?P<example>.*)\}"
    r"[ \t]*#[ \t]*parameter:[ \t]*(?P<name>[\w-]+)[ \t]*$",
    re.MULTILINE,
)


class Parameter(NamedTuple):
    """One thing that a question can be asked about. `example` is SPARQL, as the file has it.

    `classes` are local names of the classes that an entity is of, the likeliest first; none if any
    entity will do.
    """

    name: str
    type: str
    required: bool
    label: Text
    variable: str
    example: str
    classes: tuple[str, ...] = ()

    @property
    def written_example(self) -> str:
        """The example as people write it: an id, a local name, or the text of a literal."""
        if self.example.startswith('"'):
            return self.example[1:].rpartition('"')[0]
        return self.example.removeprefix("id:").removeprefix("fk:")


class Column(NamedTuple):
    """One variable of the answer and its heading. A hidden one is left out of tables for people; an
    ordinal one is a place in the list, and no part of what a row says."""

    name: str
    label: Text
    hidden: bool = False
    ordinal: bool = False


class Question:
    """A question file, its header read when it is asked for. Raises DefinitionProblem."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem
        self.theme = path.parent.name
        self.query = path.read_text("utf-8")

    @cached_property
    def _header(self) -> Header:
        return Header(self.path, self.query, HEADER)

    @cached_property
    def title(self) -> Text:
        """What it asks, in both languages."""
        return self._header.text("title")

    @cached_property
    def description(self) -> Text:
        """What it answers, and what it leaves out."""
        return self._header.text("description")

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """The layers that it opens beside that of claims."""
        return tuple(Layer.named(name) for name in self._header.values.get("layers", ()))

    @cached_property
    def phrasings(self) -> dict[str, list[str]]:
        """Ways to ask it, by language."""
        return dict(self._header.values.get("phrasings", {}))

    @cached_property
    def evidence(self) -> tuple[tuple[str, str, str], ...]:
        """Patterns of subject, property and value whose claims support a row."""
        patterns = [str(line).split() for line in self._header.values.get("evidence", ())]
        if any(len(pattern) != 3 for pattern in patterns):
            raise self._header.problem(
                "“evidence”的每一项须有主语、属性、取值",
                "each “evidence” has subject, property, value",
            )
        return tuple((s, p, o) for s, p, o in patterns)

    @cached_property
    def counts(self) -> tuple[str, ...]:
        """Patterns, each a statement and what narrows it down, of what a row counts."""
        return tuple(map(str, self._header.values.get("counts", ())))

    @cached_property
    def analysis(self) -> Analysis | None:
        """The method that makes rows of the edges that it selects; none where its solutions are the
        rows themselves."""
        if "analysis" not in self._header.values:
            return None
        from finkg.catalogue.analyses import ANALYSES

        return ANALYSES[self._header.word("analysis", tuple(ANALYSES))]

    @cached_property
    def answer(self) -> tuple[str, ...]:
        """The packaged graph's answer, one row a string, cells parted by ` | `."""
        return tuple(self._header.values.get("answer", ()))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of its answer, in order."""
        described: dict[str, Any] = self._header.values.get("columns", {})
        return tuple(
            Column(
                name,
                Text(str(words["zh"]), str(words["en"])),
                bool(words.get("hidden")),
                bool(words.get("ordinal")),
            )
            for name, words in described.items()
        )

    @cached_property
    def parameters(self) -> dict[str, Parameter]:
        """What it can be asked about, by name."""
        described: dict[str, Any] = self._header.values.get("parameters", {})
        lines = {m["name"]: m for m in _PARAMETER_LINE.finditer(self.query)}
        if set(described) != set(lines):
            raise self._header.problem(
                "文件头与正文的参数不一致", "header and query disagree about the parameters"
            )
        return {name: self._parameter(name, lines[name], described[name]) for name in described}

    def _parameter(self, name: str, line: re.Match[str], described: dict[str, Any]) -> Parameter:
        if described.get("type") not in PARAMETER_TYPES:
            raise self._header.problem(
                f"参数“{name}”的类型须为 {PARAMETER_TYPES} 之一",
                f"the type of parameter “{name}” must be one of {PARAMETER_TYPES}",
            )
        label = described.get("label", {})
        return Parameter(
            name,
            described["type"],
            bool(described.get("required", False)),
            Text(str(label.get("zh", name)), str(label.get("en", name))),
            line["variable"],
            line["example"].strip(),
            tuple(described.get("classes", ())),
        )

    def refuse_solutions(self, variables: tuple[str, ...]) -> None:
        """Raises DefinitionProblem where an analysis has not the variables that it needs."""
        from finkg.catalogue.analyses import EDGE

        if not {*EDGE} <= {*variables}:
            raise self._header.problem(
                "分析所用的查询须选出 ?from、?relation、?to",
                "the query of an analysis selects ?from, ?relation and ?to",
            )

    def with_values(self, values: dict[str, str]) -> str:
        """The query with each parameter's value, already spelled as SPARQL, in its place."""

        def line(match: re.Match[str]) -> str:
            value = values.get(match["name"])
            return f"  VALUES ?{match['variable']} {{ {value} }}" if value else ""

        return _PARAMETER_LINE.sub(line, self.query)
