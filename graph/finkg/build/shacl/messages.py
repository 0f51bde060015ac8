"""What a violation says: the shape's own sh:message, or a sentence for its constraint component."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from pyoxigraph import Literal, QuerySolution

from finkg.build.shacl.graph import Path, ShapesGraph, Term, shown
from finkg.errors import Text

_SENTENCES: Final[Mapping[str, Text]] = {
    "minCount": Text(
        "{path}的值太少，至少须有 {terms} 个。", "{path} needs {terms} or more values."
    ),
    "maxCount": Text(
        "{path}的值太多，至多可有 {terms} 个。", "{path} may have at most {terms} values."
    ),
    "hasValue": Text("{path}须包括 {terms}。", "{path} must include {terms}."),
    "uniqueLang": Text("{path}有两个值使用同一种语言。", "{path} has two values in one language."),
    "class": Text("{value}须为 {terms} 的实例。", "{value} must be an instance of {terms}."),
    "datatype": Text("{value}须为 {terms} 类型。", "{value} must be a well-formed {terms}."),
    "nodeKind": Text("{value}的节点种类须为 {terms}。", "{value} must be of node kind {terms}."),
    "in": Text("{value}须为下列之一：{terms}。", "{value} must be one of: {terms}."),
    "pattern": Text("{value}不合模式 {terms}。", "{value} does not match the pattern {terms}."),
    "languageIn": Text("{value}的语言须为 {terms}。", "{value} must be in one of: {terms}."),
    "minInclusive": Text("{value}不得小于 {terms}。", "{value} must not be less than {terms}."),
    "maxInclusive": Text("{value}不得大于 {terms}。", "{value} must not be greater than {terms}."),
    "minExclusive": Text("{value}须大于 {terms}。", "{value} must be greater than {terms}."),
    "maxExclusive": Text("{value}须小于 {terms}。", "{value} must be less than {terms}."),
    "minLength": Text(
        "{value}不得短于 {terms} 个字符。", "{value} is shorter than {terms} characters."
    ),
    "maxLength": Text(
        "{value}不得长于 {terms} 个字符。", "{value} is longer than {terms} characters."
    ),
    "lessThan": Text("{value}须小于 {terms}。", "{value} must be less than {terms}."),
    "lessThanOrEquals": Text("{value}不得大于 {terms}。", "{value} must not be more than {terms}."),
    "or": Text(
        "{value}不符合任何一个可选的形状。", "{value} conforms to none of the alternatives."
    ),
    "and": Text("{value}没有符合全部形状。", "{value} does not conform to all of the shapes."),
    "not": Text("{value}符合了不该符合的形状。", "{value} conforms to a shape that it must not."),
    "node": Text(
        "{value}不符合所指的形状。", "{value} does not conform to the shape that it must."
    ),
    "sparql": Text("{value}违反了约束。", "{value} violates a constraint."),
}
_VARIABLE: Final = re.compile(r"\{[?$](\w+)\}")


def message(
    graph: ShapesGraph, node: Term, component: str, path: Path | None, terms: Sequence[Term]
) -> Text:
    """The sh:message of a shape or constraint in zh and en (section 2.1.5), else our sentence.

    A message without a language speaks for each language that has none.
    """
    stated = [m for m in graph.values(node, "message") if isinstance(m, Literal)]
    own = {m.language or "": m.value for m in stated}
    default = _default(component, path, terms)
    zh, en = (own.get(lang) or own.get("") for lang in Text._fields)
    return Text(zh or default.zh, en or default.en)


def _default(component: str, path: Path | None, terms: Sequence[Term]) -> Text:
    name = path.shown if path else ""
    whole = Text(f"“{name}”", f"“{name}”") if path else Text("该节点", "The node")
    value = Text(f"“{name}”的值", f"A value of “{name}”") if path else whole
    sentences = zip(_SENTENCES[component], whole, value, ("、", ", "), strict=True)
    return Text(
        *(
            sentence.format(path=of_path, value=of_value, terms=comma.join(map(shown, terms)))
            for sentence, of_path, of_value, comma in sentences
        )
    )


def filled(text: Text, row: QuerySolution) -> Text:
    """The message with each `{?name}` replaced by what the query bound (section 5.3.2)."""
    return Text(*(_VARIABLE.sub(lambda match: _bound(match, row), words) for words in text))


def _bound(match: re.Match[str], row: QuerySolution) -> str:
    try:
        value = row[match[1]]
    except KeyError:
        return match[0]
    return match[0] if value is None else shown(value)
