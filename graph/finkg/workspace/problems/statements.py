"""What can be wrong with a row that states something."""

from __future__ import annotations

from finkg.errors import Location, Problem, Severity, Text
from finkg.workspace.problems.unknown import Unknown


class UnknownEntity(Unknown):
    text = Text("没有标识符为“{found}”的实体。", "There is no entity with the id “{found}”.")


class UnknownSource(Unknown):
    text = Text("没有登记过来源“{found}”。", "No source “{found}” is registered.")


class UnknownProperty(Unknown):
    text = Text("没有属性“{found}”。", "There is no property “{found}”.")


class CitesHeldText(Problem):
    text = Text(
        "来源“{source}”存有原文，不能只作引证。",
        "The text of the source “{source}” is held, so it can not merely be cited.",
    )
    hint = Text(
        "请把此行移到它自己的目录，并附上引文。",
        "Move the row to the source's own folder, and quote the text.",
    )
    source: str


class ComputedProperty(Problem):
    text = Text(
        "“{name}”只能由规则推出，不能写在表里。",
        "“{name}” is concluded by rules and can not be stated.",
    )
    name: str


class OtherTable(Problem):
    text = Text("“{name}”不写在这张表里。", "“{name}” is not stated in this table.")
    hint = Text("请写进 {table}。", "State it in {table}.")
    name: str
    table: str


class WrongClass(Problem):
    """The subject or the value of a property is of a class that it does not join."""

    text = Text(
        "“{entity}”属于{found}，而“{name}”的{end}应属于{expected}。",
        "“{entity}” is of class {found}; the {end} of “{name}” should be of class {expected}.",
    )
    name: str
    end: Text
    entity: str
    expected: tuple[str, ...]
    found: tuple[str, ...]


class WrongKind(Problem):
    """A value of the wrong kind altogether: a time for an entity, say."""

    text = Text(
        "“{name}”的取值应为{expected}，“{found}”是{kind}。",
        "The value of “{name}” should be {expected}; “{found}” is {kind}.",
    )
    name: str
    expected: Text
    found: str
    kind: Text


class IdAsText(WrongKind):
    """An entity's id where a property takes text."""

    hint = Text(
        "若确为文字，请在末尾加上 @zh 或 @en。", "If it is meant as text, end it in @zh or @en."
    )


class NumberNotQuoted(Problem):
    text = Text(
        "“{column}”里的 {number} 在引文和上下文引文中都读不到。",
        "The {number} of “{column}” is not readable in the quote or its context.",
    )
    hint = Text(
        "把写有它的文字引进来，或放进 context_quote。",
        "Quote the words that say it, or put them into context_quote.",
    )
    column: str
    number: str


class PrecisionUnread(Problem):
    severity = Severity.WARNING
    text = Text(
        "引文里数字旁有“{word}”，而 precision 为空。",
        "“{word}” stands beside the number in the quote, and precision is empty.",
    )
    hint = Text("可填 {meant}。", "Fill in {meant}.")
    word: str
    meant: str


class DuplicateRow(Problem):
    text = Text("与 {first} 重复。", "The row repeats {first}.")
    first: Location


class FactOfEditors(Problem):
    text = Text(
        "“{name}”陈述事实，不能以编者的决定为据。",
        "“{name}” states a fact, which can not rest on the editors.",
    )
    hint = Text(
        "编者只能决定 partOf、differentFrom 和 broader。",
        "Editors decide on partOf, differentFrom and broader only.",
    )
    name: str


class EndsBeforeStart(Problem):
    """`end` is the first time at which something no longer holds, so it lies behind `start`."""

    text = Text(
        "valid_to（{end}）不晚于 valid_from（{start}），这段时间里没有一天。",
        "valid_to ({end}) is not after valid_from ({start}), so the interval has no day.",
    )
    hint = Text(
        "valid_to 是不再成立的首个时间。", "valid_to is the first time that is no longer in."
    )
    start: str
    end: str


class BoundsReversed(Problem):
    text = Text(
        "下限 lower（{lower}）大于上限 upper（{upper}）。",
        "The lower bound ({lower}) is greater than the upper bound ({upper}).",
    )
    lower: str
    upper: str
