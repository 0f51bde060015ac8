"""The errors of finkg: types that carry facts and speak one clear sentence in zh and in en.

The tree (a test holds it against the classes):

    FinkgError
        UsageError
            UnknownFormat
            UnknownLayer
            WontOverwrite
        NameProblem                 exit 1
            UnknownName
            AmbiguousName
        ParameterProblem
            UnknownParameter
            MissingParameter
            WrongParameter
        QueryProblem
            QuerySyntaxError
            QueryRefused
        FileProblem
            NotFound
            NotReadable
            NotWritable
            DiskFull
            NotASnapshot
        DefinitionProblem           a question or rule file that is not one
        Problem                     something wrong in a workspace (finkg.workspace.problems)
        InvalidWorkspace            all the problems of one run
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar, dataclass_transform

from finkg.words import Language as Language
from finkg.words import Location as Location
from finkg.words import Text as Text
from finkg.words import in_words, nearest, pointed_at


class Severity(StrEnum):
    """How bad a problem is: a violation stops a build, a warning does not."""

    VIOLATION = "violation"
    WARNING = "warning"


NOWHERE = Location("")
_MEANT = Text("是否指：{}？", "Did you mean: {}?")


@dataclass_transform()
class FinkgError(Exception):
    """Base of all errors. The annotations of a subclass are its facts, and fill `text` and `hint`.

    They are given as in a dataclass, which this is not: to make one costs a millisecond, and there
    are many errors in a program that mostly meets none.
    """

    text: ClassVar[Text] = Text("出错了。", "Something went wrong.")
    hint: ClassVar[Text] = Text("", "")
    exit_code: ClassVar[int] = 2
    fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = (n for n, kind in cls.__annotations__.items() if "ClassVar" not in str(kind))
        cls.fields = (*cls.fields, *(name for name in own if name not in cls.fields))

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__()
        if len(given) > len(self.fields):
            raise TypeError(f"{type(self).__name__} has the facts {self.fields}")
        facts = dict(zip(self.fields, given, strict=False)) | named
        for name in self.fields:
            if name in facts:
                setattr(self, name, facts.pop(name))
            elif not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} needs {name}")
        if facts:
            raise TypeError(f"{type(self).__name__} has the facts {self.fields}")

    def facts(self, lang: str) -> dict[str, str]:
        """The facts as words of `lang`; lists are joined with the language's own comma."""
        return {name: in_words(getattr(self, name), lang) for name in self.fields}

    def message(self, lang: str = "en") -> str:
        """One sentence that says what was expected and what was found."""
        return self.text.in_language(lang).format(**self.facts(lang))

    def advice(self, lang: str = "en") -> str:
        """What to do about it; empty if there is nothing to add.

        Of a wrong name, first which are nearest to it: the fact `nearest`, or among the `known`.
        """
        facts = {name: getattr(self, name) for name in self.fields}
        near = facts.get("nearest") or nearest(facts.get("name", ""), facts.get("known", ()))
        meant = _MEANT.in_language(lang).format(in_words(near, lang)) if near else ""
        hint = self.hint.in_language(lang).format(**self.facts(lang))
        return ("" if lang == "zh" else " ").join(filter(None, (meant, hint)))

    def __str__(self) -> str:
        return " ".join(filter(None, (self.message(), self.advice())))


class UsageError(FinkgError):
    """The command or call was made wrongly."""


class UnknownFormat(UsageError):
    text = Text("未知的格式“{name}”。", "Unknown format “{name}”.")
    hint = Text("可用格式：{known}。", "Known formats: {known}.")
    name: str
    known: tuple[str, ...]


class UnknownLayer(UsageError):
    text = Text("未知的图层“{name}”。", "Unknown layer “{name}”.")
    hint = Text("可用图层：{known}。", "Known layers: {known}.")
    name: str
    known: tuple[str, ...]


class WontOverwrite(UsageError):
    text = Text(
        "“{path}”已存在，且不是 finkg 写的，故不覆盖。",
        "“{path}” exists and was not written by finkg, so it is not overwritten.",
    )
    hint = Text("换一个路径，或加上 --force。", "Choose another path, or add --force.")
    path: str


class NameProblem(FinkgError):
    """A name leads to nothing, or to several things."""

    exit_code = 1


class UnknownName(NameProblem):
    text = Text("没有名为“{name}”的{what}。", "There is no {what} named “{name}”.")
    what: Text
    name: str
    nearest: tuple[str, ...] = ()


class AmbiguousName(NameProblem):
    text = Text("“{name}”可指多个对象：{candidates}。", "“{name}” may mean: {candidates}.")
    hint = Text("请改用其标识符。", "Use the identifier instead.")
    name: str
    candidates: tuple[str, ...]


class ParameterProblem(FinkgError):
    """A question was asked with a parameter that does not fit it."""


class UnknownParameter(ParameterProblem):
    text = Text(
        "问题“{question}”没有参数“{name}”。", "Question “{question}” has no parameter “{name}”."
    )
    hint = Text("它的参数：{known}。", "Its parameters: {known}.")
    question: str
    name: str
    known: tuple[str, ...]


class MissingParameter(ParameterProblem):
    text = Text(
        "问题“{question}”需要参数“{name}”。", "Question “{question}” needs the parameter “{name}”."
    )
    hint = Text("例如：--{name} {example}。", "For example: --{name} {example}.")
    question: str
    name: str
    example: str


class WrongParameter(ParameterProblem):
    text = Text(
        "参数“{name}”应为{expected}，得到的是“{found}”。",
        "The parameter “{name}” should be {expected}; found “{found}”.",
    )
    name: str
    expected: Text
    found: str


class QueryProblem(FinkgError):
    """A SPARQL query that can not be run. Line and column count from 1, `excerpt` is the line."""

    def advice(self, lang: str = "en") -> str:
        excerpt, column = getattr(self, "excerpt", ""), getattr(self, "column", 1)
        return f"\n{pointed_at(excerpt, column)}" if excerpt else super().advice(lang)


class QuerySyntaxError(QueryProblem):
    """Text that is not SPARQL 1.1; what was `expected` at the place may be empty."""

    text = Text(
        "SPARQL 有语法错误：第 {line} 行第 {column} 列",
        "SPARQL syntax error at line {line}, column {column}",
    )
    line: int
    column: int
    expected: tuple[str, ...]
    complaint: Text | None = None
    excerpt: str = ""

    def message(self, lang: str = "en") -> str:
        end = Text("。", ".")
        if self.complaint:
            end = Text("，{complaint}。", ": {complaint}.")
        elif self.expected:
            end = Text("，此处应为 {expected}。", ": expected {expected}.")
        return (self.text.in_language(lang) + end.in_language(lang)).format(**self.facts(lang))


class QueryRefused(QueryProblem):
    text = Text(
        "拒绝执行：第 {line} 行第 {column} 列的 {construct} {reason}。",
        "Refused: {construct} at line {line}, column {column} {reason}.",
    )
    construct: str
    line: int
    column: int
    reason: Text
    excerpt: str = ""


class FileProblem(FinkgError):
    """A file or folder that can not be used."""

    path: str


class NotFound(FileProblem):
    text = Text("找不到“{path}”。", "“{path}” does not exist.")


class NotReadable(FileProblem):
    text = Text("无法读取“{path}”：{reason}。", "“{path}” can not be read: {reason}.")
    reason: str


class NotWritable(FileProblem):
    text = Text("无法写入“{path}”：{reason}。", "“{path}” can not be written: {reason}.")
    reason: str


class DiskFull(FileProblem):
    text = Text("写入“{path}”时磁盘已满。", "The disk is full; “{path}” could not be written.")
    hint = Text(
        "原有内容未受影响。请腾出空间后重试。",
        "What was there before is untouched. Free some space, then try again.",
    )


class NotASnapshot(FileProblem):
    text = Text(
        "“{path}”不是 finkg 快照：{reason}。", "“{path}” is not a finkg snapshot: {reason}."
    )
    hint = Text("用“finkg build”生成快照。", "Make one with “finkg build”.")
    reason: Text


class DefinitionProblem(FinkgError):
    text = Text("{where}：{reason}。", "{where}: {reason}.")
    hint = Text("{remedy}", "{remedy}")
    where: Location
    reason: Text
    remedy: Text = Text("", "")


class Problem(FinkgError):
    """Something wrong in a workspace. The reader says where (`at`); the type says what."""

    severity: ClassVar[Severity] = Severity.VIOLATION

    @property
    def where(self) -> Location:
        """Where it is, once the reader has said so."""
        return getattr(self, "_place", NOWHERE)

    def at(self, where: Location) -> Problem:
        """The same problem, placed."""
        self._place = where
        return self


class InvalidWorkspace(FinkgError):
    """A workspace that can not be built, with every problem that was found."""

    text = Text("工作区的问题数：{count}。", "Problems of the workspace: {count}.")
    problems: tuple[Problem, ...]

    def facts(self, lang: str) -> dict[str, str]:
        del lang
        return {"count": str(len(self.problems))}

    def __str__(self) -> str:
        return "\n".join([self.message(), *(f"{p.where}: {p}" for p in self.problems[:20])])
